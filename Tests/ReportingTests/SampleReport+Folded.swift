import Diagnostics
import SourceText

private let foldedSources = SampleSources([
  ("org/products.yaml", foldedProducts),
  ("org/teams.yaml", "orglint: 1\nunits:\n  web: { lead: \"anna\" }\n"),
])

private let foldedProducts =
  "orglint: 1\nproducts:\n"
  + (1...14).map { number in
    let owner = number <= 6 ? "product_owner: anna" : "product_owner: ana"
    return "  service-\(number): { name: Service \(number), \(owner) }\n"
  }.joined()

extension SampleReport {
  static let folded = SampleReport(
    name: "folded",
    report: Report(
      sources: foldedSources.set,
      findings: foldedFindings,
      suppressed: [],
      coverage: [],
      notChecked: [],
      rules: rules,
      counts: .init(files: 2, people: 1, products: 14),
      version: "0.1.0"
    )
  )

  private static var foldedFindings: [Diagnostic] {
    let products = (1...14).flatMap { number in
      number <= 6 ? [missingLead(number), unknownOwner(number)] : [missingLead(number)]
    }
    return products + [
      Diagnostic(
        rule: "ref-unresolved",
        severity: .error,
        message: "lead of unit 'web' names 'anna', which is the id of no person",
        help: "did you mean 'ana'?",
        primary: Label(foldedSources.span("org/teams.yaml", "\"anna\"")),
        targets: ["unit/web"],
        discriminator: "lead anna"
      )
    ]
  }

  private static func missingLead(_ number: Int) -> Diagnostic {
    Diagnostic(
      rule: "tl-missing",
      severity: .error,
      message: "product 'service-\(number)' has no technology lead",
      why: "nobody is responsible for the quality of the software in production",
      help: "add technology_lead, set software: false, or waive it with an end date",
      primary: Label(foldedSources.span("org/products.yaml", "service-\(number)")),
      targets: ["product/service-\(number)"]
    )
  }

  private static func unknownOwner(_ number: Int) -> Diagnostic {
    Diagnostic(
      rule: "ref-unresolved",
      severity: .error,
      message:
        "product_owner of product 'service-\(number)' names 'anna', which is the id of no person",
      help: "did you mean 'ana'?",
      primary: Label(
        foldedSources.span("org/products.yaml", "anna", after: "service-\(number):")
      ),
      targets: ["product/service-\(number)"],
      discriminator: "product_owner anna"
    )
  }
}
