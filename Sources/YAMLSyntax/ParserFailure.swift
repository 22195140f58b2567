/// A syntax error in the parser's own words, with places in bytes.
struct ParserFailure: Hashable, Sendable {
  let problem: String
  let offset: Int

  /// What the parser was reading, `while parsing a flow mapping`; empty where it doesn't say.
  let context: String

  /// Where that began.
  let contextOffset: Int?
}
