import Documentation

/// A command line's manual page, in the macros of man(7).
struct ManPage {
  private let program: Command

  init(_ program: Command) {
    self.program = program
  }

  /// What the argument parser tells of a program.
  struct Help: Decodable {
    var command: Command
  }

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    var kind: String
    var abstract: String?
    var discussion: String?
    var names: [Name]?
    var valueName: String?
    var shouldDisplay: Bool?
  }

  struct Name: Decodable {
    var kind: String
    var name: String
  }

  var text: String {
    var lines = [
      ".TH ORGLINT 1 \"\" \"orglint \(Release.version)\"",
      ".SH NAME", "orglint \\- \(escaped(program.abstract ?? ""))",
      ".SH SYNOPSIS", ".B orglint", "[\\fIcommand\\fR] [\\fIoption\\fR ...]",
      ".SH DESCRIPTION", escaped(program.discussion ?? ""),
      ".SH COMMANDS",
    ]
    lines += (program.subcommands ?? []).filter { $0.commandName != "help" }
      .flatMap { section(of: $0, below: "orglint") }
    return (lines + ManPage.end).joined(separator: "\n") + "\n"
  }

  private static let end = [
    ".SH EXIT STATUS",
    ".TP", "0", "Nothing at or above the level that fails a run.",
    ".TP", "1", "Findings at or above it, or a file that could not be read to its end.",
    ".TP", "2", "orglint could not do its job.",
    ".SH FILES",
    ".TP", ".I .orglint.yaml", "The configuration, searched upwards to the root of the repository.",
    ".SH ENVIRONMENT",
    ".TP", "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM",
    "Whether a report has colors, where no option says so.",
    ".TP", "GITHUB_ACTIONS, GITHUB_STEP_SUMMARY",
    "Whether format auto writes annotations, and where the summary goes.",
  ]

  private func section(of command: Command, below parent: String) -> [String] {
    let name = "\(parent) \(command.commandName)"
    var lines = [".SS \(escaped(name))", escaped(command.abstract ?? "")]
    if let discussion = command.discussion { lines += [".PP", escaped(discussion)] }
    for argument in command.arguments ?? [] where isShown(argument) {
      lines += [".TP", "\\fB\(label(of: argument))\\fR"]
      lines.append(
        escaped([argument.abstract, argument.discussion].compactMap(\.self).joined(separator: " "))
      )
    }
    return lines + (command.subcommands ?? []).flatMap { section(of: $0, below: name) }
  }

  /// Every command has `--version` and `--help`, which the page need not repeat.
  private func isShown(_ argument: Argument) -> Bool {
    let names = (argument.names ?? []).map(\.name)
    return argument.shouldDisplay != false && !names.contains("version") && !names.contains("help")
  }

  private func label(of argument: Argument) -> String {
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    let value = argument.kind == "flag" ? [] : ["<\(argument.valueName ?? "value")>"]
    return escaped(
      (names.isEmpty ? value : [names.joined(separator: ", ")] + value).joined(separator: " ")
    )
  }

  /// The text so that no part of it is a request or an escape, with hyphens that can be copied.
  private func escaped(_ text: String) -> String {
    let body = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .split(separator: "\n").joined(separator: " ")
    return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&" + body : body
  }
}
