import ArgumentParser
import Documentation
import SourceText

/// Begins a repository with an org design.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a configuration, a first org file, a GitHub workflow and a pre-commit entry.",
    discussion: "Asks nothing and overwrites nothing: a file that is there stays as it is."
  )

  @Argument(help: "The folder to begin in.")
  var folder = "."

  func run() throws {
    var lines: [String] = []
    var kept: Set<StarterFile> = []
    var written: [(destination: Destination, text: String)] = []
    let root = try Destination(folder).target
    for file in StarterFile.allCases {
      let path = path(of: file)
      if let reason = try reasonToKeep(file) {
        kept.insert(file)
        lines.append("kept   \(padded(path))  \(reason)")
      } else {
        written.append((try Destination(path, below: root), file.text))
        lines.append("wrote  \(padded(path))  \(file.purpose)")
      }
    }
    for (destination, text) in written {
      try destination.makeFolders()
      try destination.write(text.utf8)
    }
    Console.show((lines + ["", "Next"] + nextSteps(kept)).joined(separator: "\n") + "\n")
  }

  /// Why a file is not written; nil where it is to be.
  private func reasonToKeep(_ file: StarterFile) throws -> String? {
    if FileKind.isThere(path(of: file)) { return "was there" }
    // A design next to an example would be two designs.
    if file == .design, try hasDesign { return "there is a design" }
    return nil
  }

  private var hasDesign: Bool {
    get throws {
      guard FileKind.isThere(folder) else { return false }
      var loader = DesignLoader()
      return try !loader.load([folder]).orgFiles.isEmpty
    }
  }

  /// Whether the hooks that were there name orglint.
  private var hasHook: Bool {
    let bytes = DesignLoader.bytes(path(of: .hooks)) ?? []
    return String(decoding: bytes, as: UTF8.self).contains("orglint")
  }

  private func nextSteps(_ kept: Set<StarterFile>) -> [String] {
    var steps = [
      "orglint check\(folder == "." ? "" : " " + visible(folder)) shows what is wrong or missing"
    ]
    if !kept.contains(.design) {
      steps.append("put your own people, products and decisions into \(visible(path(of: .design)))")
    }
    if !kept.contains(.hooks) {
      steps.append("pre-commit install runs orglint before every commit")
    } else if !hasHook {
      steps.append("add this to \(visible(path(of: .hooks))):\n\n" + StarterFile.hooks.text)
    }
    if Release.repository.hasPrefix("OWNER/"), !kept.isSuperset(of: [.workflow, .hooks]) {
      steps.append("put the account that publishes your orglint in the place of OWNER")
    }
    return steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
  }

  private func path(of file: StarterFile) -> String {
    folder == "." ? file.path : DesignLoader.trimmed(folder) + "/" + file.path
  }

  private func padded(_ path: String) -> String {
    let width = StarterFile.allCases.map { visible(self.path(of: $0)).count }.max() ?? 0
    return visible(path).padded(to: width)
  }
}
