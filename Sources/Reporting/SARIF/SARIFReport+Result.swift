import Diagnostics
import SourceText

extension SARIFReport {
  func writeResult(
    _ finding: Diagnostic,
    _ suppression: Report.Suppressed?,
    _ names: inout UniqueNames,
    _ writer: inout JSONWriter
  ) {
    let fingerprint = finding.fingerprint
    let finding = finding.placedAtChange
    let repetition = names.repetition(of: fingerprint)
    writer.object { writer in
      writer.field("ruleId", finding.rule)
      if let index = rules.index(of: finding.rule) { writer.field("ruleIndex", index) }
      writer.field("level", SARIFRules.level(finding.severity))
      writer.key("message")
      writer.object(inline: true) { $0.field("text", message(finding)) }
      writePlaces(finding, &writer)
      writer.key("partialFingerprints")
      writer.object(inline: true) { writer in
        // GitHub matches alerts by this one alone; the number tells equals apart.
        writer.field("primaryLocationLineHash", "\(fingerprint):\(repetition + 1)")
        writer.field("orglint/v1", fingerprint)
      }
      if let status = finding.status {
        writer.field("baselineState", status == .new ? "new" : "unchanged")
      }
      if let suppression { writeSuppression(suppression, &writer) }
    }
  }

  /// The message, the remedy, and links to the related places, which GitHub shows only if linked.
  private func message(_ finding: Diagnostic) -> String {
    var text = unlinked(finding.message)
    for (index, label) in finding.related.prefix(SARIFReport.mostPlaces).enumerated() {
      let words = label.text.isEmpty ? "related place" : unlinked(label.text)
      text += (index == 0 ? "\nSee: " : ", ") + "[\(bracketed(words))](\(index + 1))"
    }
    if let why = finding.why { text += "\nWhy: \(unlinked(why))" }
    if let help = finding.help { text += "\nHelp: \(unlinked(help))" }
    return text
  }

  /// Text that can stand in the brackets of a link.
  private func bracketed(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Text in which a viewer sees no link.
  private func unlinked(_ text: String) -> String {
    let shown = visible(text)
    guard shown.utf8.contains(UInt8(ascii: "]")) else { return shown }
    var result = ""
    var last: Character = " "
    for character in shown {
      if character == "(", last == "]" { result += " " }
      result.append(character)
      last = character
    }
    return result
  }

  private func writePlaces(_ finding: Diagnostic, _ writer: inout JSONWriter) {
    let related = finding.related.prefix(SARIFReport.mostPlaces)
    writer.key("locations")
    writer.array(of: CollectionOfOne(finding.primary)) { writer, label in
      writer.object { writer in
        writePhysicalLocation(label.span, &writer)
        writer.key("logicalLocations")
        writer.array(of: CollectionOfOne(finding.target), inline: true) { writer, target in
          writer.object { $0.field("fullyQualifiedName", visible(target)) }
        }
      }
    }
    guard !related.isEmpty else { return }
    writer.key("relatedLocations")
    writer.array(of: related.enumerated()) { writer, item in
      writeLocation(item.element, id: item.offset + 1, &writer)
    }
    let steps = finding.relatedAreSteps ? Array(related) : related.filter(\.isStep)
    if !steps.isEmpty { writeCodeFlow([finding.primary] + steps, &writer) }
  }

  private func writeLocation(_ label: Label, id: Int?, _ writer: inout JSONWriter) {
    writer.object { writer in
      if let id { writer.field("id", id) }
      writePhysicalLocation(label.span, &writer)
      if !label.text.isEmpty {
        writer.key("message")
        writer.object(inline: true) { $0.field("text", unlinked(label.text)) }
      }
    }
  }

  private func writePhysicalLocation(_ span: SourceSpan, _ writer: inout JSONWriter) {
    // One line: a check of a pull request hides what reaches beyond the changed lines.
    let range = places.firstLine(of: span)
    writer.key("physicalLocation")
    writer.object { writer in
      writer.key("artifactLocation")
      writer.object(inline: true) { $0.field("uri", uriPath(places.path(of: span))) }
      writer.key("region")
      writer.object(inline: true) { writer in
        writer.field("startLine", range.line)
        writer.field("startColumn", range.column)
        writer.field("endLine", range.line)
        writer.field("endColumn", max(range.endColumn, range.column + 1))
      }
    }
  }

  private func writeCodeFlow(_ labels: [Label], _ writer: inout JSONWriter) {
    writer.key("codeFlows")
    writer.array(of: CollectionOfOne(labels)) { writer, labels in
      writer.object { writer in
        writer.key("threadFlows")
        writer.array(of: CollectionOfOne(labels)) { writer, labels in
          writer.object { writer in
            writer.key("locations")
            writer.array(of: labels) { writer, label in
              writer.object { writer in
                writer.key("location")
                writeLocation(label, id: nil, &writer)
              }
            }
          }
        }
      }
    }
  }

  private func writeSuppression(_ suppression: Report.Suppressed, _ writer: inout JSONWriter) {
    writer.key("suppressions")
    writer.array(of: CollectionOfOne(suppression), inline: true) { writer, suppression in
      writer.object { writer in
        switch suppression.kind {
        case .waiver, .comment: writer.field("kind", "inSource")
        case .baseline, .configuration: writer.field("kind", "external")
        }
        if !suppression.reason.isEmpty {
          writer.field("justification", visible(suppression.reason))
        }
      }
    }
  }
}
