/// Which entries of a design had other ids before, by their `aliases`.
package struct Renames: Sendable {
  /// What each path of before is now: `person/po-shop` is `person/po-web`.
  private var paths: [String: String] = [:]
  private var inBase: [EntityRef: EntityRef] = [:]
  private var inHead: [EntityRef: EntityRef] = [:]

  package init() {}

  /// Takes every alias that is no id of its kind for a former id; of two entries that had it the
  /// one with the smaller id is meant.
  package init(of head: OrgGraph) {
    for (path, entity) in Renames.former(head) { paths[path] = head.path(entity) }
  }

  /// Takes what entries of the head are called in the base; an entry that is there under its id of
  /// now has not been renamed.
  package init(from base: OrgGraph, to head: OrgGraph) {
    for (path, entity) in Renames.former(head).sorted(by: { $0.key < $1.key }) {
      guard let old = base.entity(path: path), inBase[entity] == nil,
        base.entity(path: head.path(entity)) == nil
      else { continue }
      inBase[entity] = old
      inHead[old] = entity
      paths[path] = head.path(entity)
    }
  }

  private static func former(_ graph: OrgGraph) -> [String: EntityRef] {
    var former: [String: EntityRef] = [:]
    for kind in EntityKind.allCases {
      guard let field = kind.shape.fields.first(where: { $0.key == "aliases" }) else { continue }
      for index in 0..<graph.count(kind) {
        let entity = EntityRef(kind, index)
        guard let value = graph.field(field, of: entity) else { continue }
        for element in graph.elements(of: value) {
          let path = kind.name + "/" + graph.text(element)
          guard graph.entity(path: path) == nil else { continue }
          if let other = former[path], graph.idPrecedes(other, entity) { continue }
          former[path] = entity
        }
      }
    }
    return former
  }

  /// Returns what an entry of the head is in the base; nil where it has the same id there or none.
  package func before(_ entity: EntityRef) -> EntityRef? { inBase[entity] }

  /// Returns what an entry of the base is in the head; nil where it has the same id there or none.
  package func now(_ entity: EntityRef) -> EntityRef? { inHead[entity] }

  /// Whether an entry of the head is one of the base under another id.
  func isSame(_ head: EntityRef?, _ base: EntityRef?) -> Bool {
    guard let head, let base else { return false }
    return inBase[head] == base
  }

  /// Returns a text with the paths in it as they are now; what stands between blanks may be one.
  package func now(_ text: String) -> String {
    guard !paths.isEmpty, text.utf8.contains(UInt8(ascii: "/")) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { part in paths[String(part)] ?? incentive(part) ?? String(part) }
      .joined(separator: " ")
  }

  /// Reads `incentive/holder/metric`, and that of a second one with its number.
  private func incentive(_ path: Substring) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count > 2, parts[0] == "incentive" else { return nil }
    if let holder = paths["person/" + parts[1]] ?? paths["unit/" + parts[1]] {
      parts[1] = String(
        holder[holder.index(after: holder.firstIndex(of: "/") ?? holder.startIndex)...]
      )
    }
    if let metric = paths["metric/" + parts[2]] { parts[2] = String(metric.dropFirst(7)) }
    return parts.joined(separator: "/")
  }
}
