import BuiltInRules
import Diagnostics
import Linting
import RuleLanguage
import SourceText
import Testing

/// Every mistake in a configuration is found, at its place, with the nearest known name.
struct ConfigurationMistakeTests {
  static let rules = BuiltInRules.load().rules

  /// Reads a configuration and gives each mistake as `line:column message (help)`.
  static func mistakes(in text: String, version: String = "0.1.0") -> [String] {
    let file = ConfigurationFile(path: ".orglint.yaml", bytes: Array(text.utf8), file: FileID(0))
    let decoded = ConfigurationDecoder.decode(
      [file],
      rules: rules,
      version: version,
      workingDirectory: "/company"
    )
    let lines = LineTable(Array(text.utf8))
    return decoded.problems.map { problem in
      let start = Int(problem.primary.span.start)
      let line = lines.line(at: start)
      let column = start - lines.range(ofLine: line).lowerBound + 1
      return "\(line):\(column) \(problem.message)" + (problem.help.map { " (\($0))" } ?? "")
    }
  }

  @Test(arguments: [
    ("path: [org]", "1:1 the configuration has no key 'path' (did you mean 'paths'?)"),
    ("paths: []", "1:1 paths names no folder and no file"),
    ("paths: { a: b }", "1:8 'paths' takes a list of texts"),
    (
      "fail_on: warn",
      "1:10 'warn' is no severity that can fail a run (one of: error, warning, "
        + "info, never)"
    ),
    ("fail_on: nevr", "1:10 'nevr' is no severity that can fail a run (did you mean 'never'?)"),
    ("fail_on: [error]", "1:10 'fail_on' takes one text"),
    ("max_warnings: some", "1:15 'max_warnings' takes a whole number, 0 or more"),
    ("limits: { rule_steps: many }", "1:23 'rule_steps' takes a whole number, 0 or more"),
    ("limits: 5", "1:9 limits takes names with their values"),
    ("max_warnings: -1", "1:15 'max_warnings' takes a whole number, 0 or more"),
    ("baseline:", "1:10 'baseline' takes one text"),
    ("extends: [minimal, strict]", "1:20 'minimal' is named already; one profile runs"),
    ("exclude: [\"!org\"]", "1:11 a pattern can't take back what another one says"),
    ("paths: [a]\npaths: [b]", "2:1 the key 'paths' stands twice"),
    ("- paths", "1:1 a configuration is a mapping of keys such as rules and paths"),
    ("paths: [a]\n---\npaths: [b]", "3:1 a configuration is one document, and here begins another"),
  ])
  func `a wrong key or value is told where it stands`(text: String, expected: String) {
    #expect(Self.mistakes(in: text) == [expected])
  }

  @Test(arguments: [
    ("po-mising: off", "2:3 there is no rule 'po-mising' (did you mean 'po-missing'?)"),
    ("made-up-entirely: off", "2:3 there is no rule 'made-up-entirely' (orglint rules lists them)"),
    ("pnx-*: off", "2:3 no rule matches 'pnx-*' (orglint rules lists them)"),
    ("po-missing: of", "2:15 'of' is no severity (did you mean 'off'?)"),
    (
      "po-missing: [off]", "2:15 a severity stands here, or off (one of: error, warning, info, off)"
    ),
    (
      "po-missing: { severty: error }",
      "2:17 'po-missing' has no parameter 'severty' "
        + "(did you mean 'severity'?)"
    ),
    ("po-multiple: { mx: 2 }", "2:18 'po-multiple' has no parameter 'mx' (did you mean 'max'?)"),
    ("po-multiple: { max: two }", "2:23 'max' takes a whole number here"),
    (
      "dec-path-too-deep: { max_hands: { tacticl: 1 } }",
      "2:37 'max_hands' has no 'tacticl' (did you mean 'tactical'?)"
    ),
    ("po-multiple: { max: -1 }", "2:23 'max' is 0 or more"),
    (
      "dec-path-too-deep: { max_hands: { tactical: 1, strategic: -2 } }",
      "2:61 'max_hands' is 0 or more"
    ),
    ("po-multiple: { max: }", "2:22 'max' takes a whole number here"),
    ("po-missing: { kinds: [customer, 3] }", "2:35 'kinds' takes a text here"),
    ("po-missing: { enforced: yes }", "2:27 'enforced' takes true or false"),
    (
      "dec-path-too-deep: { max_hands: { tactical: [1] } }",
      "2:47 'max_hands' takes a whole number "
        + "here"
    ),
    ("hyg-placeholder: { patterns: [\"(\"] }", "2:33 '(' is no pattern"),
    (
      "ref-cycle: off",
      "2:14 'ref-cycle' is fixed: it can neither be switched off nor lowered "
        + "(every other rule reads a design that it accepts; delete this)"
    ),
    (
      "ref-cycle: { severity: warning }",
      "2:14 'ref-cycle' is fixed: it can neither be switched off "
        + "nor lowered (every other rule reads a design that it accepts; delete this)"
    ),
    ("yaml-syntax: off", "2:3 'yaml-syntax' is fixed: it says that something could not be read"),
  ])
  func `a wrong choice about a rule is told where it stands`(entry: String, expected: String) {
    #expect(Self.mistakes(in: "rules:\n  \(entry)\n") == [expected])
  }

  @Test(arguments: [
    ("near: three", "1:19 'near' takes a whole number here"),
    ("near: 65", "1:19 'near' is from 0 to 64"),
    ("shared_weight: 101", "1:28 'shared_weight' is from 0 to 100"),
    ("infer_tags: 1", "1:25 'infer_tags' takes true or false here"),
    ("infer_tag: true", "1:13 there is no setting 'infer_tag' (did you mean 'infer_tags'?)"),
    ("couplings: [self, po_tl]", "1:31 'couplings' has no 'po_tl' (did you mean 'po-tl'?)"),
    ("tag_words: { cost: spend }", "1:32 'tag_words' takes a list here"),
    ("unit_kinds: { squad: teem }", "1:34 'unit_kinds' has no 'teem' (did you mean 'team'?)"),
    ("unit_kinds: { squad: 7 }", "1:34 'unit_kinds' takes a text here"),
    ("decision_words: racy", "1:29 'decision_words' has no 'racy' (did you mean 'raci'?)"),
    ("decision_words: [raci]", "1:29 'decision_words' takes a text here"),
  ])
  func `a wrong setting is told where it stands`(entry: String, expected: String) {
    #expect(Self.mistakes(in: "settings: { \(entry) }\n") == [expected])
  }

  @Test(arguments: [
    ("{ within: unit/labs }", ["2:5 an override without rules changes nothing"]),
    (
      "{ rules: { po-*: off } }",
      ["2:5 an override is for a part of the design: within or files, one of them"]
    ),
    (
      "{ within: units/labs, rules: { po-*: off } }",
      ["2:15 'units/labs' is no entry of a design (did you mean 'unit'?)"]
    ),
    (
      "{ within: labs, rules: { po-*: off } }",
      ["2:15 'labs' is no entry of a design (write kind/id, as in unit/labs)"]
    ),
    (
      "{ within: unit/labs, settings: { near: 2 } }",
      [
        "2:26 an override has no key 'settings' (its keys: within, files, rules)",
        "2:5 an override without rules changes nothing",
      ]
    ),
    (
      "{ within: unit/labs, rules: { hyg-placeholder: { patterns: [x] } } }",
      ["2:54 'patterns' holds for the whole design: other rules go by it"]
    ),
  ])
  func `a wrong override is told where it stands`(override: String, expected: [String]) {
    #expect(Self.mistakes(in: "overrides:\n  - \(override)\n") == expected)
  }

  @Test func `a version that is not met is the only mistake told`() {
    let text = "required_version: \">= 2\"\nnew_key: 1\n"
    #expect(
      Self.mistakes(in: text, version: "0.1.0") == [
        "1:19 this configuration is for orglint >= 2, and this is 0.1.0 "
          + "(use a version it is for, or change required_version)"
      ]
    )
    #expect(
      Self.mistakes(in: text, version: "2.0.0") == [
        "2:1 the configuration has no key 'new_key' (its keys: required_version, paths, exclude, "
          + "ignore, extends, fail_on, silencing, max_warnings, baseline, limits, settings, rules, "
          + "overrides)"
      ]
    )
  }

  @Test func `all mistakes of a file are told in one run`() {
    let text = "fail_on: x\nmax_warnings: y\nrules: { po-missing: z }\nsettings: { q: 1 }\n"
    #expect(Self.mistakes(in: text).count == 4)
  }

  @Test(arguments: ["", "# nothing yet\n", "x-shared: { a: 1 }\n", "rules:\nsettings:\n"])
  func `a file that says nothing is fine`(text: String) {
    #expect(Self.mistakes(in: text).isEmpty)
  }

  @Test func `a file of thousands of mistakes tells the first hundred and ends`() {
    let text = "rules:\n" + (0..<20_000).map { "  rule-\($0): off\n" }.joined()
    #expect(Self.mistakes(in: text).count == 100)
  }

  @Test(arguments: [
    ("paths: [a\u{0}b]", "yaml"), (String(repeating: "[", count: 500), "deep"),
    ("a: &a [x, x]\nb: &b [*a, *a]\n", "fine"), ("paths: [\"org", "open"),
  ])
  func `bytes that are no configuration never end in silence`(text: String, kind: String) {
    #expect(!Self.mistakes(in: text).isEmpty)
  }
}
