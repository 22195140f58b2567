import CEL
import OrgAnalysis
import OrgModel

// What incentives do to metrics, to results and to each other.
extension Vocabulary {
  static let drivenMetricMembers: [Member] = [
    Member("drivers", .many(.metric), "the metrics that drive it, over any declared influence") {
      host,
      metric in
      .many(.metric, host.drivers(of: metric))
    },
    Member("controllers", .list(.dyn), "who is named at it or at a driver, or decides on it") {
      host,
      metric in
      host.controllers(of: metric)
    },
    Member("deciders", .many(.person), "who decides something it is affected by") {
      host,
      metric in
      .many(.person, host.control.get().value.deciders[metric])
    },
    Member("incentives", .many(.incentive), "the incentives on it") { host, metric in
      .many(.incentive, host.facts.incentives.byMetric[metric])
    },
  ]

  static let goalMembers: [Member] = [
    Member("scope", .one(.scope), "the products it counts for") { host, incentive in
      .one(.scope, Int(host.facts.incentives.list[incentive].scope))
    },
    Member("is_out_of_reach", .bool, "whether others alone control what drives its metric") {
      host,
      incentive in
      .bool(host.control.get().value.controls[incentive] == .missing)
    },
    Member("is_uncascaded", .bool, "whether it is a manager's measure that nothing below drives") {
      host,
      incentive in
      .bool(host.cascade.get().value.isUncascaded[incentive])
    },
    Member("holds_counter", .bool, "whether its holder, or somebody close, holds its counter") {
      host,
      incentive in
      .bool(host.holdsCounter(incentive))
    },
    Member("pocket_effects", .many(.pocketEffect), "what it does to results, help left out") {
      host,
      incentive in
      .many(.pocketEffect, host.pocketEffects.get().value.byIncentive[incentive])
    },
  ]

  static let scopeMembers: [Member] = [
    Member("products", .many(.product), "its checked products; every one where it is everything") {
      host,
      scope in
      .many(.product, host.facts.products.list(host.facts.incentives.scopes[scope]))
    },
    Member("is_everything", .bool, "whether it meets every other") { host, scope in
      .bool(host.facts.incentives.scopes[scope].isAll)
    },
  ]

  static let pocketEffectMembers: [Member] = [
    Member("incentive", .one(.incentive), "the incentive") { host, effect in
      .one(.incentive, Int(host.effect(effect).incentive))
    },
    Member("kind", .string, "counter, hypothesized, ambiguous or disconnected") { host, effect in
      .string(host.effect(effect).kind.rawValue)
    },
    Member("pockets", .many(.pocket), "the pockets, by their ids") { host, effect in
      .many(.pocket, host.effect(effect).pockets)
    },
    Member("pocket", .one(.pocket), "the first of them") { host, effect in
      .one(.pocket, host.effect(effect).pockets.first.map { Int($0) })
    },
    Member("result", .one(.metric), "the result that is hurt, or that nothing leads to") {
      host,
      effect in
      .one(.metric, Int(host.effect(effect).result))
    },
    Member("hurts", .many(.edge), "the influences by which the goal hurts it, as they act") {
      host,
      effect in
      .many(.edge, host.edges(ofEffect: effect, helping: false))
    },
    Member("helps", .many(.edge), "the influences by which the goal helps a result") {
      host,
      effect in
      .many(.edge, host.edges(ofEffect: effect, helping: true))
    },
  ]

  static let cascadingMembers: [Member] = [
    Member("unled_managers", .many(.person), "managers to whose measures nothing held leads") {
      host,
      person in
      .many(.person, host.cascade.get().value.unledManagers(of: person))
    },
    Member("own_scorecard", .one(.scorecard), "the person's own, else that of the first seat") {
      host,
      person in
      .one(.scorecard, host.ownScorecard(of: person))
    },
    Member("nothing_cascades", .bool, "whether no measure the person holds is driven from below") {
      host,
      person in
      .bool(host.cascade.get().value.isUncascadedThroughout(person))
    },
    Member("uncascaded", .many(.incentive), "the measures held that nothing below drives") {
      host,
      person in
      .many(.incentive, host.cascade.get().value.uncascaded(of: person))
    },
  ]

  static let goalFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "effect_on",
      "What a goal does to a result: aligned, counter, ambiguous or disconnected; what a metric "
        + "does to another: raises, lowers, ambiguous or disconnected. Influences that are at least "
        + "correlated count, or those of the confidence that is named.",
      overloads: [
        effect(of: .incentive),
        effect(of: .incentive, confidence: true),
        effect(of: .metric),
        effect(of: .metric, confidence: true),
      ]
    ),
    FunctionDeclaration(
      "chain",
      "A goal and what follows from it over some influences, as in a up → b down.",
      overloads: [
        .member([.one(.incentive), .many(.edge)], .string) { arguments, host in
          guard let host = host as? DesignHost, let incentive = arguments.object(0) else {
            return .string("")
          }
          let edges = arguments.list(1).compactMap { $0.asObject.map { Int($0.index) } }
          return .string(host.chain(fromIncentive: Int(incentive.index), edges))
        }
      ]
    ),
  ]

  private static func effect(of kind: ObjectKind, confidence: Bool = false) -> Overload {
    .member([.one(kind), .one(.metric)] + (confidence ? [.string] : []), .string) {
      arguments,
      host in
      guard let host = host as? DesignHost, let first = arguments.object(0),
        let metric = arguments.object(1)
      else { return .string("disconnected") }
      let layer = confidence ? InfluenceLayer(leastConfidence: arguments.string(2)) : .correlated
      guard let layer else {
        return .failure(.invalidArgument("hypothesized, correlated or verified is asked for"))
      }
      return .string(
        kind == .incentive
          ? host.effect(ofIncentive: Int(first.index), on: Int(metric.index), layer)
          : host.effect(ofMetric: Int(first.index), on: Int(metric.index), layer)
      )
    }
  }
}
