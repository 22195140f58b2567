import CEL
import Diagnostics
import OrgAnalysis
import SourceText

/// Plans variants with the same candidates step by step, in an environment that grows by each name
/// they declare.
struct VariantCompiler {
  private let shared: SharedDefinition

  /// The positions of the variants in the definition.
  private let positions: Range<Int>
  private let kind: ObjectKind

  /// Whether all named values belong to the second step, so that each sees only those above it.
  private let isStrict: Bool
  private var environment: Environment
  private var when: SyntaxTree?

  /// The named values that are not planned yet.
  private var open: [RuleVariant.NamedExpression] = []

  /// What is wrong with the expressions of a step.
  private var problems: [Diagnostic] = []

  private var definition: RuleDefinition { shared.definition }

  init(
    _ shared: SharedDefinition,
    _ positions: Range<Int>,
    kind: ObjectKind,
    isStrict: Bool = false
  ) {
    self.shared = shared
    self.positions = positions
    self.kind = kind
    self.isStrict = isStrict
    environment = shared.environment.get().value
  }

  // MARK: Steps

  mutating func guardStep() -> GuardStep {
    let variants = definition.variants[positions]
    let variant = definition.variants[positions.lowerBound]
    let object = environment.add(
      VariableDeclaration(kind.name, kind.expressionType, summary: "")
    )
    let names = [variant.each].compactMap { $0?.name } + variant.lets.map(\.name)
    let related = variants.map { $0.related.count { $0.each != nil } }.max() ?? 0
    let slots = FrameSlots(
      count: environment.variables.count + names.count + related + 1,
      object: object
    )
    open = variant.lets
    var planned: Program?
    var sieve: [Program] = []
    if let source = variant.when, let tree = parsed(source) {
      if tree.mentions(names) {
        when = tree
        sieve = operands(of: tree, without: names)
      } else {
        planned = program(source, tree, expecting: .bool)?.program
      }
    }
    return GuardStep(
      slots: slots,
      when: planned,
      sieve: sieve,
      problems: problems,
      compiler: self
    )
  }

  mutating func flagStep() -> FlagStep {
    let variants = definition.variants[positions]
    let variant = definition.variants[positions.lowerBound]
    problems = []
    let each = bindElements(variant.each)
    let flagTrees = variants.map { variant in variant.flag.flatMap { parsed($0) } }
    let havingTrees = variants.map { variant in variant.nowhere?.has.flatMap { parsed($0) } }
    let lets = names(neededBy: ([when] + flagTrees + havingTrees).compactMap(\.self))
    let when = variant.when.flatMap { source in
      self.when.flatMap { program(source, $0, expecting: .bool) }
    }
    let flags = zip(variants, flagTrees).map { variant, tree in
      variant.flag.flatMap { source in
        tree.flatMap { program(source, $0, expecting: .bool)?.program }
      }
    }
    let having = zip(variants, havingTrees).map { variant, tree in
      variant.nowhere?.has.flatMap { source in
        tree.flatMap { program(source, $0, expecting: .bool)?.program }
      }
    }
    let byGuard = slots(neededBy: when, among: lets)
    return FlagStep(
      each: each,
      when: when?.program,
      guardLets: lets.map(\.bound).filter { byGuard.contains($0.slot) },
      lets: lets.map(\.bound).filter { !byGuard.contains($0.slot) },
      flags: flags,
      having: having,
      problems: problems,
      compiler: self
    )
  }

  /// Plans what is said of all objects together, which knows none of them.
  mutating func nowhereStep(ofVariant position: Int) -> NowhereStep {
    let nowhere = definition.variants[position].nowhere
    problems = []
    let asked = environment.add(VariableDeclaration("asked", .int, summary: ""))
    return NowhereStep(
      asked: asked,
      message: nowhere.flatMap { template($0.message) },
      why: nowhere?.why.flatMap { template($0) },
      help: nowhere?.help.flatMap { template($0) },
      problems: problems
    )
  }

  mutating func findingStep(ofVariant position: Int) -> FindingStep {
    let variant = definition.variants[position]
    problems = []
    let lets = open.compactMap { name in parsed(name.expression).flatMap { bind(name, $0) } }
    let targets = variant.targets.compactMap { program($0)?.program }
    let identity = variant.identity.flatMap { program($0)?.program }
    let elements = variant.elements.flatMap { program($0)?.program }
    let about = variant.about.flatMap { program($0)?.program }
    let yields = variant.yields.map { yield in
      CompiledYield(yield: yield, all: yield.all.flatMap { program($0)?.program })
    }
    let leftTo = variant.leftTo.flatMap { program($0, expecting: .string)?.program }
    let place = variant.place.flatMap { program($0)?.program }
    let worst = variant.worst.compactMap { program($0)?.program }
    let severities = variant.conditionalSeverities.compactMap { entry in
      program(entry.condition, expecting: .bool).map { ($0.program, entry.severity) }
    }
    let related = variant.related.compactMap { compile($0) }
    let more = environment.add(VariableDeclaration("more", .string, summary: ""))
    return FindingStep(
      lets: lets.map(\.bound),
      targets: targets,
      identity: identity,
      elements: elements,
      about: about,
      yields: yields,
      leftTo: leftTo,
      place: place,
      worst: worst,
      severities: severities,
      related: related,
      more: more,
      label: variant.label.flatMap { template($0) },
      message: variant.message.flatMap { template($0) },
      why: variant.why.flatMap { template($0) },
      help: variant.help.flatMap { template($0) },
      problems: problems
    )
  }
}

// MARK: - Expressions

extension VariantCompiler {
  private struct Planned {
    let checked: CheckedExpression
    let program: Program
  }

  /// Returns the tree of an expression; nil where it is none.
  private mutating func parsed(_ source: ExpressionSource) -> SyntaxTree? {
    let (tree, found) = parseExpression(source.text)
    report(found, in: source)
    return found.isEmpty ? tree : nil
  }

  private mutating func program(
    _ source: ExpressionSource,
    expecting expected: CELType? = nil
  ) -> Planned? {
    parsed(source).flatMap { program(source, $0, expecting: expected) }
  }

  private mutating func program(
    _ source: ExpressionSource,
    _ tree: SyntaxTree,
    expecting expected: CELType? = nil
  ) -> Planned? {
    switch environment.check(tree) {
    case .failure(let found):
      report(found.problems, in: source)
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

  /// Plans the operands of a chain of && that mention no names; what is wrong with one is told with
  /// the whole.
  private func operands(of tree: SyntaxTree, without names: [String]) -> [Program] {
    guard case .logical(.and, let operands) = tree[tree.root] else { return [] }
    return operands.compactMap { operand in
      let part = tree.part(operand)
      guard !part.mentions(names), case .success(let checked) = environment.check(part) else {
        return nil
      }
      return Program(checked)
    }
  }

  /// A named value with the expression it was planned from.
  private struct Name {
    let bound: BoundProgram
    let checked: CheckedExpression
  }

  /// Declares the named values that expressions need, and those that these are made of.
  private mutating func names(neededBy trees: [SyntaxTree]) -> [Name] {
    var trees = trees
    var needed: [(name: RuleVariant.NamedExpression, tree: SyntaxTree)] = []
    var others: [RuleVariant.NamedExpression] = []
    // A name is made of what stands before it only.
    for named in open.reversed() {
      if isStrict || trees.contains(where: { $0.mentions([named.name]) }) {
        guard let tree = parsed(named.expression) else { continue }
        trees.append(tree)
        needed.append((named, tree))
      } else {
        others.append(named)
      }
    }
    open = others.reversed()
    return needed.reversed().compactMap { bind($0.name, $0.tree) }
  }

  private mutating func bind(_ named: RuleVariant.NamedExpression, _ tree: SyntaxTree) -> Name? {
    guard let planned = program(named.expression, tree) else { return nil }
    return declare(named, planned.checked.type).map {
      Name(bound: BoundProgram(slot: $0, program: planned.program), checked: planned.checked)
    }
  }

  /// Returns the slots that a condition reads, and those that the named values among them read.
  private func slots(neededBy condition: Planned?, among names: [Name]) -> Set<Int> {
    guard let condition else { return [] }
    var needed = Set(condition.checked.freeVariables)
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

  private mutating func report(_ found: [CELProblem], in source: ExpressionSource) {
    for problem in found {
      report(problem.message, at: definition.file.span(of: problem.range, in: source))
    }
  }

  private mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    problems.append(definition.file.problem(message, at: span, help: help))
  }
}

extension SyntaxTree {
  /// Whether a name stands anywhere in the expression, for whatever it is.
  fileprivate func mentions(_ names: [String]) -> Bool { mentions(names, below: root) }

  /// As deep as an expression can be nested.
  private func mentions(_ names: [String], below id: ID) -> Bool {
    if case .identifier(let name, _) = self[id] { return names.contains(name) }
    var isFound = false
    self[id].forEachChild { isFound = isFound || mentions(names, below: $0) }
    return isFound
  }
}
