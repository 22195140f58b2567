import OrgAnalysis
import OrgModel
import Testing

/// Pockets that cover a unit twice, against the definition: each claim is compared with each.
@Suite struct ClashingClaimTests {
  @Test(arguments: 0..<40)
  func `claims clash as the definition says`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let design = Design(ClashingClaimTests.text(&random))
    let pockets = design.facts.pockets
    for unit in 0..<design.graph.count(.unit) {
      let claims = pockets.claims(onUnit: unit)
      let expected = claims.filter { claim in
        claims.contains { other in
          (Int(claim.unit) == unit || Int(other.unit) == unit)
            && pockets.dimension(of: Int(claim.pocket)) == pockets.dimension(of: Int(other.pocket))
            && !pockets.tree.isWithin(Int(claim.pocket), Int(other.pocket))
            && !pockets.tree.isWithin(Int(other.pocket), Int(claim.pocket))
        }
      }
      #expect(pockets.clashingClaims(onUnit: unit) == expected)
    }
  }

  private static func text(_ random: inout SeededRandom) -> String {
    var text = "units:\n"
    for unit in 0..<5 {
      let parent = unit > 0 ? "parent: u\(Int.random(in: 0..<unit, using: &random))" : ""
      text += "  u\(unit): { \(parent) }\n"
    }
    text += "pockets:\n"
    for pocket in 0..<8 {
      let parent =
        pocket > 0 && Bool.random(using: &random)
        ? "parent: k\(Int.random(in: 0..<pocket, using: &random)), " : ""
      let units = (0..<2).map { _ in "u\(Int.random(in: 0..<5, using: &random))" }
      text += "  k\(pocket): { \(parent)dimension: d\(Int.random(in: 0..<2, using: &random)), "
      text += "covers: { units: [\(Set(units).sorted().joined(separator: ", "))] } }\n"
    }
    return text
  }
}
