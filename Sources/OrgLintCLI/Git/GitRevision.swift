/// A commit of the repository that the working directory is in.
struct GitRevision {
  /// The full hash.
  let hash: String

  /// As it was named.
  let name: String

  /// Returns the commit that a revision names.
  static func named(_ name: String) async throws(UsageError) -> GitRevision {
    let top = try await Git.ask(["rev-parse", "--show-toplevel"])
    guard top.isFine else { throw UsageError(explained(top.complaint, name)) }
    let answer = try await Git.ask(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]
    )
    guard answer.isFine else {
      throw UsageError(
        "there is no commit '\(name)' in this repository" + (try await fetchAdvice(name))
      )
    }
    return GitRevision(hash: answer.line, name: name)
  }

  /// Returns the commit where another one and this one parted.
  func mergeBase(with other: GitRevision) async throws(UsageError) -> GitRevision {
    let answer = try await Git.ask(["merge-base", "--end-of-options", hash, other.hash])
    guard answer.isFine, !answer.line.isEmpty else {
      throw UsageError(
        "'\(name)' and '\(other.name)' have no commit in common here"
          + (try await GitRevision.fetchAdvice(name))
      )
    }
    return GitRevision(hash: answer.line, name: name)
  }

  /// A shallow clone lacks older commits; says what brings them.
  private static func fetchAdvice(_ name: String) async throws(UsageError) -> String {
    let shallow = try await Git.ask(["rev-parse", "--is-shallow-repository"])
    guard shallow.line == "true" else { return "" }
    return ": the clone is shallow; 'git fetch --unshallow origin' brings the rest, and in a "
      + "GitHub workflow actions/checkout with fetch-depth: 0"
  }

  private static func explained(_ complaint: String, _ name: String) -> String {
    if complaint.contains("dubious ownership") {
      return "git refuses to read this repository because somebody else owns it; "
        + "'git config --global --add safe.directory \"$PWD\"' allows it"
    }
    if complaint.contains("must be run in a work tree") {
      return "this is a repository without a working tree, so there are no files of a design "
        + "beside '\(name)'; run orglint in a clone"
    }
    if complaint.isEmpty || complaint.contains("not a git repository") {
      return "'\(name)' names no commit, because this folder is in no git repository"
    }
    return complaint
  }
}

extension GitRevision {
  /// Returns the YAML files below some paths of the working directory, with their bytes.
  ///
  /// The paths are shown as the working tree's are. Links and submodules are left out.
  func yamlFiles(
    below paths: [String]
  ) async throws(UsageError) -> [(path: String, bytes: [UInt8])] {
    let prefix = try await Git.ask(["rev-parse", "--show-prefix"]).line
    let top = try await Git.ask(["rev-parse", "--show-toplevel"]).line
    var entries: [(path: String, object: String)] = []
    for path in paths {
      guard let inside = GitPath.insideRepository(path, prefix: prefix, top: top) else {
        throw UsageError("'\(path)' is outside of the repository \(top)")
      }
      entries += try await listing(of: inside).compactMap { entry in
        let shown = GitPath.shown(entry.path, below: inside, as: path)
        return GitPath.isDesignFile(shown) ? (shown, entry.object) : nil
      }
    }
    var seen: Set<String> = []
    let distinct = entries.filter { seen.insert($0.path).inserted }
    let contents = try await GitRevision.contents(of: distinct.map(\.object))
    return zip(distinct, contents).map { ($0.path, $1) }
  }

  /// Returns the bytes of one file of the working directory as the commit has it; nil without it.
  func bytes(of path: String) async throws(UsageError) -> [UInt8]? {
    let prefix = try await Git.ask(["rev-parse", "--show-prefix"]).line
    let top = try await Git.ask(["rev-parse", "--show-toplevel"]).line
    guard let inside = GitPath.insideRepository(path, prefix: prefix, top: top),
      let entry = try await listing(of: inside).first(where: { $0.path == inside })
    else { return nil }
    return try await GitRevision.contents(of: [entry.object]).first
  }

  /// The files of the commit at or below a path of the repository; empty for the whole of it.
  func listing(
    of path: String
  ) async throws(UsageError) -> [(path: String, object: String)] {
    var arguments = ["ls-tree", "-r", "-z", "--full-tree", hash]
    if !path.isEmpty { arguments += ["--", path] }
    let answer = try await Git.ask(["--literal-pathspecs"] + arguments)
    guard answer.isFine else { throw UsageError(answer.complaint) }
    return answer.output.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: 0x09) else { return nil }
      let parts = record[..<tab].split(separator: 0x20)
      // Mode, type and hash; 120000 is a link.
      guard parts.count == 3, parts[1].elementsEqual("blob".utf8),
        !parts[0].elementsEqual("120000".utf8)
      else { return nil }
      return (
        String(decoding: record[(tab + 1)...], as: UTF8.self),
        String(decoding: parts[2], as: UTF8.self)
      )
    }
  }

  /// Returns the bytes of objects, in their order, by one process.
  static func contents(of objects: [String]) async throws(UsageError) -> [[UInt8]] {
    guard !objects.isEmpty else { return [] }
    let input = Array(objects.map { $0 + "\n" }.joined().utf8)
    let answer = try await Git.ask(["cat-file", "--batch"], input: input)
    var contents: [[UInt8]] = []
    var rest = answer.output[...]
    // Each object: "hash blob size", a line break, the bytes, a line break.
    while contents.count < objects.count, let end = rest.firstIndex(of: 0x0A) {
      let header = rest[..<end].split(separator: 0x20)
      guard header.count == 3, let size = Int(String(decoding: header[2], as: UTF8.self)),
        size >= 0, rest.endIndex - end > size
      else { break }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 1 + size)...].dropFirst()
    }
    guard contents.count == objects.count else {
      throw UsageError("git could not read the files of the base: \(answer.complaint)")
    }
    return contents
  }
}
