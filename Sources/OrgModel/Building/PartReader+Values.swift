import YAMLSyntax

extension PartReader {
  /// Reads the fields of a mapping.
  @discardableResult
  mutating func readMapping(_ node: Int, _ shape: Shape, field: Field? = nil) -> ItemID {
    let item = append(.mapping, at: node, field: field)
    let fields = shape.fields
    let marks = shape.keyMarks
    let isPlaced = place != nil
    var seen: UInt32 = 0
    var hasDuplicates = yaml.nodes[node].flags.contains(.merging)
    var others = 0
    for entry in yaml.entries(of: node) {
      guard let position = position(of: entry.key, among: fields, marks) else {
        readUnknown(entry.key, shape)
        others += 1
        continue
      }
      let bit: UInt32 = 1 << UInt32(position)
      guard seen & bit == 0 else {
        hasDuplicates = true
        continue
      }
      seen |= bit
      if !isPlaced { place = entry.place == entry.value ? nil : entry.place }
      readField(fields[position], entry.key, entry.value)
    }
    if !isPlaced { place = nil }
    if hasDuplicates || others > 1 { reportDuplicateKeys(of: node) }
    close(item)
    if shape == .person { checkHolder(item, node) }
    return item
  }

  /// A seat that is vacant has no holder.
  private mutating func checkHolder(_ person: ItemID, _ node: Int) {
    var isVacant = false
    var holder: Int?
    for index in person.index + 1..<part.items.count {
      switch part.items[index].field {
      case .personVacant: isVacant = part.items[index].payload == 1
      case .personHolder where part.items[index].type == .name: holder = index
      default: continue
      }
    }
    guard isVacant, let holder else { return }
    if let entry = yaml.value(named: Field.personHolder.key, in: node) {
      let outer = place
      if outer == nil, entry.place != entry.value { place = entry.place }
      reportVacantHolder(entry.value)
      place = outer
    }
    part.items[holder].type = .rejected
    part.items[holder].flags.insert(.faulty)
  }

  /// Returns which field a key names; shapes have at most 32 fields.
  private func position(of key: Int, among fields: [Field], _ marks: [KeyMark]) -> Int? {
    yaml.withTextBytes(of: key) { bytes in
      guard let position = marks.firstIndex(of: KeyMark(bytes)) else { return nil }
      if bytes.count <= 7 { return position }
      return fields.indices.first { index in
        let known = fields[index].keyBytes
        guard marks[index] == marks[position], known.count == bytes.count else { return false }
        for index in known.indices where known[index] != bytes[index] { return false }
        return true
      }
    }
  }

  private mutating func readUnknown(_ key: Int, _ shape: Shape) {
    guard yaml.nodes[key].kind == .scalar else {
      reportKeyIsNoText(key)
      return
    }
    guard !yaml.textBytes(of: key).starts(with: Array("x-".utf8)) else { return }
    reportUnknownKey(key, known: shape.fields.map(\.key))
  }

  mutating func readField(_ field: Field, _ key: Int, _ value: Int) {
    if yaml.nodes[value].kind == .alias {
      // An alias that names nothing has its own problem already.
      append(.rejected, at: value, field: field)
      return
    }
    if yaml.isNull(value) {
      readNull(field, key, value)
      return
    }
    keyPath.append(field.key)
    defer { keyPath.removeLast() }
    switch field.type {
    case .text, .name, .numberOrText, .number, .amount, .boolean, .date, .choice, .part, .stepID,
      .waiverTarget:
      readScalar(field, value)
    case .reference: readOne(field, value)
    case .referenceOrList, .references: readReferences(field, value)
    case .texts, .stepIDs: readNames(field, value)
    case .requester: readOne(field, value)
    case .actor: readActor(field, value)
    case .actors: readReferences(field, value)
    case .shape(let shape): readShape(shape, field, value)
    case .target: readTarget(field, value)
    case .shares, .anchors, .influences, .limits: readFreeKeys(field, value)
    case .steps: readSteps(field, value)
    }
  }

  /// A key without a value: nothing is said, which only references and lists may leave so.
  private mutating func readNull(_ field: Field, _ key: Int, _ value: Int) {
    let isWritten = yaml.nodes[value].count > 0
    if !isWritten, !field.type.mayBeEmpty {
      reportEmptyKey(key)
      append(.rejected, at: key, field: field)
    } else {
      append(.absent, at: isWritten ? value : key, field: field)
    }
  }

  private mutating func readScalar(_ field: Field, _ value: Int) {
    guard yaml.nodes[value].kind == .scalar else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
      return
    }
    let before = part.items.count
    if yaml.nodes[value].count == 0 {
      append(.absent, at: value, field: field)
    } else {
      appendScalar(field, value)
    }
    if part.items.count == before { append(.rejected, at: value, field: field, flags: .faulty) }
  }

  /// Appends the value of a scalar field; a value it does not take is reported and not appended.
  private mutating func appendScalar(_ field: Field, _ value: Int) {
    switch field.type {
    case .number:
      guard let number = finiteNumber(value) else {
        reportType(value, wanted: field.type.wanted)
        return
      }
      appendNumber(number, at: value, field: field)
    case .amount:
      guard let number = finiteNumber(value) else {
        reportType(value, wanted: field.type.wanted)
        return
      }
      guard number >= 0 else {
        reportNegative(value)
        return
      }
      appendNumber(number, at: value, field: field)
    case .name: appendName(field, value)
    case .numberOrText:
      if let number = finiteNumber(value) {
        appendNumber(number, at: value, field: field)
      } else {
        appendText(value, field: field)
      }
    case .boolean:
      guard let bool = yaml.bool(value) else {
        reportType(value, wanted: field.type.wanted)
        return
      }
      append(.boolean, at: value, field: field, payload: bool ? 1 : 0)
    case .date:
      guard let day = yaml.day(value), let days = Int32(exactly: day) else {
        reportDate(value)
        return
      }
      append(.date, at: value, field: field, payload: UInt32(bitPattern: days))
    case .choice(let words):
      appendChoice(field, value, words)
    case .part:
      appendPart(field, value)
    case .stepID:
      append(.name, at: value, field: field, payload: intern(value))
    default:
      appendText(value, field: field)
    }
  }

  private mutating func appendName(_ field: Field, _ value: Int) {
    let symbol =
      isLong(value) ? intern(value) : part.symbols.intern(cleanBytes(of: value)[...].trimmingBlanks)
    append(part.symbols[symbol].isEmpty ? .absent : .name, at: value, field: field, payload: symbol)
  }

  func finiteNumber(_ value: Int) -> Double? {
    guard let number = yaml.number(value), number.isFinite else { return nil }
    return number
  }

  private mutating func appendChoice(_ field: Field, _ value: Int, _ words: [String]) {
    let word = cleanName(value)
    guard var position = words.firstIndex(of: word) else {
      reportValue(value, word, words, field)
      return
    }
    // The effects "+" and "-" stand behind the words they mean.
    if field == .influenceEffect { position %= 2 }
    append(.choice, at: value, field: field, payload: UInt32(position))
  }

  private mutating func appendPart(_ field: Field, _ value: Int) {
    let word = cleanName(value)
    guard let part = DecisionPart(word: word, letters: letters),
      let position = DecisionPart.allCases.firstIndex(of: part)
    else {
      reportPart(value, word)
      return
    }
    append(.choice, at: value, field: field, payload: UInt32(position))
  }

  /// One reference, where a list is a wrong type.
  private mutating func readOne(_ field: Field, _ value: Int) {
    guard yaml.nodes[value].kind == .scalar else {
      // A list of one element says the same as the element.
      if yaml.nodes[value].kind == .sequence, yaml.nodes[value].count == 0 {
        append(.absent, at: value, field: field)
        return
      }
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
      return
    }
    appendReference(field, value)
  }

  mutating func appendReference(_ field: Field, _ value: Int) {
    if yaml.nodes[value].count == 0 {
      append(.absent, at: value, field: field)
      return
    }
    checkAmbiguity(value)
    let symbol = intern(value)
    if part.symbols[symbol].isEmpty {
      append(.rejected, at: value, field: field, flags: .faulty)
    } else {
      append(.unread, at: value, field: field, payload: symbol)
    }
  }

  mutating func readReferences(_ field: Field, _ value: Int) {
    guard yaml.nodes[value].kind == .sequence else {
      if yaml.nodes[value].kind == .scalar {
        appendReference(field, value)
      } else {
        reportType(value, wanted: field.type.wanted)
        append(.rejected, at: value, field: field, flags: .faulty)
      }
      return
    }
    readList(field, value) { reader, element in
      reader.appendReference(field, element)
    }
  }

  private mutating func readNames(_ field: Field, _ value: Int) {
    let append: (inout PartReader, Int) -> Void = { reader, element in
      if field.type == .stepIDs {
        reader.append(.name, at: element, field: field, payload: reader.intern(element))
      } else {
        reader.appendText(element, field: field)
      }
    }
    switch yaml.nodes[value].kind {
    case .sequence: readList(field, value, append)
    case .scalar where yaml.nodes[value].count > 0: append(&self, value)
    case .scalar: self.append(.absent, at: value, field: field)
    default:
      reportType(value, wanted: field.type.wanted)
      self.append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  /// Reads a list of scalars; an element of another form is reported and kept as refused.
  private mutating func readList(
    _ field: Field,
    _ value: Int,
    _ read: (inout PartReader, Int) -> Void
  ) {
    guard yaml.nodes[value].count > 0 else {
      // `after: []` says something: the step follows the requester.
      append(field.type == .stepIDs ? .list : .absent, at: value, field: field)
      return
    }
    let list = append(.list, at: value, field: field)
    let outer = place
    for element in yaml.children(of: value) {
      let node = yaml.resolved(element)
      if node != element, outer == nil { place = element }
      if yaml.isNull(node) {
        append(.absent, at: node, field: field)
      } else if yaml.nodes[node].kind == .scalar {
        read(&self, node)
      } else {
        reportType(node, wanted: field.type.wantedElement)
        append(.rejected, at: node, field: field, flags: .faulty)
      }
      place = outer
    }
    close(list)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without blanks and line breaks at either end.
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    let rest = drop(while: isBlank)
    guard let last = rest.lastIndex(where: { !isBlank($0) }) else {
      return rest[..<rest.startIndex]
    }
    return rest[...last]
  }
}
