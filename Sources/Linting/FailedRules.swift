import Diagnostics
import RuleLanguage
import SourceText
import YAMLSyntax

/// What failed while rules ran, placed in the rules' files behind those of the design.
struct FailedRules {
  /// The files of the design, then those of the rules that failed.
  private(set) var sources: SourceSet
  private(set) var findings: [Diagnostic] = []

  /// - Parameter failures: In the order of objects; of each variant the first few are told.
  init(_ failures: [Diagnostic], rules: [RuleDefinition], sources: SourceSet) {
    self.sources = sources
    guard !failures.isEmpty else { return }
    let files = Dictionary(rules.map { ("file/" + $0.file.path, $0.file) }) { first, _ in first }
    var added: [SourceFile] = []
    var ids: [String: FileID] = [:]
    // Each piece of the design was judged on its own, so that each may have so many.
    var counts: [String: Int] = [:]
    for failure in failures {
      let variant = "\(failure.target):\(failure.primary.span.start)"
      counts[variant, default: 0] += 1
      if counts[variant, default: 0] > RuleRun.failureLimit { continue }
      guard let file = files[failure.target] else { continue }
      let id = ids[file.path] ?? FileID(sources.files.count + added.count)
      if ids.updateValue(id, forKey: file.path) == nil {
        added.append(SourceFile(path: file.path, bytes: file.yaml.source))
      }
      var finding = failure
      let span = failure.primary.span
      finding.primary = Label(
        SourceSpan(file: id, start: span.start, end: span.end),
        failure.primary.text,
        target: failure.primary.target
      )
      findings.append(finding)
    }
    self.sources = sources.appending(added)
  }
}
