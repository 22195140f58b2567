import OrgAnalysis
import OrgModel
import Testing

/// Seats of one person: by `holder`, by `acting`, and by both.
@Suite struct SeatTests {
  static let design = Design(
    """
    people:
      ceo: {}
      gm-a: { reports_to: ceo }
      gm-b: { reports_to: ceo }
      po-web: { holder: h1, reports_to: gm-b }
      po-app: { holder: " h1\\t", reports_to: gm-a }
      gap: { vacant: true, acting: po-web, reports_to: gm-b }
      under: { reports_to: po-web }
      # A placeholder and an empty text are nobody's key, and a vacant seat has no holder.
      tbd-1: { holder: TBD }
      tbd-2: { holder: TBD }
      empty-1: { holder: "" }
      empty-2: { holder: " " }
      left: { holder: h1, vacant: true }
      # The text counts, be it a number or not.
      n-1: { holder: 007 }
      n-2: { holder: "007" }
      n-3: { holder: 7 }
    products:
      app: { product_owner: [po-web, po-app], technology_lead: gap }
    incentives:
      po-app: [{ metric: nps }]
      po-web: [{ metric: nps }]
    metrics: { nps: {} }
    """
  )

  @Test(arguments: [
    (["po-app", "po-web", "gap"], true), (["tbd-1", "tbd-2"], false),
    (["empty-1", "empty-2"], false), (["left", "po-app"], false), (["n-1", "n-2"], true),
    (["n-1", "n-3"], false), (["po-app", "gm-a"], false),
  ])
  func `seats of one holder are one person`(seats: [String], isSame: Bool) {
    let design = SeatTests.design
    let people = design.facts.people
    for (first, second) in zip(seats, seats.dropFirst()) {
      #expect(people.isSame(design.person(first), design.person(second)) == isSame)
    }
  }

  @Test func `the seat with the smallest id stands for the person`() {
    let design = SeatTests.design
    let people = design.facts.people
    for seat in ["po-app", "po-web", "gap"] {
      #expect(design.name(.person, people.identity(of: design.person(seat))) == "po-app")
    }
    // Whoever acts in a seat is an entry of its own, and so is the line of each.
    #expect(design.name(.person, people.resolved(design.person("gap"))) == "po-web")
    #expect(people.reports(of: design.person("po-app")).isEmpty)
    #expect(people.distance(from: design.person("under"), to: design.person("po-app")) == 1)
    #expect(people.distance(from: design.person("po-app"), to: design.person("gm-b")) == nil)
    #expect(people.personCount == design.graph.count(.person) - 2)
  }

  @Test func `roles and incentives are those of every seat`() {
    let design = SeatTests.design
    let app = design.product("app")
    // Of two seats of one person the first that is named is the owner.
    #expect(design.names(.person, design.facts.products.owners[app]) == ["po-web"])
    for seat in ["po-app", "po-web", "gap"] {
      #expect(design.facts.targets(of: design.person(seat), as: .productOwner) == [app])
      #expect(design.facts.targets(of: design.person(seat), as: .technologyLead) == [app])
      #expect(design.facts.incentives(ofPerson: design.person(seat)).count == 2)
    }
  }

  @Test(arguments: 0..<60)
  func `lines and people are those of the definitions`(seed: UInt64) {
    let model = SeatModel(seed: seed)
    let design = Design(model.text)
    let people = design.facts.people
    let ids = model.ids
    for (one, first) in ids.enumerated() {
      let from = design.person(first)
      let same = ids.indices.filter { model.isSame(one, $0) }.map { ids[$0] }
      let found = people.entries(sameAs: from).map { design.name(.person, $0) ?? "" }
      #expect(found.sorted() == same.sorted(), "\(model.text)")
      for (other, second) in ids.enumerated() {
        let to = design.person(second)
        #expect(people.isSame(from, to) == model.isSame(one, other))
        let steps = people.distance(from: from, to: to)
        #expect(steps == model.distance(one, other), "\(first) \(second)\n\(model.text)")
        let common = people.commonManager(from, to).map { design.name(.person, $0) ?? "" }
        #expect(common == model.common(one, other).map { ids[$0] }, "\(first) \(second)")
      }
      let below = ids.indices.filter { (model.distance($0, one) ?? 0) > 0 }.map { ids[$0] }
      let reached = Set(people.everybody(below: from)).map { design.name(.person, Int($0)) ?? "" }
      #expect(reached.sorted() == below.sorted(), "\(first)\n\(model.text)")
    }
  }
}

/// A random design of people, and what the definitions say of it, word by word.
private struct SeatModel {
  var ids: [String] = []
  private var managers: [Int?] = []
  private var acting: [Int?] = []
  private var isVacant: [Bool] = []
  private var holders: [String?] = []

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 2...14, using: &random)
    ids = (0..<count).map { "p\($0)" }.shuffled(using: &random)
    for person in 0..<count {
      managers.append(
        person > 0 && Int.random(in: 0..<6, using: &random) > 0
          ? Int.random(in: 0..<person, using: &random) : nil
      )
      isVacant.append(Int.random(in: 0..<4, using: &random) == 0)
      acting.append(
        Int.random(in: 0..<3, using: &random) > 0 ? Int.random(in: 0..<count, using: &random) : nil
      )
      let holder = ["h1", "h2", nil].randomElement(using: &random) ?? nil
      holders.append(isVacant[person] ? nil : holder)
    }
  }

  var text: String {
    var text = "people:\n"
    for person in ids.indices {
      var fields: [String] = []
      if let manager = managers[person] { fields.append("reports_to: \(ids[manager])") }
      if isVacant[person] { fields.append("vacant: true") }
      if let actor = acting[person] { fields.append("acting: \(ids[actor])") }
      if let holder = holders[person] { fields.append("holder: \(holder)") }
      text += "  \(ids[person]): { \(fields.joined(separator: ", ")) }\n"
    }
    return text
  }

  /// The person reached over `acting`; the seat itself where nobody is.
  private func resolved(_ seat: Int) -> Int {
    var (entry, seen) = (seat, Set([seat]))
    while isVacant[entry] {
      guard let next = acting[entry], seen.insert(next).inserted else { return seat }
      entry = next
    }
    return entry
  }

  func isSame(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (resolved(one), resolved(other))
    return first == second || holders[first] != nil && holders[first] == holders[second]
  }

  private func up(_ person: Int) -> [Int] {
    var line: [Int] = []
    var entry = person
    while let manager = managers[entry] {
      line.append(manager)
      entry = manager
    }
    return line
  }

  func distance(_ from: Int, _ to: Int) -> Int? {
    if isSame(from, to) { return 0 }
    return up(from).firstIndex { isSame($0, to) }.map { $0 + 1 }
  }

  func common(_ one: Int, _ other: Int) -> Int? {
    let line = [other] + up(other)
    return ([one] + up(one)).first { entry in line.contains { isSame($0, entry) } }
  }
}
