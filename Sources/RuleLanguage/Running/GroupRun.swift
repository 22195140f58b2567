import CEL
import Diagnostics
import OrgAnalysis
import SourceText
import YAMLSyntax

/// Variants of a rule with the same candidates at work, with the frame they evaluate in.
struct GroupRun: Sendable {
  private let group: VariantGroup
  private let host: DesignHost
  private let boxed: any Host
  private let inputs: RunInputs

  /// What the rule may take over the whole design; nil for one that comes with orglint.
  private let budget: StepBudget?
  private let steps: Int

  /// The steps that the budget knows of.
  private var counted = 0

  /// What is planned of the variants, as far as objects needed it; the last step for each.
  private var first: Computed<GuardStep>?
  private var second: Computed<FlagStep>?
  private var third: [Computed<FindingStep>?]
  private var frame = Frame(variableCount: 0)
  private(set) var failures: [Diagnostic] = []

  /// How many of each variant are among them.
  private var failureCounts: [Int]

  /// Whether an object that was asked has what a variant asks for that can be nowhere.
  private(set) var isSomewhere = false

  /// The variant whose expressions are evaluated, for what fails; the first for what all share.
  private var current = 0

  init(
    _ group: VariantGroup,
    _ host: DesignHost,
    _ boxed: any Host,
    _ inputs: RunInputs,
    _ budget: StepBudget?
  ) {
    self.group = group
    self.host = host
    self.boxed = boxed
    self.inputs = inputs
    self.budget = budget
    // One evaluation may take what all may; rules that come with orglint end by themselves.
    steps = budget?.limit ?? .max / 2
    third = group.variants.map { _ in nil }
    failureCounts = group.variants.map { _ in 0 }
  }

  var kind: ObjectKind { group.kind }

  private var definition: RuleDefinition { group.definition }

  /// Returns the objects of a range that the guard lets through, ascending; of a guard that can only
  /// be asked with names those that it may let through.
  ///
  /// Nearly all objects end here, so this is where most of the time of a rule goes.
  mutating func passing(_ range: Range<Int>) -> [Int] {
    guard !range.isEmpty else { return [] }
    let step = guardStep()
    let (slot, sieve) = (step.value.slots.object, step.value.sieve)
    guard let when = step.value.when else {
      if sieve.isEmpty { return Array(range) }
      return range.filter { index in
        frame[slot] = .object(ObjectReference(kind, index))
        return hasStepsLeft() && !sieve.contains { isFalse($0) }
      }
    }
    return range.filter { index in
      frame[slot] = .object(ObjectReference(kind, index))
      return hasStepsLeft() && test(when)
    }
  }

  /// Returns what the variants flag about an object that passes the guard, one after the other, and
  /// of each one finding for each identity.
  mutating func candidates(for index: Int) -> [Candidate] {
    guard hasStepsLeft() else { return [] }
    current = 0
    frame[guardStep().value.slots.object] = .object(ObjectReference(kind, index))
    let step = flagStep()
    guard let each = step.value.each else {
      guard passesGuard(step) else { return [] }
      return step.value.flags.indices.compactMap { variant in
        guard isFlagged(step, by: variant) else { return nil }
        let found = findingStep(of: variant).value
        bind(found.lets)
        let flagged = Flagged(
          element: nil,
          isStandIn: false,
          worst: [],
          elements: elements(found),
          places: places(found),
          more: 0
        )
        return finish(flagged, found, variant)
      }
    }
    guard let list = evaluate(each.program)?.asList, !list.isEmpty else { return [] }
    var flagged: [Int: FlaggedGroups] = [:]
    for element in list {
      frame[each.slot] = element
      guard hasStepsLeft(), passesGuard(step) else { continue }
      for variant in step.value.flags.indices where isFlagged(step, by: variant) {
        let found = findingStep(of: variant).value
        bind(found.lets)
        let (targets, subjects) = targets(found)
        let candidate = Flagged(
          element: element,
          isStandIn: targets != subjects,
          worst: found.worst.map { evaluate($0)?.number ?? 0 },
          elements: elements(found),
          places: places(found),
          more: 0
        )
        let identity = subjects + [identity(found)]
        flagged[variant, default: FlaggedGroups()].add(candidate, identity: identity)
      }
    }
    return flagged.sorted { $0.key < $1.key }.flatMap { variant, groups in
      groups.merged.compactMap { flagged in
        // The names of the candidate that is shown are set anew.
        current = variant
        frame[each.slot] = flagged.element ?? .null
        let found = findingStep(of: variant).value
        bind(step.value.guardLets)
        bind(step.value.lets)
        bind(found.lets)
        return finish(flagged, found, variant)
      }
    }
  }

  /// Returns whether a candidate passes the guard; if so, the names have their values.
  private mutating func passesGuard(_ step: Computed<FlagStep>) -> Bool {
    current = 0
    bind(step.value.guardLets)
    if let when = step.value.when, !test(when) { return false }
    bind(step.value.lets)
    return true
  }

  private mutating func isFlagged(_ step: Computed<FlagStep>, by variant: Int) -> Bool {
    current = variant
    let isFlagged = step.value.flags[variant].map { test($0) } ?? false
    if !isSomewhere, group.variants[variant].nowhere != nil {
      isSomewhere = !isFlagged || step.value.having[variant].map { test($0) } ?? false
    }
    return isFlagged
  }

  /// Returns the one finding about a number of objects of which none has what is asked for; nil for
  /// variants that always tell each one.
  mutating func nowhere(asked: Int) -> Candidate? {
    guard let number = group.variants.firstIndex(where: { $0.nowhere != nil }) else { return nil }
    _ = guardStep()
    current = number
    let step = group.nowhereSteps[number].get()
    note(step.value.problems)
    frame[step.value.asked] = .int(asked)
    let place = host.span(of: .object(ObjectReference(.organization, 0))) ?? host.startOfDesign
    let finding = Diagnostic(
      rule: definition.id,
      variant: RuleVariant.Nowhere.name,
      severity: .info,
      message: step.value.message.map { text($0) } ?? "",
      why: said(step.value.why),
      help: said(step.value.help),
      primary: Label(place, target: "organization"),
      targets: ["organization"]
    )
    return Candidate(
      finding: finding,
      topSeverity: definition.topSeverity,
      isMissing: true,
      isEnforced: definition.isEnforced || definition.isFixed
    )
  }

  private mutating func bind(_ names: [BoundProgram]) {
    for bound in names {
      frame[bound.slot] = bound.program.evaluate(&frame, host: boxed, steps: steps)
    }
  }

  private mutating func finish(
    _ flagged: Flagged,
    _ step: FindingStep,
    _ number: Int
  ) -> Candidate? {
    let variant = group.variants[number]
    let (targets, subjects) = targets(step)
    guard !targets.isEmpty else { return nil }
    frame[step.more] = .string(more(flagged.more, variant.moreNoun))
    let severity =
      step.severities.first { test($0.condition) }?.severity ?? variant.severity
      ?? definition.severity
    let label = step.label.map { text($0) } ?? ""
    let finding = Diagnostic(
      rule: definition.id,
      variant: variant.identityName,
      severity: severity,
      message: step.message.map { text($0) } ?? "",
      why: said(step.why),
      help: said(step.help),
      primary: Label(places(step)[0], label, target: targets[0]),
      related: related(step),
      targets: targets,
      discriminator: identity(step),
      identifiesAllTargets: variant.isPair,
      elements: Set(flagged.elements).sorted(),
      relatedAreSteps: variant.relatedAreSteps
    )
    return Candidate(
      finding: finding,
      subjects: subjects,
      about: step.about.map { paths(of: $0) } ?? [],
      places: Set(flagged.places),
      topSeverity: definition.topSeverity,
      isMissing: variant.isMissing,
      isNotChecked: variant.isNotChecked,
      canBeNowhere: variant.nowhere != nil,
      yields: step.yields.map { yield in
        Candidate.Yield(terms: yield.yield, all: yield.all.map { Set(paths(of: $0)) })
      },
      leftTo: step.leftTo.flatMap { evaluate($0)?.asString } ?? "",
      absences: variant.absences,
      exemptedBy: host.exemptedBy(object),
      isEnforced: definition.isEnforced || definition.isFixed
    )
  }

  /// A part that comes out empty is left out.
  private mutating func said(_ template: CompiledTemplate?) -> String? {
    guard let template else { return nil }
    let said = text(template)
    return said.isEmpty ? nil : said
  }

  private func more(_ count: Int, _ noun: String) -> String {
    guard count > 0 else { return "" }
    return " (and \(count) more \(noun)\(count == 1 ? "" : "s"))"
  }
}

// MARK: - Parts of a finding

extension GroupRun {
  /// Returns what the finding is about, as written and with who acts in a seat in its place.
  private mutating func targets(_ step: FindingStep) -> (named: [String], subjects: [String]) {
    var (named, subjects): ([String], [String]) = ([], [])
    func path(_ value: Value) -> (named: String, subject: String)? {
      host.path(of: value).map { path in
        (path, kind.isWritten ? path : host.actingPath(of: value) ?? path)
      }
    }
    for program in step.targets {
      guard let value = evaluate(program) else { continue }
      // Of several equal ones the smallest comes first, wherever they are declared.
      let paths =
        value.asList.map { $0.compactMap(path).sorted { $0.named < $1.named } }
        ?? [path(value)].compactMap(\.self)
      named += paths.map(\.named)
      subjects += paths.map(\.subject)
    }
    return (named, subjects)
  }

  private mutating func paths(of program: Program) -> [String] {
    guard let value = evaluate(program) else { return [] }
    return value.asList?.compactMap { host.path(of: $0) } ?? host.path(of: value).map { [$0] } ?? []
  }

  private mutating func identity(_ step: FindingStep) -> String {
    guard let program = step.identity, let value = evaluate(program) else { return "" }
    if let list = value.asList {
      return list.compactMap { host.path(of: $0) ?? host.text(of: $0) }.joined(separator: " ")
    }
    return host.path(of: value) ?? host.text(of: value)
  }

  private mutating func elements(_ step: FindingStep) -> [String] {
    guard let program = step.elements, let value = evaluate(program) else { return [] }
    guard let list = value.asList else { return [host.path(of: value) ?? host.text(of: value)] }
    return list.map { host.path(of: $0) ?? host.text(of: $0) }
  }

  /// Returns where the finding points, and of a list of places the others after it.
  private mutating func places(_ step: FindingStep) -> [SourceSpan] {
    let value = step.place.flatMap { evaluate($0) } ?? object
    let spans =
      value.asList?.compactMap { host.span(of: $0) } ?? [host.span(of: value)].compactMap(\.self)
    return spans.isEmpty ? [host.span(of: object) ?? host.startOfDesign] : spans
  }

  private mutating func related(_ step: FindingStep) -> [Label] {
    step.related.flatMap { related -> [Label] in
      guard let each = related.each else { return label(related).map { [$0] } ?? [] }
      guard let list = evaluate(each.program)?.asList else { return [] }
      return list.compactMap { element in
        frame[each.slot] = element
        return label(related)
      }
    }
  }

  private mutating func label(_ related: CompiledRelated) -> Label? {
    if let condition = related.condition, !test(condition) { return nil }
    guard let value = evaluate(related.place), let span = host.span(of: value) else { return nil }
    return Label(
      span,
      related.label.map { text($0) } ?? "",
      target: host.path(of: value) ?? "",
      isStep: related.isStep
    )
  }

  /// The characters that one value brings into a text: a long list of ids has as many.
  private static let longestText = 1000

  /// An error inside a text shows a question mark and never stops the rule.
  private mutating func text(_ template: CompiledTemplate) -> String {
    var result = ""
    for segment in template.segments {
      switch segment {
      case .text(let text): result += text
      case .program(let program, let null):
        let value = program.evaluate(&frame, host: boxed, steps: steps)
        if let error = value.asError {
          fail(error.message)
          result += "?"
        } else {
          result += value.isNull ? null : shortened(host.text(of: value), to: GroupRun.longestText)
        }
      }
    }
    return result
  }
}

// MARK: - Steps

extension GroupRun {
  /// Returns the first step of the plan; with it the frame gets what holds for all objects.
  private mutating func guardStep() -> Computed<GuardStep> {
    if let first { return first }
    let step = group.guardStep.get()
    first = step
    frame = Frame(variableCount: step.value.slots.count)
    counted = 0
    frame[FrameSlots.today] = host.todayValue
    frame[FrameSlots.org] = .object(ObjectReference(.organization, 0))
    for (slot, value) in zip(FrameSlots.settings, inputs.settings) { frame[slot] = value }
    for (offset, parameter) in definition.parameters.enumerated() {
      let configured = inputs.parameters[parameter.name]
      let value = configured.map(parameter.defaultValue.merged) ?? parameter.defaultValue
      frame[FrameSlots.firstParameter + offset] = value.expressionValue(parameter.type)
    }
    note(step.value.problems)
    return step
  }

  private mutating func flagStep() -> Computed<FlagStep> {
    if let second { return second }
    let step = group.flagStep.get()
    second = step
    note(step.value.problems)
    return step
  }

  private mutating func findingStep(of variant: Int) -> Computed<FindingStep> {
    if let known = third[variant] { return known }
    let step = group.findingSteps[variant].get()
    third[variant] = step
    note(step.value.problems)
    return step
  }

  /// Takes what could not be planned for a failure; a rule that was checked has no such part.
  private mutating func note(_ problems: [Diagnostic]) {
    for problem in problems { fail(problem.message) }
  }

  /// The object that is looked at.
  private var object: Value { first.map { frame[$0.value.slots.object] } ?? .null }
}

// MARK: - Evaluation

extension GroupRun {
  /// Tells the budget what was taken since it was told last; false where there is nothing left.
  mutating func hasStepsLeft() -> Bool {
    guard let budget else { return true }
    budget.take(frame.stepsTaken - counted)
    counted = frame.stepsTaken
    return !budget.isExhausted
  }

  private mutating func test(_ program: Program) -> Bool {
    switch program.test(&frame, host: boxed, steps: steps) {
    case .success(let truth): return truth
    case .failure(let error):
      fail(error.message)
      return false
    }
  }

  /// Returns whether a condition is false; a failure leaves that open.
  private mutating func isFalse(_ program: Program) -> Bool {
    if case .success(false) = program.test(&frame, host: boxed, steps: steps) {
      true
    } else {
      false
    }
  }

  /// Returns the value; nil for null and for a failure, which is noted.
  private mutating func evaluate(_ program: Program) -> Value? {
    let value = program.evaluate(&frame, host: boxed, steps: steps)
    if let error = value.asError {
      fail(error.message)
      return nil
    }
    return value.isNull ? nil : value
  }

  private mutating func fail(_ message: String) {
    guard failureCounts[current] < RuleRun.failureLimit else { return }
    failureCounts[current] += 1
    let object = object
    let shown = host.path(of: object) ?? kind.name
    failures.append(
      Diagnostic(
        rule: "rule-failed",
        severity: .error,
        message: "rule '\(definition.id)' failed on \(shown): \(message)",
        help: "correct the rule; its other findings stand",
        primary: Label(
          group.variants[current].flag.map { definition.file.span(of: $0) }
            ?? SourceSpan(file: definition.file.yaml.file, start: 0, end: 0)
        ),
        related: host.span(of: object).map { [Label($0, "while it looked at this")] } ?? [],
        targets: ["file/" + definition.file.path],
        discriminator: group.variants[current].name + " " + shown
      )
    )
  }
}

extension Value {
  /// The value as a number to compare; true is 1.
  fileprivate var number: Double? {
    switch self {
    case .int(let int): Double(int)
    case .uint(let uint): Double(uint)
    case .double(let double): double
    case .bool(let bool): bool ? 1 : 0
    default: nil
    }
  }
}
