import CEL
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
    Member("affects", .many(.metric), "the metrics it moves") { host, decision in
      host.references(.decisionAffects, of: EntityRef(.decision, decision))
    },
  ]
}

extension DesignHost {
  func decisionType(_ decision: Int) -> String {
    let entity = EntityRef(.decision, decision)
    guard let item = graph.field(.decisionType, of: entity), graph[item].type == .text else {
      return graph.id(entity)
    }
    return graph.text(item)
  }

  /// The types of decisions that there are, each once, by their bytes.
  var decisionTypes: [String] {
    Set((0..<graph.count(.decision)).map(decisionType)).sorted()
  }
}
