/// The functions that every environment has.
enum StandardLibrary {
  /// The functions by name.
  static let functionsByName: [String: FunctionDeclaration] = {
    var byName: [String: FunctionDeclaration] = [:]
    for group in groups {
      for function in group.functions {
        let overloads = (byName[function.name]?.overloads ?? []) + function.overloads.map(\.pure)
        let known = byName[function.name]
        byName[function.name] = FunctionDeclaration(
          function.name,
          known?.summary ?? function.summary,
          overloads: overloads,
          examples: (known?.examples ?? []) + function.examples
        )
      }
    }
    return byName
  }()

  /// What stands before the first dot of functions and types that every environment has.
  static let namespaces = Set(functionsByName.keys.compactMap(\.namespace) + ["google"])

  /// The functions by what they are for, in the order of the reference.
  static let groups: [(title: String, functions: [FunctionDeclaration])] = [
    ("Types and conversions", conversions),
    ("Sizes", sizes),
    ("Strings", stringTests + strings + stringCuts + stringMaking),
    ("Timestamps and durations", timeFunctions(nil)),
    ("Lists", lists),
    ("Sets", sets),
    ("Numbers", extremes + rounding + numberTests + bits),
    ("Optionals", optionals),
  ]

  /// A type parameter that stands for the elements of a list.
  static let element = CELType.parameter("T")
}

extension Arguments {
  /// Returns the failure that some argument can't be taken.
  func mismatch(_ function: String) -> Value {
    .failure(
      .noMatchingOverload(
        function: function,
        arguments: all.map(\.typeName).joined(separator: ", ")
      )
    )
  }
}
