package import OrgModel

/// That a pocket carries the result of a product, and where it is said.
package struct Claim: Hashable, Sendable {
  package var pocket: Int32

  /// The product; -1 where a unit is claimed with all it has.
  package var product: Int32

  /// The unit by which the product is claimed; -1 where it is claimed by name or as shared.
  package var unit: Int32

  package var ways: Ways

  /// The entry of `covers`, or the key of `shared_by`.
  package var place: ItemID

  /// How a product comes to a pocket; several may hold at once.
  package struct Ways: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let direct = Ways(rawValue: 1)
    package static let unit = Ways(rawValue: 2)
    package static let shared = Ways(rawValue: 4)
  }

  /// Whether the pocket or the product names the other, not a unit alone.
  package var isNamed: Bool { !ways.isDisjoint(with: [.direct, .shared]) }
}

/// What a pocket has of a shared product.
package struct Share: Hashable, Sendable {
  package var pocket: Int32

  /// In percent; nil where no number is given.
  package var percent: Double?

  /// The key in `shared_by`; its value follows.
  package var place: ItemID
}
