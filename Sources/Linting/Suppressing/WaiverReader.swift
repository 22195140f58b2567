import Diagnostics
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText

/// Reads the waivers of a design, each with all that is wrong with it.
struct WaiverReader {
  private let host: DesignHost
  private let names: RuleNames
  private let incentives: Set<String>
  private let files: Set<String>
  private var graph: OrgGraph { host.graph }

  init(host: DesignHost, names: RuleNames) {
    self.host = host
    self.names = names
    let isAboutIncentives = host.graph.waivers.contains { item in
      host.graph.field(.waiverTarget, of: item)
        .map { host.graph.text($0).hasPrefix("incentive/") } ?? false
    }
    files = host.graph.waivers.isEmpty ? [] : Set(host.graph.sources.files.map(\.path))
    incentives =
      isAboutIncentives
      ? Set(host.facts.incentives.list.indices.map(host.path(ofIncentive:))) : []
  }

  func silencers() -> [Silencer] {
    graph.waivers.map(silencer)
  }

  private func silencer(_ item: ItemID) -> Silencer {
    let rule = text(.waiverRule, of: item)
    let target = text(.waiverTarget, of: item)
    var waiver = Silencer(kind: .waiver, place: host.firstKeySpan(of: item))
    waiver.rule = rule ?? ""
    waiver.target = target ?? "organization"
    waiver.reason = text(.waiverReason, of: item) ?? ""
    waiver.owner = graph.field(.waiverApprovedBy, of: item).map { graph.text($0) } ?? ""
    waiver.until = graph.field(.waiverUntil, of: item).flatMap { graph.date($0) }
    let absent = absentFields(of: item)
    if !absent.isEmpty { waiver.faults.append(.absent(absent)) }
    if let rule, let fault = names.fault(of: rule) {
      note(fault, .waiverRule, of: item, in: &waiver)
    }
    if let target, !isKnown(target), !graph.isIncomplete {
      note(.unknownTarget, .waiverTarget, of: item, in: &waiver)
    }
    if let day = waiver.until, day < host.today {
      note(.expired(day: day), .waiverUntil, of: item, in: &waiver)
    }
    return waiver
  }

  private func text(_ field: Field, of item: ItemID) -> String? {
    guard let value = graph.field(field, of: item), graph[value].type == .text else { return nil }
    let text = graph.text(value)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private func absentFields(of item: ItemID) -> [String] {
    var absent: [String] = []
    for field in [Field.waiverRule, .waiverTarget, .waiverReason]
    where text(field, of: item) == nil {
      absent.append(field.key)
    }
    if graph.field(.waiverUntil, of: item).flatMap({ graph.date($0) }) == nil {
      absent.append(Field.waiverUntil.key)
    }
    let approver = graph.field(.waiverApprovedBy, of: item)
    let type = approver.map { graph[$0].type } ?? .absent
    let person = approver.flatMap { graph.reference($0) }
    if type == .absent || type == .rejected
      || person.map({ !host.facts.people.isFilled($0.index) }) == true
    {
      absent.append(Field.waiverApprovedBy.key)
    }
    return absent
  }

  private func isKnown(_ target: String) -> Bool {
    if target == "organization" { return true }
    if target.hasPrefix("incentive/") { return incentives.contains(target) }
    if target.hasPrefix("file/") { return files.contains(String(target.dropFirst(5))) }
    return graph.entity(path: target) != nil
  }

  /// The first fault with a value of its own is where the finding stands.
  private func note(
    _ fault: Silencer.Fault,
    _ field: Field,
    of item: ItemID,
    in waiver: inout Silencer
  ) {
    if waiver.faults.isEmpty, let value = graph.field(field, of: item) {
      waiver.place = graph.span(value)
    }
    waiver.faults.append(fault)
  }
}
