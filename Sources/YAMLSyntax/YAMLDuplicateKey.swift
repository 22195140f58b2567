/// A key that stands twice in one mapping.
package struct YAMLDuplicateKey: Hashable, Sendable {
  /// The node of the key that counts.
  package let first: Int

  /// The node of the key that repeats it.
  package let second: Int
}

extension YAMLFile {
  /// Returns the keys of a mapping that repeat an earlier one, in the order they are written.
  ///
  /// Keys are the same if their texts are, in whatever style. Small mappings are compared pair by
  /// pair without allocation, large ones through a hash table.
  package func duplicateKeys(of mapping: Int) -> [YAMLDuplicateKey] {
    guard nodes[mapping].kind == .mapping else { return [] }
    return nodes[mapping].count <= 32 ? duplicatesByPairs(mapping) : duplicatesByHash(mapping)
  }

  private func duplicatesByPairs(_ mapping: Int) -> [YAMLDuplicateKey] {
    var duplicates: [YAMLDuplicateKey] = []
    let end = Int(nodes[mapping].next)
    var second = mapping + 1
    while second < end {
      var first = mapping + 1
      while first < second {
        if haveSameText(first, second) {
          duplicates.append(YAMLDuplicateKey(first: first, second: second))
          break
        }
        first = nextKey(first)
      }
      second = nextKey(second)
    }
    return duplicates
  }

  private func duplicatesByHash(_ mapping: Int) -> [YAMLDuplicateKey] {
    var duplicates: [YAMLDuplicateKey] = []
    var firsts: [YAMLKeyText: Int] = [:]
    firsts.reserveCapacity(Int(nodes[mapping].count) / 2)
    let end = Int(nodes[mapping].next)
    var key = mapping + 1
    while key < end {
      let node = resolved(key)
      if nodes[node].kind == .scalar {
        let text = YAMLKeyText(of: node, in: self)
        if let first = firsts[text] {
          duplicates.append(YAMLDuplicateKey(first: first, second: key))
        } else {
          firsts[text] = key
        }
      }
      key = nextKey(key)
    }
    return duplicates
  }

  /// Returns the key behind a key and its value.
  private func nextKey(_ key: Int) -> Int {
    let value = Int(nodes[key].next)
    return value < nodes.count ? Int(nodes[value].next) : value
  }

  private func haveSameText(_ first: Int, _ second: Int) -> Bool {
    let first = resolved(first)
    let second = resolved(second)
    guard nodes[first].count == nodes[second].count, nodes[first].kind == .scalar,
      nodes[second].kind == .scalar
    else { return false }
    return YAMLKeyText(of: first, in: self) == YAMLKeyText(of: second, in: self)
  }
}
