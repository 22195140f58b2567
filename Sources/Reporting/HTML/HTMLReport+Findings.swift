import Diagnostics
import SourceText

extension HTMLReport {
  /// The most people named beside a finding.
  private static let mostPeople = 12

  mutating func writeFindings() {
    out += "<section id=\"findings\" aria-labelledby=\"findings-heading\">\n"
    out += "<h2 id=\"findings-heading\">Findings</h2>\n"
    out += report.findings.isEmpty ? "<p>Nothing to report.</p>\n" : filter.form
    var file: FileID?
    for index in selection.shown {
      let finding = report.findings[index]
      if finding.primary.span.file != file {
        if file != nil { out += "</section>\n" }
        file = finding.primary.span.file
        let path = markup(frames.places.path(of: finding.primary.span))
        out += "<section class=\"file\">\n<h3><bdi>\(path)</bdi></h3>\n"
      }
      writeFinding(index)
    }
    if file != nil { out += "</section>\n" }
    let rest = report.findings.count - selection.shown.count
    if rest > 0 {
      out += "<p>\(counted(rest, "more finding")), none graver than these: "
      out += "<code>\(markup(options.command)) --format json</code> lists all.</p>\n"
    }
    out += "</section>\n"
  }

  private mutating func writeFinding(_ index: Int) {
    let finding = report.findings[index]
    let context = report.illustration.flatMap {
      $0.contexts.indices.contains(index) ? $0.contexts[index] : nil
    }
    let isInFull = selection.isInFull[index]
    let name = finding.severity.name
    out += "<article id=\"\(Report.anchor(ofFinding: index))\""
    if !isInFull { out += " class=\"brief\"" }
    out += " \(filter.attributes(of: finding, context))>\n"
    out += "<h4><span class=\"badge \(name)\">\(name)</span> <bdi>\(markup(finding.message))</bdi>"
    if let status = finding.status { out += " <span class=\"badge\">\(status.rawValue)</span>" }
    out += "</h4>\n<p class=\"meta\"><code>\(markup(finding.rule))</code> "
    out += "<code>\(markup(finding.target))</code> "
    out += "<code>\(markup(frames.place(finding.primary.span)))</code></p>\n"
    if isInFull { writeSources(finding) }
    writeNotes(finding, context, isInFull: isInFull)
    out += "</article>\n"
  }

  private mutating func writeSources(_ finding: Diagnostic) {
    // A scrolling region must be reachable by keyboard.
    out += "<pre tabindex=\"0\" role=\"region\" aria-label=\"source\">"
    out += "\(entities(frames.sources(of: finding)))</pre>\n"
  }

  private mutating func writeNotes(
    _ finding: Diagnostic,
    _ context: Illustration.Context?,
    isInFull: Bool
  ) {
    var notes = ""
    if isInFull {
      if let why = finding.why { notes += HTMLReport.entry("Why", why) }
      if let help = finding.help { notes += HTMLReport.entry("Help", help) }
      if let people = context?.people, !people.isEmpty {
        let rest = people.count - HTMLReport.mostPeople
        let words = people.prefix(HTMLReport.mostPeople).joined(separator: ", ")
        notes += HTMLReport.entry("People", rest > 0 ? "\(words) and \(rest) more" : words)
      }
    }
    if finding.hides > 0 {
      notes += HTMLReport.entry(
        "Note",
        "hides \(counted(finding.hides, "finding")) that follow from it"
      )
    }
    notes += links(context)
    if !notes.isEmpty { out += "<dl>\n\(notes)</dl>\n" }
  }

  /// Links to where a finding is marked in the pictures.
  private func links(_ context: Illustration.Context?) -> String {
    let links = (context?.spots ?? []).compactMap { spot in
      pictures.indices.contains(spot.picture)
        ? "<a href=\"#\(markup(spot.anchor))\">\(markup(pictures[spot.picture].title))</a>" : nil
    }
    guard !links.isEmpty else { return "" }
    return "<div><dt>Pictures</dt><dd>\(links.joined(separator: ", "))</dd></div>\n"
  }

  private static func entry(_ name: String, _ text: String) -> String {
    "<div><dt>\(name)</dt><dd><bdi>\(markup(text))</bdi></dd></div>\n"
  }
}
