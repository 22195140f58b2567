extension RuleKey {
  private static let severities = ["error", "warning", "info"]

  /// The keys of a rule that are not keys of a variant too.
  static let ofRule = [
    RuleKey("id", .text, "the rule's id, which is the file's name"),
    RuleKey("family", .text, "the folder; the id's first word where it is not given"),
    RuleKey("title", .text, "what a finding says, in general"),
    RuleKey(
      "profiles",
      .words(RuleDefinition.Profile.allCases.map(\.rawValue)),
      "the sets of rules it belongs to; recommended and strict where it is not given"
    ),
    RuleKey("since", .text, "the version of orglint that has it first"),
    RuleKey("origin", .texts, "the published sentences it goes back to"),
    RuleKey("mark", .word(["flagship", "core"]), "how close it is to what orglint exists for"),
    RuleKey("fixed", .boolean, "whether it can neither be switched off nor lowered"),
    RuleKey("enforced", .boolean, "whether no waiver, comment or baseline silences it"),
    RuleKey("deprecated", .mapping(.deprecated), "since when it is not to be used any more"),
    RuleKey("switched_on_by", .texts, "sections that switch it on in place of its family's"),
    RuleKey("raised_by", .word(["report"]), "code that raises it in place of a condition"),
    RuleKey("params", .mappingByName(.parameter), "values that a configuration may set"),
    RuleKey("variants", .list(.variant), "conditions with words of their own"),
    RuleKey(
      "report",
      .word(["first", "all"]),
      "whether a target has the first variant that flags it, or each"
    ),
    RuleKey("rationale", .text, "why, in Markdown"),
    RuleKey("sources", .textsOrMappings(.source), "where the principle was published"),
    RuleKey("examples", .list(.example), "small designs with what the rule says of them"),
  ]

  /// The keys of a variant, which a rule may give for all its variants, except for the name.
  static let ofVariant = [
    RuleKey("name", .text, "what tells it from the rule's other variants"),
    RuleKey("in_identity", .boolean, "whether the name belongs to a finding's identity"),
    RuleKey("for", .text, "the kind of thing it looks at, once each"),
    RuleKey("each", .namedExpressions, "a list: one candidate for every element"),
    RuleKey("let", .namedExpressions, "named values, each of which may use those above it"),
    RuleKey("when", .expression, "which things it looks at"),
    RuleKey("flag", .expression, "what makes a finding"),
    RuleKey("severity", .word(severities + ["off"]), "error, warning, info or off"),
    RuleKey("severity_when", .list(.severityWhen), "other severities; the first that holds"),
    RuleKey("missing", .boolean, "whether a finding says that something is not there yet"),
    RuleKey("not_checked", .boolean, "whether it says what is left out, and finds nothing wrong"),
    RuleKey("targets", .expressions, "what a finding is about, the first above all"),
    RuleKey("pair", .boolean, "whether all targets belong to the identity"),
    RuleKey("identity", .expression, "what tells two findings on one target apart"),
    RuleKey("elements", .expression, "the set a finding is about"),
    RuleKey("about", .expression, "what it speaks of beside its targets, for what yields to it"),
    RuleKey("at", .expression, "where a finding points"),
    RuleKey("label", .template, "the words beside the underline"),
    RuleKey("related", .list(.related), "further places"),
    RuleKey("steps", .boolean, "whether the further places are to be read in order"),
    RuleKey("worst", .expressions, "of several candidates the one with the greatest is shown"),
    RuleKey("more_of", .text, "what the candidates that are not shown are called"),
    RuleKey("needs", .texts, "sections or facts without which it is silent"),
    RuleKey("yields_to", .list(.yield), "findings that make this one needless"),
    RuleKey("left_to", .expression, "the id of a rule that speaks instead where it is on"),
    RuleKey("absence_of", .texts, "the fields whose absence it speaks of"),
    RuleKey("nowhere", .mapping(.nowhere), "the one finding where nothing in the design has it"),
    RuleKey("message", .template, "what is wrong"),
    RuleKey("why", .template, "why it matters"),
    RuleKey("help", .template, "what would help"),
  ]

  static let ofSeverityWhen = [
    RuleKey("if", .expression, "when"),
    RuleKey("severity", .word(severities), "which"),
  ]

  static let ofRelated = [
    RuleKey("each", .namedExpressions, "a list: one place for every element"),
    RuleKey("if", .expression, "when it is shown"),
    RuleKey("at", .expression, "where"),
    RuleKey("label", .template, "the words beside the underline"),
    RuleKey("step", .boolean, "whether it is a step of the way that the finding tells"),
  ]

  static let ofYield = [
    RuleKey("rule", .text, "the other rule"),
    RuleKey("variant", .text, "its variant; any where it is not given"),
    RuleKey(
      "same",
      .word(RuleVariant.Sameness.allCases.map(\.rawValue)),
      "what both findings have in common; the target where it is not given"
    ),
    RuleKey("elements", .boolean, "whether only the elements that both have are dropped"),
    RuleKey("any_severity", .boolean, "whether it counts whatever its severity"),
    RuleKey("all_of", .expression, "a list: such findings must speak of all of it"),
  ]

  static let ofNowhere = [
    RuleKey("has", .expression, "what counts as having it beside not being flagged"),
    RuleKey("message", .template, "what nothing has; {asked} is the number of things"),
    RuleKey("why", .template, "why it matters"),
    RuleKey("help", .template, "what the first one would switch on"),
  ]

  static let ofParameter = [
    RuleKey("type", .text, "bool, int, double, string, list(…), map(string, …) or range"),
    RuleKey("default", .value, "the value where a configuration gives none"),
    RuleKey("doc", .text, "what it is for"),
    RuleKey("grade", .text, "how well the default is supported, A to D"),
    RuleKey("source", .text, "where the default comes from"),
  ]

  static let ofSource = [
    RuleKey("text", .text, "author, title, year"),
    RuleKey("grade", .text, "how well it supports the rule, A to D"),
  ]

  static let ofDeprecated = [
    RuleKey("since", .text, "the version"),
    RuleKey("use", .text, "what takes its place"),
  ]

  static let ofExample = [
    RuleKey("name", .text, "what it shows"),
    RuleKey("closed", .boolean, "whether ids that are used and not declared stay undeclared"),
    RuleKey("design", .text, "an org file without its first line"),
    RuleKey("files", .textsByName, "several org files by name"),
    RuleKey("today", .date, "the day it is judged on"),
    RuleKey("params", .values, "other values of the rule's parameters"),
    RuleKey("settings", .values, "other settings"),
    RuleKey("stage", .word(["approved", "proposed", "draft"]), "the stage of the design"),
    RuleKey("base", .text, "the design before a change"),
  ]
}
