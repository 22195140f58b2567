import SourceText
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
    var random = SplitMix(state: UInt64(index) + 1)
    for _ in 0..<3000 {
      var bytes = Array(Self.texts[index].utf8)
      for _ in 0...random.below(4) { mutate(&bytes, &random) }
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

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let position = random.below(bytes.count + 1)
    let marks = Array("{}[]:,-?&*!|>'\"%@`# \n\t\r\\~<0é\u{85}\u{FEFF}".utf8) + [0, 0xFF, 0x80]
    switch random.below(5) {
    case 0: bytes.insert(marks[random.below(marks.count)], at: position)
    case 1 where position < bytes.count: bytes[position] = marks[random.below(marks.count)]
    case 2 where position < bytes.count: bytes.remove(at: position)
    case 3: bytes.removeSubrange(min(position + random.below(9), bytes.count)...)
    default:
      let part = bytes.dropFirst(random.below(bytes.count + 1)).prefix(7)
      bytes.insert(contentsOf: part, at: position)
    }
  }
}

/// A small generator of random numbers with a seed (Steele, Lea and Flood's SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}
