import Diagnostics
import SourceText

/// A change for people: what it silences, what it breaks and mends, what it does to the structure.
struct ChangeText {
  private let change: ChangeSummary
  private let report: Report
  private let options: RenderOptions
  private let paint: Paint

  /// Edits shown; the rest is counted.
  private static let mostEdits = 40

  init(_ change: ChangeSummary, _ report: Report, _ options: RenderOptions) {
    self.change = change
    self.report = report
    self.options = options
    paint = Paint(mode: options.color)
  }

  func text() -> String {
    var out = paint("\(visible(change.base)) → \(visible(change.head))", .strong) + "\n\n"
    out += SilencingWords(report, most: options.verbose ? .max : SilencingWords.most)
      .text(paint, width: options.width)
    out += findings()
    out += list("fixed: \(counted(change.fixed.count, "finding"))", fixed())
    out += figures()
    out += edits()
    return out
  }

  private func findings() -> String {
    let new = report.ofChange
    guard !new.findings.isEmpty else {
      return paint("no new finding", .remedy) + remaining(new.existing) + "\n\n"
    }
    let counts = countedSeverities(new.findings.map(\.severity))
    return paint("new: \(counts)", .strong) + remaining(new.existing) + "\n\n"
      + TextReport.renderFindings(new, options)
  }

  private func remaining(_ count: Int) -> String {
    count == 0 ? "" : paint(", \(count) from before", .faint)
  }

  private func fixed() -> [String] {
    let places = Places(report.ofFixed(change), options: options)
    return change.fixed.map { ConciseReport.line($0, places, Paint(mode: .off)) }
  }

  private func figures() -> String {
    let moved = options.verbose ? change.figures : change.movedFigures
    guard !moved.isEmpty else { return "" }
    let names = moved.map { visible($0.text) }
    let width = max(9, names.map(displayWidth).max() ?? 0)
    var out = paint("structure", .strong) + padding(width - 9) + "  before  after\n"
    for (figure, name) in zip(moved, names) {
      out += name + padding(width - displayWidth(name))
      out += padding(8 - String(figure.before).count) + String(figure.before)
      out += padding(7 - String(figure.after).count) + String(figure.after)
      out += figure.rose ? paint("  more", .severity(.warning)) : ""
      out += "\n"
    }
    return out + "\n"
  }

  private func edits() -> String {
    guard !change.edits.isEmpty else { return "" }
    let most = options.verbose ? change.edits.count : ChangeText.mostEdits
    var lines = change.edits.prefix(most).map(ChangeSummary.signed)
    if change.edits.count > most { lines.append("and \(change.edits.count - most) more") }
    return list("edits: " + change.editCounts.joined(separator: "; "), lines)
  }

  private func list(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    var out = paint(visible(title), .strong) + "\n"
    for line in lines {
      out += "  " + wrapped(visible(line), width: options.width - 4).joined(separator: "\n    ")
      out += "\n"
    }
    return out + "\n"
  }

  private func padding(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
