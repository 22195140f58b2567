/// The length of a key and its first seven bytes: two numbers are compared where two texts would be.
struct KeyMark: Equatable {
  private let bits: UInt64

  init(_ bytes: Span<UInt8>) {
    var bits = UInt64(min(bytes.count, 0xFF))
    for index in 0..<min(bytes.count, 7) { bits = bits << 8 | UInt64(bytes[index]) }
    self.bits = bits
  }
}
