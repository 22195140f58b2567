package import Diagnostics
package import RuleLanguage
import OrgModel
import SourceText

/// Turns what the rules found into a report: severities, waivers, one cause one finding, order.
///
/// - Parameters:
///   - evaluation: What the rules found, and what failed.
///   - host: The design.
///   - rules: All rules that are known, those that did not run too.
///   - selection: Which ran, at what severities.
///   - version: The version of orglint, for the report.
package func resolve(
  _ evaluation: Evaluation,
  of host: DesignHost,
  rules: [RuleDefinition],
  selection: RuleSelection,
  version: String
) -> Report {
  var resolution = Resolution(host: host, rules: rules, selection: selection)
  resolution.take(evaluation)
  return resolution.report(version: version)
}

private struct Resolution {
  let host: DesignHost
  let rules: [RuleDefinition]
  let selection: RuleSelection
  var candidates: [Candidate] = []
  var suppressed: [Report.Suppressed] = []
  var waivers: [Waiver] = []

  /// What rules say that they leave out.
  var unchecked: [Report.NotChecked] = []

  init(host: DesignHost, rules: [RuleDefinition], selection: RuleSelection) {
    self.host = host
    self.rules = rules
    self.selection = selection
    waivers = Waiver.all(in: host, rules: rules)
  }

  mutating func take(_ evaluation: Evaluation) {
    let isIncomplete = host.graph.isIncomplete
    let stage = host.designStage
    var found = evaluation.candidates
    for index in found.indices {
      found[index].finding.severity = selection.severity(of: found[index], stage: stage)
    }
    unchecked = found.filter { $0.isNotChecked && !isIncomplete }.map {
      Report.NotChecked(what: $0.finding.message, why: $0.finding.why ?? "")
    }
    found.removeAll(where: \.isNotChecked)
    if isIncomplete { found.removeAll { $0.isMissing || $0.finding.rule == "ref-orphan" } }
    found += evaluation.failures.map { Candidate(finding: $0, topSeverity: .error) }
    found += host.graph.diagnostics.map {
      Candidate(finding: $0, topSeverity: $0.severity, isEnforced: true)
    }
    found = merged(found)
    found = found.filter { !waive($0) }
    candidates = CauseContract.apply(to: found)
    AbsenceCount(host: host, rules: rules.filter { selection.runs($0) }).count(in: &candidates)
    reportWaivers(stage: stage)
  }

  /// Of findings with one identity the first in order is kept, with the elements of all.
  private func merged(_ found: [Candidate]) -> [Candidate] {
    let order = found.indices.sorted {
      let (first, second) = (found[$0].finding, found[$1].finding)
      return first.primary.span != second.primary.span
        ? first.primary.span < second.primary.span
        : first.rule != second.rule ? first.rule < second.rule : $0 < $1
    }
    var kept: [Candidate] = []
    kept.reserveCapacity(found.count)
    var positions: [[String]: Int] = [:]
    for index in order {
      let identity = found[index].finding.identity
      if let position = positions[identity] {
        let elements = Set(kept[position].finding.elements).union(found[index].finding.elements)
        kept[position].finding.elements = elements.sorted()
      } else {
        positions[identity] = kept.count
        kept.append(found[index])
      }
    }
    return kept
  }

  /// Returns whether a waiver of the design hides a finding.
  private mutating func waive(_ candidate: Candidate) -> Bool {
    guard !candidate.isEnforced else { return false }
    let finding = candidate.finding
    guard
      let index = waivers.firstIndex(where: {
        $0.isValid && $0.rule == finding.rule && finding.targets.contains($0.target)
      })
    else { return false }
    waivers[index].isUsed = true
    suppressed.append(
      Report.Suppressed(finding: finding, kind: .waiver, reason: waivers[index].reason)
    )
    return true
  }

  private mutating func reportWaivers(stage: String) {
    guard let rule = rules.first(where: { $0.id == "hyg-waiver-invalid" }), selection.runs(rule)
    else { return }
    for waiver in waivers {
      var finding: Diagnostic?
      if !waiver.isValid {
        finding = WaiverWords.invalid(waiver, rule)
      } else if !waiver.isUsed, !host.graph.isIncomplete, isRunning(waiver.rule) {
        finding = WaiverWords.unused(waiver, rule)
      }
      if let finding {
        candidates.append(
          Candidate(finding: finding, topSeverity: rule.topSeverity, isEnforced: true)
        )
      }
    }
  }

  private func isRunning(_ id: String) -> Bool {
    rules.first { $0.id == id }.map(selection.runs) ?? false
  }

  func report(version: String) -> Report {
    let findings = candidates.map(\.finding).sorted(by: precedes)
    let ran = rules.filter { selection.runs($0) }.map(\.metadata)
    let readerRules = Set(findings.map(\.rule)).subtracting(ran.map(\.id))
    return Report(
      sources: host.graph.sources,
      findings: findings,
      suppressed: suppressed.sorted { precedes($0.finding, $1.finding) },
      coverage: host.graph.isIncomplete ? [] : host.coverageLines,
      notChecked: notChecked,
      rules: (ran + readerRules.map(ReaderRules.metadata)).sorted { $0.id < $1.id },
      counts: Report.Counts(
        files: host.graph.fileCount,
        people: host.graph.count(.person),
        products: host.graph.count(.product)
      ),
      version: version
    )
  }

  private func precedes(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    if first.primary.span.file != second.primary.span.file
      || first.primary.span.start != second.primary.span.start
    {
      return first.primary.span < second.primary.span
    }
    if first.rule != second.rule { return first.rule < second.rule }
    return first.fingerprint < second.fingerprint
  }

  private var notChecked: [Report.NotChecked] {
    var lines = host.graph.incompleteFiles.map { file in
      Report.NotChecked(
        what: host.graph.sources[file].path,
        why: "it has a syntax error, so only what stands before the error was read; "
          + "what is missing or unresolved was not judged"
      )
    }
    for (section, families) in Resolution.sections where !host.has(needs: [section]) {
      let count = rules.filter { families.contains($0.family) && selection.runs($0) }.count
      guard count > 0 else { continue }
      lines.append(
        Report.NotChecked(
          what: "\(families.joined(separator: ", "))",
          why: "section-absent: no \(section) declared; \(count) rule\(count == 1 ? "" : "s") "
            + "not checked"
        )
      )
    }
    return lines + unchecked
  }

  /// The sections that switch families of rules on.
  private static let sections = [
    ("products", ["po", "tl"]), ("pockets", ["pnl"]), ("decisions", ["dec"]),
    ("incentives", ["inc"]), ("stewardships", ["stw"]),
  ]
}
