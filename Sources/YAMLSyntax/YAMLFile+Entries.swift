extension YAMLFile {
  /// Returns the entries of a mapping with its merge keys applied; none for any other node.
  ///
  /// An explicit key beats a merged one, and an earlier merged mapping a later one. A key that is
  /// written twice comes twice. Without merge keys nothing is allocated.
  @inlinable package func entries(of mapping: Int) -> YAMLEntries {
    guard nodes[mapping].kind == .mapping else { return YAMLEntries(merged: []) }
    guard nodes[mapping].flags.contains(.merging) else {
      return YAMLEntries(nodes: nodes, mapping: mapping)
    }
    return YAMLEntries(merged: mergedEntries(of: mapping))
  }

  /// Returns the first entry of a mapping whose key has this text; cost: the entries before it.
  package func value(named name: String, in mapping: Int) -> YAMLEntry? {
    entries(of: mapping).first { isScalar($0.key, name) }
  }

  /// Returns whether a node, as a key, merges another mapping into its own.
  package func isMergeKey(_ node: Int) -> Bool {
    nodes[node].kind == .scalar && nodes[node].style == .plain && isScalar(node, "<<")
  }

  /// Collects the entries of a mapping that has a merge key; cost: the entries that it reaches.
  @usableFromInline func mergedEntries(of mapping: Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var taken: Set<YAMLKeyText> = []
    collectEntries(of: mapping, isMerged: false, place: nil, into: &entries, &taken)
    return entries
  }

  /// Appends the entries of a mapping, then those of the mappings it merges, one after the other.
  private func collectEntries(
    of mapping: Int,
    isMerged: Bool,
    place: Int?,
    into entries: inout [YAMLEntry],
    _ taken: inout Set<YAMLKeyText>
  ) {
    var sources: [(mapping: Int, place: Int?)] = []
    for entry in YAMLEntries(nodes: nodes, mapping: mapping) {
      if isMergeKey(entry.key) {
        sources += mergeSources(entry)
        continue
      }
      let isNew =
        nodes[entry.key].kind != .scalar
        || taken.insert(YAMLKeyText(of: entry.key, in: self)).inserted
      guard isNew || !isMerged else { continue }
      entries.append(
        YAMLEntry(
          key: entry.key,
          value: entry.value,
          place: place ?? entry.place,
          isMerged: isMerged
        )
      )
    }
    for source in sources {
      collectEntries(
        of: source.mapping,
        isMerged: true,
        place: place ?? source.place,
        into: &entries,
        &taken
      )
    }
  }

  /// Returns the mappings that a merge key brings in, with the alias that names each.
  private func mergeSources(_ entry: YAMLEntry) -> [(mapping: Int, place: Int?)] {
    let outer = entry.place == entry.value ? nil : entry.place
    let isList = nodes[entry.value].kind == .sequence
    let parts = isList ? Array(children(of: entry.value)) : [entry.value]
    return parts.compactMap { part in
      let mapping = resolved(part)
      guard nodes[mapping].kind == .mapping else { return nil }
      return (mapping, outer ?? (part == mapping ? nil : part))
    }
  }
}
