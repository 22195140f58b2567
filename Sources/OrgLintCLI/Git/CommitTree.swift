/// What a commit holds at and below some paths, as a search through its folders would find it.
///
/// Links are followed as git stores them, within the tree; a submodule is read from its own objects.
struct CommitTree {
  /// A file, with the repository that has it.
  struct File: Equatable {
    let object: String
    let revision: GitRevision
  }

  private enum Node {
    case file(File)
    case link(String)
  }

  /// Files and links by their paths from the root of the repository, without links on the way.
  private var nodes: [String: Node] = [:]

  /// The names in each folder that leads to a file or link.
  private var names: [String: Set<String>] = [:]

  private let revision: GitRevision

  /// The absolute path of the repository's root.
  private let top: String

  /// As many links as a system follows.
  private static let linkLimit = 40

  init(_ revision: GitRevision, top: String) {
    self.revision = revision
    self.top = top
  }

  /// Reads what is at or below a path from the root; returns where it leads, or nil for nowhere.
  mutating func read(_ path: String) async throws(UsageError) -> String? {
    guard let real = try await resolved(path) else { return nil }
    try await add(revision, at: real.isEmpty ? nil : real)
    return isFolder(real) || nodes[real] != nil ? real : nil
  }

  func file(at path: String) -> File? {
    if case .file(let file)? = nodes[path] { file } else { nil }
  }

  func isLink(_ path: String) -> Bool {
    if case .link? = nodes[path] { true } else { false }
  }

  func isFolder(_ path: String) -> Bool { names[path] != nil }

  func names(in folder: String) -> [String] { (names[folder] ?? []).sorted() }

  /// Returns where a path leads within what was read; nil for elsewhere and for links without end.
  func target(of path: String) -> String? {
    var rest = Array(path.split(separator: "/").reversed())
    var folder: [Substring] = []
    var links = 0
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        guard folder.popLast() != nil else { return nil }
        continue
      }
      guard case .link(let next)? = nodes[(folder + [part]).joined(separator: "/")] else {
        folder.append(part)
        continue
      }
      links += 1
      guard links <= CommitTree.linkLimit, !next.hasPrefix("/") else { return nil }
      rest += next.split(separator: "/").reversed()
    }
    return folder.joined(separator: "/")
  }

  /// Follows the links on the way to a path, and reads no more of the tree than that takes.
  private mutating func resolved(_ path: String) async throws(UsageError) -> String? {
    for _ in 0...CommitTree.linkLimit {
      guard let whole = target(of: path) else { return nil }
      let parts = whole.split(separator: "/")
      let way = parts.indices.map { parts[...$0].joined(separator: "/") }
      let entries = way.isEmpty ? [] : try await revision.entries(way, recursively: false)
      if let submodule = entries.first(where: \.isSubmodule) {
        try await add(revision, at: submodule.path)
        return target(of: whole)
      }
      let links = entries.filter(\.isLink)
      if links.isEmpty { return whole }
      try await addLinks(links, of: revision, below: "")
    }
    return nil
  }

  /// Adds all files and links at or below a path of a repository, those of its submodules too.
  ///
  /// - Parameters:
  ///   - path: A path from that repository's root; nil for all.
  ///   - folder: Where the repository is, from the outermost one's root, with a slash at its end.
  private mutating func add(
    _ revision: GitRevision,
    at path: String?,
    below folder: String = ""
  ) async throws(UsageError) {
    let entries = try await revision.entries(path.map { [$0] } ?? [], recursively: true)
    for entry in entries where !entry.isLink && !entry.isSubmodule {
      add(.file(File(object: entry.object, revision: revision)), at: folder + entry.path)
    }
    try await addLinks(entries.filter(\.isLink), of: revision, below: folder)
    for entry in entries where entry.isSubmodule {
      let inner = folder + entry.path
      if let submodule = try await revision.submodule(entry.object, at: top + "/" + inner) {
        try await add(submodule, at: nil, below: inner + "/")
      }
    }
  }

  private mutating func addLinks(
    _ links: [GitRevision.Entry],
    of revision: GitRevision,
    below folder: String
  ) async throws(UsageError) {
    let targets = try await revision.contents(of: links.map(\.object))
    for (link, target) in zip(links, targets) {
      add(.link(String(decoding: target, as: UTF8.self)), at: folder + link.path)
    }
  }

  private mutating func add(_ node: Node, at path: String) {
    nodes[path] = node
    var inner = path[...]
    while !inner.isEmpty {
      let slash = inner.lastIndex(of: "/")
      let name = slash.map { inner[inner.index(after: $0)...] } ?? inner
      inner = slash.map { inner[..<$0] } ?? ""
      guard names[String(inner), default: []].insert(String(name)).inserted else { return }
    }
  }
}
