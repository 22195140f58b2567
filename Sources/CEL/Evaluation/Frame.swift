/// The values that an evaluation works with: variables by slot, and room for those of macros.
///
/// One frame serves any number of evaluations, of all programs of one environment, one after the
/// other; the caller changes what differs between them.
public struct Frame: Sendable {
  /// The variables, by slot.
  var variables: [Value]
  /// The variables of macros.
  var registers: [Value] = []
  /// The steps that the evaluation may still take.
  var stepsLeft = 0
  /// Why the condition that was evaluated last has no value.
  var failure: EvaluationError?

  /// The steps that evaluations took since it was made.
  public private(set) var stepsTaken = 0

  /// Counts what an evaluation took that was given so many steps; all where they did not suffice.
  @inline(__always)
  mutating func countSteps(of steps: Int) {
    stepsTaken &+= stepsLeft < 0 ? steps : steps &- stepsLeft
  }

  /// Makes a frame in which every variable is null.
  public init(variableCount: Int) {
    variables = Array(repeating: .null, count: variableCount)
  }

  /// The value of the variable in a slot.
  public subscript(slot: Int) -> Value {
    get { variables[slot] }
    set { variables[slot] = newValue }
  }
}

extension Environment {
  /// Makes a frame for the programs of the environment, in which every variable is null.
  public func makeFrame() -> Frame { Frame(variableCount: variables.count) }
}
