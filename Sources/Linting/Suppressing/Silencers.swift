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

  /// - Parameter known: The valid ones that count; nil for all.
  init(host: DesignHost, rules: [RuleDefinition], known: Set<SilencerKey>? = nil) {
    let names = RuleNames(rules)
    var reader = CommentReader(host: host, names: names)
    all = WaiverReader(host: host, names: names).silencers() + reader.silencers()
    if let known { all.removeAll { $0.isValid && !known.contains($0.key) } }
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
    var found: [[Int]] = []
    if !waivers.isEmpty {
      for target in finding.targets + candidate.exemptedBy {
        if let group = waivers[WaiverKey(rule: finding.rule, target: target)] {
          found.append(group)
        }
      }
    }
    if let scopes = comments[finding.rule] {
      for label in [finding.primary] + finding.related { found += scopes.silencers(at: label.span) }
    }
    for group in found { markUsed(group) }
    return found.compactMap(\.first).min().map { all[$0] }
  }

  /// Marks silencers that silence the same findings, in the order of `all`: once.
  private mutating func markUsed(_ group: [Int]) {
    guard let first = group.first, !all[first].isUsed else { return }
    for index in group { all[index].isUsed = true }
  }
}

/// The scopes of the comments on one rule, found by a place in them.
struct ScopeIndex {
  /// Ordered by where they begin; comments with one scope are one.
  private var scopes: [(scope: SourceSpan, silencers: [Int])] = []

  /// The farthest end in parts of the scopes: a tree in an array, the parts of `i` at `2i`, `2i + 1`.
  private var reaches: [UInt32] = []

  init(_ all: [(scope: SourceSpan, silencer: Int)]) {
    for (scope, silencer) in all.sorted(by: { $0.scope < $1.scope }) {
      if scopes.last?.scope == scope {
        scopes[scopes.count - 1].silencers.append(silencer)
      } else {
        scopes.append((scope, [silencer]))
      }
    }
    var width = 1
    while width < scopes.count { width *= 2 }
    reaches = [UInt32](repeating: 0, count: width)
    reaches += scopes.map(\.scope.end)
    reaches += [UInt32](repeating: 0, count: width - scopes.count)
    for part in stride(from: width - 1, to: 0, by: -1) {
      reaches[part] = max(reaches[2 * part], reaches[2 * part + 1])
    }
  }

  /// Returns the groups of silencers in whose scope a place begins; cost: a search for each.
  func silencers(at place: SourceSpan) -> [[Int]] {
    let first = firstScope { $0.file >= place.file }
    let end = firstScope { ($0.file, $0.start) > (place.file, place.start) }
    var found: [[Int]] = []
    collect(1, 0..<reaches.count / 2, of: first..<end, behind: place.start, into: &found)
    return found
  }

  private func collect(
    _ part: Int,
    _ range: Range<Int>,
    of wanted: Range<Int>,
    behind start: UInt32,
    into found: inout [[Int]]
  ) {
    guard range.overlaps(wanted), reaches[part] > start else { return }
    if range.count == 1 {
      found.append(scopes[range.lowerBound].silencers)
      return
    }
    let middle = range.lowerBound + range.count / 2
    collect(2 * part, range.lowerBound..<middle, of: wanted, behind: start, into: &found)
    collect(2 * part + 1, middle..<range.upperBound, of: wanted, behind: start, into: &found)
  }

  /// Returns the position of the first scope from which on a condition holds.
  private func firstScope(where holds: (SourceSpan) -> Bool) -> Int {
    var low = 0
    var high = scopes.count
    while low < high {
      let middle = (low + high) / 2
      if holds(scopes[middle].scope) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
