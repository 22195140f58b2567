/// A regular expression whose matching takes time in proportion to the text, whatever it says.
///
/// The syntax is that of RE2. A pattern becomes a table with a row for each state and a column for
/// each class of bytes, so that a byte costs one look-up; a pattern whose table would grow beyond
/// `Limits.patternStates` runs as a machine that is in several states at once.
public struct LinearPattern: Sendable {
  /// How much of a text must match.
  public enum Extent: Sendable {
    /// Any part of it.
    case anywhere
    /// All of it.
    case whole
  }

  private let machine: PatternMachine
  private let table: PatternTable?

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: The pattern in the syntax of RE2.
  ///   - ignoringCase: Whether letters match those of the other case.
  ///   - extent: How much of a text must match.
  /// - Throws: What is wrong with the pattern.
  public init(
    _ pattern: String,
    ignoringCase: Bool = false,
    extent: Extent = .anywhere
  ) throws(PatternError) {
    var parser = PatternParser(pattern, ignoringCase: ignoringCase)
    var compiler = PatternCompiler()
    let start = try compiler.compile(try parser.parse())
    machine = PatternMachine(compiler.instructions, start: start, isWhole: extent == .whole)
    table = PatternTable(machine)
  }

  /// Returns whether a text matches.
  public func matches(_ text: String) -> Bool { matches(text.utf8) }

  /// Returns whether a text matches, given as the bytes of its UTF-8 form.
  public func matches(_ utf8: String.UTF8View) -> Bool { run(utf8) }

  /// Returns whether a text matches, given as the bytes of its UTF-8 form.
  public func matches(_ utf8: ArraySlice<UInt8>) -> Bool { run(utf8) }

  /// Returns whether a text matches, given as the bytes of its UTF-8 form.
  public func matches(_ utf8: [UInt8]) -> Bool { run(utf8) }

  /// The steps that it takes to match a text of some bytes.
  func cost(ofBytes count: Int) -> Int {
    guard table == nil else { return count / 16 }
    return count > Limits.resultSize ? .max : count * machine.size / 16
  }

  @inline(__always)
  private func run(_ bytes: some Sequence<UInt8>) -> Bool {
    guard let table else { return machine.run(bytes) }
    return table.run(bytes)
  }
}
