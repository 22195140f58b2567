/// A waiver that names a holder or an incentive, and so takes pairs out of a finding.
package struct ConflictExemption: Hashable, Sendable {
  package var kind: Conflict.Kind

  /// The position of the holder, or -1.
  package var holder: Int32

  /// The position of the incentive, or -1.
  package var incentive: Int32

  /// The position of the waiver among those of the design.
  package var waiver: Int

  package init(kind: Conflict.Kind, holder: Int32 = -1, incentive: Int32 = -1, waiver: Int) {
    self.kind = kind
    self.holder = holder
    self.incentive = incentive
    self.waiver = waiver
  }

  func names(_ incentive: Int32, holder: Int32) -> Bool {
    self.incentive == incentive || self.holder >= 0 && self.holder == holder
  }
}
