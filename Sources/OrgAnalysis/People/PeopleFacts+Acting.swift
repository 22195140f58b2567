extension PeopleFacts {
  /// Who acts in which vacant seat, over any number of steps.
  struct Acting {
    var persons: [Int32]
    var isUnfilled: [Bool]
    var cycles: [[Int32]] = []

    init(_ columns: Columns, precedes: (Int32, Int32) -> Bool) {
      persons = columns.isVacant.indices.map { Int32(truncatingIfNeeded: $0) }
      isUnfilled = columns.isVacant
      guard columns.isVacant.contains(true) else { return }
      var next = columns.acting
      for person in next.indices where !columns.isVacant[person] { next[person] = -1 }
      // With the cycles cut, the chains are trees; whoever stands at the top acts, if not vacant.
      let chains = Forest(parents: next, precedes: precedes)
      cycles = chains.cycles
      for seat in chains.preorder where columns.isVacant[Int(seat)] {
        let above = Int(chains.parents[Int(seat)])
        guard above >= 0, !isUnfilled[above] else { continue }
        persons[Int(seat)] = persons[above]
        isUnfilled[Int(seat)] = false
      }
    }
  }
}
