package import Diagnostics
package import SourceText

/// Finds which findings go quiet because of what a change does to what is in force.
package struct SilencedFindings {
  /// One side's judgement of the head's design.
  package struct Judgement: Sendable {
    package var report: Report

    /// The identities of what another finding hides as its cause.
    package var hidden: Set<[String]>

    /// The least severity that fails the run.
    package var level: FailureLevel

    package init(_ report: Report, hidden: Set<[String]>, level: FailureLevel) {
      self.report = report
      self.hidden = hidden
      self.level = level
    }
  }

  private let base: Judgement
  private let head: Judgement
  private let changes: [InForceChange]

  /// The first change about each rule.
  private let byRule: [String: Int]

  /// What the head lists, and what it silences, by identity.
  private let listed: [[String]: Diagnostic]
  private let suppressed: [[String]: Report.Suppressed]

  /// The same by rule and target.
  private let suppressedTargets: [[String]: Report.Suppressed]
  private let paths: Set<String>

  /// The files of the report, with those that the head does not read any more behind them.
  package private(set) var sources: SourceSet

  /// The findings, the gravest first.
  package private(set) var all: [Silencing.Silenced] = []

  /// - Parameters:
  ///   - base: The head's design judged by what was in force at the base.
  ///   - head: The same judged by what is in force at the head.
  ///   - changes: What is in force differently.
  ///   - sources: The files of the report.
  package init(
    base: Judgement,
    head: Judgement,
    changes: [InForceChange],
    sources: SourceSet
  ) {
    self.base = base
    self.head = head
    let changes = changes.filter { !$0.isHarmless }
    self.changes = changes
    byRule = Dictionary(
      changes.indices.flatMap { index in changes[index].rules.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first }
    )
    self.sources = sources
    listed = Dictionary(head.report.findings.map { ($0.identity, $0) }) { first, _ in first }
    suppressed = Dictionary(head.report.suppressed.map { ($0.finding.identity, $0) }) { $1 }
    suppressedTargets = Dictionary(
      head.report.suppressed.map { ([$0.finding.rule, $0.finding.target], $0) },
      uniquingKeysWith: { first, _ in first }
    )
    paths = Set(head.report.sources.files.map(\.path))
    find()
  }

  private mutating func find() {
    var mapping = FileMapping(from: base.report.sources, to: sources)
    for finding in base.report.findings where counts(finding) {
      let identity = finding.identity
      var by: String?
      var isLowered = false
      if let other = listed[identity] {
        isLowered = base.level.isMet(by: finding.severity) && !head.level.isMet(by: other.severity)
        by = isLowered ? reason(finding, isLowered: true) : reasonOfPart(finding, other)
      } else if !head.hidden.contains(identity) {
        by = suppressed[identity].map(words) ?? reason(finding, isLowered: false)
      }
      guard let by else { continue }
      all.append(
        Silencing.Silenced(finding: mapping.moved(finding), by: by, isLowered: isLowered)
      )
    }
    all = Severity.allCases.reversed().flatMap { severity in
      all.filter { $0.finding.severity == severity }
    }
    sources = mapping.sources
  }

  /// Nothing silences what is wrong with waivers, and which of them are used differs with the rules.
  private func counts(_ finding: Diagnostic) -> Bool {
    finding.rule != "hyg-waiver-invalid" && finding.rule != "rule-failed"
  }

  /// What silences a finding for some of its elements; nil where nothing does.
  private func reasonOfPart(_ finding: Diagnostic, _ left: Diagnostic) -> String? {
    let gone = Set(finding.elements).subtracting(left.elements).sorted()
    guard !gone.isEmpty else { return nil }
    let single = gone.lazy.compactMap { suppressedTargets[[finding.rule, $0]] }.first
    return single.map(words)
      ?? (byRule[finding.rule] == nil ? nil : reason(finding, isLowered: false))
  }

  private func words(_ suppressed: Report.Suppressed) -> String {
    switch suppressed.kind {
    case .waiver, .comment:
      let name = suppressed.kind == .waiver ? "a waiver" : "an ignore comment"
      guard let place = suppressed.place else { return name }
      let file = head.report.sources[place.file]
      return "\(name) in \(file.path):\(LineTable(file.bytes).line(at: Int(place.start)))"
    case .baseline: return "the baseline"
    case .configuration: return "ignore in the configuration"
    }
  }

  /// The change that most likely silences a finding of a rule.
  private func reason(_ finding: Diagnostic, isLowered: Bool) -> String {
    let path = base.report.sources[finding.primary.span.file].path
    func first(_ subject: InForceChange.Subject) -> String? {
      changes.first { $0.subject == subject }?.text
    }
    if !isLowered, !paths.contains(path), let text = first(.files) { return text }
    let ofRule = byRule[finding.rule].map { changes[$0].text(of: [finding.rule]) }
    return ofRule ?? (isLowered ? first(.gate) : nil)
      ?? first(.anything) ?? first(.files) ?? "what is in force now"
  }
}

extension FailureLevel {
  /// Whether a finding of a severity fails a run.
  package func isMet(by severity: Severity) -> Bool {
    Severity(name: rawValue).map { severity >= $0 } ?? false
  }
}

/// Finds the files of one set in another, by path, and appends those that it does not have.
private struct FileMapping {
  private let source: SourceSet
  private let target: SourceSet
  private var added: [SourceFile] = []
  private var ids: [String: FileID]

  init(from source: SourceSet, to target: SourceSet) {
    self.source = source
    self.target = target
    ids = Dictionary(target.ids.map { (target[$0].path, $0) }) { first, _ in first }
  }

  var sources: SourceSet { target.appending(added) }

  mutating func moved(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.primary = moved(finding.primary)
    finding.related = finding.related.map { moved($0) }
    finding.status = .new
    return finding
  }

  private mutating func moved(_ label: Label) -> Label {
    let file = source[label.span.file]
    let id = ids[file.path] ?? FileID(target.files.count + added.count)
    if ids.updateValue(id, forKey: file.path) == nil { added.append(file) }
    let span = SourceSpan(file: id, start: label.span.start, end: label.span.end)
    return Label(span, label.text, target: label.target, isStep: label.isStep)
  }
}
