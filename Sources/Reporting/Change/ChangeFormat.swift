package import Diagnostics
import SourceText

/// The forms in which a change is shown.
package enum ChangeFormat: String, CaseIterable, Sendable {
  case text, json, markdown

  /// Returns the change as text in this form; `report` is the head's, each finding with its status.
  package func render(
    _ change: ChangeSummary,
    _ report: Report,
    options: RenderOptions = RenderOptions()
  ) -> String {
    switch self {
    case .text: ChangeText(change, report, options).text()
    case .json: JSONReport.render(report, change, options)
    case .markdown: ChangeMarkdown(change, report, options).text()
    }
  }
}

extension Report {
  /// The report with the findings that a change brought; those of before are counted.
  package var ofChange: Report {
    var report = self
    report.findings = findings.filter { $0.status != .existing }
    report.existing = findings.count - report.findings.count
    return report
  }

  /// The report of what a change mended, in the files of the base.
  func ofFixed(_ change: ChangeSummary) -> Report {
    var report = self
    report.sources = change.baseSources
    report.findings = change.fixed
    report.suppressed = []
    return report
  }
}

extension Diagnostic {
  /// The finding placed at the edit that brought it about, for consumers that show it only there.
  var placedAtChange: Diagnostic {
    guard let changedPlace, changedPlace != primary.span else { return self }
    var placed = self
    placed.primary = Label(changedPlace, causes.first ?? "changed here", target: target)
    placed.related = [primary] + related
    return placed
  }
}

extension ChangeSummary {
  /// The figures that are not what they were.
  var movedFigures: [Figure] { figures.filter { $0.before != $0.after } }

  /// Returns an edit with its sign: `+` for what came, `-` for what went, `~` for what changed.
  static func signed(_ edit: Edit) -> String {
    let sign = edit.what == "added" ? "+" : edit.what == "removed" ? "-" : "~"
    return "\(sign) \(edit.text)"
  }

  /// How many edits of each kind there are, in words: `people: 2 added, 1 changed`.
  var editCounts: [String] {
    var kinds: [String] = []
    var counts: [String: [String: Set<String>]] = [:]
    for edit in edits {
      let kind = String(edit.path.prefix { $0 != "/" })
      if counts[kind] == nil { kinds.append(kind) }
      counts[kind, default: [:]][edit.what, default: []].insert(edit.path)
    }
    return kinds.map { kind in
      let words = ["added", "removed", "changed"].compactMap { what in
        (counts[kind]?[what]?.count).map { "\($0) \(what)" }
      }
      return "\(kind): \(words.joined(separator: ", "))"
    }
  }
}
