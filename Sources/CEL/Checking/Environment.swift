/// What expressions can name: variables, object types and functions; and how they are read.
public struct Environment: Sendable {
  /// The variables; the position of one is its slot in a frame.
  public private(set) var variables: [VariableDeclaration] = []
  /// The types of the host's objects.
  public private(set) var objectTypes: [ObjectType] = []
  /// The namespace in which names are looked up first.
  public var container: String
  /// Whether a field of null is null rather than a failure, and so every scalar field nullable.
  public var fieldsOfNullAreNull: Bool
  /// Whether a constant part that can't be evaluated is a problem of its own.
  public var reportsFailingConstants: Bool

  private var variableSlots: [String: Int] = [:]
  private var objectTypePositions: [String: Int] = [:]
  private var fieldTables: [String: FieldTable] = [:]
  private var functionsByName: [String: FunctionDeclaration]
  /// What stands before the first dot of names with dots.
  private var namespaces = StandardLibrary.namespaces

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
    functionsByName = StandardLibrary.functionsByName
    if let timeZones { add(StandardLibrary.timeFunctions(timeZones)) }
    add(functions)
    for objectType in objectTypes { add(objectType) }
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
    note(variable.name.namespace)
    variables.append(variable)
    return variables.count - 1
  }

  private mutating func note(_ namespace: String?) {
    if let namespace { namespaces.insert(namespace) }
  }

  /// Adds a type of the host's objects.
  public mutating func add(_ objectType: ObjectType) {
    objectTypePositions[objectType.name] = objectTypes.count
    objectTypes.append(objectType)
    note(objectType.name.namespace)
    for field in objectType.fields {
      fieldTables[field.name, default: FieldTable(field.name)].add(objectType.number, field.slot)
    }
  }

  /// Adds functions; of overloads with equal parameters the last that is added counts.
  public mutating func add(_ functions: [FunctionDeclaration]) {
    for function in functions {
      guard let known = functionsByName[function.name] else {
        functionsByName[function.name] = function
        note(function.name.namespace)
        continue
      }
      let kept = known.overloads.filter { old in
        !function.overloads.contains {
          $0.parameters == old.parameters && $0.isMember == old.isMember
        }
      }
      functionsByName[function.name] = FunctionDeclaration(
        known.name,
        known.summary,
        overloads: kept + function.overloads,
        examples: known.examples + function.examples
      )
    }
  }
}

extension Environment {
  /// Returns the slot of a variable.
  public func slot(of variable: String) -> Int? { variableSlots[variable] }

  /// Returns the object type of a name.
  public func objectType(named name: String) -> ObjectType? {
    objectTypePositions[name].map { objectTypes[$0] }
  }

  /// Returns where the fields of a name are found.
  func fieldTable(of field: String) -> FieldTable { fieldTables[field] ?? FieldTable(field) }

  /// Returns the function of a name.
  public func function(named name: String) -> FunctionDeclaration? { functionsByName[name] }

  /// All functions, in the order of their names.
  public var functions: [FunctionDeclaration] {
    functionsByName.values.sorted { $0.name < $1.name }
  }

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

extension String {
  /// What stands before the first dot; nil without one.
  var namespace: String? {
    utf8.firstIndex(of: UInt8(ascii: ".")).map { String(self[..<$0]) }
  }
}
