import Testing

/// A design with one cause, and what a report about some rules lists of it.
struct OneCause: Sendable, CustomTestStringConvertible {
  let name: String
  let design: String
  let rules: [String]

  /// `rule target` of what is listed, with the number of findings it hides.
  let listed: [String]
  var testDescription: String { name }
}
