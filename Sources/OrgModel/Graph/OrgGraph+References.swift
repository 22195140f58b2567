extension OrgGraph {
  /// Calls back for everything that an entry names, in the order of the file, repetitions included.
  ///
  /// - Parameter field: The key of the one field to look at; empty for all.
  package func forEachReference(
    of entity: EntityRef,
    inField field: String = "",
    _ visit: (EntityRef) -> Void
  ) {
    let body = record(entity).body
    for value in children(of: body) where field.isEmpty || self[value].field.key == field {
      for index in value.index..<value.index + Int(self[value].length) {
        if let reference = reference(ItemID(index)) { visit(reference) }
      }
    }
  }
}
