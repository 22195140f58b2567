extension PeopleFacts {
  /// Returns how many steps up the line of a person somebody stands; nil where not in the line.
  ///
  /// Cost: about constant.
  package func distance(from person: Int, to manager: Int) -> Int? {
    if isSame(person, manager) { return 0 }
    guard let entry = nearest(manager, above: person) else { return nil }
    return Int(lines.depths[person] - lines.depths[entry])
  }

  /// Returns the nearest entry above a person that is somebody; nil where there is none.
  package func nearest(_ manager: Int, above person: Int) -> Int? {
    nearestEntry(of: identity(of: manager), above: person)
  }

  /// Returns whether somebody manages another person, directly or not.
  package func isAbove(_ manager: Int, _ person: Int) -> Bool {
    !isSame(manager, person) && nearest(manager, above: person) != nil
  }

  /// Returns the first of a person and the managers above who is also another one or above them.
  package func commonManager(_ first: Int, _ second: Int) -> Int? {
    var entry = first
    while distance(from: second, to: entry) == nil {
      guard let above = lines.parent(of: entry) else { return nil }
      entry = above
    }
    return entry
  }

  /// Returns the reporting steps between two people over their common manager.
  package func distanceInOrganization(_ first: Int, _ second: Int) -> Int? {
    guard let common = commonManager(first, second),
      let down = distance(from: first, to: common),
      let up = distance(from: second, to: common)
    else { return nil }
    return down + up
  }

  /// Returns everybody below a person, in no order that means anything.
  package func everybody(below manager: Int) -> [Int32] {
    let entries = entries(sameAs: manager)
    var found: [Int32] = []
    for entry in entries {
      // A seat below another entry of the person is counted there.
      if standsBelowItself(entry) { continue }
      found += lines.subtree(of: entry).filter { !isSame(Int($0), manager) }
    }
    return found
  }

  /// Returns the longest chain of reports below somebody, who is its first member.
  ///
  /// Of equally long ones it is the chain with the smallest ids. `heights` are those of `lines`.
  package func longestChain(
    from root: Int,
    heights: [Int32],
    precedes: (Int32, Int32) -> Bool
  ) -> [Int32] {
    var chain = [Int32(truncatingIfNeeded: root)]
    var entry = root
    while heights[entry] > 1 {
      let next = lines.children(of: entry)
        .filter { heights[Int($0)] == heights[entry] - 1 }
        .min(by: precedes)
      guard let next else { break }
      chain.append(next)
      entry = Int(next)
    }
    return chain
  }
}

extension Forest {
  /// Returns for each entry how many stand on the longest chain down from it, itself included.
  package func heights() -> [Int32] {
    var heights = [Int32](repeating: 1, count: count)
    for entry in preorder.reversed() where parents[Int(entry)] >= 0 {
      let above = Int(parents[Int(entry)])
      heights[above] = max(heights[above], heights[Int(entry)] + 1)
    }
    return heights
  }
}
