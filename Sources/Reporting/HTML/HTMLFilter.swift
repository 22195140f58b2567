import Diagnostics
import SourceText

/// The form above the findings; what can be chosen is numbered, so that no name is an attribute.
struct HTMLFilter {
  private let rules: Choices
  private let units: Choices
  private let people: Choices

  /// The names that occur, and the number of each.
  private struct Choices {
    private(set) var names: [String]
    private let numbers: [String: Int]

    init(_ names: some Sequence<String>) {
      self.names = Set(names).sorted()
      let pairs = self.names.enumerated().map { ($1, $0) }
      numbers = Dictionary(pairs) { first, _ in first }
    }

    /// Returns the numbers of names, as an attribute holds them.
    func numbers(of names: [String]) -> String {
      names.compactMap { numbers[$0].map(String.init) }.joined(separator: " ")
    }
  }

  init(_ report: Report, _ selection: HTMLSelection) {
    let contexts = report.illustration?.contexts ?? []
    let shown = selection.shown.filter(contexts.indices.contains).map { contexts[$0] }
    rules = Choices(selection.shown.map { report.findings[$0].rule })
    units = Choices(shown.flatMap(\.units))
    people = Choices(shown.flatMap(\.people))
  }

  /// Returns the attributes that the script filters a finding by.
  func attributes(of finding: Diagnostic, _ context: Illustration.Context?) -> String {
    var result = "data-severity=\"\(finding.severity.name)\""
    result += " data-rule=\"\(rules.numbers(of: [finding.rule]))\""
    if let context {
      result += " data-units=\"\(units.numbers(of: context.units))\""
      result += " data-people=\"\(people.numbers(of: context.people))\""
    }
    return result
  }

  /// The form, hidden until the script is there.
  var form: String {
    var out = """
      <form id="filter" hidden role="search" aria-label="Filter the findings">
      <label>Search <input type="search" id="words" placeholder="rule, id, words"></label>
      <fieldset><legend>Severity</legend>

      """
    for severity in Severity.allCases.reversed() {
      let name = severity.name
      out += "<label><input type=\"checkbox\" value=\"\(name)\" checked> \(name)</label>\n"
    }
    out += "</fieldset>\n"
    out += HTMLFilter.select("rule", "Rule", "all rules", rules)
    out += HTMLFilter.select("units", "Unit", "all units", units)
    out += HTMLFilter.select("people", "Person", "all people", people)
    out +=
      "<button type=\"reset\">Show all</button>\n<p id=\"shown\" role=\"status\"></p>\n</form>\n"
    return out
  }

  /// A choice, if there is one.
  private static func select(
    _ name: String,
    _ label: String,
    _ all: String,
    _ choices: Choices
  ) -> String {
    guard choices.names.count > 1 else { return "" }
    var out = "<label>\(label) <select name=\"\(name)\"><option value=\"\">\(all)</option>\n"
    for (number, choice) in choices.names.enumerated() {
      out += "<option value=\"\(number)\">\(markup(choice))</option>\n"
    }
    return out + "</select></label>\n"
  }
}
