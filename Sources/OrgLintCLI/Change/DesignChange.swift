import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage

/// A design judged against another one, both as the head's configuration wants it.
struct DesignChange {
  let judged: ChangeReport

  /// The head, with the comparison.
  let head: DesignHost
  private let base: DesignHost
  private let baseReport: Report
  private let rules: [RuleDefinition]

  /// Judges two designs.
  ///
  /// - Parameters:
  ///   - run: How the head is judged; afterwards the run that did it.
  ///   - design: The head.
  ///   - base: What it is compared with; no baseline silences anything there.
  ///   - redact: Whether names and free text, such as a policy, are left out of causes.
  ///   - check: What must hold of the head before it is judged.
  init(
    _ run: inout LintRun,
    on design: LoadedDesign,
    base: LoadedDesign,
    compiled: [CompiledRule],
    redact: Bool,
    check: (DesignHost, inout LintRun) throws -> Void
  ) async throws {
    var before = run
    before.suppression.baseline = nil
    self.base = await before.host(of: base)
    if self.base.graph.isIncomplete {
      Console.complain(
        "a file of the base was not read to its end, so findings from before may count as new"
      )
    }
    baseReport = await before.report(on: self.base, compiled: compiled)
    // A base without org files is nothing to compare with: then everything is new.
    if !base.orgFiles.isEmpty { run.base = self.base }
    head = await run.host(of: design)
    try check(head, &run)
    let report = await run.report(on: head, compiled: compiled)
    rules = run.rules
    judged = ChangeReport(
      report,
      of: head,
      base: baseReport,
      known: before.silenceable,
      redact: redact
    )
  }

  var report: Report { judged.report }

  /// What the change does, in words.
  ///
  /// - Parameters:
  ///   - base: What the base is called.
  ///   - head: What the head is called.
  ///   - silencing: What the change does to the configuration and the baseline.
  ///   - redact: Whether names and free text, such as a policy, are left out.
  func summary(
    from base: String,
    to head: String,
    silencing: [String],
    redact: Bool
  ) -> ChangeSummary {
    let edits = self.head.comparison?.edits ?? []
    let waivers = edits.filter { $0.kind == "waiver" }
    return ChangeSummary(
      base: base,
      head: head,
      silencing: silencing + waivers.map { self.head.words(for: $0, redact: redact) }
        + CommentChanges.words(from: self.base, to: self.head, rules: rules),
      edits: edits.filter { $0.kind != "waiver" }.map { shown($0, redact: redact) },
      figures: (self.head.comparison?.figures ?? [])
        .filter { $0.isTotal || !$0.name.isComplexity }.map(shown),
      fixed: redact ? Redaction(self.base).apply(to: judged.fixed) : judged.fixed,
      baseSources: baseReport.sources
    )
  }

  private func shown(_ edit: Edit, redact: Bool) -> ChangeSummary.Edit {
    let isHidden = redact && edit.isProse
    return ChangeSummary.Edit(
      what: edit.what.rawValue,
      path: edit.path,
      field: edit.field,
      before: isHidden ? "" : edit.before,
      after: isHidden ? "" : edit.after,
      text: head.words(for: edit, redact: redact)
    )
  }

  private func shown(_ figure: Figure) -> ChangeSummary.Figure {
    ChangeSummary.Figure(
      name: figure.name.rawValue,
      text: head.words(for: figure),
      before: figure.before,
      after: figure.after,
      rose: figure.rose
    )
  }
}
