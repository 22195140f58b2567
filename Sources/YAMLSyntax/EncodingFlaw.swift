import SourceText

/// The first place in a file that is no UTF-8 or has a character YAML forbids.
struct EncodingFlaw: Hashable, Sendable {
  let kind: Kind
  let range: Range<Int>

  enum Kind: Hashable, Sendable {
    case invalidUTF8
    case invalidUTF16
    case forbidden(Unicode.Scalar)
  }

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Searches bytes from the start.
  static func first(in bytes: [UInt8]) -> EncodingFlaw? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        let scalar = Unicode.Scalar(bytes[offset])
        guard isAllowed(scalar) else {
          return EncodingFlaw(.forbidden(scalar), offset..<offset + 1)
        }
        offset += 1
        continue
      }
      guard let scalar = scalar(at: offset, in: bytes[...]) else {
        return EncodingFlaw(.invalidUTF8, offset..<offset + 1)
      }
      let end = offset + UTF8.width(scalar)
      guard isAllowed(scalar) else { return EncodingFlaw(.forbidden(scalar), offset..<end) }
      offset = end
    }
    return nil
  }

  /// Whether YAML takes a character, as libyaml sees it.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }

  /// Returns the scalar that begins at an offset of UTF-8.
  static func scalar(at offset: Int, in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var iterator = bytes[offset..<min(offset + 4, bytes.endIndex)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  func problem(in bytes: [UInt8], file: FileID) -> YAMLProblem {
    let span = SourceSpan(file: file, bytes: range)
    switch kind {
    case .invalidUTF8:
      let byte = hexadecimal(bytes[range].first.map(UInt32.init) ?? 0, digits: 2)
      return YAMLProblem(
        .encoding,
        span,
        "the byte 0x\(byte) here is not valid UTF-8",
        help: "save the file as UTF-8"
      )
    case .invalidUTF16:
      return YAMLProblem(
        .encoding,
        span,
        "the text here is not valid UTF-16",
        help: "save the file as UTF-8"
      )
    case .forbidden(let scalar):
      return YAMLProblem(
        .encoding,
        span,
        "the character U+\(hexadecimal(scalar.value, digits: 4)) is not allowed in YAML",
        help: help(for: scalar)
      )
    }
  }

  private func help(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0: "save the file as UTF-8; it may be UTF-16 without a byte-order mark, or no text at all"
    default: "delete it; it is an invisible control character"
    }
  }

  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
