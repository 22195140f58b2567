import ArgumentParser
import YAMLSyntax

/// What a design is judged by: what every command about a design takes.
struct ProjectOptions: ParsableArguments {
  @Option(help: "Judge dates as of this day, YYYY-MM-DD, instead of today (UTC).")
  var today: String?

  /// The rules and the day, without a design yet.
  func workspace() throws -> Workspace {
    Workspace(compiled: try RuleLoader.compiled(), today: try day())
  }

  private func day() throws -> Int {
    guard let today else { return Console.today }
    guard let day = CalendarDate.day(of: Array(today.utf8)[...]) else {
      throw UsageError("--today takes a date such as 2026-11-24, and '\(today)' is none")
    }
    return day
  }
}
