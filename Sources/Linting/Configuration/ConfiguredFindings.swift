import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// What the configuration makes of findings, each in its part of the design.
struct ConfiguredFindings {
  private let host: DesignHost
  private let selection: RuleSelection
  private let layers: DesignLayers
  private let rules: [String: RuleDefinition]

  init(
    host: DesignHost,
    rules: [RuleDefinition],
    selection: RuleSelection,
    layers: DesignLayers
  ) {
    self.host = host
    self.selection = selection
    self.layers = layers
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Returns the findings of rules that are on where they are found, with the severity that
  /// profile, configuration and the stage of the design give them.
  func apply(to found: [Candidate]) -> [Candidate] {
    found.compactMap { candidate in
      let id = candidate.finding.rule
      let overrides = layers.overrides(of: candidate.finding)
      if !selection.overrides.isEmpty, let rule = rules[id],
        !selection.isOn(rule, in: overrides)
      {
        return nil
      }
      if let other = rules[candidate.leftTo], selection.isOn(other, in: overrides) { return nil }
      return judged(candidate, in: overrides)
    }
  }

  /// Returns a finding with the severity that profile, configuration and stage give it.
  func judged(_ candidate: Candidate, in overrides: [Int]? = nil) -> Candidate {
    var candidate = candidate
    let overrides = overrides ?? layers.overrides(of: candidate.finding)
    let choice = selection.choice(of: candidate.finding.rule, in: overrides)
    candidate.finding.severity = selection.severity(
      of: candidate,
      choice: choice,
      stage: selection.stage ?? host.designStage
    )
    if let isEnforced = choice?.isEnforced?.value { candidate.isEnforced = isEnforced }
    return candidate
  }

  /// Returns whether the configuration leaves a finding out; those of fixed rules it cannot.
  func ignores(_ finding: Diagnostic) -> Bool {
    guard !selection.ignored.isEmpty, let rule = rules[finding.rule], !rule.isFixed else {
      return false
    }
    let path = host.graph.sources[finding.primary.span.file].path
    return selection.ignored.contains { part in
      switch part {
      case .files(let pattern): pattern.matches(path)
      case .entry(let entry): entry.value == finding.target
      }
    }
  }
}
