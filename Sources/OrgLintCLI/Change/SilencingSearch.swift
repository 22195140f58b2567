import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import Reporting
import RuleLanguage
import SourceText

/// Says what a change does to what is in force, and which findings it silences that way.
struct SilencingSearch {
  let base: ChangeForce
  let head: ChangeForce

  /// Where the base's design is, and the head's.
  let start: ChangeSide
  let side: ChangeSide

  /// The run that judged the head.
  let now: LintRun
  let designs: (base: LoadedDesign, head: LoadedDesign)

  /// Both sides as the head's run reads them.
  let hosts: (base: DesignHost, head: DesignHost)
  let options: ChangeOptions

  /// Returns the report with what the change silences.
  func added(to report: Report) async throws -> Report {
    let (old, new) = (
      base.inForce(options, over: hosts.base), head.inForce(options, over: hosts.head)
    )
    let changes = InForceChange.all(
      from: old,
      to: new,
      single: changedWaivers + (try await filesMovedOut())
    )
    var report = report
    guard
      let notices = SilencingNotices(
        now.rules,
        level: [old, new].contains { $0.silencing == .error } ? .error : .warning
      )
    else { return report }
    var silenced: [Silencing.Silenced] = []
    // A base without org files had nothing that could be silenced.
    if !designs.base.orgFiles.isEmpty, changes.contains(where: { !$0.isHarmless }) {
      let found = SilencedFindings(
        base: await judgement(
          by: old,
          old.loadsAsMuch(as: new)
            ? designs.head : try await side.left(in: base.workspace, paths: options.paths),
          reusesHost: head.isNow && changes.allSatisfy(\.isSingle)
            && !new.silencers.subtracting(old.silencers).contains { $0.kind == .waiver }
        ),
        head: try await judgementOfHead(report),
        changes: changes,
        sources: report.sources
      )
      silenced = found.all
      report.sources = found.sources
    }
    let place = changes.isEmpty ? nil : place(in: &report)
    notices.add(silenced, changes, at: place, to: &report)
    return report
  }

  /// The head's design by what was in force at the base.
  private func judgement(
    by force: InForce,
    _ design: LoadedDesign,
    reusesHost: Bool
  ) async -> SilencedFindings.Judgement {
    var run = base.run
    run.suppression.known = force.silencers
    run.selection.stage = force.stage
    guard !reusesHost else { return await judgement(&run, hosts.head, base) }
    var first = base.run
    run.base = await first.host(of: designs.base)
    let host = await run.host(of: design)
    return await judgement(&run, host, base)
  }

  /// The head's design by what is in force at the head, which may not be what is in force now.
  private func judgementOfHead(_ report: Report) async throws -> SilencedFindings.Judgement {
    guard !head.isNow else {
      return SilencedFindings.Judgement(
        report,
        hidden: now.hidden,
        level: options.level(head.workspace.configuration)
      )
    }
    var run = head.run
    run.base = hosts.base
    let design = try await side.design(in: head.workspace, paths: options.paths)
    let host = await run.host(of: design)
    return await judgement(&run, host, head)
  }

  private func judgement(
    _ run: inout LintRun,
    _ host: DesignHost,
    _ force: ChangeForce
  ) async -> SilencedFindings.Judgement {
    run.scope.root = options.within.flatMap { host.graph.entity(path: $0) }
    let report = await run.report(on: host, compiled: force.workspace.compiled)
    return SilencedFindings.Judgement(
      report,
      hidden: run.hidden,
      level: options.level(force.workspace.configuration)
    )
  }

  /// The org files that are new outside of the design, where the design lost some.
  private func filesMovedOut() async throws -> [InForceChange] {
    let absolute = PathBase(workingDirectory: FileSystem.workingDirectory, base: "/")
    func files(_ design: LoadedDesign) -> Set<String> {
      Set(design.orgFiles.map { absolute.path(design.sources[$0].path) })
    }
    let kept = files(designs.head)
    guard case .commit(let revision) = start, !files(designs.base).isSubset(of: kept) else {
      return []
    }
    let top = try await Git.ask(["rev-parse", "--show-toplevel"]).line
    let root = PathBase(workingDirectory: "/", base: FileSystem.workingDirectory).path(top)
    let all = try await side.orgFiles(below: root.isEmpty ? "." : root)
    let outside = all.orgFiles.map { all.sources[$0].path }
      .filter { !kept.contains(absolute.path($0)) }.prefix(SilencingSearch.mostFiles)
    let known = try await revision.files(among: Array(outside))
    return outside.filter { !known.contains($0) }.map {
      InForceChange(single: "org file \($0) is new and not part of the design")
    }
  }

  /// What waivers say that they did not say before; those that came and went are told with comments.
  private var changedWaivers: [InForceChange] {
    let edits = hosts.head.comparison?.edits ?? []
    return edits.filter { $0.kind == "waiver" && $0.what == .changed }.map { edit in
      InForceChange(
        single: hosts.head.words(for: edit, redact: options.redact),
        isHarmless: edit.isProse
      )
    }
  }

  /// Files outside of the design that are looked for in the base.
  private static let mostFiles = 200

  /// Where what is in force is told: the configuration, else the first file of the design.
  private func place(in report: inout Report) -> SourceSpan? {
    for file in head.workspace.project.sources.files
    where file.path == head.workspace.project.path {
      let id = FileID(report.sources.files.count)
      report.sources = report.sources.appending([file])
      return SourceSpan(file: id, start: 0, end: 0)
    }
    return report.sources.ids.first.map { SourceSpan(file: $0, start: 0, end: 0) }
  }
}
