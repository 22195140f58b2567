extension SyntaxTree {
  /// Writes the expression in its usual form; to parse it gives an equal tree.
  public var text: String { text(of: root) }

  /// Writes a part of the expression in its usual form.
  public func text(of id: ID) -> String {
    var unparser = Unparser(tree: self)
    unparser.write(id)
    return unparser.text
  }
}

/// Writes expressions with as few parentheses as they need.
private struct Unparser {
  let tree: SyntaxTree
  var text = ""

  /// Writes a node; in parentheses when it binds less tightly than its place wants.
  mutating func write(_ id: SyntaxTree.ID, minimum: Int = 0) {
    let node = tree[id]
    guard node.precedence >= minimum else {
      text += "("
      write(node)
      text += ")"
      return
    }
    write(node)
  }

  private mutating func write(_ node: SyntaxNode) {
    switch node {
    case .invalid: text += "?"
    case .literal(let literal): text += literal.text
    case .identifier(let name, let isAbsolute): text += (isAbsolute ? "." : "") + name
    case .select(let operand, let field, let isOptional):
      write(operand, minimum: Precedence.member)
      text += (isOptional ? ".?" : ".") + quoted(field)
    case .presence(let operand, let field):
      text += "has("
      write(operand, minimum: Precedence.member)
      text += ".\(quoted(field)))"
    case .index(let operand, let index, let isOptional):
      write(operand, minimum: Precedence.member)
      text += isOptional ? "[?" : "["
      write(index)
      text += "]"
    case .call(let target, let function, let arguments):
      writeCall(target, function, arguments)
    case .list, .map, .message: writeAggregate(node)
    case .comprehension(let comprehension): write(comprehension)
    case .binding(let name, let value, let body):
      text += "cel.bind(\(name), "
      write(value)
      text += ", "
      write(body)
      text += ")"
    case .optionalMapping(let operand, let variable, let body, let isFlat):
      write(operand, minimum: Precedence.member)
      text += isFlat ? ".optFlatMap(\(variable), " : ".optMap(\(variable), "
      write(body)
      text += ")"
    default: writeOperator(node)
    }
  }

  private mutating func writeOperator(_ node: SyntaxNode) {
    switch node {
    case .unary(let unaryOperator, let operand):
      text += unaryOperator.rawValue
      // A minus before a number would be read as its sign.
      let startsWithNumber = unaryOperator == .negate && startsWithNumber(operand)
      write(operand, minimum: startsWithNumber ? Precedence.none : Precedence.unary)
    case .binary(let binaryOperator, let left, let right):
      write(left, minimum: node.precedence)
      text += " \(binaryOperator.rawValue) "
      write(right, minimum: node.precedence + 1)
    case .logical(let logicalOperator, let operands):
      for (position, operand) in operands.enumerated() {
        if position > 0 { text += " \(logicalOperator.rawValue) " }
        write(operand, minimum: node.precedence + 1)
      }
    case .conditional(let condition, let then, let otherwise):
      write(condition, minimum: Precedence.or)
      text += " ? "
      write(then, minimum: Precedence.or)
      text += " : "
      write(otherwise)
    default: break
    }
  }

  private mutating func writeCall(
    _ target: SyntaxTree.ID?,
    _ function: String,
    _ arguments: [SyntaxTree.ID]
  ) {
    if let target {
      write(target, minimum: Precedence.member)
      text += "."
    }
    text += function + "("
    writeList(arguments) { $0.write($1) }
    text += ")"
  }

  private mutating func writeAggregate(_ node: SyntaxNode) {
    switch node {
    case .list(let elements):
      text += "["
      writeList(elements) {
        if $1.isOptional { $0.text += "?" }
        $0.write($1.value)
      }
      text += "]"
    case .map(let entries):
      text += "{"
      writeList(entries) {
        if $1.isOptional { $0.text += "?" }
        $0.write($1.key)
        $0.text += ": "
        $0.write($1.value)
      }
      text += "}"
    case .message(let name, let fields):
      text += name + "{"
      writeList(fields) {
        $0.text += ($1.isOptional ? "?" : "") + $1.name + ": "
        $0.write($1.value)
      }
      text += "}"
    default: break
    }
  }

  private mutating func write(_ comprehension: Comprehension) {
    write(comprehension.range, minimum: Precedence.member)
    text += ".\(comprehension.kind.rawValue)(" + comprehension.variables.joined(separator: ", ")
    for part in [comprehension.condition, comprehension.transform] {
      guard let part else { continue }
      text += ", "
      write(part)
    }
    text += ")"
  }

  private mutating func writeList<Element>(
    _ elements: [Element],
    _ body: (inout Unparser, Element) -> Void
  ) {
    for (position, element) in elements.enumerated() {
      if position > 0 { text += ", " }
      body(&self, element)
    }
  }

  /// Whether the text of a node begins with the digit of an int or a double.
  private func startsWithNumber(_ id: SyntaxTree.ID) -> Bool {
    switch tree[id] {
    case .literal(.int(let int)): int >= 0
    case .literal(.double(let double)): double.sign == .plus
    case .select(let first, _, _), .index(let first, _, _), .call(let first?, _, _),
      .optionalMapping(let first, _, _, _):
      startsWithNumber(first)
    case .comprehension(let comprehension): startsWithNumber(comprehension.range)
    default: false
    }
  }

  private func quoted(_ field: String) -> String {
    let bytes = Array(field.utf8)
    let isPlain = bytes.first?.isIdentifierStart == true && bytes.allSatisfy(\.isIdentifierPart)
    return isPlain ? field : "`\(field)`"
  }
}

private enum Precedence {
  static let conditional = 0
  static let or = 1
  static let and = 2
  static let unary = 6
  static let member = 7
  /// More than any node has: always in parentheses.
  static let none = 8
}

extension SyntaxNode {
  fileprivate var precedence: Int {
    switch self {
    case .conditional: Precedence.conditional
    case .logical(.or, _): Precedence.or
    case .logical(.and, _): Precedence.and
    case .binary(let binaryOperator, _, _): Precedence.and + binaryOperator.precedence
    case .unary: Precedence.unary
    default: Precedence.member
    }
  }
}

extension Literal {
  /// The constant as an expression writes it.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .uint(let uint): "\(uint)u"
    case .double(let double): double.isFinite ? "\(double)" : (double < 0 ? "-1e999" : "1e999")
    case .string(let string): string.quoted
    case .bytes(let bytes): "b\"" + bytes.map(Self.escaped).joined() + "\""
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
      return String(Character(Unicode.Scalar(byte)))
    }
    let digits = String(byte, radix: 16)
    return "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}

extension String {
  /// The string between double quotes, with escapes for what a string literal can't have plainly.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
