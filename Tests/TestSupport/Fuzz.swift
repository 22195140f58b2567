package import Foundation

/// A small generator of random numbers with a seed (Steele, Lea and Flood's SplitMix64).
package struct SplitMix {
  private var state: UInt64

  package init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &+ Fuzz.seed &* 0x1_0000_0000
  }

  package mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}

/// How much is broken at random in one run of the tests, and how.
///
/// A run does the same every time. `make fuzz` gives it other seeds and more rounds.
package enum Fuzz {
  /// 0 unless ORGLINT_FUZZ_SEED names another.
  package static let seed = number("ORGLINT_FUZZ_SEED").map(UInt64.init) ?? 0

  /// Returns a number of rounds, times ORGLINT_FUZZ_ROUNDS.
  package static func rounds(_ usual: Int) -> Int {
    usual * (number("ORGLINT_FUZZ_ROUNDS").map { Int($0) } ?? 1)
  }

  private static func number(_ name: String) -> UInt32? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt32($0) }
  }

  /// What YAML and expressions give a meaning to, and what trips a reader of bytes.
  private static let marks =
    Array("{}[]:,-?&*!|>'\"%@`# \n\n\n  \t\r\\~<0()=.aé\u{85}\u{FEFF}".utf8) + [0, 0xFF, 0x80]

  /// Changes, adds, takes away or repeats a few bytes.
  package static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let position = random.below(bytes.count + 1)
    switch random.below(7) {
    case 0: bytes.insert(marks[random.below(marks.count)], at: position)
    case 1 where position < bytes.count: bytes[position] = marks[random.below(marks.count)]
    case 2 where position < bytes.count: bytes.remove(at: position)
    case 3: bytes.removeSubrange(position..<min(position + random.below(9), bytes.count))
    case 4: bytes.insert(contentsOf: Array("\n  ".utf8), at: position)
    case 5: bytes.insert(contentsOf: Array(": ".utf8), at: position)
    default:
      let part = bytes.dropFirst(random.below(bytes.count + 1)).prefix(random.below(40))
      bytes.insert(contentsOf: part, at: position)
    }
  }
}

/// The repository, for tests that read what is in it.
package enum Repository {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the YAML files below a folder, by path.
  package static func yamlFiles(below folder: String) throws -> [(path: String, text: String)] {
    let base = root.appending(path: folder).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: base).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { ($0, try String(contentsOfFile: base + "/" + $0, encoding: .utf8)) }
  }
}
