import CEL
import OrgAnalysis
import OrgModel

// Readings of fields that several members share.
extension DesignHost {
  func text(_ field: Field, of entity: EntityRef) -> Value {
    text(field, in: graph.record(entity).body)
  }

  func text(_ field: Field, in mapping: ItemID) -> Value {
    guard let item = graph.field(field, of: mapping) else { return .null }
    switch graph[item].type {
    case .text, .number: return .string(graph.text(item))
    case .choice: return .optional(graph.choiceWord(item))
    case .name: return .string(graph.text(item))
    default: return .null
    }
  }

  func textOr(_ word: String, _ field: Field, of entity: EntityRef) -> Value {
    let value = text(field, of: entity)
    return value.isNull ? .string(word) : value
  }

  /// Returns the word of a closed list, aliases by the word they stand for.
  func choice(_ field: Field, of entity: EntityRef) -> String? {
    graph.field(field, of: entity).flatMap(graph.choiceWord)
  }

  func texts(_ field: Field, of entity: EntityRef) -> Value {
    guard let item = graph.field(field, of: entity) else { return .list(.empty) }
    return .texts(graph.elements(of: item).map { graph.text($0) })
  }

  func number(_ field: Field, of entity: EntityRef) -> Value {
    number(field, in: graph.record(entity).body)
  }

  func number(_ field: Field, in mapping: ItemID) -> Value {
    .optional(graph.field(field, of: mapping).flatMap { graph.number($0) })
  }

  func date(_ field: Field, of entity: EntityRef) -> Value {
    guard let day = graph.field(field, of: entity).flatMap({ graph.date($0) }) else {
      return .null
    }
    return DesignHost.timestamp(ofDay: day)
  }

  func references(_ field: Field, of entity: EntityRef) -> Value {
    guard let item = graph.field(field, of: entity) else { return .list(.empty) }
    // Most fields name one thing and are no list.
    if let reference = graph.reference(item) {
      return .many(ObjectKind(reference.kind), reference.index..<reference.index + 1)
    }
    return .many(graph.references(field, of: entity))
  }

  /// The entries of a mapping with free keys, as things of their own.
  func entries(_ field: Field, of entity: EntityRef, as kind: ObjectKind) -> Value {
    guard let item = graph.field(field, of: entity), graph[item].type == .mapping else {
      return .list(.empty)
    }
    return .many(kind, graph.children(of: item).map(\.index))
  }

  func scope(_ entity: EntityRef) -> Value {
    .many(.product, facts.products.list(facts.scope(of: entity)))
  }

  /// The entries whose scope has a product, in the order of the files.
  func entries(_ scopes: ScopeFacts, of product: Int) -> [Int32] {
    facts.products.place(of: product).map { scopes.entries(at: $0) } ?? []
  }

  func checkedProducts(_ field: Field, of entity: EntityRef) -> Value {
    .many(
      graph.references(field, of: entity).filter { facts.products.isChecked[$0.index] }
    )
  }

  func all(_ kind: EntityKind) -> Value {
    .many(ObjectKind(kind), 0..<graph.count(kind))
  }

  func edgeDate(_ edge: Int) -> Value {
    let item = facts.metrics.influences[edge].item
    guard let mapping = graph.value(ofEntry: item),
      let date = graph.field(.influenceLastReviewed, of: mapping),
      let day = graph.date(date)
    else { return .null }
    return DesignHost.timestamp(ofDay: day)
  }

  var stage: String {
    for mapping in graph.organizations {
      if let item = graph.field(.organizationStage, of: mapping), let word = graph.choiceWord(item)
      {
        return word
      }
    }
    return "approved"
  }
}
