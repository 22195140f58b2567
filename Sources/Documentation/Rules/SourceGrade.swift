/// How well a source supports a rule or a number.
package enum SourceGrade: String, CaseIterable, Sendable {
  case published = "A"
  case quoted = "B"
  case direction = "C"
  case policy = "D"

  /// What the grade says.
  package var meaning: String {
    switch self {
    case .published: "a published number or principle"
    case .quoted: "published, and known from a summary or a quotation"
    case .direction: "the direction is published, the number is orglint's"
    case .policy: "orglint's policy"
    }
  }

  /// All grades in one sentence.
  static let legend =
    "Grades: " + allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
}
