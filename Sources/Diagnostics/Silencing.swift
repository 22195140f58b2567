/// What a change does to what a design is judged by, and which findings it silences that way.
package struct Silencing: Sendable {
  /// What is in force differently, in words; what may silence a finding comes first.
  package var changes: [Change]

  /// The findings that the head would list under what was in force at the base, the gravest first.
  package var silenced: [Silenced]

  /// The same as findings of `chg-silenced`, as far as they are not among those of the report: for
  /// formats that know nothing but findings.
  package var notices: [Diagnostic] = []

  /// Something that is in force differently.
  package struct Change: Hashable, Sendable {
    package var text: String

    /// Whether it can only bring findings and silences none.
    package var isHarmless: Bool

    package init(_ text: String, isHarmless: Bool = false) {
      self.text = text
      self.isHarmless = isHarmless
    }
  }

  /// A finding that the change silences.
  package struct Silenced: Hashable, Sendable {
    package var finding: Diagnostic

    /// What silences it, in words.
    package var by: String

    /// Whether it stays listed and only fails the run no more.
    package var isLowered: Bool

    package init(finding: Diagnostic, by: String, isLowered: Bool) {
      self.finding = finding
      self.by = by
      self.isLowered = isLowered
    }
  }

  package init(changes: [Change], silenced: [Silenced]) {
    self.changes = changes
    self.silenced = silenced
  }

  package var isEmpty: Bool { changes.isEmpty && silenced.isEmpty }
}
