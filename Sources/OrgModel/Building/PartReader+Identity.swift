import Diagnostics
import YAMLSyntax

extension PartReader {
  /// Where a problem of the file stands in its tree.
  struct ProblemPlace {
    let diagnostic: Int
    let node: Int

    /// The keys from the entry, for what came by an alias: its node is that of the alias.
    let keys: String
  }

  /// Remembers where the problem that was added last stands.
  mutating func notePlace(of node: Int) {
    problemPlaces.append(
      ProblemPlace(
        diagnostic: part.diagnostics.count - 1,
        node: place ?? node,
        keys: place == nil ? "" : " " + keyPath.joined(separator: ".")
      )
    )
  }

  /// Gives every problem the file and the path of keys to where it stands as what tells it from
  /// others: that stays the same when lines move.
  mutating func identifyProblems() {
    guard !problemPlaces.isEmpty else { return }
    let paths = yaml.keyPaths(of: Set(problemPlaces.map(\.node)).sorted())
    for place in problemPlaces {
      part.diagnostics[place.diagnostic].discriminator =
        path + ": " + (paths[place.node] ?? "") + place.keys
    }
  }
}

extension YAMLFile {
  /// Returns the last node that begins at a place or before it; nil where there is none.
  func node(beforeByte byte: UInt32) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].start <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Returns the keys that lead to nodes, given in ascending order; items of lists have positions,
  /// and documents behind the first have numbers.
  fileprivate func keyPaths(of wanted: [Int]) -> [Int: String] {
    var paths: [Int: String] = [:]
    var next = wanted[...]
    func enter(_ node: Int, _ path: String) {
      if next.first == node {
        paths[node] = path
        next.removeFirst()
      }
      let end = Int(nodes[node].next)
      guard let first = next.first, first < end else { return }
      var position = 0
      var key = ""
      for child in children(of: node) {
        defer { position += 1 }
        if nodes[node].kind == .mapping, position.isMultiple(of: 2) { key = component(child) }
        guard let first = next.first, first < end else { return }
        guard first < Int(nodes[child].next) else { continue }
        let name = nodes[node].kind == .mapping ? key : String(position)
        enter(child, path.isEmpty ? name : path + "." + name)
      }
    }
    for (number, document) in documents.enumerated() {
      enter(document, number == 0 ? "" : "document \(number + 1)")
    }
    return paths
  }

  /// A key that is longer than any id is cut.
  private func component(_ key: Int) -> String {
    nodes[key].kind == .scalar ? String(text(of: key).prefix(128)) : "?"
  }
}
