package import Diagnostics
package import RuleLanguage
package import SourceText

/// The findings of `chg-silenced`, in the words of its rule file.
package struct SilencingNotices {
  /// The rule that has the words.
  package static let rule = "chg-silenced"

  private let rule: RuleDefinition
  private let level: SilencingLevel

  /// Nil where the rule is not among those that are known.
  package init?(_ rules: [RuleDefinition], level: SilencingLevel) {
    guard let rule = rules.first(where: { $0.id == SilencingNotices.rule }) else { return nil }
    self.rule = rule
    self.level = level
  }

  /// Adds to a report what a change silences: as findings of it where they are errors, else beside.
  ///
  /// - Parameters:
  ///   - place: Where what is in force differently is told.
  package func add(
    _ silenced: [Silencing.Silenced],
    _ changes: [InForceChange],
    at place: SourceSpan?,
    to report: inout Report
  ) {
    var silencing = Silencing(
      changes: changes.map { Silencing.Change($0.text, isHarmless: $0.isHarmless) },
      silenced: silenced
    )
    let isError = level == .error
    let found = silenced.map { finding($0) }
    let altered = changes.filter { !$0.isHarmless && (!isError || $0.isGate) }
      .compactMap { change in place.map { finding(change, at: $0) } }
    let others = changes.filter { !$0.isHarmless && isError && !$0.isGate }
      .compactMap { change in place.map { finding(change, at: $0) } }
    if isError {
      report.findings += found + altered
      report.findings.sort(by: precedes)
      silencing.notices = others
    } else {
      silencing.notices = altered + found
    }
    report.silencing = silencing
  }

  private func finding(_ silenced: Silencing.Silenced) -> Diagnostic {
    let original = silenced.finding
    var finding = diagnostic(
      silenced.isLowered ? "lowered" : "",
      [
        "silenced.rule": original.rule, "silenced.message": original.message,
        "silenced.by": silenced.by,
      ],
      at: original.primary,
      level == .error ? .error : .warning
    )
    finding.related = original.related
    finding.targets = original.targets
    finding.identifiesAllTargets = original.identifiesAllTargets
    finding.elements = original.elements
    finding.discriminator = [original.rule, original.variant, original.discriminator]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return finding
  }

  private func finding(_ change: InForceChange, at place: SourceSpan) -> Diagnostic {
    var finding = diagnostic(
      "in-force",
      ["silenced.by": change.text],
      at: Label(place),
      level == .error && change.isGate ? .error : .warning
    )
    finding.discriminator = change.text
    return finding
  }

  private func diagnostic(
    _ name: String,
    _ values: [String: String],
    at label: Label,
    _ severity: Severity
  ) -> Diagnostic {
    let words = rule.variants.first { $0.name == name }
    return Diagnostic(
      rule: rule.id,
      variant: words?.identityName ?? "",
      severity: severity,
      message: words?.message?.filled(with: values) ?? "",
      why: words?.why?.filled(with: values),
      help: words?.help?.filled(with: values),
      primary: label,
      targets: ["organization"],
      status: .new
    )
  }
}
