package import Diagnostics
package import SourceText
import YAMLSyntax

extension Baseline {
  /// Reads a baseline file; what is wrong in it is a problem with its place, and then it is nil.
  package static func read(
    _ bytes: [UInt8],
    file: FileID
  ) -> (baseline: Baseline?, problems: [Diagnostic]) {
    // JSON is YAML, so one parser gives places to both.
    var reader = BaselineReader(yaml: parseYAML(bytes, file: file))
    let entries = reader.entries()
    return (reader.problems.isEmpty ? Baseline(entries) : nil, reader.problems)
  }
}

private struct BaselineReader {
  let yaml: YAMLFile
  var problems: [Diagnostic] = []

  init(yaml: YAMLFile) {
    self.yaml = yaml
    problems = yaml.problems.map { problem in
      BaselineReader.problem(problem.message, at: problem.span, help: problem.help)
    }
  }

  mutating func entries() -> [Baseline.Entry] {
    guard problems.isEmpty else { return [] }
    guard let root = yaml.documents.first, yaml.nodes[root].kind == .mapping else {
      complain("this is no baseline", at: 0)
      return []
    }
    guard let format = yaml.value(named: "format", in: root) else {
      complain("this baseline does not say which format it has", at: root)
      return []
    }
    guard yaml.isScalar(format.value, Baseline.format) else {
      complain(
        "'\(yaml.text(of: format.value))' is a format this orglint does not read",
        at: format.value,
        help: "this orglint reads \(Baseline.format); orglint baseline write makes a new file"
      )
      return []
    }
    guard let list = yaml.value(named: "findings", in: root),
      yaml.nodes[list.value].kind == .sequence
    else {
      complain("this baseline has no list of findings", at: root)
      return []
    }
    return yaml.children(of: list.value).compactMap { entry(yaml.resolved($0)) }
  }

  /// Returns one entry; nil for the empty one at the end and for one that cannot be read.
  private mutating func entry(_ node: Int) -> Baseline.Entry? {
    guard yaml.nodes[node].kind == .mapping else {
      complain("this is no entry of a baseline", at: node)
      return nil
    }
    if yaml.nodes[node].count == 0 { return nil }
    guard let identity = texts("identity", of: node), identity.count >= 4 else {
      complain(
        "this entry needs the identity of a finding: rule, targets, variant and discriminator",
        at: node
      )
      return nil
    }
    guard yaml.value(named: "elements", in: node) != nil else {
      return Baseline.Entry(identity: identity, elements: [])
    }
    guard let elements = texts("elements", of: node) else {
      complain("the elements of this entry are no list of texts", at: node)
      return nil
    }
    return Baseline.Entry(identity: identity, elements: elements)
  }

  private func texts(_ key: String, of node: Int) -> [String]? {
    guard let list = yaml.value(named: key, in: node), yaml.nodes[list.value].kind == .sequence
    else { return nil }
    let items = Array(yaml.children(of: list.value))
    guard items.allSatisfy({ yaml.nodes[$0].kind == .scalar }) else { return nil }
    return items.map { yaml.text(of: $0) }
  }

  private mutating func complain(_ message: String, at node: Int, help: String? = nil) {
    let span =
      yaml.nodes.indices.contains(node)
      ? yaml.span(of: node) : SourceSpan(file: yaml.file, start: 0, end: 0)
    problems.append(BaselineReader.problem(message, at: span, help: help))
  }

  private static func problem(
    _ message: String,
    at span: SourceSpan,
    help: String?
  ) -> Diagnostic {
    Diagnostic(
      rule: "baseline",
      severity: .error,
      message: message,
      help: help ?? "mend the line, or let orglint baseline write make a new file",
      primary: Label(span),
      targets: []
    )
  }
}
