package import OrgModel

/// The amounts a decision holds for: from `minimum` on and below `maximum`.
package struct Limit: Hashable, Sendable {
  /// The symbol of the name.
  package var name: UInt32
  package var minimum: Double
  package var maximum: Double

  /// The key; its value follows.
  package var item: ItemID
}

/// Returns what the union of half-open intervals misses of the amounts from 0 on, ascending.
package func missingIntervals(
  _ intervals: [(minimum: Double, maximum: Double)]
) -> [(minimum: Double, maximum: Double)] {
  var missing: [(minimum: Double, maximum: Double)] = []
  var reached = 0.0
  for interval in intervals.sorted(by: { $0.minimum < $1.minimum })
  where interval.minimum < interval.maximum {
    if interval.minimum > reached { missing.append((reached, interval.minimum)) }
    reached = max(reached, interval.maximum)
  }
  if reached < .infinity { missing.append((reached, .infinity)) }
  return missing
}
