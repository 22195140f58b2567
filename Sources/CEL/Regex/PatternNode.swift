/// A part of a pattern.
indirect enum PatternNode {
  case empty
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// A part some number of times; without a maximum any number from the minimum.
  case repetition(PatternNode, minimum: Int, maximum: Int?)
  case assertion(PatternAssertion)
}

/// A condition on what stands around a place in the text.
enum PatternAssertion {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary

  /// Whether the condition holds between two neighbors.
  func holds(between previous: PatternNeighbor, and next: PatternNeighbor) -> Bool {
    switch self {
    case .textStart: previous == .none
    case .textEnd: next == .none
    case .lineStart: previous == .none || previous == .lineBreak
    case .lineEnd: next == .none || next == .lineBreak
    case .wordBoundary: (previous == .word) != (next == .word)
    case .noWordBoundary: (previous == .word) == (next == .word)
    }
  }
}

/// What stands before or after a place, as far as a condition can tell.
enum PatternNeighbor: UInt8 {
  /// The text begins or ends here.
  case none
  case lineBreak
  /// An ASCII letter, digit or underscore.
  case word
  case other

  init(_ byte: UInt8) {
    self = byte == 0x0A ? .lineBreak : byte.isIdentifierPart ? .word : .other
  }
}
