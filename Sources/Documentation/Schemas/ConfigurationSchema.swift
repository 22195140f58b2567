import Diagnostics
import Linting
package import RuleLanguage

/// The JSON Schema of configuration files, written from the tables of keys, settings and rules.
package enum ConfigurationSchema {
  /// Returns the schema; the parameters of the rules are completed, other rules may be named too.
  package static func node(for rules: [RuleDefinition]) -> JSONNode {
    let choices = rules.map { ($0.id, choice(of: $0).with("description", .text(about($0)))) }
    // A pattern, or a rule of a pack of one's own.
    let other = choice(
      mapping: SchemaParts.mapping(ofRule, allowsExtensions: false).with(
        "additionalProperties",
        true
      )
    )
    let byRule: JSONNode = [
      "type": "object", "properties": .members(choices), "additionalProperties": other,
    ]
    return SchemaParts.schema(
      "orglint",
      "The configuration of orglint, .orglint.yaml.",
      of: mapping(of: ConfigurationKey.all),
      definitions: [("rules", byRule), ("override", mapping(of: ConfigurationKey.ofOverride))]
    )
  }

  private static func mapping(of keys: [ConfigurationKey]) -> JSONNode {
    SchemaParts.mapping(properties(of: keys), allowsExtensions: false)
  }

  private static func properties(of keys: [ConfigurationKey]) -> [(String, JSONNode)] {
    keys.map { key in
      let description = JSONNode.text(SchemaParts.sentence(key.summary))
      return (key.name, schema(of: key.form).with("description", description))
    }
  }

  private static let ofRule = properties(of: ConfigurationKey.ofRule)

  private static func schema(of form: ConfigurationKey.Form) -> JSONNode {
    switch form {
    case .text: SchemaParts.scalar
    case .texts: SchemaParts.orNull(SchemaParts.list(of: SchemaParts.scalar))
    case .count: ["type": "integer", "minimum": 0]
    case .flag: ["type": "boolean"]
    case .word(let words): .members([("enum", .texts(words))])
    case .limits: mapping(of: ConfigurationKey.ofLimits)
    case .settings: settings
    case .rules: SchemaParts.definition("rules")
    case .overrides: SchemaParts.orNull(SchemaParts.list(of: SchemaParts.definition("override")))
    }
  }

  private static var settings: JSONNode {
    let settings = Vocabulary.settings.map { setting in
      let description = JSONNode.text(SchemaParts.sentence(setting.summary))
      return (setting.name, schema(of: setting).with("description", description))
    }
    return SchemaParts.mapping(settings, allowsExtensions: false)
  }

  private static func schema(of setting: Vocabulary.Setting) -> JSONNode {
    guard let choices = setting.choices else { return schema(of: setting.type) }
    let words = JSONNode.members([("enum", .texts(choices))])
    return switch setting.type {
    case .list: .members([("type", ["array", "null"]), ("items", words)])
    case .map: SchemaParts.orNull(SchemaParts.mapping(to: words))
    default: SchemaParts.orNull(words)
    }
  }

  /// A severity, or a mapping with it and the rule's parameters.
  private static func choice(of rule: RuleDefinition) -> JSONNode {
    let parameters = rule.parameters.map { parameter in
      let summary = SchemaParts.sentence(parameter.summary)
      let description = "\(summary) By default \(parameter.defaultValue.text)."
      return (parameter.name, schema(of: parameter.type).with("description", .text(description)))
    }
    return choice(mapping: SchemaParts.mapping(ofRule + parameters, allowsExtensions: false))
  }

  private static func choice(mapping: JSONNode) -> JSONNode {
    SchemaParts.any(of: .members([("enum", .texts(RuleChoice.Level.names))]), mapping)
  }

  private static func about(_ rule: RuleDefinition) -> String {
    "\(SchemaParts.sentence(rule.title)) \(rule.severities.map(\.name).joined(separator: ", "))."
  }

  private static func schema(of type: ParameterType) -> JSONNode {
    switch type {
    case .bool: ["type": ["boolean", "null"]]
    case .int: ["type": ["integer", "null"]]
    case .double: ["type": ["number", "null"]]
    case .string: ["type": ["string", "null"]]
    case .list(let element):
      .members([("type", ["array", "null"]), ("items", schema(of: element))])
    case .map(let value): SchemaParts.orNull(SchemaParts.mapping(to: schema(of: value)))
    case .range:
      ["type": "array", "items": ["type": ["integer", "null"]], "minItems": 2, "maxItems": 2]
    }
  }
}
