import OrgAnalysis
import Testing

@Suite struct CampsTests {
  // People by their ids: ops, po, sales, tl.
  @Test func `people who agree and conflict in balance form two camps`() {
    let camps = Camps(
      count: 4,
      [
        Camps.Tie(1, 3, agrees: false), Camps.Tie(1, 2, agrees: true),
        Camps.Tie(3, 0, agrees: true), Camps.Tie(2, 0, agrees: false),
      ]
    )
    #expect(camps.camps == [0, 1, 1, 0])
    #expect(camps.triangle == nil)
    #expect(camps.frustration == 0)
  }

  // ops, po, tl: the technology lead agrees with both, who conflict.
  @Test func `somebody who agrees with two who conflict stands in the middle`() {
    let camps = Camps(
      count: 3,
      [
        Camps.Tie(1, 2, agrees: true), Camps.Tie(2, 0, agrees: true),
        Camps.Tie(1, 0, agrees: false),
      ]
    )
    #expect(camps.camps.isEmpty)
    #expect(camps.triangle == [0, 1, 2])
    #expect(camps.frustration == 1)
  }

  @Test func `agreement alone makes no camps, and whoever has no tie is in none`() {
    #expect(Camps(count: 2, [Camps.Tie(0, 1, agrees: true)]).camps.isEmpty)
    #expect(Camps(count: 3, [Camps.Tie(0, 2, agrees: false)]).camps == [0, nil, 1])
    #expect(Camps(count: 0, []).camps.isEmpty)
  }

  @Test func `a longer circle has no triangle`() {
    let ring = [(0, 1, true), (1, 2, true), (2, 3, true), (3, 0, false)]
    let camps = Camps(count: 4, ring.map { Camps.Tie($0.0, $0.1, agrees: $0.2) })
    #expect(camps.camps.isEmpty && camps.triangle == nil)
    #expect(camps.frustration == 1)
  }

  @Test func `too many people are not tried out`() {
    #expect(Camps(count: 17, []).frustration == nil)
    let all = (0..<16).flatMap { first in
      (first + 1..<16).map { Camps.Tie(first, $0, agrees: false) }
    }
    // Two camps of eight leave 2 · 28 conflicts inside.
    #expect(Camps(count: 16, all).frustration == 56)
  }
}
