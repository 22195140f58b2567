/// The reference of functions as Markdown, written from their declarations.
public enum FunctionReference {
  /// The page on what every environment has.
  public static var standard: String {
    let introduction = """
      # Functions and macros of expressions

      What every expression can use. This page is written from the declarations that the checker
      and the evaluator work with; its examples run as tests.


      """
    return introduction + macros + operators
      + StandardLibrary.groups.map { section($0.title, $0.functions) }.joined(separator: "\n")
  }

  /// Writes a section with a heading for each function.
  ///
  /// - Parameters:
  ///   - title: The heading of the section.
  ///   - functions: The functions, in the order of the section.
  /// - Returns: The section, ending in a line break.
  public static func section(_ title: String, _ functions: [FunctionDeclaration]) -> String {
    "## \(title)\n\n" + functions.map(entry).joined(separator: "\n")
  }

  private static func entry(_ function: FunctionDeclaration) -> String {
    let signatures = function.overloads.map { $0.signature(named: function.name) }
    return block("`\(function.name)`", signatures, function.summary, function.examples)
  }

  private static var macros: String {
    let entries = MacroDeclaration.all.map { macro in
      block("`\(macro.forms[0])`", macro.forms, macro.summary, macro.examples)
    }
    return "## Macros\n\n" + entries.joined(separator: "\n") + "\n"
  }

  private static var operators: String {
    var lines = ["## Operators", "", "| operator | takes and gives |", "| --- | --- |"]
    for unaryOperator in [UnaryOperator.not, .negate] {
      lines.append(row(unaryOperator.rawValue, unaryOperator.overloads))
    }
    for binaryOperator in BinaryOperator.allCases {
      lines.append(row(binaryOperator.rawValue, binaryOperator.overloads))
    }
    lines += [
      "| `&&`, `\\|\\|` | `bool`: decided by one operand alone where it can be, whatever the others fail with |",
      "| `c ? a : b` | two values of one type |",
      "| `x[i]`, `x[?i]` | an element of a list or the value of a key; as an optional |",
      "| `x.f`, `x.?f` | a field or the value of a key; as an optional |", "",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ sign: String, _ overloads: [Overload]) -> String {
    let forms = overloads.map { overload in
      let types = overload.parameters.map(\.description).joined(separator: ", ")
      return "`(\(types)) -> \(overload.result)`"
    }
    return "| `\(sign)` | \(forms.joined(separator: " ")) |"
  }

  private static func block(
    _ title: String,
    _ signatures: [String],
    _ summary: String,
    _ examples: [FunctionDeclaration.Example]
  ) -> String {
    var lines = [
      "### \(title)", "", summary, "", "```", signatures.joined(separator: "\n"), "```", "",
    ]
    if !examples.isEmpty {
      lines += examples.map { "- `\($0.expression)` is `\($0.result)`" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
