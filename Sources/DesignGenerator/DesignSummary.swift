/// What was generated, and what a check of it must find.
package struct DesignSummary: Equatable, Sendable {
  package var people: Int
  package var products: Int
  package var files: Int
  package var bytes: Int
  /// The findings a check under the recommended profile must give, sorted, without repetition.
  package var planted: [PlantedDefect]

  package init(
    people: Int,
    products: Int,
    files: Int = 0,
    bytes: Int = 0,
    planted: [PlantedDefect] = []
  ) {
    self.people = people
    self.products = products
    self.files = files
    self.bytes = bytes
    self.planted = planted
  }

  /// The number of planted defects by rule id.
  package var counts: [String: Int] {
    planted.reduce(into: [:]) { counts, defect in counts[defect.rule, default: 0] += 1 }
  }

  /// The summary as JSON text; ids and rules need no escapes.
  package var json: String {
    let defects = planted.map { "    { \"rule\": \"\($0.rule)\", \"target\": \"\($0.target)\" }" }
    return """
      {
        "people": \(people), "products": \(products), "files": \(files), "bytes": \(bytes),
        "planted": [
      \(defects.joined(separator: ",\n"))
        ]
      }

      """
  }
}
