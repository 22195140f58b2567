/// One entry of a mapping, aliases followed and merge keys applied.
package struct YAMLEntry: Hashable, Sendable {
  /// The node of the key.
  package let key: Int

  /// The node of the value.
  package let value: Int

  /// The node where the value stands in this mapping.
  ///
  /// The alias if the value comes through one, else the value itself. Where the two differ, the
  /// value's place is a related one.
  package let place: Int

  /// Whether the entry comes from another mapping, through `<<`.
  package let isMerged: Bool

  @inlinable package init(key: Int, value: Int, place: Int, isMerged: Bool) {
    self.key = key
    self.value = value
    self.place = place
    self.isMerged = isMerged
  }
}
