import OrgAnalysis
import OrgModel
import Testing

@Suite struct IDOrderTests {
  @Test func `ids are in the order of their bytes, however long they begin alike`() {
    let ids = [
      "zoo", "a", "ab", "a-b", "a.b", "Zoo", "é", "sixteen-bytes-at", "sixteen-bytes-at.b",
      "sixteen-bytes-at-a", "sixteen-bytes-a", "sixteen-bytes-au", "sixteen-bytes-at-ab",
    ]
    let entries = ids.map { "  \($0): {}\n" }.joined()
    let design = Design("metrics:\n" + entries)
    let order = IDOrder(design.graph, .metric)
    let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(design.names(.metric, order.entries) == sorted)
    #expect(order.entries.map { order.ranks[Int($0)] } == Array(0..<Int32(ids.count)))
  }
}
