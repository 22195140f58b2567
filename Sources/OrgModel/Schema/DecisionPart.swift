/// What a step does in a decision, in the words of RAPID.
package enum DecisionPart: String, CaseIterable, Hashable, Sendable {
  case recommend, agree, approve, input, decide, perform, inform

  /// Whether the decision waits for it.
  package var isBlocking: Bool {
    self == .agree || self == .approve || self == .decide
  }

  static let words = allCases.map(\.rawValue)

  /// The words of RACI, DACI and OVIS, and what RAPID calls them.
  package static let aliases: [String: String] = [
    "responsible": "perform", "accountable": "decide", "consulted": "input", "consult": "input",
    "informed": "inform", "driver": "recommend", "approver": "decide", "contributor": "input",
    "own": "decide", "veto": "agree", "influence": "input", "support": "perform",
  ]
}
