import Diagnostics
import SourceText

extension TextReport {
  /// Places shown of a finding with more; the rest is counted.
  private static let mostPlaces = 7

  /// Writes one finding: heading, sources, why and help.
  mutating func write(_ finding: Diagnostic, joined: [Diagnostic]) {
    let related = shownRelated(finding)
    let gutter = gutter(finding, related)
    writeTitle(finding)
    if options.redact {
      writePlaces(finding, related, gutter)
    } else {
      writeFrames(finding, related, gutter)
    }
    writeNotes(finding, related, joined, gutter)
  }

  /// Returns the places of a finding as drawn, or named where text of files is left out.
  ///
  /// Safe to print; without the last line break.
  mutating func sources(of finding: Diagnostic) -> String {
    out = ""
    let related = shownRelated(finding)
    let gutter = gutter(finding, related)
    if options.redact {
      writePlaces(finding, related, gutter)
    } else {
      writeFrames(finding, related, gutter)
    }
    return String(out.dropLast())
  }

  private func shownRelated(_ finding: Diagnostic) -> ArraySlice<Label> {
    let all = finding.related
    let isTooMany = !options.verbose && all.count > TextReport.mostPlaces
    return all.prefix(isTooMany ? TextReport.mostPlaces - 2 : all.count)
  }

  private func gutter(_ finding: Diagnostic, _ related: ArraySlice<Label>) -> Int {
    let lines = ([finding.primary] + related).map { places.range(of: $0.span).endLine }
    return String(lines.max() ?? 1).count
  }

  private mutating func writeTitle(_ finding: Diagnostic) {
    let name = "\(finding.severity.name)[\(visible(finding.rule))]"
    let start = displayWidth(name) + 1
    let lines = wrapped(
      visible(finding.message),
      width: options.width - 4,
      firstWidth: options.width - start
    )
    out += paint(name, .severity(finding.severity))
    for (index, line) in lines.enumerated() {
      out += (index == 0 ? " " : "    ") + paint(line, .strong) + "\n"
    }
  }

  private mutating func writeFrames(
    _ finding: Diagnostic,
    _ related: ArraySlice<Label>,
    _ gutter: Int
  ) {
    for (file, labels) in labelsByFile(finding, related) {
      if !labels[0].isPrimary { writeMargin(gutter) }
      writeArrow(labels[0].span, finding.status, isFirst: labels[0].isPrimary, gutter)
      let frame = SourceFrame(
        file: file,
        places: places,
        paint: paint,
        severity: finding.severity,
        width: options.width - gutter - 3,
        gutter: gutter
      )
      for line in frame.lines(of: labels) { out += line + "\n" }
    }
  }

  private mutating func writeMargin(_ gutter: Int) {
    out += paint(String(repeating: " ", count: gutter) + " |", .place) + "\n"
  }

  private func labelsByFile(
    _ finding: Diagnostic,
    _ related: ArraySlice<Label>
  ) -> [(FileID, [FrameLabel])] {
    let text = visible(finding.primary.text)
    let first = FrameLabel(span: finding.primary.span, text: text, isPrimary: true)
    var result = [(finding.primary.span.file, [first])]
    for (index, label) in related.enumerated() {
      let text = numbered(label, index, finding)
      let next = FrameLabel(span: label.span, text: text, isPrimary: false)
      if let position = result.firstIndex(where: { $0.0 == label.span.file }) {
        result[position].1.append(next)
      } else {
        result.append((label.span.file, [next]))
      }
    }
    return result
  }

  private func numbered(_ label: Label, _ index: Int, _ finding: Diagnostic) -> String {
    let text = visible(label.text)
    guard finding.relatedAreSteps else { return text }
    return text.isEmpty ? "\(index + 1)." : "\(index + 1). \(text)"
  }

  private mutating func writeArrow(
    _ span: SourceSpan,
    _ status: Diagnostic.Status?,
    isFirst: Bool,
    _ gutter: Int
  ) {
    let blank = String(repeating: " ", count: gutter)
    out += paint(blank + "--> ", .place) + place(span)
    if isFirst, let status { out += " (\(status.rawValue))" }
    out += "\n"
  }

  /// Returns `file:line:column`, safe to print.
  func place(_ span: SourceSpan) -> String {
    let range = places.range(of: span)
    return "\(visible(places.path(of: span))):\(range.line):\(range.column)"
  }

  private mutating func writePlaces(
    _ finding: Diagnostic,
    _ related: ArraySlice<Label>,
    _ gutter: Int
  ) {
    writeArrow(finding.primary.span, finding.status, isFirst: true, gutter)
    let blank = String(repeating: " ", count: gutter + 4)
    for (index, label) in related.enumerated() {
      let text = numbered(label, index, finding)
      out += blank + place(label.span) + (text.isEmpty ? "" : " " + text) + "\n"
    }
  }

  private mutating func writeNotes(
    _ finding: Diagnostic,
    _ related: ArraySlice<Label>,
    _ joined: [Diagnostic],
    _ gutter: Int
  ) {
    if !options.redact { writeMargin(gutter) }
    let rest = finding.related.count - related.count
    if rest > 0 { writeNote("also", counted(rest, "more place") + " (--verbose)", gutter) }
    writeJoined(joined, gutter)
    for cause in finding.causes { writeNote("cause", visible(cause), gutter) }
    if let why = finding.why { writeNote("why", visible(why), gutter) }
    if let help = finding.help { writeNote("help", visible(help), gutter) }
    if finding.hides > 0 { writeNote("note", hidden(finding.hides), gutter) }
    if options.verbose {
      let about = finding.targets.isEmpty ? finding.target : finding.targets.joined(separator: ", ")
      writeNote("about", visible(about), gutter)
      writeNote("id", finding.fingerprint, gutter)
    }
  }

  private func hidden(_ count: Int) -> String {
    count == 1
      ? "1 more finding follows from this one and is not listed"
      : "\(count) more findings follow from this one and are not listed"
  }

  private mutating func writeJoined(_ joined: [Diagnostic], _ gutter: Int) {
    guard !joined.isEmpty else { return }
    let most = options.verbose ? joined.count : 5
    writeNote("also", "\(counted(joined.count, "other place")) with the same id", gutter)
    let blank = String(repeating: " ", count: gutter + 10)
    for finding in joined.prefix(most) {
      out += "\(blank)\(place(finding.primary.span)) (\(visible(finding.target)))\n"
    }
    if joined.count > most { out += "\(blank)and \(joined.count - most) more\n" }
  }

  private mutating func writeNote(_ name: String, _ text: String, _ gutter: Int) {
    let blank = String(repeating: " ", count: gutter)
    let padding = String(repeating: " ", count: max(0, 6 - name.count))
    let indent = String(repeating: " ", count: gutter + 10)
    let lines = wrapped(text, width: options.width - gutter - 10)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        out += paint(blank + " = ", .place) + paint(name + ":", .remedy) + padding + line + "\n"
      } else {
        out += indent + line + "\n"
      }
    }
  }
}
