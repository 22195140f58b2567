import Foundation
import PackagePlugin

/// Writes the rule files of `rules/` into one Swift file, anew whenever one of them changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    let files = ruleFiles(in: folder)
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [folder.path(), output.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func ruleFiles(in folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (walk?.allObjects ?? []).compactMap { $0 as? URL }
    return files.filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() }
  }
}
