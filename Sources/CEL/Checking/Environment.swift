/// What expressions can name: variables, object types and functions; and how they are read.
public struct Environment: Sendable {
  /// The variables; the position of one is its slot in a frame.
  public private(set) var variables: [VariableDeclaration] = []
  /// The namespace in which names are looked up first.
  public var container: String
  /// Whether a field of null is null rather than a failure, and so every scalar field nullable.
  public var fieldsOfNullAreNull: Bool
  /// Whether a constant part that can't be evaluated is a problem of its own.
  public var reportsFailingConstants: Bool

  private var variableSlots: [String: Int] = [:]
  private var namespaces: Set<String>
  private let declarations: Declarations

  /// Makes an environment with the standard functions.
  ///
  /// - Parameters:
  ///   - variables: The variables, in the order of their slots.
  ///   - objectTypes: The types of the host's objects, all that fields and functions mention.
  ///   - functions: The host's functions; one with the name of a standard function adds to it.
  ///   - container: The namespace in which names are looked up first, such as com.example.
  ///   - timeZones: Where the rules of a named time zone come from; without it expressions know
  ///     UTC and fixed offsets only.
  ///   - fieldsOfNullAreNull: Whether a field of null is null rather than a failure.
  ///   - reportsFailingConstants: Whether a constant part that can't be evaluated is a problem.
  public init(
    variables: [VariableDeclaration] = [],
    objectTypes: [ObjectType] = [],
    functions: [FunctionDeclaration] = [],
    container: String = "",
    timeZones: TimeZoneProvider? = nil,
    fieldsOfNullAreNull: Bool = false,
    reportsFailingConstants: Bool = false
  ) {
    self.container = container
    self.fieldsOfNullAreNull = fieldsOfNullAreNull
    self.reportsFailingConstants = reportsFailingConstants
    let timeFunctions = timeZones.map { StandardLibrary.timeFunctions($0) } ?? []
    declarations = Declarations(objectTypes, timeFunctions + functions)
    namespaces = declarations.namespaces
    for variable in variables { add(variable) }
  }

  /// Adds a variable and returns its slot; one that is there already gets the new type.
  @discardableResult
  public mutating func add(_ variable: VariableDeclaration) -> Int {
    if let slot = variableSlots[variable.name] {
      variables[slot] = variable
      return slot
    }
    variableSlots[variable.name] = variables.count
    if let namespace = variable.name.namespace { namespaces.insert(namespace) }
    variables.append(variable)
    return variables.count - 1
  }
}

extension Environment {
  /// Returns the slot of a variable.
  public func slot(of variable: String) -> Int? { variableSlots[variable] }

  /// The types of the host's objects.
  public var objectTypes: [ObjectType] { declarations.objectTypes }

  /// Returns the object type of a name.
  public func objectType(named name: String) -> ObjectType? {
    declarations.objectType(named: name)
  }

  /// Returns where the fields of a name are found.
  func fieldTable(of field: String) -> FieldTable { declarations.fieldTable(of: field) }

  /// Returns the function of a name.
  public func function(named name: String) -> FunctionDeclaration? {
    declarations.function(named: name)
  }

  /// All functions, in the order of their names.
  public var functions: [FunctionDeclaration] { declarations.functions }

  /// Whether names are declared that begin with a name and a dot, or may be.
  func isNamespace(_ name: String) -> Bool { !container.isEmpty || namespaces.contains(name) }

  /// Returns the names that a name may stand for, nearest namespace first.
  func candidates(for name: String, isAbsolute: Bool) -> [String] {
    guard !isAbsolute, !container.isEmpty else { return [name] }
    var names: [String] = []
    var parts = container.split(separator: ".")
    while !parts.isEmpty {
      names.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return names + [name]
  }
}
