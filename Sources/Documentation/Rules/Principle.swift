import RuleLanguage

/// A source sentence as orglint understands it, with the rule whose example shows it best.
struct Principle {
  let sentence: String
  let idea: String
  let rule: String

  static let all = [
    Principle(
      sentence: "S1",
      idea:
        "Two seats carry a product: one answers for what it is worth, one for how well it works. "
        + "Both have a name on them, and not the same one.",
      rule: "po-missing"
    ),
    Principle(
      sentence: "S2",
      idea:
        "Who owns a product answers for results, those of the business and those that customers "
        + "notice, and is measured on both kinds. Output is no result.",
      rule: "po-no-outcome-measure"
    ),
    Principle(
      sentence: "S3",
      idea: "What a team is rewarded for is decided with the owner of the product it builds, for "
        + "else the team works for somebody else.",
      rule: "po-team-incentives-set-elsewhere"
    ),
    Principle(
      sentence: "S4",
      idea:
        "One person answers for the software that runs in front of customers, and is measured on "
        + "how it runs there.",
      rule: "tl-no-production-measure"
    ),
    Principle(
      sentence: "S5",
      idea: "For the technology lead nothing weighs more than that the software works.",
      rule: "tl-primary-measure-not-production"
    ),
    Principle(
      sentence: "S6",
      idea: "A quality initiative that cuts across the organization has somebody in every part who "
        + "carries it there.",
      rule: "tl-initiative-unanchored"
    ),
    Principle(
      sentence: "S7",
      idea:
        "Technology leads are experienced engineers, and somebody close to the code looks after "
        + "the conditions in which developers work.",
      rule: "tl-devex-gap"
    ),
    Principle(
      sentence: "S8",
      idea: "An owner whose decisions others undo, or whose goals others are paid to work against, "
        + "cannot succeed.",
      rule: "dec-po-overruled"
    ),
    Principle(
      sentence: "S9",
      idea:
        "Profit and loss is divided among the people who report to each other: every part has an "
        + "owner, and the owner of the part reports to the owner of the whole.",
      rule: "pnl-owner-not-in-line"
    ),
    Principle(
      sentence: "S10",
      idea: "At the bottom of that division stands the result of a product or of a few, and a "
        + "product counts in one place.",
      rule: "pnl-overlap"
    ),
    Principle(
      sentence: "S11",
      idea: "Along the line that decides, goals agree with each other and with the result that the "
        + "line answers for.",
      rule: "po-outside-pnl-line"
    ),
    Principle(
      sentence: "S12",
      idea: "Structure costs attention: layers, narrow spans, double lines and many hats have to "
        + "earn their place.",
      rule: "str-too-many-layers"
    ),
    Principle(
      sentence: "S13",
      idea: "A decision passes through few hands, and an everyday one ends with the product owner.",
      rule: "dec-path-too-deep"
    ),
    Principle(
      sentence: "S14",
      idea: "Whoever answers for something has a measure for it.",
      rule: "inc-accountable-without-measure"
    ),
    Principle(
      sentence: "S15",
      idea: "A process, a method or a tool that many use has one steward, who makes others faster "
        + "and does not stand in their way.",
      rule: "stw-steward-is-gatekeeper"
    ),
  ]
}
