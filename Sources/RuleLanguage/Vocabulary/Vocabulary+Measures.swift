import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  static let metricMembers: [Member] = [
    Member("level", .text, "business, product, process or satisfaction") { host, metric in
      host.text(.metricLevel, of: EntityRef(.metric, metric))
    },
    Member("good", .text, "up, down or band") { host, metric in
      host.text(.metricGood, of: EntityRef(.metric, metric))
    },
    Member("tags", .texts, "its tags, declared and inferred") { host, metric in
      .texts(host.facts.metrics.tagNames(of: metric))
    },
    Member("across", .bool, "whether it is one thing for everybody") { host, metric in
      .bool(host.facts.metrics.isAcross[metric])
    },
    Member("controllable_by", .list(.dyn), "who is declared to control it") { host, metric in
      host.references(.metricControllableBy, of: EntityRef(.metric, metric))
    },
    Member("counter", .many(.metric), "the counter-metrics it names") { host, metric in
      host.references(.metricCounter, of: EntityRef(.metric, metric))
    },
    Member("counters", .many(.metric), "its counter-metrics, named at either end") {
      host,
      metric in
      var seen: Set<Int32> = []
      return .many(.metric, host.counters[metric].filter { seen.insert($0).inserted })
    },
    Member("opposes", .many(.metric), "the metrics it is declared opposed to") { host, metric in
      host.references(.metricOpposes, of: EntityRef(.metric, metric))
    },
    Member("edges", .many(.edge), "what it drives") { host, metric in
      .many(.edge, host.facts.metrics.outgoing[metric])
    },
    Member("is_used", .bool, "whether anything in the design refers to it") { host, metric in
      .bool(host.isUsed(metric))
    },
  ]

  static let edgeMembers: [Member] = [
    Member("source", .one(.metric), "the metric that drives") { host, edge in
      .one(.metric, Int(host.facts.metrics.influences[edge].source))
    },
    Member("metric", .one(.metric), "the metric that is driven") { host, edge in
      .one(.metric, Int(host.facts.metrics.influences[edge].target))
    },
    Member("effect", .string, "raises or lowers") { host, edge in
      .string(host.facts.metrics.influences[edge].sign > 0 ? "raises" : "lowers")
    },
    Member("confidence", .string, "hypothesized, correlated or verified") { host, edge in
      let words = ["hypothesized", "correlated", "verified"]
      return .string(words[min(2, Int(host.facts.metrics.influences[edge].confidence))])
    },
    Member("last_reviewed", .timestamp, "when it was last looked at") { host, edge in
      host.edgeDate(edge)
    },
  ]

  static let incentiveMembers: [Member] = [
    Member("holder", .dyn, "the person or unit") { host, incentive in
      .one(host.holder(ofIncentive: incentive))
    },
    Member("person", .one(.person), "the holder, where it is a person") { host, incentive in
      let holder = host.holder(ofIncentive: incentive)
      return holder?.kind == .person ? .one(holder) : .null
    },
    Member("unit", .one(.unit), "the holder, where it is a unit") { host, incentive in
      let holder = host.holder(ofIncentive: incentive)
      return holder?.kind == .unit ? .one(holder) : .null
    },
    Member("path", .string, "its name, as in incentive/ana/nps") { host, incentive in
      .string(host.incentivePath(incentive))
    },
    Member("metric", .one(.metric), "what is rewarded") { host, incentive in
      .one(.metric, Int(host.facts.incentives.list[incentive].metric))
    },
    Member("metric_text", .string, "the metric as written") { host, incentive in
      .string(host.metricText(host.facts.incentives.list[incentive].item))
    },
    Member("direction", .string, "increase, decrease or maintain, as it follows from good too") {
      host,
      incentive in
      .string(host.facts.incentives.list[incentive].direction.word)
    },
    Member("declared_direction", .text, "the direction where it is given") { host, incentive in
      host.text(.incentiveDirection, in: host.facts.incentives.list[incentive].item)
    },
    Member("weight", .number, "the weight in percent, where it is given") { host, incentive in
      .optional(host.facts.incentives.list[incentive].weight)
    },
    Member("share", .double, "the weight, else an equal part of 100") { host, incentive in
      .double(host.facts.incentives.share(of: incentive))
    },
    Member("target_min", .number, "the least value that is good enough") { host, incentive in
      .optional(host.facts.incentives.list[incentive].minimum)
    },
    Member("target_max", .number, "the greatest value that is good enough") { host, incentive in
      .optional(host.facts.incentives.list[incentive].maximum)
    },
    Member("target_words", .text, "the target, as in at least 99.95") { host, incentive in
      host.targetWords(incentive)
    },
    Member("baseline", .number, "where the metric begins, which is shown only") {
      host,
      incentive in
      host.number(.incentiveBaseline, in: host.facts.incentives.list[incentive].item)
    },
    Member("horizon", .text, "quarter, year or the like") { host, incentive in
      host.text(.incentiveHorizon, in: host.facts.incentives.list[incentive].item)
    },
    Member("set_by", .list(.dyn), "who set it") { host, incentive in
      .many(host.graph.references(.incentiveSetBy, of: host.facts.incentives.list[incentive].item))
    },
    Member("setters", .many(.person), "the filled persons who set it, units by their leads") {
      host,
      incentive in
      host.setters(of: incentive)
    },
    Member("position", .int, "its position on the scorecard, from 0") { host, incentive in
      .int(host.position(ofIncentive: incentive))
    },
  ]

  static let scorecardMembers: [Member] = [
    Member("holder", .dyn, "the person or unit") { host, scorecard in
      .one(host.scorecards[scorecard].holder)
    },
    Member("holder_name", .string, "the holder's id as written") { host, scorecard in
      .string(host.graph.symbols.text(host.scorecards[scorecard].symbol))
    },
    Member("path", .string, "the holder, as in person/ana") { host, scorecard in
      .string(host.scorecardPath(scorecard))
    },
    Member("person", .one(.person), "the holder, where it is a person") { host, scorecard in
      let holder = host.scorecards[scorecard].holder
      return holder?.kind == .person ? .one(holder) : .null
    },
    Member("unit", .one(.unit), "the holder, where it is a unit") { host, scorecard in
      let holder = host.scorecards[scorecard].holder
      return holder?.kind == .unit ? .one(holder) : .null
    },
    Member("incentives", .many(.incentive), "the incentives, over all files in path order") {
      host,
      scorecard in
      .many(.incentive, host.incentives(ofScorecard: scorecard))
    },
  ]

  static let scorecardSums: [Member] = [
    Member("total", .double, "the sum of the weights that are given") { host, scorecard in
      .double(host.total(ofScorecard: scorecard))
    },
    Member("horizon_totals", .list(.double), "the same for each horizon, in order of first use") {
      host,
      scorecard in
      .list(ValueList(host.horizonTotals(ofScorecard: scorecard).map(Value.double)))
    },
  ]

  static let tradeoffMembers: [Member] = [
    Member("between", .many(.metric), "the metrics that pull against each other") {
      host,
      tradeoff in
      host.references(.tradeoffBetween, of: EntityRef(.tradeoff, tradeoff))
    },
    Member("policy", .text, "how it is settled") { host, tradeoff in
      host.text(.tradeoffPolicy, of: EntityRef(.tradeoff, tradeoff))
    },
    Member("arbiter", .one(.person), "who settles it") { host, tradeoff in
      .one(host.graph.firstReference(.tradeoffArbiter, of: EntityRef(.tradeoff, tradeoff)))
    },
    Member("review_by", .timestamp, "when it is looked at again") { host, tradeoff in
      host.date(.tradeoffReviewBy, of: EntityRef(.tradeoff, tradeoff))
    },
  ]

  static let stewardshipMembers: [Member] = [
    Member("kind", .text, "process, method, tool or architecture") { host, stewardship in
      host.text(.stewardshipKind, of: EntityRef(.stewardship, stewardship))
    },
    Member("purpose", .text, "what it is for") { host, stewardship in
      host.text(.stewardshipPurpose, of: EntityRef(.stewardship, stewardship))
    },
    Member("steward", .one(.person), "the first filled steward") { host, stewardship in
      .one(.person, host.facts.groups.stewards[stewardship].first.map { Int($0) })
    },
    Member("stewards", .many(.person), "the filled stewards, each person once") {
      host,
      stewardship in
      .many(.person, host.facts.groups.stewards[stewardship])
    },
    Member("products", .many(.product), "the checked products in its scope") {
      host,
      stewardship in
      host.scope(EntityRef(.stewardship, stewardship))
    },
    Member(
      "rivals",
      .many(.stewardship),
      "it and those that serve its purpose for the same products with other stewards, by id; "
        + "empty but for the smallest id"
    ) { host, stewardship in
      .many(.stewardship, host.rivals(ofStewardship: stewardship)?.members ?? [])
    },
    Member("rival_products", .many(.product), "the products that several of its rivals serve") {
      host,
      stewardship in
      .many(
        .product,
        host.rivals(ofStewardship: stewardship).map { host.facts.products.list($0.products) } ?? []
      )
    },
    Member("measures", .many(.metric), "how its service is measured") { host, stewardship in
      host.references(.stewardshipMeasures, of: EntityRef(.stewardship, stewardship))
    },
    Member("review_by", .timestamp, "when it is looked at again") { host, stewardship in
      host.date(.stewardshipReviewBy, of: EntityRef(.stewardship, stewardship))
    },
  ]

  static let initiativeMembers: [Member] = [
    Member("kind", .string, "quality where none is given") { host, initiative in
      host.textOr("quality", .initiativeKind, of: EntityRef(.initiative, initiative))
    },
    Member("products", .many(.product), "the checked products in its scope") {
      host,
      initiative in
      host.scope(EntityRef(.initiative, initiative))
    },
    Member("anchors", .many(.anchor), "who anchors it where, as written") { host, initiative in
      host.entries(.initiativeAnchors, of: EntityRef(.initiative, initiative), as: .anchor)
    },
    Member("unanchored", .many(.product), "the products in its scope that nobody anchors it in") {
      host,
      initiative in
      .many(.product, host.unanchored(initiative))
    },
    Member("until", .timestamp, "when it ends") { host, initiative in
      host.date(.initiativeUntil, of: EntityRef(.initiative, initiative))
    },
    Member("is_active", .bool, "whether it is about quality and not over") { host, initiative in
      .bool(host.facts.groups.isActive[initiative])
    },
  ]

  static let anchorMembers: [Member] = [
    Member("product", .one(.product), "the product") { host, entry in
      .one(host.graph.reference(ItemID(entry)))
    },
    Member("person", .one(.person), "who anchors, where the seat is filled") { host, entry in
      guard let value = host.graph.value(ofEntry: ItemID(entry)),
        let person = host.graph.reference(value), host.facts.people.isFilled(person.index)
      else { return .null }
      return .one(person)
    },
  ]

  static let forumMembers: [Member] = [
    Member("kind", .text, "product, architecture or any other") { host, forum in
      host.text(.forumKind, of: EntityRef(.forum, forum))
    },
    Member("chair", .one(.person), "who chairs it, where the seat is filled") { host, forum in
      .one(.person, host.facts.groups.chairs[forum].first.map { Int($0) })
    },
    Member("members", .many(.person), "its members") { host, forum in
      .many(.person, host.facts.groups.members[forum])
    },
    Member("powers", .text, "inform, recommend or decide") { host, forum in
      host.text(.forumPowers, of: EntityRef(.forum, forum))
    },
  ]
}
