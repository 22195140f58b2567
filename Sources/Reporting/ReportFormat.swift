// Reporting turns a report into text, in the format somebody asked for. It is pure: it reads no
// file, clock, terminal or environment, and knows no rule and no organization.
//
// The path through it: `ReportFormat.render` picks the format, each in a folder of its own.
// `Writing` holds what they share: places (bytes to lines and columns), text made safe to print,
// words wrapped, JSON and XML written.

package import Diagnostics

/// A format a report can be written in; the raw value is its name on the command line.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case concise
  case json
  case sarif
  case junit
  case github
  case gitlab
  case checkstyle
  case rdjson
  case markdown
  case html

  /// Whether the consumer tells findings of before a change from new ones itself.
  package var tellsStatus: Bool {
    switch self {
    case .json, .sarif, .gitlab, .html: true
    case .text, .concise, .junit, .github, .checkstyle, .rdjson, .markdown: false
    }
  }

  /// Whether the consumer looks for paths from the root of the checkout, wherever the run began.
  package var countsPathsFromRoot: Bool {
    switch self {
    case .github, .gitlab, .sarif, .checkstyle, .rdjson, .markdown: true
    case .text, .concise, .json, .junit, .html: false
    }
  }

  /// Returns the whole report as text that ends in a line break, or nothing at all.
  ///
  /// Cost: linear in the findings and in the bytes of the files they are in.
  package func render(_ report: Report, options: RenderOptions) -> String {
    switch self {
    case .text: TextReport.render(report, options)
    case .concise: ConciseReport.render(report, options)
    case .json: JSONReport.render(report, options)
    case .sarif: SARIFReport.render(report, options)
    case .junit: JUnitReport.render(report, options)
    case .github: GitHubAnnotations.render(report, options)
    case .gitlab: GitLabReport.render(report, options)
    case .checkstyle: CheckstyleReport.render(report, options)
    case .rdjson: RDJSONReport.render(report, options)
    case .markdown:
      MarkdownReport.render(report, options, limit: MarkdownReport.commentLimit)
    case .html: HTMLReport.render(report, options)
    }
  }
}
