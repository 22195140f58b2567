package import OrgModel

/// One line of a scorecard.
package struct Incentive: Sendable {
  /// The position in `IncentiveFacts.holders`; -1 where the key names nobody.
  package var holder: Int32

  /// -1 where the metric is void.
  package var metric: Int32

  /// The direction that counts: as declared, else by the metric's good direction.
  package var direction: Direction
  package var declaredDirection: Direction?
  package var weight: Double?

  /// Whether a target is given; a missing end is infinite.
  package var hasTarget: Bool
  package var minimum: Double?
  package var maximum: Double?

  package var item: ItemID

  /// The record of the scorecard it stands in, as a position in the graph's holders.
  package var record: Int32

  /// From 1, among those of the holder on the same metric over all files.
  package var occurrence: Int32

  /// The effective scope, as a position in `IncentiveFacts.scopes`.
  package var scope: Int32

  /// Whether it, or its metric, says what it is for.
  package var isScopeDeclared = false

  /// Which way a metric is to go.
  package enum Direction: UInt8, CaseIterable, Sendable {
    case increase, decrease, maintain

    /// The word of the format.
    package var word: String {
      switch self {
      case .increase: "increase"
      case .decrease: "decrease"
      case .maintain: "maintain"
      }
    }

    /// 1, -1 or 0.
    package var sign: Int { self == .increase ? 1 : self == .decrease ? -1 : 0 }
  }
}
