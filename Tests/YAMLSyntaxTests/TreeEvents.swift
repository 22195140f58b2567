import SourceText
import YAMLSyntax

extension YAMLFile {
  /// The tree in the notation of `LibYAMLEvents`.
  var eventLines: [String] {
    documents.flatMap { ["+DOC"] + eventLines(of: $0) }
  }

  private func eventLines(of node: Int) -> [String] {
    let properties = (nodes[node].flags.contains(.anchored) ? " &" : "") + tag(of: node)
    switch nodes[node].kind {
    case .scalar:
      return ["=VAL\(style(of: node))\(properties) \(text(of: node))"]
    case .alias:
      return [
        "=ALI \(aliasName(of: node).isEmpty ? "" : "*")\(aliasName(of: node)) \(resolved(node) + 1)"
      ]
    case .sequence, .mapping:
      let kind = nodes[node].kind == .sequence ? "+SEQ" : "+MAP"
      let first = "\(kind)\(style(of: node))\(properties)"
      return [first] + children(of: node).flatMap { eventLines(of: $0) } + ["-"]
    }
  }

  private func tag(of node: Int) -> String {
    switch nodes[node].tag {
    case .none: ""
    case .nonSpecific: " <!>"
    case .string: " <str>"
    case .null: " <null>"
    case .bool: " <bool>"
    case .int: " <int>"
    case .float: " <float>"
    case .sequence: " <seq>"
    case .mapping: " <map>"
    case .other: " <other>"
    }
  }

  private func style(of node: Int) -> String {
    switch nodes[node].style {
    case .plain: ""
    case .singleQuoted: " '"
    case .doubleQuoted: " \""
    case .literal: " |"
    case .folded: " >"
    case .block: " block"
    case .flow: " flow"
    }
  }

  /// What the source has at each node, in preorder.
  var slices: [String] {
    nodes.map { String(decoding: source[$0.range], as: UTF8.self) }
  }

  /// What is wrong with the shape of the tree: places outside the file or the parent, places out of
  /// order, indexes that point elsewhere.
  var shapeFlaws: [String] {
    var flaws: [String] = []
    var root = 0
    for document in documents {
      if document != root { flaws.append("document \(document) does not begin at \(root)") }
      collectFlaws(of: document, within: 0..<source.count, into: &flaws)
      guard nodes.indices.contains(document) else { return flaws }
      root = Int(nodes[document].next)
    }
    if root != nodes.count { flaws.append("\(nodes.count - root) nodes belong to no document") }
    for problem in problems where problem.span.bytes.upperBound > source.count {
      flaws.append("\(problem) lies outside the file")
    }
    return flaws
  }

  private func collectFlaws(of node: Int, within bounds: Range<Int>, into flaws: inout [String]) {
    guard nodes.indices.contains(node) else {
      flaws.append("there is no node \(node)")
      return
    }
    let it = nodes[node]
    if it.start > it.end || it.range.lowerBound < bounds.lowerBound
      || it.range.upperBound > bounds.upperBound
    {
      flaws.append("node \(node) at \(it.start)..\(it.end) is not within \(bounds)")
      return
    }
    guard it.kind == .sequence || it.kind == .mapping else {
      if Int(it.next) != node + 1 { flaws.append("leaf \(node) has children") }
      return
    }
    var child = node + 1
    var lower = it.range.lowerBound
    var count = 0
    while child < Int(it.next) {
      collectFlaws(of: child, within: lower..<it.range.upperBound, into: &flaws)
      guard flaws.isEmpty else { return }
      lower = nodes[child].range.upperBound
      child = Int(nodes[child].next)
      count += 1
    }
    if child != Int(it.next) || count != Int(it.count) { flaws.append("\(node) has odd children") }
    if it.kind == .mapping, count % 2 == 1 { flaws.append("\(node) has a key without a value") }
  }
}

func parse(_ text: String, limits: YAMLLimits = .standard) -> YAMLFile {
  parseYAML(Array(text.utf8), file: FileID(0), limits: limits)
}
