package import Diagnostics
import SourceText
import YAMLSyntax

/// Checks the expressions of rules against the types of a design.
package struct RuleCompiler: Sendable {
  package init() {}

  /// Returns the rule, ready to run, or nil and all that is wrong with its expressions, placed in
  /// its file.
  package func compile(
    _ definition: RuleDefinition
  ) -> (rule: CompiledRule?, problems: [Diagnostic]) {
    guard !definition.isRaisedByReport else { return (CompiledRule(definition), []) }
    let shared = SharedDefinition(definition)
    let problems = definition.variants.indices.flatMap { self.problems(ofVariant: $0, shared) }
    return (problems.isEmpty ? CompiledRule(definition) : nil, problems)
  }

  private func problems(ofVariant index: Int, _ shared: SharedDefinition) -> [Diagnostic] {
    let definition = shared.definition
    let variant = definition.variants[index]
    guard let kind = ObjectKind(forName: variant.kind) else {
      let names = ObjectKind.forNames
      let nearest = NearestNames.of(variant.kind, among: names).first
      return [
        definition.file.problem(
          "a rule can't be for '\(variant.kind)': \(names.joined(separator: ", "))",
          at: SourceSpan(file: definition.file.yaml.file, start: 0, end: 0),
          help: nearest.map { "did you mean '\($0)'?" }
        )
      ]
    }
    var compiler = VariantCompiler(shared, index..<index + 1, kind: kind, isStrict: true)
    let guardProblems = compiler.guardStep().problems
    let flagProblems = compiler.flagStep().problems
    var whole = VariantCompiler(shared, index..<index + 1, kind: kind)
    return guardProblems + flagProblems + compiler.findingStep(ofVariant: index).problems
      + whole.nowhereStep(ofVariant: index).problems
  }
}
