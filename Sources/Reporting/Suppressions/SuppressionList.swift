package import Diagnostics
import SourceText

/// What a design silences, for people who review it now and then.
package struct SuppressionList {
  private let report: Report
  private let places: Places

  package init(_ report: Report) {
    var options = RenderOptions()
    options.showSuppressed = true
    self.report = report
    places = Places(report, options: options)
  }

  /// Returns the findings with what silences each, one after the other, and their number by kind.
  ///
  /// - Parameter daysLeft: How many days are left until a date; negative where it is past.
  package func text(daysLeft: (_ date: String) -> Int?) -> String {
    var out = ""
    for suppressed in report.suppressed {
      let finding = suppressed.finding
      out += "\(place(finding.primary.span)): \(finding.severity.name)[\(visible(finding.rule))] "
      out += visible(finding.message) + "\n    " + words(suppressed, daysLeft) + "\n"
    }
    return out + summary + "\n"
  }

  /// Returns the same for programs.
  package func json() -> String {
    var options = RenderOptions()
    options.showSuppressed = true
    return JSONReport.renderSuppressed(report, options)
  }

  private func words(
    _ suppressed: Report.Suppressed,
    _ daysLeft: (_ date: String) -> Int?
  ) -> String {
    var parts = [suppressed.kind.rawValue]
    if let place = suppressed.place { parts.append("at " + self.place(place)) }
    if !suppressed.owner.isEmpty { parts.append("approved by " + visible(suppressed.owner)) }
    if let until = suppressed.until {
      let days = daysLeft(until).map { " (\(counted($0, "day")) left)" } ?? ""
      parts.append("until \(until)\(days)")
    } else if suppressed.kind != .baseline {
      parts.append("without an end")
    }
    let reason = suppressed.reason.isEmpty ? "" : ": " + visible(suppressed.reason)
    return parts.joined(separator: ", ") + reason
  }

  private var summary: String {
    let kinds: [(Report.Suppressed.Kind, String)] = [
      (.waiver, "waivers"), (.comment, "comments"), (.baseline, "the baseline"),
      (.configuration, "the configuration"),
    ]
    let counts = kinds.compactMap { kind, name -> String? in
      let count = report.suppressed.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) by \(name)"
    }
    guard !counts.isEmpty else { return "nothing is silenced" }
    return "\(report.suppressed.count) silenced: " + counts.joined(separator: ", ")
  }

  private func place(_ span: SourceSpan) -> String {
    let range = places.range(of: span)
    return "\(visible(places.path(of: span))):\(range.line):\(range.column)"
  }
}
