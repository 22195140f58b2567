extension String {
  /// What stands before the first slash of `kind/id`.
  package var pathKind: String { String(prefix { $0 != "/" }) }

  /// What stands behind the first slash of `kind/id`; all of it where there is none.
  package var pathID: String {
    guard let slash = firstIndex(of: "/") else { return self }
    return String(self[index(after: slash)...])
  }
}
