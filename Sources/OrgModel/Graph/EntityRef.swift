/// A declared thing: its kind and its position among the entries of that kind.
package struct EntityRef: Hashable, Comparable, Sendable {
  /// The kind in the upper 4 bits, the position in the lower 28.
  package let packed: UInt32

  @inlinable
  package init(packed: UInt32) {
    self.packed = packed
  }

  @inlinable
  package init(_ kind: EntityKind, _ index: Int) {
    packed = UInt32(kind.rawValue) << 28 | UInt32(truncatingIfNeeded: index)
  }

  @inlinable package var kind: EntityKind {
    EntityKind(rawValue: UInt8(truncatingIfNeeded: packed >> 28)) ?? .person
  }

  /// The position among the entries of its kind, in the order of files and lines.
  @inlinable package var index: Int { Int(packed & 0x0FFF_FFFF) }

  /// The most entries of one kind that a reference can tell apart.
  package static let limit = 1 << 28

  package static func < (first: EntityRef, second: EntityRef) -> Bool {
    first.packed < second.packed
  }
}
