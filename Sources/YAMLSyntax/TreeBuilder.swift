import SourceText

/// Grows the node array of a file from the parser's events.
struct TreeBuilder {
  /// An open sequence or mapping.
  struct Frame {
    var node = -1
    var lastChild = -1
    var count = 0
    var isMapping = false

    /// The collections inside one another below this one, aliases followed.
    var height = 0

    /// The nodes reached through aliases in the file before this collection was opened.
    var aliasedBefore = 0
  }

  /// What an alias to a collection brings with it.
  struct Weight {
    var height = 0
    var nodes = 0
  }

  let source: [UInt8]
  let file: FileID
  let limits: YAMLLimits
  var nodes: [YAMLNode] = []
  var decoded: [UInt8] = []
  var documents: [Int] = []
  var problems: [YAMLProblem] = []

  /// The end of what was read last: a node, an opening bracket or a document marker.
  private(set) var lastEnd = 0

  /// The innermost open collection; `node` is -1 outside of all.
  private(set) var top = Frame()
  private var outer: [Frame] = []
  private var anchors: [[UInt8]: Int] = [:]
  /// The anchors of the documents before this one.
  private var earlierAnchors: Set<[UInt8]> = []
  private var weights: [Int: Weight] = [:]
  private var aliasedNodes = 0
  private var isFullOfAliases = false

  /// The last place given to an empty scalar, and the mark it was asked for with.
  private var emptyPlace = 0
  private var emptyMark = -1

  /// The values of the merge keys, to be checked when the tree is complete.
  private var mergeValues: [Int] = []

  init(source: [UInt8], file: FileID, limits: YAMLLimits) {
    self.source = source
    self.file = file
    self.limits = limits
    // Designs have a node for every eight to twelve bytes.
    nodes.reserveCapacity(source.count / 8)
  }

  /// Whether the file may have more nodes; a problem is noted when it may not.
  var hasRoom: Bool {
    @inline(__always) mutating get {
      if nodes.count < limits.nodes, problems.count < limits.problems { return true }
      let place = span(lastEnd..<lastEnd)
      problems.append(
        nodes.count < limits.nodes
          ? .tooManyProblems(place, limit: limits.problems)
          : .tooManyNodes(place, limit: limits.nodes)
      )
      return false
    }
  }

  /// Whether the innermost collection is written with brackets.
  var isInFlow: Bool { top.node >= 0 && nodes[top.node].style == .flow }

  /// Begins a document behind its marker; anchors hold within one document.
  mutating func beginDocument(end: Int) {
    lastEnd = max(lastEnd, end)
    guard !anchors.isEmpty else { return }
    for name in anchors.keys { earlierAnchors.insert(name) }
    anchors.removeAll(keepingCapacity: true)
  }

  mutating func endDocument(end: Int) {
    lastEnd = max(lastEnd, end)
  }

  /// Appends a node as the next child of the innermost collection, or as the root of a document.
  @inline(__always)
  mutating func append(_ node: YAMLNode) {
    let index = nodes.count
    if top.node < 0 { documents.append(index) }
    top.count += 1
    top.lastChild = index
    nodes.append(node)
    lastEnd = Int(node.end)
  }

  /// Returns where an empty scalar stands that the parser puts somewhere before `mark`: behind the
  /// last indicator, not behind the blanks and comments that follow it.
  mutating func placeOfEmptyScalar(before mark: Int) -> Int {
    // Many nested keys without values end at one mark; the gap before it is looked at once.
    if mark != emptyMark || lastEnd < emptyPlace {
      emptyPlace = Trivia.endOfContent(in: source, from: lastEnd, to: mark)
      emptyMark = mark
    }
    let place = max(emptyPlace, lastEnd)
    return top.node < 0 ? place : max(place, Int(nodes[top.node].start))
  }

  /// Notes that the scalar appended last is a merge key, if it stands in the place of a key.
  mutating func noteMergeKey() {
    guard top.isMapping, top.count % 2 == 1 else { return }
    nodes[top.node].flags.insert(.merging)
    mergeValues.append(nodes.count)
  }

  /// Remembers the node that comes next by the name of its anchor.
  mutating func anchorNext(_ name: [UInt8]) {
    anchors[name] = nodes.count
  }

  /// Opens a collection that begins with a bracket up to an offset; false when it is too deep.
  mutating func open(_ node: YAMLNode, openEnd: Int) -> Bool {
    guard outer.count < limits.depth else {
      problems.append(.tooDeep(span(Int(node.start)..<openEnd), limit: limits.depth))
      return false
    }
    append(node)
    outer.append(top)
    top = Frame(
      node: nodes.count - 1,
      isMapping: node.kind == .mapping,
      aliasedBefore: aliasedNodes
    )
    lastEnd = openEnd
    return true
  }

  /// Closes the innermost collection behind its bracket, or where its last child ends.
  mutating func close(bracketEnd: Int?) {
    guard top.node >= 0 else { return }
    let frame = top
    lastEnd = max(lastEnd, bracketEnd ?? 0)
    nodes[frame.node].end = UInt32(truncatingIfNeeded: lastEnd)
    nodes[frame.node].next = UInt32(truncatingIfNeeded: nodes.count)
    nodes[frame.node].count = UInt32(truncatingIfNeeded: frame.count)
    if nodes[frame.node].flags.contains(.anchored) {
      weights[frame.node] = Weight(
        height: frame.height + 1,
        nodes: aliasedNodes - frame.aliasedBefore
      )
    }
    top = outer.removeLast()
    top.height = max(top.height, frame.height + 1)
  }

  /// Appends an alias and checks what it stands for.
  mutating func alias(_ range: Range<Int>) {
    let index = nodes.count
    let target = target(of: range)
    var node = YAMLNode(.alias, range, style: .plain)
    node.next = UInt32(truncatingIfNeeded: index + 1)
    node.content = UInt32(truncatingIfNeeded: target ?? index)
    append(node)
  }

  /// Returns the node an alias stands for, nil with a problem if there is none or it costs too much.
  private mutating func target(of range: Range<Int>) -> Int? {
    let name = Array(source[range].dropFirst())
    guard let target = anchors[name] else {
      problems.append(
        earlierAnchors.contains(name)
          ? .aliasOfOtherDocument(span(range), name: text(range))
          : .undefinedAlias(span(range), name: text(range))
      )
      return nil
    }
    guard nodes[target].next != 0 else {
      let anchor = span(Int(nodes[target].start)..<Int(nodes[target].start))
      problems.append(.selfContaining(span(range), name: text(range), anchor: anchor))
      return nil
    }
    let weight = weights[target, default: Weight()]
    guard outer.count + weight.height <= limits.depth else {
      problems.append(.tooDeep(span(range), limit: limits.depth))
      return nil
    }
    let size = Int(nodes[target].next) - target + weight.nodes
    let limit = min(limits.aliasedNodes, limits.aliasedNodesOfShortFile + 4 * nodes.count)
    guard aliasedNodes + size <= limit else {
      // Once for a file: what follows has the same cause.
      if !isFullOfAliases {
        problems.append(.tooManyAliasedNodes(span(range), limit: limit))
      }
      isFullOfAliases = true
      return nil
    }
    aliasedNodes += size
    top.height = max(top.height, weight.height)
    return target
  }

  /// Closes all that is open after an error; a key without its value is dropped.
  mutating func closeAll() {
    while top.node >= 0 {
      if top.isMapping, top.count % 2 == 1 {
        nodes.removeSubrange(top.lastChild...)
        top.count -= 1
        lastEnd = endOfLastChild()
      }
      close(bracketEnd: nil)
    }
  }

  /// Returns the end of what is left of the innermost collection once a key is dropped.
  private func endOfLastChild() -> Int {
    var child = top.node + 1
    var end = Int(nodes[top.node].start) + (nodes[top.node].style == .flow ? 1 : 0)
    while child < nodes.count {
      end = Int(nodes[child].end)
      child = Int(nodes[child].next)
    }
    return end
  }

  /// Reports the merge keys whose value is no mapping and no list of mappings.
  mutating func checkMergeValues() {
    for value in mergeValues where value < nodes.count && problems.count < limits.problems {
      for part in mergeParts(value) where nodes[resolved(part)].kind != .mapping {
        // An alias that stands for nothing is a problem already.
        guard nodes[resolved(part)].kind != .alias else { continue }
        problems.append(.mergeOfNoMapping(span(nodes[part].range)))
      }
    }
  }

  private func mergeParts(_ value: Int) -> [Int] {
    let value = resolved(value)
    guard nodes[value].kind == .sequence else { return [value] }
    return Array(YAMLChildren(nodes: nodes, first: value + 1, end: Int(nodes[value].next)))
  }

  private func resolved(_ node: Int) -> Int {
    nodes[node].kind == .alias ? Int(nodes[node].content) : node
  }

  private func span(_ bytes: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, bytes: bytes)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source[range].prefix(80), as: UTF8.self)
  }
}

extension YAMLNode {
  /// Makes a node that has no children yet and no text.
  init(_ kind: Kind, _ range: Range<Int>, style: Style) {
    self.init(
      start: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound),
      next: 0,
      content: 0,
      count: 0,
      kind: kind,
      style: style,
      tag: .none,
      flags: []
    )
  }
}
