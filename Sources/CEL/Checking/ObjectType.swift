/// A type of the host's objects, as expressions see it.
public struct ObjectType: Sendable {
  /// The name that expressions and problems use.
  public let name: String
  /// The number that references to the type's objects carry; small, since tables go by it.
  public let number: Int32
  /// One sentence on what the objects are.
  public let summary: String
  /// What can be read of an object.
  public let fields: [Field]
  private let positions: [String: Int]

  /// Declares an object type.
  public init(_ name: String, number: Int32, summary: String = "", fields: [Field]) {
    self.name = name
    self.number = number
    self.summary = summary
    self.fields = fields
    positions = Dictionary(
      fields.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns the field of a name.
  public func field(named name: String) -> Field? { positions[name].map { fields[$0] } }

  /// Something that can be read of an object.
  public struct Field: Sendable {
    /// The name that stands after the dot.
    public let name: String
    /// The type; a scalar that may be null is a wrapper.
    public let type: CELType
    /// The number by which the host is asked for the field.
    public let slot: Int
    /// One sentence on what the field holds.
    public let summary: String

    /// Declares a field.
    public init(_ name: String, _ type: CELType, slot: Int, summary: String = "") {
      self.name = name
      self.type = type
      self.slot = slot
      self.summary = summary
    }
  }
}

/// A name that an evaluation gives a value.
public struct VariableDeclaration: Sendable {
  /// The name; dots separate the namespace.
  public let name: String
  /// The type of its values.
  public let type: CELType
  /// One sentence on what the variable holds.
  public let summary: String

  /// Declares a variable.
  public init(_ name: String, _ type: CELType, summary: String = "") {
    self.name = name
    self.type = type
    self.summary = summary
  }
}
