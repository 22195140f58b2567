import Testing

@testable import Diagnostics

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("q", ["a", "bo"], []),
    ("zz", ["a", "bo", "zy"], ["zy"]),
    ("ü", ["é"], []),
    ("", ["a"], []),
    ("Ana", ["ana", "anna"], ["ana", "anna"]),
    ("tl-ap", ["tl-app", "po-app"], ["tl-app"]),
    ("cto", ["cot"], ["cot"]),
  ])
  func `a name is near when edits leave something of the wrong one`(
    wrong: String,
    known: [String],
    near: [String]
  ) {
    #expect(NearestNames.of(wrong, among: known) == near)
  }
}
