extension Checker {
  // MARK: Calls

  /// Settles a call of a function.
  mutating func call(
    _ function: String,
    target: ID?,
    arguments: [ID],
    at id: ID
  ) -> CELType {
    guard let target else {
      let isAbsolute = function.hasPrefix(".")
      let name = isAbsolute ? String(function.dropFirst()) : function
      return plainCall(name, isAbsolute: isAbsolute, arguments: arguments, at: id)
    }
    if isInNamespace(target), let (prefix, isAbsolute) = dottedName(target),
      let declaration = declaration(of: prefix + "." + function, isAbsolute: isAbsolute)
    {
      return resolve(declaration, arguments, isMember: false, isQualified: true, at: id)
    }
    return memberCall(function, target: target, arguments: arguments, at: id)
  }

  private func declaration(of name: String, isAbsolute: Bool) -> FunctionDeclaration? {
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      if let declaration = environment.function(named: candidate),
        declaration.overloads.contains(where: { !$0.isMember })
      {
        return declaration
      }
    }
    return nil
  }

  private mutating func plainCall(
    _ name: String,
    isAbsolute: Bool,
    arguments: [ID],
    at id: ID
  ) -> CELType {
    if let declaration = declaration(of: name, isAbsolute: isAbsolute) {
      return resolve(declaration, arguments, isMember: false, isQualified: true, at: id)
    }
    for argument in arguments { type(of: argument) }
    let range = tree.nameRanges[Int(id)]
    if environment.function(named: name) != nil || MacroDeclaration.memberNames.contains(name) {
      report(.calledAsMember(name, isMember: true), at: range)
    } else {
      let known = environment.functions.lazy.filter { $0.hasOverloads(isMember: false) }.map(\.name)
      report(
        .undeclaredFunction(name, suggestion: nearestName(to: name, among: ["has"] + known)),
        at: range
      )
    }
    refer(id, to: .unknown(.undeclared(name)))
    return .dyn
  }

  private mutating func memberCall(
    _ name: String,
    target: ID,
    arguments: [ID],
    at id: ID
  ) -> CELType {
    if let declaration = environment.function(named: name),
      declaration.hasOverloads(isMember: true)
    {
      return resolve(declaration, [target] + arguments, isMember: true, isQualified: false, at: id)
    }
    let isChain = dottedName(target).map { isUndeclared($0.name) } ?? false
    let receiver: CELType = isChain ? .dyn : unifier.resolve(type(of: target))
    for argument in arguments { type(of: argument) }
    report(unknownMember(name, of: receiver, namespace: isChain ? target : nil), at: id)
    refer(id, to: .unknown(.undeclared(name)))
    return .dyn
  }

  /// Reports a problem with the name of a call.
  private mutating func report(_ kind: CELProblem.Kind, at id: ID) {
    report(kind, at: tree.nameRanges[Int(id)])
  }

  /// Whether a name before a dot is nothing known, so that it must be meant as a namespace.
  private func isUndeclared(_ name: String) -> Bool {
    let first = name.split(separator: ".").first.map(String.init) ?? name
    return environment.candidates(for: first, isAbsolute: false).allSatisfy {
      environment.slot(of: $0) == nil && environment.objectType(named: $0) == nil
    } && !environment.variables.contains { $0.name.hasPrefix(first + ".") }
      && !locals.contains { $0.name == first }
  }

  private func unknownMember(
    _ name: String,
    of receiver: CELType,
    namespace: ID?
  ) -> CELProblem.Kind {
    if let namespace, let prefix = dottedName(namespace)?.name {
      let full = prefix + "." + name
      let known = environment.functions.map(\.name)
      return .undeclaredFunction(full, suggestion: nearestName(to: full, among: known))
    }
    if environment.function(named: name) != nil || name == "has" {
      return .calledAsMember(name, isMember: false)
    }
    if case .object(let type) = receiver,
      environment.objectType(named: type)?.field(named: name) != nil
    {
      return .fieldIsNoFunction(name)
    }
    let known = environment.functions.lazy.filter { $0.hasOverloads(isMember: true) }.map(\.name)
    let names = MacroDeclaration.memberNames + Array(known)
    return .undeclaredFunction(name, suggestion: nearestName(to: name, among: names))
  }

  /// Picks the overloads that take the arguments.
  private mutating func resolve(
    _ declaration: FunctionDeclaration,
    _ arguments: [ID],
    isMember: Bool,
    isQualified: Bool,
    at id: ID
  ) -> CELType {
    let found = arguments.map { type(of: $0) }
    let all = declaration.overloads.filter { $0.isMember == isMember }
    let (chosen, result) = match(all, found)
    guard !chosen.isEmpty else {
      report(
        .noMatchingOverload(
          function: declaration.name,
          found: describe(found, isMember: isMember),
          expected: all.map { $0.signature(named: declaration.name) }
        ),
        at: tree.nameRanges[Int(id)]
      )
      refer(id, to: .overloads(all, name: declaration.name, isQualified: isQualified))
      return .dyn
    }
    refer(id, to: .overloads(chosen, name: declaration.name, isQualified: isQualified))
    return result
  }

  /// Returns the overloads that take arguments of some types, and the type of their value.
  mutating func match(
    _ overloads: [Overload],
    _ arguments: [CELType]
  ) -> (chosen: [Overload], result: CELType) {
    var chosen: [Overload] = []
    var result = CELType.dyn
    for overload in overloads where overload.takes(argumentCount: arguments.count) {
      let (declared, made) = unifier.instantiate(overload, argumentCount: arguments.count)
      guard unifier.accepts(arguments, as: declared) else { continue }
      result = chosen.isEmpty || unifier.resolve(result) == unifier.resolve(made) ? made : .dyn
      chosen.append(overload)
      let isSettled = arguments.allSatisfy { !unifier.resolve($0).mentionsDyn }
      if isSettled { break }
    }
    return (chosen, result)
  }

  private func describe(_ types: [CELType], isMember: Bool) -> String {
    var names = types.map { unifier.resolve($0, freeAsDyn: true).description }
    let receiver = isMember && !names.isEmpty ? "a \(names.removeFirst()) with " : ""
    return receiver + "(" + names.joined(separator: ", ") + ")"
  }
}

extension FunctionDeclaration {
  /// Whether the function can be called on a value, or without one.
  func hasOverloads(isMember: Bool) -> Bool { overloads.contains { $0.isMember == isMember } }
}

extension CELType {
  /// Whether dyn or a parameter stands anywhere in the type, so that the value may be of several.
  var mentionsDyn: Bool {
    switch self {
    case .dyn, .parameter: true
    case .list(let part), .wrapper(let part), .optional(let part), .type(let part):
      part.mentionsDyn
    case .map(let key, let value): key.mentionsDyn || value.mentionsDyn
    case .opaque(_, let parts): parts.contains(where: \.mentionsDyn)
    default: false
    }
  }
}
