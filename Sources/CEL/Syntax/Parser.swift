/// Parses the text of an expression.
///
/// Always gives a tree; where there are problems the tree ends in invalid nodes.
public func parseExpression(_ text: String) -> (tree: SyntaxTree, problems: [CELProblem]) {
  guard text.utf8.count <= Limits.expressionBytes else {
    var tree = SyntaxTree()
    let range = 0..<text.utf8.count
    _ = tree.append(.invalid, range: range, nameRange: range)
    return (tree, [CELProblem(.tooLong(limit: Limits.expressionBytes), range: range)])
  }
  var parser = Parser(text)
  return parser.parse()
}

extension SyntaxTree {
  /// Makes room for some nodes.
  fileprivate mutating func reserve(_ count: Int) {
    nodes.reserveCapacity(count)
    ranges.reserveCapacity(count)
    nameRanges.reserveCapacity(count)
    depths.reserveCapacity(count)
  }

  /// Adds a node above nodes that are there already.
  mutating func append(_ node: SyntaxNode, range: Range<Int>, nameRange: Range<Int>) -> ID {
    var depth = 0
    node.forEachChild { depth = max(depth, depths[Int($0)]) }
    nodes.append(node)
    ranges.append(range)
    nameRanges.append(nameRange)
    depths.append(depth + 1)
    return ID(nodes.count - 1)
  }
}

/// A parser by recursive descent, with precedence climbing for the operators of two operands.
///
/// It stops at the first problem: what comes after a syntax error is guesswork.
struct Parser {
  typealias ID = SyntaxTree.ID

  private(set) var tree = SyntaxTree()
  private var lexer: Lexer
  private(set) var token: Token
  /// Where the last token that was taken ends.
  private(set) var lastEnd = 0
  private(set) var problem: CELProblem?
  private var nesting = 0

  init(_ text: String) {
    lexer = Lexer(text)
    tree.reserve(text.utf8.count / 4)
    token = Token(kind: .end, range: 0..<0)
    advance()
    lastEnd = 0
  }

  mutating func parse() -> (tree: SyntaxTree, problems: [CELProblem]) {
    tree.root = expression()
    if token.kind != .end { fail(expected: "an operator or the end of the expression") }
    return (tree, problem.map { [$0] } ?? [])
  }

  // MARK: Tokens

  mutating func advance() {
    lastEnd = token.range.upperBound
    switch lexer.next() {
    case .success(let next): token = next
    case .failure(let found):
      report(found)
      token = Token(kind: .end, range: found.range.upperBound..<found.range.upperBound)
    }
  }

  /// Takes a sign if it is next.
  mutating func take(_ sign: Punctuation) -> Bool {
    guard token.kind == .punctuation(sign) else { return false }
    advance()
    return true
  }

  /// Takes a sign that must come next.
  mutating func expect(_ sign: Punctuation, otherwise expected: String? = nil) {
    if !take(sign) { fail(expected: expected ?? "'\(sign.rawValue)'") }
  }

  /// Keeps a problem unless there is one already, and lets the parser run out.
  mutating func report(_ found: CELProblem) {
    if problem == nil { problem = found }
    token = Token(kind: .end, range: token.range)
  }

  mutating func fail(expected: String) {
    report(
      CELProblem(
        .unexpected(found: token.description, expected: expected),
        range: token.range
      )
    )
  }

  // MARK: Nodes

  mutating func add(_ node: SyntaxNode, from start: Int, name: Range<Int>? = nil) -> ID {
    let range = start..<max(start, lastEnd)
    let id = tree.append(node, range: range, nameRange: name ?? range)
    guard tree.depths[Int(id)] > Limits.nesting else { return id }
    report(CELProblem(.tooDeep(limit: Limits.nesting), range: name ?? range))
    return tree.append(.invalid, range: range, nameRange: range)
  }

  mutating func invalid() -> ID { add(.invalid, from: token.range.lowerBound) }

  // MARK: Expressions

  mutating func expression() -> ID {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Limits.nesting else {
      report(CELProblem(.tooDeep(limit: Limits.nesting), range: token.range))
      return invalid()
    }
    let start = token.range.lowerBound
    let condition = logical(.or)
    let sign = token.range
    guard take(.question) else { return condition }
    let then = logical(.or)
    expect(.colon, otherwise: "':' and the value for false")
    let otherwise = expression()
    return add(
      .conditional(condition, then: then, otherwise: otherwise),
      from: start,
      name: sign
    )
  }

  private mutating func logical(_ logicalOperator: LogicalOperator) -> ID {
    let start = token.range.lowerBound
    let sign: Punctuation = logicalOperator == .or ? .or : .and
    var operands = [logicalOperator == .or ? logical(.and) : binary(minimum: 1)]
    let name = token.range
    while take(sign) {
      operands.append(logicalOperator == .or ? logical(.and) : binary(minimum: 1))
    }
    guard operands.count > 1 else { return operands[0] }
    return add(.logical(logicalOperator, operands), from: start, name: name)
  }

  private mutating func binary(minimum: Int) -> ID {
    let start = token.range.lowerBound
    var left = unary()
    while problem == nil, let (binaryOperator, precedence) = nextOperator, precedence >= minimum {
      let name = token.range
      advance()
      let right = binary(minimum: precedence + 1)
      left = add(.binary(binaryOperator, left, right), from: start, name: name)
    }
    return left
  }

  private var nextOperator: (BinaryOperator, Int)? {
    let found: BinaryOperator? =
      switch token.kind {
      case .punctuation(let sign): sign.binaryOperator
      case .identifier("in"): .isIn
      default: nil
      }
    return found.map { ($0, $0.precedence) }
  }

  private mutating func unary() -> ID {
    var operators: [(UnaryOperator, Range<Int>)] = []
    while true {
      let range = token.range
      if take(.not) {
        operators.append((.not, range))
      } else if take(.minus) {
        operators.append((.negate, range))
      } else {
        break
      }
    }
    var operand: ID
    if let last = operators.last, last.0 == .negate, case .literal(let literal) = token.kind,
      let negated = literal.negated
    {
      operators.removeLast()
      advance()
      let start = last.1.lowerBound
      operand = postfix(add(.literal(negated), from: start), from: start)
    } else {
      operand = member()
    }
    for (unaryOperator, range) in operators.reversed() where problem == nil {
      operand = add(.unary(unaryOperator, operand), from: range.lowerBound, name: range)
    }
    return operand
  }
}

extension BinaryOperator {
  /// How tightly the operator binds, from 1.
  var precedence: Int {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: 1
    case .add, .subtract: 2
    case .multiply, .divide, .remainder: 3
    }
  }
}

extension Literal {
  /// The number with the other sign, for a minus before it; nil for all but ints and doubles.
  fileprivate var negated: Literal? {
    switch self {
    case .int(let int): .int(0 &- int)
    case .double(let double): .double(-double)
    default: nil
    }
  }
}
