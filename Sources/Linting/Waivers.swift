import Diagnostics
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText

/// A waiver of the design, with what is wrong with it.
struct Waiver {
  var item: ItemID
  var rule: String
  var target: String
  var reason: String
  var faults: [Fault] = []

  /// The value at fault, or the waiver.
  var place: SourceSpan
  var isUsed = false

  /// A waiver with a fault has no effect.
  var isValid: Bool { faults.isEmpty }

  enum Fault {
    case absent([String])
    case expired(day: Int)
    case unknownRule
    case unknownTarget
    case notWaivable
    /// A reference that its own finding speaks of.
    case silent
  }

  /// Returns the waivers of a design, each with all its faults.
  static func all(in host: DesignHost, rules: [RuleDefinition]) -> [Waiver] {
    host.graph.waivers.map { item in
      WaiverReader(host: host, item: item, rules: rules).waiver()
    }
  }
}

private struct WaiverReader {
  let host: DesignHost
  let item: ItemID
  let rules: [RuleDefinition]
  private var graph: OrgGraph { host.graph }

  init(host: DesignHost, item: ItemID, rules: [RuleDefinition]) {
    self.host = host
    self.item = item
    self.rules = rules
  }

  func waiver() -> Waiver {
    let rule = text(.waiverRule)
    let target = text(.waiverTarget)
    var waiver = Waiver(
      item: item,
      rule: rule ?? "",
      target: target ?? "organization",
      reason: text(.waiverReason) ?? "",
      place: host.firstKeySpan(of: item)
    )
    let absent = absentFields
    if !absent.isEmpty { waiver.faults.append(.absent(absent)) }
    if let rule { check(rule, of: &waiver) }
    if let target, !isKnown(target), !graph.isIncomplete {
      note(.unknownTarget, .waiverTarget, in: &waiver)
    }
    if let until = graph.field(.waiverUntil, of: item), let day = graph.date(until),
      day < host.today
    {
      note(.expired(day: day), .waiverUntil, in: &waiver)
    }
    return waiver
  }

  private func text(_ field: Field) -> String? {
    guard let value = graph.field(field, of: item), graph[value].type == .text else { return nil }
    let text = graph.text(value)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private var absentFields: [String] {
    var absent: [String] = []
    for field in [Field.waiverRule, .waiverTarget, .waiverReason] where text(field) == nil {
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

  private func check(_ rule: String, of waiver: inout Waiver) {
    guard let known = rules.first(where: { $0.id == rule }) else {
      let isReader = rule.hasPrefix("yaml-")
      note(isReader ? .notWaivable : .unknownRule, .waiverRule, in: &waiver)
      return
    }
    if known.isFixed || known.isEnforced { note(.notWaivable, .waiverRule, in: &waiver) }
  }

  private func isKnown(_ target: String) -> Bool {
    if target == "organization" { return true }
    if target.hasPrefix("incentive/") {
      return host.facts.incentives.list.indices.contains {
        host.path(ofIncentive: $0) == target
      }
    }
    if target.hasPrefix("file/") {
      let path = target.dropFirst(5)
      return graph.sources.files.contains { $0.path == path }
    }
    return graph.entity(path: target) != nil
  }

  private func note(_ fault: Waiver.Fault, _ field: Field, in waiver: inout Waiver) {
    if waiver.faults.isEmpty, let value = graph.field(field, of: item) {
      waiver.place = graph.span(value)
    }
    waiver.faults.append(fault)
  }
}
