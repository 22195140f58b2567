/// A checked expression made ready for evaluating it millions of times, from any thread.
public struct Program: Sendable {
  private let plan: Plan
  /// The type of the values.
  public var type: CELType { plan.type }

  /// Plans a checked expression.
  public init(_ checked: CheckedExpression) {
    if let planned = checked.plan {
      plan = planned
    } else {
      var planner = Planner(checked)
      plan = planner.plan()
    }
  }

  /// Evaluates the expression.
  ///
  /// - Parameters:
  ///   - frame: The variables; a frame of the expression's environment.
  ///   - host: Whoever knows the objects among the variables.
  ///   - steps: The most steps that the evaluation may take.
  /// - Returns: The value, or the failure as a value.
  public func evaluate(
    _ frame: inout Frame,
    host: any Host,
    steps: Int = Limits.evaluationSteps
  ) -> Value {
    plan.prepare(&frame, steps: steps)
    let value = plan.value(plan.root, &frame, host)
    frame.countSteps(of: steps)
    return frame.stepsLeft >= 0 ? value : .failure(.costLimit(steps))
  }

  /// Evaluates an expression without variables.
  public func evaluate() -> Value {
    var frame = Frame(variableCount: plan.variableCount)
    return evaluate(&frame, host: EmptyHost())
  }

  /// Evaluates a condition; anything but true or false is a failure.
  public func test(
    _ frame: inout Frame,
    host: any Host,
    steps: Int = Limits.evaluationSteps
  ) -> Result<Bool, EvaluationError> {
    plan.prepare(&frame, steps: steps)
    let truth = plan.truth(plan.root, &frame, host)
    frame.countSteps(of: steps)
    guard frame.stepsLeft >= 0 else { return .failure(EvaluationError(.costLimit(steps))) }
    switch truth {
    case .yes: return .success(true)
    case .no: return .success(false)
    case .failed: return .failure(frame.failure ?? EvaluationError(.notBoolean("dyn")))
    }
  }
}

extension Plan {
  /// Makes a frame ready for an evaluation.
  @inline(__always)
  func prepare(_ frame: inout Frame, steps: Int) {
    frame.stepsLeft = steps
    if frame.variables.count < variableCount || frame.registers.count < registerCount {
      enlarge(&frame)
    }
  }

  @inline(never)
  private func enlarge(_ frame: inout Frame) {
    while frame.variables.count < variableCount { frame.variables.append(.null) }
    while frame.registers.count < registerCount { frame.registers.append(.null) }
  }
}

/// What became of a condition.
enum Truth: UInt8 {
  case no
  case yes
  /// It has no value; the frame knows why.
  case failed

  @inline(__always)
  init(_ bool: Bool) { self = bool ? .yes : .no }
}
