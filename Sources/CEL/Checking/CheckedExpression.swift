/// An expression whose names and types are settled: what a program is made from.
public struct CheckedExpression: Sendable {
  /// The tree of the expression.
  public let tree: SyntaxTree
  /// The type of each node.
  let types: [CELType]
  /// What each node refers to.
  let references: [Reference]
  /// The number of registers that the variables of macros need.
  let registerCount: Int
  let environment: Environment
  /// The plan, if it was made already to find constant parts that fail.
  var plan: Plan?

  /// What a name or a call stands for.
  enum Reference: Sendable {
    case none
    /// A variable of the environment, by slot.
    case variable(Int)
    /// The first of the registers that a macro's variables live in, or the register of a name.
    case register(Int)
    case constant(Value)
    /// The overloads that the arguments' types allow.
    case overloads([Overload], name: String, isQualified: Bool)
    /// What is not known, in an expression that was not checked.
    case unknown(EvaluationError.Kind)
  }

  /// The type of the expression's value.
  public var type: CELType { types[Int(tree.root)] }

  /// The slots of the variables that the expression reads, ascending.
  public var freeVariables: [Int] {
    var slots: Set<Int> = []
    for case .variable(let slot) in references { slots.insert(slot) }
    return slots.sorted()
  }

  /// The expression in its usual form.
  public var text: String { tree.text }

  /// Returns the type of a node.
  public func type(of id: SyntaxTree.ID) -> CELType { types[Int(id)] }
}

/// The problems of an expression that could not be compiled.
public struct CompilationFailure: Error, Hashable, Sendable {
  /// What is wrong, in the order of the text; never empty.
  public let problems: [CELProblem]
}

extension Environment {
  /// Parses and checks an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - expected: The type that the value must have, if any will not do.
  /// - Returns: The checked expression, or all its problems.
  public func compile(
    _ text: String,
    expecting expected: CELType? = nil
  ) -> Result<CheckedExpression, CompilationFailure> {
    let (tree, problems) = parseExpression(text)
    guard problems.isEmpty else { return .failure(CompilationFailure(problems: problems)) }
    return check(tree, expecting: expected)
  }

  /// Checks an expression that is parsed already and has no problems.
  public func check(
    _ tree: SyntaxTree,
    expecting expected: CELType? = nil
  ) -> Result<CheckedExpression, CompilationFailure> {
    var checker = Checker(tree, in: self)
    var checked = checker.check(expecting: expected)
    var problems = checker.problems
    if problems.isEmpty, reportsFailingConstants {
      var planner = Planner(checked)
      checked.plan = planner.plan()
      problems = planner.failingConstants.map { error in
        CELProblem(.alwaysFails(error.message), range: error.range ?? tree.range(of: tree.root))
      }
    }
    if problems.isEmpty { return .success(checked) }
    let sorted = problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return .failure(CompilationFailure(problems: sorted))
  }

  /// Parses an expression and settles its names, but leaves its types to the evaluation.
  ///
  /// Unknown names and calls that nothing can take become failures of the evaluation.
  public func compileUnchecked(_ text: String) -> Result<CheckedExpression, CompilationFailure> {
    let (tree, problems) = parseExpression(text)
    guard problems.isEmpty else { return .failure(CompilationFailure(problems: problems)) }
    var checker = Checker(tree, in: self)
    return .success(checker.check(expecting: nil))
  }
}
