package import Diagnostics
package import RuleLanguage

/// What a configuration says about one rule.
package struct RuleChoice: Sendable {
  package var level: Configured<Level>?
  package var isEnforced: Configured<Bool>?

  /// By the name of the parameter.
  package var parameters: [String: Configured<ParameterValue>] = [:]

  package init() {}

  /// Off, or on with a severity.
  package enum Level: Hashable, Sendable {
    case off
    case on(Severity)

    /// Reads the word users write; nil for any other.
    package init?(name: String) {
      if name == "off" {
        self = .off
      } else if let severity = Severity(name: name) {
        self = .on(severity)
      } else {
        return nil
      }
    }

    /// The word users read.
    package var name: String {
      switch self {
      case .off: "off"
      case .on(let severity): severity.name
      }
    }

    package static let names = Severity.allCases.map(\.name).reversed() + ["off"]
  }

  /// Lays another choice over this one: parameters merge, what it does not say stays.
  package mutating func merge(_ other: RuleChoice) {
    level = other.level ?? level
    isEnforced = other.isEnforced ?? isEnforced
    for (name, new) in other.parameters {
      let value = parameters[name].map { $0.value.merged(with: new.value) } ?? new.value
      parameters[name] = Configured(value, at: new.place)
    }
  }

  /// Whether it switches the rule on, in whatever profile; nil where it does not say.
  package var isOn: Bool? { level.map { $0.value != .off } }

  /// The severity it gives; nil for none and for off.
  package var severity: Severity? {
    if case .on(let severity)? = level?.value { severity } else { nil }
  }
}
