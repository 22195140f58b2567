import RuleLanguage

/// The JSON Schema of rule files, written from the tables of keys that the reader works with.
package enum RuleSchema {
  /// The schema of a rule file.
  package static let node: JSONNode = {
    // A rule may give the keys of a variant, except for the name, for all its variants.
    let keys = RuleKey.Table.rule.keys + RuleKey.Table.variant.keys.dropFirst()
    let others = RuleKey.Table.allCases.filter { $0 != .rule }
    return SchemaParts.schema(
      "Rule",
      "A rule file, as orglint reads it.",
      of: mapping(keys, required: ["id", "title"]),
      definitions: others.map { ($0.rawValue, mapping($0.keys, required: required($0))) }
    )
  }()

  private static func mapping(_ keys: [RuleKey], required: [String]) -> JSONNode {
    let properties = keys.map { key in
      (key.name, schema(of: key.type).with("description", .text(SchemaParts.sentence(key.summary))))
    }
    return SchemaParts.mapping(properties, required: required, allowsExtensions: false)
  }

  private static func required(_ table: RuleKey.Table) -> [String] {
    switch table {
    case .severityWhen: ["if", "severity"]
    case .related: ["at"]
    case .yield: ["rule"]
    case .nowhere: ["message"]
    case .parameter: ["type"]
    case .rule, .variant, .source, .deprecated, .example: []
    }
  }

  private static func schema(of type: RuleKeyType) -> JSONNode {
    switch type {
    // An expression such as `true` or `3` is one although YAML reads something else.
    case .text, .expression, .template: SchemaParts.scalar
    case .texts, .expressions: SchemaParts.list(of: SchemaParts.scalar)
    case .boolean: ["type": "boolean"]
    case .date: SchemaParts.date
    case .word(let words): .members([("enum", .texts(words))])
    case .words(let words): SchemaParts.list(of: .members([("enum", .texts(words))]))
    case .namedExpressions, .textsByName: SchemaParts.mapping(to: SchemaParts.scalar)
    case .values: ["type": "object"]
    case .value: [:]
    case .mapping(let table): SchemaParts.definition(table.rawValue)
    case .list(let table): SchemaParts.list(of: SchemaParts.definition(table.rawValue))
    case .textsOrMappings(let table):
      SchemaParts.list(
        of: SchemaParts.any(of: SchemaParts.scalar, SchemaParts.definition(table.rawValue))
      )
    case .mappingByName(let table):
      SchemaParts.mapping(to: SchemaParts.definition(table.rawValue))
    }
  }
}
