import OrgModel

/// The tree of units, who is in them and who leads them.
package final class UnitFacts: Sendable {
  /// The units by their parents; each unit of a cycle is a root.
  package let tree: Forest

  /// The kind of each unit, in the words of the format where they or the settings know it; of the
  /// positions in `kindWords` that of its kind, -1 where it has none.
  private let kinds: [Int32]
  private let kindWords: [String]

  /// Whether each unit is of kind `team`.
  package let isTeam: [Bool]

  /// Whether each unit is of kind `product-group`.
  package let isGroup: [Bool]

  /// What each entry of `lead` names, vacant seats included; -1 where nothing.
  let leads: [Int32]

  /// The `headcount` of each unit; 0 where it has none.
  package let headcounts: [Double]

  /// The unit each person entry is in by its own `unit` or by `members`; -1 where none.
  let unitOfPerson: [Int32]

  /// The people each unit lists: its own, its `members` and its filled lead, each once.
  package let listed: IndexLists

  /// How many different people are listed at or below each unit.
  let memberCounts: [Int32]

  /// The teams in preorder; `teamOffsets` says how many stand before each position of the tree.
  private let teams: [Int32]
  private let teamOffsets: [Int32]

  /// The nearest product group at or above each unit; -1 where there is none.
  let nearestGroup: [Int32]

  init(_ graph: OrgGraph, _ people: PeopleFacts, _ settings: Settings) {
    let columns = Columns(graph, settings)
    let tree = Forest(parents: columns.parents, precedes: graph.precedes(.unit))
    self.tree = tree
    kinds = columns.kinds
    kindWords = columns.kindWords
    isTeam = columns.isTeam
    isGroup = columns.isGroup
    leads = columns.leads
    headcounts = columns.headcounts
    let membership = Membership(graph, people, columns, tree)
    unitOfPerson = membership.unitOfPerson
    listed = membership.listed
    memberCounts = membership.memberCounts
    teams = tree.preorder.filter { columns.isTeam[Int($0)] }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(tree.count + 1)
    var groups = [Int32](repeating: -1, count: tree.count)
    for unit in tree.preorder {
      offsets.append((offsets.last ?? 0) + (columns.isTeam[Int(unit)] ? 1 : 0))
      let above = tree.parents[Int(unit)]
      groups[Int(unit)] = columns.isGroup[Int(unit)] ? unit : above < 0 ? -1 : groups[Int(above)]
    }
    teamOffsets = offsets
    nearestGroup = groups
  }

  /// What the entries say, in one pass.
  struct Columns {
    var parents: [Int32]
    var leads: [Int32]
    var kinds: [Int32]
    var kindWords: [String] = []
    private var numberOfKind: [String: Int32] = [:]
    private let unitKinds: [String: String]
    var isTeam: [Bool]
    var isGroup: [Bool]
    var headcounts: [Double]
    /// The pairs of a unit and somebody its `members` name, in the order of the files.
    var listingUnits: [Int32] = []
    var listedPeople: [Int32] = []

    init(_ graph: OrgGraph, _ settings: Settings) {
      let records = graph.entities[Int(EntityKind.unit.rawValue)]
      unitKinds = settings.unitKinds
      parents = [Int32](repeating: -1, count: records.count)
      leads = parents
      kinds = parents
      isTeam = [Bool](repeating: false, count: records.count)
      isGroup = isTeam
      headcounts = [Double](repeating: 0, count: records.count)
      for unit in records.indices { read(unit, records[unit].body, graph) }
    }

    private mutating func read(_ unit: Int, _ body: ItemID, _ graph: OrgGraph) {
      graph.forEachField(of: body) { field, value in
        switch field {
        case .unitParent: parents[unit] = graph.firstIndex(in: value)
        case .unitLead: leads[unit] = graph.firstIndex(in: value)
        case .unitHeadcount: headcounts[unit] = graph.number(value) ?? 0
        case .unitKind:
          guard graph[value].type == .text else { return }
          let written = Settings.unitKind(graph.text(value))
          let kind = unitKinds[written] ?? written
          kinds[unit] = number(ofKind: kind)
          isTeam[unit] = kind == "team"
          isGroup[unit] = kind == "product-group"
        case .unitMembers:
          for element in graph.elements(of: value) {
            guard let person = graph.reference(element) else { continue }
            listingUnits.append(Int32(truncatingIfNeeded: unit))
            listedPeople.append(Int32(truncatingIfNeeded: person.index))
          }
        default: break
        }
      }
    }

    private mutating func number(ofKind word: String) -> Int32 {
      if let known = numberOfKind[word] { return known }
      let number = Int32(truncatingIfNeeded: kindWords.count)
      kindWords.append(word)
      numberOfKind[word] = number
      return number
    }
  }
}

extension UnitFacts {
  /// The number of units.
  package var count: Int { tree.count }

  /// Returns the kind of a unit: a word of the format, or the organization's own that no setting
  /// maps; nil where the unit has none.
  package func kind(of unit: Int) -> String? {
    kinds[unit] < 0 ? nil : kindWords[Int(kinds[unit])]
  }

  /// Returns the seat that leads a unit, vacant or not; nil where the unit names none.
  package func lead(of unit: Int) -> Int? {
    leads[unit] < 0 ? nil : Int(leads[unit])
  }

  /// Returns the teams at or below a unit, in preorder.
  package func teams(within unit: Int) -> ArraySlice<Int32> {
    let range = tree.range(of: unit)
    return teams[Int(teamOffsets[range.lowerBound])..<Int(teamOffsets[range.upperBound])]
  }

  /// Returns the people of a unit and of all below it, each once: their own unit is there, they
  /// are listed there, or they lead one of them.
  package func members(within unit: Int) -> [Int32] {
    let pairs = listed[preorder: tree, tree.range(of: unit)]
    guard tree.sizes[unit] > 1 else { return Array(pairs) }
    var seen = Set<Int32>(minimumCapacity: pairs.count)
    return pairs.filter { seen.insert($0).inserted }
  }

  /// Returns how many people a unit has, listed or counted: a team without its child units.
  package func size(of unit: Int) -> Double {
    max(headcounts[unit], Double(isTeam[unit] ? listed.count(of: unit) : Int(memberCounts[unit])))
  }

  /// Returns whether a unit has more people than it lists.
  package func isListedInPart(_ unit: Int) -> Bool {
    headcounts[unit] > Double(listed.count(of: unit))
  }
}

extension IndexLists {
  /// The values of all entries in a range of a forest's preorder, one list after the other.
  subscript(preorder tree: Forest, range: Range<Int>) -> [Int32] {
    tree.preorder[range].flatMap { self[Int($0)] }
  }
}
