/// Gives equal names a number, for consumers that show only the first of equals.
struct UniqueNames {
  private var counts: [String: Int] = [:]

  /// Returns how often the name came before.
  mutating func repetition(of name: String) -> Int {
    let count = counts[name, default: 0]
    counts[name] = count + 1
    return count
  }

  /// Returns the name, with ` (2)` and so on from its second time.
  mutating func unique(_ name: String) -> String {
    let count = repetition(of: name)
    return count == 0 ? name : "\(name) (\(count + 1))"
  }
}
