extension OrgGraph {
  /// Returns whether two values of two designs say the same.
  ///
  /// The order of keys does not count, that of lists does: the first of two product owners is the
  /// one who counts. Absent values are as if they were not there. Cost: the size of the values; the
  /// depth is that of the format's shapes, whatever the input.
  /// A reference to an entry that is called otherwise in the base says the same.
  package func saysTheSame(
    _ item: ItemID,
    as other: ItemID,
    of base: OrgGraph,
    _ renames: Renames = Renames()
  ) -> Bool {
    let (mine, theirs) = (self[item], base[other])
    switch (mine.type, theirs.type) {
    case (.mapping, .mapping): return haveTheSameFields(item, other, base, renames)
    case (.list, .list): return haveTheSameElements(item, other, base, renames)
    case (.number, .number): return number(item) == base.number(other)
    case (.choice, .choice), (.boolean, .boolean), (.date, .date):
      return mine.payload == theirs.payload && mine.fieldNumber == theirs.fieldNumber
    case (.absent, .absent): return true
    case (.text, .text), (.rejected, .rejected): return text(item) == base.text(other)
    default:
      guard mine.type.hasSymbol, theirs.type.hasSymbol,
        isNamedTheSame(item, other, base, renames)
      else { return false }
      return !isKey(item) || isSame(value(ofEntry: item), base.value(ofEntry: other), base, renames)
    }
  }

  private func isNamedTheSame(
    _ item: ItemID,
    _ other: ItemID,
    _ base: OrgGraph,
    _ renames: Renames
  ) -> Bool {
    symbolBytes(item).elementsEqual(base.symbolBytes(other))
      || renames.isSame(reference(item), base.reference(other))
  }

  private func isSame(
    _ item: ItemID?,
    _ other: ItemID?,
    _ base: OrgGraph,
    _ renames: Renames
  ) -> Bool {
    guard let item, let other else { return item == nil && other == nil }
    return saysTheSame(item, as: other, of: base, renames)
  }

  private func haveTheSameElements(
    _ list: ItemID,
    _ other: ItemID,
    _ base: OrgGraph,
    _ renames: Renames
  ) -> Bool {
    var theirs = base.children(of: other)
    for element in children(of: list) {
      guard let next = theirs.next(), saysTheSame(element, as: next, of: base, renames) else {
        return false
      }
    }
    return theirs.isEmpty
  }

  private func haveTheSameFields(
    _ mapping: ItemID,
    _ other: ItemID,
    _ base: OrgGraph,
    _ renames: Renames
  ) -> Bool {
    var theirs = base.children(of: other).count { base[$0].type != .absent }
    for value in children(of: mapping) where self[value].type != .absent {
      guard let match = counterpart(of: value, of: base, in: other, renames),
        saysTheSame(value, as: match, of: base, renames)
      else { return false }
      theirs -= 1
    }
    return theirs == 0
  }

  /// Returns the value of a mapping of the base that stands for the same field or free key.
  private func counterpart(
    of value: ItemID,
    of base: OrgGraph,
    in mapping: ItemID,
    _ renames: Renames
  ) -> ItemID? {
    let isKey = isKey(value)
    let field = self[value].fieldNumber
    return base.children(of: mapping).first { candidate in
      guard isKey else { return base[candidate].fieldNumber == field }
      return base.isKey(candidate) && isNamedTheSame(value, candidate, base, renames)
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
