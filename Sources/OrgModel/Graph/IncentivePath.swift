/// The name of an incentive, which has no id: `incentive/holder/metric`.
package enum IncentivePath {
  /// Returns the name; from the second one of a holder on one metric its number follows.
  package static func text(holder: String, metric: String, occurrence: Int) -> String {
    "incentive/\(holder)/\(metric)" + (occurrence > 1 ? "/\(occurrence)" : "")
  }
}
