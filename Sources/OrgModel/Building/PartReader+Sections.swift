import SourceText
import YAMLSyntax

extension PartReader {
  mutating func readDocument(_ root: Int) {
    let node = yaml.nodes[root]
    guard node.kind == .mapping else {
      // An empty document, such as one of comments alone, declares nothing.
      if !yaml.isNull(root) { reportVersionMissing(at: root) }
      return
    }
    guard let version = yaml.value(named: "orglint", in: root) else {
      reportVersionMissing(at: node.count > 0 ? root + 1 : root)
      return
    }
    guard yaml.int(version.value) == 1 else {
      reportVersion(at: version.value)
      return
    }
    var seen: Set<Section> = []
    for entry in yaml.entries(of: root) {
      let key = name(entry.key)
      guard let section = Section(rawValue: key) else {
        if key != "orglint", !key.hasPrefix("x-") {
          reportUnknownKey(entry.key, known: Section.allCases.map(\.rawValue) + ["orglint"])
        }
        continue
      }
      if seen.insert(section).inserted { readSection(section, entry) }
    }
    reportDuplicateKeys(of: root)
  }

  private mutating func readSection(_ section: Section, _ entry: YAMLEntry) {
    place = entry.place == entry.value ? nil : entry.place
    defer {
      place = nil
      context = .file
    }
    if yaml.isNull(entry.value) { return }
    switch section {
    case .organization: readOrganization(entry.value)
    case .incentives: readIncentives(entry.value)
    case .waivers: readWaivers(entry.value)
    default:
      if let kind = section.kind { readEntries(of: kind, entry.value) }
    }
  }

  private mutating func readOrganization(_ value: Int) {
    context = .organization
    guard expectMapping(value, "fields such as name and stage") else { return }
    part.sections.insert(.organization)
    part.organizations.append(readMapping(value, .organization))
  }

  private mutating func readEntries(of kind: EntityKind, _ value: Int) {
    guard expectMapping(value, "\(kind.section) by their ids") else {
      part.refusedKinds.insert(kind)
      return
    }
    var isUsed = false
    for entry in yaml.entries(of: value) {
      guard yaml.nodes[entry.key].kind == .scalar else {
        reportKeyIsNoText(entry.key)
        continue
      }
      context = .entry(kind, id: entry.key)
      checkID(entry.key)
      isUsed = true
      let outer = place
      if entry.place != entry.value { place = entry.place }
      let key = yaml.nodes[entry.key]
      let body = readBody(entry.value, kind.shape)
      place = outer
      part.entities[Int(kind.rawValue)].append(
        EntityRecord(
          symbol: intern(entry.key),
          file: yaml.file,
          keyStart: key.start,
          keyEnd: key.end,
          body: body
        )
      )
    }
    if isUsed { part.sections.insert(Section(rawValue: kind.section) ?? .people) }
  }

  /// Reads the fields of an entry; of anything else a mapping without fields is left.
  private mutating func readBody(_ value: Int, _ shape: Shape) -> ItemID {
    if yaml.isNull(value) { return append(.mapping, at: value, field: nil) }
    guard expectMapping(value, "the fields of a \(shape.name)") else {
      return append(.mapping, at: value, field: nil, flags: .faulty)
    }
    return readMapping(value, shape)
  }

  private mutating func readIncentives(_ value: Int) {
    guard expectMapping(value, "incentives by their holders") else { return }
    for entry in yaml.entries(of: value) {
      guard yaml.nodes[entry.key].kind == .scalar else {
        reportKeyIsNoText(entry.key)
        continue
      }
      part.sections.insert(.incentives)
      let key = yaml.nodes[entry.key]
      let outer = place
      if entry.place != entry.value { place = entry.place }
      let body = append(.list, at: entry.value, field: nil)
      if !yaml.isNull(entry.value) { readScorecard(entry) }
      close(body)
      place = outer
      part.holders.append(
        HolderRecord(
          symbol: intern(entry.key),
          file: yaml.file,
          keyStart: key.start,
          keyEnd: key.end,
          body: body
        )
      )
    }
    // Two scorecards of one holder in one file are a key twice, not a merge over files.
    context = .file
    keyPath = [Section.incentives.rawValue]
    reportDuplicateKeys(of: value)
    keyPath = []
  }

  private mutating func readScorecard(_ entry: YAMLEntry) {
    let isList = yaml.nodes[entry.value].kind == .sequence
    let elements = isList ? Array(yaml.children(of: entry.value)) : [entry.value]
    for (position, element) in elements.enumerated() {
      let value = yaml.resolved(element)
      context = .incentive(holder: entry.key, position: position, value: value)
      let outer = place
      if value != element { place = element }
      defer { place = outer }
      guard expectMapping(value, "the fields of an incentive") else { continue }
      incentive = ItemID(part.items.count)
      readMapping(value, .incentive)
      incentive = nil
    }
  }

  private mutating func readWaivers(_ value: Int) {
    guard yaml.nodes[value].kind == .sequence else {
      reportType(value, wanted: "a list of waivers")
      return
    }
    for element in yaml.children(of: value) {
      let node = yaml.resolved(element)
      context = .waiver(node)
      part.sections.insert(.waivers)
      let outer = place
      if node != element { place = element }
      defer { place = outer }
      guard expectMapping(node, "the fields of a waiver") else { continue }
      part.waivers.append(readMapping(node, .waiver))
    }
  }
}
