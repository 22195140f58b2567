/// A commit of the repository that the working directory is in.
struct GitRevision: Equatable {
  /// The full hash.
  let hash: String

  /// As it was named.
  let name: String

  /// The folder of its repository, where that is not the working directory's.
  var folder: String?

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
    if answer.lacksObject { throw lack }
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
