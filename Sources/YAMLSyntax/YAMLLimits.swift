/// What a YAML file may cost; crossing a limit is the problem `yaml-limit`.
package struct YAMLLimits: Hashable, Sendable {
  /// Bytes of a file: 256 MiB, a design of a million people in a single file.
  package var fileSize = 256 << 20

  /// Collections inside one another, aliases followed: deep enough for any design, and shallow
  /// enough that every later stage may recurse.
  package var depth = 256

  /// Nodes of a file: eight times what 256 MiB of usual YAML has, 1.5 GB of memory.
  package var nodes = 64 << 20

  /// Nodes reached through aliases in one file, so that a few lines cannot stand for billions.
  package var aliasedNodes = 1_000_000

  /// Of these a short file has fewer: so many, and four for each node that is written.
  ///
  /// What a file costs grows with its size then; entries that are mere aliases of twenty fields fit
  /// in by the thousand.
  package var aliasedNodesOfShortFile = 100_000

  /// Directives before one document: libyaml compares each with all before it.
  package var directives = 100

  /// Bytes of a directive: libyaml copies its prefix for each tag that uses it.
  package var directiveSize = 1000

  /// Problems of a file that reading can go on behind; more of them have one cause, or no good one.
  package var problems = 1000

  package static let standard = YAMLLimits()

  package init() {}
}
