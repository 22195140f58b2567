import Diagnostics
import OrgAnalysis
import OrgModel
import RuleLanguage

/// Finds the edits that most likely brought a new finding about.
///
/// An edit is the cause if it is to something the finding names; else if it is to the nearest thing
/// that leads there by references, from what the finding is about outwards. That is a search, not a
/// proof: it never names more than it found, and nothing where it found nothing.
struct CauseSearch {
  private let host: DesignHost
  private let comparison: DesignComparison

  /// The edits to each thing by `kind/id`, and those that name it in what they say or said.
  private var editsTo: [String: [Int]] = [:]
  private var editsNaming: [String: [Int]] = [:]

  /// The most steps from a finding to an edit, and the most entries looked at on the way.
  private static let reach = 6
  private static let breadth = 2_000

  init(host: DesignHost, comparison: DesignComparison) {
    self.host = host
    self.comparison = comparison
    for (index, edit) in comparison.edits.enumerated() {
      editsTo[edit.path, default: []].append(index)
      for path in named(by: edit) { editsNaming[path, default: []].append(index) }
    }
  }

  /// Returns the edits, as positions, in their order.
  func edits(behind finding: Diagnostic) -> [Int] {
    let paths = namedPaths(finding)
    let direct = paths.flatMap { editsTo[$0] ?? [] }
    if !direct.isEmpty { return Set(direct).sorted() }
    let removed = editsOfRemoved(finding)
    if !removed.isEmpty { return removed }
    return search(from: paths)
  }

  /// Everything a finding names: targets, elements and what stands at its places.
  private func namedPaths(_ finding: Diagnostic) -> [String] {
    let labels = ([finding.primary] + finding.related).map(\.target)
    return (finding.targets + finding.elements + labels).filter { !$0.isEmpty }
  }

  /// What went and is named by the value the finding is about.
  private func editsOfRemoved(_ finding: Diagnostic) -> [Int] {
    guard let value = finding.discriminator.split(separator: " ").last else { return [] }
    return comparison.edits.indices.filter {
      let edit = comparison.edits[$0]
      return edit.what == .removed && (edit.id == value || edit.path == value)
    }
  }

  private func search(from paths: [String]) -> [Int] {
    var frontier = paths.compactMap { host.graph.entity(path: $0) }
    var seen = Set(frontier)
    for _ in 0..<CauseSearch.reach {
      let met = frontier.flatMap { entity -> [Int] in
        let path = host.graph.path(entity)
        return (editsTo[path] ?? []) + (editsNaming[path] ?? [])
      }
      if !met.isEmpty { return Set(met).sorted() }
      var next: [EntityRef] = []
      for entity in frontier where seen.count < CauseSearch.breadth {
        host.graph.forEachReference(of: entity) { other in
          if seen.insert(other).inserted { next.append(other) }
        }
      }
      frontier = next
    }
    return []
  }

  /// What an edit names in the field it changed, in the base or the head, or in what it added.
  private func named(by edit: Edit) -> Set<String> {
    var paths: Set<String> = []
    for graph in [comparison.base.graph, host.graph] {
      guard let entity = graph.entity(path: edit.path) else { continue }
      graph.forEachReference(of: entity, inField: edit.field) { paths.insert(graph.path($0)) }
    }
    return paths
  }
}
