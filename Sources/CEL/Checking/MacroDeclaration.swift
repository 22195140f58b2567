/// The words on a macro: what the parser makes of a call before any function is looked for.
public struct MacroDeclaration: Sendable {
  /// How the macro is written, one line a form.
  public let forms: [String]
  /// One sentence on what the macro does.
  public let summary: String
  /// Uses with their results.
  public let examples: [FunctionDeclaration.Example]

  private init(_ forms: [String], _ summary: String, _ examples: [(String, String)]) {
    self.forms = forms
    self.summary = summary
    self.examples = examples.map { FunctionDeclaration.Example($0, $1) }
  }

  /// The macros that are called on a value.
  static let memberNames = [
    "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap",
    "transformMapEntry", "sortBy", "optMap", "optFlatMap",
  ]

  /// All macros, in the order of the reference.
  public static let all: [MacroDeclaration] = [
    MacroDeclaration(
      ["has(e.f)"],
      "Whether the field or the key f is there.",
      [("has({'a': 1}.a)", "true"), ("has({'a': 1}.b)", "false")]
    ),
    MacroDeclaration(
      ["e.all(x, condition)", "e.all(k, v, condition)"],
      "Whether the condition holds for every element; k is the index or the key.",
      [("[1, 2].all(x, x > 0)", "true"), ("{'a': 1}.all(k, v, k == 'b')", "false")]
    ),
    MacroDeclaration(
      ["e.exists(x, condition)", "e.exists(k, v, condition)"],
      "Whether the condition holds for at least one element.",
      [("[1, 2].exists(x, x > 1)", "true"), ("[].exists(x, true)", "false")]
    ),
    MacroDeclaration(
      ["e.exists_one(x, condition)", "e.existsOne(k, v, condition)"],
      "Whether the condition holds for exactly one element.",
      [("[1, 2, 2].exists_one(x, x == 2)", "false")]
    ),
    MacroDeclaration(
      ["e.map(x, value)", "e.map(x, condition, value)"],
      "The list of a value for each element, or for each that meets the condition.",
      [("[1, 2].map(x, x * 2)", "[2, 4]"), ("[1, 2].map(x, x > 1, x * 2)", "[4]")]
    ),
    MacroDeclaration(
      ["e.filter(x, condition)"],
      "The list of the elements that meet the condition.",
      [("[1, 2, 3].filter(x, x > 1)", "[2, 3]")]
    ),
    MacroDeclaration(
      ["e.sortBy(x, key)"],
      "The list sorted by the key of each element; equals keep their order.",
      [("['ccc', 'a', 'bb'].sortBy(s, size(s))", "['a', 'bb', 'ccc']")]
    ),
    MacroDeclaration(
      ["e.transformList(k, v, value)", "e.transformList(k, v, condition, value)"],
      "The list of a value for each index or key and element.",
      [("[5, 6].transformList(i, v, i + v)", "[5, 7]")]
    ),
    MacroDeclaration(
      ["e.transformMap(k, v, value)", "e.transformMap(k, v, condition, value)"],
      "The map of a value for each key.",
      [("{'a': 1}.transformMap(k, v, v + 1)", "{'a': 2}")]
    ),
    MacroDeclaration(
      ["e.transformMapEntry(k, v, map)", "e.transformMapEntry(k, v, condition, map)"],
      "The map of the entries of a map for each index or key and element.",
      [("['x'].transformMapEntry(i, v, {v: i})", "{'x': 0}")]
    ),
    MacroDeclaration(
      ["cel.bind(x, value, body)"],
      "The body, in which x names the value.",
      [("cel.bind(x, 2, x * x)", "4")]
    ),
    MacroDeclaration(
      ["o.optMap(x, value)"],
      "The optional of a value made from what the optional holds.",
      [("optional.of(1).optMap(x, x + 1).value()", "2")]
    ),
    MacroDeclaration(
      ["o.optFlatMap(x, optional)"],
      "The optional made from what the optional holds; none from none.",
      [("optional.of({'a': 1}).optFlatMap(m, m.?b).hasValue()", "false")]
    ),
  ]
}
