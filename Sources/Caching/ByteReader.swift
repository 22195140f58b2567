import SourceText

/// Reads what `ByteWriter` wrote, from bytes that anybody may have made: whatever does not fit is
/// an error, and nothing takes more memory than a small multiple of the bytes.
struct ByteReader {
  /// The bytes say something that no writer wrote.
  struct Damage: Error {}

  private var rest: ArraySlice<UInt8>

  /// The files that places are in.
  let sources: SourceSet

  init(_ bytes: ArraySlice<UInt8>, sources: SourceSet) {
    rest = bytes
    self.sources = sources
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(atMost limit: Int) throws -> Int {
    var number = 0
    // Nine times seven bits fit into an integer.
    for shift in stride(from: 0, to: 63, by: 7) {
      guard let byte = rest.popFirst() else { throw Damage() }
      number |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        guard number <= limit else { throw Damage() }
        return number
      }
    }
    throw Damage()
  }

  mutating func flag() throws -> Bool {
    try number(atMost: 1) == 1
  }

  mutating func text() throws -> String {
    let count = try number(atMost: rest.count)
    guard let text = String(validating: rest.prefix(count), as: UTF8.self) else { throw Damage() }
    rest = rest.dropFirst(count)
    return text
  }

  mutating func texts() throws -> [String] {
    try list { try $0.text() }
  }

  /// Reads a list whose elements take a byte or more each.
  mutating func list<Element>(_ element: (inout ByteReader) throws -> Element) throws -> [Element] {
    let count = try number(atMost: rest.count)
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  mutating func optional<Value>(_ value: (inout ByteReader) throws -> Value) throws -> Value? {
    try flag() ? try value(&self) : nil
  }

  /// Reads one of the words of an enumeration.
  mutating func word<Word: RawRepresentable>() throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else { throw Damage() }
    return word
  }
}
