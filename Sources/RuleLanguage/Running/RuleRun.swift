import CEL
package import Diagnostics
import SourceText
import YAMLSyntax

/// What a rule is given beside the design.
package struct RunInputs: Sendable {
  /// The values of the settings, in the order of the vocabulary.
  let settings: [Value]

  /// The configured parameters of the rule, by name.
  var parameters: [String: ParameterValue] = [:]

  /// Takes the configured settings by name; the defaults hold where one is not named.
  package init(settings: [String: ParameterValue] = [:]) {
    self.settings = Vocabulary.settings.map { setting in
      let value = settings[setting.name].map(setting.defaultValue.merged) ?? setting.defaultValue
      return value.expressionValue(setting.type)
    }
  }

  /// Returns the same for a rule with configured parameters, by name.
  package func with(parameters: [String: ParameterValue]) -> RunInputs {
    var inputs = self
    inputs.parameters = parameters
    return inputs
  }
}

/// Runs one rule over the objects of a design, or over a part of them.
package struct RuleRun: Sendable {
  private let reportsAllVariants: Bool
  private let host: DesignHost
  private let definition: RuleDefinition
  package let budget: StepBudget?
  private var runs: [GroupRun]

  /// More failures of one variant say nothing new.
  package static let failureLimit = 3

  /// - Parameter budget: The steps it may take; nil for as many as it needs.
  package init(
    _ rule: CompiledRule,
    on host: DesignHost,
    _ inputs: RunInputs,
    budget: StepBudget? = nil
  ) {
    definition = rule.definition
    self.budget = budget
    reportsAllVariants = rule.definition.reportsAllVariants
    self.host = host
    let boxed: any Host = host
    runs = rule.groups.filter { host.has(needs: $0.variants[0].needs) }.map { group in
      GroupRun(group, host, boxed, inputs, budget)
    }
  }

  /// The kinds of object the rule looks at, in the order of its variants.
  package var kinds: [ObjectKind] {
    var kinds: [ObjectKind] = []
    for run in runs where !kinds.contains(run.kind) { kinds.append(run.kind) }
    return kinds
  }

  /// What failed while the rule ran: a mistake of the rule, placed in its file.
  package var failures: [Diagnostic] { runs.flatMap(\.failures) }

  /// Whether an object that was looked at has what the rule asks for.
  package var isSomewhere: Bool { runs.contains(where: \.isSomewhere) }

  /// Returns the one finding of a rule that a number of objects has nothing for; nil for rules that
  /// always tell each one.
  package mutating func nowhere(asked: Int) -> Candidate? {
    for index in runs.indices {
      if let candidate = runs[index].nowhere(asked: asked) { return candidate }
    }
    return nil
  }

  /// That the rule took more steps than it may, placed in its file.
  package func exhaustion(_ budget: StepBudget) -> Diagnostic {
    Diagnostic(
      rule: "rule-failed",
      severity: .error,
      message: "rule '\(definition.id)' takes more than \(budget.limit) steps on this design",
      why: "nothing it finds is reported",
      help: "look at fewer objects for each object, or raise limits.rule_steps in .orglint.yaml",
      primary: Label(
        definition.variants.lazy.compactMap(\.flag).first.map { definition.file.span(of: $0) }
          ?? SourceSpan(file: definition.file.yaml.file, start: 0, end: 0)
      ),
      targets: ["file/" + definition.file.path],
      discriminator: "steps"
    )
  }

  /// Returns what the rule finds among the objects of a kind, in their order.
  ///
  /// Of several variants that flag one target the first counts, unless the rule reports all; it
  /// then stands for the places of the others too.
  package mutating func findings(of kind: ObjectKind, in range: Range<Int>) -> [Candidate] {
    let groups = runs.indices.filter { runs[$0].kind == kind }
    let passing = groups.map { runs[$0].passing(range) }
    var positions = [Int](repeating: 0, count: groups.count)
    var found: [Candidate] = []
    while true {
      // The first object that any group has not looked at yet.
      var index = Int.max
      for group in groups.indices where positions[group] < passing[group].count {
        index = min(index, passing[group][positions[group]])
      }
      guard index < Int.max else {
        for group in groups { _ = runs[group].hasStepsLeft() }
        return found
      }
      var flagged: [[String]: Int] = [:]
      for group in groups.indices
      where positions[group] < passing[group].count && passing[group][positions[group]] == index {
        positions[group] += 1
        for candidate in runs[groups[group]].candidates(for: index) {
          let subject = candidate.subjects + [candidate.finding.discriminator]
          if !reportsAllVariants, let kept = flagged[subject] {
            found[kept].places.formUnion(candidate.places)
            if !candidate.isAboutSeat { found[kept].finding.targets = candidate.subjects }
          } else {
            flagged[subject] = found.count
            found.append(candidate)
          }
        }
      }
    }
  }
}
