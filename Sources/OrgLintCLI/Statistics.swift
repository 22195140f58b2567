/// Where the time of a run went.
enum Statistics {
  /// Prints seconds a stage and the ten slowest rules to standard error.
  static func print(_ run: LintRun) {
    var lines = ["seconds by stage"]
    for stage in run.stages { lines.append(row(stage.name, stage.time)) }
    lines.append("slowest rules, over all cores")
    for rule in run.ruleTimes.sorted(by: { $0.time > $1.time }).prefix(10) {
      lines.append(row(rule.rule, rule.time))
    }
    Console.complain(lines.joined(separator: "\n"), prefixed: false)
  }

  private static func row(_ name: String, _ time: Duration) -> String {
    let thousandths = Int((time / .milliseconds(1)).rounded())
    let fraction = String(1000 + thousandths % 1000).dropFirst()
    let seconds = "\(thousandths / 1000).\(fraction)"
    return String(repeating: " ", count: max(0, 10 - seconds.count)) + seconds + "  " + name
  }
}
