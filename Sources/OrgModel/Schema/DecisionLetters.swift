/// Whose single letters `as` takes beside words: A is accountable in RACI and agree in RAPID, so
/// that the configuration has to say which is meant.
package enum DecisionLetters: String, CaseIterable, Hashable, Sendable {
  case none, raci, daci, rapid

  /// What each letter stands for, in the words of RAPID.
  var words: [String: String] {
    switch self {
    case .none: [:]
    case .raci: ["r": "perform", "a": "decide", "c": "input", "i": "inform"]
    case .daci: ["d": "recommend", "a": "decide", "c": "input", "i": "inform"]
    case .rapid: ["r": "recommend", "a": "agree", "p": "perform", "i": "input", "d": "decide"]
    }
  }
}
