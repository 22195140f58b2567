import OrgModel

extension OrgSchema {
  /// Returns what the value of a field may be.
  static func schema(of field: Field) -> JSONNode {
    let schema = schema(of: field.type, in: field)
    return field.type.mayBeEmpty ? SchemaParts.orNull(schema) : schema
  }

  private static func schema(of type: FieldType, in field: Field) -> JSONNode {
    switch type {
    case .text, .name, .numberOrText, .stepID: SchemaParts.scalar
    case .number: ["type": "number"]
    case .amount: ["type": "number", "minimum": 0]
    case .boolean: ["type": "boolean"]
    case .date: SchemaParts.date
    case .choice(let words): .members([("enum", .texts(words))])
    case .part: part
    case .waiverTarget: ["type": "string"]
    case .reference, .requester: SchemaParts.scalarOrNull
    case .texts, .stepIDs, .referenceOrList, .references, .actors:
      SchemaParts.list(of: SchemaParts.scalarOrNull)
    case .actor: SchemaParts.any(of: SchemaParts.scalarOrNull, shape(.anyOf))
    case .shape(let inner): shape(inner)
    case .target: SchemaParts.any(of: ["type": "number"], shape(.target))
    case .shares: SchemaParts.mapping(to: ["type": "number"])
    case .anchors: SchemaParts.mapping(to: SchemaParts.scalarOrNull)
    case .influences: SchemaParts.mapping(to: influence)
    case .limits: SchemaParts.mapping(to: shape(.limit))
    case .steps: steps(in: field)
    }
  }

  private static func shape(_ shape: Shape) -> JSONNode { SchemaParts.definition(shape.name) }

  /// A RAPID word, which editors offer, or the word that another scheme has for it.
  private static var part: JSONNode {
    let words = DecisionPart.allCases.map(\.rawValue) + DecisionPart.aliases.keys.sorted()
    // Which letters mean what, the configuration says.
    let letters = ["a", "c", "d", "i", "p", "r"]
    let aliases = SchemaParts.pattern(ofWords: words + letters)
    return SchemaParts.any(
      of: .members([("enum", .texts(DecisionPart.allCases.map(\.rawValue)))]),
      .members([("type", "string"), ("pattern", .text(aliases))])
    )
  }

  /// The short form is the effect alone.
  private static var influence: JSONNode {
    SchemaParts.any(of: schema(of: .influenceEffect), shape(.influence))
  }

  /// Steps, and outside of a `parallel` those side by side too.
  private static func steps(in field: Field) -> JSONNode {
    let step = field == .parallelParallel ? shape(.step) : stepOrParallel
    return SchemaParts.list(of: step)
  }

  private static var stepOrParallel: JSONNode {
    .members([
      ("if", .members([("required", .texts([Field.parallelParallel.key]))])),
      ("then", shape(.parallel)),
      ("else", shape(.step)),
    ])
  }
}
