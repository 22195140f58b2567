import YAMLSyntax

/// What stands behind `orglint:` in a comment: `ignore RULE[, RULE] until=DATE -- reason`.
struct IgnoreDirective {
  private(set) var rules: [String] = []

  /// The last day it holds, in days since 1970-01-01.
  private(set) var until: Int?
  private(set) var reason = ""

  /// What cannot be read, in the words of a finding.
  private(set) var flaws: [String] = []

  /// Whether the comment says to ignore something, and nothing else.
  private(set) var isIgnore = true

  init(_ text: String) {
    var words = text.split { $0 == " " || $0 == "\t" }[...]
    if let separator = words.firstIndex(of: "--") {
      reason = words[(separator + 1)...].joined(separator: " ")
      words = words[..<separator]
    }
    let instruction = words.popFirst() ?? ""
    guard instruction == "ignore" else {
      isIgnore = false
      flaws.append(
        instruction.isEmpty ? "says nothing" : "says '\(instruction)', and orglint knows 'ignore'"
      )
      return
    }
    readRules(from: &words)
    for word in words { readOption(word) }
  }

  /// Takes the words of the list: rules with commas between them.
  private mutating func readRules(from words: inout ArraySlice<Substring>) {
    var isOpen = true
    var known: Set<Substring> = []
    while let word = words.first, !word.contains("="), isOpen || word.hasPrefix(",") {
      words.removeFirst()
      for rule in word.split(separator: ",") where known.insert(rule).inserted {
        rules.append(String(rule))
      }
      isOpen = word.hasSuffix(",")
    }
  }

  private mutating func readOption(_ word: Substring) {
    guard let equal = word.firstIndex(of: "="), word[..<equal] == "until" else {
      // Without a reason behind -- its words stand here, and the finding says what is missing.
      if !reason.isEmpty || word.contains("=") {
        flaws.append("has '\(word)' where a comma and a rule, until= or -- belongs")
      }
      return
    }
    let date = word[word.index(after: equal)...]
    until = CalendarDate.day(of: Array(date.utf8))
    if until == nil { flaws.append("ends on '\(date)', which is no date") }
  }
}
