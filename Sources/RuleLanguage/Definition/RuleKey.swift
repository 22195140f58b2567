/// A key of a rule file: what it holds and what it is for.
package struct RuleKey: Sendable {
  package let name: String
  package let type: RuleKeyType

  /// One line for whoever writes the file.
  package let summary: String

  init(_ name: String, _ type: RuleKeyType, _ summary: String) {
    self.name = name
    self.type = type
    self.summary = summary
  }
}

/// What the value of a key of a rule file may be.
package enum RuleKeyType: Sendable {
  case text
  /// One text or a list of them.
  case texts
  case boolean
  case date
  case word([String])
  case words([String])
  case expression
  /// One expression or a list of them.
  case expressions
  /// Names with their expressions.
  case namedExpressions
  /// A text with expressions in braces.
  case template
  /// Names with any values.
  case values
  /// Names with texts.
  case textsByName
  /// Any value.
  case value
  case mapping(RuleKey.Table)
  case list(RuleKey.Table)
  /// A text, or a mapping of the table; one or a list of them.
  case textsOrMappings(RuleKey.Table)
  case mappingByName(RuleKey.Table)
}

extension RuleKey {
  /// The mappings of a rule file.
  package enum Table: String, CaseIterable, Sendable {
    case rule, variant, severityWhen, related, yield, nowhere, parameter, source, deprecated
    case example

    /// The keys, in the order in which a file has them.
    package var keys: [RuleKey] {
      switch self {
      case .rule: RuleKey.ofRule
      case .variant: RuleKey.ofVariant
      case .severityWhen: RuleKey.ofSeverityWhen
      case .related: RuleKey.ofRelated
      case .yield: RuleKey.ofYield
      case .nowhere: RuleKey.ofNowhere
      case .parameter: RuleKey.ofParameter
      case .source: RuleKey.ofSource
      case .deprecated: RuleKey.ofDeprecated
      case .example: RuleKey.ofExample
      }
    }

    var names: [String] { keys.map(\.name) }
  }
}
