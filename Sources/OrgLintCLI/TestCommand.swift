import ArgumentParser
import BuiltInRules
import RuleLanguage
import SourceText

/// Runs the examples of the rules.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of the built-in rules, or of the rule files below the paths.",
    discussion: """
      Fails on a finding that is missing, unexpected, on another line or worded otherwise, on a \
      variant without a failing example and on a rule without a passing one.
      """
  )

  @Argument(help: "Folders of rule files; the built-in rules where none is given.")
  var paths: [String] = []

  func run() async throws {
    let builtIn = try RuleLoader.compiled()
    let tested = paths.isEmpty ? builtIn : try RuleLoader.compiled(below: paths)
    let ids = Set(tested.map(\.definition.id))
    let all = tested + builtIn.filter { !ids.contains($0.definition.id) }
    var failures: [String] = []
    var count = 0
    for rule in tested {
      let result = await ExampleRun(rule, all).run()
      failures += result.failures
      count += result.count
    }
    for failure in failures { Console.show(visible(failure) + "\n") }
    let counted = { (count: Int, noun: String) in "\(count) \(noun)\(count == 1 ? "" : "s")" }
    Console.write(
      "\(counted(count, "example")) of \(counted(tested.count, "rule")): "
        + "\(counted(failures.count, "failure"))\n"
    )
    if !failures.isEmpty { throw ExitCode(1) }
  }
}
