import CEL
import OrgAnalysis
import OrgModel

// Waivers that take pairs out of the findings about conflicts.
extension DesignHost {
  /// Returns the waivers in force that name a holder, an incentive or a metric under a rule on
  /// conflicts.
  static func exemptions(
    _ graph: OrgGraph,
    _ facts: OrgFacts,
    today: Int,
    waives: (_ rule: String, _ target: String) -> Bool
  ) -> [ConflictExemption] {
    let kinds = Dictionary(uniqueKeysWithValues: Conflict.Kind.allCases.map { ($0.rule, $0) })
    return graph.waivers.enumerated().compactMap { number, waiver in
      guard let rule = text(.waiverRule, of: waiver, graph), let kind = kinds[rule],
        let target = text(.waiverTarget, of: waiver, graph),
        waives(rule, target), isInForce(waiver, graph, facts, today: today)
      else { return nil }
      if let incentive = incentive(named: target, graph, facts) {
        return ConflictExemption(kind: kind, incentive: incentive, waiver: number)
      }
      guard let entity = graph.entity(path: target) else { return nil }
      // A finding about peers is about its witness; their goals are many.
      if entity.kind == .metric {
        return ConflictExemption(
          kind: kind,
          metric: Int32(truncatingIfNeeded: entity.index),
          waiver: number
        )
      }
      guard let holder = facts.incentives.holder(entity) else { return nil }
      return ConflictExemption(
        kind: kind,
        holder: Int32(truncatingIfNeeded: holder),
        waiver: number
      )
    }
  }

  /// Returns whether a waiver says why, for how long and by whom, and is not over.
  private static func isInForce(
    _ waiver: ItemID,
    _ graph: OrgGraph,
    _ facts: OrgFacts,
    today: Int
  ) -> Bool {
    guard text(.waiverReason, of: waiver, graph) != nil,
      let until = graph.field(.waiverUntil, of: waiver).flatMap({ graph.date($0) }), until >= today,
      let approver = graph.field(.waiverApprovedBy, of: waiver)
    else { return false }
    // A name that does not resolve has a finding of its own and makes no waiver void.
    return graph.reference(approver).map { facts.people.isFilled($0.index) } ?? true
  }

  private static func text(_ field: Field, of waiver: ItemID, _ graph: OrgGraph) -> String? {
    guard let value = graph.field(field, of: waiver), graph[value].type == .text else { return nil }
    let text = graph.text(value)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// Returns the incentive that `incentive/holder/metric` names.
  private static func incentive(
    named target: String,
    _ graph: OrgGraph,
    _ facts: OrgFacts
  ) -> Int32? {
    let parts = target.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[0] == "incentive" else { return nil }
    let holder = graph.entity(.person, id: parts[1]) ?? graph.entity(.unit, id: parts[1])
    return holder.flatMap { holder in
      facts.incentives.incentives(of: holder).first { index in
        let entry = facts.incentives.list[Int(index)]
        let metric = graph.field(.incentiveMetric, of: entry.item).map { graph.text($0) }
        return target
          == IncentivePath.text(
            holder: graph.id(holder),
            metric: metric ?? "",
            occurrence: Int(entry.occurrence)
          )
      }
    }
  }
}

extension DesignHost {
  /// Returns what the waivers name that took every pair out of a finding; empty where one is left.
  func exemptedBy(_ object: Value) -> [String] {
    guard let object = object.asObject, object.kind == .conflict else { return [] }
    let group = Int(object.index)
    let conflicts = conflicts.get().value
    guard conflicts.groups[group].isTakenOut else { return [] }
    let exemptions = conflicts.conflicts[conflicts.groups[group].pairs].map(\.exemption)
    return Set(exemptions).sorted().compactMap { exemption in
      let waiver = conflicts.exemptions[Int(exemption)].waiver
      return DesignHost.text(.waiverTarget, of: graph.waivers[waiver], graph)
    }
  }

  /// Returns whether a waiver of a rule and a target took a pair out of a finding about a conflict.
  package func takesPairsOut(rule: String, target: String) -> Bool {
    guard Conflict.Kind.allCases.contains(where: { $0.rule == rule }) else { return false }
    return conflicts.get().value.usedExemptions.contains { exemption in
      let waiver = graph.waivers[exemption.waiver]
      return DesignHost.text(.waiverRule, of: waiver, graph) == rule
        && DesignHost.text(.waiverTarget, of: waiver, graph) == target
    }
  }
}
