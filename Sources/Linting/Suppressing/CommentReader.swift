import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// Reads the comments of a design that ignore findings, each with all that is wrong with it.
struct CommentReader {
  private let graph: OrgGraph
  private let today: Int
  private let names: RuleNames
  private var owners: ItemOwners?

  init(host: DesignHost, names: RuleNames) {
    graph = host.graph
    today = host.today
    self.names = names
  }

  /// Returns one for each rule of each comment; for a comment that names none, one all the same.
  mutating func silencers() -> [Silencer] {
    var all: [Silencer] = []
    for comment in graph.ignoreComments { all += silencers(of: comment) }
    return all
  }

  private mutating func silencers(of comment: IgnoreComment) -> [Silencer] {
    let directive = IgnoreDirective(graph.sources.text(of: comment.text))
    var common = Silencer(kind: .comment, place: comment.span)
    common.target = target(of: comment)
    common.scope = comment.scope
    common.line = line(of: comment, at: common.target)
    common.reason = directive.reason
    common.until = directive.until
    common.faults = faults(of: directive, comment)
    guard !directive.rules.isEmpty else { return [common] }
    return directive.rules.map { rule in
      var silencer = common
      silencer.rule = rule
      if let fault = names.fault(of: rule) { silencer.faults.append(fault) }
      return silencer
    }
  }

  /// Returns what stands before a comment at the end of its line; for one alone above a section,
  /// which is no entry, the section.
  private func line(of comment: IgnoreComment, at target: String) -> String {
    guard let scope = comment.scope else { return "" }
    let isAlone = scope.start > comment.span.start
    if isAlone, !target.hasPrefix("file/") { return "" }
    let end = isAlone ? scope.end : comment.span.start
    let text = graph.sources.text(of: SourceSpan(file: scope.file, start: scope.start, end: end))
    let line = text.drop { $0.isWhitespace }.prefix { !$0.isNewline }
    guard isAlone else { return line.split { $0 == " " || $0 == "\t" }.joined(separator: " ") }
    return String(line.prefix { $0 != ":" })
  }

  private func faults(
    of directive: IgnoreDirective,
    _ comment: IgnoreComment
  ) -> [Silencer.Fault] {
    var faults = directive.flaws.map(Silencer.Fault.malformed)
    guard directive.isIgnore else { return faults }
    let absent = [
      directive.rules.isEmpty ? "rule" : nil, directive.reason.isEmpty ? "reason" : nil,
    ].compactMap(\.self)
    if !absent.isEmpty { faults.append(.absent(absent)) }
    if comment.scope == nil, !graph.isIncomplete { faults.append(.aboveNothing) }
    if let day = directive.until, day < today { faults.append(.expired(day: day)) }
    return faults
  }

  /// Returns the entry a comment stands at or above; the file where it is none.
  private mutating func target(of comment: IgnoreComment) -> String {
    let start = comment.scope ?? comment.span
    if let path = entryPath(at: firstCharacter(in: start)) { return path }
    // On a line with a section and its first entry, that entry.
    let end = SourceSpan(file: start.file, start: start.end, end: start.end)
    return entryPath(at: end) ?? "file/" + graph.sources[start.file].path
  }

  private mutating func entryPath(at place: SourceSpan) -> String? {
    guard let item = graph.entryItem(at: place) else { return nil }
    var owners = owners ?? ItemOwners(graph)
    defer { self.owners = owners }
    return owners.path(of: item, in: graph)
  }

  private func firstCharacter(in span: SourceSpan) -> SourceSpan {
    let bytes = graph.sources[span.file].bytes
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-") }
    let first = bytes[span.bytes].firstIndex { !isBlank($0) } ?? span.bytes.lowerBound
    return SourceSpan(file: span.file, bytes: first..<span.bytes.upperBound)
  }
}
