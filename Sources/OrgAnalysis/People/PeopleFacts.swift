import OrgModel

/// Reporting lines and seats: who reports to whom, and who is the same person.
///
/// A seat is an entry like any other; two entries are the same person (≐) if the one acts in the
/// other, both are seats of one who acts, or whoever fills them has one `holder`.
package final class PeopleFacts: Sendable {
  /// The reporting lines over the first manager of each.
  package let lines: Forest

  /// Whether each entry is a vacant seat.
  package let isVacant: [Bool]

  /// The cycles of `acting`, each once, rotated to its smallest id.
  package let actingCycles: [[Int32]]

  /// Whether anybody has `reports_to`.
  package let areLinesDeclared: Bool

  /// The entry each stands for: of a seat that is acted in who acts, of any other itself.
  @usableFromInline let persons: [Int32]

  /// What entries that are the same person have in common: one of them.
  @usableFromInline let identities: [Int32]

  /// Whether a vacant seat has nobody who acts in it.
  @usableFromInline let isUnfilled: [Bool]

  /// The other entries of each person, by identity.
  private let others: IndexLists

  /// The entries of each person who has several, by identity, in the order of the lines.
  private let inLine: IndexLists

  /// The nearest entry above each that is the same person, -1 where there is none; empty where
  /// nobody has several entries.
  private let sameAbove: [Int32]

  init(_ graph: OrgGraph) {
    let columns = Columns(graph)
    let precedes = graph.precedes(.person)
    lines = Forest(parents: columns.managers, precedes: precedes)
    isVacant = columns.isVacant
    areLinesDeclared = columns.areLinesDeclared
    let acting = Acting(columns, precedes: precedes)
    actingCycles = acting.cycles
    persons = acting.persons
    isUnfilled = acting.isUnfilled
    let seats = Seats(columns, acting, lines, precedes: precedes)
    identities = seats.identities
    others = seats.others
    inLine = seats.inLine
    sameAbove = seats.above
  }

  /// The number of entries.
  package var count: Int { lines.count }

  /// What the entries say, in one pass.
  struct Columns {
    var managers: [Int32]
    var acting: [Int32]
    var isVacant: [Bool]
    var areLinesDeclared = false

    /// The entries that say who holds them, and the symbol of the holder.
    var holders: [(person: Int32, holder: UInt32)] = []

    init(_ graph: OrgGraph) {
      let records = graph.entities[Int(EntityKind.person.rawValue)]
      managers = [Int32](repeating: -1, count: records.count)
      acting = managers
      isVacant = [Bool](repeating: false, count: records.count)
      for person in records.indices {
        graph.forEachField(of: records[person].body) { field, value in
          switch field {
          case .personReportsTo:
            managers[person] = graph.firstIndex(in: value)
            areLinesDeclared = true
          case .personActing: acting[person] = graph.firstIndex(in: value)
          case .personVacant: isVacant[person] = graph.choice(value) == 1
          case .personHolder where graph[value].type == .name:
            holders.append((Int32(truncatingIfNeeded: person), graph[value].payload))
          default: break
          }
        }
      }
    }
  }
}

extension PeopleFacts {
  /// Returns the first manager of an entry, also in a cycle.
  package func manager(of person: Int) -> Int? {
    let manager = lines.declaredParents[person]
    return manager < 0 ? nil : Int(manager)
  }

  /// Returns the people who name an entry as their first manager, without itself.
  package func reports(of person: Int) -> ArraySlice<Int32> {
    lines.declaredChildren[person]
  }

  /// The managers above an entry, from the nearest; edges inside a cycle end the walk.
  package func managers(above person: Int) -> Forest.Ancestors {
    lines.ancestors(of: person)
  }

  /// Returns the person an entry stands for; nil for a vacant seat that nobody acts in.
  @inlinable @inline(__always)
  package func resolved(_ person: Int) -> Int? {
    isUnfilled[person] ? nil : Int(persons[person])
  }

  /// Returns what two entries have in common iff they are the same person.
  @inlinable @inline(__always)
  package func identity(of person: Int) -> Int {
    Int(identities[person])
  }

  /// Returns the entry that acts in a vacant seat; of any other, and where nobody acts, itself.
  @inlinable @inline(__always)
  package func acting(in person: Int) -> Int {
    Int(persons[person])
  }

  /// Returns whether somebody answers for what an entry is named for.
  @inlinable @inline(__always)
  package func isFilled(_ person: Int) -> Bool {
    !isUnfilled[person]
  }

  /// Returns whether two entries are the same person.
  @inlinable @inline(__always)
  package func isSame(_ first: Int, _ second: Int) -> Bool {
    identities[first] == identities[second]
  }

  /// Returns the vacant seats that a person acts in, over several steps too; none for a seat.
  package func seats(actedInBy person: Int) -> [Int] {
    isVacant[person] ? [] : others[identity(of: person)].map { Int($0) }.filter { isVacant[$0] }
  }

  /// Returns whether several entries are the person.
  func hasSeats(_ person: Int) -> Bool { others.count(of: identity(of: person)) > 0 }

  /// Returns all entries that are the same person: the one that stands for it first.
  package func entries(sameAs person: Int) -> [Int] {
    let identity = identity(of: person)
    return [identity] + others[identity].map { Int($0) }
  }

  /// Returns the nearest entry above another that is the same person as somebody.
  ///
  /// Cost: of people with several entries the logarithm of their number, and how often they stand
  /// above themselves.
  func nearestEntry(of identity: Int, above person: Int) -> Int? {
    guard others.count(of: identity) > 0 else {
      return lines.isAbove(identity, person) ? identity : nil
    }
    let entries = inLine[identity]
    var (low, high) = (entries.startIndex, entries.endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      let isBefore = lines.positions[Int(entries[middle])] < lines.positions[person]
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low > entries.startIndex else { return nil }
    // What is above the person and stands before the last such entry is above that entry, too.
    var entry = entries[low - 1]
    while entry >= 0, !lines.isAbove(Int(entry), person) { entry = sameAbove[Int(entry)] }
    return entry < 0 ? nil : Int(entry)
  }

  /// Whether another entry of the same person stands above an entry.
  func standsBelowItself(_ person: Int) -> Bool {
    !sameAbove.isEmpty && sameAbove[person] >= 0
  }

  /// The people without a manager, in the order of the files.
  package var roots: [Int32] {
    lines.declaredParents.indices.compactMap {
      lines.declaredParents[$0] < 0 ? Int32(truncatingIfNeeded: $0) : nil
    }
  }

  /// Those at whom a reporting line ends, in the order of the files: nobody is above them, or they
  /// stand on a cycle.
  package var lineEnds: [Int32] {
    lines.parents.indices.compactMap {
      lines.parents[$0] < 0 ? Int32(truncatingIfNeeded: $0) : nil
    }
  }

  /// Returns the layer of an entry, 1 at the top of its line.
  package func layer(of person: Int) -> Int {
    Int(lines.depths[person]) + 1
  }

  /// Returns whether a manager has nobody above and somebody below.
  package func isTop(_ person: Int) -> Bool {
    lines.declaredParents[person] < 0 && lines.declaredChildren.count(of: person) > 0
  }
}
