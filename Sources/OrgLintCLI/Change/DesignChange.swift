import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage

/// A design judged against another one, both as the head's configuration wants it.
struct DesignChange {
  /// The head's report, with what the change silences.
  private(set) var report: Report

  /// The head, with the comparison.
  let head: DesignHost
  private let judged: ChangeReport
  private let base: DesignHost
  private let baseReport: Report

  /// Judges two designs, and the head once more where the change alters what is in force.
  ///
  /// - Parameters:
  ///   - run: How the head is judged; afterwards the run that did it.
  ///   - design: The head; nil to read it.
  ///   - check: What must hold of the head before it is judged.
  init(
    _ run: inout LintRun,
    on design: LoadedDesign? = nil,
    _ sides: (base: ChangeSide, head: ChangeSide),
    in workspace: Workspace,
    _ options: ChangeOptions,
    check: (DesignHost, inout LintRun) throws -> Void
  ) async throws {
    let now = ChangeForce(
      workspace: workspace,
      run: run,
      baselinePath: options.suppression.file(workspace.project)?.path
    )
    let forces = try await DesignChange.forces(sides, options, now: now)
    let design =
      if let design { design } else {
        try await sides.head.design(in: workspace, paths: options.paths)
      }
    let before = try await sides.base.design(in: forces.base.workspace, paths: options.paths)
    var first = run
    // No baseline silences what was there before.
    first.suppression.baseline = nil
    base = await first.host(of: before)
    if base.graph.isIncomplete {
      Console.complain(
        "a file of the base was not read to its end, so findings from before may count as new"
      )
    }
    baseReport = await first.report(on: base, compiled: workspace.compiled)
    if baseReport.hasFailedRule {
      Console.complain("a rule failed on the base, so what it finds may count as new")
    }
    // A base without org files is nothing to compare with: then everything is new.
    if !before.orgFiles.isEmpty { run.base = base }
    head = await run.host(of: design)
    try check(head, &run)
    let report = await run.report(on: head, compiled: workspace.compiled)
    judged = ChangeReport(
      report,
      of: head,
      base: baseReport,
      known: first.silenceable,
      redact: options.redact
    )
    let silencing = SilencingSearch(
      base: forces.base,
      head: forces.head,
      start: sides.base,
      side: sides.head,
      now: run,
      designs: (before, design),
      hosts: (base, head),
      options: options
    )
    self.report = try await silencing.added(to: judged.report)
  }

  /// What is in force at the sides; the same at both where they are no states of one repository.
  private static func forces(
    _ sides: (base: ChangeSide, head: ChangeSide),
    _ options: ChangeOptions,
    now: ChangeForce
  ) async throws -> (base: ChangeForce, head: ChangeForce) {
    guard case .commit(let base) = sides.base else { return (now, now) }
    switch sides.head {
    case .path: return (now, now)
    case .workingTree: return (try await .at(base, options, now: now), now)
    case .commit(let head):
      return (
        try await .at(base, options, now: now), try await .at(head, options, now: now)
      )
    }
  }

  /// What the change does, in words.
  ///
  /// - Parameters:
  ///   - base: What the base is called.
  ///   - head: What the head is called.
  ///   - redact: Whether names and free text, such as a policy, are left out.
  func summary(from base: String, to head: String, redact: Bool) -> ChangeSummary {
    let edits = self.head.comparison?.edits ?? []
    return ChangeSummary(
      base: base,
      head: head,
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
