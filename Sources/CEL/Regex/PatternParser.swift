/// Parses patterns in the syntax of RE2, but for the names of scripts.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var nesting = 0
  private var flags: Flags
  private var categories: [String: ScalarSet] = [:]

  private struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesLineBreak = false
  }

  /// The deepest nesting of groups.
  private static let nestingLimit = 100
  /// The greatest number of times in braces, as in RE2.
  private static let repetitionLimit = 1_000

  init(_ pattern: String, ignoringCase: Bool) {
    scalars = Array(pattern.unicodeScalars)
    flags = Flags(ignoresCase: ignoringCase)
  }

  mutating func parse() throws(PatternError) -> PatternNode {
    let node = try choice()
    if position < scalars.count { throw problem("there is no '(' for this ')'") }
    return node
  }

  // MARK: Text

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private func problem(_ message: String) -> PatternError {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(position))
    return PatternError(message: message, offset: String(view).utf8.count)
  }

  // MARK: Structure

  private mutating func choice() throws(PatternError) -> PatternNode {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.nestingLimit else {
      throw problem("groups are nested deeper than \(Self.nestingLimit) levels")
    }
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = try atom()
      parts.append(try repetitions(of: part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repetitions(of part: PatternNode) throws(PatternError) -> PatternNode {
    guard let (minimum, maximum) = try repetition() else { return part }
    // Whether as few or as many as possible are taken makes no difference to a match.
    _ = take("?")
    if try repetition() != nil { throw problem("a repetition can't be repeated") }
    return .repetition(part, minimum: minimum, maximum: maximum)
  }

  private mutating func repetition() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{"), let minimum = number() else {
      position = start
      return nil
    }
    var maximum: Int? = minimum
    if take(",") { maximum = number() }
    guard take("}") else {
      position = start
      return nil
    }
    let limit = Self.repetitionLimit
    guard minimum <= limit, (maximum ?? 0) <= limit, minimum <= maximum ?? minimum else {
      throw problem("the number of times must ascend and be at most \(limit)")
    }
    return (minimum, maximum)
  }

  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let digit = next, ("0"..."9").contains(digit), position - start < 6 {
      value = value * 10 + Int(digit.value - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(folded(try bracket()))
    case ".": return .set(flags.dotTakesLineBreak ? .all : ScalarSet([0x0A...0x0A]).inverted)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?":
      position -= 1
      throw problem("there is nothing to repeat before '\(scalar)'")
    case "\\": return try escape()
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    .set(folded(ScalarSet([scalar.value...scalar.value])))
  }

  private func folded(_ set: ScalarSet) -> ScalarSet {
    flags.ignoresCase ? set.ignoringCase : set
  }

  private mutating func group() throws(PatternError) -> PatternNode {
    let outer = flags
    if take("?") {
      if take("P<") || take("<") {
        while let scalar = next, scalar != ">" { _ = take(scalar) }
        guard take(">") else { throw problem("the name of the group has no '>'") }
      } else if try !groupFlags() {
        // Flags without a colon hold up to the end of the group around them.
        return .empty
      }
    }
    let node = try choice()
    guard take(")") else { throw problem("the group has no ')'") }
    flags = outer
    return node
  }

  /// Reads flags; returns whether a group follows.
  private mutating func groupFlags() throws(PatternError) -> Bool {
    var isOn = true
    while let flag = next {
      position += 1
      switch flag {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotTakesLineBreak = isOn
      case "U": break
      case "-": isOn = false
      case ":": return true
      case ")": return false
      default: throw problem("'\(flag)' is no flag; the flags are i, m, s and U")
      }
    }
    throw problem("the flags of the group have no end")
  }

  // MARK: Escapes

  private mutating func escape() throws(PatternError) -> PatternNode {
    guard let scalar = next else { throw problem("the pattern ends after a '\\'") }
    switch scalar {
    case "b", "B", "A", "z":
      position += 1
      let assertions: [Unicode.Scalar: PatternAssertion] = [
        "b": .wordBoundary, "B": .noWordBoundary, "A": .textStart,
      ]
      return .assertion(assertions[scalar] ?? .textEnd)
    case "Q":
      position += 1
      var parts: [PatternNode] = []
      while position < scalars.count, !take("\\E") {
        parts.append(literal(scalars[position]))
        position += 1
      }
      return .sequence(parts)
    default:
      return .set(folded(try escapedSet()))
    }
  }

  /// Reads what stands after a backslash, in brackets or out of them.
  private mutating func escapedSet() throws(PatternError) -> ScalarSet {
    guard let scalar = next else { throw problem("the pattern ends after a '\\'") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .words
    case "W": return ScalarSet.words.inverted
    case "s": return .blanks
    case "S": return ScalarSet.blanks.inverted
    case "p", "P":
      let set = try category()
      return scalar == "p" ? set : set.inverted
    default:
      let code = try escapedCode(scalar)
      return ScalarSet([code...code])
    }
  }

  private mutating func escapedCode(_ scalar: Unicode.Scalar) throws(PatternError) -> UInt32 {
    let plain: [Unicode.Scalar: UInt32] = [
      "a": 0x07, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09, "v": 0x0B,
    ]
    if let code = plain[scalar] { return code }
    if scalar == "x" { return try hexadecimal() }
    if ("0"..."7").contains(scalar) {
      var code = scalar.value - 0x30
      for _ in 0..<2 {
        guard let digit = next, ("0"..."7").contains(digit) else { break }
        code = code * 8 + digit.value - 0x30
        position += 1
      }
      return code
    }
    guard !scalar.isASCII || !UInt8(truncatingIfNeeded: scalar.value).isIdentifierPart else {
      position -= 1
      throw problem("'\\\(scalar)' has no meaning")
    }
    return scalar.value
  }

  private mutating func hexadecimal() throws(PatternError) -> UInt32 {
    let isBraced = take("{")
    var code: UInt32 = 0
    var count = 0
    while count < (isBraced ? 6 : 2), let scalar = next, scalar.isASCII,
      let digit = UInt8(scalar.value).hexadecimalDigit
    {
      code = code * 16 + digit
      count += 1
      position += 1
    }
    let isComplete = isBraced ? count > 0 && take("}") : count == 2
    guard isComplete, Unicode.Scalar(code) != nil else {
      throw problem("'\\x' is followed by two hexadecimal digits or by a code in braces")
    }
    return code
  }

  private mutating func category() throws(PatternError) -> ScalarSet {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw problem("the category has no '}'") }
    } else if let scalar = next {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    let isInverted = name.hasPrefix("^")
    if isInverted { name.removeFirst() }
    if categories[name] == nil { categories[name] = ScalarSet(category: name) }
    guard let set = categories[name] else {
      throw problem("'\(name)' is no general category of Unicode")
    }
    return isInverted ? set.inverted : set
  }

  // MARK: Brackets

  private mutating func bracket() throws(PatternError) -> ScalarSet {
    let isInverted = take("^")
    var set = ScalarSet([])
    var isFirst = true
    while true {
      guard let scalar = next else { throw problem("the set has no ']'") }
      if scalar == "]", !isFirst { break }
      isFirst = false
      set = set.union(try member())
    }
    position += 1
    return isInverted ? set.inverted : set
  }

  /// Reads a character, a range or a class of a set.
  private mutating func member() throws(PatternError) -> ScalarSet {
    if take("[:") { return try namedClass() }
    let first = try bound()
    guard first.count == 1, let low = first.ranges.first?.lowerBound, next == "-",
      position + 1 < scalars.count, scalars[position + 1] != "]"
    else { return first }
    position += 1
    let last = try bound()
    guard last.count == 1, let high = last.ranges.first?.lowerBound, low <= high else {
      throw problem("the range of the set doesn't ascend")
    }
    return ScalarSet([low...high])
  }

  private mutating func bound() throws(PatternError) -> ScalarSet {
    guard let scalar = next else { throw problem("the set has no ']'") }
    position += 1
    return scalar == "\\" ? try escapedSet() : ScalarSet([scalar.value...scalar.value])
  }

  private mutating func namedClass() throws(PatternError) -> ScalarSet {
    let isInverted = take("^")
    var name = ""
    while let scalar = next, scalar != ":" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take(":]"), let set = ScalarSet(asciiClass: name) else {
      throw problem("'[:\(name):]' is no class of characters")
    }
    return isInverted ? set.inverted : set
  }
}
