import CEL
import OrgAnalysis
import OrgModel

// Goals that cannot win, and goals that cannot be had together.
extension Vocabulary {
  static let strandedMembers: [Member] = [
    Member("stranded", .one(.stranding), "how all its levers are contested; null where one is free")
    {
      host,
      incentive in
      .one(.stranding, Int(host.stranded.get().value.positions[incentive]))
    }
  ]

  static let strandingMembers: [Member] = [
    Member("incentive", .one(.incentive), "the incentive") { host, stranding in
      .one(.incentive, Int(host.stranding(stranding).incentive))
    },
    Member("confidence", .string, "correlated, or hypothesized where only a hypothesis says so") {
      host,
      stranding in
      .string(host.stranding(stranding).layer == .all ? "hypothesized" : "correlated")
    },
    Member("group", .dyn, "the product or pocket in whose group it holds") { host, stranding in
      .one(host.stranding(stranding).group)
    },
    Member("levers", .many(.lever), "its levers, with who wants them the other way") {
      host,
      stranding in
      .many(.lever, host.levers(ofStranding: stranding))
    },
    Member("opposing", .many(.incentive), "the first incentives that want one the other way") {
      host,
      stranding in
      .many(.incentive, host.opposing(stranding))
    },
    Member("free_levers", .texts, "what would help several of the group and hurt nobody") {
      host,
      stranding in
      .texts(host.freeLeverWords(stranding))
    },
  ]

  static let leverMembers: [Member] = [
    Member("metric", .one(.metric), "the metric") { host, lever in
      .one(.metric, Int(host.contestedLever(lever).metric))
    },
    Member("direction", .string, "more or less, as it serves the goal") { host, lever in
      .string(host.contestedLever(lever).sign > 0 ? "more" : "less")
    },
    Member("opponents", .string, "who wants it the other way, in words") { host, lever in
      .string(host.opponentWords(host.contestedLever(lever)))
    },
    Member("opponent_count", .int, "how many want it the other way") { host, lever in
      .int(host.contestedLever(lever).opponentCount)
    },
  ]

  static let jointSetMembers: [Member] = [
    Member("incentives", .many(.incentive), "the incentives, by holders and metrics") {
      host,
      set in
      .many(.incentive, host.joint.get().value.sets[set].incentives)
    },
    Member("weights", .texts, "the weights under which they cancel out, as in 1/3") { host, set in
      let weights = host.joint.get().value.sets[set].weights
      return .texts(weights.map { "\($0)/\(weights.reduce(0, +))" })
    },
    Member("levers", .many(.metric), "the levers of at least one of them") { host, set in
      .many(.metric, host.joint.get().value.sets[set].levers)
    },
    Member("product", .one(.product), "the product of whose goals they are") { host, set in
      .one(.product, Int(host.joint.get().value.sets[set].product))
    },
  ]

  static let jointMembers: [Member] = [
    Member("joint_sets", .many(.jointSet), "goals that agree in pairs and not together") {
      host,
      _ in
      .many(.jointSet, host.joint.get().value.sets.indices)
    }
  ]
}
