package import Diagnostics

/// How a report is to be shown; every format takes what applies to it.
package struct RenderOptions: Sendable {
  /// Applies to text and concise.
  package var color: ColorMode

  /// Columns of the terminal, from 40 to 400; applies to text.
  package var width: Int {
    didSet { width = RenderOptions.clamped(width) }
  }

  /// Whether nothing is folded, and targets and fingerprints are shown.
  package var verbose: Bool

  /// Whether only findings and the summary line are shown, and nothing for a clean run.
  package var quiet: Bool

  /// The least severity of a finding that fails the run; nil where none does.
  ///
  /// Applies to JUnit.
  package var failureThreshold: Severity?

  /// Whether text of the files is left out.
  package var redact: Bool

  /// Whether silenced findings are listed too.
  package var showSuppressed: Bool

  /// Where shown paths start; nil shows them as the sources have them.
  package var pathBase: PathBase?

  /// How the run was called, for the commands a report suggests.
  package var command: String

  package init(
    color: ColorMode = .off,
    width: Int = 80,
    verbose: Bool = false,
    quiet: Bool = false,
    failureThreshold: Severity? = .info,
    redact: Bool = false,
    showSuppressed: Bool = false,
    pathBase: PathBase? = nil,
    command: String = "orglint check"
  ) {
    self.color = color
    self.width = RenderOptions.clamped(width)
    self.verbose = verbose
    self.quiet = quiet
    self.failureThreshold = failureThreshold
    self.redact = redact
    self.showSuppressed = showSuppressed
    self.pathBase = pathBase
    self.command = command
  }

  private static func clamped(_ width: Int) -> Int { min(max(width, 40), 400) }
}
