import CEL
import OrgAnalysis
import OrgModel
import SourceText

// How things are named, shown and placed.
extension DesignHost {
  /// Returns what a finding can be about as `kind/id`, and a string that is one; nil for the rest.
  func path(of value: Value) -> String? {
    if let text = value.asString {
      return text.contains("/") || text == "organization" ? text : nil
    }
    guard let object = value.asObject else { return nil }
    if let entity = object.entity { return graph.path(entity) }
    let index = Int(object.index)
    switch object.kind {
    case .incentive: return incentivePath(index)
    case .scorecard: return scorecardPath(index)
    case .organization: return "organization"
    case .seat: return graph.path(EntityRef(.person, seats[index].person))
    case .chainRoot: return graph.path(EntityRef(.person, Int(chainRoots[index])))
    case .claim: return graph.path(EntityRef(.pocket, Int(claims[index].pocket)))
    case .share, .anchor: return graph.reference(ItemID(index)).map { graph.path($0) }
    case .edge: return graph.path(EntityRef(.metric, Int(facts.metrics.influences[index].source)))
    case .path: return graph.path(EntityRef(.decision, Int(decisions.pairs[index].decision)))
    case .turn:
      let pair = Int(decisions.turns[index].pair)
      return graph.path(EntityRef(.decision, Int(decisions.pairs[pair].decision)))
    case .actor: return path(of: decisions.actors[index])
    case .conflict:
      return graph.path(EntityRef(.metric, Int(conflictGroup(index).firstMetric)))
    case .conflictPair: return incentivePath(Int(conflict(index).first))
    case .problem: return graph.problems.references[index].holder
    case .unknownKey: return graph.problems.unknownKeys[index].holder
    case .change: return "organization"
    case .edit: return comparison?.edits[index].path
    case .figure: return figure(index).flatMap { decision(of: $0) }.map { graph.path($0) }
    default: return nil
    }
  }

  /// Returns the path of who acts in a seat that a value is or names; nil for other values.
  func actingPath(of value: Value) -> String? {
    guard let object = value.asObject else { return nil }
    let index = Int(object.index)
    switch object.kind {
    case .person:
      let person = facts.people.acting(in: index)
      return person == index ? nil : graph.path(EntityRef(.person, person))
    case .actor:
      let actor = facts.identity(of: decisions.actors[index])
      return actor == decisions.actors[index] ? nil : path(of: actor)
    default: return nil
    }
  }

  /// Returns a value as a message shows it.
  ///
  /// Ids of people are bare and those of other things in quotes; lists are sorted by id and cut at
  /// seven; numbers have no trailing zeros.
  func text(of value: Value) -> String {
    switch value {
    case .null: return "none"
    case .string(let text): return text
    case .bool(let bool): return bool ? "yes" : "no"
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return DesignHost.text(of: double)
    case .timestamp(let timestamp): return String(timestamp.text.prefix(10))
    case .duration(let duration): return duration.text
    case .object(let object): return text(of: object)
    case .list(let list): return text(of: list)
    default: return "?"
    }
  }

  /// Returns a number without trailing zeros, rounded to six places.
  static func text(of double: Double) -> String {
    guard double.isFinite else { return double.isNaN ? "?" : double < 0 ? "-∞" : "∞" }
    guard abs(double) < 1e15 else { return String(double) }
    let rounded = (double * 1e6).rounded() / 1e6
    if rounded == rounded.rounded() { return String(Int(rounded)) }
    return String(rounded)
  }

  private func text(of object: ObjectReference) -> String {
    if let entity = object.entity { return shown(entity) }
    let index = Int(object.index)
    switch object.kind {
    case .actor: return words(for: decisions.actors[index])
    case .turn: return words(for: decisions.actors[Int(decisions.turns[index].actor)])
    case .step: return words(forStep: ItemID(index))
    case .incentive: return "'" + incentivePath(index) + "'"
    case .scorecard:
      return scorecards[index].holder.map(shown) ?? graph.symbols.text(scorecards[index].symbol)
    case .seat: return shown(EntityRef(.person, seats[index].person))
    case .chainRoot: return shown(EntityRef(.person, Int(chainRoots[index])))
    case .role: return roleWords(index)
    case .span, .place: return span(of: .object(object)).map(fileAndLine) ?? "none"
    case .figure: return figure(index).map { words(for: $0) } ?? "none"
    case .edit: return comparison.map { words(for: $0.edits[index]) } ?? "none"
    case .claim: return shown(EntityRef(.pocket, Int(claims[index].pocket)))
    case .share, .anchor: return graph.reference(ItemID(index)).map(shown) ?? "none"
    default: return path(of: .object(object)).map { "'" + $0 + "'" } ?? object.kind.name
    }
  }

  /// An entry as a message names it: a person's id bare, any other in quotes.
  func shown(_ entity: EntityRef) -> String {
    entity.kind == .person ? graph.id(entity) : "'" + graph.id(entity) + "'"
  }

  /// Returns the elements of a list, sorted by id, the first five of more than seven.
  func text(of list: ValueList, quoted: Bool = false) -> String {
    let isOfThings = list.contains { $0.asObject != nil }
    let isOfPlaces = list.allSatisfy { [.span, .place].contains($0.asObject?.kind) }
    let values = isOfPlaces ? placesInOrder(list) : Array(list)
    var texts = values.map { value in
      let text = text(of: value)
      return quoted && value.asString != nil ? "'" + text + "'" : text
    }
    if isOfThings, !isOfPlaces {
      texts.sort {
        DesignHost.sortKey($0).utf8.lexicographicallyPrecedes(DesignHost.sortKey($1).utf8)
      }
    }
    guard !texts.isEmpty else { return "none" }
    guard texts.count > 7 else { return texts.joined(separator: ", ") }
    return texts.prefix(5).joined(separator: ", ") + " and \(texts.count - 5) more"
  }

  /// Places are in the order of their files and lines, which are numbers.
  private func placesInOrder(_ list: ValueList) -> [Value] {
    list.map { ($0, span(of: $0)) }
      .sorted { first, second in
        guard let one = first.1, let other = second.1 else { return second.1 != nil }
        return one < other
      }
      .map(\.0)
  }

  private static func sortKey(_ text: String) -> Substring {
    text.first == "'" ? text.dropFirst().dropLast() : text[...]
  }

  /// Returns the elements joined by arrows, in order, the middle of more than seven left out.
  func pathText(of list: ValueList) -> String {
    let texts = list.map { text(of: $0) }
    let shown = texts.count > 7 ? texts.prefix(3) + ["…"] + texts.suffix(2) : texts[...]
    return shown.joined(separator: " → ")
  }

  /// Returns where a value stands: the key of an entry, the place of anything written in a file.
  func span(of value: Value) -> SourceSpan? {
    guard let object = value.asObject else { return nil }
    if let entity = object.entity { return graph.keySpan(entity) }
    let index = Int(object.index)
    switch object.kind {
    case .incentive: return keySpan(ofMapping: facts.incentives.list[index].item)
    case .scorecard: return graph.holders[scorecards[index].records[0]].keySpan
    case .step: return keySpan(ofMapping: ItemID(index))
    case .path: return graph.keySpan(EntityRef(.decision, Int(decisions.pairs[index].decision)))
    case .turn:
      let item = decisions.turns[index].item
      return graph[item].type == .mapping && graph[item].field != .stepBy
        ? keySpan(ofMapping: item) : graph.span(item)
    case .actor:
      switch decisions.actors[index] {
      case .person(let person): return graph.keySpan(EntityRef(.person, Int(person)))
      case .forum(let forum): return graph.keySpan(EntityRef(.forum, Int(forum)))
      case .unit(let unit): return graph.keySpan(EntityRef(.unit, Int(unit)))
      case .anyOf: return nil
      }
    case .place: return graph.span(ItemID(index))
    case .share, .anchor:
      return graph.span(graph.value(ofEntry: ItemID(index)) ?? ItemID(index))
    case .conflict:
      return span(of: .one(.incentive, Int(conflict(conflictGroup(index).printed).first)))
    case .conflictPair: return span(of: .one(.incentive, Int(conflict(index).first)))
    case .claim: return graph.span(claims[index].place)
    case .selectorGap: return graph.span(selectorGaps.get().value[index].item)
    case .limit: return graph.span(ItemID(index))
    case .edge: return graph.span(facts.metrics.influences[index].item)
    case .organization, .change: return organizationSpan
    case .edit: return comparison?.edits[index].headPlace ?? organizationSpan
    case .figure:
      return figure(index).flatMap { decision(of: $0) }.map { graph.keySpan($0) }
        ?? organizationSpan
    case .problem: return graph.problems.references[index].span
    case .duplicate:
      let duplicate = graph.problems.duplicates[index]
      return duplicate.places.count > 1 ? duplicate.places[1] : duplicate.places.first
    case .span:
      let (duplicate, place) = index.quotientAndRemainder(
        dividingBy: DesignHost.placesPerDuplicate
      )
      return graph.problems.duplicates[duplicate].places[place]
    case .cycle: return graph.problems.cycles[index].span
    case .unknownKey: return graph.problems.unknownKeys[index].span
    case .seat: return graph.keySpan(EntityRef(.person, seats[index].person))
    case .chainRoot: return graph.keySpan(EntityRef(.person, Int(chainRoots[index])))
    default: return nil
    }
  }

  /// A mapping in a list is placed at its first key.
  func keySpan(ofMapping item: ItemID) -> SourceSpan {
    let whole = graph.span(item)
    let bytes = graph.sources[whole.file].bytes
    var start = Int(whole.start)
    let end = min(Int(whole.end), bytes.count)
    while start < end, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: " ") {
      start += 1
    }
    guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return whole }
    return SourceSpan(file: whole.file, bytes: start..<colon)
  }

  /// The `organization` entry, or the first line of the first file.
  var organizationSpan: SourceSpan {
    guard let mapping = graph.organizations.first else { return startOfDesign }
    let whole = graph.span(mapping)
    let bytes = graph.sources[whole.file].bytes
    // The key stands right before its mapping, on the same line or on one above.
    let word = Array("organization".utf8)
    var start = Int(whole.start)
    while start >= word.count {
      start -= 1
      if start + word.count <= bytes.count, bytes[start..<start + word.count].elementsEqual(word) {
        return SourceSpan(file: whole.file, bytes: start..<start + word.count)
      }
    }
    return whole
  }

  /// The first bytes of the first file.
  var startOfDesign: SourceSpan {
    SourceSpan(file: FileID(0), start: 0, end: 0)
  }

  func places(ofDuplicate index: Int) -> Value {
    .list(
      ValueList(
        graph.problems.duplicates[index].places.indices.prefix(DesignHost.placesPerDuplicate).map {
          .object(ObjectReference(.span, index * DesignHost.placesPerDuplicate + $0))
        }
      )
    )
  }

  /// More places of one id than this are not told apart.
  static let placesPerDuplicate = 64

  func fileAndLine(_ span: SourceSpan) -> String {
    let lines = lineTables.get().value[Int(span.file.index)]
    return "\(graph.sources[span.file].path):\(lines.line(at: Int(span.start)))"
  }
}
