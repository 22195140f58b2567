package import OrgModel

/// A goal every lever of which somebody near wants moved the other way.
package struct Stranding: Sendable {
  package var incentive: Int32

  /// The layer in which it is found: correlated, or all where only a hypothesis says so.
  package var layer: InfluenceLayer

  /// The product or pocket in whose group it holds.
  package var group: EntityRef

  /// The levers by the ids of their metrics.
  package var levers: [ContestedLever]

  /// What would help several of the group and hurt nobody.
  package var freeLevers: [FreeLever]
}

/// A lever that serves a goal and that others want moved the other way.
package struct ContestedLever: Hashable, Sendable {
  package var metric: Int32

  /// 1 where more of it serves the goal, -1 where less does.
  package var sign: Int8

  /// Of the first opponents by id one incentive each.
  package var opposing: [Int32]

  /// How many holders want it the other way.
  package var opponentCount: Int

  /// More opponents than these are counted and not named.
  static let namedOpponents = 7
}

/// A lever that serves goals of different holders and hurts nobody's in the group.
package struct FreeLever: Hashable, Sendable {
  package var metric: Int32
  package var sign: Int8

  /// Whom it serves, by their ids.
  package var holders: [Int32]
}
