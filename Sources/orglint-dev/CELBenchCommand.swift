import ArgumentParser
import CEL

/// The command that measures the expression language.
struct CELBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-bench",
    abstract: "Measure what a condition costs.",
    discussion: """
      Evaluates ten typical conditions over a thousand units each and prints nanoseconds per \
      evaluation, the median of the rounds.
      """
  )

  @Option(help: "How often each condition goes over all units in a round.")
  var repetitions = 200

  @Option(help: "How many rounds.")
  var rounds = 5

  @Option(help: "Measure only the conditions that have this text in them.")
  var filter = ""

  @Flag(help: "Print the conditions alone, one a line.")
  var list = false

  func validate() throws {
    guard repetitions > 0, rounds > 0 else {
      throw ValidationError("--repetitions and --rounds take numbers above 0.")
    }
  }

  func run() throws {
    if list {
      for condition in BenchmarkHost.conditions { print(condition) }
      return
    }
    let host: any Host = BenchmarkHost()
    let environment = BenchmarkHost.environment
    for condition in BenchmarkHost.conditions
    where filter.isEmpty || condition.contains(filter) {
      let program = Program(try environment.compile(condition, expecting: .bool).get())
      var times: [Double] = []
      var hits = 0
      for _ in 0..<rounds {
        hits = 0
        times.append(measure(program, environment, host, &hits))
      }
      let median = times.sorted()[rounds / 2]
      print("\(median.formatted) ns  \(hits) true  \(condition)")
    }
  }

  private func measure(
    _ program: Program,
    _ environment: Environment,
    _ host: any Host,
    _ hits: inout Int
  ) -> Double {
    var frame = environment.makeFrame()
    let start = ContinuousClock.now
    for _ in 0..<repetitions {
      for unit in 0..<BenchmarkHost.count {
        frame[0] = .object(ObjectReference(type: 0, index: Int32(unit)))
        if case .success(true) = program.test(&frame, host: host) { hits += 1 }
      }
    }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) / 1e9
    hits /= repetitions
    return nanoseconds / Double(repetitions * BenchmarkHost.count)
  }
}

extension Double {
  /// The number without a fraction, right-aligned.
  fileprivate var formatted: String {
    let digits = "\(Int(rounded()))"
    return String(repeating: " ", count: max(0, 6 - digits.count)) + digits
  }
}
