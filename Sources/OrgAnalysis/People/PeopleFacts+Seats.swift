extension PeopleFacts {
  /// How many people there are, of the seats of one holder one; vacant seats count.
  package var personCount: Int {
    (0..<count).count { acting(in: $0) != $0 || identity(of: $0) == $0 }
  }

  /// Which entries are seats of one person: by who acts in them, and by one `holder`.
  struct Seats {
    /// What entries that are the same person have in common: of those in which nobody else acts
    /// the one with the smallest id.
    var identities: [Int32]

    /// The other entries of each person, by identity.
    var others: IndexLists

    /// The entries of each person who has several, by their positions in the lines.
    var inLine: IndexLists

    /// The nearest entry above each that is the same person; -1 where there is none.
    var above: [Int32]

    init(_ columns: Columns, _ acting: Acting, _ lines: Forest, precedes: (Int32, Int32) -> Bool) {
      identities = Seats.identities(columns, acting, precedes)
      let identities = identities
      others = IndexLists(
        count: identities.count,
        keys: identities.indices.map { Int(identities[$0]) == $0 ? -1 : identities[$0] }
      )
      inLine = IndexLists()
      above = []
      if others.total == 0 { return }
      let others = others
      inLine = IndexLists(
        count: identities.count,
        keys: lines.preorder.map { entry in
          let identity = identities[Int(entry)]
          return others.count(of: Int(identity)) > 0 ? identity : -1
        },
        values: lines.preorder
      )
      above = Seats.above(inLine, lines)
    }

    private static func identities(
      _ columns: Columns,
      _ acting: Acting,
      _ precedes: (Int32, Int32) -> Bool
    ) -> [Int32] {
      guard !columns.holders.isEmpty else { return acting.persons }
      var firsts: [UInt32: Int32] = [:]
      for (person, holder) in columns.holders where acting.persons[Int(person)] == person {
        if let first = firsts[holder], precedes(first, person) { continue }
        firsts[holder] = person
      }
      var identities = acting.persons
      for (person, holder) in columns.holders where acting.persons[Int(person)] == person {
        identities[Int(person)] = firsts[holder] ?? person
      }
      return acting.persons.map { identities[Int($0)] }
    }

    private static func above(_ inLine: IndexLists, _ lines: Forest) -> [Int32] {
      var above = [Int32](repeating: -1, count: lines.count)
      for person in 0..<inLine.count {
        var open: [Int32] = []
        for entry in inLine[person] {
          while let last = open.last, !lines.isAbove(Int(last), Int(entry)) { open.removeLast() }
          above[Int(entry)] = open.last ?? -1
          open.append(entry)
        }
      }
      return above
    }
  }
}
