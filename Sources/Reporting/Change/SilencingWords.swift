import Diagnostics
import SourceText

/// What a change silences, in lines: what is in force differently, then the findings.
struct SilencingWords {
  static let title = "what silences findings changed"

  /// Lines shown of each of the two lists; the rest is counted.
  static let most = 40

  /// Characters shown of a text, and bytes of a comment that lines may fill.
  private static let longest = 300
  private static let room = 20_000

  private let silencing: Silencing?
  private let most: Int

  init(_ report: Report, most: Int = most) {
    silencing = report.silencing
    self.most = most
  }

  /// The lines, none of which is so long that a stranger could hide the next one behind it.
  var lines: [String] {
    guard let silencing else { return [] }
    return changes(silencing) + findings(silencing.silenced)
  }

  private func changes(_ silencing: Silencing) -> [String] {
    let changes = silencing.changes
    var lines = changes.prefix(most).map { cut($0.text) }
    let rest = changes.dropFirst(most)
    if !rest.isEmpty {
      let grave = rest.count { !$0.isHarmless }
      let note =
        grave == 0 ? "none of which silences anything" : "\(grave) of which may silence findings"
      lines.append("and \(counted(rest.count, "more change")), \(note); json has them all")
    }
    return lines
  }

  private func findings(_ silenced: [Silencing.Silenced]) -> [String] {
    var lines = silenced.prefix(most).map { silenced in
      let finding = silenced.finding
      let does = silenced.isLowered ? "no longer fails the run" : "silenced"
      return "\(does): \(finding.severity.name)[\(finding.rule)] "
        + cut(finding.message) + ", by " + cut(silenced.by)
    }
    let rest = silenced.dropFirst(most)
    if !rest.isEmpty {
      let rules = Dictionary(grouping: rest, by: \.finding.rule).mapValues(\.count)
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let words = rules.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      lines.append("and \(counted(rest.count, "more finding")): \(words); json has them all")
    }
    return lines
  }

  private func cut(_ text: String) -> String {
    most == .max || text.count <= SilencingWords.longest
      ? text : text.prefix(SilencingWords.longest) + "…"
  }

  /// A block for people, with an empty line behind it; nothing where nothing is silenced.
  func text(_ paint: Paint, width: Int) -> String {
    guard !lines.isEmpty else { return "" }
    var out = paint(SilencingWords.title, .severity(.warning)) + "\n"
    for line in lines {
      out += "  " + wrapped(visible(line), width: width - 4).joined(separator: "\n    ") + "\n"
    }
    return out + "\n"
  }

  /// The same for a comment.
  var markdown: String {
    guard !lines.isEmpty else { return "" }
    var items = ""
    var left = lines.count
    for line in lines {
      let item = "<li>\(comment(line))</li>\n"
      if items.utf8.count + item.utf8.count > SilencingWords.room { break }
      items += item
      left -= 1
    }
    if left > 0 { items += "<li>and \(counted(left, "more line")); the log has them</li>\n" }
    return "<b>What silences findings changed:</b>\n<ul>\n\(items)</ul>\n\n"
  }
}

extension Report {
  /// What formats list that know nothing but findings: first what the change silences.
  var withNotices: [Diagnostic] { (silencing?.notices ?? []) + findings }

  /// Whether there is nothing to tell.
  var isSilent: Bool { findings.isEmpty && silencing?.isEmpty ?? true }
}
