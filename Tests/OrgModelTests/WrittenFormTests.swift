import OrgModel
import Testing

/// Closed words, flags and numbers are what they say, however YAML writes them.
@Suite struct WrittenFormTests {
  /// A field with a value of its own, and the keys that lead to it.
  struct Case: Sendable, CustomTestStringConvertible {
    let field: Field
    let word: String

    /// What the design has, where it is another word.
    var meaning: String?

    /// The tag by which YAML knows a quoted text for such a value; nil for words.
    var tag: String?

    var testDescription: String { "\(field.spec.shape).\(field.key): \(word)" }

    /// A file with the value as it is written, on lines of its own where it has several.
    func text(_ value: String) -> String {
      var lines = ["orglint: 1", "x-anchor: &anchor " + (tag == nil ? "'\(word)'" : word)]
      var indent = ""
      for key in WrittenFormTests.way(to: field.spec.shape) {
        lines.append(indent + key + (key == "-" ? "" : ":"))
        indent += "  "
      }
      // A step and an influence have to say what they do.
      if field.spec.shape == .step, field != .stepAs { lines.append(indent + "as: decide") }
      if field.spec.shape == .influence, field != .influenceEffect {
        lines.append(indent + "effect: raises")
      }
      lines.append(indent + "\(field.key): " + value.replacing("\n", with: "\n" + indent + "  "))
      return lines.joined(separator: "\n") + "\n"
    }
  }

  static func way(to shape: Shape) -> [String] {
    switch shape {
    case .organization: ["organization"]
    case .person: ["people", "a"]
    case .unit: ["units", "a"]
    case .incentive: ["incentives", "a", "-"]
    case .target: ["incentives", "a", "-", "target"]
    case .step: ["decisions", "a", "steps", "-"]
    case .limit: ["decisions", "a", "limits", "amount"]
    case .influence: ["metrics", "a", "drives", "b"]
    case .waiver: ["waivers", "-"]
    case .scope: ["decisions", "a", "scope"]
    case .covers: ["pockets", "a", "covers"]
    case .parallel: ["decisions", "a", "steps", "-"]
    case .anyOf: ["decisions", "a", "steps", "-", "by"]
    default: [Section.allCases.first { $0.kind?.shape == shape }?.rawValue ?? "", "a"]
    }
  }

  static let words: [Case] = Field.allCases.flatMap { field -> [Case] in
    switch field.type {
    case .choice(let words):
      words.map { word in
        let meaning = field == .influenceEffect ? ["+": "raises", "-": "lowers"][word] : nil
        return Case(field: field, word: word, meaning: meaning)
      }
    case .part:
      DecisionPart.allCases.map { Case(field: field, word: $0.rawValue) }
        + DecisionPart.aliases.map { Case(field: field, word: $0, meaning: $1) }
    case .name: [Case(field: field, word: "h-1")]
    case .text where field.key == "kind" || field.key == "dimension" || field.key == "horizon":
      [Case(field: field, word: "quality")]
    default: []
    }
  }

  static let values: [Case] = Field.allCases.flatMap { field -> [Case] in
    switch field.type {
    case .boolean:
      ["true", "false"].map { Case(field: field, word: $0, tag: "!!bool") }
    case .number, .amount, .target:
      [
        Case(field: field, word: "12", tag: "!!int"),
        Case(field: field, word: "1.50", meaning: "1.5", tag: "!!float"),
        Case(field: field, word: "0x10", meaning: "16", tag: "!!int"),
      ]
    default: []
    }
  }

  @Test func `there is something to test`() {
    #expect(WrittenFormTests.words.count > 60)
    #expect(WrittenFormTests.values.count > 20)
  }

  @Test(arguments: words)
  func `a word is the same in every form`(item: Case) {
    let word = item.word
    // `-` and `+` alone are words only in quotes: plain they would begin a list.
    let isPlain = word != "-"
    let forms =
      ["'\(word)'", "\"\(word)\"", "!!str '\(word)'", "|-\n\(word)", ">-\n\(word)"]
      + (isPlain ? [word, "!!str \(word)", "*anchor"] : [])
    for form in forms { check(item, form) }
  }

  @Test(arguments: values)
  func `a flag or number is the same plain, tagged and by an alias`(item: Case) {
    for form in [item.word, "\(item.tag ?? "") \"\(item.word)\"", "*anchor"] { check(item, form) }
    // In quotes it is a text, which the reader says; no other value takes its place.
    for form in ["'\(item.word)'", "\"\(item.word)\"", "!!str \(item.word)", "|-\n\(item.word)"] {
      let reading = Reading(item.text(form))
      #expect(reading.problems.map { $0.prefix(9) } == ["yaml-type"], "\(form)")
      #expect(value(of: item.field, in: reading.graph).map { reading.graph[$0].type } == .rejected)
    }
  }

  private func check(_ item: Case, _ form: String) {
    let reading = Reading(item.text(form))
    #expect(reading.problems == [], "\(item.text(form))")
    guard let value = value(of: item.field, in: reading.graph) else {
      Issue.record("nothing was read of \(item.text(form))")
      return
    }
    #expect(reading.graph.text(value) == item.meaning ?? item.word, "\(form)")
    let other = Reading(item.text(item.word == "-" ? "'-'" : item.word)).graph
    let plain = self.value(of: item.field, in: other)
    #expect(plain.map { reading.graph.saysTheSame(value, as: $0, of: other) } == true, "\(form)")
  }

  private func value(of field: Field, in graph: OrgGraph) -> ItemID? {
    graph.items.indices.last { graph.items[$0].fieldNumber == field.rawValue }.map { ItemID($0) }
  }
}
