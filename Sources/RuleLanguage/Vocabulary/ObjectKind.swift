import CEL
import OrgModel

/// The kinds of thing that rules see; the number is that of the object type.
package enum ObjectKind: Int32, CaseIterable, Hashable, Sendable {
  // The first ten are the entity kinds, with their numbers.
  case person, unit, product, pocket, metric, tradeoff, decision, stewardship, initiative, forum
  case incentive, scorecard, step, path, turn, actor, claim, share, edge, anchor
  case organization, problem, duplicate, cycle, unknownKey, seat, chainRoot
  case role, place, span
  case change, edit, figure
  case limit, load, selectorGap
  case scope, pocketEffect, stranding, lever, jointSet
  case conflict, conflictPair, link

  /// The name of the type, and of the variable of a rule that is for it.
  package var name: String {
    switch self {
    case .person: "person"
    case .unit: "unit"
    case .product: "product"
    case .pocket: "pocket"
    case .metric: "metric"
    case .tradeoff: "tradeoff"
    case .decision: "decision"
    case .stewardship: "stewardship"
    case .initiative: "initiative"
    case .forum: "forum"
    case .incentive: "incentive"
    case .scorecard: "scorecard"
    case .step: "step"
    case .path: "path"
    case .turn: "turn"
    case .actor: "actor"
    case .claim: "claim"
    case .share: "share"
    case .edge: "edge"
    case .anchor: "anchor"
    case .organization: "organization"
    case .problem: "problem"
    case .duplicate: "duplicate"
    case .cycle: "cycle"
    case .unknownKey: "unknown_key"
    case .seat: "seat"
    case .chainRoot: "chain_root"
    case .role: "role"
    case .place: "place"
    case .span: "span"
    case .change: "change"
    case .edit: "edit"
    case .figure: "figure"
    case .limit: "limit"
    case .load: "load"
    case .selectorGap: "selector_gap"
    case .scope: "scope"
    case .pocketEffect: "pocket_effect"
    case .stranding: "stranding"
    case .lever: "lever"
    case .jointSet: "joint_set"
    case .conflict: "conflict"
    case .conflictPair: "conflict_pair"
    case .link: "link"
    }
  }

  /// The type of an expression that gives one; a variable of it is never null.
  var expressionType: CELType { .object(name) }

  /// The kinds a rule can be for.
  private static let forKinds: [ObjectKind] = [
    .person, .unit, .product, .pocket, .metric, .tradeoff, .decision, .stewardship, .initiative,
    .forum, .incentive, .scorecard, .edge, .organization, .problem, .duplicate, .cycle,
    .unknownKey, .seat, .chainRoot, .change, .load, .selectorGap, .conflict,
  ]

  /// The words that may stand behind `for:`.
  package static let forNames = forKinds.map(\.name)

  /// Reads the word behind `for:`.
  package init?(forName name: String) {
    guard let kind = ObjectKind.forKinds.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  init(_ kind: EntityKind) {
    self = ObjectKind(rawValue: Int32(kind.rawValue)) ?? .person
  }

  /// Whether it is something that is written, where a seat is not the person acting in it.
  var isWritten: Bool {
    switch self {
    case .problem, .duplicate, .cycle, .unknownKey, .seat: true
    default: false
    }
  }

  /// The entity kind; nil for what is no entry of its own.
  var entityKind: EntityKind? {
    rawValue < 10 ? EntityKind(rawValue: UInt8(rawValue)) : nil
  }
}

extension ObjectReference {
  init(_ kind: ObjectKind, _ index: Int) {
    self.init(type: kind.rawValue, index: Int32(truncatingIfNeeded: index))
  }

  init(_ entity: EntityRef) {
    self.init(ObjectKind(entity.kind), entity.index)
  }

  /// The kind; types of rules are those alone.
  var kind: ObjectKind { ObjectKind(rawValue: type) ?? .place }

  /// The entry it is; nil for other things.
  var entity: EntityRef? {
    kind.entityKind.map { EntityRef($0, Int(index)) }
  }
}
