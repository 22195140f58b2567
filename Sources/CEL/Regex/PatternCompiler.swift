/// One step of the machine that a pattern becomes.
enum PatternInstruction {
  /// Takes one byte of a range.
  case byte(ClosedRange<UInt8>, next: Int)
  /// Goes on at two places.
  case split(Int, Int)
  case assertion(PatternAssertion, next: Int)
  case match
}

/// Turns the parts of a pattern into a machine without memory, after Thompson.
struct PatternCompiler {
  private(set) var instructions: [PatternInstruction] = [.match]
  private var isTooLarge = false

  /// Compiles a whole pattern and returns where its machine begins.
  mutating func compile(_ node: PatternNode) throws(PatternError) -> Int {
    let start = compile(node, next: 0)
    guard !isTooLarge else {
      throw PatternError(
        message: "the pattern needs more than \(Limits.patternInstructions) instructions",
        offset: 0
      )
    }
    return start
  }

  private mutating func add(_ instruction: PatternInstruction) -> Int {
    guard instructions.count < Limits.patternInstructions else {
      isTooLarge = true
      return 0
    }
    instructions.append(instruction)
    return instructions.count - 1
  }

  /// Compiles a part that goes on at an instruction; returns where the part begins.
  private mutating func compile(_ node: PatternNode, next: Int) -> Int {
    guard !isTooLarge else { return 0 }
    switch node {
    case .empty: return next
    case .set(let set): return compile(set, next: next)
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() { next = compile(part, next: next) }
      return next
    case .choice(let choices):
      var start: Int?
      for choice in choices.reversed() {
        let begin = compile(choice, next: next)
        start = start.map { add(.split(begin, $0)) } ?? begin
      }
      return start ?? next
    case .assertion(let assertion): return add(.assertion(assertion, next: next))
    case .repetition(let part, let minimum, let maximum):
      return repetition(of: part, minimum, maximum, next: next)
    }
  }

  private mutating func repetition(
    of part: PatternNode,
    _ minimum: Int,
    _ maximum: Int?,
    next: Int
  ) -> Int {
    var start = next
    if let maximum {
      for _ in minimum..<maximum {
        guard !isTooLarge else { return 0 }
        let body = compile(part, next: start)
        start = add(.split(body, next))
      }
    } else {
      let loop = add(.split(next, next))
      let body = compile(part, next: loop)
      if !isTooLarge { instructions[loop] = .split(body, next) }
      start = loop
    }
    for _ in 0..<minimum {
      guard !isTooLarge else { return 0 }
      start = compile(part, next: start)
    }
    return start
  }

  // MARK: Sets

  /// Compiles a set of code points into ranges of the bytes of their UTF-8 form.
  private mutating func compile(_ set: ScalarSet, next: Int) -> Int {
    var start: Int?
    for range in set.ranges {
      for sequence in Self.byteSequences(range) {
        var begin = next
        for bytes in sequence.reversed() { begin = add(.byte(bytes, next: begin)) }
        start = start.map { add(.split(begin, $0)) } ?? begin
      }
    }
    // A set without members matches nothing: a byte that UTF-8 never has.
    return start ?? add(.byte(0xFF...0xFF, next: next))
  }

  /// Cuts a range of code points into pieces whose encodings are all combinations of some ranges
  /// of bytes.
  static func byteSequences(_ range: ClosedRange<UInt32>) -> [[ClosedRange<UInt8>]] {
    var sequences: [[ClosedRange<UInt8>]] = []
    for (length, limits) in [
      (1, 0...0x7F), (2, 0x80...0x7FF), (3, 0x800...0xD7FF), (3, 0xE000...0xFFFF),
      (4, 0x10000...0x10FFFF),
    ] as [(Int, ClosedRange<UInt32>)] where range.overlaps(limits) {
      split(range.clamped(to: limits), length: length, into: &sequences)
    }
    return sequences
  }

  private static func split(
    _ range: ClosedRange<UInt32>,
    length: Int,
    into sequences: inout [[ClosedRange<UInt8>]]
  ) {
    // All but the first byte have six bits; a piece must have whole blocks below a difference.
    for tail in 1..<max(length, 1) {
      let mask: UInt32 = (1 << (6 * UInt32(tail))) - 1
      guard range.lowerBound & ~mask != range.upperBound & ~mask else { continue }
      if range.lowerBound & mask != 0 {
        split(range.lowerBound...(range.lowerBound | mask), length: length, into: &sequences)
        split((range.lowerBound | mask) + 1...range.upperBound, length: length, into: &sequences)
        return
      }
      if range.upperBound & mask != mask {
        let middle = range.upperBound & ~mask
        split(range.lowerBound...middle - 1, length: length, into: &sequences)
        split(middle...range.upperBound, length: length, into: &sequences)
        return
      }
    }
    let low = encoded(range.lowerBound, length: length)
    let high = encoded(range.upperBound, length: length)
    sequences.append(zip(low, high).map { $0...$1 })
  }

  private static func encoded(_ code: UInt32, length: Int) -> [UInt8] {
    let lead: [UInt8] = [0, 0, 0xC0, 0xE0, 0xF0]
    var bytes: [UInt8] = []
    var rest = code
    for _ in 1..<max(length, 1) {
      bytes.insert(0x80 | UInt8(rest & 0x3F), at: 0)
      rest >>= 6
    }
    return [lead[length] | UInt8(rest)] + bytes
  }
}
