import Diagnostics
import SourceText

/// Texts a stranger may put into a design to be printed where they do harm.
let hostileTexts = [
  "line\n::error file=README.md,line=1::forged",
  "\r\n::warning::forged",
  "::error::at the start",
  "x ##[error]forged ##vso[task.complete]",
  "\u{1B}[2J\u{1B}]8;;https://example.org\u{7}link\u{9B}31m",
  "\u{202E}desrever\u{2066}\u{200F}\u{2028}",
  "a]]>b<!-- --><script>alert(1)</script>\" onload='x'",
  "| a | b | `code` **bold** [link](https://example.org) @everyone #1",
  "100%0A::error::percent, comma: colon",
  "nul\u{0} \u{FFFF} bom\u{FEFF}",
]

private let hostileSource = """
  orglint: 1
  products:
    ::error file=a::forged: { name: "##[error]forged \u{1B}[2J \u{202E}desrever", x: <script> }
    \tpo: 田中さくら \u{1F469}\u{200D}\u{1F4BB} e\u{301} ok

  """

private let hostilePath = "org/a,b:c\n::error::d ##[x].yaml"

private let hostileSources = SampleSources([(hostilePath, hostileSource)])

extension SampleReport {
  static let hostile = SampleReport(
    name: "hostile",
    report: Report(
      sources: hostileSources.set,
      findings: hostileTexts.enumerated().map { index, text in
        Diagnostic(
          rule: "po-missing",
          severity: Severity.allCases[index % 3],
          message: text,
          why: text,
          help: text,
          primary: Label(hostileSources.span(hostilePath, hostilePlaces[index]), text),
          related: [Label(hostileSources.span(hostilePath, "products"), text, target: text)],
          targets: [text],
          elements: [text]
        )
      },
      suppressed: [],
      coverage: [.init(family: "po", declared: 1, of: 1, text: hostileTexts[0])],
      notChecked: [.init(what: hostileTexts[2], why: hostileTexts[3])],
      rules: rules,
      counts: .init(files: 1, people: 0, products: 1),
      version: "0.1.0"
    )
  )
}

private let hostilePlaces = [
  "::error file=a::forged", "##[error]", "\u{1B}[2J", "\u{202E}desrever", "<script>", "po",
  "田中さくら", "e\u{301}", "ok", "orglint",
]
