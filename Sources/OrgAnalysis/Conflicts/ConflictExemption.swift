/// A waiver that names a holder or an incentive, or of a finding about peers the metric of a goal,
/// and so takes pairs out of a finding.
package struct ConflictExemption: Hashable, Sendable {
  package var kind: Conflict.Kind

  /// The position of the holder, or -1.
  package var holder: Int32

  /// The position of the incentive, or -1.
  package var incentive: Int32

  /// The position of the metric, or -1.
  package var metric: Int32

  /// The position of the waiver among those of the design.
  package var waiver: Int

  package init(
    kind: Conflict.Kind,
    holder: Int32 = -1,
    incentive: Int32 = -1,
    metric: Int32 = -1,
    waiver: Int
  ) {
    self.kind = kind
    self.holder = holder
    self.incentive = incentive
    self.metric = metric
    self.waiver = waiver
  }

  func names(_ index: Int32, _ incentive: Incentive, isPeers: Bool) -> Bool {
    self.incentive == index || holder >= 0 && holder == incentive.holder
      || isPeers && metric >= 0 && metric == incentive.metric
  }
}
