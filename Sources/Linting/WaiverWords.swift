import Diagnostics
import RuleLanguage
import YAMLSyntax

/// The words of findings about waivers, from the rule file that has them.
enum WaiverWords {
  static func invalid(_ waiver: Waiver, _ rule: RuleDefinition) -> Diagnostic {
    let reasons = waiver.faults.map(words).filter { !$0.isEmpty }
    return diagnostic(
      waiver,
      rule,
      variant: "",
      severity: .error,
      extra: ["waiver.faults.join(', ')": reasons.joined(separator: ", ")]
    )
  }

  static func unused(_ waiver: Waiver, _ rule: RuleDefinition) -> Diagnostic {
    diagnostic(waiver, rule, variant: "unused", severity: .info, extra: [:])
  }

  private static func words(_ fault: Waiver.Fault) -> String {
    switch fault {
    case .absent(let fields): "has no \(fields.joined(separator: ", "))"
    case .expired(let day): "expired on \(CalendarDate.text(ofDay: day))"
    case .unknownRule: "names an unknown rule"
    case .unknownTarget: "names an unknown target"
    case .notWaivable: "names a rule that cannot be waived"
    case .silent: ""
    }
  }

  private static func diagnostic(
    _ waiver: Waiver,
    _ rule: RuleDefinition,
    variant name: String,
    severity: Severity,
    extra: [String: String]
  ) -> Diagnostic {
    let variant = rule.variants.first { $0.name == name }
    var values = extra
    values["waiver.rule"] = waiver.rule.isEmpty ? "no rule" : waiver.rule
    values["waiver.target"] = waiver.target
    func text(_ template: TextTemplate?) -> String? { template.map { fill($0, values) } }
    return Diagnostic(
      rule: rule.id,
      variant: name,
      severity: severity,
      message: text(variant?.message) ?? "",
      why: text(variant?.why),
      help: text(variant?.help),
      primary: Label(waiver.place),
      targets: [waiver.target],
      discriminator: waiver.rule
    )
  }

  /// Fills in plain names; these texts have no other expressions.
  private static func fill(_ template: TextTemplate, _ values: [String: String]) -> String {
    template.segments.map { segment in
      switch segment {
      case .text(let text): text
      case .expression(let source): values[source.text] ?? "?"
      }
    }.joined()
  }
}
