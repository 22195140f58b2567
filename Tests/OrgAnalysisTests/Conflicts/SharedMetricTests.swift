import Testing

@testable import OrgAnalysis

/// Metrics that many products have in common.
@Suite struct SharedMetricTests {
  /// Products with an owner and a lead each; every owner wants more of one metric, and every fourth
  /// lead less of it.
  private static func design(products count: Int) -> String {
    let products = (0..<count).map {
      "p\($0): { product_owner: po\($0), technology_lead: tl\($0) }"
    }
    let people = (0..<count).map { "po\($0): {}, tl\($0): {}" }
    let owners = (0..<count).map { "po\($0): [{ metric: pace }]" }
    let leads = stride(from: 0, to: count, by: 4).map {
      "tl\($0): [{ metric: pace, direction: decrease }]"
    }
    return """
      people: { \(people.joined(separator: ", ")) }
      products: { \(products.joined(separator: ", ")) }
      metrics: { pace: { good: up } }
      incentives: { \((owners + leads).joined(separator: ", ")) }
      """
  }

  @Test(arguments: [4, 16, 32, 33, 40, 200])
  func `owner and lead of each product conflict, however many share the metric`(count: Int) {
    let expected = (count + 3) / 4
    for ways in [ConflictFinder.Ways.fewer, .byGoal, .byCoupling] {
      let design = ConflictDesign(Self.design(products: count), ways: ways)
      #expect(design.conflicts.conflicts.count == expected, "\(ways)")
    }
  }
}
