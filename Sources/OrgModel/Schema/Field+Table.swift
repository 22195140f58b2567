extension Field {
  /// The table of fields, by raw value; `FieldTests` holds it against the cases.
  static let table: [FieldSpec] = parts.flatMap(\.self)

  private static let parts: [[FieldSpec]] = [
    shown(.organization, name: "the organization's name", hasAliases: false),
    [
      FieldSpec(
        .organization,
        "stage",
        .choice(["approved", "proposed", "draft"]),
        "how far the design is settled"
      )
    ],
    shown(.person, name: "the person who holds the seat"),
    [
      FieldSpec(.person, "title", .text, "shown only"),
      FieldSpec(.person, "reports_to", .referenceOrList([.person]), "the manager"),
      FieldSpec(.person, "dotted", .references([.person]), "further managers, by dotted lines"),
      FieldSpec(.person, "unit", .reference([.unit]), "the person's own unit"),
      FieldSpec(.person, "grade", .numberOrText, "seniority; only numbers are compared"),
      FieldSpec(
        .person,
        "archetype",
        .choice(["player-coach", "coach", "supervisor", "facilitator", "coordinator"]),
        "how the person manages"
      ),
      FieldSpec(.person, "discipline", .text, "such as engineering or product"),
      FieldSpec(.person, "responsibilities", .texts, "what a technology lead answers for"),
      FieldSpec(.person, "vacant", .boolean, "whether the seat is empty"),
      FieldSpec(.person, "since", .date, "since when the seat is empty"),
      FieldSpec(.person, "acting", .reference([.person]), "who acts in the empty seat"),
      FieldSpec(
        .person,
        "holder",
        .name,
        "who holds the seat, by the organization's own key; seats with one holder are one person"
      ),
      FieldSpec(.person, "share", .amount, "percent of full time"),
      FieldSpec(
        .person,
        "employment",
        .choice(["employee", "contractor", "vendor", "advisor"]),
        "what ties the person to the organization"
      ),
      FieldSpec(.person, "deputy", .reference([.person]), "who steps in"),
    ],
    shown(.unit),
    [
      FieldSpec(
        .unit,
        "kind",
        .text,
        "team, product-group, department, division, function, or any other; see unit_kinds"
      ),
      FieldSpec(
        .unit,
        "type",
        .choice(["stream-aligned", "platform", "enabling", "complicated-subsystem"]),
        "the type of a team"
      ),
      FieldSpec(.unit, "parent", .reference([.unit]), "the unit above"),
      FieldSpec(.unit, "lead", .reference([.person]), "who leads the unit"),
      FieldSpec(
        .unit,
        "members",
        .references([.person]),
        "people of the unit, those of other units too"
      ),
      FieldSpec(.unit, "headcount", .amount, "how many people there are, listed or not"),
      FieldSpec(.unit, "builds", .references([.product]), "the products the unit builds"),
      FieldSpec(.unit, "cost_split", .shares, "percent of the cost by pocket"),
      FieldSpec(.unit, "responsibilities", .texts, "shown only"),
    ],
    shown(.product),
    [
      FieldSpec(.product, "unit", .reference([.unit]), "where the product is at home"),
      FieldSpec(
        .product,
        "stage",
        .choice(["live", "build", "sunset", "idea", "retired"]),
        "rules look at live, build and sunset"
      ),
      FieldSpec(
        .product,
        "kind",
        .choice(["customer", "internal", "platform"]),
        "who uses the product"
      ),
      FieldSpec(.product, "software", .boolean, "whether there is software to lead"),
      FieldSpec(
        .product,
        "product_owner",
        .referenceOrList([.person]),
        "who is accountable for the outcomes"
      ),
      FieldSpec(
        .product,
        "technology_lead",
        .referenceOrList([.person]),
        "who is responsible for quality in production"
      ),
      FieldSpec(.product, "deputies", .references([.person]), "shown only"),
      FieldSpec(.product, "shared_by", .shares, "percent of the result by pocket"),
    ],
    shown(.pocket),
    [
      FieldSpec(.pocket, "parent", .reference([.pocket]), "the pocket this one is part of"),
      FieldSpec(.pocket, "owner", .referenceOrList([.person]), "who is accountable for the result"),
      FieldSpec(
        .pocket,
        "kind",
        .choice(["profit", "revenue", "cost", "investment"]),
        "what the result is"
      ),
      FieldSpec(
        .pocket,
        "dimension",
        .text,
        "what the pockets are cut by; the parent's where it is not given"
      ),
      FieldSpec(.pocket, "primary", .boolean, "whether this dimension decides where two meet"),
      FieldSpec(.pocket, "covers", .shape(.covers), "what the pocket is accountable for"),
      FieldSpec(.pocket, "results", .references([.metric]), "the financial results"),
      FieldSpec(
        .pocket,
        "retained",
        .references([.product]),
        "products kept out of the sub-pockets on purpose"
      ),
    ],
    shown(.metric),
    [
      FieldSpec(
        .metric,
        "level",
        .choice(["business", "product", "process", "satisfaction"]),
        "what the metric measures"
      ),
      FieldSpec(.metric, "good", .choice(["up", "down", "band"]), "the good direction"),
      FieldSpec(.metric, "tags", .texts, "such as production-quality"),
      FieldSpec(.metric, "scope", .shape(.scope), "where the metric is measured"),
      FieldSpec(.metric, "across", .boolean, "whether it is one thing for everybody"),
      FieldSpec(.metric, "controllable_by", .references([.person, .unit]), "who can move it"),
      FieldSpec(.metric, "counter", .references([.metric]), "the counter-metrics"),
      FieldSpec(.metric, "opposes", .references([.metric]), "metrics it is declared opposed to"),
      FieldSpec(.metric, "drives", .influences, "what it raises or lowers"),
    ],
    shown(.incentive, hasAliases: false),
    [
      FieldSpec(.incentive, "metric", .reference([.metric]), "what is rewarded"),
      FieldSpec(
        .incentive,
        "direction",
        .choice(["increase", "decrease", "maintain"]),
        "which way; the metric's good direction where it is not given"
      ),
      FieldSpec(
        .incentive,
        "target",
        .target,
        "the values that are good enough; one number is the min of an increase, the max of a decrease"
      ),
      FieldSpec(.incentive, "baseline", .number, "shown only"),
      FieldSpec(.incentive, "weight", .number, "percent of the holder's reward"),
      FieldSpec(.incentive, "horizon", .text, "such as quarter or year"),
      FieldSpec(.incentive, "scope", .shape(.scope), "where it counts"),
      FieldSpec(.incentive, "set_by", .references([.person, .unit]), "who set it"),
    ],
    shown(.tradeoff),
    [
      FieldSpec(
        .tradeoff,
        "between",
        .references([.metric]),
        "the metrics that pull against each other"
      ),
      FieldSpec(.tradeoff, "policy", .text, "how the tension is settled"),
      FieldSpec(.tradeoff, "arbiter", .reference([.person]), "who settles it"),
      FieldSpec(.tradeoff, "review_by", .date, "when it is looked at again"),
    ],
    shown(.decision),
    [
      FieldSpec(
        .decision,
        "type",
        .text,
        "such as pricing; the decision's id where it is not given"
      ),
      FieldSpec(
        .decision,
        "class",
        .choice(["tactical", "strategic", "irreversible"]),
        "how much hangs on it"
      ),
      FieldSpec(
        .decision,
        "scope",
        .shape(.scope),
        "the products it is about; every one where it is not given"
      ),
      FieldSpec(
        .decision,
        "requester",
        .requester,
        "who asks for it; the product owner where it is not given"
      ),
      FieldSpec(.decision, "steps", .steps, "who takes part, in order"),
      FieldSpec(.decision, "escalates_to", .actors, "who settles it when it is stuck"),
      FieldSpec(.decision, "overrule", .actors, "who may undo it"),
      FieldSpec(.decision, "limits", .limits, "the amounts it holds for"),
      FieldSpec(.decision, "affects", .references([.metric]), "the metrics it moves"),
      FieldSpec(.step, "by", .actor, "who"),
      FieldSpec(.step, "as", .part, "what the actor does: a word of RAPID, RACI, DACI or OVIS"),
      FieldSpec(.step, "grounds", .text, "the ground of a right to agree"),
      FieldSpec(.step, "id", .stepID, "a name for after"),
      FieldSpec(.step, "after", .stepIDs, "the steps before it"),
      FieldSpec(.parallel, "parallel", .steps, "steps side by side"),
      FieldSpec(.anyOf, "any", .actors, "any one of these suffices"),
    ],
    shown(.stewardship),
    [
      FieldSpec(
        .stewardship,
        "kind",
        .choice(["process", "method", "tool", "architecture"]),
        "what is looked after"
      ),
      FieldSpec(.stewardship, "purpose", .text, "what it is for"),
      FieldSpec(.stewardship, "steward", .referenceOrList([.person]), "who looks after it"),
      FieldSpec(.stewardship, "deputies", .references([.person]), "shown only"),
      FieldSpec(.stewardship, "scope", .shape(.scope), "for which products"),
      FieldSpec(.stewardship, "measures", .references([.metric]), "how its service is measured"),
      FieldSpec(.stewardship, "review_by", .date, "when it is looked at again"),
    ],
    shown(.initiative),
    [
      FieldSpec(.initiative, "kind", .text, "quality, or any other"),
      FieldSpec(.initiative, "sponsor", .reference([.person]), "shown only"),
      FieldSpec(.initiative, "scope", .shape(.scope), "for which products"),
      FieldSpec(.initiative, "anchors", .anchors, "who anchors it in each product"),
      FieldSpec(.initiative, "until", .date, "when it ends"),
    ],
    shown(.forum),
    [
      FieldSpec(.forum, "kind", .text, "product, architecture, or any other"),
      FieldSpec(.forum, "chair", .reference([.person]), "who has the last word in it"),
      FieldSpec(.forum, "members", .references([.person]), "who takes part"),
      FieldSpec(.forum, "powers", .choice(["inform", "recommend", "decide"]), "what it may do"),
    ],
    shown(.waiver, hasAliases: false),
    [
      FieldSpec(.waiver, "rule", .text, "the rule that is waived"),
      FieldSpec(.waiver, "target", .waiverTarget, "what it is waived for"),
      FieldSpec(.waiver, "reason", .text, "why"),
      FieldSpec(.waiver, "until", .date, "until when, that day included"),
      FieldSpec(.waiver, "approved_by", .reference([.person]), "who agreed"),
      FieldSpec(.covers, "products", .references([.product]), "products, by id"),
      FieldSpec(.covers, "units", .references([.unit]), "the products of units"),
      FieldSpec(.scope, "products", .references([.product]), "products, by id"),
      FieldSpec(.scope, "units", .references([.unit]), "the products of units"),
      FieldSpec(.scope, "pockets", .references([.pocket]), "the products of pockets"),
      FieldSpec(
        .influence,
        "effect",
        .choice(["raises", "lowers", "+", "-"]),
        "which way the driven metric moves"
      ),
      FieldSpec(
        .influence,
        "confidence",
        .choice(["hypothesized", "correlated", "verified"]),
        "how sure it is"
      ),
      FieldSpec(.influence, "evidence", .text, "shown only"),
      FieldSpec(.influence, "last_reviewed", .date, "when it was last looked at"),
      FieldSpec(.target, "min", .number, "the least value"),
      FieldSpec(.target, "max", .number, "the greatest value"),
      FieldSpec(.limit, "min", .number, "from this amount on"),
      FieldSpec(.limit, "max", .number, "below this amount"),
    ],
  ]

  /// What every entry has for its readers alone, and the names it had where it has an id.
  private static func shown(
    _ shape: Shape,
    name: String = "shown only",
    hasAliases: Bool = true
  ) -> [FieldSpec] {
    let texts = [
      FieldSpec(shape, "name", .text, name),
      FieldSpec(shape, "description", .text, "shown only"),
      FieldSpec(shape, "links", .texts, "shown only"),
      FieldSpec(shape, "contacts", .texts, "shown only"),
    ]
    let aliases = FieldSpec(shape, "aliases", .texts, "earlier ids, and what other systems call it")
    return hasAliases ? texts + [aliases] : texts
  }
}
