/// What a release of orglint is called and where it is published.
package enum Release {
  /// The version; the default of the action and the tags in `docs/` are held against it by tests.
  package static let version = "0.1.0"

  /// Owner and name of the repository; OWNER stands for an account as long as there is none.
  package static let repository = "OWNER/orglint"
}
