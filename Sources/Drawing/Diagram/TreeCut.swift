import OrgAnalysis

/// The upper part of a forest that a picture has room for.
///
/// Whole levels are kept as long as they fit, so that the picture is cut at one depth. The cost is
/// linear in what is kept and the level below it, and in the marks for the marks that are hidden.
struct TreeCut {
  /// The entries shown, in preorder.
  private(set) var entries: [Int32] = []

  /// The position in `entries` of what stands above each; -1 for none.
  private(set) var parents: [Int] = []

  /// How many entries at or below each are not shown, itself not counted, and how many are marked.
  private(set) var hidden: [Int] = []
  private(set) var hiddenMarked: [Int] = []

  /// How many roots are not shown, with all below them.
  private(set) var hiddenRoots = 0

  /// The most entries a picture shows, unless a depth is asked for.
  static let room = 160

  /// The most entries that a picture of a given depth shows.
  static let mostRoom = 2000

  /// The most entries shown below one.
  static let mostChildren = 40

  init(_ forest: Forest, root: Int?, depth: Int?, marked: [Int]) {
    let roots = root.map { [Int32(truncatingIfNeeded: $0)] } ?? TreeCut.roots(of: forest)
    let room = depth == nil ? TreeCut.room : TreeCut.mostRoom
    var level = Array(roots.prefix(room))
    hiddenRoots = roots.dropFirst(room).reduce(0) { $0 + Int(forest.sizes[Int($1)]) }
    var kept = level
    var levels = 0
    while !level.isEmpty, levels < depth ?? .max {
      var next: [Int32] = []
      for entry in level {
        next += forest.children(of: Int(entry)).prefix(TreeCut.mostChildren)
        if kept.count + next.count > room { break }
      }
      guard kept.count + next.count <= room else { break }
      kept += next
      level = next
      levels += 1
    }
    arrange(kept, forest)
    count(marked, forest)
  }

  /// The larger trees first, so that who stands alone comes behind.
  private static func roots(of forest: Forest) -> [Int32] {
    let roots = forest.parents.indices.filter { forest.parents[$0] < 0 }
    let (large, single) = (
      roots.filter { forest.sizes[$0] > 1 }, roots.filter { forest.sizes[$0] == 1 }
    )
    return (large + single).map { Int32(truncatingIfNeeded: $0) }
  }

  private mutating func arrange(_ kept: [Int32], _ forest: Forest) {
    entries = kept.sorted { forest.positions[Int($0)] < forest.positions[Int($1)] }
    hidden = entries.map { Int(forest.sizes[Int($0)]) - 1 }
    hiddenMarked = [Int](repeating: 0, count: entries.count)
    // In preorder whatever is open above an entry is on a stack.
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      while let last = open.last, !forest.isAbove(Int(entries[last]), Int(entry)) {
        open.removeLast()
      }
      parents.append(open.last ?? -1)
      if let parent = open.last { hidden[parent] -= Int(forest.sizes[Int(entry)]) }
      open.append(index)
    }
  }

  /// Counts each marked entry that is not shown at the nearest one above that is.
  private mutating func count(_ marked: [Int], _ forest: Forest) {
    guard hidden.contains(where: { $0 > 0 }) else { return }
    let starts = entries.map { forest.positions[Int($0)] }
    for entry in marked where entry < forest.count {
      let position = forest.positions[entry]
      var index = TreeCut.last(atOrBefore: position, in: starts)
      if index >= 0, starts[index] == position { continue }
      while index >= 0, !forest.isWithin(entry, Int(entries[index])) { index = parents[index] }
      if index >= 0 { hiddenMarked[index] += 1 }
    }
  }

  /// Returns the last position whose value is not greater, by binary search; -1 without one.
  private static func last(atOrBefore value: Int32, in values: [Int32]) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

extension Scene {
  /// Appends a node for each entry of a cut.
  func append(_ cut: TreeCut, to diagram: inout Diagram, _ make: (Int) -> Diagram.Node) {
    for (index, entry) in cut.entries.enumerated() {
      var node = make(Int(entry))
      node.parent = cut.parents[index]
      node.hidden = cut.hidden[index]
      node.hiddenMarked = cut.hiddenMarked[index]
      if cut.parents[index] >= 0 {
        diagram.edges.append(
          Diagram.Edge(source: cut.parents[index], target: index, isDirected: false)
        )
      }
      diagram.nodes.append(node)
    }
  }
}
