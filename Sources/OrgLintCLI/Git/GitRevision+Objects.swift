import YAMLSyntax

extension GitRevision {
  /// A file, a link or a submodule of a commit.
  struct Entry {
    /// From the root of the repository.
    let path: String
    let object: String
    let isLink: Bool
    let isSubmodule: Bool
  }

  /// Returns what a commit has at some paths from the root; all of it for none.
  ///
  /// - Parameter recursively: Whether folders stand for all that is below them; else they are left
  ///   out.
  func entries(_ paths: [String], recursively: Bool) async throws(UsageError) -> [Entry] {
    let arguments = ["ls-tree", "-z", "--full-tree"] + (recursively ? ["-r"] : [])
    let answer = try await Git.ask(
      ["--literal-pathspecs"] + arguments + [hash] + (paths.isEmpty ? [] : ["--"] + paths),
      in: folder
    )
    if answer.lacksObject { throw lack }
    guard answer.isFine else { throw UsageError(answer.complaint) }
    return answer.output.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: 0x09) else { return nil }
      // Mode, type and hash.
      let parts = record[..<tab].split(separator: 0x20)
      guard parts.count == 3, !parts[1].elementsEqual("tree".utf8) else { return nil }
      return Entry(
        path: String(decoding: record[(tab + 1)...], as: UTF8.self),
        object: String(decoding: parts[2], as: UTF8.self),
        isLink: parts[0].elementsEqual("120000".utf8),
        isSubmodule: parts[1].elementsEqual("commit".utf8)
      )
    }
  }

  /// The files of the commit at or below a path from the root; links and submodules are left out.
  func listing(of path: String) async throws(UsageError) -> [Entry] {
    try await entries(path.isEmpty ? [] : [path], recursively: true)
      .filter { !$0.isLink && !$0.isSubmodule }
  }

  /// Returns the commit of a submodule; nil where the submodule is not checked out, so that the
  /// working tree has nothing of it either.
  func submodule(_ hash: String, at folder: String) async throws(UsageError) -> GitRevision? {
    guard FileKind.isThere(folder + "/.git") else {
      Console.complain("the submodule '\(folder)' is not checked out, so nothing of it is compared")
      return nil
    }
    let answer = try await Git.ask(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", hash + "^{commit}"],
      in: folder
    )
    guard answer.isFine else {
      throw UsageError(
        "the submodule '\(folder)' lacks the commit of '\(name)'"
          + (answer.complaint.isEmpty
            ? "; 'git -C \(folder) fetch origin \(hash)' brings it" : ": \(answer.complaint)")
      )
    }
    return GitRevision(hash: hash, name: name, folder: folder)
  }

  /// Returns where what is now at a path from the root was in the commit, as the renames between the
  /// commit and the index have it; nil where most of it was nowhere.
  func formerPath(of path: String) async throws(UsageError) -> String? {
    let answer = try await Git.ask(
      ["diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", hash, "--"],
      in: folder
    )
    if answer.lacksObject { throw lack }
    let fields = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var votes: [String: Int] = [:]
    // Three fields a rename: how much is alike, the old path, the new one.
    for index in stride(from: 0, to: fields.count - 2, by: 3) {
      let (old, new) = (fields[index + 1], fields[index + 2])
      if new == path { return old }
      guard new.hasPrefix(path + "/") else { continue }
      let inner = new.dropFirst(path.count)
      if old == inner.dropFirst() {
        votes["", default: 0] += 1
      } else if old.hasSuffix(inner) {
        votes[String(old.dropLast(inner.count)), default: 0] += 1
      }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Returns the bytes of objects, in their order, by one process.
  func contents(of objects: [String]) async throws(UsageError) -> [[UInt8]] {
    guard !objects.isEmpty else { return [] }
    let input = Array(objects.map { $0 + "\n" }.joined().utf8)
    try await checkSizes(input)
    let answer = try await Git.ask(["cat-file", "--batch"], input: input, in: folder)
    if answer.lacksObject { throw lack }
    var contents: [[UInt8]] = []
    var rest = answer.output[...]
    // Each object: "hash blob size", a line break, the bytes, a line break.
    while contents.count < objects.count, let end = rest.firstIndex(of: 0x0A) {
      guard let size = GitRevision.size(rest[..<end]), rest.endIndex - end > size else { break }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 1 + size)...].dropFirst()
    }
    guard contents.count == objects.count else {
      throw UsageError("git could not read the files of the base: \(answer.complaint)")
    }
    return contents
  }

  /// Makes sure that all objects are there, and none is larger than a file that is read.
  private func checkSizes(_ objects: [UInt8]) async throws(UsageError) {
    let answer = try await Git.ask(["cat-file", "--batch-check"], input: objects, in: folder)
    if answer.lacksObject { throw lack }
    for line in answer.output.split(separator: 0x0A) {
      guard let size = GitRevision.size(line) else { throw lack }
      guard size <= YAMLLimits.standard.fileSize else {
        throw UsageError(
          "a file of '\(name)' is larger than \(YAMLLimits.standard.fileSize >> 20) MiB, so the "
            + "base is not read"
        )
      }
    }
  }

  /// Returns the size in a line such as "hash blob size"; nil in one that says what is missing.
  private static func size(_ line: ArraySlice<UInt8>) -> Int? {
    let parts = line.split(separator: 0x20)
    guard parts.count == 3, let size = Int(String(decoding: parts[2], as: UTF8.self)), size >= 0
    else { return nil }
    return size
  }

  /// That the clone is without an object of the commit, and what brings it.
  var lack: UsageError {
    let place = folder.map { "-C \($0) " } ?? ""
    return UsageError(
      "this clone lacks files of '\(name)', and orglint fetches nothing; "
        + "'git \(place)diff --stat \(hash)' makes git fetch them"
    )
  }
}

extension Git.Answer {
  /// Whether git would have had to fetch, or the repository is damaged.
  var lacksObject: Bool {
    !isFine
      && ["promisor", "not allowed", "missing", "unable to read", "bad object", "bad tree"]
        .contains { complaint.contains($0) }
  }
}
