import ArgumentParser
import Documentation
import Linting
import Reporting
import RuleLanguage
import SourceText

/// Prints what is in force and where each value comes from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print what is in force and where each value comes from.",
    discussion: """
      Settings and what is said about rules stand with their keys, as in settings.near and \
      rules.po-missing.severity. What every run has by default is left out but for --all.
      """
  )

  @Argument(help: "Folders and files of the design, beside which the configuration is looked for.")
  var paths: [String] = []

  @OptionGroup var project: ProjectOptions

  @OptionGroup var selection: SelectionOptions

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  @Flag(help: "Print what holds by default, too.")
  var all = false

  func run() throws {
    if let missing = paths.first(where: { !FileSystem.exists($0) }) {
      throw UsageError("there is no '\(missing)'")
    }
    let project = try project.project(near: paths)
    let rules = project.compiled.map(\.definition)
    var selection = RuleSelection(project.configuration)
    try self.selection.apply(to: &selection, among: rules)
    let rows = ConfigurationRows.all(
      of: project.configuration,
      selection,
      rules: rules,
      isProfileNamed: self.selection.profile != nil
    )
    let listing = ConfigurationListing(project: project, rows: rows)
    switch format {
    case .text: Console.show(listing.text(all: all))
    case .json: Console.write(listing.json)
    }
  }
}

/// What is in force, in text and in JSON.
private struct ConfigurationListing {
  let project: Workspace.Project
  let rows: [ConfigurationRow]

  func text(all: Bool) -> String {
    let shown = rows.filter { all || !$0.origin.isStandard || !$0.name.contains(".") }
    let names = min(48, shown.map(\.name.count).max() ?? 0)
    let lines = shown.map { row in
      let value = visible(row.value.text)
      return "\(visible(row.name).padded(to: names))  \(value.padded(to: 24))  \(words(row.origin))"
    }
    return ([visible(project.words), ""] + lines).joined(separator: "\n") + "\n"
  }

  private func words(_ origin: ConfigurationRow.Origin) -> String {
    switch origin {
    case .standard: "default"
    case .profile: "profile"
    case .commandLine: "command line"
    case .pack(let path): "pack: \(visible(path))"
    case .configuration(let place):
      "\(visible(project.sources[place.file].path)):\(line(of: place))"
    }
  }

  private func line(of place: SourceSpan) -> Int {
    LineTable(project.sources[place.file].bytes).line(at: place.bytes.lowerBound)
  }

  var json: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        if let path = project.path { writer.field("configuration", path) }
        writer.key("values")
        writer.array(of: rows) { writer, row in
          writer.object(inline: true) { writer in
            writer.field("name", row.name)
            writer.key("value")
            writer.append(row.value)
            write(row.origin, to: &writer)
          }
        }
      }
    }
  }

  private func write(_ origin: ConfigurationRow.Origin, to writer: inout JSONWriter) {
    switch origin {
    case .standard: writer.field("origin", "default")
    case .profile: writer.field("origin", "profile")
    case .commandLine: writer.field("origin", "command line")
    case .pack(let path):
      writer.field("origin", "pack")
      writer.field("file", path)
    case .configuration(let place):
      writer.field("origin", "configuration")
      writer.field("file", project.sources[place.file].path)
      writer.field("line", line(of: place))
    }
  }
}

extension String {
  /// The text with blanks up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension JSONWriter {
  /// Writes a value of a parameter or setting.
  mutating func append(_ value: ParameterValue) {
    switch value {
    case .null: appendNull()
    case .bool(let bool): append(bool)
    case .int(let int): append(int)
    case .double(let double): append(double)
    case .string(let string): append(string)
    case .list(let values): array(of: values, inline: true) { $0.append($1) }
    case .map(let entries):
      object(inline: true) { writer in
        for entry in entries {
          writer.key(entry.key)
          writer.append(entry.value)
        }
      }
    }
  }
}
