extension Parser {
  /// Makes the node of a macro; nil when a call is none, or has other arguments than the macro's.
  mutating func macro(
    _ function: String,
    name: Range<Int>,
    target: ID?,
    arguments: [ID],
    from start: Int
  ) -> ID? {
    if let target {
      if function == "bind", arguments.count == 3, tree[target] == .cel {
        return binding(name: name, arguments: arguments, from: start)
      }
      if function == "optMap" || function == "optFlatMap", arguments.count == 2 {
        guard let variable = variable(arguments[0], of: function) else { return invalid() }
        let node = SyntaxNode.optionalMapping(
          target,
          variable: variable,
          body: arguments[1],
          isFlat: function == "optFlatMap"
        )
        return add(node, from: start, name: name)
      }
      return comprehension(function, name: name, target: target, arguments, from: start)
    }
    return function == "has" && arguments.count == 1
      ? presence(name: name, argument: arguments[0], from: start) : nil
  }

  private mutating func presence(name: Range<Int>, argument: ID, from start: Int) -> ID {
    guard case .select(let operand, let field, isOptional: false) = tree[argument] else {
      report(CELProblem(.notAField(macro: "has"), range: tree.range(of: argument)))
      return invalid()
    }
    return add(.presence(operand, field: field), from: start, name: tree.nameRanges[Int(argument)])
  }

  private mutating func binding(name: Range<Int>, arguments: [ID], from start: Int) -> ID {
    guard let variable = variable(arguments[0], of: "cel.bind") else { return invalid() }
    return add(
      .binding(variable, value: arguments[1], body: arguments[2]),
      from: start,
      name: name
    )
  }

  private mutating func comprehension(
    _ function: String,
    name: Range<Int>,
    target: ID,
    _ arguments: [ID],
    from start: Int
  ) -> ID? {
    guard arguments.count > 1 else { return nil }
    let spelling = function == "existsOne" ? "exists_one" : function
    guard let kind = Comprehension.Kind(rawValue: spelling),
      let shape = kind.shape(argumentCount: arguments.count)
    else { return nil }
    var variables: [String] = []
    for argument in arguments.prefix(shape.variableCount) {
      guard let variable = variable(argument, of: function) else { return invalid() }
      guard !variables.contains(variable) else {
        report(CELProblem(.repeatedVariable(variable), range: tree.range(of: argument)))
        return invalid()
      }
      variables.append(variable)
    }
    let rest = arguments.dropFirst(shape.variableCount)
    let node = Comprehension(
      kind: kind,
      range: target,
      variables: variables,
      condition: shape.hasCondition ? rest.first : nil,
      transform: shape.hasTransform ? rest.last : nil
    )
    return add(.comprehension(node), from: start, name: name)
  }

  /// Returns the name that an argument declares, or reports that it is none.
  private mutating func variable(_ argument: ID, of macro: String) -> String? {
    if case .identifier(let name, isAbsolute: false) = tree[argument] { return name }
    report(CELProblem(.notAName(macro: macro), range: tree.range(of: argument)))
    return nil
  }
}

extension Comprehension.Kind {
  /// What the arguments of a macro are, in this order: variables, condition, transformation.
  struct Shape {
    let variableCount: Int
    let hasCondition: Bool
    let hasTransform: Bool
  }

  /// Returns the shape of the macro with a number of arguments; nil when it can't have as many.
  func shape(argumentCount: Int) -> Shape? {
    switch (self, argumentCount) {
    case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2):
      Shape(variableCount: 1, hasCondition: true, hasTransform: false)
    case (.all, 3), (.exists, 3), (.existsOne, 3):
      Shape(variableCount: 2, hasCondition: true, hasTransform: false)
    case (.map, 2), (.sortBy, 2):
      Shape(variableCount: 1, hasCondition: false, hasTransform: true)
    case (.map, 3):
      Shape(variableCount: 1, hasCondition: true, hasTransform: true)
    case (.transformList, 3), (.transformMap, 3), (.transformMapEntry, 3):
      Shape(variableCount: 2, hasCondition: false, hasTransform: true)
    case (.transformList, 4), (.transformMap, 4), (.transformMapEntry, 4):
      Shape(variableCount: 2, hasCondition: true, hasTransform: true)
    default: nil
    }
  }
}

extension SyntaxNode {
  /// The name before the dot of cel.bind.
  fileprivate static let cel = SyntaxNode.identifier("cel", isAbsolute: false)
}
