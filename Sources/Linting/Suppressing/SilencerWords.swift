import Diagnostics
import RuleLanguage
import YAMLSyntax

/// The words of findings about waivers and comments, from the rule file that has them.
struct SilencerWords {
  let rule: RuleDefinition

  func invalid(_ silencer: Silencer) -> Diagnostic {
    var finding = diagnostic(
      silencer,
      words: silencer.kind == .waiver ? "" : silencer.rule.isEmpty ? "comment" : "ignoring",
      variant: "",
      severity: .error
    )
    for case .unknownRule(let nearest?) in silencer.faults {
      finding.help = "did you mean '\(nearest)'?"
    }
    return finding
  }

  func unused(_ silencer: Silencer) -> Diagnostic {
    diagnostic(
      silencer,
      words: silencer.kind == .comment ? "unused-ignoring" : "unused",
      variant: "unused",
      severity: .info
    )
  }

  private static func words(_ fault: Silencer.Fault, of kind: Report.Suppressed.Kind) -> String {
    switch fault {
    case .absent(let fields): "has no \(fields.joined(separator: ", "))"
    case .expired(let day): "expired on \(CalendarDate.text(ofDay: day))"
    case .unknownRule: "names an unknown rule"
    case .unknownTarget: "names an unknown target"
    case .notWaivable: "names a rule that cannot be \(kind == .waiver ? "waived" : "ignored")"
    case .malformed(let words): words
    case .aboveNothing: "stands above no entry of its depth"
    }
  }

  /// - Parameters:
  ///   - words: The name of the variant with the words.
  ///   - variant: The name that belongs to the identity.
  private func diagnostic(
    _ silencer: Silencer,
    words name: String,
    variant: String,
    severity: Severity
  ) -> Diagnostic {
    let words = rule.variants.first { $0.name == name }
    let faults = silencer.faults.map { SilencerWords.words($0, of: silencer.kind) }
    let values = [
      "waiver.rule": silencer.rule.isEmpty ? "no rule" : silencer.rule,
      "waiver.target": silencer.target,
      "waiver.faults.join(', ')": faults.joined(separator: ", "),
    ]
    func text(_ template: TextTemplate?) -> String? {
      template?.filled(with: values)
    }
    return Diagnostic(
      rule: rule.id,
      variant: variant,
      severity: severity,
      message: text(words?.message) ?? "",
      why: text(words?.why),
      help: text(words?.help),
      primary: Label(silencer.place),
      targets: [silencer.target],
      discriminator: silencer.rule
    )
  }
}

extension TextTemplate {
  /// Fills in plain names, for texts without other expressions.
  func filled(with values: [String: String]) -> String {
    segments.map { segment in
      switch segment {
      case .text(let text): text
      case .expression(let source): values[source.text] ?? "?"
      }
    }.joined()
  }
}
