/// What an environment has beside variables, in one object: to hand on an environment, as every
/// checked expression does, then counts few references.
final class Declarations: Sendable {
  let objectTypes: [ObjectType]
  private let objectTypePositions: [String: Int]
  private let fieldTables: [String: FieldTable]
  private let functionsByName: [String: FunctionDeclaration]

  /// What stands before the first dot of names with dots.
  let namespaces: Set<String>

  init(_ objectTypes: [ObjectType], _ functions: [FunctionDeclaration]) {
    self.objectTypes = objectTypes
    objectTypePositions = Dictionary(
      objectTypes.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { _, last in last }
    )
    var tables: [String: FieldTable] = [:]
    for objectType in objectTypes {
      for field in objectType.fields {
        tables[field.name, default: FieldTable(field.name)].add(objectType.number, field.slot)
      }
    }
    fieldTables = tables
    functionsByName = functions.reduce(into: StandardLibrary.functionsByName) { byName, function in
      byName[function.name] = byName[function.name]?.adding(function) ?? function
    }
    let names = objectTypes.map(\.name) + functions.map(\.name)
    namespaces = StandardLibrary.namespaces.union(names.compactMap(\.namespace))
  }

  func objectType(named name: String) -> ObjectType? {
    objectTypePositions[name].map { objectTypes[$0] }
  }

  /// Returns where the fields of a name are found.
  func fieldTable(of field: String) -> FieldTable { fieldTables[field] ?? FieldTable(field) }

  func function(named name: String) -> FunctionDeclaration? { functionsByName[name] }

  /// All functions, in the order of their names.
  var functions: [FunctionDeclaration] { functionsByName.values.sorted { $0.name < $1.name } }
}

extension FunctionDeclaration {
  /// Returns the function with another of its name added; of overloads with equal parameters the
  /// other's count.
  fileprivate func adding(_ other: FunctionDeclaration) -> FunctionDeclaration {
    let kept = overloads.filter { old in
      !other.overloads.contains {
        $0.parameters == old.parameters && $0.isMember == old.isMember
      }
    }
    return FunctionDeclaration(
      name,
      summary,
      overloads: kept + other.overloads,
      examples: examples + other.examples
    )
  }
}

extension String {
  /// What stands before the first dot; nil without one.
  var namespace: String? {
    utf8.firstIndex(of: UInt8(ascii: ".")).map { String(self[..<$0]) }
  }
}
