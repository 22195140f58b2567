import SourceText

/// Files of a commit that a configuration asks for by name.
///
/// What was not fetched yet is nil and noted; whoever asked fetches it and asks again.
final class CommitFiles {
  private let revision: GitRevision

  /// The commit of the working tree; nil where a path that nobody committed is just not there.
  private let tracked: GitRevision?
  private let repository: GitPath.Repository

  /// All that was fetched, by its path in the repository.
  private var files: [String: [UInt8]] = [:]

  /// The files at or below each path that was fetched; nil for one that git knows nothing about.
  private var known: [String: [String]?] = [:]
  private var wanted: Set<String> = []

  /// More files below one path are no rule pack, and more paths no configuration.
  private static let mostFiles = 10_000
  private static let mostPaths = 1_000

  /// - Parameter readsOthers: Whether files that git does not have are read from the file system,
  ///   because the command line names the configuration.
  init(_ revision: GitRevision, readsOthers: Bool) async throws(UsageError) {
    self.revision = revision
    tracked = readsOthers ? try await GitRevision.named("HEAD") : nil
    repository = try await GitPath.Repository()
  }

  /// Fetches what was asked for in vain; returns whether there was anything.
  func fetch() async throws(UsageError) -> Bool {
    let paths = wanted.sorted()
    wanted = []
    for path in paths {
      let entries = try await entries(at: path)
      if entries.isEmpty, let tracked, try await tracked.listing(of: path).isEmpty {
        known[path] = .some(nil)
        continue
      }
      let contents = try await revision.contents(of: entries.map(\.object))
      for (entry, bytes) in zip(entries, contents) { files[entry.path] = bytes }
      known[path] = entries.map(\.path)
    }
    return !paths.isEmpty
  }

  /// The file at a path, or the rule files below it; a link there is followed, as long as it stays.
  private func entries(
    at path: String
  ) async throws(UsageError) -> [(path: String, object: String)] {
    var tree = CommitTree(revision, top: repository.top)
    guard let place = try await tree.read(path) else { return [] }
    return try await revision.listing(of: place).lazy
      .map { (path + String($0.path.dropFirst(place.count)), $0.object) }
      .filter { $0.0 == path || CommitFiles.isRuleFile($0.0.dropFirst(path.count + 1)) }
      .prefix(CommitFiles.mostFiles).map { (path: $0.0, object: $0.1) }
  }

  /// YAML, and nothing hidden on the way from the folder.
  private static func isRuleFile(_ path: Substring) -> Bool {
    (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
      && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// The bytes of a file; nil where there is none, or none yet.
  func bytes(_ path: String) -> [UInt8]? {
    guard let inside = inside(path) else { return tracked == nil ? nil : FileSystem.bytes(path) }
    if let bytes = files[inside] { return bytes }
    switch known[inside] {
    case .none: want(inside)
    case .some(.none): return FileSystem.bytes(path)
    case .some(.some): break
    }
    return nil
  }

  private func want(_ path: String) {
    if known.count + wanted.count < CommitFiles.mostPaths { wanted.insert(path) }
  }

  func isFolder(_ path: String) -> Bool {
    guard let inside = inside(path) else { return tracked != nil && FileSystem.isFolder(path) }
    switch known[inside] {
    case .none:
      want(inside)
      return false
    case .some(.none): return FileSystem.isFolder(path)
    case .some(.some(let paths)): return paths.contains { $0 != inside }
    }
  }

  /// The YAML files of a folder, as the path names it, sorted.
  func yamlFiles(below path: String) throws(UsageError) -> [SourceFile] {
    guard let inside = inside(path), let paths = known[inside] ?? nil else {
      return try FileSystem.yamlFiles(below: path)
    }
    return paths.sorted().map { file in
      SourceFile(path: GitPath.shown(file, below: inside, as: path), bytes: files[file] ?? [])
    }
  }

  private func inside(_ path: String) -> String? { repository.inside(path) }
}
