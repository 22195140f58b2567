import BuiltInRules
import Diagnostics
import Documentation
import Linting
import Reporting
import RuleLanguage
import SourceText

/// Reads a configuration with all it extends, and the rules it brings.
///
/// Whatever is wrong in any of the files is shown at once.
struct ProjectLoader {
  /// The configuration that was named or found; nil without one.
  private let path: String?

  /// What the files may name; nil where the configuration is the user's word.
  private let boundary: FileBoundary?

  /// The configurations, each behind those it extends.
  private var configurations: [String] = []

  /// The rule files of packs.
  private var packs: [String] = []
  private var files: [SourceFile] = []

  /// Mistakes about paths, which are found before all files are known.
  private var early: [(path: String, problem: Diagnostic)] = []
  private var visited: Set<String> = []
  private let absolute = PathBase(workingDirectory: FileSystem.workingDirectory, base: "/")

  /// The commit that the files are read from; nil for the working tree.
  private var commit: CommitFiles?

  /// How far configurations may extend one another.
  private static let depthLimit = 16

  /// Reads a configuration with all it extends; without one what holds by default.
  ///
  /// - Parameter boundary: What it may name and must be itself, where nobody named it.
  init(_ path: String?, keepingTo boundary: FileBoundary? = nil) throws(UsageError) {
    self.path = path
    self.boundary = boundary
    guard let path else { return }
    if let objection = boundary?.objection(to: path) {
      throw UsageError("the configuration \(objection); name another one with --config")
    }
    guard let bytes = boundary.map({ $0.bytes(path) }) ?? DesignLoader.bytes(path) else {
      throw UsageError("the configuration '\(path)' cannot be read")
    }
    read(path, bytes, depth: 0)
  }

  /// Reads a configuration as a commit has it; what is not fetched yet is noted there.
  init(_ path: String?, keepingTo boundary: FileBoundary?, in commit: CommitFiles) {
    self.path = path
    self.boundary = boundary
    self.commit = commit
    if let path, let bytes = commit.bytes(path) { read(path, bytes, depth: 0) }
  }

  private func yamlFiles(below path: String) throws(UsageError) -> [SourceFile] {
    if let commit { return try commit.yamlFiles(below: path) }
    return try FileSystem.yamlFiles(below: path)
  }

  private func bytes(_ path: String) -> [UInt8]? {
    if let commit { return commit.bytes(path) }
    return boundary.map { $0.bytes(path) } ?? FileSystem.bytes(path)
  }

  private mutating func read(_ path: String, _ bytes: [UInt8], depth: Int) {
    visited.insert(absolute.path(path))
    files.append(SourceFile(path: path, bytes: bytes))
    let file = ConfigurationFile(path: path, bytes: bytes, file: FileID(0))
    for (text, place) in file.extensions {
      let target = file.resolved(text)
      switch ConfigurationFile.kind(ofExtension: text) {
      case .profile: continue
      case .file: extend(target, file, place, depth)
      case .folder: addPack(target, text, file, place)
      }
    }
    configurations.append(path)
  }

  private mutating func extend(
    _ target: String,
    _ file: ConfigurationFile,
    _ place: SourceSpan,
    _ depth: Int
  ) {
    guard admits(target, file, place) else { return }
    if configurations.contains(where: { absolute.path($0) == absolute.path(target) }) { return }
    if visited.contains(absolute.path(target)) {
      note("'\(target)' extends this file, so this file can't extend it", file, place)
    } else if depth >= ProjectLoader.depthLimit {
      note("more than \(ProjectLoader.depthLimit) files extend one another", file, place)
    } else if let bytes = bytes(target) {
      read(target, bytes, depth: depth + 1)
    } else {
      note("there is no configuration '\(target)'", file, place)
    }
  }

  private mutating func addPack(
    _ target: String,
    _ text: String,
    _ file: ConfigurationFile,
    _ place: SourceSpan
  ) {
    guard admits(target, file, place) else { return }
    guard commit?.isFolder(target) ?? FileSystem.isFolder(target) else {
      let profiles = RuleDefinition.Profile.allCases.map(\.rawValue)
      let nearest = NearestNames.of(text, among: profiles).first
      note(
        text.contains("/")
          ? "there is no folder '\(target)'" : "'\(text)' is neither a profile nor a folder",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "profiles: \(profiles.joined(separator: ", "))",
        file,
        place
      )
      return
    }
    guard visited.insert(absolute.path(target)).inserted else { return }
    do {
      let found = try yamlFiles(below: target)
      if found.isEmpty { note("there is no rule file in '\(target)'", file, place) }
      for rule in found where visited.insert(absolute.path(rule.path)).inserted {
        packs.append(rule.path)
        files.append(rule)
      }
    } catch {
      note(error.description, file, place)
    }
  }

  /// Whether a file may name a path; else it is a mistake.
  private mutating func admits(
    _ target: String,
    _ file: ConfigurationFile,
    _ place: SourceSpan
  ) -> Bool {
    guard let objection = boundary?.objection(to: target) else { return true }
    note(objection, help: FileBoundary.advice, file, place)
    return false
  }

  private mutating func note(
    _ message: String,
    help: String? = nil,
    _ file: ConfigurationFile,
    _ place: SourceSpan
  ) {
    early.append(
      (
        file.path,
        ConfigurationProblem.diagnostic(message, at: place, help: help, path: file.path)
      )
    )
  }

  /// Returns what the files say, without rules; nil where there are mistakes in them.
  func projectWithoutRules() -> Workspace.Project? {
    let sources = SourceSet(files)
    let (configuration, problems) = decode(sources, rules: nil)
    guard early.isEmpty, problems.isEmpty, outsidePaths(configuration, sources).isEmpty else {
      return nil
    }
    return Workspace.Project(
      configuration: configuration,
      path: path,
      boundary: boundary,
      sources: sources,
      compiled: []
    )
  }

  /// Returns what the files say, with all rules; a mistake in them ends the run.
  func project() throws(UsageError) -> Workspace.Project {
    let (project, mistakes) = projectWithMistakes()
    let isOutside = !outsidePaths(project.configuration, project.sources).isEmpty
    let problems =
      mistakes + (isOutside ? [] : missingPaths(project.configuration, project.sources))
    guard problems.isEmpty else { throw ProblemReport.error(problems, in: project.sources) }
    return project
  }

  /// Returns what can be read of the files, with all rules, and what is wrong in them.
  func projectWithMistakes() -> (project: Workspace.Project, mistakes: [Diagnostic]) {
    let sources = SourceSet(files)
    let ids = ProjectLoader.ids(of: sources)
    var problems = early.compactMap { path, problem in ids[path].map { problem.moved(to: $0) } }
    let packs = packs.compactMap { ids[$0] }
    let rules = RuleLoader.read(packs, of: sources)
    problems += rules.problems
    let decoded = decode(sources, rules: rules.compiled.map(\.definition))
    problems += decoded.problems
    problems += outsidePaths(decoded.configuration, sources)
    var configuration = decoded.configuration
    configuration.packRules = rules.own
    let project = Workspace.Project(
      configuration: configuration,
      path: path,
      boundary: boundary,
      sources: sources,
      compiled: rules.compiled
    )
    return (project, problems)
  }

  private static func ids(of sources: SourceSet) -> [String: FileID] {
    Dictionary(sources.ids.map { (sources[$0].path, $0) }) { first, _ in first }
  }

  private func decode(
    _ sources: SourceSet,
    rules: [RuleDefinition]?
  ) -> (configuration: Configuration, problems: [Diagnostic]) {
    let ids = ProjectLoader.ids(of: sources)
    let parsed = configurations.compactMap { path in
      ids[path].map { ConfigurationFile(path: path, bytes: sources[$0].bytes, file: $0) }
    }
    return ConfigurationDecoder.decode(
      parsed,
      rules: rules,
      version: Release.version,
      workingDirectory: FileSystem.workingDirectory
    )
  }

  /// What of the configuration leads where it may not.
  private func outsidePaths(_ configuration: Configuration, _ sources: SourceSet) -> [Diagnostic] {
    guard let boundary else { return [] }
    let named = (configuration.paths ?? []) + [configuration.baseline].compactMap(\.self)
    return named.compactMap { path in
      boundary.objection(to: path.value).map { objection in
        ConfigurationProblem.diagnostic(
          objection,
          at: path.place,
          help: FileBoundary.advice,
          path: sources[path.place.file].path
        )
      }
    }
  }

  private func missingPaths(_ configuration: Configuration, _ sources: SourceSet) -> [Diagnostic] {
    (configuration.paths ?? []).filter { !FileSystem.exists($0.value) }.map { path in
      ConfigurationProblem.diagnostic(
        "there is no '\(path.value)'",
        at: path.place,
        path: sources[path.place.file].path
      )
    }
  }
}

extension Diagnostic {
  /// The same at the same place of the file's final id.
  fileprivate func moved(to file: FileID) -> Diagnostic {
    var moved = self
    moved.primary = Label(
      SourceSpan(file: file, start: primary.span.start, end: primary.span.end),
      primary.text
    )
    return moved
  }
}
