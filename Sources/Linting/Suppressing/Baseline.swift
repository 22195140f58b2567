package import Diagnostics
package import OrgModel

/// The findings a team has agreed to live with for now, as a file keeps them.
///
/// An entry is the identity of a finding and its elements: no line, no count, no message, so that
/// nothing but the design itself makes a finding come back.
package struct Baseline: Sendable {
  /// Sorted, without repetition.
  package private(set) var entries: [Entry]
  private let positions: [[String]: Range<Int>]

  /// A finding as the file has it.
  package struct Entry: Hashable, Comparable, Sendable {
    package var identity: [String]
    package var elements: [String]

    package init(identity: [String], elements: [String]) {
      self.identity = identity
      self.elements = Set(elements).sorted()
    }

    package static func < (first: Entry, second: Entry) -> Bool {
      first.identity == second.identity
        ? first.elements.lexicographicallyPrecedes(second.elements)
        : first.identity.lexicographicallyPrecedes(second.identity)
    }
  }

  package init(_ entries: some Sequence<Entry>) {
    let sorted = Set(entries).sorted()
    var positions: [[String]: Range<Int>] = [:]
    for (index, entry) in sorted.enumerated() {
      let start = positions[entry.identity]?.lowerBound ?? index
      positions[entry.identity] = start..<index + 1
    }
    self.entries = sorted
    self.positions = positions
  }

  /// Makes the baseline that silences all of the findings.
  package init(of findings: [Diagnostic]) {
    self.init(findings.map { Entry(identity: $0.identity, elements: $0.elements) })
  }

  /// Returns the baseline with the ids that entries of a design have now.
  package func renamed(_ renames: Renames) -> Baseline {
    Baseline(
      entries.map { entry in
        Entry(
          identity: entry.identity.prefix(1) + entry.identity.dropFirst().map(renames.now),
          elements: entry.elements.map(renames.now).sorted()
        )
      }
    )
  }

  /// Returns whether a finding is in it: the same identity, and no element that is not.
  package func contains(_ finding: Diagnostic) -> Bool {
    guard let range = positions[finding.identity] else { return false }
    return finding.elements.isEmpty
      || range.contains { Set(entries[$0].elements).isSuperset(of: finding.elements) }
  }

  /// Returns what is left of it: the entries of findings that are still there, with the elements
  /// that are.
  ///
  /// - Parameters:
  ///   - findings: What it could silence now.
  ///   - isJudged: Whether a rule ran; the entries of one that did not stay as they are.
  package func pruned(
    to findings: [Diagnostic],
    isJudged: (_ rule: String) -> Bool
  ) -> Baseline {
    var elements: [[String]: Set<String>] = [:]
    for finding in findings { elements[finding.identity] = Set(finding.elements) }
    return Baseline(
      entries.compactMap { entry in
        guard isJudged(entry.identity.first ?? "") else { return entry }
        guard let found = elements[entry.identity] else { return nil }
        let left = entry.elements.filter(found.contains)
        if left.isEmpty, !entry.elements.isEmpty, !found.isEmpty { return nil }
        return Entry(identity: entry.identity, elements: left)
      }
    )
  }

  /// Returns the entries that match nothing any more.
  package func stale(
    against findings: [Diagnostic],
    isJudged: (_ rule: String) -> Bool
  ) -> [Entry] {
    let left = pruned(to: findings, isJudged: isJudged)
    return entries.filter { left.positions[$0.identity] == nil }
  }
}
