import Subprocess

/// The `git` program, asked about the repository of the working directory.
///
/// Only objects are read: nothing is checked out, no hook or monitor of the repository runs.
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

  /// The most that one answer may hold: more than any design that orglint reads.
  private static let outputLimit = 4 << 30

  /// Runs `git` with arguments that come from orglint, and revisions behind `--end-of-options`.
  static func ask(_ arguments: [String], input: [UInt8] = []) async throws(UsageError) -> Answer {
    let fixed = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks"]
    do {
      let result = try await run(
        .name("git"),
        arguments: Arguments(fixed + arguments),
        environment: .inherit.updating(["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]),
        input: .array(input),
        output: .bytes(limit: outputLimit),
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
}

extension String {
  /// The text without line breaks at its end.
  fileprivate var trimmedOfLineBreaks: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
