import OrgAnalysis
import Testing

/// Sets of runs against sets of single numbers, on many small random ones.
@Suite struct ProductSetTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 23
    }
  }

  private func ranges(_ random: inout Random) -> [ProductRange] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let start = Int32.random(in: 0...20, using: &random)
      return ProductRange(start, start + Int32.random(in: 0...6, using: &random))
    }
  }

  private func plain(_ ranges: [ProductRange]) -> Set<Int32> {
    Set(ranges.flatMap { $0.start..<$0.end })
  }

  @Test(arguments: 1...200)
  func `runs behave as sets do`(seed: UInt64) {
    var random = Random(state: seed)
    let (one, two) = (ranges(&random), ranges(&random))
    let (first, second) = (ProductSet(one), ProductSet(two))
    #expect(first.places == plain(one).sorted())
    #expect(first.count == plain(one).count)
    #expect(first.meets(second) == !plain(one).isDisjoint(with: plain(two)))
    #expect(first.intersection(second).places == plain(one).intersection(plain(two)).sorted())
    #expect(first.subtracting(second).places == plain(one).subtracting(plain(two)).sorted())
    #expect((0..<30).allSatisfy { first.contains($0) == plain(one).contains($0) })
    #expect(ProductSet(places: plain(one)) == first)
  }

  @Test func `all meets every set and itself`() {
    #expect(ProductSet.all.meets(.empty))
    #expect(ProductSet.empty.meets(.all))
    #expect(ProductSet.all.meets(.all))
    #expect(!ProductSet.empty.meets(.empty))
    #expect(!ProductSet.all.isEmpty)
  }
}
