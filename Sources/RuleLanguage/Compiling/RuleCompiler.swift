import CEL
package import Diagnostics
import SourceText
import YAMLSyntax

/// Checks and plans the expressions of rules against the types of a design.
package struct RuleCompiler: Sendable {
  private let base = Vocabulary.environment

  package init() {}

  /// Returns the planned rule, or nil and what is wrong with its expressions, placed in its file.
  package func compile(
    _ definition: RuleDefinition
  ) -> (rule: CompiledRule?, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    var variants: [CompiledVariant] = []
    for variant in definition.variants where !definition.isRaisedByReport {
      var compiler = VariantCompiler(definition: definition, variant: variant, base: base)
      if let compiled = compiler.compile() { variants.append(compiled) }
      problems += compiler.problems
    }
    guard problems.isEmpty else { return (nil, problems) }
    return (CompiledRule(definition: definition, variants: variants), [])
  }
}

/// Compiles one variant in an environment that grows by each name it declares.
private struct VariantCompiler {
  let definition: RuleDefinition
  let variant: RuleVariant
  var environment: Environment
  var problems: [Diagnostic] = []

  init(definition: RuleDefinition, variant: RuleVariant, base: Environment) {
    self.definition = definition
    self.variant = variant
    environment = base
  }

  mutating func compile() -> CompiledVariant? {
    guard let kind = ObjectKind(forName: variant.kind) else {
      let names = ObjectKind.forNames
      let nearest = NearestNames.of(variant.kind, among: names).first
      report(
        "a rule can't be for '\(variant.kind)': \(names.joined(separator: ", "))",
        at: SourceSpan(file: definition.file.yaml.file, start: 0, end: 0),
        help: nearest.map { "did you mean '\($0)'?" }
      )
      return nil
    }
    let objectSlot = environment.add(
      VariableDeclaration(kind.name, kind.expressionType, summary: "")
    )
    let parameterSlots = definition.parameters.map {
      environment.add(
        VariableDeclaration("params." + $0.name, $0.type.expressionType, summary: $0.summary)
      )
    }
    let firstNamed = environment.variables.count
    let each = bindElements(variant.each)
    let lets = variant.lets.compactMap { bindName($0) }
    let when = variant.when.flatMap { program($0, expecting: .bool) }
    let flag = variant.flag.flatMap { program($0, expecting: .bool) }
    let severities = variant.conditionalSeverities.compactMap { entry in
      program(entry.condition, expecting: .bool).map { ($0, entry.severity) }
    }
    let targets = variant.targets.compactMap { program($0) }
    let identity = variant.identity.flatMap { program($0) }
    let elements = variant.elements.flatMap { program($0) }
    let place = variant.place.flatMap { program($0) }
    let worst = variant.worst.compactMap { program($0) }
    let related = variant.related.compactMap { compile($0) }
    let moreSlot = environment.add(VariableDeclaration("more", .string, summary: ""))
    let label = variant.label.flatMap { template($0) }
    let message = variant.message.flatMap { template($0) }
    let why = variant.why.flatMap { template($0) }
    let help = variant.help.flatMap { template($0) }
    guard problems.isEmpty, let flag, let message else { return nil }
    let byGuard = slots(neededBy: [when].compactMap { $0?.checked }, among: lets)
    let byFlag = slots(neededBy: [flag.checked], among: lets).subtracting(byGuard)
    return CompiledVariant(
      variant: variant,
      kind: kind,
      frame: environment.makeFrame(),
      slots: FrameSlots(
        object: objectSlot,
        today: environment.slot(of: "today") ?? 0,
        org: environment.slot(of: "org") ?? 0,
        more: moreSlot,
        settings: Vocabulary.settings.map { environment.slot(of: "settings." + $0.name) ?? 0 }
      ),
      parameterSlots: parameterSlots,
      each: each,
      when: when?.program,
      whenNeedsNames: when?.checked.freeVariables.contains { $0 >= firstNamed } ?? false,
      guardLets: lets.map(\.bound).filter { byGuard.contains($0.slot) },
      lets: lets.map(\.bound).filter { byFlag.contains($0.slot) },
      laterLets: lets.map(\.bound).filter { !byGuard.union(byFlag).contains($0.slot) },
      flag: flag.program,
      severities: severities.map { ($0.0.program, $0.1) },
      targets: targets.map(\.program),
      identity: identity?.program,
      elements: elements?.program,
      place: place?.program,
      related: related,
      worst: worst.map(\.program),
      label: label,
      message: message,
      why: why,
      help: help
    )
  }

  private struct Planned {
    let checked: CheckedExpression
    let program: Program
  }

  private mutating func program(
    _ source: ExpressionSource,
    expecting expected: CELType? = nil
  ) -> Planned? {
    switch environment.compile(source.text) {
    case .failure(let found):
      for problem in found.problems {
        report(
          problem.message,
          at: definition.file.span(of: problem.range, in: source)
        )
      }
      return nil
    case .success(let checked):
      if let expected, checked.type.unwrapped != expected, checked.type != .dyn {
        report(
          "this is a \(checked.type), but a \(expected) is needed here",
          at: definition.file.span(of: source)
        )
        return nil
      }
      return Planned(checked: checked, program: Program(checked))
    }
  }

  /// A named value with the expression it was planned from.
  private struct Name {
    let bound: BoundProgram
    let checked: CheckedExpression
  }

  private mutating func bindName(_ named: RuleVariant.NamedExpression) -> Name? {
    guard let planned = program(named.expression) else { return nil }
    return declare(named, planned.checked.type).map {
      Name(bound: BoundProgram(slot: $0, program: planned.program), checked: planned.checked)
    }
  }

  /// Returns the slots that conditions read, and those that the named values among them read.
  private func slots(neededBy conditions: [CheckedExpression], among names: [Name]) -> Set<Int> {
    var needed = Set(conditions.flatMap(\.freeVariables))
    // A name is made of what stands before it only.
    for name in names.reversed() where needed.contains(name.bound.slot) {
      needed.formUnion(name.checked.freeVariables)
    }
    return needed
  }

  /// Binds the elements of a list, one after the other.
  private mutating func bindElements(_ named: RuleVariant.NamedExpression?) -> BoundProgram? {
    guard let named, let planned = program(named.expression) else { return nil }
    let element: CELType
    switch planned.checked.type {
    case .list(let type): element = type
    case .dyn: element = .dyn
    default:
      report(
        "each takes a list, but this is a \(planned.checked.type)",
        at: definition.file.span(of: named.expression)
      )
      return nil
    }
    return declare(named, element).map { BoundProgram(slot: $0, program: planned.program) }
  }

  private mutating func declare(
    _ named: RuleVariant.NamedExpression,
    _ type: CELType
  ) -> Int? {
    if environment.slot(of: named.name) != nil {
      report(
        "the name '\(named.name)' is taken already",
        at: definition.file.span(of: named.expression)
      )
      return nil
    }
    return environment.add(VariableDeclaration(named.name, type, summary: ""))
  }

  /// Compiles a related place in an environment of its own, so that its name ends with it.
  private mutating func compile(_ related: RuleVariant.RelatedPlace) -> CompiledRelated? {
    let each = bindRelated(related.each)
    let condition = related.condition.flatMap { program($0, expecting: .bool) }
    guard let place = program(related.place) else { return nil }
    return CompiledRelated(
      each: each,
      condition: condition?.program,
      place: place.program,
      label: related.label.flatMap { template($0) },
      isStep: related.isStep
    )
  }

  /// A name may serve several related places; the last type counts.
  private mutating func bindRelated(_ named: RuleVariant.NamedExpression?) -> BoundProgram? {
    guard let named, let planned = program(named.expression) else { return nil }
    guard case .list(let element) = planned.checked.type else {
      report(
        "each takes a list, but this is a \(planned.checked.type)",
        at: definition.file.span(of: named.expression)
      )
      return nil
    }
    let slot = environment.add(VariableDeclaration(named.name, element, summary: ""))
    return BoundProgram(slot: slot, program: planned.program)
  }

  private mutating func template(_ template: TextTemplate) -> CompiledTemplate? {
    var segments: [CompiledTemplate.Segment] = []
    for segment in template.segments {
      switch segment {
      case .text(let text): segments.append(.text(text))
      case .expression(let source):
        guard let planned = program(source) else { continue }
        let isPerson = planned.checked.type == ObjectKind.person.expressionType
        segments.append(.program(planned.program, null: isPerson ? "nobody" : "none"))
      }
    }
    return CompiledTemplate(segments: segments)
  }

  private mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    problems.append(definition.file.problem(message, at: span, help: help))
  }
}
