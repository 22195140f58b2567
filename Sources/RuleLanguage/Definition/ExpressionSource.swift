import SourceText

/// The text of an expression and where in a rule file it stands.
package struct ExpressionSource: Hashable, Sendable {
  package var text: String

  /// The scalar of the rule file that holds it.
  package var node: Int

  /// Where in the scalar's decoded text it begins, in bytes.
  package var offset: Int

  package init(_ text: String, node: Int, offset: Int = 0) {
    self.text = text
    self.node = node
    self.offset = offset
  }
}

/// A text with expressions in braces.
package struct TextTemplate: Hashable, Sendable {
  /// The text as written.
  package let source: String

  /// The scalar of the rule file that holds it.
  private let node: Int

  /// A piece of a text.
  package enum Segment: Hashable, Sendable {
    case text(String)
    case expression(ExpressionSource)
  }

  package init(_ text: String, node: Int) {
    source = text
    self.node = node
  }

  /// The text split at its braces, anew each time; `{{` and `}}` are braces of the text.
  ///
  /// A brace inside an expression, of a map or in a string, does not end it. An expression that is
  /// never closed reaches to the end of the text, where compiling it says what is missing.
  package var segments: [Segment] {
    var segments: [Segment] = []
    var bytes = Array(source.utf8)[...]
    var literal: [UInt8] = []
    var offset = 0
    while let byte = bytes.first {
      let doubled = bytes.dropFirst().first == byte
      if byte == UInt8(ascii: "{"), !doubled {
        if !literal.isEmpty { segments.append(.text(String(decoding: literal, as: UTF8.self))) }
        literal = []
        let inner = TextTemplate.expression(in: bytes.dropFirst())
        segments.append(
          .expression(
            ExpressionSource(String(decoding: inner, as: UTF8.self), node: node, offset: offset + 1)
          )
        )
        let taken = min(inner.count + 2, bytes.count)
        bytes = bytes.dropFirst(taken)
        offset += taken
      } else {
        let taken = byte == UInt8(ascii: "{") || (byte == UInt8(ascii: "}") && doubled) ? 2 : 1
        literal.append(byte)
        bytes = bytes.dropFirst(taken)
        offset += taken
      }
    }
    if !literal.isEmpty { segments.append(.text(String(decoding: literal, as: UTF8.self))) }
    return segments
  }

  /// Returns the bytes up to the brace that ends an expression.
  private static func expression(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var depth = 0
    var quote: UInt8?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        if depth == 0 { return bytes[..<index] }
        depth -= 1
      }
      index += 1
    }
    return bytes
  }
}
