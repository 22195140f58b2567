/// What a checked expression has become for evaluating it: instructions that refer to each other,
/// to variables, to fields and to functions by number.
///
/// A class, since evaluation calls itself for every instruction: one pointer is passed along
/// where a structure would hand on all its tables. Nothing in it ever changes.
final class Plan: Sendable {
  typealias ID = Int32

  /// The instructions; those that an instruction needs stand before it.
  let instructions: [Instruction]
  /// The bytes of the expression's text that each instruction came from.
  let ranges: [Range<Int>]
  let constants: [Value]
  /// Lists of instructions, for those that need more than three.
  let operands: [ID]
  let calls: [Call]
  let loops: [Loop]
  let fields: [FieldTable]
  let patterns: [LinearPattern]
  let root: ID
  let registerCount: Int
  let variableCount: Int
  let type: CELType
  let fieldsOfNullAreNull: Bool

  init(_ planner: Planner, root: ID) {
    instructions = planner.instructions
    ranges = planner.ranges
    constants = planner.constants
    operands = planner.operands
    calls = planner.calls
    loops = planner.loops
    fields = planner.fields
    patterns = planner.patterns
    self.root = root
    registerCount = planner.checked.registerCount
    variableCount = planner.checked.environment.variables.count
    type = planner.checked.type
    fieldsOfNullAreNull = planner.checked.environment.fieldsOfNullAreNull
  }

  /// One step of an evaluation; what the numbers mean depends on the operation.
  struct Instruction {
    let operation: Operation
    let a: Int32
    let b: Int32
    let c: Int32

    init(_ operation: Operation, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0) {
      self.operation = operation
      self.a = a
      self.b = b
      self.c = c
    }
  }

  /// What an instruction does; in brackets what its numbers are.
  enum Operation: UInt8 {
    /// [constant]
    case constant
    /// [variable]
    case variable
    /// [register]
    case register
    /// Reads a field of an object: [operand, slot, field table].
    case field
    /// Reads a field of the object in a variable: [variable, slot, field table].
    case variableField
    /// Reads a field of the object in a register: [register, slot, field table].
    case registerField
    /// Reads a field of whatever has it: [operand, field table].
    case dynamicField
    /// [operand, field table]
    case optionalField
    /// [operand, field table]
    case hasField
    /// [operand, index]
    case index
    /// [operand, index]
    case optionalIndex
    /// [operand]
    case not
    /// [operand]
    case negate
    /// [first of the operands, their number]
    case and
    /// [first of the operands, their number]
    case or
    /// [condition, then, otherwise]
    case conditional
    /// [left, right]
    case equal
    /// [left, right]
    case notEqual
    /// [left, right]
    case less
    /// [left, right]
    case lessOrEqual
    /// [left, right]
    case greater
    /// [left, right]
    case greaterOrEqual
    /// [element, list or map]
    case isIn
    /// [left, right]
    case add
    /// [left, right]
    case subtract
    /// [left, right]
    case multiply
    /// [left, right]
    case divide
    /// [left, right]
    case remainder
    /// [first of the operands, their number, operands that tell which are optional]
    case list
    /// [first of the operands, number of entries]: key, value, whether the entry is optional.
    case map
    /// [call]
    case call
    /// Counts the elements of a list or map: [operand, call that does it for any other value].
    case size
    /// Matches a pattern known beforehand: [operand, pattern].
    case matches
    /// [loop]
    case loop
    /// [register, value, body]
    case bind
    /// [register, operand, body]
    case optionalMap
    /// [register, operand, body]
    case optionalFlatMap
  }

  /// A call of a function: its arguments and what may take them.
  struct Call {
    let name: String
    let isMember: Bool
    let arguments: [ID]
    let candidates: [Candidate]
    /// Whether the types of the arguments must be looked at before the only candidate is called.
    let isGuarded: Bool
  }

  /// An overload, ready to be called.
  struct Candidate {
    let parameters: [RuntimeType]
    let isVariadic: Bool
    let work: FunctionWork
  }

  /// A macro that goes through a list or a map.
  struct Loop {
    let kind: Comprehension.Kind
    let range: ID
    let firstRegister: Int
    let isPair: Bool
    let condition: ID?
    let transform: ID?
    /// What one round costs in steps.
    let cost: Int
  }
}

/// The kinds of values that a parameter takes, as a set of bits.
struct RuntimeType: Sendable {
  private let kinds: UInt16
  /// The number of the only object type; nil for any.
  private let object: Int32?

  /// Makes the kinds of a type; what null may stand for is only said of the types of arguments.
  init(_ type: CELType, in environment: Environment, isArgument: Bool) {
    var kinds = type.kinds
    if case .object = type { kinds |= CELType.null.kinds }
    if isArgument {
      if type.isNullable { kinds |= CELType.null.kinds }
      if environment.fieldsOfNullAreNull, !type.isScalar { kinds |= CELType.null.kinds }
    }
    self.kinds = kinds
    if case .object(let name) = type {
      object = environment.objectType(named: name)?.number ?? -1
    } else {
      object = nil
    }
  }

  /// Whether a value is of one of the kinds.
  func contains(_ value: Value) -> Bool {
    guard kinds & value.kind != 0 else { return false }
    guard let object, case .object(let reference) = value else { return true }
    return reference.type == object
  }

  /// Whether every value of the other kinds is of these.
  func contains(allOf other: RuntimeType) -> Bool {
    other.kinds & ~kinds == 0 && (object == nil || object == other.object)
  }
}

extension CELType {
  /// The bit of the kind of the type's values; all bits for dyn.
  fileprivate var kinds: UInt16 {
    switch self {
    case .null: 1
    case .bool: 1 << 1
    case .int: 1 << 2
    case .uint: 1 << 3
    case .double: 1 << 4
    case .string: 1 << 5
    case .bytes: 1 << 6
    case .timestamp: 1 << 7
    case .duration: 1 << 8
    case .object: 1 << 9
    case .list: 1 << 10
    case .map: 1 << 11
    case .optional: 1 << 12
    case .type: 1 << 13
    case .wrapper(let scalar): scalar.kinds | 1
    case .number: CELType.int.kinds | CELType.uint.kinds | CELType.double.kinds
    case .dyn, .parameter, .opaque: .max
    }
  }

  fileprivate var isScalar: Bool {
    switch self {
    case .null, .bool, .int, .uint, .double, .string, .bytes: true
    default: false
    }
  }
}

extension Value {
  /// The bit of the value's kind.
  fileprivate var kind: UInt16 {
    switch self {
    case .null: 1
    case .bool: 1 << 1
    case .int: 1 << 2
    case .uint: 1 << 3
    case .double: 1 << 4
    case .string: 1 << 5
    case .bytes: 1 << 6
    case .timestamp: 1 << 7
    case .duration: 1 << 8
    case .object: 1 << 9
    case .list: 1 << 10
    case .map: 1 << 11
    case .optional: 1 << 12
    case .type: 1 << 13
    case .error: 1 << 14
    }
  }
}
