import CEL
import RuleLanguage

/// The reference of what rules can name, written from the tables that check and run them.
enum VocabularyReference {
  static var page: String {
    let introduction = """
      # Types, members and functions of rules

      What the expressions of a rule can name beside the functions of the language, which
      `cel-functions.md` has. This page is written from the tables that the checker and the
      evaluation work with.

      A type `wrapper(x)` is an `x` or null where nothing is declared; a thing may be null wherever
      it may be missing, and a member of null is null. `list(x)` is a list of `x`.


      """
    return introduction + variables + functions + kinds + "\n" + types
  }

  private static var variables: String {
    table(
      "Names that every rule knows",
      ["name", "type", "meaning"],
      Vocabulary.environment.variables.map {
        ["`\($0.name)`", "`\($0.type)`", $0.summary]
      }
    )
      + "A rule's own parameters are `params.name`, and the thing it looks at has the name of its "
      + "type.\n\n"
  }

  private static var functions: String {
    FunctionReference.section("Functions", Vocabulary.functions.sorted { $0.name < $1.name }) + "\n"
  }

  private static var kinds: String {
    let all = ObjectKind.forNames.joined(separator: "`, `")
    return "## What a rule can be for\n\n`\(all)`\n"
  }

  private static var types: String {
    ObjectKind.allCases.compactMap { kind in
      Vocabulary.environment.objectType(named: kind.name).map { type in
        type.fields.isEmpty
          ? "## `\(kind.name)`\n\n\(sentence(kind))\n"
          : table(
            "`\(kind.name)`",
            lead: sentence(kind),
            ["member", "type", "meaning"],
            type.fields.map { ["`\($0.name)`", "`\($0.type)`", $0.summary] }
          )
      }
    }.joined(separator: "\n")
  }

  private static func sentence(_ kind: ObjectKind) -> String {
    kind.summary.prefix(1).uppercased() + kind.summary.dropFirst() + "."
  }

  private static func table(
    _ title: String,
    lead: String? = nil,
    _ head: [String],
    _ rows: [[String]]
  ) -> String {
    var lines = ["## \(title)", ""]
    if let lead { lines += [lead, ""] }
    lines += [row(head), row(head.map { _ in "---" })] + rows.map(row)
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
