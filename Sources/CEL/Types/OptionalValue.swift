/// A value of an optional type: something or nothing.
public struct OptionalValue: Sendable {
  // An array of at most one element: the size of a pointer, and nothing to allocate for none.
  private let storage: [Value]

  /// The optional that holds nothing.
  public static let none = OptionalValue(storage: [])

  /// Wraps a value.
  public init(_ value: Value) { storage = [value] }

  private init(storage: [Value]) { self.storage = storage }

  /// The value inside, or nil for none.
  public var wrapped: Value? { storage.first }
}
