/// How large expressions and evaluations may grow; crossing a limit is a problem, never a trap.
public enum Limits {
  /// The most bytes of an expression: ten times the longest policy known to anyone.
  public static let expressionBytes = 100_000

  /// The deepest nesting of an expression.
  ///
  /// Parser, checker and evaluator call themselves once or
  /// twice a level and must fit the half megabyte of a secondary thread's stack.
  public static let nesting = 120

  /// The steps of one evaluation unless the caller says otherwise: a few milliseconds of work
  /// over a scalar, enough to go ten times through a hundred thousand elements.
  public static let evaluationSteps = 1_000_000

  /// The most bytes of a string and elements of a list that an evaluation makes.
  public static let resultSize = 4_000_000

  /// The most instructions of a compiled pattern, reached by repetitions of repetitions.
  public static let patternInstructions = 10_000

  /// The most states of a pattern's automaton; beyond it the pattern runs without a table.
  public static let patternStates = 500
}
