extension OrgGraph {
  /// Returns whether two values of two designs say the same.
  ///
  /// The order of keys does not count, that of lists does: the first of two product owners is the
  /// one who counts. Absent values are as if they were not there. Cost: the size of the values; the
  /// depth is that of the format's shapes, whatever the input.
  package func saysTheSame(_ item: ItemID, as other: ItemID, of base: OrgGraph) -> Bool {
    let (mine, theirs) = (self[item], base[other])
    switch (mine.type, theirs.type) {
    case (.mapping, .mapping): return haveTheSameFields(item, other, base)
    case (.list, .list): return haveTheSameElements(item, other, base)
    case (.number, .number): return number(item) == base.number(other)
    case (.choice, .choice), (.boolean, .boolean), (.date, .date):
      return mine.payload == theirs.payload && mine.fieldNumber == theirs.fieldNumber
    case (.absent, .absent): return true
    case (.text, .text), (.rejected, .rejected): return text(item) == base.text(other)
    default:
      guard mine.type.hasSymbol, theirs.type.hasSymbol,
        symbolBytes(item).elementsEqual(base.symbolBytes(other))
      else { return false }
      return !isKey(item) || isSame(value(ofEntry: item), base.value(ofEntry: other), base)
    }
  }

  private func isSame(_ item: ItemID?, _ other: ItemID?, _ base: OrgGraph) -> Bool {
    guard let item, let other else { return item == nil && other == nil }
    return saysTheSame(item, as: other, of: base)
  }

  private func haveTheSameElements(_ list: ItemID, _ other: ItemID, _ base: OrgGraph) -> Bool {
    var theirs = base.children(of: other)
    for element in children(of: list) {
      guard let next = theirs.next(), saysTheSame(element, as: next, of: base) else { return false }
    }
    return theirs.isEmpty
  }

  private func haveTheSameFields(_ mapping: ItemID, _ other: ItemID, _ base: OrgGraph) -> Bool {
    var theirs = base.children(of: other).count { base[$0].type != .absent }
    for value in children(of: mapping) where self[value].type != .absent {
      guard let match = base.counterpart(of: value, of: self, in: other),
        saysTheSame(value, as: match, of: base)
      else { return false }
      theirs -= 1
    }
    return theirs == 0
  }

  /// Returns the value of a mapping that stands for the same field or free key as another's.
  private func counterpart(of value: ItemID, of graph: OrgGraph, in mapping: ItemID) -> ItemID? {
    let isKey = graph.isKey(value)
    let field = graph[value].fieldNumber
    return children(of: mapping).first { candidate in
      guard isKey else { return self[candidate].fieldNumber == field }
      return self.isKey(candidate)
        && symbolBytes(candidate).elementsEqual(graph.symbolBytes(value))
    }
  }

  /// Whether an item is a free key of a mapping, such as the pocket of a share.
  private func isKey(_ item: ItemID) -> Bool {
    guard self[item].type.hasSymbol else { return false }
    switch self[item].field.type {
    case .shares, .anchors, .influences, .limits: return true
    default: return false
    }
  }

  /// The id or name a value has as its symbol, whatever became of the reference.
  private func symbolBytes(_ item: ItemID) -> ArraySlice<UInt8> {
    let value = self[item]
    if value.type == .reference { return symbols[record(EntityRef(packed: value.payload)).symbol] }
    return value.type.hasSymbol ? symbols[value.payload] : []
  }

  /// Returns a value in one line as a message shows it: as a flow style file would have it, without
  /// the outermost brackets.
  package func shownText(_ item: ItemID) -> String {
    switch self[item].type {
    case .absent: return "nothing"
    case .list: return children(of: item).map(innerText).joined(separator: ", ")
    case .mapping:
      return children(of: item).map { value in
        isKey(value) ? innerText(value) : "\(self[value].field.key): \(innerText(value))"
      }
      .joined(separator: ", ")
    default:
      guard isKey(item), let value = value(ofEntry: item) else { return text(item) }
      return String(decoding: symbolBytes(item), as: UTF8.self) + ": " + innerText(value)
    }
  }

  private func innerText(_ item: ItemID) -> String {
    switch self[item].type {
    case .list: "[" + shownText(item) + "]"
    case .mapping: "{ " + shownText(item) + " }"
    default: shownText(item)
    }
  }
}

extension ItemType {
  /// Whether the value is an id or name; of a reference it is that of what it names.
  fileprivate var hasSymbol: Bool {
    self == .name || self == .entry || isReference
  }
}
