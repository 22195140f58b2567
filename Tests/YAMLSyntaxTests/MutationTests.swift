import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// Texts broken at random, the same way in every run: reading never traps, and every place holds.
@Suite struct MutationTests {
  private static let texts = [
    """
    orglint: 1
    people:
      po-app: { name: Ana Obi, reports_to: gm, dotted: [cmo, "x\\ty"], grade: 7 } # note
      gm: &gm
        name: 'it''s'
        <<: [*base, {k: v}]
    units: &u
    - !!str a
    - ? [b]
      : *gm
    """,
    "a: |+\n  é\n\n  # x\nb: >2\n    folded\n   text\n\nc: \"\\u00e9 \\\n  d\"\n--- 'x\n\n  y'\n...\n",
    "%YAML 1.2\n---\n&a [*a, {? x, y: }, \"k\": 1, -1.5e3, 2026-01-01]\n--- # c\n!t {}\n",
  ]

  @Test(arguments: texts.indices)
  func `no text makes the reader trap or lie about places`(index: Int) {
    var random = SplitMix(seed: index + 1)
    for _ in 0..<Fuzz.rounds(3000) {
      var bytes = Array(Self.texts[index].utf8)
      for _ in 0...random.below(4) { Fuzz.mutate(&bytes, &random) }
      let file = parseYAML(bytes, file: FileID(0))
      #expect(file.shapeFlaws == [], "\(bytes)")
      #expect(file.isComplete || !file.problems.isEmpty, "\(bytes)")
      exercise(file)
    }
  }

  /// Calls what rules and the model call on every node.
  private func exercise(_ file: YAMLFile) {
    for node in file.nodes.indices {
      _ = (file.scalar(node), file.ambiguity(node), file.day(node), file.duplicateKeys(of: node))
      for entry in file.entries(of: node) {
        #expect(file.nodes[entry.key].kind != .alias || file.resolved(entry.key) == entry.key)
      }
      let text = file.scalarText(node)
      let count = text.text.utf8.count
      for start in 0..<min(count, 40) {
        let place = text.span(of: start..<min(start + 2, count)).bytes
        #expect(place.upperBound <= file.source.count && !place.isEmpty)
      }
    }
    for comment in file.comments() {
      #expect(file.source[comment.span.bytes].first == UInt8(ascii: "#"))
      #expect(comment.text.bytes.upperBound <= file.source.count)
    }
  }
}
