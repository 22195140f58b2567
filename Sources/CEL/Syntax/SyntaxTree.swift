/// The tree of an expression: its nodes in one array, children before their parents.
///
/// Two trees are equal when they mean the same, wherever their nodes were written.
public struct SyntaxTree: Sendable {
  /// The number of a node in its tree.
  public typealias ID = Int32

  /// The nodes.
  public internal(set) var nodes: [SyntaxNode] = []
  /// The bytes of the text that each node covers.
  public internal(set) var ranges: [Range<Int>] = []
  /// The bytes of the name or the operator that each node is called by.
  public internal(set) var nameRanges: [Range<Int>] = []
  /// How deep the tree below each node is; a leaf has 1.
  var depths: [Int] = []
  /// The node of the whole expression.
  public internal(set) var root: ID = 0

  /// Returns a node.
  public subscript(id: ID) -> SyntaxNode { nodes[Int(id)] }

  /// Returns the bytes of the text that a node covers.
  public func range(of id: ID) -> Range<Int> { ranges[Int(id)] }

  /// Returns a part of the expression as one of its own; places stay those in the whole text.
  public func part(_ id: ID) -> SyntaxTree {
    var part = self
    part.root = id
    return part
  }
}

extension SyntaxTree: Equatable {
  /// Returns whether two trees mean the same.
  public static func == (left: SyntaxTree, right: SyntaxTree) -> Bool {
    left.nodes == right.nodes && left.root == right.root
  }
}

/// One node of an expression's tree.
public indirect enum SyntaxNode: Hashable, Sendable {
  /// What could not be parsed.
  case invalid
  case literal(Literal)
  /// A name; absolute when a dot before it skips the container and the variables of macros.
  case identifier(String, isAbsolute: Bool)
  case select(SyntaxTree.ID, field: String, isOptional: Bool)
  /// The macro has(operand.field).
  case presence(SyntaxTree.ID, field: String)
  case index(SyntaxTree.ID, SyntaxTree.ID, isOptional: Bool)
  case call(target: SyntaxTree.ID?, function: String, arguments: [SyntaxTree.ID])
  case unary(UnaryOperator, SyntaxTree.ID)
  case binary(BinaryOperator, SyntaxTree.ID, SyntaxTree.ID)
  /// A chain of one logical operator, with at least two operands.
  case logical(LogicalOperator, [SyntaxTree.ID])
  case conditional(SyntaxTree.ID, then: SyntaxTree.ID, otherwise: SyntaxTree.ID)
  case list([ListElement])
  case map([MapEntry])
  /// The making of a message: a type's name and its fields.
  case message(String, [MessageField])
  case comprehension(Comprehension)
  /// The macro cel.bind(name, value, body).
  case binding(String, value: SyntaxTree.ID, body: SyntaxTree.ID)
  /// The macros optMap(name, body) and, flat, optFlatMap(name, body).
  case optionalMapping(SyntaxTree.ID, variable: String, body: SyntaxTree.ID, isFlat: Bool)

  /// An element of a list; an optional one is left out when it is none.
  public struct ListElement: Hashable, Sendable {
    /// The element.
    public let value: SyntaxTree.ID
    /// Whether a question mark stands before it.
    public let isOptional: Bool
  }

  /// An entry of a map; an optional one is left out when its value is none.
  public struct MapEntry: Hashable, Sendable {
    /// The key.
    public let key: SyntaxTree.ID
    /// The value.
    public let value: SyntaxTree.ID
    /// Whether a question mark stands before the key.
    public let isOptional: Bool
  }

  /// A field of a message.
  public struct MessageField: Hashable, Sendable {
    /// The name of the field.
    public let name: String
    /// The value of the field.
    public let value: SyntaxTree.ID
    /// Whether a question mark stands before the name.
    public let isOptional: Bool
  }
}

/// A constant written in an expression.
public enum Literal: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case uint(UInt)
  case double(Double)
  case string(String)
  case bytes([UInt8])
}

/// An operator with one operand.
public enum UnaryOperator: String, Hashable, Sendable {
  case not = "!"
  case negate = "-"
}

/// An operator that decides as early as it can.
public enum LogicalOperator: String, Hashable, Sendable {
  case and = "&&"
  case or = "||"
}

/// An operator with two operands.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
}

/// A macro that goes through the elements of a list or the entries of a map.
public struct Comprehension: Hashable, Sendable {
  /// What becomes of the elements.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case all
    case exists
    case existsOne = "exists_one"
    case map
    case filter
    case transformList
    case transformMap
    case transformMapEntry
    case sortBy
  }

  /// What becomes of the elements.
  public let kind: Kind
  /// The list or map that is gone through.
  public let range: SyntaxTree.ID
  /// The names the macro declares: the element, or the index or key and the element.
  public let variables: [String]
  /// The condition an element must meet, where the macro has one.
  public let condition: SyntaxTree.ID?
  /// What is made of an element, where the macro makes something.
  public let transform: SyntaxTree.ID?
}

extension SyntaxNode {
  /// Calls a function with each child, in the order of the text.
  public func forEachChild(_ body: (SyntaxTree.ID) -> Void) {
    switch self {
    case .invalid, .literal, .identifier: break
    case .select(let operand, _, _), .presence(let operand, _), .unary(_, let operand):
      body(operand)
    case .index(let first, let second, _), .binary(_, let first, let second),
      .binding(_, let first, let second), .optionalMapping(let first, _, let second, _):
      body(first)
      body(second)
    case .call(let target, _, let arguments):
      target.map(body)
      arguments.forEach(body)
    case .logical(_, let operands): operands.forEach(body)
    case .conditional(let condition, let then, let otherwise):
      [condition, then, otherwise].forEach(body)
    case .list(let elements): elements.forEach { body($0.value) }
    case .map(let entries):
      for entry in entries {
        body(entry.key)
        body(entry.value)
      }
    case .message(_, let fields): fields.forEach { body($0.value) }
    case .comprehension(let comprehension):
      body(comprehension.range)
      comprehension.condition.map(body)
      comprehension.transform.map(body)
    }
  }
}
