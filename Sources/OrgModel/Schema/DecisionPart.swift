/// What a step does in a decision, in the words of RAPID.
package enum DecisionPart: String, CaseIterable, Hashable, Sendable {
  case recommend, agree, approve, input, decide, perform, inform

  /// Whether the decision waits for it.
  package var isBlocking: Bool {
    self == .agree || self == .approve || self == .decide
  }

  static let words = allCases.map(\.rawValue)

  /// All words of each scheme, for a message.
  static let vocabularies =
    "recommend, agree, approve, input, decide, perform, inform (RAPID); responsible, accountable, "
    + "consulted, informed (RACI); driver, approver, contributor, informed (DACI); own, veto, "
    + "influence, support (OVIS)"

  /// Reads a word of any of the four schemes, or a letter of the one whose letters are used; letter
  /// case does not count.
  package init?(word: String, letters: DecisionLetters) {
    let word = word.lowercased()
    let known = word.count == 1 ? letters.words[word] : DecisionPart.aliases[word]
    guard let part = DecisionPart(rawValue: known ?? word) else { return nil }
    self = part
  }

  /// The words of RACI, DACI and OVIS, and what RAPID calls them.
  package static let aliases: [String: String] = [
    "responsible": "perform", "accountable": "decide", "consulted": "input", "consult": "input",
    "informed": "inform", "driver": "recommend", "approver": "decide", "contributor": "input",
    "own": "decide", "veto": "agree", "influence": "input", "support": "perform",
  ]
}
