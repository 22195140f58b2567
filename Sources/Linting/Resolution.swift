package import Diagnostics
import OrgAnalysis
package import RuleLanguage
import OrgModel
import SourceText
import YAMLSyntax

/// Turns what the rules found into a report: severities, waivers, one cause one finding, order.
///
/// - Parameters:
///   - evaluation: What the rules found, and what failed.
///   - host: The design.
///   - rules: All rules that are known, those that did not run too.
///   - selection: Which ran, at what severities.
///   - layers: Where the overrides of the selection hold.
///   - suppression: What silences findings beside the design itself.
///   - version: The version of orglint, for the report.
package func resolve(
  _ evaluation: Evaluation,
  of host: DesignHost,
  rules: [RuleDefinition],
  selection: RuleSelection,
  layers: DesignLayers,
  suppression: Suppression = Suppression(),
  version: String
) -> Resolved {
  var resolution = Resolution(
    host: host,
    rules: rules,
    selection: selection,
    layers: layers,
    suppression: suppression
  )
  resolution.take(evaluation)
  return Resolved(
    report: resolution.report(version: version),
    silenceable: resolution.silenceable,
    hidden: resolution.hidden
  )
}

/// What a run says, and what a baseline could take out of it.
package struct Resolved: Sendable {
  package var report: Report

  /// The findings that no waiver and no comment silences and a baseline can; also those that are
  /// not listed because another finding is their cause, for a baseline takes that one away.
  package var silenceable: [Diagnostic]

  /// The identities of what is not listed because another finding is its cause.
  package var hidden: Set<[String]>
}

private struct Resolution {
  let host: DesignHost
  let rules: [RuleDefinition]
  let selection: RuleSelection
  let suppression: Suppression
  let configured: ConfiguredFindings
  var sources: SourceSet
  var candidates: [Candidate] = []
  var suppressed: [Report.Suppressed] = []
  var silenceable: [Diagnostic] = []
  var hidden: Set<[String]> = []
  var silencers: Silencers

  /// What rules say that they leave out.
  var unchecked: [Report.NotChecked] = []

  init(
    host: DesignHost,
    rules: [RuleDefinition],
    selection: RuleSelection,
    layers: DesignLayers,
    suppression: Suppression
  ) {
    self.host = host
    self.rules = rules
    self.selection = selection
    var suppression = suppression
    suppression.baseline = suppression.baseline?.renamed(Renames(of: host.graph))
    self.suppression = suppression
    sources = host.graph.sources
    configured = ConfiguredFindings(
      host: host,
      rules: rules,
      selection: selection,
      layers: layers
    )
    silencers = Silencers(host: host, rules: rules, known: suppression.known)
  }

  mutating func take(_ evaluation: Evaluation) {
    let isIncomplete = host.graph.isIncomplete
    var found = configured.apply(to: evaluation.candidates)
    unchecked = found.filter { $0.isNotChecked && !isIncomplete }.map {
      Report.NotChecked(what: $0.finding.message, why: $0.finding.why ?? "")
    }
    found.removeAll(where: \.isNotChecked)
    if isIncomplete { found.removeAll { $0.isMissing || $0.finding.rule == "ref-orphan" } }
    // What is missing, or named by nothing else, may have stood there.
    if host.graph.hasRefusedEntries { found.removeAll { $0.isMissing } }
    if host.graph.hasRefusedReferences || host.graph.hasRefusedEntries {
      found.removeAll { $0.finding.rule == "ref-orphan" }
    }
    let failed = FailedRules(evaluation.failures, rules: rules, sources: sources)
    sources = failed.sources
    found += failed.findings.map {
      Candidate(finding: $0, topSeverity: .error, isEnforced: true)
    }
    found += host.graph.diagnostics.map {
      Candidate(finding: $0, topSeverity: $0.severity, isEnforced: true)
    }
    let nowhere = NowhereFindings(evaluation, configured)
    found = nowhere.gathered(merged(found)) { single in
      configured.ignores(single.finding) || silencer(of: single) != nil
    }
    markStatus(of: &found)
    found = found.filter { !ignore($0.finding) && !silence($0) }
    let singles = nowhere.spread(found)
    candidates = nowhere.gathered(CauseContract.apply(to: singles))
    // Only a comparison asks for these.
    if host.base != nil, candidates.count < singles.count {
      hidden = Set(singles.map(\.finding.identity))
        .subtracting(candidates.map(\.finding.identity))
    }
    AbsenceCount(host: host, rules: rules.filter { selection.runs($0) }).count(in: &candidates)
    candidates += merged(silencerFindings)
  }

  /// Of findings with one identity the first in order is kept, with the elements of all; one about
  /// a seat goes into the same finding about the person acting in it, where there is one.
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
    let ofSeats = identitiesOfSeats(in: found)
    for index in order {
      var candidate = found[index]
      let identity = ofSeats[index] ?? candidate.finding.identity
      if let position = positions[identity] {
        if kept[position].isAboutSeat, !candidate.isAboutSeat { swap(&kept[position], &candidate) }
        let elements = Set(kept[position].finding.elements).union(candidate.finding.elements)
        kept[position].finding.elements = elements.sorted()
        kept[position].places.formUnion(candidate.places)
      } else {
        positions[identity] = kept.count
        kept.append(candidate)
      }
    }
    return kept
  }

  /// Returns, for findings about seats, the identity of the one about the person acting there, where
  /// there is one too.
  private func identitiesOfSeats(in found: [Candidate]) -> [Int: [String]] {
    var identities: [Int: [String]] = [:]
    for (index, candidate) in found.enumerated() where candidate.isAboutSeat {
      var finding = candidate.finding
      finding.targets = candidate.subjects
      identities[index] = finding.identity
    }
    guard !identities.isEmpty else { return [:] }
    let wanted = Set(identities.values)
    let named = Set(found.lazy.filter { !$0.isAboutSeat }.map(\.finding.identity))
      .intersection(wanted)
    return identities.filter { named.contains($0.value) }
  }

  private func markStatus(of found: inout [Candidate]) {
    guard let baseline = suppression.baseline else { return }
    for index in found.indices {
      let isKnown = !found[index].isEnforced && baseline.contains(found[index].finding)
      found[index].finding.status = isKnown ? .existing : .new
    }
  }

  private mutating func ignore(_ finding: Diagnostic) -> Bool {
    guard configured.ignores(finding) else { return false }
    suppressed.append(
      Report.Suppressed(finding: finding, kind: .configuration, reason: "left out of reports")
    )
    return true
  }

  /// Returns the waiver or comment that hides a finding.
  private mutating func silencer(of candidate: Candidate) -> Silencer? {
    guard !candidate.isEnforced, !suppression.isOff else { return nil }
    return silencers.silence(candidate)
  }

  /// Returns whether a waiver, a comment or the baseline hides a finding.
  private mutating func silence(_ candidate: Candidate) -> Bool {
    guard !candidate.isEnforced, !suppression.isOff else { return false }
    let finding = candidate.finding
    if let silencer = silencer(of: candidate) {
      suppressed.append(
        Report.Suppressed(
          finding: finding,
          kind: silencer.kind,
          reason: silencer.reason,
          owner: silencer.owner,
          until: silencer.until.map(CalendarDate.text(ofDay:)),
          place: silencer.place
        )
      )
      return true
    }
    silenceable.append(finding)
    guard finding.status == .existing else { return false }
    suppressed.append(
      Report.Suppressed(finding: finding, kind: .baseline, reason: "known when it was written")
    )
    return true
  }

  /// What is wrong with waivers and comments.
  private var silencerFindings: [Candidate] {
    guard let rule = rules.first(where: { $0.id == "hyg-waiver-invalid" }), selection.runs(rule)
    else { return [] }
    let words = SilencerWords(rule: rule)
    let tellsUse = !host.graph.isIncomplete && !suppression.isOff
    let running = Set(rules.filter { selection.runs($0) }.map(\.id))
    // Of those that say the same of one rule and target, the first is the finding.
    var known: Set<[String]> = []
    return silencers.all.compactMap { silencer in
      var finding: Diagnostic?
      let kind = silencer.isValid ? "unused" : "invalid"
      let isSaid = silencer.isValid && silencer.isUsed
      let about = [kind, silencer.kind.rawValue, silencer.rule, silencer.target]
      guard !isSaid, known.insert(about).inserted else { return nil }
      if !silencer.isValid {
        finding = words.invalid(silencer)
      } else if tellsUse, !silencer.isUsed, running.contains(silencer.rule),
        !host.takesPairsOut(rule: silencer.rule, target: silencer.target)
      {
        finding = words.unused(silencer)
      }
      if suppression.baseline != nil { finding?.status = .new }
      return finding.map {
        Candidate(finding: $0, topSeverity: rule.topSeverity, isEnforced: true)
      }
    }
  }

  func report(version: String) -> Report {
    let findings = candidates.map(\.finding).sorted(by: precedes)
    let ran = rules.filter { selection.runs($0) }.map(\.metadata)
    let readerRules = Set(findings.map(\.rule)).subtracting(ran.map(\.id))
    return Report(
      sources: sources,
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

  private var notChecked: [Report.NotChecked] {
    var lines = host.graph.incompleteFiles.map { file in
      Report.NotChecked(
        what: host.graph.sources[file].path,
        why: "only a part of it could be read; what is missing or unresolved was not judged"
      )
    }
    let cut = host.facts.cutLines
    if let first = cut.first {
      lines.append(
        Report.NotChecked(
          what: "lines of more than \(Forest.greatestDepth) levels",
          why: "what is above \(host.graph.path(first))"
            + (cut.count > 1 ? " and \(cut.count - 1) more" : "") + " is left out"
        )
      )
    }
    let coverage = rules.first { $0.id == "dec-coverage-gap" }
    if let coverage, selection.runs(coverage), host.hasUncomparedDecisions {
      lines.append(
        Report.NotChecked(
          what: "all pairs of decisions of one type for one product",
          why: "there are very many; each is compared with the next \(PairLimits.compared), "
            + "and its first \(PairLimits.rivals) rivals are reported"
        )
      )
    }
    for (section, families) in Resolution.sections where !host.has(needs: [section]) {
      let count = rules.count { rule in
        let isOf =
          rule.switches.isEmpty
          ? families.contains(rule.family) : rule.switches.contains(section)
        return isOf && selection.runs(rule)
      }
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

/// The order of findings in a report: by place, rule and fingerprint.
func precedes(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
  if first.primary.span.file != second.primary.span.file
    || first.primary.span.start != second.primary.span.start
  {
    return first.primary.span < second.primary.span
  }
  if first.rule != second.rule { return first.rule < second.rule }
  return first.fingerprint < second.fingerprint
}
