import SourceText

/// Finds whether a run holds more than one design, and names the folders.
struct DesignsInRun {
  private let graph: OrgGraph

  init(_ graph: OrgGraph) {
    self.graph = graph
  }

  /// Returns what tells the designs apart; nil for one design.
  func find() -> DuplicateID? {
    byOrganization() ?? byIDs()
  }

  /// Designs that are told apart: each file is compared with all of them.
  private static let most = 100

  // MARK: - Organizations that disagree

  /// Files whose `organization` fields agree.
  private struct Group {
    var values: [Field: ItemID] = [:]
    var files: [FileID] = []

    /// The first value that disagrees with the first group; of that group the mapping.
    var place: ItemID
  }

  private func byOrganization() -> DuplicateID? {
    var groups: [Group] = []
    var fields: Set<Field> = []
    for mapping in graph.organizations {
      let file = graph.file(of: mapping)
      let values = graph.children(of: mapping).filter { graph[$0].type != .absent }
      func disagrees(_ value: ItemID, _ group: Group) -> Bool {
        let other = group.values[graph[value].field]
        return other.map { !graph.saysTheSame(value, as: $0, of: graph) } ?? false
      }
      let index = groups.firstIndex { group in !values.contains { disagrees($0, group) } }
      if let index {
        for value in values { groups[index].values[graph[value].field] = value }
        groups[index].files.append(file)
        continue
      }
      var group = Group(files: [file], place: mapping)
      for value in values { group.values[graph[value].field] = value }
      guard let first = groups.first else {
        groups.append(group)
        continue
      }
      // Of several documents of one file the first counts.
      guard first.files.last != file, groups.count < DesignsInRun.most else { continue }
      let other = values.filter { disagrees($0, first) }
      fields.formUnion(other.map { graph[$0].field })
      group.place = other.first ?? mapping
      groups.append(group)
    }
    guard groups.count > 1 else { return nil }
    return DuplicateID(
      form: .organization,
      targets: ["organization"],
      places: groups.map { graph.span($0.place) },
      fields: fields.map(\.key).sorted(),
      designs: names(of: groups.map(\.files))
    )
  }

  /// The folder of each group of files; where these are not different, the first files.
  private func names(of groups: [[FileID]]) -> [String] {
    let folders = groups.map { files in
      files.map { DesignsInRun.folder(of: graph.sources[$0].path) }
        .reduce(nil) { common, path in common.map { $0.commonPrefix(with: path) } ?? path } ?? []
    }
    let names = folders.map { $0.joined(separator: "/") }
    guard Set(names).count == names.count, !names.contains("") else {
      return groups.map { graph.sources[$0[0]].path }
    }
    return names
  }

  private static func folder(of path: String) -> [Substring] {
    Array(path.split(separator: "/", omittingEmptySubsequences: false).dropLast())
  }

  // MARK: - Ids that two folders share

  /// Without organizations that disagree, two folders that mostly declare the same are two designs.
  private func byIDs() -> DuplicateID? {
    guard graph.repeats.count >= DesignsInRun.fewest else { return nil }
    var folders: [[Substring]] = []
    var numbers: [[Substring]: Int] = [:]
    let folderOfFile = graph.sources.files.map { file in
      let folder = DesignsInRun.folder(of: file.path)
      if let known = numbers[folder] { return known }
      numbers[folder] = folders.count
      folders.append(folder)
      return folders.count - 1
    }
    var entries = [Int](repeating: 0, count: folders.count)
    for record in graph.entities.joined() { entries[folderOfFile[Int(record.file.index)]] += 1 }
    var shared: [[Int]: (count: Int, first: SourceSpan, second: SourceSpan)] = [:]
    for (kind, record) in graph.repeats {
      let second = folderOfFile[Int(record.file.index)]
      entries[second] += 1
      guard let entity = graph.entity(kind, symbol: record.symbol) else { continue }
      let place = graph.keySpan(entity)
      let first = folderOfFile[Int(place.file.index)]
      guard first != second else { continue }
      shared[[first, second], default: (0, place, record.keySpan)].count += 1
    }
    let twins = shared.filter { pair, found in
      found.count >= DesignsInRun.fewest
        && found.count * 2 >= min(entries[pair[0]], entries[pair[1]])
    }
    guard let (pair, found) = twins.min(by: { $0.value.first < $1.value.first }) else { return nil }
    return DuplicateID(
      form: .organization,
      targets: ["organization"],
      places: [found.first, found.second],
      fields: [],
      designs: DesignsInRun.withoutCommonEnd(folders[pair[0]], folders[pair[1]])
    )
  }

  /// Fewer ids that two folders share may be mistakes one by one.
  private static let fewest = 3

  /// `a/people` and `b/people` are parts of `a` and `b`.
  private static func withoutCommonEnd(_ first: [Substring], _ second: [Substring]) -> [String] {
    var (first, second) = (first, second)
    while first.count > 1, second.count > 1, first.last == second.last {
      first.removeLast()
      second.removeLast()
    }
    return [first, second].map { $0.isEmpty ? "." : $0.joined(separator: "/") }
  }
}

extension [Substring] {
  fileprivate func commonPrefix(with other: [Substring]) -> [Substring] {
    Array(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
