/// A machine that is in several places of a pattern at once.
struct PatternMachine: Sendable {
  private let instructions: [PatternInstruction]
  private let start: Int
  /// Whether the whole text must match, rather than any part of it.
  let isWhole: Bool
  /// Whether what stands around a place matters.
  let hasAssertions: Bool

  /// The places the machine is in before it has looked at the next byte.
  struct State: Hashable {
    var places: [Int]
    var previous: PatternNeighbor
  }

  /// The places reached without taking a byte, and whether the pattern's end is one.
  struct Closure {
    let places: [Int]
    let isMatch: Bool
  }

  /// What a step leads to.
  enum Step {
    case state(State)
    /// The pattern matched, however the text goes on.
    case matched
  }

  init(_ instructions: [PatternInstruction], start: Int, isWhole: Bool) {
    self.instructions = instructions
    self.start = start
    self.isWhole = isWhole
    hasAssertions = instructions.contains { if case .assertion = $0 { true } else { false } }
  }

  /// The number of instructions, each of which a byte may cost a look at.
  var size: Int { instructions.count }

  /// The state at the beginning of a text.
  var first: State { State(places: [start], previous: hasAssertions ? .none : .other) }

  /// Returns the places reached without taking a byte.
  func closure(_ state: State, next: PatternNeighbor) -> Closure {
    var isMatch = false
    var places: [Int] = []
    var seen: Set<Int> = Set(state.places)
    var pending = state.places
    while let place = pending.popLast() {
      var reached: [Int] = []
      switch instructions[place] {
      case .byte: places.append(place)
      case .match: isMatch = true
      case .split(let first, let second): reached = [first, second]
      case .assertion(let assertion, let next2):
        if assertion.holds(between: state.previous, and: next) { reached = [next2] }
      }
      for place in reached where seen.insert(place).inserted { pending.append(place) }
    }
    return Closure(places: places, isMatch: isMatch)
  }

  /// Takes a byte.
  func step(_ state: State, _ byte: UInt8) -> Step {
    step(closure(state, next: neighbor(byte)), byte)
  }

  /// Returns what a byte is to the place before it, as far as the pattern looks at that.
  func neighbor(_ byte: UInt8) -> PatternNeighbor {
    hasAssertions ? PatternNeighbor(byte) : .other
  }

  /// Takes a byte from the places reached without one.
  func step(_ closure: Closure, _ byte: UInt8) -> Step {
    if closure.isMatch, !isWhole { return .matched }
    var reached: Set<Int> = isWhole ? [] : [start]
    for place in closure.places {
      if case .byte(let range, let next) = instructions[place], range.contains(byte) {
        reached.insert(next)
      }
    }
    return .state(State(places: reached.sorted(), previous: neighbor(byte)))
  }

  /// Returns whether a text may end in a state.
  func matchesAtEnd(_ state: State) -> Bool {
    closure(state, next: hasAssertions ? .none : .other).isMatch
  }

  func run(_ bytes: some Sequence<UInt8>) -> Bool {
    var state = first
    for byte in bytes {
      switch step(state, byte) {
      case .matched: return true
      case .state(let next): state = next
      }
      if state.places.isEmpty { return false }
    }
    return matchesAtEnd(state)
  }

  /// Numbers bytes so that those with one number lead to the same states from everywhere.
  var byteClasses: (classOfByte: [UInt8], representatives: [UInt8]) {
    var starts: Set<Int> = [0]
    for case .byte(let range, _) in instructions {
      starts.insert(Int(range.lowerBound))
      starts.insert(Int(range.upperBound) + 1)
    }
    if hasAssertions {
      for byte in 1...255 where PatternNeighbor(UInt8(byte)) != PatternNeighbor(UInt8(byte - 1)) {
        starts.insert(byte)
      }
    }
    var classes: [UInt8] = []
    var representatives: [UInt8] = []
    for byte in 0...255 {
      if starts.contains(byte) { representatives.append(UInt8(byte)) }
      classes.append(UInt8(representatives.count - 1))
    }
    return (classes, representatives)
  }
}
