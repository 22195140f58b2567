package import OrgModel

/// A selector that names nobody for some products, without another finding that says why.
package struct SelectorGap: Sendable {
  package let decision: Int

  /// The symbol of its text.
  package let symbol: UInt32

  /// The first place it stands at in the decision.
  package let item: ItemID

  /// In the order of their places.
  package let products: [Int32]
}

extension OrgFacts {
  /// Returns one gap for each decision and selector, in the order of the files.
  package func selectorGaps() -> [SelectorGap] {
    (0..<decisions.count).flatMap(selectorGaps)
  }

  /// Returns the gaps of one decision, in the order written.
  package func selectorGaps(of decision: Int) -> [SelectorGap] {
    let used = selectors(of: decision)
    guard !used.isEmpty else { return [] }
    let scope = products(of: decision)
    return used.compactMap { item, number in
      let selector = decisions.selectors[Int(number)]
      guard !selector.role.isAlwaysExplained else { return nil }
      let gaps = scope.filter { product in
        if case .nobody(isExplained: false) = select(selector.role, for: Int(product)) {
          return true
        }
        return false
      }
      guard !gaps.isEmpty else { return nil }
      return SelectorGap(decision: decision, symbol: selector.symbol, item: item, products: gaps)
    }
  }

  /// The different selectors of a decision, wherever they stand, and where each stands first.
  private func selectors(of decision: Int) -> [(item: ItemID, number: Int32)] {
    let body = graph.record(EntityRef(.decision, decision)).body
    var found: [(item: ItemID, number: Int32)] = []
    for index in body.index..<body.index + Int(graph.items[body.index].length)
    where graph.items[index].type == .selector {
      guard let number = decisions.selector(graph.items[index].payload),
        !found.contains(where: { $0.number == number })
      else { continue }
      found.append((ItemID(index), number))
    }
    return found
  }
}
