import Diagnostics
import RuleLanguage
import SourceText

/// One cause, one finding: drops what another listed finding makes needless, and counts it there.
struct CauseContract {
  private var candidates: [Candidate]
  private var isListed: [Bool]

  /// The positions of each rule's findings by what they speak of.
  private var bySubject: [String: [String: [Int]]] = [:]

  /// The positions of findings that others yield to, by place.
  private var byPlace: [SourceSpan: [Int]] = [:]

  private init(_ candidates: [Candidate]) {
    self.candidates = candidates
    isListed = [Bool](repeating: true, count: candidates.count)
    let wanted = Set(candidates.flatMap { $0.yields.map(\.terms.rule) })
    for (index, candidate) in candidates.enumerated() where wanted.contains(candidate.finding.rule)
    {
      for place in candidate.places { byPlace[place, default: []].append(index) }
      for subject in candidate.spokenOf {
        bySubject[candidate.finding.rule, default: [:]][subject, default: []].append(index)
      }
    }
  }

  /// Returns the candidates that stay listed.
  static func apply(to candidates: [Candidate]) -> [Candidate] {
    guard candidates.contains(where: { !$0.yields.isEmpty }) else { return candidates }
    var contract = CauseContract(candidates)
    contract.run()
    return contract.candidates.indices.filter { contract.isListed[$0] }
      .map { contract.candidates[$0] }
  }

  /// Judges findings after all those they yield to, since only a listed finding suppresses.
  private mutating func run() {
    let depths = depthOfRules()
    let order = candidates.indices.sorted {
      let (first, second) = (candidates[$0].finding.rule, candidates[$1].finding.rule)
      let (a, b) = (depths[first] ?? 0, depths[second] ?? 0)
      return a != b ? a < b : $0 < $1
    }
    for index in order where !candidates[index].yields.isEmpty { judge(index) }
  }

  private func depthOfRules() -> [String: Int] {
    var above: [String: Set<String>] = [:]
    for candidate in candidates {
      above[candidate.finding.rule, default: []].formUnion(candidate.yields.map(\.terms.rule))
    }
    var depths: [String: Int] = [:]
    func depth(_ rule: String, _ guarded: Set<String>) -> Int {
      if let known = depths[rule] { return known }
      guard !guarded.contains(rule) else { return 0 }
      let inner = guarded.union([rule])
      let depth = (above[rule] ?? []).map { depth($0, inner) + 1 }.max() ?? 0
      depths[rule] = depth
      return depth
    }
    for rule in above.keys.sorted() { _ = depth(rule, []) }
    return depths
  }

  /// A finding that stands at several places, or yields over several things, yields where each of
  /// them is spoken of.
  private mutating func judge(_ index: Int) {
    let candidate = candidates[index]
    var openPlaces = candidate.places
    var open: [Set<String>: Set<String>] = [:]
    for yield in candidate.yields where isListed[index] {
      for cause in causes(of: candidate, yield) {
        guard isListed[cause], cause != index, suppresses(cause, candidate, yield) else { continue }
        if yield.terms.dropsElements, !dropElements(of: index, like: cause) { continue }
        if let all = yield.all {
          open[all, default: all].subtract(candidates[cause].spokenOf)
          guard open[all] == [] else { continue }
        } else if yield.terms.same == .place || yield.terms.same == .step {
          openPlaces.subtract(candidates[cause].places)
          guard openPlaces.isEmpty else { continue }
        }
        isListed[index] = false
        candidates[cause].finding.hides += 1 + candidate.finding.hides
        break
      }
    }
  }

  private func causes(of candidate: Candidate, _ yield: Candidate.Yield) -> [Int] {
    guard let bySubject = bySubject[yield.terms.rule] else { return [] }
    func speaking(of subjects: some Sequence<String>) -> [Int] {
      subjects.flatMap { bySubject[$0] ?? [] }
    }
    if let all = yield.all { return speaking(of: all.sorted()) }
    if yield.terms.dropsElements { return speaking(of: candidate.finding.elements) }
    switch yield.terms.same {
    case .step:
      // Many findings are about one decision, few at one step of it.
      guard let subject = candidate.subjects.first else { return [] }
      let causes = Set(candidate.places.flatMap { byPlace[$0] ?? [] })
      return causes.sorted().filter { candidates[$0].spokenOf.contains(subject) }
    case .place: return candidate.places.sorted().flatMap { byPlace[$0] ?? [] }
    case .anyTarget: return speaking(of: candidate.spokenOf)
    case .target, .targets: return speaking(of: candidate.subjects.prefix(1))
    }
  }

  private func suppresses(_ cause: Int, _ candidate: Candidate, _ yield: Candidate.Yield) -> Bool {
    let terms = yield.terms
    let finding = candidates[cause].finding
    guard finding.rule == terms.rule else { return false }
    if let variant = terms.variant, finding.variant != variant { return false }
    // A profile or a stage changes what a finding is worth, and not what it explains.
    guard terms.ignoresSeverity || candidates[cause].ownSeverity >= candidate.ownSeverity else {
      return false
    }
    // The causes were found by what they speak of.
    if terms.dropsElements || yield.all != nil { return true }
    switch terms.same {
    case .target: return candidates[cause].subjects.first == candidate.subjects.first
    case .place, .step: return !candidates[cause].places.isDisjoint(with: candidate.places)
    case .anyTarget: return true
    case .targets: return Set(candidate.subjects).isSubset(of: candidates[cause].subjects)
    }
  }

  /// Drops the elements a cause speaks of; true when none is left.
  private mutating func dropElements(of index: Int, like cause: Int) -> Bool {
    let explained = Set(candidates[cause].spokenOf + candidates[cause].finding.elements)
    candidates[index].finding.elements.removeAll { explained.contains($0) }
    return candidates[index].finding.elements.isEmpty
  }
}
