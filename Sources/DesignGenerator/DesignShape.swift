/// The kind of design to generate.
package enum DesignShape: String, CaseIterable, Sendable {
  /// Every product has metrics of its own.
  case ordinary
  /// 500 products share one availability, one change failure rate and one release frequency.
  case generic
}
