package import SourceText

/// What a change does, ready to be shown beside the report of the head.
package struct ChangeSummary: Sendable {
  /// How the two designs were named: a revision, a folder, the working tree.
  package var base: String
  package var head: String

  /// The edits to entries, but for waivers, in the order of kinds and ids.
  package var edits: [Edit]
  package var figures: [Figure]

  /// The findings of the base that the head does not have.
  package var fixed: [Diagnostic]

  /// The files that the places of `fixed` are in.
  package var baseSources: SourceSet

  /// An entry that came, went or says something else.
  package struct Edit: Hashable, Sendable {
    /// Added, removed or changed.
    package var what: String

    /// The entry as `kind/id`.
    package var path: String

    /// The key of the field, what it said and what it says; empty for what came or went.
    package var field: String
    package var before: String
    package var after: String

    /// The edit in words.
    package var text: String

    package init(
      what: String,
      path: String,
      field: String,
      before: String,
      after: String,
      text: String
    ) {
      self.what = what
      self.path = path
      self.field = field
      self.before = before
      self.after = after
      self.text = text
    }
  }

  /// A number that tells about the structure, before and after.
  package struct Figure: Hashable, Sendable {
    package var name: String
    package var text: String
    package var before: Int
    package var after: Int

    /// Whether the organization became more complex in this regard.
    package var rose: Bool

    package init(name: String, text: String, before: Int, after: Int, rose: Bool) {
      self.name = name
      self.text = text
      self.before = before
      self.after = after
      self.rose = rose
    }
  }

  package init(
    base: String,
    head: String,
    edits: [Edit],
    figures: [Figure],
    fixed: [Diagnostic],
    baseSources: SourceSet
  ) {
    self.base = base
    self.head = head
    self.edits = edits
    self.figures = figures
    self.fixed = fixed
    self.baseSources = baseSources
  }
}
