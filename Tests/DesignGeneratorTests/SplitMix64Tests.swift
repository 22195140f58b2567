import Testing

@testable import DesignGenerator

struct SplitMix64Tests {
  @Test func `gives the published sequence`() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func `gives each part and section a sequence of its own`() {
    var firsts: Set<UInt64> = []
    for part in -3..<20 {
      for section in 0..<5 {
        var random = SplitMix64(seed: 7, part: part, section: UInt64(section))
        firsts.insert(random.next())
      }
    }
    #expect(firsts.count == 23 * 5)
  }
}
