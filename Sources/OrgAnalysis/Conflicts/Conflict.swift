/// Two incentives of holders who depend on each other, and what sets them against each other.
package struct Conflict: Hashable, Sendable {
  /// Positions of the incentives; the holder of the first has the smaller id.
  package var first: Int32
  package var second: Int32
  package var kind: Kind
  package var coupling: Coupling.Kind

  /// The common manager, by identity, of a side effect or lever between peers; -1 for others.
  package var manager: Int32 = -1

  /// What both need moved in opposite directions; of a direct conflict their metric, nil where
  /// none is needed.
  package var contest: Contest?

  /// The layer in which it was found.
  package var layer = InfluenceLayer.verified

  /// How many further levers are contested in that layer.
  package var further: Int32 = 0

  /// Before and after what lowers it.
  package var baseSeverity: ConflictSeverity
  package var severity: ConflictSeverity

  /// Whether values exist that satisfy both targets, of a direct conflict.
  package var isBounded = false

  package var mitigation = Mitigation()

  /// The entry of `tradeoffs` that covers it; -1 for none.
  package var tradeoff: Int32 = -1

  /// Whether that entry holds, so that the tension is managed and no finding.
  package var isManaged = false

  /// The position among the exemptions of the one that takes it out of its finding; -1 for none.
  package var exemption: Int32 = -1

  /// Whether it is told in one finding with all that a manager's reports contest at its witness.
  package var isPeers: Bool { manager >= 0 }

  /// The kind by whose rule it is reported.
  var reportedKind: Kind { isPeers ? .lever : kind }

  /// The metric both need moved in opposite directions; nil where there is none.
  package var witness: Int32? { contest?.metric }

  /// What sets two goals against each other, the more telling first.
  package enum Kind: UInt8, CaseIterable, Sendable {
    case direct, target, declaredSplit, sideEffect, lever

    /// The word for it.
    package var name: String {
      switch self {
      case .direct: "direct"
      case .target: "target"
      case .declaredSplit: "declared"
      case .sideEffect: "side-effect"
      case .lever: "lever"
      }
    }

    /// The rule that reports it.
    package var rule: String {
      switch self {
      case .direct: "inc-direct-conflict"
      case .target: "inc-target-contradiction"
      case .declaredSplit: "inc-declared-tradeoff-split"
      case .sideEffect: "inc-side-effect-conflict"
      case .lever: "inc-lever-conflict"
      }
    }
  }
}

/// Two incentives that conflict, by their positions, and make no finding.
package struct WeakPair: Hashable, Sendable {
  package var first: Int32
  package var second: Int32
}

/// What lowers a conflict by one step, however much of it there is.
package struct Mitigation: Hashable, Sendable {
  /// A metric downstream of both goals on which both are measured in one direction; or -1.
  package var sharedMetric: Int32 = -1

  /// The incentive by which one of the two also holds the goal of the other; or -1.
  package var pairedIncentive: Int32 = -1

  /// The incentive of the manager of both on something downstream of both goals; or -1.
  package var arbiterIncentive: Int32 = -1

  package var isEmpty: Bool {
    sharedMetric < 0 && pairedIncentive < 0 && arbiterIncentive < 0
  }
}
