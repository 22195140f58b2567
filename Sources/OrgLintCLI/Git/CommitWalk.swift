/// Finds the files of a commit as `DesignLoader` finds those of the working tree.
struct CommitWalk {
  private let tree: CommitTree
  private let isExcluded: (String) -> Bool

  /// What was found: shown as the working tree's files are.
  private(set) var found: [(path: String, file: CommitTree.File)] = []

  /// The links that lead out of the design or into themselves, shown in the same way.
  private(set) var unfollowed: [String] = []

  /// Where the paths of the run lead.
  private let roots: [String]
  private var visited: Set<String> = []
  private var linked: [(path: String, place: String, outer: [String])] = []
  private var linkedFiles: [(path: String, place: String)] = []
  private var taken: Set<String> = []

  /// - Parameter roots: The paths of the run as they are shown, with where they lead.
  init(
    _ tree: CommitTree,
    roots: [(path: String, place: String)],
    isExcluded: @escaping (String) -> Bool
  ) {
    self.tree = tree
    self.roots = roots.map(\.place)
    self.isExcluded = isExcluded
    for (path, place) in roots {
      if tree.isFolder(place) { walk(path, place, []) } else { take(path, place) }
    }
    // A folder that is reached by its own path is not read by a link's.
    var next = 0
    while next < linked.count {
      walk(linked[next].path, linked[next].place, linked[next].outer)
      next += 1
    }
    for (path, place) in linkedFiles { take(path, place) }
  }

  private mutating func walk(_ folder: String, _ place: String, _ outer: [String]) {
    guard outer.count < 64, !outer.contains(place) else { return unfollowed.append(folder) }
    guard visited.insert(place).inserted else { return }
    for name in tree.names(in: place) where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder + "/" + name
      let inner = place.isEmpty ? name : place + "/" + name
      if isExcluded(path) { continue }
      if tree.isLink(inner) {
        follow(path, inner, outer + [place])
      } else if tree.isFolder(inner) {
        walk(path, inner, outer + [place])
      } else if DesignFile.isName(name) {
        take(path, inner)
      }
    }
  }

  private mutating func follow(_ path: String, _ link: String, _ outer: [String]) {
    let target = tree.target(of: link)
    guard let target, roots.contains(where: { CommitWalk.holds($0, target) }) else {
      // What a link outside leads to git cannot tell; the same link of the working tree does.
      if DesignFile.isName(path) || FileSystem.isFolder(path) { unfollowed.append(path) }
      return
    }
    if tree.isFolder(target) {
      linked.append((path, target, outer))
    } else if DesignFile.isName(path) {
      linkedFiles.append((path, target))
    }
  }

  private mutating func take(_ path: String, _ place: String) {
    guard !isExcluded(path), let file = tree.file(at: place), taken.insert(place).inserted else {
      return
    }
    found.append((path, file))
  }

  private static func holds(_ root: String, _ place: String) -> Bool {
    root.isEmpty || place == root || place.hasPrefix(root + "/")
  }
}
