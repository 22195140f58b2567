import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The `git` program, asked about the repository of the working directory.
///
/// Only objects are read: nothing is checked out, nothing is fetched, and no program that the
/// repository names runs. The environment of the caller holds, such as `GIT_DIR`: whoever sets it
/// may run programs anyway.
enum Git {
  /// What `git` printed, or what it complained of.
  struct Answer {
    var output: [UInt8]
    var complaint: String
    var isFine: Bool

    /// The output as one line of text.
    var line: String {
      String(decoding: output, as: UTF8.self).trimmedOfLineBreaks
    }
  }

  /// What no configuration of the repository has a say in.
  ///
  /// All but the first two matter only if git came to fetch in spite of the environment.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false",
    "fetch.bundleURI=", "transfer.bundleURI=false", "gc.auto=0", "maintenance.auto=false",
  ]

  /// What keeps git from connecting and from reading something else than what was committed.
  ///
  /// A partial clone would fetch an object that it lacks. Git before 2.45 does not know
  /// `GIT_NO_LAZY_FETCH`, and so no protocol is allowed either. Replacements and grafts do not count.
  private static let environment: [Environment.Key: String?] = [
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": "/dev/null",
  ]

  /// Runs `git` with arguments that come from orglint, and revisions behind `--end-of-options`.
  ///
  /// - Parameter folder: The folder to ask in, where that is not the working directory.
  static func ask(
    _ arguments: [String],
    input: [UInt8] = [],
    in folder: String? = nil
  ) async throws(UsageError) -> Answer {
    guard hasRoom else {
      throw UsageError(
        "git cannot be run, because so few files may be open at once; 'ulimit -n 64' is enough"
      )
    }
    let fixed = ["--no-pager", "--no-optional-locks"] + settings.flatMap { ["-c", $0] }
    // A repository that the caller named is not that of another folder.
    let others = folder.map { _ in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] } ?? []
    let cleared = others.map { (Environment.Key(stringLiteral: $0), String?.none) }
    do {
      let result = try await run(
        .name("git"),
        arguments: Arguments(fixed + arguments),
        environment: .inherit.updating(environment.merging(cleared) { $1 }),
        workingDirectory: folder.map { FilePath($0) },
        input: .array(input),
        // Any other limit is memory that is taken before the first byte comes.
        output: .bytes(limit: .max),
        error: .string(limit: 1 << 16)
      )
      return Answer(
        output: result.standardOutput,
        complaint: result.standardError.trimmedOfLineBreaks,
        isFine: result.terminationStatus.isSuccess
      )
    } catch {
      throw UsageError("git could not be run: \(error)")
    }
  }

  /// Whether as many files may be opened as it takes to start a program and to talk with it.
  private static let hasRoom: Bool = {
    let most: Int32 = 20
    let file = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, most)
    if file >= 0 { close(file) }
    return file >= 0 || errno == EBADF
  }()
}

extension String {
  /// The text without line breaks at its end.
  fileprivate var trimmedOfLineBreaks: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
