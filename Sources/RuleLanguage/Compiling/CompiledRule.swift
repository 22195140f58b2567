import CEL
import Diagnostics
import OrgAnalysis

/// A rule that is ready to run over any design.
package struct CompiledRule: Sendable {
  package let definition: RuleDefinition
  let groups: [VariantGroup]

  /// Plans the guards before anybody asks: nearly every design needs nearly all of them.
  package func planGuards() {
    for group in groups { _ = group.guardStep.get() }
  }

  /// Takes a rule whose expressions are known to be right, as `RuleCompiler` finds out; where one is
  /// not, runs of the rule fail.
  ///
  /// Nothing is planned before a run needs it: a small design passes by most of what rules say.
  package init(_ definition: RuleDefinition) {
    self.definition = definition
    groups =
      definition.isRaisedByReport ? [] : VariantGroup.all(of: SharedDefinition(definition))
  }
}

/// What the variants of a rule share, in an object of its own: to hand on a definition counts
/// dozens of references.
final class SharedDefinition: Sendable {
  let definition: RuleDefinition

  /// What expressions of the rule know wherever they stand: the parameters beside the vocabulary.
  let environment: OnDemand<Environment>

  init(_ definition: RuleDefinition) {
    self.definition = definition
    environment = OnDemand {
      var environment = Vocabulary.environment
      for parameter in definition.parameters {
        environment.add(
          VariableDeclaration(
            "params." + parameter.name,
            parameter.type.expressionType,
            summary: parameter.summary
          )
        )
      }
      return environment
    }
  }
}

/// Neighboring variants of a rule that look at the same candidates and know the same names, planned
/// in three steps; only the last one is taken for each variant.
final class VariantGroup: Sendable {
  private let shared: SharedDefinition
  let variants: [RuleVariant]
  let kind: ObjectKind

  /// What every object needs.
  let guardStep: OnDemand<GuardStep>

  /// What the objects need that pass the guard.
  let flagStep: OnDemand<FlagStep>

  /// What those need that a variant flags.
  let findingSteps: [OnDemand<FindingStep>]

  /// What is said where nothing has it; asked for once in a run at most.
  let nowhereSteps: [OnDemand<NowhereStep>]

  var definition: RuleDefinition { shared.definition }

  static func all(of shared: SharedDefinition) -> [VariantGroup] {
    let variants = shared.definition.variants
    var groups: [VariantGroup] = []
    var start = 0
    for end in variants.indices.map({ $0 + 1 })
    where end == variants.count || !variants[end].hasSameCandidates(as: variants[start]) {
      if let group = VariantGroup(shared, start..<end) { groups.append(group) }
      start = end
    }
    return groups
  }

  /// Nil for a kind that no rule can be for.
  private init?(_ shared: SharedDefinition, _ positions: Range<Int>) {
    variants = Array(shared.definition.variants[positions])
    guard let kind = ObjectKind(forName: variants[0].kind) else { return nil }
    self.shared = shared
    self.kind = kind
    let guardStep = OnDemand {
      var compiler = VariantCompiler(shared, positions, kind: kind)
      return compiler.guardStep()
    }
    let flagStep = OnDemand {
      var compiler = guardStep.get().value.compiler
      return compiler.flagStep()
    }
    self.guardStep = guardStep
    self.flagStep = flagStep
    findingSteps = positions.map { position in
      OnDemand {
        var compiler = flagStep.get().value.compiler
        return compiler.findingStep(ofVariant: position)
      }
    }
    nowhereSteps = positions.map { position in
      OnDemand {
        var compiler = VariantCompiler(shared, positions, kind: kind)
        return compiler.nowhereStep(ofVariant: position)
      }
    }
  }
}

extension RuleVariant {
  /// Whether another variant of the rule took all that comes before the flag from the same place.
  fileprivate func hasSameCandidates(as other: RuleVariant) -> Bool {
    kind == other.kind && needs == other.needs && each == other.each && lets == other.lets
      && when == other.when
  }
}

/// The names that every rule knows, and the guard if it needs no others.
struct GuardStep: Sendable {
  let slots: FrameSlots
  let when: Program?

  /// Those operands of a guard with names that do without: where one is false, so is the guard.
  let sieve: [Program]
  let problems: [Diagnostic]

  /// As it stands behind the step, to go on with.
  let compiler: VariantCompiler
}

/// Where the names of variants stand in a frame, behind those of the vocabulary.
struct FrameSlots: Sendable {
  /// The number of slots that all steps together need at most.
  var count: Int
  var object: Int

  /// The slot of the first parameter; the others follow in the order of the definition.
  static let firstParameter = Vocabulary.environment.variables.count
  static let today = slot("today")
  static let org = slot("org")
  static let settings = Vocabulary.settings.map { slot("settings." + $0.name) }

  private static func slot(_ name: String) -> Int { Vocabulary.environment.slot(of: name) ?? 0 }
}

/// The candidates of an object, and whether they are flagged.
struct FlagStep: Sendable {
  let each: BoundProgram?

  /// The guard, if it uses named values or the candidate and so comes after them.
  let when: Program?

  /// The named values that the guard needs; evaluated for every object.
  let guardLets: [BoundProgram]

  /// Those that the flags need beside; evaluated for what passes the guard.
  let lets: [BoundProgram]

  /// The flag of each variant.
  let flags: [Program?]

  /// What counts as having it, of each variant that can be nowhere.
  let having: [Program?]
  let problems: [Diagnostic]
  let compiler: VariantCompiler
}

/// What is flagged: what it is about and what is said of it.
struct FindingStep: Sendable {
  /// The named values that neither the guard nor the flag needs.
  let lets: [BoundProgram]
  let targets: [Program]
  let identity: Program?
  let elements: Program?
  let about: Program?
  let yields: [CompiledYield]
  let leftTo: Program?
  let place: Program?
  let worst: [Program]
  let severities: [(condition: Program, severity: Severity)]
  let related: [CompiledRelated]
  let more: Int
  let label: CompiledTemplate?
  let message: CompiledTemplate?
  let why: CompiledTemplate?
  let help: CompiledTemplate?
  let problems: [Diagnostic]
}

/// What is said where nothing in the design has what a variant asks for.
struct NowhereStep: Sendable {
  /// The slot of the number of things that were asked.
  let asked: Int
  let message: CompiledTemplate?
  let why: CompiledTemplate?
  let help: CompiledTemplate?
  let problems: [Diagnostic]
}

/// An expression whose value gets a name.
struct BoundProgram: Sendable {
  let slot: Int
  let program: Program
}

struct CompiledYield: Sendable {
  let yield: RuleVariant.Yield
  let all: Program?
}

struct CompiledRelated: Sendable {
  let each: BoundProgram?
  let condition: Program?
  let place: Program
  let label: CompiledTemplate?
  let isStep: Bool
}

/// A text with planned expressions.
struct CompiledTemplate: Sendable {
  let segments: [Segment]

  enum Segment: Sendable {
    case text(String)
    /// The word for null is that of the expression's static type.
    case program(Program, null: String)
  }
}
