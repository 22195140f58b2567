/// The functions that every environment has.
enum StandardLibrary {
  /// The functions by name.
  static let functionsByName: [String: FunctionDeclaration] = {
    var byName: [String: FunctionDeclaration] = [:]
    for function in [] as [FunctionDeclaration] { byName[function.name] = function }
    return byName
  }()

  static func timeFunctions(_ p: TimeZoneProvider) -> [FunctionDeclaration] { [] }
}
