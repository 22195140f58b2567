import Diagnostics

/// A change as a comment on a pull request.
struct ChangeMarkdown {
  private let change: ChangeSummary
  private let report: Report
  private let options: RenderOptions

  /// Items of a list; the rest is counted.
  private static let mostItems = 50

  init(_ change: ChangeSummary, _ report: Report, _ options: RenderOptions) {
    self.change = change
    self.report = report
    self.options = options
  }

  /// Returns at most what fits into one comment; what does not fit is counted.
  func text() -> String {
    let new = report.ofChange
    let rest =
      SilencingWords(report).markdown + figures() + list("Fixed", fixed) + list("Edits", edits)
    return head(new) + rest
      + MarkdownReport.findings(new, options, limit: MarkdownReport.commentLimit - rest.utf8.count)
  }

  private func head(_ new: Report) -> String {
    let found =
      new.findings.isEmpty
      ? "No new finding" : "New: " + countedSeverities(new.findings.map(\.severity))
    let fixed = change.fixed.isEmpty ? "" : ", \(change.fixed.count) fixed"
    let before = new.existing == 0 ? "" : ", \(new.existing) from before"
    return "## orglint\n\n\(found)\(fixed)\(before).\n"
  }

  private func figures() -> String {
    guard !change.movedFigures.isEmpty else { return "" }
    var out = "\n<table>\n<tr><th>Structure</th><th>before</th><th>after</th></tr>\n"
    for figure in change.movedFigures.prefix(ChangeMarkdown.mostItems) {
      out += "<tr><td>\(comment(figure.text))</td><td>\(figure.before)</td>"
      out += "<td>\(figure.after)\(figure.rose ? " ▲" : "")</td></tr>\n"
    }
    return out + "</table>\n"
  }

  private var fixed: [String] { change.fixed.map { "\($0.rule): \($0.message)" } }

  private var edits: [String] { change.edits.map(ChangeSummary.signed) }

  private func list(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    var items = lines.prefix(ChangeMarkdown.mostItems).map(item)
    let more = lines.count - items.count
    if more > 0 { items.append("<li>and \(more) more</li>\n") }
    return "\n<details><summary>\(title): \(lines.count)</summary>\n"
      + "<ul>\n\(items.joined())</ul>\n</details>\n"
  }

  private func item(_ text: String) -> String { "<li>\(comment(text))</li>\n" }
}
