import Diagnostics
import RuleLanguage

/// Of a rule that asks for something which nothing in the design has, puts one finding in the place
/// of all: one decision is not taken, which is not as many failures.
struct NowhereFindings {
  /// What each such rule says of a number of things.
  private let words: [String: @Sendable (Int) -> Candidate?]
  private let configured: ConfiguredFindings

  init(_ evaluation: Evaluation, _ configured: ConfiguredFindings) {
    self.configured = configured
    let candidates = evaluation.candidates.filter {
      $0.canBeNowhere && evaluation.nowhere[$0.finding.rule] != nil
    }
    let asked = Dictionary(grouping: candidates, by: \.finding.rule)
      .mapValues { Set($0.map(\.finding.target)).count }
    words = evaluation.nowhere.filter { asked[$0.key, default: 0] >= RuleVariant.Nowhere.least }
  }

  /// Returns the candidates with those of one rule gathered into one, at the end.
  ///
  /// - Parameters:
  ///   - found: The candidates with their severities.
  ///   - isKept: Whether a single one stays as it is.
  func gathered(
    _ found: [Candidate],
    unless isKept: (Candidate) -> Bool = { _ in false }
  ) -> [Candidate] {
    guard !words.isEmpty else { return found }
    var groups: [String: [Candidate]] = [:]
    var others: [Candidate] = []
    for candidate in found {
      let rule = candidate.finding.rule
      if candidate.canBeNowhere, words[rule] != nil, !isKept(candidate) {
        groups[rule, default: []].append(candidate)
      } else {
        others.append(candidate)
      }
    }
    return others
      + groups.sorted { $0.key < $1.key }.compactMap { rule, members in
        let elements = Set(members.map(\.finding.target)).sorted()
        guard var candidate = words[rule]?(elements.count) else { return nil }
        candidate.finding.elements = elements
        candidate.finding.hides = members.map(\.finding.hides).reduce(0, +)
        candidate.finding.status = members[0].finding.status
        candidate.members = members
        return configured.judged(candidate)
      }
  }

  /// Returns the candidates with the single ones in the place of those that were gathered.
  func spread(_ candidates: [Candidate]) -> [Candidate] {
    candidates.flatMap { candidate in
      candidate.members.isEmpty
        ? [candidate]
        : candidate.members.map {
          var member = $0
          member.finding.status = candidate.finding.status
          return member
        }
    }
  }
}
