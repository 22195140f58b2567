import RuleLanguage

/// Something that is in force differently at the two sides of a change.
package struct InForceChange: Sendable {
  /// In words; of several rules where it is about them.
  package var text: String { text(of: rules) }

  /// What is different about the rules, and where; all of the words where it is about none.
  private var words: String
  private var part = ""
  private(set) var rules: [String] = []

  /// Whether it can only bring findings and silences none.
  package var isHarmless = false

  /// What it can be the reason of.
  var subject: Subject

  /// What may go quiet by a change.
  enum Subject: Hashable, Sendable {
    /// Findings of the rules it is about.
    case rules

    /// What stands in files that are not read any more.
    case files

    /// The run, which fails on less.
    case gate

    /// Findings of any rule.
    case anything

    /// Single findings, which say themselves what silences them.
    case single
  }

  /// Whether it lets the run pass more than before.
  package var isGate: Bool { subject == .gate && !isHarmless }

  /// Whether it silences single findings, and changes nothing of how others come about.
  package var isSingle: Bool { subject == .single }

  /// Takes what silences single findings, in words.
  package init(single text: String, isHarmless: Bool = false) {
    self.init(text: text, isHarmless: isHarmless, subject: .single)
  }

  init(text: String, isHarmless: Bool = false, subject: Subject) {
    words = text
    self.isHarmless = isHarmless
    self.subject = subject
  }

  /// - Parameters:
  ///   - part: The part of the design, with a blank before it; empty for all of it.
  ///   - words: The key, before and after.
  init(
    rule: String,
    part: String,
    key: String,
    _ words: String,
    isHarmless: Bool
  ) {
    self.init(text: words, isHarmless: isHarmless, subject: .rules)
    rules = [rule]
    self.part = part
    self.key = key
  }

  private var key = ""

  /// Adds a rule of which the same is different.
  mutating func add(_ rule: String) { rules.append(rule) }

  /// In words about some of its rules.
  func text(of rules: [String]) -> String {
    key.isEmpty ? words : "\(key) of \(rules.joined(separator: ", "))\(part): \(words)"
  }
}

extension InForceChange {
  /// Returns all that is in force differently at the head, what may silence something first.
  ///
  /// Cost: linear in what is in force.
  ///
  /// - Parameter single: What else the change does to what silences single findings.
  package static func all(
    from base: InForce,
    to head: InForce,
    single: [InForceChange]
  ) -> [InForceChange] {
    var changes = base.mistakes.prefix(3).map {
      InForceChange(
        text: "the base has a mistake, so only the rest of it counts: \($0)",
        subject: .anything
      )
    }
    changes += file(base, head)
    changes += rules(base, head)
    changes += RowComparison(InForceRow.all(of: base), InForceRow.all(of: head)).changes
    changes += baseline(base, head)
    changes += silencers(base, head) + single
    return (0...6).flatMap { rank in changes.filter { $0.rank == rank } }
  }

  /// The order in which changes are told: what lets most pass comes first.
  private var rank: Int {
    if isHarmless { return 6 }
    switch subject {
    case .gate: return 0
    case .rules where key.isEmpty || words.hasSuffix("→ off"): return 1
    case .anything: return 2
    case .rules: return 3
    case .files: return 4
    case .single: return 5
    }
  }

  private static func file(_ base: InForce, _ head: InForce) -> [InForceChange] {
    let text: String
    switch (base.path, head.path) {
    case (nil, nil): return []
    case (nil, let new?): text = "configuration \(new) added"
    case (let old?, nil): text = "configuration \(old) removed"
    case (let old?, let new?):
      guard base.pattern(old).absolute != head.pattern(new).absolute else { return [] }
      text = "configuration \(new) takes the place of \(old)"
    }
    return [InForceChange(text: text, subject: .anything)]
  }

  /// Rules of packs that came or went.
  private static func rules(_ base: InForce, _ head: InForce) -> [InForceChange] {
    let (old, new) = (Set(base.rules.map(\.id)), Set(head.rules.map(\.id)))
    let gone = base.rules.filter { !new.contains($0.id) }.map { rule in
      var change = InForceChange(
        text: "rule \(rule.id) of \(rule.file.path) is gone",
        subject: .rules
      )
      change.rules = [rule.id]
      return change
    }
    let came = head.rules.filter { !old.contains($0.id) }.map { rule in
      InForceChange(
        text: "rule \(rule.id) of \(rule.file.path) is new",
        isHarmless: true,
        subject: .rules
      )
    }
    return gone + came
  }

  private static func baseline(_ base: InForce, _ head: InForce) -> [InForceChange] {
    let (old, new) = (Set(base.baseline?.entries ?? []), Set(head.baseline?.entries ?? []))
    guard let path = head.baselinePath ?? base.baselinePath else { return [] }
    var changes: [InForceChange] = []
    if let former = base.baselinePath, head.baselinePath != nil,
      base.pattern(former).absolute != head.pattern(path).absolute
    {
      let text = "baseline \(path) takes the place of \(former)"
      changes.append(InForceChange(text: text, isHarmless: new.isSubset(of: old), subject: .single))
    }
    for (entries, word) in [(new.subtracting(old), "added"), (old.subtracting(new), "removed")]
    where !entries.isEmpty {
      let noun = entries.count == 1 ? "entry" : "entries"
      changes.append(
        InForceChange(
          text: "baseline \(path): \(entries.count) \(noun) \(word) (\(byRule(entries)))",
          isHarmless: word == "removed",
          subject: .single
        )
      )
    }
    return changes
  }

  /// How many entries there are of each rule: `tl-missing 2, po-missing 1`.
  private static func byRule(_ entries: Set<Baseline.Entry>) -> String {
    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.identity.first ?? "", default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func silencers(_ base: InForce, _ head: InForce) -> [InForceChange] {
    head.silencers.subtracting(base.silencers).sorted().map {
      InForceChange(text: "\($0.words) added", subject: .single)
    }
      + base.silencers.subtracting(head.silencers).sorted().map {
        InForceChange(text: "\($0.words) removed", isHarmless: true, subject: .single)
      }
  }
}
