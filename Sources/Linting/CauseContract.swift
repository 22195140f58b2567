import Diagnostics
import RuleLanguage
import SourceText

/// One cause, one finding: drops what another listed finding makes needless, and counts it there.
struct CauseContract {
  private var candidates: [Candidate]
  private var isListed: [Bool]

  /// The positions of each rule's findings by target.
  private var byTarget: [String: [String: [Int]]] = [:]

  /// The positions of findings that others yield to, by place and by what stands at their places.
  private var byPlace: [SourceSpan: [Int]] = [:]
  private var byNamed: [String: [Int]] = [:]

  private init(_ candidates: [Candidate]) {
    self.candidates = candidates
    isListed = [Bool](repeating: true, count: candidates.count)
    let wanted = Set(candidates.flatMap { $0.yields.map(\.rule) })
    for (index, candidate) in candidates.enumerated() where wanted.contains(candidate.finding.rule)
    {
      for place in candidate.places { byPlace[place, default: []].append(index) }
      for label in [candidate.finding.primary] + candidate.finding.related {
        byNamed[label.target, default: []].append(index)
      }
      for name in candidate.named { byNamed[name, default: []].append(index) }
      for target in candidate.finding.targets {
        byTarget[candidate.finding.rule, default: [:]][target, default: []].append(index)
      }
    }
  }

  /// Returns the candidates that stay listed; severities must be final.
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
      above[candidate.finding.rule, default: []].formUnion(candidate.yields.map(\.rule))
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

  /// A finding that stands at several places yields where each of them is spoken of.
  private mutating func judge(_ index: Int) {
    let candidate = candidates[index]
    var open = candidate.places
    for yield in candidate.yields where isListed[index] {
      if let only = yield.onlyVariant, only != candidate.finding.variant { continue }
      for cause in causes(of: candidate, yield) {
        guard isListed[cause], cause != index, suppresses(cause, candidate, yield) else { continue }
        if yield.dropsElements, !dropElements(of: index, like: cause) { continue }
        if yield.same == .place || yield.same == .step {
          open.subtract(candidates[cause].places)
          guard open.isEmpty else { continue }
        }
        isListed[index] = false
        candidates[cause].finding.hides += 1 + candidate.finding.hides
        break
      }
    }
  }

  private func causes(of candidate: Candidate, _ yield: RuleVariant.Yield) -> [Int] {
    guard let targets = byTarget[yield.rule] else { return [] }
    if yield.dropsElements {
      return candidate.finding.elements.flatMap { targets[$0] ?? [] }
    }
    switch yield.same {
    case .target, .step: return targets[candidate.finding.target] ?? []
    case .anyTarget: return candidate.finding.targets.flatMap { targets[$0] ?? [] }
    case .targets: return targets[candidate.finding.target] ?? []
    case .place: return candidate.places.sorted().flatMap { byPlace[$0] ?? [] }
    case .named: return byNamed[candidate.finding.target] ?? []
    }
  }

  private func suppresses(_ cause: Int, _ candidate: Candidate, _ yield: RuleVariant.Yield) -> Bool
  {
    let finding = candidates[cause].finding
    guard finding.rule == yield.rule else { return false }
    if let variant = yield.variant, finding.variant != variant { return false }
    guard yield.ignoresSeverity || finding.severity >= candidate.finding.severity else {
      return false
    }
    switch yield.same {
    case .target:
      return yield.dropsElements || finding.target == candidate.finding.target
    case .place, .step: return !candidates[cause].places.isDisjoint(with: candidate.places)
    case .anyTarget: return true
    case .targets:
      return Set(candidate.finding.targets).isSubset(of: finding.targets)
    // The causes were found by what they name.
    case .named: return true
    }
  }

  /// Drops the elements a cause speaks of; true when none is left.
  private mutating func dropElements(of index: Int, like cause: Int) -> Bool {
    let finding = candidates[cause].finding
    let explained = Set(finding.elements).union(finding.targets)
    candidates[index].finding.elements.removeAll { explained.contains($0) }
    return candidates[index].finding.elements.isEmpty
  }
}
