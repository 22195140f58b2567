/// One node of a YAML tree: a scalar, a sequence, a mapping or an alias, in 24 bytes.
///
/// Nodes stand in one array in preorder: the first child of the node at index `i` is at `i + 1`,
/// and the node after a subtree at `next`. The children of a mapping alternate key and value.
package struct YAMLNode: Hashable, Sendable {
  /// The byte offset of the first byte of the content, behind an anchor or a tag.
  package internal(set) var start: UInt32

  /// The byte offset behind the last byte that belongs to the node; never blank lines or comments.
  package internal(set) var end: UInt32

  /// The index one past the last node of the subtree.
  package internal(set) var next: UInt32

  /// Scalars: where the text begins; aliases: the index of the anchored node.
  package internal(set) var content: UInt32

  /// Scalars: the bytes of the text; sequences: the items; mappings: keys and values together.
  package internal(set) var count: UInt32

  package internal(set) var kind: Kind
  package internal(set) var style: Style
  package internal(set) var tag: Tag
  package internal(set) var flags: Flags

  /// The form of a node.
  package enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  /// The way a node is written.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    case block, flow
  }

  /// The explicit tag of a node, as far as the core schema knows it.
  package enum Tag: UInt8, Sendable {
    /// No tag is written.
    case none

    /// The tag `!`, which makes a scalar a string.
    case nonSpecific
    case string, null, bool, int, float, sequence, mapping
    case other
  }

  /// What else is known of a node.
  package struct Flags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    @inlinable package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The text of the scalar differs from the source and stands in `YAMLFile.decoded`.
    package static let decoded = Flags(rawValue: 1)

    /// The node has an anchor.
    package static let anchored = Flags(rawValue: 2)

    /// The mapping has a merge key, `<<`.
    package static let merging = Flags(rawValue: 4)

    /// The text is that of a key without the invisible characters that it is written with.
    package static let cleaned = Flags(rawValue: 8)
  }

  /// The range of bytes in the source, without an anchor or a tag.
  @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
}
