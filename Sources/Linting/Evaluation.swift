package import Diagnostics
import OrgAnalysis
package import RuleLanguage
import Synchronization

/// What the rules found, before it is resolved into a report.
package struct Evaluation: Sendable {
  /// In the order of the rules, and for each in the order of its objects.
  package var candidates: [Candidate] = []

  /// What failed while rules ran.
  package var failures: [Diagnostic] = []

  /// The rules that ask for something which nothing in the design has, with what they say of so many
  /// things.
  package var nowhere: [String: @Sendable (Int) -> Candidate?] = [:]

  /// How long each rule took, in the order of the rules, over all threads.
  package var durations: [(rule: String, time: Duration)] = []
}

/// Asks every rule about every object it is for, and gives what they find in their order.
///
/// The objects of a kind are split so that one slow rule keeps no core waiting. Of kinds that only
/// the whole design tells, such as conflicts, not even the number is known before.
///
/// A rule whose parameters differ between parts of the design runs once for each, and of each run
/// what it finds in its own part counts.
///
/// - Parameters:
///   - jobs: How many pieces are worked on at once.
///   - stepLimit: The steps that a rule may take in all; nil for as many as it needs.
package func evaluate(
  _ host: DesignHost,
  with rules: [CompiledRule],
  settings: [String: ParameterValue],
  selection: RuleSelection,
  layers: DesignLayers,
  jobs: Int,
  stepLimit: (RuleDefinition) -> Int? = { _ in nil }
) async -> Evaluation {
  let inputs = RunInputs(settings: settings)
  var pieces: [Piece] = []
  for index in rules.indices where host.isSwitchedOn(rules[index].definition) {
    for part in RulePart.all(of: rules[index].definition.id, selection, layers) {
      let run = RuleRun(
        rules[index],
        on: host,
        inputs.with(parameters: part.parameters),
        budget: stepLimit(rules[index].definition).map { StepBudget(limit: $0) }
      )
      for kind in run.kinds {
        for range in Piece.ranges(of: kind, host) {
          pieces.append(Piece(rule: index, part: part, run: run, kind: kind, range: range))
        }
      }
    }
  }
  let results = await work(on: pieces, host, jobs: jobs)
  var evaluation = Evaluation()
  evaluation.durations = rules.map { ($0.definition.id, .zero) }
  var somewhere: Set<Int> = []
  var ended: Set<ObjectIdentifier> = []
  for (piece, result) in zip(pieces, results) {
    if let budget = piece.run.budget, budget.isExhausted {
      somewhere.insert(piece.rule)
      let isFirst = ended.insert(ObjectIdentifier(budget)).inserted
      if isFirst { evaluation.failures.append(piece.run.exhaustion(budget)) }
    } else {
      if result.isSomewhere { somewhere.insert(piece.rule) }
      evaluation.candidates += result.candidates
      evaluation.failures += result.failures
    }
    evaluation.durations[piece.rule].time += result.time
  }
  for piece in pieces where !somewhere.contains(piece.rule) {
    let rule = rules[piece.rule].definition
    guard evaluation.nowhere[rule.id] == nil, rule.variants.contains(where: { $0.nowhere != nil })
    else { continue }
    evaluation.nowhere[rule.id] = { asked in
      var run = piece.run
      return run.nowhere(asked: asked)
    }
  }
  return evaluation
}

/// One rule over some of the objects of a kind.
private struct Piece: Sendable {
  let rule: Int
  let part: RulePart
  let run: RuleRun
  let kind: ObjectKind

  var isAboutGoals: Bool { kind == .conflict || kind == .incentive || kind == .scorecard }

  /// The positions of the objects; nil for all of a kind that is computed on demand.
  let range: Range<Int>?

  /// Objects at a time: a millisecond or two of work.
  private static let size = 5_000

  static func ranges(of kind: ObjectKind, _ host: DesignHost) -> [Range<Int>?] {
    if DesignHost.isOnDemand(kind) { return [nil] }
    let count = host.count(of: kind)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  struct Result: Sendable {
    var candidates: [Candidate] = []
    var failures: [Diagnostic] = []
    var isSomewhere = false
    var time = Duration.zero
  }

  func work(_ host: DesignHost) -> Result {
    var run = run
    var result = Result()
    result.time = ContinuousClock().measure {
      let range = range ?? 0..<host.count(of: kind)
      result.candidates = run.findings(of: kind, in: range).filter { part.has($0.finding) }
    }
    result.failures = run.failures
    result.isSomewhere = run.isSomewhere
    return result
  }
}

/// Works on the pieces, so many at once, and gives the results in their order.
///
/// Each task begins at a place of its own, since neighboring rules ask for the same facts, and who
/// asks second waits. When it comes to the next one's place it helps the others to their ends. Goals
/// come first: most of what is computed on demand is about them, and it is there when others help.
private func work(on pieces: [Piece], _ host: DesignHost, jobs: Int) async -> [Piece.Result] {
  guard jobs > 1, pieces.count > 1 else { return pieces.map { $0.work(host) } }
  let lanes = min(jobs, pieces.count)
  let order =
    pieces.indices.filter { pieces[$0].isAboutGoals }
    + pieces.indices.filter { !pieces[$0].isAboutGoals }
  let queues = (0..<lanes).map { lane in
    PieceQueue(order[order.count * lane / lanes..<order.count * (lane + 1) / lanes])
  }
  return await withTaskGroup(of: [(Int, Piece.Result)].self) { group in
    for lane in 0..<lanes {
      group.addTask {
        var results: [(Int, Piece.Result)] = []
        for queue in queues[lane...] + queues[..<lane] {
          while let index = queue.next() { results.append((index, pieces[index].work(host))) }
        }
        return results
      }
    }
    var results = [Piece.Result](repeating: Piece.Result(), count: pieces.count)
    for await lane in group {
      for (index, result) in lane { results[index] = result }
    }
    return results
  }
}

/// The positions of some pieces, each handed out once, to whoever asks first.
private final class PieceQueue: Sendable {
  private let positions: ArraySlice<Int>
  private let taken = Atomic(0)

  init(_ positions: ArraySlice<Int>) { self.positions = positions }

  func next() -> Int? {
    let index = positions.startIndex + taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < positions.endIndex ? positions[index] : nil
  }
}

extension DesignHost {
  /// Whether the section that switches a rule's family on is used.
  fileprivate func isSwitchedOn(_ rule: RuleDefinition) -> Bool {
    if !rule.switches.isEmpty { return has(needs: rule.switches) }
    switch rule.family {
    case "po", "tl": return !facts.products.checked.isEmpty
    case "dec": return has(needs: ["decisions"])
    case "pnl": return has(needs: ["pockets"])
    case "inc": return has(needs: ["incentives"])
    case "stw": return has(needs: ["stewardships"])
    case "str": return has(needs: ["people"]) || has(needs: ["units"])
    default: return true
    }
  }
}
