import OrgAnalysis
import OrgModel
import SourceText
import YAMLSyntax

/// A small design as text, and short names for asking about it.
struct Design {
  let facts: OrgFacts

  init(_ yaml: String, settings: Settings = Settings()) {
    let bytes = Array(("orglint: 1\n" + yaml).utf8)
    let sources = SourceSet([SourceFile(path: "org.yaml", bytes: bytes)])
    let file = parseYAML(bytes, file: FileID(0))
    let part = PartReader.read(file, path: "org.yaml")
    let graph = joinParts([part], sources: sources) { Array($0) == Array("TBD".utf8) }
    // 2026-11-22, the day of the examples.
    facts = analyze(graph, settings: settings, today: 20_779)
  }

  var graph: OrgGraph { facts.graph }

  /// Returns the position of an id; a wrong id stops the test with a position nothing has.
  func person(_ id: String) -> Int { index(.person, id) }
  func unit(_ id: String) -> Int { index(.unit, id) }
  func product(_ id: String) -> Int { index(.product, id) }
  func pocket(_ id: String) -> Int { index(.pocket, id) }
  func metric(_ id: String) -> Int { index(.metric, id) }
  func decision(_ id: String) -> Int { index(.decision, id) }

  func index(_ kind: EntityKind, _ id: String) -> Int {
    guard let entity = graph.entity(kind, id: id) else {
      preconditionFailure("the design has no \(kind.name) '\(id)'")
    }
    return entity.index
  }

  func names(_ kind: EntityKind, _ indexes: some Sequence<Int32>) -> [String] {
    indexes.map { graph.id(EntityRef(kind, Int($0))) }
  }

  func name(_ kind: EntityKind, _ index: Int?) -> String? {
    index.map { graph.id(EntityRef(kind, $0)) }
  }

  /// Returns the ids of a set of products, sorted.
  func products(_ set: ProductSet) -> [String] {
    names(.product, facts.products.list(set)).sorted()
  }

  func text(_ actor: Actor) -> String {
    actor.entity.map(graph.id) ?? "any of " + actor.members.map(text).joined(separator: ", ")
  }

  func path(_ decision: String, _ product: String = "app") -> DecisionPath {
    facts.evaluate(self.decision(decision), for: self.product(product))
  }
}
