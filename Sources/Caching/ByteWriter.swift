/// Writes numbers, texts and lists one behind the other; equal bytes are equal values.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes a number that is not negative: seven bits a byte, the lowest first.
  package mutating func write(_ number: Int) {
    precondition(number >= 0)
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a truth value as the number 0 or 1.
  package mutating func write(_ flag: Bool) {
    write(flag ? 1 : 0)
  }

  /// Writes how many bytes a text has, and the bytes.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes how many bytes there are, and the bytes.
  package mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes += content
  }

  /// Writes texts as a list.
  package mutating func write(_ texts: [String]) {
    write(list: texts) { $0.write($1) }
  }

  /// Writes how many elements there are, and the elements.
  package mutating func write<Element>(
    list: [Element],
    _ element: (inout ByteWriter, Element) -> Void
  ) {
    write(list.count)
    for each in list { element(&self, each) }
  }

  /// Writes whether there is a value, and the value.
  package mutating func write<Value>(
    optional: Value?,
    _ value: (inout ByteWriter, Value) -> Void
  ) {
    write(optional != nil)
    if let optional { value(&self, optional) }
  }
}
