import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// All waivers and comments of a design, found by what they silence.
struct Silencers {
  private(set) var all: [Silencer]
  private var waivers: [WaiverKey: [Int]] = [:]
  private var comments: [String: ScopeIndex] = [:]

  private struct WaiverKey: Hashable {
    var rule: String
    var target: String
  }

  init(host: DesignHost, rules: [RuleDefinition]) {
    let names = RuleNames(rules)
    var reader = CommentReader(host: host, names: names)
    all = WaiverReader(host: host, names: names).silencers() + reader.silencers()
    var scopes: [String: [(scope: SourceSpan, silencer: Int)]] = [:]
    for (index, silencer) in all.enumerated() where silencer.isValid {
      if let scope = silencer.scope {
        scopes[silencer.rule, default: []].append((scope, index))
      } else {
        let key = WaiverKey(rule: silencer.rule, target: silencer.target)
        waivers[key, default: []].append(index)
      }
    }
    comments = scopes.mapValues(ScopeIndex.init)
  }

  /// Returns the first that silences a finding, waivers before comments; all that do are used.
  mutating func silence(_ candidate: Candidate) -> Silencer? {
    let finding = candidate.finding
    var found: [Int] = []
    if !waivers.isEmpty {
      for target in finding.targets + candidate.exemptedBy {
        found += waivers[WaiverKey(rule: finding.rule, target: target)] ?? []
      }
    }
    if let scopes = comments[finding.rule] {
      for label in [finding.primary] + finding.related { found += scopes.silencers(at: label.span) }
    }
    for index in found { all[index].isUsed = true }
    return found.min().map { all[$0] }
  }
}

/// The scopes of the comments on one rule, found by a place in them.
struct ScopeIndex {
  /// Ordered by where they begin.
  private let scopes: [(scope: SourceSpan, silencer: Int)]

  /// Where the farthest of the scopes of one file up to each one ends.
  private let reaches: [UInt32]

  init(_ scopes: [(scope: SourceSpan, silencer: Int)]) {
    self.scopes = scopes.sorted { $0.scope < $1.scope }
    var reaches: [UInt32] = []
    var last: SourceSpan?
    for (scope, _) in self.scopes {
      let before = last?.file == scope.file ? reaches.last ?? 0 : 0
      reaches.append(max(before, scope.end))
      last = scope
    }
    self.reaches = reaches
  }

  /// Returns the silencers in whose scope a place begins.
  func silencers(at place: SourceSpan) -> [Int] {
    var low = 0
    var high = scopes.count
    while low < high {
      let middle = (low + high) / 2
      let scope = scopes[middle].scope
      if (scope.file, scope.start) <= (place.file, place.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    while low > 0, scopes[low - 1].scope.file == place.file, reaches[low - 1] > place.start {
      low -= 1
      if scopes[low].scope.end > place.start { found.append(scopes[low].silencer) }
    }
    return found
  }
}
