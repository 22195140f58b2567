import OrgAnalysis
import Testing

/// The longest way against every way, on small random graphs of steps.
@Suite struct RandomWayTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 23
    }
  }

  private struct Step {
    var actor: String
    var isBlocking: Bool
    var after: [Int]
  }

  private func steps(_ random: inout Random) -> [Step] {
    (0..<Int.random(in: 3...9, using: &random)).map { number in
      Step(
        actor: ["ana", "bo", "cy"].randomElement(using: &random) ?? "ana",
        isBlocking: Int.random(in: 0..<3, using: &random) > 0,
        after: (0..<number).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      )
    }
  }

  /// Returns the hand-offs of the longest way from an actor over a step to the end.
  private func hands(_ steps: [Step], from actor: String, at step: Int) -> Int {
    let here = steps[step].isBlocking ? steps[step].actor : actor
    let cost = here == actor ? 0 : 1
    let next = steps.indices.filter { steps[$0].after.contains(step) }
    return cost + (next.map { hands(steps, from: here, at: $0) }.max() ?? 0)
  }

  @Test(arguments: 1...1000)
  func `no way is longer than the longest`(seed: UInt64) {
    var random = Random(state: seed)
    let steps = steps(&random)
    let text = steps.enumerated().map { number, step in
      """
      { id: s\(number), by: \(step.actor), as: \(step.isBlocking ? "agree" : "input"), \
      after: [\(step.after.map { "s\($0)" }.joined(separator: ", "))] }
      """
    }
    let design = Design(
      """
      people: { ana: {}, bo: {}, cy: {} }
      products: { app: { product_owner: ana } }
      decisions: { d: { steps: [\(text.joined(separator: ", "))] } }
      """
    )
    let sources = steps.indices.filter { steps[$0].after.isEmpty }
    let expected = sources.map { hands(steps, from: "ana", at: $0) }.max() ?? 0
    let path = design.path("d")
    #expect(path.hands == expected)
    #expect(path.way.count == (path.way.isEmpty ? 0 : expected + 1))
  }
}
