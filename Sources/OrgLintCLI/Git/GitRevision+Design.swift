import Reporting

extension GitRevision {
  /// The YAML files of a design, shown as those of the working tree are.
  struct DesignFiles {
    var contents: [(path: String, bytes: [UInt8])] = []

    /// The links that were not followed.
    var unfollowed: [String] = []

    /// The paths of the design that lead to files, as they were in the commit.
    var roots: [String] = []
  }

  /// Returns the YAML files below some paths of the working directory, with their bytes.
  ///
  /// What was somewhere else is found by git's renames.
  func designFiles(
    below paths: [String],
    isExcluded: @escaping (String) -> Bool
  ) async throws(UsageError) -> DesignFiles {
    let repository = try await GitPath.Repository()
    var tree = CommitTree(self, top: repository.top)
    var roots: [(path: String, place: String)] = []
    for path in paths {
      guard let inside = repository.inside(path) else {
        throw UsageError("'\(path)' is outside of the repository \(repository.top)")
      }
      if let place = try await tree.read(inside) {
        roots.append((DesignLoader.trimmed(path), place))
      } else if let former = try await formerPath(of: inside),
        let place = try await tree.read(former)
      {
        roots.append((repository.shown(former), place))
      }
    }
    let walk = CommitWalk(tree, roots: roots, isExcluded: isExcluded)
    var files = DesignFiles(unfollowed: walk.unfollowed, roots: roots.map(\.path))
    // Each repository is asked once.
    for revision in Dictionary(grouping: walk.found, by: \.file.revision.folder).values {
      guard let first = revision.first else { continue }
      let contents = try await first.file.revision.contents(of: revision.map(\.file.object))
      files.contents += zip(revision, contents).map { ($0.path, $1) }
    }
    return files
  }

  /// Returns those of some files of the working directory that the commit has as well.
  func files(among paths: [String]) async throws(UsageError) -> Set<String> {
    let repository = try await GitPath.Repository()
    let inside = Dictionary(
      paths.compactMap { path in repository.inside(path).map { ($0, path) } }
    ) { first, _ in first }
    guard !inside.isEmpty else { return [] }
    return Set(
      try await entries(inside.keys.sorted(), recursively: false).compactMap { inside[$0.path] }
    )
  }

  /// Returns the bytes of one file of the working directory as the commit has it; nil without it.
  func bytes(of path: String) async throws(UsageError) -> [UInt8]? {
    let repository = try await GitPath.Repository()
    var tree = CommitTree(self, top: repository.top)
    guard let inside = repository.inside(path), let place = try await tree.read(inside),
      let file = tree.file(at: place)
    else { return nil }
    return try await file.revision.contents(of: [file.object]).first
  }
}
