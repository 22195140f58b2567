import CEL
import Diagnostics
import OrgAnalysis
import SourceText
import YAMLSyntax

/// One variant of a rule at work, with the frame it evaluates in.
struct VariantRun: Sendable {
  private let compiled: CompiledVariant
  private let host: DesignHost
  private let boxed: any Host
  private let inputs: RunInputs

  /// What is planned of the variant, as far as objects needed it.
  private var first: Computed<GuardStep>?
  private var second: Computed<FlagStep>?
  private var third: Computed<FindingStep>?
  private var frame = Frame(variableCount: 0)
  private(set) var failures: [Diagnostic] = []

  /// More failures of one variant say nothing new.
  private static let failureLimit = 3

  init(
    _ compiled: CompiledVariant,
    _ host: DesignHost,
    _ boxed: any Host,
    _ inputs: RunInputs
  ) {
    self.compiled = compiled
    self.host = host
    self.boxed = boxed
    self.inputs = inputs
  }

  var kind: ObjectKind { compiled.kind }

  private var definition: RuleDefinition { compiled.definition }

  /// Returns the objects of a range that the guard lets through, ascending; all of them where the
  /// guard can only be asked with names.
  ///
  /// Nearly all objects end here, so this is where most of the time of a rule goes.
  mutating func passing(_ range: Range<Int>) -> [Int] {
    guard !range.isEmpty else { return [] }
    let step = guardStep()
    guard let when = step.value.when else { return Array(range) }
    let (slot, kind) = (step.value.slots.object, compiled.kind)
    var passing: [Int] = []
    for index in range {
      frame[slot] = .object(ObjectReference(kind, index))
      if test(when) { passing.append(index) }
    }
    return passing
  }

  /// Returns what the variant flags about an object that passes its guard, one finding for each
  /// identity.
  mutating func candidates(for index: Int) -> [Candidate] {
    frame[guardStep().value.slots.object] = .object(ObjectReference(compiled.kind, index))
    let step = flagStep().value
    guard let each = step.each else {
      guard isFlagged(step) else { return [] }
      let found = findingStep().value
      bind(found.lets)
      let flagged = Flagged(
        element: nil,
        isStandIn: false,
        worst: [],
        elements: elements(found),
        places: places(found),
        more: 0
      )
      return finish(flagged, found).map { [$0] } ?? []
    }
    guard let list = evaluate(each.program)?.asList, !list.isEmpty else { return [] }
    var groups = FlaggedGroups()
    for element in list {
      frame[each.slot] = element
      guard isFlagged(step) else { continue }
      let found = findingStep().value
      bind(found.lets)
      let (targets, subjects) = targets(found)
      let flagged = Flagged(
        element: element,
        isStandIn: targets != subjects,
        worst: found.worst.map { evaluate($0)?.number ?? 0 },
        elements: elements(found),
        places: places(found),
        more: 0
      )
      groups.add(flagged, identity: subjects + [identity(found)])
    }
    return groups.merged.compactMap { flagged in
      // The names of the candidate that is shown are set anew.
      frame[each.slot] = flagged.element ?? .null
      let found = findingStep().value
      bind(step.guardLets)
      bind(step.lets)
      bind(found.lets)
      return finish(flagged, found)
    }
  }

  private mutating func isFlagged(_ step: FlagStep) -> Bool {
    bind(step.guardLets)
    if let when = step.when, !test(when) { return false }
    bind(step.lets)
    return step.flag.map { test($0) } ?? false
  }

  private mutating func bind(_ names: [BoundProgram]) {
    for bound in names {
      frame[bound.slot] = bound.program.evaluate(&frame, host: boxed)
    }
  }

  private mutating func finish(_ flagged: Flagged, _ step: FindingStep) -> Candidate? {
    let (targets, subjects) = targets(step)
    guard !targets.isEmpty else { return nil }
    frame[step.more] = .string(more(flagged.more))
    let severity =
      step.severities.first { test($0.condition) }?.severity ?? compiled.variant.severity
      ?? definition.severity
    let label = step.label.map { text($0) } ?? ""
    let finding = Diagnostic(
      rule: definition.id,
      variant: compiled.variant.identityName,
      severity: severity,
      message: step.message.map { text($0) } ?? "",
      why: said(step.why),
      help: said(step.help),
      primary: Label(places(step)[0], label, target: targets[0]),
      related: related(step),
      targets: targets,
      discriminator: identity(step),
      identifiesAllTargets: compiled.variant.isPair,
      elements: Set(flagged.elements).sorted(),
      relatedAreSteps: compiled.variant.relatedAreSteps
    )
    return Candidate(
      finding: finding,
      subjects: subjects,
      about: step.about.map { paths(of: $0) } ?? [],
      places: Set(flagged.places),
      topSeverity: definition.topSeverity,
      isMissing: compiled.variant.isMissing,
      isNotChecked: compiled.variant.isNotChecked,
      yields: step.yields.map { yield in
        Candidate.Yield(terms: yield.yield, all: yield.all.map { Set(paths(of: $0)) })
      },
      leftTo: step.leftTo.flatMap { evaluate($0)?.asString } ?? "",
      absences: compiled.variant.absences,
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

  private func more(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return " (and \(count) more \(compiled.variant.moreNoun)\(count == 1 ? "" : "s"))"
  }
}

// MARK: - Parts of a finding

extension VariantRun {
  /// Returns what the finding is about, as written and with who acts in a seat in its place.
  private mutating func targets(_ step: FindingStep) -> (named: [String], subjects: [String]) {
    var (named, subjects): ([String], [String]) = ([], [])
    func add(_ value: Value) {
      guard let path = host.path(of: value) else { return }
      named.append(path)
      subjects.append(host.actingPath(of: value) ?? path)
    }
    for program in step.targets {
      guard let value = evaluate(program) else { continue }
      if let list = value.asList { list.forEach(add) } else { add(value) }
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

  /// An error inside a text shows a question mark and never stops the rule.
  private mutating func text(_ template: CompiledTemplate) -> String {
    var result = ""
    for segment in template.segments {
      switch segment {
      case .text(let text): result += text
      case .program(let program, let null):
        let value = program.evaluate(&frame, host: boxed)
        if let error = value.asError {
          fail(error.message)
          result += "?"
        } else {
          result += value.isNull ? null : host.text(of: value)
        }
      }
    }
    return result
  }
}

// MARK: - Steps

extension VariantRun {
  /// Returns the first step of the plan; with it the frame gets what holds for all objects.
  private mutating func guardStep() -> Computed<GuardStep> {
    if let first { return first }
    let step = compiled.guardStep.get()
    first = step
    frame = Frame(variableCount: step.value.slots.count)
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
    let step = compiled.flagStep.get()
    second = step
    note(step.value.problems)
    return step
  }

  private mutating func findingStep() -> Computed<FindingStep> {
    if let third { return third }
    let step = compiled.findingStep.get()
    third = step
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

extension VariantRun {
  private mutating func test(_ program: Program) -> Bool {
    switch program.test(&frame, host: boxed) {
    case .success(let truth): return truth
    case .failure(let error):
      fail(error.message)
      return false
    }
  }

  /// Returns the value; nil for null and for a failure, which is noted.
  private mutating func evaluate(_ program: Program) -> Value? {
    let value = program.evaluate(&frame, host: boxed)
    if let error = value.asError {
      fail(error.message)
      return nil
    }
    return value.isNull ? nil : value
  }

  private mutating func fail(_ message: String) {
    guard failures.count < VariantRun.failureLimit else { return }
    let object = object
    let shown = host.path(of: object) ?? compiled.kind.name
    failures.append(
      Diagnostic(
        rule: "rule-failed",
        severity: .error,
        message: "rule '\(definition.id)' failed on \(shown): \(message)",
        help: "correct the rule; its other findings stand",
        primary: Label(
          compiled.variant.flag.map { definition.file.span(of: $0) }
            ?? SourceSpan(file: definition.file.yaml.file, start: 0, end: 0)
        ),
        related: host.span(of: object).map { [Label($0, "while it looked at this")] } ?? [],
        targets: ["file/" + definition.file.path],
        discriminator: compiled.variant.name + " " + shown
      )
    )
  }
}

/// A candidate that the flag is true for.
private struct Flagged {
  var element: Value?

  /// Whether it names a seat that somebody acts in.
  var isStandIn: Bool
  var worst: [Double]
  var elements: [String]
  var places: [SourceSpan]
  var more: Int
}

/// The candidates of one object, of each identity the worst.
private struct FlaggedGroups {
  private var flagged: [Flagged] = []
  private var all: [Set<String>] = []
  private var places: [[SourceSpan]] = []
  private var positions: [[String]: Int] = [:]

  mutating func add(_ candidate: Flagged, identity: [String]) {
    guard let position = positions[identity] else {
      positions[identity] = flagged.count
      all.append(Set(candidate.elements))
      places.append(candidate.places)
      flagged.append(candidate)
      return
    }
    all[position].formUnion(candidate.elements)
    places[position] += candidate.places
    if isWorse(candidate, than: flagged[position]) { flagged[position] = candidate }
  }

  /// The shown candidates with the elements and places of all, and how many elements they do not
  /// speak of.
  var merged: [Flagged] {
    flagged.indices.map { position in
      var candidate = flagged[position]
      candidate.more = all[position].subtracting(candidate.elements).count
      candidate.elements = Array(all[position])
      candidate.places = places[position]
      return candidate
    }
  }

  /// One about the person before one about a seat the person acts in; of equals the one with the
  /// smallest element counts.
  private func isWorse(_ candidate: Flagged, than known: Flagged) -> Bool {
    if candidate.isStandIn != known.isStandIn { return known.isStandIn }
    if candidate.worst != known.worst {
      return known.worst.lexicographicallyPrecedes(candidate.worst)
    }
    return candidate.elements.lexicographicallyPrecedes(known.elements)
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
