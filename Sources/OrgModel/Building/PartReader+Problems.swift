import Diagnostics
import SourceText
import YAMLSyntax

// Every wording of the reader stands here.
extension PartReader {
  mutating func report(_ problem: YAMLProblem) {
    part.diagnostics.append(
      Diagnostic(
        rule: problem.id.rawValue,
        severity: .error,
        message: problem.message,
        help: problem.help,
        primary: Label(problem.span),
        related: problem.related.map { Label($0.span, $0.text) },
        targets: ["file/" + path]
      )
    )
    notePlace(of: yaml.node(beforeByte: problem.span.start) ?? 0)
  }

  /// Reports the invisible characters of a value.
  mutating func reportInvisible(_ node: Int, _ problem: YAMLProblem) {
    report(
      problem.id.rawValue,
      at: node,
      problem.message,
      help: problem.help,
      spot: problem.span
    )
  }

  mutating func reportVersionMissing(at node: Int) {
    report(
      "yaml-version",
      at: node,
      "this document does not say orglint: 1, so it is not read",
      help: "put orglint: 1 at the top of the document, or move the document out of the design"
    )
  }

  mutating func reportVersion(at node: Int) {
    report(
      "yaml-version",
      at: node,
      yaml.nodes[node].count == 0
        ? "this document does not say which version of the format it has, so it is not read"
        : "format version '\(name(node))' is not known, so the document is not read",
      help: "this orglint reads version 1: write orglint: 1, without quotes"
    )
  }

  mutating func reportType(_ node: Int, wanted: String) {
    report(
      "yaml-type",
      at: node,
      "\(subject) should be \(wanted), but \(found(node)) stands here",
      help: hint(node, wanted: wanted)
    )
  }

  mutating func reportKeyIsNoText(_ key: Int) {
    report("yaml-type", at: key, "a key should be a text, but \(found(key)) stands here")
  }

  mutating func reportNestedParallel(_ node: Int) {
    report(
      "yaml-type",
      at: node,
      "a parallel stands inside a parallel",
      help: "put all its steps into the outer one, or order them with id and after"
    )
  }

  mutating func reportValue(_ node: Int, _ word: String, _ words: [String], _ field: Field) {
    let known = field == .influenceEffect ? ["raises", "lowers"] : words
    let nearest = NearestNames.of(word, among: known).first
    report(
      "yaml-value",
      at: node,
      "\(subject) is '\(word)', which is none of \(known.joined(separator: ", "))",
      help: nearest.map { "did you mean '\($0)'?" }
    )
  }

  /// A word that no scheme has, or a letter that means two things.
  mutating func reportPart(_ node: Int, _ word: String) {
    let letter = word.count == 1 ? word.lowercased() : nil
    let schemes = DecisionLetters.allCases.filter { $0.words[letter ?? ""] != nil }
    guard let letter, !schemes.isEmpty else {
      let parts = word.split(whereSeparator: { "/,;+& ".contains($0) })
      let isSeveral =
        parts.count > 1
        && parts.allSatisfy {
          $0.count == 1 || DecisionPart(word: String($0), letters: .none) != nil
        }
      let nearest = NearestNames.of(
        word.lowercased(),
        among: DecisionPart.words + DecisionPart.aliases.keys.sorted()
      )
      report(
        "yaml-value",
        at: node,
        "\(subject) is '\(word)', which is none of \(DecisionPart.vocabularies)",
        help: isSeveral
          ? "write one step for each, such as { by: …, as: agree }"
          : nearest.first.map { "did you mean '\($0)'?" }
      )
      return
    }
    let meanings = schemes.map { "\($0.words[letter] ?? "") in \($0.rawValue.uppercased())" }
    report(
      "yaml-value",
      at: node,
      "\(subject) is the letter '\(word)', which means \(meanings.joined(separator: ", "))",
      help: "write the word, or say whose letters these are in .orglint.yaml: "
        + "settings: { decision_words: \(schemes[0].rawValue) }"
    )
  }

  mutating func reportNegative(_ node: Int) {
    report(
      "yaml-value",
      at: node,
      "\(subject) is \(name(node)), which is below 0",
      help: "write 0 or more"
    )
  }

  mutating func reportEmptyLimit(_ node: Int, _ least: Double, _ most: Double) {
    report(
      "yaml-value",
      at: node,
      "the min of \(subject) is above its max, so that no amount fits",
      help: "swap the two"
    )
  }

  mutating func reportVacantHolder(_ node: Int) {
    keyPath.append(Field.personHolder.key)
    report(
      "yaml-value",
      at: node,
      "\(subject) names somebody for a seat that is vacant",
      help: "drop vacant: true if somebody holds the seat, else drop holder"
    )
    keyPath.removeLast()
  }

  mutating func reportDate(_ node: Int) {
    report(
      "yaml-value",
      at: node,
      "\(subject) is '\(name(node))', which is no date",
      help: "write year, month and day, such as 2027-03-31"
    )
  }

  mutating func reportStepWithoutPart(_ node: Int) {
    report(
      "yaml-value",
      at: node,
      "this step does not say what it does, so it is left out",
      help: "add as: recommend, agree, approve, input, decide, perform or inform",
      lines: 1
    )
  }

  mutating func reportNoEffect(_ key: Int) {
    report(
      "yaml-value",
      at: key,
      "the influence on '\(name(key))' does not say which way, so it is left out",
      help: "write raises or lowers"
    )
  }

  mutating func reportEmptyKey(_ key: Int) {
    report(
      "yaml-empty-key",
      at: key,
      "'\(name(key))' has no value",
      help: "give it a value after a colon and a space, or delete it"
    )
  }

  mutating func checkID(_ key: Int) {
    checkAmbiguity(key)
    if isUsualID(key) || yaml.nodes[key].flags.contains(.cleaned) { return }
    let text = name(key)
    if !isLong(key), let wrong = text.unicodeScalars.first(where: { !isIDScalar($0) }) {
      report(
        "yaml-id",
        at: key,
        "the id '\(text)' has the character '\(wrong)', which an id does not take",
        help: "use letters, digits, and - _ . @ +"
      )
    } else if text.isEmpty || isLong(key) || text.unicodeScalars.count > 128 {
      report(
        "yaml-id",
        at: key,
        text.isEmpty ? "an id is empty" : "an id is longer than 128 characters",
        help: "give it a short id of its own"
      )
    }
  }

  /// Whether an id is of ASCII letters, digits and the signs it may have, as nearly all are.
  private func isUsualID(_ key: Int) -> Bool {
    yaml.withTextBytes(of: key) { bytes in
      guard 1...128 ~= bytes.count else { return false }
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "+"):
          continue
        default: return false
        }
      }
      return true
    }
  }

  private func isIDScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "@", "+": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  mutating func checkAmbiguity(_ node: Int) {
    guard yaml.nodes[node].style == .plain, let ambiguity = yaml.ambiguity(node) else { return }
    let text = name(node)
    report(
      "yaml-ambiguous-scalar",
      at: node,
      "other tools read the id \(text) as a \(word(for: ambiguity)); here it is the text '\(text)'",
      help: "put it in quotes: \"\(text)\"",
      severity: .info
    )
  }

  private func word(for ambiguity: YAMLAmbiguity) -> String {
    switch ambiguity {
    case .bool: "truth value"
    case .null: "missing value"
    case .number: "number"
    case .date: "date"
    case .merge: "special key"
    }
  }

  mutating func reportDuplicateKeys(of mapping: Int) {
    guard repeats.isFirst("yaml-duplicate-key", mapping, keyPath.last) else { return }
    for duplicate in yaml.duplicateKeys(of: mapping) {
      let key = name(yaml.resolved(duplicate.second))
      add(
        Diagnostic(
          rule: "yaml-duplicate-key",
          severity: .error,
          message: "the key '\(key)' stands twice in one mapping; the first counts",
          help: "delete one of the two, or rename it",
          primary: Label(yaml.span(of: duplicate.second), "again here"),
          related: [Label(yaml.span(of: duplicate.first), "first here")],
          targets: [target]
        ),
        at: duplicate.second
      )
    }
  }

  mutating func reportUnknownKey(_ key: Int, known: [String]) {
    // An invisible character may have run the key and its value together; it is reported already.
    if yaml.nodes[key].flags.contains(.cleaned) {
      part.isComplete = false
      return
    }
    guard repeats.isFirst("", key, nil, unknownKey: part.unknownKeys.count) else { return }
    guard part.unknownKeys.count < RepeatedProblems.unknownKeyLimit else {
      reportTooManyUnknownKeys(key)
      return
    }
    let name = name(key)
    part.unknownKeys.append(
      UnknownKey(
        key: name,
        span: yaml.span(of: key),
        holder: target,
        path: (keyPath + [name]).joined(separator: "."),
        suggestion: NearestNames.of(name, among: known).first,
        isInWaiver: isInWaiver
      )
    )
    noteIncentive(at: part.unknownKeys.count - 1, isUnknownKey: true)
  }

  private mutating func reportTooManyUnknownKeys(_ key: Int) {
    guard repeats.isFirst("yaml-limit", 0, nil) else { return }
    report(
      "yaml-limit",
      at: key,
      "the file has more than \(RepeatedProblems.unknownKeyLimit) unknown keys; those from here on "
        + "are not listed",
      help: "correct the keys, or begin those of your own with x-"
    )
  }

  mutating func expectMapping(_ node: Int, _ wanted: @autoclosure () -> String) -> Bool {
    if yaml.nodes[node].kind == .mapping { return true }
    if yaml.nodes[node].kind != .alias { reportType(node, wanted: "a mapping with \(wanted())") }
    part.hasRefusedEntries = true
    return false
  }

  private mutating func report(
    _ rule: String,
    at node: Int,
    _ message: String,
    help: String? = nil,
    severity: Severity = .error,
    spot: SourceSpan? = nil,
    lines: Int = 0
  ) {
    // A value that many entries have by aliases or merge keys is one problem.
    if place != nil {
      let position = repeats.isFull(severity) ? nil : part.diagnostics.count
      guard repeats.isFirst(rule, node, keyPath.last, diagnostic: position) else { return }
    }
    let written = spot ?? yaml.span(of: node)
    let span = place.map { yaml.span(of: $0) } ?? written
    let related = place == nil ? [] : [Label(written, "written here")]
    add(
      Diagnostic(
        rule: rule,
        severity: severity,
        message: message,
        help: help,
        primary: Label(span),
        related: related,
        targets: [target]
      ),
      at: node
    )
  }

  /// Adds what is wrong with a node, up to a limit for a file.
  private mutating func add(_ diagnostic: Diagnostic, at node: Int) {
    let room = repeats.room(for: diagnostic.severity)
    guard room > 0 else { return }
    guard room > 1 else {
      part.diagnostics.append(tooMany(diagnostic))
      return
    }
    part.diagnostics.append(diagnostic)
    notePlace(of: node)
    noteIncentive(at: part.diagnostics.count - 1)
  }

  /// Says in place of a diagnostic that the limit is reached.
  private func tooMany(_ diagnostic: Diagnostic) -> Diagnostic {
    let limit = RepeatedProblems.limit
    let isError = diagnostic.severity == .error
    return Diagnostic(
      rule: isError ? "yaml-limit" : diagnostic.rule,
      severity: diagnostic.severity,
      message: isError
        ? "the file has more than \(limit) errors; those from here on are not listed"
        : "the file has more than \(limit) such ids; those from here on are not listed",
      help: isError ? "correct the errors above; many of them often have one cause" : nil,
      primary: diagnostic.primary,
      targets: ["file/" + path],
      discriminator: "limit"
    )
  }

  /// Says with what was met more than once, through aliases or merge keys, how often.
  mutating func countRepeats() {
    for (index, count) in repeats.diagnostics {
      let others = count - 1
      part.diagnostics[index].message +=
        others == 1
        ? "; one more value comes from there"
        : "; \(others) more values come from there"
    }
    for (index, count) in repeats.unknownKeys { part.unknownKeys[index].entries = count }
  }

  /// Remembers which incentive a problem is about, for the number it has over all files.
  private mutating func noteIncentive(at problem: Int, isUnknownKey: Bool = false) {
    guard case .incentive = context, let incentive else { return }
    part.incentiveNotes.append(
      IncentiveNote(incentive: incentive, problem: problem, isUnknownKey: isUnknownKey)
    )
  }

  /// The field that is being read, as a message names it.
  private var subject: String {
    mutating get {
      keyPath.isEmpty ? "this" : "'\(keyPath.joined(separator: "."))' of \(holder)"
    }
  }

  private var isInWaiver: Bool {
    if case .waiver = context { true } else { false }
  }

  /// Whose field it is; a waiver has no id, and its target is another thing.
  private var holder: String {
    mutating get {
      if isInWaiver { return "a waiver" }
      let target = target
      guard let slash = target.firstIndex(of: "/") else { return target }
      return "\(target[..<slash]) '\(target[target.index(after: slash)...])'"
    }
  }

  private mutating func found(_ node: Int) -> String {
    switch yaml.nodes[node].kind {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias of nothing"
    case .scalar:
      switch yaml.scalar(node) {
      case .null: "nothing"
      case .bool, .int, .float, .string: "'\(name(node))'"
      }
    }
  }

  private mutating func hint(_ node: Int, wanted: String) -> String? {
    guard yaml.nodes[node].kind == .scalar else { return nil }
    let text = name(node)
    if yaml.nodes[node].style != .plain {
      let isMeant =
        wanted == "true or false"
        ? ["true", "false"].contains(text) : wanted.contains("a number") && Double(text) != nil
      return isMeant ? "write it without quotes: \(text)" : nil
    }
    guard wanted == "true or false" else { return nil }
    switch text.lowercased() {
    case "yes", "y", "on": return "write true"
    case "no", "n", "off": return "write false"
    default: return nil
    }
  }

  /// What the problem is about, as `kind/id`.
  var target: String {
    mutating get {
      if let knownTarget { return knownTarget }
      let target = findTarget()
      knownTarget = target
      return target
    }
  }

  private mutating func findTarget() -> String {
    switch context {
    case .file: return "file/" + path
    case .organization: return "organization"
    case .entry(let kind, let id): return kind.name + "/" + name(id)
    case .incentive(let holder, let position, let value):
      let metric = yaml.value(named: "metric", in: value).map { name($0.value) } ?? ""
      return IncentivePath.text(
        holder: name(holder),
        metric: metric.isEmpty ? String(position + 1) : metric,
        occurrence: 1
      )
    case .waiver(let value):
      let target = yaml.value(named: "target", in: value).map { name($0.value) } ?? ""
      return target.isEmpty ? "organization" : target
    }
  }
}
