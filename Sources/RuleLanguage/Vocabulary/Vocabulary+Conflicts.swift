import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  /// What a finding about a conflict and one of its pairs both have; `pair` gives the position of
  /// the pair.
  private static func pairMembers(
    _ pair: @escaping @Sendable (DesignHost, Int) -> Int
  ) -> [Member] {
    func member(
      _ name: String,
      _ type: CELType,
      _ summary: String,
      _ get: @escaping @Sendable (DesignHost, Conflict) -> Value
    ) -> Member {
      Member(name, type, summary) { host, index in get(host, host.conflict(pair(host, index))) }
    }
    return [
      member("kind", .string, "direct, target, declared, side-effect, lever or peers") {
        .string($1.isPeers ? "peers" : $1.kind.name)
      },
      member("first", .one(.incentive), "the incentive of the holder with the smaller id") {
        .one(.incentive, Int($1.first))
      },
      member("second", .one(.incentive), "the other incentive") {
        .one(.incentive, Int($1.second))
      },
      member("first_wants", .text, "whether the first needs more or less of the witness") {
        $0.wants($1, first: true)
      },
      member("second_wants", .text, "whether the second needs more or less of it") {
        $0.wants($1, first: false)
      },
      member("cause", .one(.incentive), "of a side effect: the incentive on the witness") {
        .one(.incentive, Int($0.sides($1).cause))
      },
      member("effect", .one(.incentive), "of a side effect: the incentive that is hurt") {
        .one(.incentive, Int($0.sides($1).effect))
      },
      member("coupling", .string, "why the holders depend on each other, in words") {
        .string($0.couplingWords($1))
      },
      member("coupling_kind", .string, "the word of the setting: self, po-tl, same-product, …") {
        .string($1.coupling.name)
      },
      member("coupling_strength", .string, "strong, medium or weak") {
        .string(String(describing: $1.coupling.strength))
      },
      member("confidence", .text, "the lesser of both chains; null where no chain is needed") {
        .optional($1.contest.map { DesignHost.confidenceWord($0.confidence) })
      },
      member("ambiguous", .bool, "whether one of the two also loses by the witness") {
        .bool($1.contest?.isAmbiguous ?? false)
      },
      member("layer", .string, "the influences it was found by: verified, correlated or all") {
        .string(String(describing: $1.layer))
      },
      member("severity", .string, "error, warning or info, after what lowers it") {
        .string(String(describing: $1.severity))
      },
      member("is_bounded", .bool, "whether some value satisfies both targets") {
        .bool($1.isBounded)
      },
      member("common_target", .text, "where both targets are met, as in [80, 90]") {
        $0.commonTarget($1)
      },
      member("further", .int, "how many further levers are contested") {
        .int(Int($1.further))
      },
      member("mitigation", .texts, "what lowers it by a step, in words") {
        .texts($0.mitigations($1))
      },
      member("tradeoff", .one(.tradeoff), "the trade-off that covers it and does not hold") {
        .one(.tradeoff, Int($1.tradeoff))
      },
      member("tradeoff_faults", .texts, "why that trade-off does not hold, in words") {
        .texts($0.tradeoffFaults($1))
      },
      member("common_manager", .one(.person), "the nearest manager of both who is neither of them")
      {
        .one($0.arbiter(of: $1))
      },
      member("manager_words", .text, "the same, and whether that person is measured on both") {
        $0.managerWords($1)
      },
      member("only_lever_words", .text, "of whose goals the witness is the only lever") {
        $0.onlyLeverWords($1)
      },
      member("qualifiers", .string, "what a message adds: what lowers it, further levers") {
        .string($0.qualifiers($1))
      },
    ]
  }

  static let conflictPairMembers = pairMembers { _, pair in pair }

  static let conflictMembers =
    pairMembers { host, group in host.conflictGroup(group).printed } + [
      Member("witness", .one(.metric), "what both need moved in opposite directions") {
        .one(.metric, Int($0.conflictGroup($1).witness))
      },
      Member("metrics", .many(.metric), "the metrics of the two goals, the smaller id first") {
        host,
        group in
        let found = host.conflictGroup(group)
        let metrics = [Int(found.firstMetric), Int(found.secondMetric)]
        return .many(.metric, metrics[0] == metrics[1] ? [metrics[0]] : metrics)
      },
      Member("manager", .one(.person), "the common manager of peers") {
        .one(.person, Int($0.conflictGroup($1).manager))
      },
      Member("pullers", .list(.dyn), "the holders of a finding about peers, by their ids") {
        .many($0.pullers($1))
      },
      Member("need_less", .list(.dyn), "of peers those who need less of the witness") {
        .many($0.pullers($1, more: false))
      },
      Member("need_more", .list(.dyn), "of peers those who need more of it") {
        .many($0.pullers($1, more: true))
      },
      Member("pull", .one(.link), "the first goal of peers, by the ids of holder and metric") {
        .one(.link, $0.pulls($1).first)
      },
      Member("other_pulls", .many(.link), "the next hundred goals of peers") {
        .many(.link, $0.pulls($1).dropFirst().prefix(100))
      },
      Member("pairs", .many(.conflictPair), "the pairs of incentives, by the ids of the holders") {
        .many(.conflictPair, $0.pairs(ofConflict: $1))
      },
      Member("incentives", .many(.incentive), "the incentives of all its pairs, each once") {
        .many(.incentive, $0.incentives(ofConflict: $1))
      },
      Member("other_pairs", .many(.conflictPair), "the first hundred beside the one shown") {
        host,
        group in
        let printed = host.conflictGroup(group).printed
        return .many(
          .conflictPair,
          host.pairs(ofConflict: group).filter { $0 != printed }.prefix(100)
        )
      },
      Member("more_pairs", .string, "\" (and 2 more pairs)\", or nothing") {
        .string($0.morePairs($1))
      },
      Member("holders", .texts, "the pairs of holders, as in person/ana person/tim") {
        .texts($0.holderPairs($1))
      },
      Member("tradeoff_example", .text, "an entry of tradeoffs; null where nobody could arbitrate")
      {
        .optional($0.tradeoffExample($1))
      },
      Member("first_chain", .string, "how the witness serves the first goal, in words") {
        .string($0.chain($1, first: true))
      },
      Member("second_chain", .string, "how the opposite serves the second goal, in words") {
        .string($0.chain($1, first: false))
      },
      Member("chains", .texts, "both chains in words") {
        .texts([$0.chain($1, first: true), $0.chain($1, first: false)])
      },
      Member("links", .many(.link), "the steps of the first chain, the second goal, its steps") {
        .many(.link, $0.links($1))
      },
    ]

  static let organizationConflictMembers: [Member] = [
    Member("cut_goals", .many(.metric), "the goals whose search for drivers ended at its limit") {
      host,
      _ in
      .many(.metric, host.conflicts.get().value.cutGoals)
    },
    Member("skipped_conflicts", .text, "why not all goals were compared; null where they were") {
      host,
      _ in
      host.skippedConflicts
    },
  ]

  static let linkMembers: [Member] = [
    Member("place", .dyn, "the influence, or the incentive of the second goal") {
      $0.linkPlace($1)
    },
    Member("words", .string, "what it says, with its confidence") {
      .string($0.linkWords($1))
    },
  ]
}
