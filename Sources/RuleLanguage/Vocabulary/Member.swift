import CEL
import OrgModel

/// Something a rule can read of a thing: its name, type, words and how it is found.
struct Member: Sendable {
  let name: String
  let type: CELType

  /// One line, for the reference.
  let summary: String
  let get: @Sendable (DesignHost, Int) -> Value

  init(
    _ name: String,
    _ type: CELType,
    _ summary: String,
    _ get: @escaping @Sendable (DesignHost, Int) -> Value
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.get = get
  }
}

extension CELType {
  static let text = CELType.wrapper(.string)
  static let number = CELType.wrapper(.double)
  static let texts = CELType.list(.string)

  /// The type of a thing, null where there is none.
  static func one(_ kind: ObjectKind) -> CELType { .object(kind.name) }

  static func many(_ kind: ObjectKind) -> CELType { .list(.object(kind.name)) }
}

extension Value {
  static func optional(_ string: String?) -> Value { string.map(Value.string) ?? .null }

  static func optional(_ number: Double?) -> Value { number.map(Value.double) ?? .null }

  static func optional(_ int: Int?) -> Value { int.map(Value.int) ?? .null }

  /// A thing by its number; null for nil and for a negative one.
  static func one(_ kind: ObjectKind, _ index: Int?) -> Value {
    guard let index, index >= 0 else { return .null }
    return .object(ObjectReference(kind, index))
  }

  static func many(_ kind: ObjectKind, _ indexes: [Int32]) -> Value {
    .objects(ofType: kind.rawValue, indexes)
  }

  static func many(_ kind: ObjectKind, _ indexes: ArraySlice<Int32>) -> Value {
    .list(ValueList(objectsOfType: kind.rawValue, indexes))
  }

  static func many(_ kind: ObjectKind, _ indexes: Range<Int>) -> Value {
    let start = Int32(truncatingIfNeeded: indexes.lowerBound)
    let end = Int32(truncatingIfNeeded: indexes.upperBound)
    return .list(ValueList(objectsOfType: kind.rawValue, start..<end))
  }

  static func many(_ kind: ObjectKind, _ indexes: some Sequence<Int>) -> Value {
    .objects(ofType: kind.rawValue, indexes.map { Int32(truncatingIfNeeded: $0) })
  }

  static func texts(_ texts: some Sequence<String>) -> Value {
    .list(ValueList(texts.map(Value.string)))
  }

  static func one(_ entity: EntityRef?) -> Value {
    entity.map { .object(ObjectReference($0)) } ?? .null
  }

  static func many(_ entities: some Sequence<EntityRef>) -> Value {
    .list(ValueList(entities.map { .object(ObjectReference($0)) }))
  }
}
