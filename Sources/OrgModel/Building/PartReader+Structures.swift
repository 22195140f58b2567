import YAMLSyntax

extension PartReader {
  mutating func readShape(_ shape: Shape, _ field: Field, _ value: Int) {
    guard yaml.nodes[value].kind == .mapping else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
      return
    }
    if yaml.nodes[value].count == 0 {
      append(.absent, at: value, field: field)
    } else {
      readMapping(value, shape, field: field)
    }
  }

  /// A target: one number, or a mapping with the least and the greatest.
  mutating func readTarget(_ field: Field, _ value: Int) {
    if yaml.nodes[value].kind == .scalar {
      guard let number = finiteNumber(value) else {
        reportType(value, wanted: field.type.wanted)
        append(.rejected, at: value, field: field, flags: .faulty)
        return
      }
      appendNumber(number, at: value, field: field)
    } else if yaml.nodes[value].kind == .mapping {
      readShape(.target, field, value)
    } else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  /// An actor: a selector, a reference, or `{ any: […] }` of these.
  mutating func readActor(_ field: Field, _ value: Int) {
    if yaml.nodes[value].kind == .mapping {
      readMapping(value, .anyOf, field: field)
    } else if yaml.nodes[value].kind == .scalar {
      appendReference(field, value)
    } else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  /// A mapping whose keys are references or free names.
  mutating func readFreeKeys(_ field: Field, _ value: Int) {
    guard yaml.nodes[value].kind == .mapping else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
      return
    }
    if yaml.nodes[value].count == 0 {
      append(.absent, at: value, field: field)
      return
    }
    let mapping = append(.mapping, at: value, field: field)
    let outer = place
    var seen: Set<UInt32> = []
    for entry in yaml.entries(of: value) {
      guard yaml.nodes[entry.key].kind == .scalar else {
        reportKeyIsNoText(entry.key)
        continue
      }
      let symbol = intern(entry.key)
      guard seen.insert(symbol).inserted else { continue }
      if outer == nil, entry.isMerged { place = entry.place }
      checkAmbiguity(entry.key)
      let item = append(
        field.type == .limits ? .entry : .unread,
        at: entry.key,
        field: field,
        payload: symbol
      )
      if outer == nil { place = entry.place == entry.value ? nil : entry.place }
      keyPath.append(part.symbols.text(symbol))
      readFreeValue(field, entry.key, entry.value)
      keyPath.removeLast()
      place = outer
      close(item)
    }
    close(mapping)
    if seen.count * 2 < Int(yaml.nodes[value].count) { reportDuplicateKeys(of: value) }
  }

  private mutating func readFreeValue(_ field: Field, _ key: Int, _ value: Int) {
    switch field.type {
    case .shares: readShare(field, key, value)
    case .anchors:
      if yaml.isNull(value) {
        append(.absent, at: key, field: field)
      } else if yaml.nodes[value].kind == .scalar {
        appendReference(field, value)
      } else {
        reportType(value, wanted: "the id of one person")
        append(.rejected, at: value, field: field, flags: .faulty)
      }
    case .influences: readInfluence(field, key, value)
    default: readLimit(field, key, value)
    }
  }

  private mutating func readShare(_ field: Field, _ key: Int, _ value: Int) {
    if yaml.isNull(value) {
      reportEmptyKey(key)
      append(.rejected, at: key, field: field)
    } else if let number = yaml.number(value), number.isFinite {
      appendNumber(number, at: value, field: field)
    } else {
      reportType(value, wanted: "a percentage, such as 60")
      append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  /// An influence: `raises`, or a mapping with the effect and what is known of it.
  private mutating func readInfluence(_ field: Field, _ key: Int, _ value: Int) {
    switch yaml.nodes[value].kind {
    case .mapping:
      let item = readMapping(value, .influence, field: field)
      let hasEffect = part.items[item.index...].contains {
        $0.fieldNumber == Field.influenceEffect.rawValue
      }
      if !hasEffect { reportNoEffect(key) }
    case .scalar where !yaml.isNull(value):
      let item = append(.mapping, at: value, field: field)
      readField(.influenceEffect, key, value)
      close(item)
    case .scalar:
      reportNoEffect(key)
      append(.rejected, at: key, field: field)
    default:
      reportType(value, wanted: "raises, lowers, or a mapping with an effect")
      append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  private mutating func readLimit(_ field: Field, _ key: Int, _ value: Int) {
    if yaml.nodes[value].kind == .mapping {
      let limit = readMapping(value, .limit, field: field)
      let least = number(.limitMin, in: limit)
      let most = number(.limitMax, in: limit)
      guard let least, let most, least > most else { return }
      reportEmptyLimit(value, least, most)
      part.items.removeLast(part.items.count - limit.index)
      append(.rejected, at: value, field: field, flags: .faulty)
    } else {
      reportType(value, wanted: "{ min: …, max: … }")
      append(.rejected, at: value, field: field, flags: .faulty)
    }
  }

  private func number(_ field: Field, in mapping: ItemID) -> Double? {
    part.items[mapping.index...].first { $0.fieldNumber == field.rawValue && $0.type == .number }
      .map { part.numbers[Int($0.payload)] }
  }

  /// The steps of a decision, or of a `parallel`, which has none of its own inside.
  mutating func readSteps(_ field: Field, _ value: Int) {
    let isList = yaml.nodes[value].kind == .sequence
    guard isList || yaml.nodes[value].kind == .mapping else {
      reportType(value, wanted: field.type.wanted)
      append(.rejected, at: value, field: field, flags: .faulty)
      return
    }
    if yaml.nodes[value].count == 0 {
      append(.absent, at: value, field: field)
      return
    }
    let list = append(.list, at: value, field: field)
    let outer = place
    for element in isList ? Array(yaml.children(of: value)) : [value] {
      let node = yaml.resolved(element)
      if node != element, outer == nil { place = element }
      readStep(field, node)
      place = outer
    }
    close(list)
  }

  private mutating func readStep(_ field: Field, _ node: Int) {
    guard yaml.nodes[node].kind == .mapping else {
      reportType(node, wanted: "a step, { by: …, as: … }")
      append(.rejected, at: node, field: field, flags: .faulty)
      return
    }
    if yaml.value(named: "parallel", in: node) != nil {
      guard field != .parallelParallel else {
        reportNestedParallel(node)
        append(.rejected, at: node, field: field, flags: .faulty)
        return
      }
      readMapping(node, .parallel, field: field)
      return
    }
    let step = readMapping(node, .step, field: field)
    let hasPart = part.items[step.index...].contains { $0.fieldNumber == Field.stepAs.rawValue }
    if !hasPart {
      reportStepWithoutPart(node)
      part.items[step.index].flags.insert(.faulty)
    }
  }
}
