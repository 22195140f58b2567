package import Diagnostics
import SourceText
import YAMLSyntax

extension RuleDefinition {
  /// Returns a mistake of the rule at the value of one of its keys; at its beginning without it.
  package func problem(_ message: String, at key: String, help: String? = nil) -> Diagnostic {
    let yaml = file.yaml
    let entry = yaml.documents.first.flatMap { yaml.value(named: key, in: $0) }
    let span =
      entry.map { yaml.span(of: $0.value) } ?? SourceSpan(file: yaml.file, start: 0, end: 0)
    return file.problem(message, at: span, help: help)
  }
}

extension RuleFile {
  /// Returns a mistake at a place of the file.
  func problem(_ message: String, at span: SourceSpan, help: String? = nil) -> Diagnostic {
    Diagnostic(
      rule: "rule-file",
      severity: .error,
      message: message,
      help: help,
      primary: Label(span),
      targets: ["file/" + path],
      discriminator: String(span.start)
    )
  }
}
