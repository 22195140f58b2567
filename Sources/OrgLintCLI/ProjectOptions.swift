import ArgumentParser
import YAMLSyntax

/// What a design is judged by: what every command about a design takes.
struct ProjectOptions: ParsableArguments {
  @Option(help: "Read this configuration, instead of the nearest .orglint.yaml.")
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  @Option(help: "Judge dates as of this day, YYYY-MM-DD, instead of today (UTC).")
  var today: String?

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude one another")
    }
  }

  /// Reads the configuration of some paths, and the rules; without a design yet.
  func workspace(near paths: [String] = []) throws -> Workspace {
    let day = try day()
    return Workspace(try project(near: paths), today: day)
  }

  /// Reads the configuration of some paths, and the rules.
  func project(near paths: [String] = []) throws(UsageError) -> Workspace.Project {
    try loader(near: paths).project()
  }

  /// Whether the configuration is the one that is found near the design.
  var isSearched: Bool { config == nil && !noConfig }

  /// Reads the files of the configuration of some paths.
  func loader(near paths: [String] = []) throws(UsageError) -> ProjectLoader {
    if noConfig { return try ProjectLoader(nil) }
    if let config { return try ProjectLoader(config) }
    guard let found = try ConfigurationSearch.find(near: paths) else {
      return try ProjectLoader(nil)
    }
    return try ProjectLoader(found, keepingTo: FileBoundary(around: found))
  }

  /// The day that dates are judged as of, in days since 1970-01-01.
  func day() throws(UsageError) -> Int {
    guard let today else { return Console.today }
    guard let day = CalendarDate.day(of: Array(today.utf8)[...]) else {
      throw UsageError("--today takes a date such as 2026-11-24, and '\(today)' is none")
    }
    return day
  }
}
