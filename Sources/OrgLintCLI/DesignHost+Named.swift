import Diagnostics
import OrgModel
import RuleLanguage

extension DesignHost {
  /// Returns the entry that a person named on the command line as `kind/id`.
  func entry(named path: String) throws(UsageError) -> EntityRef {
    if let entry = graph.entity(path: path) { return entry }
    guard let slash = path.firstIndex(of: "/") else {
      throw UsageError("the design has no '\(path)': entries are named kind/id, as in unit/labs")
    }
    let kinds = EntityKind.allCases.map(\.name)
    guard let kind = EntityKind(name: path[..<slash]) else {
      let nearest = NearestNames.of(String(path[..<slash]), among: kinds).first
      throw UsageError(
        "there is no kind '\(path[..<slash])'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ": \(kinds.joined(separator: ", "))")
      )
    }
    let id = String(path[path.index(after: slash)...])
    throw UsageError("the design has no '\(path)'\(graph.hint(id, kind, prefix: kind.name + "/"))")
  }
}

extension OrgGraph {
  /// Returns the entry, as `kind/id`, whose id is nearest to one of the same kind that is wrong.
  func nearest(to path: String) -> String? {
    guard let slash = path.firstIndex(of: "/"), let kind = EntityKind(name: path[..<slash])
    else { return nil }
    return NearestNames.of(String(path[path.index(after: slash)...]), among: ids(kind)).first
      .map { "\(kind.name)/\($0)" }
  }

  private func ids(_ kind: EntityKind) -> [String] {
    (0..<count(kind)).map { id(EntityRef(kind, $0)) }
  }

  /// As many entries of a kind are named in a message.
  private static let mostNamed = 8

  /// Returns what a person may have meant by an id that no entry of a kind has: the nearest, else
  /// all or the first of those that are there.
  ///
  /// - Parameter prefix: What stood before the id, and stands before the nearest.
  func hint(_ id: String, _ kind: EntityKind, prefix: String = "") -> String {
    let known = ids(kind).sorted()
    let nearest = NearestNames.of(id, among: known).map { "'\(prefix)\($0)'" }
    if !nearest.isEmpty { return "; did you mean \(nearest.joined(separator: " or "))?" }
    if known.isEmpty { return ", and no other \(kind.name)" }
    let named = known.prefix(OrgGraph.mostNamed).joined(separator: ", ")
    return known.count > OrgGraph.mostNamed
      ? "; there are \(known.count), such as \(named)" : "; there is \(named)"
  }
}
