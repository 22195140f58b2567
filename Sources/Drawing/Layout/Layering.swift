/// The columns of a layered picture, their order, and a stand-in wherever a line passes a column.
///
/// After Sugiyama, Tagawa and Toda (1981): lines that close a loop are turned round, every node
/// stands one column before the first it leads to, and columns are sorted by what they connect.
struct Layering {
  /// A node in its column, or a stand-in for a line; nodes first, with their numbers.
  struct Cell {
    var column = 0
    var isNode = true
    /// The cells it is connected with in the column before and behind.
    var before: [Int] = []
    var behind: [Int] = []
  }

  private(set) var cells: [Cell]
  private(set) var columns: [[Int]] = []

  /// The cells of each edge from left to right; empty for one from a node to itself.
  private(set) var ways: [[Int]]

  /// Whether each edge runs from right to left, since it closes a loop.
  private(set) var isBack: [Bool]

  /// - Parameter single: Nodes that get no column.
  init(nodeCount: Int, edges: [(source: Int, target: Int)], leavingOut single: [Int]) {
    cells = [Cell](repeating: Cell(), count: nodeCount)
    ways = [[Int]](repeating: [], count: edges.count)
    isBack = [Bool](repeating: false, count: edges.count)
    let order = turnLoops(edges)
    setColumns(edges, order)
    addWays(edges)
    columns = [[Int]](repeating: [], count: (cells.map(\.column).max() ?? -1) + 1)
    let isLeftOut = Set(single)
    for cell in cells.indices where !isLeftOut.contains(cell) {
      columns[cells[cell].column].append(cell)
    }
    sortColumns()
  }

  /// Walks depth first and turns each edge that leads back; returns the nodes, each before those it
  /// leads to.
  private mutating func turnLoops(_ edges: [(source: Int, target: Int)]) -> [Int] {
    var outgoing = [[Int]](repeating: [], count: cells.count)
    var isDriven = [Bool](repeating: false, count: cells.count)
    for (index, edge) in edges.enumerated() where edge.source != edge.target {
      outgoing[edge.source].append(index)
      isDriven[edge.target] = true
    }
    var state = [UInt8](repeating: 0, count: cells.count)
    var next = [Int](repeating: 0, count: cells.count)
    var finished: [Int] = []
    let starts = cells.indices.filter { !isDriven[$0] } + cells.indices.filter { isDriven[$0] }
    for start in starts where state[start] == 0 {
      var stack = [start]
      state[start] = 1
      while let node = stack.last {
        guard next[node] < outgoing[node].count else {
          state[node] = 2
          finished.append(node)
          stack.removeLast()
          continue
        }
        let edge = outgoing[node][next[node]]
        next[node] += 1
        let target = edges[edge].target
        if state[target] == 1 { isBack[edge] = true }
        if state[target] == 0 {
          state[target] = 1
          stack.append(target)
        }
      }
    }
    return finished.reversed()
  }

  private func ends(_ edge: Int, _ edges: [(source: Int, target: Int)]) -> (left: Int, right: Int) {
    isBack[edge]
      ? (edges[edge].target, edges[edge].source) : (edges[edge].source, edges[edge].target)
  }

  /// Puts each node right before the first it leads to, and the last ones into the last column.
  private mutating func setColumns(_ edges: [(source: Int, target: Int)], _ order: [Int]) {
    var outgoing = [[Int]](repeating: [], count: cells.count)
    for (index, edge) in edges.enumerated() where edge.source != edge.target {
      let (left, right) = ends(index, edges)
      outgoing[left].append(right)
    }
    var heights = [Int](repeating: 0, count: cells.count)
    for node in order.reversed() {
      heights[node] = outgoing[node].reduce(0) { max($0, heights[$1] + 1) }
    }
    let last = heights.max() ?? 0
    for node in cells.indices { cells[node].column = last - heights[node] }
    // What leads nowhere stands right behind the last that leads to it.
    var nearest = [Int](repeating: -1, count: cells.count)
    for node in cells.indices {
      for target in outgoing[node] { nearest[target] = max(nearest[target], cells[node].column) }
    }
    for node in cells.indices where outgoing[node].isEmpty && nearest[node] >= 0 {
      cells[node].column = nearest[node] + 1
    }
  }

  private mutating func addWays(_ edges: [(source: Int, target: Int)]) {
    for (index, edge) in edges.enumerated() where edge.source != edge.target {
      let (left, right) = ends(index, edges)
      var way = [left]
      for column in cells[left].column + 1..<max(cells[right].column, cells[left].column + 1) {
        var cell = Cell()
        cell.column = column
        cell.isNode = false
        way.append(cells.count)
        cells.append(cell)
      }
      way.append(right)
      for (before, behind) in zip(way, way.dropFirst()) {
        cells[before].behind.append(behind)
        cells[behind].before.append(before)
      }
      ways[index] = way
    }
  }

  /// Sorts every column by the middle of what it is connected with, to and fro.
  private mutating func sortColumns() {
    var ranks = [Double](repeating: 0, count: cells.count)
    func rank(_ column: [Int]) {
      for (index, cell) in column.enumerated() {
        ranks[cell] = column.count < 2 ? 0.5 : Double(index) / Double(column.count - 1)
      }
    }
    columns.forEach(rank)
    for sweep in 0..<24 {
      let isForward = sweep % 2 == 0
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        var keys = ranks
        for cell in columns[column] {
          let neighbors = isForward ? cells[cell].before : cells[cell].behind
          guard !neighbors.isEmpty else { continue }
          keys[cell] = neighbors.reduce(0) { $0 + ranks[$1] } / Double(neighbors.count)
        }
        columns[column].sort { (keys[$0], ranks[$0], $0) < (keys[$1], ranks[$1], $1) }
        rank(columns[column])
      }
    }
  }
}
