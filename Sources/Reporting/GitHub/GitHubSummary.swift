package import Diagnostics

/// Returns the text to append to the file that `GITHUB_STEP_SUMMARY` names, below 1 MiB.
package func githubSummary(of report: Report, options: RenderOptions) -> String {
  MarkdownReport.render(report, options, limit: MarkdownReport.summaryLimit)
}
