package import Diagnostics
package import SourceText

/// A rule as its file says it: words, conditions and examples, not yet compiled.
package struct RuleDefinition: Sendable {
  package var id = ""
  package var family = ""
  package var title = ""

  /// The severity of variants that give none of their own.
  package var severity = Severity.warning

  /// Whether the rule runs only where the configuration gives it a severity.
  package var isOffByDefault = false
  package var profiles: Set<Profile> = []
  package var since = ""

  /// The source sentences the rule goes back to, `S1`.
  package var origin: [String] = []
  package var mark: Mark?

  /// Whether the configuration can neither switch the rule off nor lower it.
  package var isFixed = false

  /// Whether nothing in the design, no comment and no baseline silences the rule.
  package var isEnforced = false
  package var deprecated: Deprecation?

  /// Whether code in the report raises it; the file then holds its words alone.
  package var isRaisedByReport = false

  /// The sections that switch the rule on in place of its family's; empty for the family's.
  package var switches: [String] = []
  package var parameters: [RuleParameter] = []
  package var variants: [RuleVariant] = []

  /// Whether of several variants that flag one target each is kept, and not the first alone.
  package var reportsAllVariants = false

  /// Markdown.
  package var rationale = ""
  package var sources: [RuleSource] = []
  package var examples: [RuleExample] = []

  /// The file the rule was read from.
  package var file: RuleFile

  package init(file: RuleFile) {
    self.file = file
  }

  /// Returns whether a text can be the id of a rule: lower-case words and digits with hyphens.
  package static func isID(_ text: String) -> Bool {
    var isInWord = false
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: isInWord = true
      case UInt8(ascii: "-") where isInWord: isInWord = false
      default: return false
      }
    }
    return isInWord
  }

  /// A named set of rules that run together.
  package enum Profile: String, CaseIterable, Hashable, Sendable {
    case minimal, recommended, strict
  }

  /// How close a rule is to the problems orglint exists for.
  package enum Mark: String, Hashable, Sendable {
    case flagship, core
  }

  /// Since when a rule is not to be used any more, and what takes its place.
  package struct Deprecation: Hashable, Sendable {
    package var since: String
    package var use: String
  }

  /// What the report says about the rule.
  package var metadata: RuleMetadata {
    RuleMetadata(
      id: id,
      family: family,
      title: title,
      severity: topSeverity,
      rationale: rationale
    )
  }

  /// The greatest severity of the variants.
  package var topSeverity: Severity {
    variants.map { variant in
      max(
        variant.severity ?? severity,
        variant.conditionalSeverities.map(\.severity).max() ?? .info
      )
    }.max() ?? severity
  }

  /// All severities the rule can have, the greatest first.
  package var severities: [Severity] {
    var all: Set<Severity> = []
    for variant in variants {
      all.insert(variant.severity ?? severity)
      all.formUnion(variant.conditionalSeverities.map(\.severity))
    }
    if all.isEmpty { all.insert(severity) }
    return all.sorted(by: >)
  }
}

/// A value that a configuration may give a rule.
package struct RuleParameter: Sendable {
  package var name: String
  package var type: ParameterType
  package var defaultValue: ParameterValue

  /// One line.
  package var summary: String

  /// A to D, as `docs/rule-language.md` explains; empty where there is none.
  package var grade: String
  package var source: String
}

/// Where a rule's principle or threshold was published.
package struct RuleSource: Hashable, Sendable {
  package var text: String
  package var grade: String
}

/// A small design with what the rule says of it.
package struct RuleExample: Sendable {
  package var name: String

  /// The texts of the design's files by name; without the line `orglint: 1`.
  package var files: [(name: String, text: String)]

  /// The day the design is judged on, in days since 1970-01-01.
  package var today: Int
  package var parameters: [(name: String, value: ParameterValue)]
  package var settings: [(name: String, value: ParameterValue)]
  package var stage: String?
  package var base: String?

  /// Whether ids that are used and not declared stay undeclared.
  package var isClosed: Bool

  /// Where the example stands in the rule file.
  package var span: SourceSpan
}
