import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  static let decisionMembers: [Member] = [
    Member("type", .string, "its type; its id where none is given") { host, decision in
      .string(host.decisionType(decision))
    },
    Member("class", .string, "tactical, strategic or irreversible") { host, decision in
      .string(host.choice(.decisionClass, of: EntityRef(.decision, decision)) ?? "tactical")
    },
    Member("products", .many(.product), "the checked products in its scope") { host, decision in
      host.scope(EntityRef(.decision, decision))
    },
    Member("limits", .many(.limit), "the amounts it is for, by name") { host, decision in
      .many(.limit, host.facts.decisions.limits(of: decision).map(\.item.index))
    },
    Member("rivals", .many(.path), "how those of greater id decide the same for its products") {
      host,
      decision in
      .many(.path, host.rivals(ofDecision: decision))
    },
    Member("affects", .many(.metric), "the metrics it moves") { host, decision in
      host.references(.decisionAffects, of: EntityRef(.decision, decision))
    },
    Member("steps", .many(.step), "its steps as written, those of a parallel too") {
      host,
      decision in
      .many(.step, host.decisions.steps[decision].map { $0.item.index })
    },
    Member("refused_steps", .bool, "whether a step was left out because it could not be read") {
      host,
      decision in
      .bool(host.decisions.hasRefused[decision])
    },
    Member("is_cyclic", .bool, "whether steps come round to themselves") { host, decision in
      .bool(!host.decisions.cycles[decision].isEmpty)
    },
    Member("cycle", .many(.step), "the steps that come round to themselves, in order") {
      host,
      decision in
      .many(.step, host.cycle(ofDecision: decision).map(\.index))
    },
    Member("paths", .many(.path), "the decision for each product in its scope") {
      host,
      decision in
      .many(.path, host.decisions.pairs(of: decision))
    },
    Member("greatest_hands", .int, "the most hand-offs for any product it has a decider for") {
      host,
      decision in
      .int(
        host.decisions.pairs(of: decision)
          .filter { host.decisions.hasDecider($0) }
          .map { Int(host.decisions.pairs[$0].hands) }.max() ?? 0
      )
    },
    Member("blockers", .many(.turn), "who it waits for, over all products") { host, decision in
      .many(
        .turn,
        host.decisions.pairs(of: decision).flatMap { host.turns(ofPair: $0, \.isBlocking) }
      )
    },
    Member("vetoes", .many(.turn), "who has to agree, over all products") { host, decision in
      .many(
        .turn,
        host.decisions.pairs(of: decision).flatMap { host.turns(ofPair: $0) { $0 == .agree } }
      )
    },
    Member("overrules", .many(.turn), "who may undo it, over all products") { host, decision in
      .many(
        .turn,
        host.decisions.pairs(of: decision).flatMap { host.turns(ofPair: $0) { $0 == .overrule } }
      )
    },
  ]

  static let pathMembers: [Member] = [
    Member("decision", .one(.decision), "the decision") { host, pair in
      .one(.decision, Int(host.decisions.pairs[pair].decision))
    },
    Member("product", .one(.product), "the product; null where the design has none") {
      host,
      pair in
      .one(.product, Int(host.decisions.pairs[pair].product))
    },
    Member("requester", .one(.actor), "who asks") { host, pair in
      .one(.actor, Int(host.decisions.pairs[pair].requester))
    },
    Member("hands", .int, "the hand-offs on the longest way") { host, pair in
      .int(Int(host.decisions.pairs[pair].hands))
    },
    Member("climb", .int, "the reporting steps up to the highest person it waits for") {
      host,
      pair in
      .int(Int(host.decisions.pairs[pair].climb))
    },
    Member("climb_base", .one(.person), "the person the climb begins at") { host, pair in
      .one(.person, Int(host.decisions.pairs[pair].climbBase))
    },
    Member("actors", .many(.actor), "the requester and the actors of the longest way, in order") {
      host,
      pair in
      .many(.actor, host.decisions.printed[host.pathRange(pair)])
    },
    Member("serial_agreements", .many(.turn), "the longest run of agreements that each wait") {
      host,
      pair in
      .many(.turn, host.serialAgreements(ofPair: pair))
    },
    Member("deciders", .many(.actor), "the different actors that decide") { host, pair in
      .many(.actor, host.decisions.deciders(ofPair: pair))
    },
    Member("decider", .one(.actor), "the actor that decides, where it is one") { host, pair in
      // A step that was refused may have been the one that decides.
      let isRefused = host.decisions.hasRefused[Int(host.decisions.pairs[pair].decision)]
      return .one(.actor, isRefused ? nil : host.decisions.decider(ofPair: pair))
    },
    Member("agreers", .many(.actor), "the different actors that agree or approve and do not decide")
    { host, pair in
      .many(.actor, host.decisions.agreers(ofPair: pair))
    },
    Member("participants", .int, "the different people it waits for, groups by their members") {
      host,
      pair in
      .int(host.participants(ofPair: pair))
    },
    Member("owner_decides", .bool, "whether the product owner is the single decider") {
      host,
      pair in
      .bool(host.ownerDecides(pair))
    },
    Member("blockers", .many(.turn), "who it waits for") { host, pair in
      .many(.turn, host.turns(ofPair: pair, \.isBlocking))
    },
    Member("overrules", .many(.turn), "who may undo it") { host, pair in
      .many(.turn, host.turns(ofPair: pair) { $0 == .overrule })
    },
    Member("escalations", .many(.turn), "who settles it when it is stuck, in order") {
      host,
      pair in
      .many(.turn, host.turns(ofPair: pair) { $0 == .escalate })
    },
    Member("escalation_cycle", .many(.person), "the people between one who is asked twice") {
      host,
      pair in
      .many(.person, host.escalationCycle(pair).people)
    },
    Member("repeated_escalation", .one(.turn), "the entry that asks somebody again") {
      host,
      pair in
      .one(.turn, host.escalationCycle(pair).turn)
    },
  ]

  static let turnMembers: [Member] = [
    Member("path", .one(.path), "the decision for the product") { host, turn in
      .one(.path, Int(host.decisions.turns[turn].pair))
    },
    Member("actor", .one(.actor), "who") { host, turn in
      .one(.actor, Int(host.decisions.turns[turn].actor))
    },
    Member("part", .string, "agree, approve, decide, overrule or escalate") { host, turn in
      .string(host.decisions.turns[turn].part.rawValue)
    },
    Member("actor_decides", .bool, "whether its actor is one that decides") { host, turn in
      .bool(host.decisions.turns[turn].actorDecides)
    },
    Member("grounds", .text, "the ground of a right to agree") { host, turn in
      let item = host.decisions.turns[turn].item
      return host.graph[item].type == .mapping ? host.text(.stepGrounds, in: item) : .null
    },
    Member("has_mandate", .bool, "whether its grounds are a mandate, such as legal or safety") {
      host,
      turn in
      .bool(host.hasMandate(turn))
    },
    Member("previous", .one(.actor), "of an escalation the one asked before, first the decider") {
      host,
      turn in
      .one(.actor, host.actor(beforeEscalation: turn))
    },
    Member("is_last", .bool, "whether it is the last entry of the escalation") { host, turn in
      .bool(host.isLastEscalation(turn))
    },
    Member("position", .int, "its position among the steps or entries, from 0") { host, turn in
      .int(Int(host.decisions.turns[turn].position))
    },
  ]

  static let actorMembers: [Member] = [
    Member("kind", .string, "person, forum, unit or any-of") { host, actor in
      switch host.decisions.actors[actor] {
      case .person: .string("person")
      case .forum: .string("forum")
      case .unit: .string("unit")
      case .anyOf: .string("any-of")
      }
    },
    Member("person", .one(.person), "the person it speaks through") { host, actor in
      .one(.person, host.facts.speaker(of: host.decisions.actors[actor]))
    },
    Member("forum", .one(.forum), "the forum, where it is one") { host, actor in
      if case .forum(let forum) = host.decisions.actors[actor] {
        .one(.forum, Int(forum))
      } else {
        .null
      }
    },
    Member("unit", .one(.unit), "the unit, where it is one") { host, actor in
      if case .unit(let unit) = host.decisions.actors[actor] {
        .one(.unit, Int(unit))
      } else {
        .null
      }
    },
    Member("is_vacant", .bool, "whether it is an empty seat that nobody acts in") { host, actor in
      if case .person(let person) = host.decisions.actors[actor] {
        .bool(host.facts.people.resolved(Int(person)) == nil)
      } else {
        .bool(false)
      }
    },
    Member("voices", .many(.person), "the persons it speaks through, of an any-of each member's") {
      host,
      actor in
      .many(.person, host.voices(of: host.decisions.actors[actor]))
    },
    Member(
      "has_silent_group",
      .bool,
      "whether it is, or has as a member, a group nobody speaks for; not where a name is at fault"
    ) {
      host,
      actor in
      .bool(host.decisions.actors[actor].members.contains { host.facts.isSilentGroup($0) })
    },
    Member("node", .one(.person), "the person entry its reporting line starts at") { host, actor in
      .one(.person, host.node(of: host.decisions.actors[actor]))
    },
    Member("members", .many(.person), "the people of a forum or of an any-of") { host, actor in
      .many(.person, host.facts.members(of: host.decisions.actors[actor]))
    },
  ]

  static let limitMembers: [Member] = [
    Member("name", .string, "what is limited") { host, limit in
      .string(host.graph.text(ItemID(limit)))
    },
    Member("min", .double, "the least amount, 0 where none is given") { host, limit in
      .double(host.bound(.limitMin, ofLimit: limit) ?? 0)
    },
    Member("max", .double, "the amount from which on it ends, infinite where none is given") {
      host,
      limit in
      .double(host.bound(.limitMax, ofLimit: limit) ?? .infinity)
    },
  ]

  static let loadMembers: [Member] = [
    Member("actor", .dyn, "the person, forum or unit that others wait for") { host, load in
      .one(host.loads.get().value[load].actor)
    },
    Member("pairs", .int, "the pairs of a type of decision and a product it blocks") {
      host,
      load in
      .int(host.loads.get().value[load].pairs)
    },
    Member("decisions", .many(.decision), "the decisions these come from") { host, load in
      .many(.decision, host.loads.get().value[load].decisions)
    },
  ]

  static let stepMembers: [Member] = [
    Member("part", .string, "recommend, agree, approve, input, decide, perform or inform") {
      host,
      step in
      .string(host.part(ofStep: ItemID(step)))
    },
    Member("grounds", .text, "the ground of a right to agree") { host, step in
      host.text(.stepGrounds, in: ItemID(step))
    },
    Member("id", .text, "the name it has for after") { host, step in
      .optional(
        host.graph.field(.stepID, of: ItemID(step)).map { host.graph.text($0) }
      )
    },
    Member("position", .int, "where it begins in the file, for telling steps apart") { _, step in
      .int(step)
    },
  ]
}

extension DesignHost {
  func participants(ofPair pair: Int) -> Int {
    var people: Set<Int> = []
    var units: Set<Int32> = []
    func add(_ actor: Actor) {
      switch actor {
      case .unit(let unit): units.insert(unit)
      case .anyOf(let members): members.forEach(add)
      case .person, .forum:
        people.formUnion(facts.members(of: actor).map { facts.people.identity(of: $0) })
      }
    }
    for turn in turns(ofPair: pair, \.isBlocking) {
      add(decisions.actors[Int(decisions.turns[turn].actor)])
    }
    return people.count + units.count
  }

  func hasMandate(_ turn: Int) -> Bool {
    let item = decisions.turns[turn].item
    guard graph[item].type == .mapping, let grounds = graph.field(.stepGrounds, of: item) else {
      return false
    }
    return terms.mandateGrounds.contains(graph.text(grounds))
  }

  func actor(beforeEscalation turn: Int) -> Int? {
    guard decisions.turns[turn].part == .escalate else { return nil }
    if let before = decisions.neighbor(of: turn, -1) { return Int(decisions.turns[before].actor) }
    return decisions.decider(ofPair: Int(decisions.turns[turn].pair))
  }

  func isLastEscalation(_ turn: Int) -> Bool {
    decisions.turns[turn].part == .escalate && decisions.neighbor(of: turn, 1) == nil
  }

  func voices(of actor: Actor) -> [Int] {
    if case .anyOf(let members) = actor { return members.flatMap(voices) }
    return facts.speaker(of: actor).map { [$0] } ?? []
  }

  func node(of actor: Actor) -> Int? {
    switch actor {
    case .person(let person): Int(person)
    case .forum(let forum): facts.groups.chairs[Int(forum)].first.map { Int($0) }
    case .unit(let unit): facts.units.lead(of: Int(unit))
    case .anyOf: nil
    }
  }

  func includes(_ outer: Actor, _ inner: Actor) -> Bool {
    if facts.isSame(outer, inner) { return true }
    guard case .anyOf(let members) = outer else { return false }
    return members.contains { facts.isSame($0, inner) }
  }

  func hasAuthority(_ person: Int, ofPair pair: Int) -> Bool {
    let product = Int(decisions.pairs[pair].product)
    return facts.hasAuthority(person, over: product < 0 ? nil : product)
  }

  func decisionType(_ decision: Int) -> String { facts.decisions.type(of: decision) }

  /// The types of decisions that there are, each once, in the order they first occur.
  var decisionTypes: [String] { facts.decisions.typeNames }

  func turns(ofPair pair: Int, _ has: (DecisionTable.Part) -> Bool) -> [Int] {
    decisions.pairs[pair].turns.map { Int($0) }.filter { has(decisions.turns[$0].part) }
  }

  func pathRange(_ pair: Int) -> Range<Int> {
    let path = decisions.pairs[pair].path
    return Int(path.lowerBound)..<Int(path.upperBound)
  }

  func ownerDecides(_ pair: Int) -> Bool {
    let product = Int(decisions.pairs[pair].product)
    guard product >= 0, let decider = decisions.decider(ofPair: pair),
      case .person(let person) = decisions.actors[decider]
    else { return false }
    return facts.products.owners[product].contains {
      facts.people.isSame(Int($0), Int(person))
    }
  }

  func isInside(_ actor: Int, ofPair pair: Int) -> Bool {
    let entry = decisions.pairs[pair]
    guard entry.product >= 0 else { return true }
    return facts.isInside(
      decisions.actors[actor],
      of: Int(entry.product),
      isTechnical: terms.technicalTypes.contains(decisionType(Int(entry.decision)))
    )
  }

  /// The circle of steps, from the one with the smallest id, or the first written.
  func cycle(ofDecision decision: Int) -> [ItemID] {
    let cycle = decisions.cycles[decision]
    func key(_ item: ItemID) -> String {
      graph.field(.stepID, of: item).map { graph.text($0) } ?? "\u{10FFFF}"
    }
    let first = cycle.indices.min { (key(cycle[$0]), cycle[$0]) < (key(cycle[$1]), cycle[$1]) } ?? 0
    return cycle.isEmpty ? [] : Array(cycle[first...] + cycle[..<first])
  }

  /// Somebody who is asked again on the way from the decider over the escalation.
  func escalationCycle(_ pair: Int) -> (people: [Int], turn: Int?) {
    var asked: [Int] = []
    var positions: [Int: Int] = [:]
    func ask(_ actor: Actor) -> Int? {
      guard let person = facts.speaker(of: actor) else { return nil }
      let identity = facts.people.identity(of: person)
      if let start = positions[identity] { return start }
      positions[identity] = asked.count
      asked.append(person)
      return nil
    }
    if let decider = decisions.decider(ofPair: pair) { _ = ask(decisions.actors[decider]) }
    for turn in turns(ofPair: pair, { $0 == .escalate }) {
      if let start = ask(decisions.actors[Int(decisions.turns[turn].actor)]) {
        return (Array(asked[start...]), turn)
      }
    }
    return ([], nil)
  }

  func part(ofStep item: ItemID) -> String {
    guard let field = graph.field(.stepAs, of: item), let position = graph.choice(field),
      position < DecisionPart.allCases.count
    else { return "" }
    return DecisionPart.allCases[position].rawValue
  }

  func words(for actor: Actor) -> String {
    switch actor {
    case .person(let person): return shown(EntityRef(.person, Int(person)))
    case .forum(let forum): return shown(EntityRef(.forum, Int(forum)))
    case .unit(let unit): return shown(EntityRef(.unit, Int(unit)))
    case .anyOf(let members):
      return "any of " + members.map(words).sorted().joined(separator: ", ")
    }
  }

  func path(of actor: Actor) -> String {
    switch actor {
    case .person(let person): graph.path(EntityRef(.person, Int(person)))
    case .forum(let forum): graph.path(EntityRef(.forum, Int(forum)))
    case .unit(let unit): graph.path(EntityRef(.unit, Int(unit)))
    case .anyOf(let members): members.map(path).sorted().joined(separator: " ")
    }
  }

  /// A step as a message names it: its id, or what it does and who.
  func words(forStep item: ItemID) -> String {
    if let id = graph.field(.stepID, of: item) { return "'" + graph.text(id) + "'" }
    let by = graph.field(.stepBy, of: item).map { graph.text($0) } ?? "nobody"
    return part(ofStep: item) + " by " + by
  }
}
