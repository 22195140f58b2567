/// Finds out what type parameters stand for while an expression is checked.
///
/// The rules are those of the language's specification: dyn agrees with everything, a parameter
/// takes on the most general of the types it meets, null agrees with whatever may be null.
struct TypeUnifier {
  private var bindings: [String: CELType] = [:]
  /// What bindings were before, to take back what was tried in vain.
  private var earlier: [(name: String, type: CELType?)] = []
  private var freshCount = 0

  /// Makes a parameter that stands for a type not known yet.
  mutating func fresh() -> CELType {
    freshCount += 1
    return .parameter("_\(freshCount)")
  }

  /// Returns the types of an overload's parameters and value, with new type parameters, the same
  /// for the same name.
  mutating func instantiate(
    _ overload: Overload,
    argumentCount: Int
  ) -> (parameters: [CELType], result: CELType) {
    let isExact = overload.parameters.count == argumentCount
    let parameters =
      isExact ? overload.parameters : (0..<argumentCount).map { overload.parameter(at: $0) }
    guard overload.isGeneric else { return (parameters, overload.result) }
    var renamed: [String: CELType] = [:]
    return (parameters.map { instantiate($0, &renamed) }, instantiate(overload.result, &renamed))
  }

  private mutating func instantiate(
    _ type: CELType,
    _ renamed: inout [String: CELType]
  ) -> CELType {
    guard type.hasParameters else { return type }
    if case .parameter(let name) = type {
      if let known = renamed[name] { return known }
      let new = fresh()
      renamed[name] = new
      return new
    }
    var parts: [CELType] = []
    for part in type.parts { parts.append(instantiate(part, &renamed)) }
    return type.replacingParts(parts)
  }

  /// Returns a type with what its parameters stand for; the rest of them becomes dyn if wanted.
  func resolve(_ type: CELType, freeAsDyn: Bool = false) -> CELType {
    guard type.hasParameters else { return type }
    if case .parameter(let name) = type {
      if let bound = bindings[name] { return resolve(bound, freeAsDyn: freeAsDyn) }
      return freeAsDyn ? .dyn : type
    }
    return type.replacingParts(type.parts.map { resolve($0, freeAsDyn: freeAsDyn) })
  }

  /// Checks arguments against parameters; keeps what was learned only when all agree.
  mutating func accepts(_ arguments: [CELType], as parameters: [CELType]) -> Bool {
    let start = earlier.count
    for (argument, parameter) in zip(arguments, parameters) {
      guard isAssignable(argument, to: parameter) else {
        takeBack(to: start)
        return false
      }
      widen(argument, for: parameter)
    }
    return true
  }

  /// Returns the type that two branches or elements have in common, dyn if nothing else.
  mutating func join(_ first: CELType, _ second: CELType) -> CELType {
    let start = earlier.count
    guard isAssignable(second, to: first) || isAssignable(first, to: second) else {
      takeBack(to: start)
      return .dyn
    }
    return moreGeneral(resolve(first), resolve(second))
  }

  /// Checks whether a value of one type can stand where another is asked for.
  mutating func isAssignable(_ source: CELType, to target: CELType) -> Bool {
    let source = shallow(source)
    let target = shallow(target)
    if source == target { return true }
    if case .parameter(let name) = target { return bind(name, to: source) }
    if case .parameter(let name) = source { return bind(name, to: target) }
    switch (source, target) {
    case (.dyn, _), (_, .dyn): return true
    case (_, .number): return source.unwrapped.isNumeric
    case (.null, _): return target.isNullable
    case (_, .null): return source.isNullable
    case (.wrapper(let inner), _): return isAssignable(inner, to: target.unwrapped)
    case (_, .wrapper(let inner)): return isAssignable(source, to: inner)
    case (.list(let source), .list(let target)), (.optional(let source), .optional(let target)):
      return isAssignable(source, to: target)
    case (.map(let key, let value), .map(let targetKey, let targetValue)):
      return isAssignable(key, to: targetKey) && isAssignable(value, to: targetValue)
    case (.type, .type): return true
    case (.opaque(let name, let parts), .opaque(let targetName, let targetParts)):
      guard name == targetName, parts.count == targetParts.count else { return false }
      return zip(parts, targetParts).allSatisfy { isAssignable($0, to: $1) }
    default: return false
    }
  }

  /// Follows a parameter to what it stands for, without looking inside.
  private func shallow(_ type: CELType) -> CELType {
    var type = type
    while case .parameter(let name) = type, let bound = bindings[name] { type = bound }
    return type
  }

  private mutating func bind(_ name: String, to type: CELType) -> Bool {
    guard !occurs(name, in: type) else { return false }
    set(name, to: type)
    return true
  }

  private mutating func set(_ name: String, to type: CELType) {
    earlier.append((name, bindings.updateValue(type, forKey: name)))
  }

  private mutating func takeBack(to count: Int) {
    while earlier.count > count {
      let (name, type) = earlier.removeLast()
      bindings[name] = type
    }
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    guard type.hasParameters else { return false }
    if case .parameter(let other) = type {
      return other == name || (bindings[other].map { occurs(name, in: $0) } ?? false)
    }
    return type.parts.contains { occurs(name, in: $0) }
  }

  /// Widens what the parameters of a declaration stand for: where an argument is more general than
  /// what an earlier one bound a parameter to, the parameter takes on the more general type.
  private mutating func widen(_ argument: CELType, for parameter: CELType) {
    guard parameter.hasParameters else { return }
    if case .parameter(let name) = parameter {
      guard let bound = bindings[name] else { return }
      let general = moreGeneral(resolve(bound), resolve(argument))
      if !occurs(name, in: general) { set(name, to: general) }
      return
    }
    let argument = shallow(argument)
    for (part, target) in zip(argument.parts, parameter.parts)
    where argument.parts.count == parameter.parts.count {
      widen(part, for: target)
    }
  }

  /// Returns the more general of two types that agree.
  private func moreGeneral(_ first: CELType, _ second: CELType) -> CELType {
    switch (first, second) {
    case (.parameter, _): return second
    case (_, .parameter): return first
    case (.dyn, _), (_, .dyn): return .dyn
    case (.null, .wrapper), (.null, .object), (.null, .opaque), (.null, .optional),
      (.null, .timestamp), (.null, .duration):
      return second
    case (_, .null): return first
    case (.wrapper, _): return first
    case (_, .wrapper): return second
    default:
      let parts = zip(first.parts, second.parts).map { moreGeneral($0, $1) }
      return parts.count == first.parts.count ? first.replacingParts(parts) : first
    }
  }
}

extension CELType {
  /// The types that a type is made of.
  var parts: [CELType] {
    switch self {
    case .wrapper(let part), .list(let part), .optional(let part), .type(let part): [part]
    case .map(let key, let value): [key, value]
    case .opaque(_, let parts): parts
    default: []
    }
  }

  /// Returns the type made of other parts, of which there are as many.
  func replacingParts(_ parts: [CELType]) -> CELType {
    switch self {
    case .wrapper: .wrapper(parts[0])
    case .list: .list(parts[0])
    case .optional: .optional(parts[0])
    case .type: .type(parts[0])
    case .map: .map(key: parts[0], value: parts[1])
    case .opaque(let name, _): .opaque(name, parts)
    default: self
    }
  }

  /// Whether a type parameter stands anywhere in the type.
  var hasParameters: Bool {
    switch self {
    case .parameter: true
    case .list(let part), .wrapper(let part), .optional(let part), .type(let part):
      part.hasParameters
    case .map(let key, let value): key.hasParameters || value.hasParameters
    case .opaque(_, let parts): parts.contains(where: \.hasParameters)
    default: false
    }
  }
}
