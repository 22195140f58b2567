import Diagnostics

/// Compares the values in force at two sides by their names.
struct RowComparison {
  private(set) var changes: [InForceChange] = []

  /// What one change does to several rules, by what it does.
  private var joined: [Joined: Int] = [:]

  private struct Joined: Hashable {
    var group: String
    var key: String
    var words: String
  }

  /// Names of which each value is one of a list.
  private static let lists: Set<String> = ["paths", "exclude", "ignore"]

  /// Rules named by one change; more make a further one.
  private static let mostRules = 20

  init(_ base: [InForceRow], _ head: [InForceRow]) {
    let (old, new) = (RowComparison.values(of: base), RowComparison.values(of: head))
    let (oldRules, newRules) = (RowComparison.rules(of: base), RowComparison.rules(of: head))
    var seen: Set<InForceRow.Name> = []
    for row in base + head where seen.insert(row.name).inserted {
      let (before, after) = (old[row.name] ?? [], new[row.name] ?? [])
      guard before != after else { continue }
      if row.name.group.isEmpty, RowComparison.lists.contains(row.name.key) {
        compareList(row.name.key, Set(before), Set(after))
        continue
      }
      // A rule that came or went is told as a whole.
      if row.name.group == "rules", !oldRules.contains(row.name.rule) { continue }
      if row.name.group == "rules", !newRules.contains(row.name.rule) { continue }
      compare(row.name, before, after)
    }
    compareOrder(base, head)
  }

  private static func values(of rows: [InForceRow]) -> [InForceRow.Name: [String]] {
    Dictionary(grouping: rows, by: \.name).mapValues { $0.map(\.value) }
  }

  /// The rules that a side has.
  private static func rules(of rows: [InForceRow]) -> Set<String> {
    Set(rows.lazy.filter { $0.name.group == "rules" }.map(\.name.rule))
  }

  /// Fewer paths and more patterns leave something out.
  private mutating func compareList(_ key: String, _ old: Set<String>, _ new: Set<String>) {
    for value in new.subtracting(old).sorted() {
      changes.append(
        InForceChange(text: "\(key): + \(value)", isHarmless: key == "paths", subject: .files)
      )
    }
    for value in old.subtracting(new).sorted() {
      changes.append(
        InForceChange(text: "\(key): - \(value)", isHarmless: key != "paths", subject: .files)
      )
    }
  }

  private mutating func compare(_ name: InForceRow.Name, _ old: [String], _ new: [String]) {
    let (before, after) = excerpts(old.joined(separator: "; "), new.joined(separator: "; "))
    let words = "\(before) → \(after)"
    let isHarmless = isHarmless(name, old, new)
    guard !name.rule.isEmpty else {
      let gates = ["fail_on", "max_warnings", "silencing"]
      changes.append(
        InForceChange(
          text: "\(name.key): \(words)",
          isHarmless: isHarmless,
          subject: gates.contains(name.key) ? .gate : .anything
        )
      )
      return
    }
    let key = Joined(group: name.group, key: name.key, words: words)
    if let index = joined[key], changes[index].rules.count < RowComparison.mostRules {
      return changes[index].add(name.rule)
    }
    joined[key] = changes.count
    changes.append(
      InForceChange(
        rule: name.rule,
        part: name.group == "rules" ? "" : " " + name.group,
        key: name.key,
        words,
        isHarmless: isHarmless
      )
    )
  }

  /// Of overrides that are all there, the later one beats the earlier one.
  private mutating func compareOrder(_ base: [InForceRow], _ head: [InForceRow]) {
    func order(_ rows: [InForceRow], among others: [InForceRow]) -> [InForceRow.Name] {
      let known = Set(others.lazy.map(\.name))
      var seen: Set<InForceRow.Name> = []
      return rows.map(\.name).filter {
        !$0.group.isEmpty && $0.group != "rules" && known.contains($0) && seen.insert($0).inserted
      }
    }
    if order(base, among: head) != order(head, among: base) {
      changes.append(InForceChange(text: "overrides: their order changed", subject: .anything))
    }
  }

  /// Whether a value only became stricter.
  private func isHarmless(_ name: InForceRow.Name, _ old: [String], _ new: [String]) -> Bool {
    func rank(_ words: [String]) -> (Int, Int)? {
      guard old.count == 1, new.count == 1, let before = words.firstIndex(of: old[0]),
        let after = words.firstIndex(of: new[0])
      else { return nil }
      return (before, after)
    }
    switch name.key {
    case "severity" where name.group == "rules":
      return rank(["off", "info", "warning", "error"]).map { $0.0 < $0.1 } ?? false
    case "enforced": return old == ["false"] || (old.isEmpty && new == ["true"])
    case "fail_on": return rank(["never", "error", "warning", "info"]).map { $0.0 < $0.1 } ?? false
    case "silencing": return rank(["warning", "error"]).map { $0.0 < $0.1 } ?? false
    case "stage": return rank(["draft", "proposed", "approved"]).map { $0.0 < $0.1 } ?? false
    case "max_warnings":
      guard let after = new.first.flatMap({ Int($0) }) else { return false }
      return old.first.flatMap { Int($0) }.map { after <= $0 } ?? true
    default: return false
    }
  }

  /// Two values, of long ones the part from where they differ.
  private func excerpts(_ old: String, _ new: String) -> (String, String) {
    guard old.utf8.count > RowComparison.most || new.utf8.count > RowComparison.most else {
      return (shown(old), shown(new))
    }
    let shared = max(0, zip(old, new).prefix { $0 == $1 }.count - 30)
    func excerpt(_ text: String) -> String {
      let rest = text.dropFirst(shared)
      let part = rest.prefix(RowComparison.most)
      return (shared > 0 ? "…" : "") + part + (part.endIndex < rest.endIndex ? "…" : "")
    }
    return (shown(excerpt(old)), shown(excerpt(new)))
  }

  /// Characters shown of one value.
  private static let most = 160

  private func shown(_ value: String) -> String { value.isEmpty ? "nothing" : value }
}
