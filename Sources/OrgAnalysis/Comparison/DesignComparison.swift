package import OrgModel

/// What a change does: the edits to entries, and the figures before and after.
package struct DesignComparison: Sendable {
  package let base: OrgFacts

  /// Which entries have another id in the base.
  package let renames: Renames

  /// In the order of kinds, ids and fields.
  package let edits: [Edit]

  /// The figures of the whole organization, then those of each decision that both have.
  package let figures: [Figure]

  /// Compares two designs.
  ///
  /// `conflicts` are the numbers of pairs of incentives in a conflict of warning or error, of the
  /// base and the head; nil where nobody counted them. Cost: linear in both designs.
  package init(base: OrgFacts, head: OrgFacts, conflicts: (base: Int, head: Int)?) {
    self.base = base
    renames = Renames(from: base.graph, to: head.graph)
    edits = EditFinder.edits(base: base, head: head, renames)
    var figures = [
      Figure(name: .people, before: base.people.personCount, after: head.people.personCount),
      Figure(name: .layers, before: base.layerCount, after: head.layerCount),
      Figure(name: .span, before: base.largestSpan, after: head.largestSpan),
      Figure(name: .approvals, before: base.approvalCount, after: head.approvalCount),
      Figure(name: .pocketDepth, before: base.pocketDepth, after: head.pocketDepth),
      Figure(name: .dottedLines, before: base.dottedLineCount, after: head.dottedLineCount),
    ]
    if let conflicts {
      figures.append(Figure(name: .conflicts, before: conflicts.base, after: conflicts.head))
    }
    self.figures = figures + DesignComparison.ofDecisions(base, head, renames)
  }

  /// The most hand-offs of each decision that both designs have, and its agree and approve steps.
  private static func ofDecisions(
    _ base: OrgFacts,
    _ head: OrgFacts,
    _ renames: Renames
  ) -> [Figure] {
    (0..<head.graph.count(.decision)).flatMap { decision -> [Figure] in
      let entity = EntityRef(.decision, decision)
      let known = base.graph.symbols.find(head.graph.symbols[head.graph.record(entity).symbol])
        .flatMap { base.graph.entity(.decision, symbol: $0) }
      guard let old = known ?? renames.before(entity) else { return [] }
      let number = Int32(truncatingIfNeeded: decision)
      return [
        Figure(
          name: .hands,
          decision: number,
          before: base.mostHands(of: old.index),
          after: head.mostHands(of: decision)
        ),
        Figure(
          name: .approvals,
          decision: number,
          before: base.approvalCount(of: old.index),
          after: head.approvalCount(of: decision)
        ),
      ]
    }
  }
}

// The figures of one design; each is linear in it.
extension OrgFacts {
  /// The number of people on the longest reporting chain.
  package var layerCount: Int { Int(people.lines.heights().max() ?? 0) }

  /// The greatest number of direct reports.
  package var largestSpan: Int {
    (0..<people.count).lazy.map { [self] in people.reports(of: $0).count }.max() ?? 0
  }

  /// The number of pockets from a root to the deepest leaf.
  package var pocketDepth: Int { Int(pockets.tree.heights().max() ?? 0) }

  /// The number of steps that agree or approve, over all decisions.
  package var approvalCount: Int {
    (0..<decisions.count).reduce(0) { $0 + approvalCount(of: $1) }
  }

  /// Returns the number of steps of a decision that agree or approve.
  package func approvalCount(of decision: Int) -> Int {
    decisions.steps(of: decision).count {
      decisions.steps[$0].part == .agree || decisions.steps[$0].part == .approve
    }
  }

  /// The number of dotted lines that lead to somebody.
  package var dottedLineCount: Int {
    (0..<people.count).reduce(0) {
      $0 + graph.references(.personDotted, of: EntityRef(.person, $1)).count
    }
  }

  /// Returns the hand-offs of a decision for the product where it takes the most.
  package func mostHands(of decision: Int) -> Int {
    if hasNoProduct(decision) { return evaluate(decision, for: nil).hands }
    guard decisions.varies(decision) else {
      return products(of: decision).first.map { evaluate(decision, for: Int($0)).hands } ?? 0
    }
    return products(of: decision).map { evaluate(decision, for: Int($0)).hands }.max() ?? 0
  }
}
