import Testing

/// What bad input gets: one case a line, the problems with their places.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let input: String
    let expected: [String]

    /// The text stands below `orglint: 1`, so that its first line is line 2.
    init(_ input: String, _ expected: String...) {
      self.input = input
      self.expected = expected
    }

    var testDescription: String { input.replacing("\n", with: "⏎") }
  }

  @Test(arguments: [
    Case("people:\n\tana: {}", "yaml-syntax 3:1 a tab stands where YAML takes only spaces"),
    Case("people: {\tana: {} }"),
    Case(
      "people:\n  ana: {}\nproducts: { app: {}",
      "yaml-syntax 5:1 a comma or a `}` is missing before this"
    ),
    Case("people:\n  ana: *x", "yaml-syntax 3:8 `*x` is an alias, and nothing before it has *"),
    Case(
      "people: { ana: { name: \"a\u{7}b\" } }",
      "yaml-encoding 2:26 the character U+0007 is not allowed in YAML"
    ),
  ])
  func `text that is no YAML`(item: Case) { check(item) }

  @Test(arguments: [
    Case("people\u{A0}: { ana: {} }", "yaml-invisible 2:7 the key 'people\u{A0}' contains *"),
    Case("people: { \u{200B}ana: {} }", "yaml-invisible 2:11 the key * U+200B (zero width space)"),
    Case("people: { ana: { ti\u{AD}tle: a } }", "yaml-invisible 2:20 * U+00AD (soft hyphen)"),
    Case("units: { u: { lead: a\u{A0}b } }\npeople: { ab: {} }", "yaml-invisible 2:22 the value *"),
    Case("units: { u: { members: [\"a\\_\"] } }\npeople: { a: {} }", "yaml-invisible 2:25 *"),
    Case("units: { u: { cost_split: { k\u{A0}: 1 } } }\npockets: { k: {} }", "yaml-invisible *"),
    Case("products: { a: { stage: live\u{2060} } }", "yaml-invisible 2:29 the value *"),
    Case("metrics: { m: { drives: { k: raises\u{A0} } }, k: {} }", "yaml-invisible 2:36 *"),
    Case("decisions: { d: { requester: po\u{A0} } }", "yaml-invisible 2:32 *"),
    Case(
      "decisions: { d: { steps: [{ by: t\u{A0}l, as: de\u{AD}cide, id: a\u{AD} }] } }",
      "yaml-invisible 2:34 *",
      "yaml-invisible 2:44 *",
      "yaml-invisible 2:56 *"
    ),
    Case(
      "waivers: [{ rule: po-missing\u{A0}, target: product/a\u{A0} }]",
      "yaml-invisible *",
      "yaml-invisible *"
    ),
    Case(
      "incentives: { ana\u{A0}: [{ metric: m }] }\npeople: { ana: {} }\nmetrics: { m: {} }",
      "yaml-invisible *"
    ),
    // Prose may have any; what runs into its value is told once.
    Case("people: { ana: { name: A\u{A0}B } }"),
    Case("people: { ana: { unit:\u{A0}u } }", "yaml-invisible 2:23 the key *"),
  ])
  func `characters that nobody sees`(item: Case) {
    check(item)
    let reading = Reading("orglint: 1\n" + item.input)
    #expect(reading.unknownKeys == [] && reading.references == [])
  }

  @Test(arguments: [
    Case("people: { ana: { title: a, title: b } }", "yaml-duplicate-key 2:28 the key 'title' *"),
    Case("people: { ana: { x-a: 1, x-a: 2 } }", "yaml-duplicate-key 2:26 the key 'x-a' *"),
    Case("units: { u: { cost_split: { a: 1, a: 2 } } }", "yaml-duplicate-key 2:35 the key 'a' *"),
    Case("people: {}\nunits: {}\npeople: {}", "yaml-duplicate-key 4:1 the key 'people' *"),
    Case("orglint: 1", "yaml-duplicate-key 2:1 the key 'orglint' *"),
    Case("organization: { name: a, name: b }", "yaml-duplicate-key 2:26 the key 'name' *"),
    Case("incentives: { ana: [], ana: [] }", "yaml-duplicate-key 2:24 the key 'ana' *"),
    Case(
      "decisions: { d: { limits: { amount: {}, amount: {} } } }",
      "yaml-duplicate-key 2:41 the key 'amount' *"
    ),
    Case(
      "x-b: &b { title: a }\npeople: { ana: { <<: *b, <<: *b } }",
      "yaml-duplicate-key 3:26 the key '<<' *"
    ),
    // The ids of a section are `ref-duplicate-id`.
    Case("people: { ana: {}, ana: {} }"),
  ])
  func `a key twice in one mapping`(item: Case) { check(item) }

  @Test(arguments: [
    Case("people: [a]", "yaml-type 2:9 this should be a mapping with people by their ids, but a *"),
    Case("people: ana", "yaml-type 2:9 this should be a mapping * but 'ana' stands here"),
    Case("people: { ana: bo }", "yaml-type 2:16 this should be a mapping with the fields of a *"),
    Case("organization: Acme", "yaml-type 2:15 this should be a mapping with fields such as *"),
    Case("waivers: { rule: x }", "yaml-type 2:10 this should be a list of waivers, but a *"),
    Case("waivers: [x]", "yaml-type 2:11 this should be a mapping with the fields of a waiver, *"),
    Case(
      "waivers: [{ target: {} , until: never }]",
      "yaml-type 2:21 'target' of a waiver should be what is waived*",
      "yaml-value 2:33 'until' of a waiver is 'never', which is no date*"
    ),
    Case("incentives: { ana: [nps] }", "yaml-type 2:21 * the fields of an incentive, but 'nps' *"),
    Case("people: { ana: { unit: [a, b] } }", "yaml-type 2:24 'unit' * the id of one unit, *"),
    Case("people: { ana: { dotted: { a: b } } }", "yaml-type 2:26 'dotted' * a list of ids, *"),
    Case("people: { ana: { dotted: [a, [b]] } }", "yaml-type 2:30 'dotted' * the id of a person*"),
    Case("people: { ana: { title: [a] } }", "yaml-type 2:25 'title' of person 'ana' * a text, *"),
    Case("people: { ana: { grade: [7] } }", "yaml-type 2:25 'grade' * a number or a text, *"),
    Case(
      "people: { ana: { vacant: yes } }",
      "yaml-type 2:26 'vacant' * true or false, but 'yes' *"
    ),
    Case("people: { ana: { vacant: \"true\" } }", "yaml-type 2:26 'vacant' * true or false, *"),
    Case("people: { ana: { since: [x] } }", "yaml-type 2:25 'since' of person 'ana' * a date, *"),
    Case(
      "units: { u: { headcount: many } }",
      "yaml-type 2:26 'headcount' * a number, but 'many' *"
    ),
    Case(
      "units: { u: { headcount: .inf } }",
      "yaml-type 2:26 'headcount' * a number, but '.inf' *"
    ),
    Case("units: { u: { cost_split: [a] } }", "yaml-type 2:27 'cost_split' * percentages by *"),
    Case(
      "units: { u: { cost_split: { a: x } } }",
      "yaml-type 2:32 'cost_split.a' * a percentage, *"
    ),
    Case("metrics: { a: { drives: { b: [raises] } } }", "yaml-type 2:30 'drives.b' * raises, *"),
    Case(
      "decisions: { d: { scope: [a] } }",
      "yaml-type 2:26 'scope' * the fields of *, but a list *"
    ),
    Case(
      "decisions: { d: { steps: [po] } }",
      "yaml-type 2:27 'steps' * a step, { by: …, as: … }, *"
    ),
    Case(
      "decisions: { d: { limits: { a: 5 } } }",
      "yaml-type 2:32 'limits.a' * { min: …, max: … }, *"
    ),
    Case(
      "decisions: { d: { limits: { a: { min: x } } } }",
      "yaml-type 2:39 'limits.a.min' of decision 'd' should be a number, but 'x' stands here"
    ),
    Case(
      "decisions: { d: { steps: [{ by: [po], as: decide }] } }",
      "yaml-type 2:33 'steps.by' of decision 'd' should be a selector such as po, *"
    ),
    Case(
      "decisions: { d: { steps: [{ parallel: [{ parallel: [] }] }] } }",
      "yaml-type 2:40 a parallel stands inside a parallel"
    ),
    Case(
      "initiatives: { i: { anchors: { app: [a] } } }",
      "yaml-type 2:37 'anchors.app' * one person*"
    ),
    Case("people: { ? [a] : {} }", "yaml-type 2:13 a key should be a text, but a list stands here"),
    Case("people: { ana: { <<: text } }", "yaml-type 2:22 `<<` takes a mapping or a list of *"),
  ])
  func `a wrong type`(item: Case) { check(item) }

  @Test(arguments: [
    Case(
      "products: { app: { stage: lve } }",
      "yaml-value 2:27 'stage' of product 'app' is 'lve', *"
    ),
    Case(
      "decisions: { d: { class: tacticl } }",
      "yaml-value 2:26 'class' * 'tacticl', * tactical, *"
    ),
    Case(
      "forums: { f: { powers: vote } }",
      "yaml-value 2:24 'powers' of forum 'f' is 'vote', which *"
    ),
    Case(
      "decisions: { d: { steps: [{ by: po, as: agre }] } }",
      "yaml-value 2:41 'steps.as' *'agre', *"
    ),
    Case(
      "decisions: { d: { steps: [{ by: po }] } }",
      "yaml-value 2:27 this step does not say what *"
    ),
    Case(
      "metrics: { a: { drives: { b: {} } } }",
      "yaml-value 2:27 the influence on 'b' does not *"
    ),
    Case(
      "metrics: { a: { drives: { b: } } }",
      "yaml-value 2:27 the influence on 'b' does not say *"
    ),
    Case(
      "metrics: { a: { drives: { b: up } } }",
      "yaml-value 2:30 'drives.b.effect' of metric 'a' *"
    ),
    Case("people: { ana: { since: 2026-02-30 } }", "yaml-value 2:25 'since' * which is no date"),
    Case("people: { ana: { since: 2026-2-3 } }", "yaml-value 2:25 'since' * which is no date"),
    Case("people: { ana: { since: 2026-02-28 } }"),
    Case("metrics: { a: { drives: { b: \"+\", c: \"-\" } } }"),
    // Words of RAPID, RACI, DACI and OVIS, in whatever letter case.
    Case(
      "decisions: { d: { steps: [{ by: po, as: Accountable }, { by: tl, as: veto }, "
        + "{ by: po, as: DECIDE }] } }"
    ),
    Case(
      "decisions: { d: { steps: [{ by: po, as: a }] } }",
      "yaml-value 2:41 * is the letter 'a', which means decide in RACI, decide in DACI, agree in *"
    ),
    Case(
      "decisions: { d: { steps: [{ by: po, as: A/R }] } }",
      "yaml-value 2:41 * is 'A/R', which is none of recommend, * (RAPID); * (RACI); * (OVIS)"
    ),
    Case(
      "decisions: { d: { steps: [{ by: po, as: [agree, decide] }] } }",
      "yaml-type 2:41 'steps.as' * one of recommend, *, but a list stands here"
    ),
    Case(
      "units: { u: { headcount: -1 } }",
      "yaml-value 2:26 'headcount' of unit 'u' is -1, *"
    ),
    Case("people: { ana: { share: -0.5 } }", "yaml-value 2:25 'share' of person 'ana' is -0.5, *"),
    Case("people: { ana: { share: half } }", "yaml-type 2:25 'share' * a number, *"),
    Case("people: { ana: { share: 0 } }\nunits: { u: { headcount: 0 } }"),
    Case(
      "people: { ana: { employment: freelancer } }",
      "yaml-value 2:30 'employment' * employee, contractor, vendor, advisor"
    ),
    Case(
      "decisions: { d: { limits: { a: { min: 5, max: 2 }, b: { min: 2, max: 2 } } } }",
      "yaml-value 2:32 the min of 'limits.a' of decision 'd' is above its max, so that no *"
    ),
    Case(
      "people: { s: { holder: h1, vacant: true }, t: { holder: h1, vacant: false } }",
      "yaml-value 2:24 'holder' of person 's' names somebody for a seat that is vacant"
    ),
    Case(
      "x-h: &h { holder: h1 }\npeople: { s: { <<: *h, vacant: true } }",
      "yaml-value 3:20 'holder' of person 's' names somebody for a seat that is vacant"
    ),
    // A number is a key too, and a target may be one number.
    Case("people: { ana: { holder: 0071, aliases: [po, 12], contacts: a@b.example } }"),
    Case("incentives: { ana: [{ metric: m, target: 5, baseline: 3.5 }] }"),
    Case(
      "incentives: { ana: [{ metric: m, target: [5] }] }",
      "yaml-type 2:42 'target' * a number, *"
    ),
    Case(
      "incentives: { ana: [{ metric: m, target: high }] }",
      "yaml-type 2:42 'target' * a number, or { min: …, max: … }, but 'high' stands here"
    ),
  ])
  func `a value outside a closed list`(item: Case) { check(item) }

  @Test(arguments: [
    Case("people: { ana: { name: Ana Obi, vacant } }", "yaml-empty-key 2:33 'vacant' has no value"),
    Case("people:\n  ana:\n    name:", "yaml-empty-key 4:5 'name' has no value"),
    Case(
      "incentives: { ana: [{ metric: m, target: }] }",
      "yaml-empty-key 2:34 'target' has no value"
    ),
    Case("pockets: { k: { covers: } }", "yaml-empty-key 2:17 'covers' has no value"),
    Case("units: { u: { cost_split: { a: } } }", "yaml-empty-key 2:29 'a' has no value"),
    Case("units: { u: { cost_split: { a: ~ } } }", "yaml-empty-key 2:29 'a' has no value"),
    // References and lists may be empty, and null is said on purpose.
    Case("people: { ana: { reports_to: , dotted: , responsibilities: } }"),
    Case("decisions: { d: { steps: , requester: } }"),
    Case("people: { ana: { name: null, vacant: ~ }, bo: }"),
  ])
  func `a key without a value`(item: Case) { check(item) }

  @Test(arguments: [
    Case("people: { \"a b\": {} }", "yaml-id 2:11 the id 'a b' has the character ' ', which *"),
    Case("units: { a/b: {} }", "yaml-id 2:10 the id 'a/b' has the character '/', which an id *"),
    Case("people: { \"\": {} }", "yaml-id 2:11 an id is empty"),
    Case("people: { ö.ä-1_@+ñ: {} }"),
    Case("people: { \(String(repeating: "a", count: 128)): {} }"),
    Case(
      "people: { \(String(repeating: "ä", count: 129)): {} }",
      "yaml-id 2:11 an id is longer than 128 characters"
    ),
    Case(
      "people: { no: {} }",
      "yaml-ambiguous-scalar 2:11 other tools read the id no as a truth *"
    ),
    Case(
      "people: { 1e3: {} }",
      "yaml-ambiguous-scalar 2:11 * as a number; here it is the text '1e3'"
    ),
    Case("people: { 2026-01-01: {} }", "yaml-ambiguous-scalar 2:11 * as a date; *"),
    Case(
      "units: { u: { lead: no } }",
      "yaml-ambiguous-scalar 2:21 other tools read the id no as *"
    ),
    Case("people: { \"no\": {} }"),
  ])
  func `an id with a character of its own`(item: Case) { check(item) }

  @Test(arguments: [
    ("people: {}", ["yaml-version 1:1 this document does not say orglint: 1, so it is not read"]),
    ("{}", ["yaml-version 1:1 this document does not say orglint: 1, so it is not read"]),
    ("text", ["yaml-version 1:1 this document does not say orglint: 1, so it is not read"]),
    ("- a", ["yaml-version 1:1 this document does not say orglint: 1, so it is not read"]),
    ("orglint: 2", ["yaml-version 1:10 format version '2' is not known, so the document is not *"]),
    ("orglint: \"1\"", ["yaml-version 1:10 format version '1' is not known, so the document is *"]),
    ("orglint:", ["yaml-version 1:9 this document does not say which version of the format it *"]),
    ("orglint: 1\n---\npeople: {}", ["yaml-version 3:1 this document does not say orglint: 1, *"]),
    ("", []),
    ("# a comment", []),
    ("---\n---\norglint: 1\n...", []),
  ])
  func `a document that does not say its version`(text: String, expected: [String]) {
    #expect(matches(Reading(text).problems, expected), "\(Reading(text).problems)")
  }

  @Test(arguments: [
    Case(
      "x: \(String(repeating: "[", count: 300))",
      "yaml-limit 2:259 more than 256 lists and mappings stand inside one another here"
    ),
    Case(
      "people: &p { ana: *p }",
      "yaml-limit 2:19 `*p` stands inside the value that it stands for"
    ),
  ])
  func `a limit of the reader`(item: Case) { check(item) }

  @Test func `aliases that stand for too much are one problem`() {
    var text = "orglint: 1\nx-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]\n"
    for (before, name) in zip("abcdefgh", "bcdefghi") {
      let ten = [String](repeating: "*\(before)", count: 10).joined(separator: ", ")
      text += "x-\(name): &\(name) [\(ten)]\n"
    }
    let limits = Reading(text).problems.filter { $0.hasPrefix("yaml-limit") }
    #expect(limits.count == 1, "\(limits)")
  }

  private func check(_ item: Case) {
    let found = Reading("orglint: 1\n" + item.input + "\n").problems
    #expect(matches(found, item.expected), "\(found)")
  }

  /// Compares line by line; a star stands for anything.
  private func matches(_ found: [String], _ expected: [String]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { text, pattern in
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text == pattern }
        // A star that is meant, in a message about an alias.
        if text == pattern { return true }
        guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else {
          return matchesLiterally(text, pattern)
        }
        var rest = text[...].dropFirst(parts[0].count)
        for part in parts.dropFirst() where !part.isEmpty {
          guard let range = rest.firstRange(of: part) else { return false }
          rest = rest[range.upperBound...]
        }
        return true
      }
  }

  /// Only the last star of a pattern stands for anything.
  private func matchesLiterally(_ text: String, _ pattern: String) -> Bool {
    guard pattern.hasSuffix("*") else { return false }
    return text.hasPrefix(pattern.dropLast())
  }
}
