package import Diagnostics
import SourceText
import YAMLSyntax

/// Reads a rule file into a definition; every mistake becomes a diagnostic on the file.
package struct RuleDecoder {
  let file: RuleFile

  /// Whether the keys are taken unseen.
  private let isTrusted: Bool
  var rule: RuleDefinition
  package private(set) var diagnostics: [Diagnostic] = []

  private var yaml: YAMLFile { file.yaml }

  /// Returns the rule of a file, as far as it can be read, with what is wrong in it.
  ///
  /// - Parameter isTrusted: Whether the keys are known to be right, so that nobody looks for those
  ///   that are unknown or stand twice.
  package static func decode(
    _ file: RuleFile,
    isTrusted: Bool = false
  ) -> (rule: RuleDefinition?, problems: [Diagnostic]) {
    var decoder = RuleDecoder(file, isTrusted: isTrusted)
    for problem in file.yaml.problems {
      decoder.report(problem.message, at: problem.span, help: problem.help)
    }
    guard let root = file.yaml.documents.first, file.yaml.nodes[root].kind == .mapping else {
      if file.yaml.problems.isEmpty {
        decoder.report(
          "a rule file is a mapping with id, title, severity and what it flags",
          at: SourceSpan(file: file.yaml.file, start: 0, end: 0)
        )
      }
      return (nil, decoder.diagnostics)
    }
    if let key = file.yaml.value(named: "orglint", in: root)?.key {
      decoder.report(
        "this is a file of an org design, and here are rule files",
        at: file.yaml.span(of: key),
        help: "name the folder of the rules alone"
      )
      return (nil, decoder.diagnostics)
    }
    decoder.readRule(root)
    return (decoder.rule, decoder.diagnostics)
  }

  private init(_ file: RuleFile, isTrusted: Bool) {
    self.file = file
    self.isTrusted = isTrusted
    rule = RuleDefinition(file: file)
  }

  private static let ruleKeys = RuleKey.Table.rule.names
  private static let variantKeys = RuleKey.Table.variant.names

  private mutating func readRule(_ root: Int) {
    checkKeys(of: root, RuleDecoder.ruleKeys + RuleDecoder.variantKeys.dropFirst(), "a rule")
    var shared = RuleVariant()
    for entry in yaml.entries(of: root) {
      let key = yaml.text(of: entry.key)
      if RuleDecoder.ruleKeys.contains(key) {
        readRuleKey(key, entry)
      } else {
        readVariantKey(key, entry, &shared)
      }
    }
    if let variants = yaml.value(named: "variants", in: root) {
      for element in yaml.children(of: variants.value) {
        readVariant(yaml.resolved(element), shared)
      }
    } else if !rule.isRaisedByReport {
      rule.variants = [shared]
    }
    checkComplete(root)
  }

  private mutating func readVariant(_ node: Int, _ shared: RuleVariant) {
    guard yaml.nodes[node].kind == .mapping else {
      report("a variant is a mapping", at: yaml.span(of: node))
      return
    }
    checkKeys(of: node, RuleDecoder.variantKeys, "a variant")
    var variant = shared
    for entry in yaml.entries(of: node) {
      readVariantKey(yaml.text(of: entry.key), entry, &variant)
    }
    rule.variants.append(variant)
  }

  private mutating func readRuleKey(_ key: String, _ entry: YAMLEntry) {
    switch key {
    case "id": rule.id = text(entry)
    case "family": rule.family = text(entry)
    case "title": rule.title = text(entry)
    case "since": rule.since = text(entry)
    case "rationale": rule.rationale = text(entry)
    case "origin": rule.origin = texts(entry.value)
    case "fixed": rule.isFixed = bool(entry)
    case "enforced": rule.isEnforced = bool(entry)
    case "mark":
      rule.mark = choice(entry, RuleDefinition.Mark.init(rawValue:), "flagship or core")
    case "profiles":
      for node in yaml.elements(of: entry.value) {
        if let profile = RuleDefinition.Profile(rawValue: yaml.text(of: node)) {
          rule.profiles.insert(profile)
        } else {
          report(
            "'\(yaml.text(of: node))' is no profile: minimal, recommended or strict",
            at: yaml.span(of: node)
          )
        }
      }
    case "report":
      let word = choice(entry, { ["first", "all"].contains($0) ? $0 : nil }, "first or all")
      rule.reportsAllVariants = word == "all"
    case "raised_by":
      let word = choice(entry, { $0 == "report" ? $0 : nil }, "report")
      rule.isRaisedByReport = word != nil
    case "deprecated":
      rule.deprecated = RuleDefinition.Deprecation(
        since: member("since", of: entry.value),
        use: member("use", of: entry.value)
      )
    case "switched_on_by": rule.switches = texts(entry.value)
    case "params": readParameters(entry.value)
    case "sources":
      rule.sources = yaml.elements(of: entry.value).map { node in
        yaml.nodes[node].kind == .mapping
          ? RuleSource(text: member("text", of: node), grade: member("grade", of: node))
          : RuleSource(text: yaml.text(of: node), grade: "")
      }
    case "examples":
      for node in yaml.elements(of: entry.value) { readExample(node) }
    default: break
    }
  }

  private mutating func readVariantKey(
    _ key: String,
    _ entry: YAMLEntry,
    _ variant: inout RuleVariant
  ) {
    let value = entry.value
    switch key {
    case "name": variant.name = text(entry)
    case "in_identity": variant.isNameInIdentity = bool(entry)
    case "for": variant.kind = text(entry)
    case "each": variant.each = named(value).first
    case "let": variant.lets = named(value)
    case "when": variant.when = expression(entry)
    case "flag": variant.flag = expression(entry)
    case "severity": variant.severity = severity(entry, &variant)
    case "severity_when":
      variant.conditionalSeverities = yaml.elements(of: value).compactMap {
        conditionalSeverity($0)
      }
    case "missing": variant.isMissing = bool(entry)
    case "not_checked": variant.isNotChecked = bool(entry)
    case "pair": variant.isPair = bool(entry)
    case "steps": variant.relatedAreSteps = bool(entry)
    case "targets": variant.targets = yaml.elements(of: value).compactMap { expression($0) }
    case "identity": variant.identity = expression(entry)
    case "elements": variant.elements = expression(entry)
    case "about": variant.about = expression(entry)
    case "at": variant.place = expression(entry)
    case "worst": variant.worst = yaml.elements(of: value).compactMap { expression($0) }
    case "more_of": variant.moreNoun = text(entry)
    case "needs": variant.needs = texts(value)
    case "label": variant.label = template(entry)
    case "message": variant.message = template(entry)
    case "why": variant.why = template(entry)
    case "help": variant.help = template(entry)
    case "related": variant.related = yaml.elements(of: value).compactMap { relatedPlace($0) }
    case "yields_to": variant.yields = yaml.elements(of: value).compactMap { yield($0) }
    case "left_to": variant.leftTo = expression(entry)
    case "nowhere": variant.nowhere = nowhere(value)
    case "absence_of": variant.absences = texts(value).map { RuleVariant.Absence(field: $0) }
    default: break
    }
  }

  private mutating func checkComplete(_ root: Int) {
    // What is missing may stand behind the place where reading ended.
    guard yaml.problems.isEmpty else { return }
    let key = yaml.span(of: yaml.nodes[root].count > 0 ? root + 1 : root)
    if rule.id.isEmpty { report("a rule needs an id", at: key) }
    if !rule.id.isEmpty, !RuleDefinition.isID(rule.id) {
      report("an id is lower-case letters, digits and hyphens, as in acme-product-name", at: key)
    }
    if rule.title.isEmpty { report("a rule needs a title", at: key) }
    if rule.family.isEmpty { rule.family = String(rule.id.prefix { $0 != "-" }) }
    if rule.profiles.isEmpty { rule.profiles = [.recommended, .strict] }
    for variant in rule.variants where !rule.isRaisedByReport {
      let name = variant.name.isEmpty ? "the rule" : "variant '\(variant.name)'"
      if variant.flag == nil { report("\(name) has no flag, so it could never fire", at: key) }
      if variant.kind.isEmpty { report("\(name) does not say what it is for", at: key) }
      if variant.message == nil { report("\(name) has no message", at: key) }
      if variant.targets.isEmpty { report("\(name) has no targets", at: key) }
    }
  }
}

// MARK: - Parts

extension RuleDecoder {
  private mutating func conditionalSeverity(_ node: Int) -> RuleVariant.ConditionalSeverity? {
    checkKeys(of: node, RuleKey.Table.severityWhen.names, "a severity_when entry")
    guard let condition = yaml.value(named: "if", in: node).flatMap({ expression($0) }),
      let word = yaml.value(named: "severity", in: node),
      let severity = Severity(name: yaml.text(of: word.value))
    else {
      report("a severity_when entry is { if: …, severity: … }", at: yaml.span(of: node))
      return nil
    }
    return RuleVariant.ConditionalSeverity(condition: condition, severity: severity)
  }

  private mutating func relatedPlace(_ node: Int) -> RuleVariant.RelatedPlace? {
    checkKeys(of: node, RuleKey.Table.related.names, "a related place")
    guard let place = yaml.value(named: "at", in: node).flatMap({ expression($0) }) else {
      report("a related place needs at", at: yaml.span(of: node))
      return nil
    }
    return RuleVariant.RelatedPlace(
      each: yaml.value(named: "each", in: node).flatMap { named($0.value).first },
      condition: yaml.value(named: "if", in: node).flatMap { expression($0) },
      place: place,
      label: yaml.value(named: "label", in: node).flatMap { template($0) },
      isStep: yaml.value(named: "step", in: node).map { bool($0) } ?? false
    )
  }

  private mutating func nowhere(_ node: Int) -> RuleVariant.Nowhere? {
    checkKeys(of: node, RuleKey.Table.nowhere.names, "nowhere")
    guard let message = yaml.value(named: "message", in: node).flatMap({ template($0) }) else {
      report("nowhere needs a message", at: yaml.span(of: node))
      return nil
    }
    return RuleVariant.Nowhere(
      has: yaml.value(named: "has", in: node).flatMap { expression($0) },
      message: message,
      why: yaml.value(named: "why", in: node).flatMap { template($0) },
      help: yaml.value(named: "help", in: node).flatMap { template($0) }
    )
  }

  private mutating func yield(_ node: Int) -> RuleVariant.Yield? {
    checkKeys(of: node, RuleKey.Table.yield.names, "a yields_to entry")
    let rule = member("rule", of: node)
    let word = member("same", of: node)
    guard !rule.isEmpty, let same = RuleVariant.Sameness(rawValue: word.isEmpty ? "target" : word)
    else {
      report(
        "a yields_to entry is { rule: …, same: target, any-target, place or step }, or has all_of",
        at: yaml.span(of: node)
      )
      return nil
    }
    let variant = yaml.value(named: "variant", in: node).map { yaml.text(of: $0.value) }
    return RuleVariant.Yield(
      rule: rule,
      variant: variant,
      same: same,
      dropsElements: member("elements", of: node) == "true",
      ignoresSeverity: member("any_severity", of: node) == "true",
      all: yaml.value(named: "all_of", in: node).flatMap { expression($0) }
    )
  }

  private mutating func readParameters(_ node: Int) {
    for entry in yaml.entries(of: node) {
      let name = yaml.text(of: entry.key)
      checkKeys(of: entry.value, RuleKey.Table.parameter.names, "a parameter")
      guard let type = ParameterType(member("type", of: entry.value)) else {
        report(
          "parameter '\(name)' has no known type: bool, int, double, string, list(…), "
            + "map(string, …) or range",
          at: yaml.span(of: entry.key)
        )
        continue
      }
      let value =
        yaml.value(named: "default", in: entry.value).map { yaml.parameterValue($0.value) } ?? .null
      if !value.fits(type) {
        report("the default of '\(name)' is no \(type.name)", at: yaml.span(of: entry.value))
      }
      rule.parameters.append(
        RuleParameter(
          name: name,
          type: type,
          defaultValue: value,
          summary: member("doc", of: entry.value),
          grade: member("grade", of: entry.value),
          source: member("source", of: entry.value)
        )
      )
    }
  }

  private mutating func readExample(_ node: Int) {
    checkKeys(of: node, RuleKey.Table.example.names, "an example")
    var files: [(name: String, text: String)] = []
    if let design = yaml.value(named: "design", in: node) {
      files.append(("design.yaml", yaml.text(of: design.value)))
    }
    if let more = yaml.value(named: "files", in: node) {
      for entry in yaml.entries(of: more.value) {
        files.append((yaml.text(of: entry.key), yaml.text(of: entry.value)))
      }
    }
    if files.isEmpty { report("an example needs a design", at: yaml.span(of: node)) }
    let today = yaml.value(named: "today", in: node).flatMap { yaml.day($0.value) }
    rule.examples.append(
      RuleExample(
        name: member("name", of: node),
        files: files,
        today: today ?? RuleExample.defaultToday,
        parameters: pairs("params", of: node),
        settings: pairs("settings", of: node),
        stage: yaml.value(named: "stage", in: node).map { yaml.text(of: $0.value) },
        base: yaml.value(named: "base", in: node).map { yaml.text(of: $0.value) },
        isClosed: member("closed", of: node) == "true",
        span: yaml.span(of: node)
      )
    )
  }

  private func pairs(_ key: String, of node: Int) -> [(name: String, value: ParameterValue)] {
    guard let mapping = yaml.value(named: key, in: node) else { return [] }
    return yaml.entries(of: mapping.value).map {
      (yaml.text(of: $0.key), yaml.parameterValue($0.value))
    }
  }
}

extension RuleExample {
  /// 2026-11-22, in days since 1970-01-01: the day examples are judged on that name none.
  package static let defaultToday = 20_779
}

// MARK: - Values

extension RuleDecoder {
  private func text(_ entry: YAMLEntry) -> String { yaml.text(of: entry.value) }

  private func texts(_ node: Int) -> [String] {
    yaml.elements(of: node).filter { yaml.nodes[$0].kind == .scalar }.map { yaml.text(of: $0) }
  }

  private func member(_ key: String, of node: Int) -> String {
    yaml.value(named: key, in: node).map { yaml.text(of: $0.value) } ?? ""
  }

  private mutating func bool(_ entry: YAMLEntry) -> Bool {
    guard let bool = yaml.bool(entry.value) else {
      report("'\(yaml.text(of: entry.key))' is true or false", at: yaml.span(of: entry.value))
      return false
    }
    return bool
  }

  private mutating func choice<Choice>(
    _ entry: YAMLEntry,
    _ read: (String) -> Choice?,
    _ words: String
  ) -> Choice? {
    let choice = read(text(entry))
    if choice == nil {
      report("'\(yaml.text(of: entry.key))' is \(words)", at: yaml.span(of: entry.value))
    }
    return choice
  }

  private mutating func severity(_ entry: YAMLEntry, _ variant: inout RuleVariant) -> Severity? {
    if text(entry) == "off" {
      rule.isOffByDefault = true
      return .info
    }
    return choice(entry, Severity.init(name:), "error, warning, info or off")
  }

  private mutating func named(_ node: Int) -> [RuleVariant.NamedExpression] {
    guard yaml.nodes[node].kind == .mapping else {
      report("names with their expressions stand here", at: yaml.span(of: node))
      return []
    }
    return yaml.entries(of: node).compactMap { entry in
      expression(entry).map {
        RuleVariant.NamedExpression(name: yaml.text(of: entry.key), expression: $0)
      }
    }
  }

  private mutating func expression(_ entry: YAMLEntry) -> ExpressionSource? {
    if entry.place != entry.value {
      report(
        "an alias stands where an expression should; quote it",
        at: yaml.span(of: entry.place)
      )
      return nil
    }
    return expression(entry.value)
  }

  /// Reads an expression; what YAML takes for something else is an error that says how to write it.
  private mutating func expression(_ node: Int) -> ExpressionSource? {
    let scalar = yaml.nodes[node]
    guard scalar.kind == .scalar, scalar.count > 0, scalar.tag == .none else {
      report(
        "an expression should stand here, but YAML reads something else; quote it",
        at: yaml.span(of: node),
        help: "put the expression in double quotes, or below a | as a block"
      )
      return nil
    }
    return ExpressionSource(yaml.text(of: node), node: node)
  }

  private mutating func template(_ entry: YAMLEntry) -> TextTemplate? {
    guard yaml.nodes[entry.value].kind == .scalar, entry.place == entry.value else {
      report(
        "a text should stand here; quote it where it begins with a brace",
        at: yaml.span(of: entry.place)
      )
      return nil
    }
    return TextTemplate(yaml.text(of: entry.value), node: entry.value)
  }

  private mutating func checkKeys(of node: Int, _ known: [String], _ what: String) {
    guard !isTrusted, yaml.nodes[node].kind == .mapping else { return }
    for entry in yaml.entries(of: node) {
      let key = yaml.text(of: entry.key)
      guard !known.contains(key) else { continue }
      let nearest = NearestNames.of(key, among: known).first
      report(
        "\(what) has no key '\(key)'",
        at: yaml.span(of: entry.key),
        help: nearest.map { "did you mean '\($0)'?" }
      )
    }
    for duplicate in yaml.duplicateKeys(of: node) {
      report(
        "the key '\(yaml.text(of: duplicate.second))' stands twice",
        at: yaml.span(of: duplicate.second)
      )
    }
  }

  mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    diagnostics.append(file.problem(message, at: span, help: help))
  }
}
