import Diagnostics
import OrgAnalysis
import OrgModel
import Reporting

/// How answers name what a design declares.
struct AnswerNames {
  let facts: OrgFacts
  private var graph: OrgGraph { facts.graph }

  init(_ facts: OrgFacts) {
    self.facts = facts
  }

  func id(_ kind: EntityKind, _ index: Int) -> String {
    graph.id(EntityRef(kind, index))
  }

  func path(_ kind: EntityKind, _ index: Int) -> String {
    graph.path(EntityRef(kind, index))
  }

  /// Returns a field's value as it is written; nil where it is absent.
  func text(_ field: Field, _ kind: EntityKind, _ index: Int) -> String? {
    graph.field(field, of: EntityRef(kind, index)).map { graph.text($0) }
  }

  /// Returns a person's id with the name, or whose seat it is: `po-app (Ana Obi)`.
  func person(_ person: Int) -> String {
    var notes: [String] = []
    if let name = text(.personName, .person, person) { notes.append(name) }
    if facts.people.isVacant[person] {
      let acting = facts.people.resolved(person).map { id(.person, $0) + " acts" }
      notes += ["vacant", acting ?? "nobody acts"]
    }
    let seats = seats(besides: person)
    if !seats.isEmpty {
      notes.append("one person with " + seats.map { id(.person, $0) }.joined(separator: ", "))
    }
    return id(.person, person) + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// Returns the other seats that the holder of a seat has, by id; vacant ones left out.
  func seats(besides person: Int) -> [Int] {
    if facts.people.isVacant[person] { return [] }
    return facts.people.entries(sameAs: person)
      .filter { $0 != person && !facts.people.isVacant[$0] }
      .sorted { graph.idPrecedes(EntityRef(.person, $0), EntityRef(.person, $1)) }
  }

  func people(_ people: some Sequence<Int>) -> String {
    let texts = people.map(person)
    return texts.isEmpty ? "nobody" : texts.joined(separator: ", ")
  }

  /// Returns the people that a field of an entry names, vacant seats included.
  func named(_ field: Field, _ kind: EntityKind, _ index: Int) -> [Int] {
    graph.references(field, of: EntityRef(kind, index)).filter { $0.kind == .person }.map(\.index)
  }

  /// Returns an actor as on a path: a person's id, a forum or unit by its kind.
  func actor(_ actor: Actor) -> String {
    guard let entity = actor.entity else {
      return "any of " + actor.members.map(self.actor).joined(separator: ", ")
    }
    return entity.kind == .person ? graph.id(entity) : "\(entity.kind.name) '\(graph.id(entity))'"
  }

  /// Returns `kind/id` of an actor, of an any-of that of each member.
  func paths(of actor: Actor) -> [String] {
    actor.members.compactMap { $0.entity.map(graph.path) }
  }

  /// Returns the entry with an id or `kind/id`; for an unknown one the nearest known is named.
  func find(_ name: String, _ kind: EntityKind) throws(UsageError) -> Int {
    let prefix = kind.name + "/"
    let id = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    if let entity = graph.entity(kind, id: id) { return entity.index }
    guard graph.count(kind) > 0 else { throw UsageError("the design has no \(kind.section)") }
    throw UsageError("the design has no \(kind.name) '\(id)'\(graph.hint(id, kind))")
  }

  /// Returns a whole number without its fraction.
  static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
