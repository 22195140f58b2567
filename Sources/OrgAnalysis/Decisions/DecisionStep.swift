package import OrgModel

/// A step of a decision that says what it does.
package struct DecisionStep: Sendable {
  /// The mapping of the step.
  package let item: ItemID
  package let part: DecisionPart
  let by: ActorSource

  /// The symbol of its `id`.
  package let name: UInt32?
}

/// One entry of `escalates_to` or `overrule`.
struct ActorEntry: Sendable {
  var item: ItemID
  var source: ActorSource
}

/// An actor as the design says it, before a product is known.
enum ActorSource: Sendable {
  case void
  case named(Actor)
  /// A position in `DecisionFacts.selectors`.
  case selector(Int32)
  case anyOf([ActorSource])

  /// Whether the actor depends on the product.
  var varies: Bool {
    switch self {
    case .void, .named: false
    case .selector: true
    case .anyOf(let members): members.contains { $0.varies }
    }
  }
}
