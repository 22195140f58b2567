import Diagnostics

/// Returns a number with its noun: `1 error`, `2 errors`, `3 people`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}

/// Returns the counts of severities that occur, the gravest first: `2 errors, 1 info`.
func countedSeverities(_ findings: some Sequence<Severity>) -> String {
  var counts = [0, 0, 0]
  for severity in findings { counts[severity.rawValue] += 1 }
  let words = Severity.allCases.reversed().filter { counts[$0.rawValue] > 0 }
    .map { counted(counts[$0.rawValue], $0.name) }
  return words.joined(separator: ", ")
}
