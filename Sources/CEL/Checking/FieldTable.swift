/// Where a field is found, by the type of the object.
struct FieldTable: Sendable {
  let name: String
  let key: Value

  /// Slots by the number of the object type; -1 for a type without the field.
  private var slots: [Int32] = []

  /// The most object types that tables are made for.
  private static let typeLimit: Int32 = 10_000

  init(_ name: String) {
    self.name = name
    key = .string(name)
  }

  /// Notes the slot of a type's field; of one that is there twice the first counts.
  mutating func add(_ type: Int32, _ slot: Int) {
    guard (0..<Self.typeLimit).contains(type) else { return }
    while slots.count <= Int(type) { slots.append(-1) }
    if slots[Int(type)] < 0 { slots[Int(type)] = Int32(slot) }
  }

  func slot(ofType type: Int32) -> Int? {
    guard type >= 0, Int(type) < slots.count, slots[Int(type)] >= 0 else { return nil }
    return Int(slots[Int(type)])
  }
}
