/// Generates an invented design, a file a division of at most 2,000 people.
///
/// The same arguments give the same bytes on every platform. Memory is bounded by one file.
///
/// - Parameters:
///   - people: how many people to generate; 200 at least
///   - seed: varies names, grades and style, and which group has which defect
///   - shape: whether products share metrics
///   - write: takes the relative path of each file and its bytes
/// - Returns: the size of the design and what a check of it must find
/// - Throws: what `write` throws
package func generateDesign(
  people: Int,
  seed: UInt64,
  shape: DesignShape = .ordinary,
  write: (_ path: String, _ bytes: [UInt8]) throws -> Void
) rethrows -> DesignSummary {
  let plan = DesignPlan(people: people, seed: seed, shape: shape)
  var summary = DesignSummary(people: plan.people, products: plan.groups)
  var writer = DesignWriter()
  func finish(_ path: String) throws {
    try write(path, writer.bytes)
    summary.files += 1
    summary.bytes += writer.bytes.count
    writer.removeAll()
  }

  writer.writeHeadquarters(plan)
  try finish("organization.yaml")
  var planted: Set<PlantedDefect> = []
  for division in plan.divisions {
    writer.write(division, plan)
    try finish("\(division.id).yaml")
    for group in plan.groups(of: division) {
      if let finding = group.defect?.finding(in: group) {
        planted.insert(finding)
      }
    }
  }
  summary.planted = planted.sorted()
  return summary
}
