/// A function that expressions can call: its words, its signatures, its examples and its work.
///
/// The same record drives the checker, the evaluator, the reference pages and the example tests.
public struct FunctionDeclaration: Sendable {
  /// The name; dots separate the namespace, as in math.abs.
  public let name: String
  /// One sentence on what the function does.
  public let summary: String
  /// The ways to call the function.
  public let overloads: [Overload]
  /// Calls with their results.
  public let examples: [Example]

  /// Declares a function.
  public init(
    _ name: String,
    _ summary: String,
    overloads: [Overload],
    examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.overloads = overloads
    self.examples = examples
  }

  /// An expression and the expression of its value.
  public struct Example: Hashable, Sendable {
    /// The call.
    public let expression: String
    /// An expression with the same value, or the message of the failure after "error: ".
    public let result: String

    /// Makes an example.
    public init(_ expression: String, _ result: String) {
      self.expression = expression
      self.result = result
    }
  }
}

/// What a function does: arguments and the host of the evaluation in, a value out.
///
/// It is called with arguments of the declared types only, but for two things: an object may be
/// null, and the elements of lists and maps are not looked at.
public typealias FunctionBody = @Sendable (Arguments, any Host) -> Value

/// A function's work in a box of its own: in an optional, or handed through a generic function, a
/// closure would be wrapped, and each call would go through the wrappings.
struct FunctionWork: Sendable {
  let run: FunctionBody
}

/// One way to call a function.
public struct Overload: Sendable {
  /// The types of the arguments, the receiver of a member call first.
  public let parameters: [CELType]
  /// The type of the value.
  public let result: CELType
  /// Whether the first argument stands before the name and a dot.
  public let isMember: Bool
  /// Whether the last parameter may be repeated.
  public let isVariadic: Bool
  /// Whether a type parameter stands in any of the types.
  let isGeneric: Bool
  /// The work; nil for what the evaluator does itself or what can only be checked.
  let work: FunctionWork?
  /// Whether equal arguments always give an equal value, so that a constant call is done once.
  private(set) var isPure = false

  private init(
    _ parameters: [CELType],
    _ result: CELType,
    isMember: Bool,
    isVariadic: Bool,
    work: FunctionWork?
  ) {
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
    self.isVariadic = isVariadic
    isGeneric = parameters.contains(where: \.hasParameters) || result.hasParameters
    self.work = work
  }

  /// Declares a call like name(a, b).
  public static func function(
    _ parameters: [CELType],
    _ result: CELType,
    isVariadic: Bool = false,
    body: @escaping FunctionBody
  ) -> Overload {
    let work = FunctionWork(run: body)
    return Overload(parameters, result, isMember: false, isVariadic: isVariadic, work: work)
  }

  /// Declares a call like name(a, b) that the evaluator does itself or that can only be checked.
  public static func function(
    _ parameters: [CELType],
    _ result: CELType,
    isVariadic: Bool = false
  ) -> Overload {
    Overload(parameters, result, isMember: false, isVariadic: isVariadic, work: nil)
  }

  /// Declares a call like a.name(b); the first parameter is the receiver.
  public static func member(
    _ parameters: [CELType],
    _ result: CELType,
    body: @escaping FunctionBody
  ) -> Overload {
    let work = FunctionWork(run: body)
    return Overload(parameters, result, isMember: true, isVariadic: false, work: work)
  }

  /// Declares a call like a.name(b) that the evaluator does itself or that can only be checked.
  public static func member(_ parameters: [CELType], _ result: CELType) -> Overload {
    Overload(parameters, result, isMember: true, isVariadic: false, work: nil)
  }

  /// The overload, known to need nothing but its arguments.
  var pure: Overload {
    var copy = self
    copy.isPure = true
    return copy
  }

  /// Whether a call with a number of arguments, the receiver included, can be this one.
  func takes(argumentCount: Int) -> Bool {
    isVariadic ? argumentCount >= parameters.count : argumentCount == parameters.count
  }

  /// Returns the parameter that an argument belongs to.
  func parameter(at position: Int) -> CELType {
    position < parameters.count ? parameters[position] : parameters[parameters.count - 1]
  }

  /// Returns the call as documentation and problems write it, such as string.size() -> int.
  public func signature(named name: String) -> String {
    var rest = parameters.map(\.description)
    let receiver = isMember && !rest.isEmpty ? rest.removeFirst() + "." : ""
    let list = rest.joined(separator: ", ") + (isVariadic ? ", …" : "")
    return "\(receiver)\(name)(\(list)) -> \(result)"
  }
}

/// The arguments of a call, the receiver of a member call first.
public struct Arguments: Sendable {
  private let first: Value
  private let second: Value
  private let third: Value
  private let rest: [Value]
  /// The number of arguments.
  public let count: Int

  init(_ first: Value = .null, _ second: Value = .null, _ third: Value = .null, count: Int) {
    self.first = first
    self.second = second
    self.third = third
    rest = []
    self.count = count
  }

  /// Makes the arguments of a call, such as a test does.
  public init(_ values: [Value]) {
    first = values.first ?? .null
    second = values.count > 1 ? values[1] : .null
    third = values.count > 2 ? values[2] : .null
    rest = Array(values.dropFirst(3))
    count = values.count
  }

  /// The steps that it takes to go through the arguments.
  var cost: Int {
    let more = rest.isEmpty ? 0 : rest.reduce(0) { $0 + $1.size / 16 }
    return first.size / 16 + second.size / 16 + third.size / 16 + more
  }

  /// Returns an argument, null past the last one.
  public subscript(position: Int) -> Value {
    switch position {
    case 0: first
    case 1: second
    case 2: third
    default: position - 3 < rest.count && position >= 3 ? rest[position - 3] : .null
    }
  }

  /// All arguments, in an array of their own.
  public var all: [Value] { (0..<count).map { self[$0] } }

  /// Returns the object of an argument; nil when it is null.
  public func object(_ position: Int) -> ObjectReference? { self[position].asObject }

  /// Returns the text of an argument that is declared a string.
  public func string(_ position: Int) -> String { self[position].asString ?? "" }

  /// Returns the number of an argument that is declared an int.
  public func int(_ position: Int) -> Int { self[position].asInt ?? 0 }

  /// Returns the elements of an argument that is declared a list.
  public func list(_ position: Int) -> ValueList { self[position].asList ?? .empty }
}
