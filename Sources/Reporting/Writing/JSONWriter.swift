import SourceText

/// Writes JSON piece by piece, keys in the order they come, two spaces a level.
///
/// Invisible characters and what a workflow runner would obey are written as numbers, so that the
/// text is harmless in a log and means the same.
package struct JSONWriter {
  private(set) var text = ""
  private var indentation = 0
  private var isFirst = true
  private var isInline = false

  /// Returns what one value writes, with a final line break.
  package static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return writer.text + "\n"
  }

  /// Writes an object; on one line if asked, as are all in it.
  package mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    nested("{", "}", inline: inline, body)
  }

  /// Writes an array; on one line if asked, as are all in it.
  package mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    nested("[", "]", inline: inline, body)
  }

  /// Writes an array with an element for each item.
  package mutating func array<Items: Sequence>(
    of items: Items,
    inline: Bool = false,
    _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    array(inline: inline) { writer in
      for item in items {
        writer.startElement()
        body(&writer, item)
      }
    }
  }

  /// Starts a field of the current object; its value comes next.
  package mutating func key(_ name: String) {
    startElement()
    append(name)
    text += ": "
  }

  /// Writes a field.
  package mutating func field(_ name: String, _ value: String) {
    key(name)
    append(value)
  }

  /// Writes a field.
  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    append(value)
  }

  /// Writes a field.
  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    append(value)
  }

  /// Writes a field that is null without a value.
  package mutating func field(_ name: String, orNull value: String?) {
    guard let value else {
      key(name)
      text += "null"
      return
    }
    field(name, value)
  }

  /// Writes a field that holds a list of texts, on one line.
  package mutating func field(_ name: String, inline values: [String]) {
    key(name)
    array(of: values, inline: true) { $0.append($1) }
  }

  /// Starts an element of the current array; its value comes next.
  package mutating func startElement() {
    if !isFirst { text += isInline ? ", " : "," }
    if !isInline { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    text += "\n"
    for _ in 0..<indentation { text += "  " }
  }

  private mutating func nested(
    _ open: String,
    _ close: String,
    inline: Bool,
    _ body: (inout JSONWriter) -> Void
  ) {
    let outer = (isFirst, isInline)
    text += open
    (isFirst, isInline) = (true, isInline || inline)
    indentation += 1
    body(&self)
    indentation -= 1
    if !isFirst, !isInline { breakLine() }
    text += close
    (isFirst, isInline) = (false, outer.1)
  }

  /// Writes a whole number as a value.
  package mutating func append(_ value: Int) {
    text += String(value)
  }

  /// Writes a number as a value, a whole one without a fraction; null for what is none.
  package mutating func append(_ value: Double) {
    guard value.isFinite else { return appendNull() }
    let isWhole = value == value.rounded() && abs(value) < 1e15
    text += isWhole ? String(Int(value)) : String(value)
  }

  /// Writes null as a value.
  package mutating func appendNull() {
    text += "null"
  }

  /// Writes a Boolean value.
  package mutating func append(_ value: Bool) {
    text += value ? "true" : "false"
  }

  /// Writes a string value.
  package mutating func append(_ value: String) {
    text += "\""
    let needsCare = value.utf8.contains { byte in
      byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x5B
    }
    if needsCare { appendEscaped(value) } else { text += value }
    text += "\""
  }

  private mutating func appendEscaped(_ value: String) {
    var watch = CommandWatch()
    for (scalar, isHidden) in MarkedScalars(value.unicodeScalars) {
      let completes = watch.completesCommand(scalar) && scalar == "["
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where completes || isHidden: appendNumber(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func appendNumber(_ scalar: Unicode.Scalar) {
    for unit in Unicode.UTF16.encode(scalar) ?? .init() {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
