import Diagnostics
import SourceText

/// One side of a comparison: a folder or file, a commit, or the working tree.
enum ChangeSide {
  case path(String)
  case commit(GitRevision)
  case workingTree

  /// Reads what a person named: a folder that is there, else a revision, else a file.
  static func named(_ name: String) async throws(UsageError) -> ChangeSide {
    if FileSystem.isFolder(name) { return .path(name) }
    do {
      return .commit(try await GitRevision.named(name))
    } catch {
      if FileSystem.exists(name) { return .path(name) }
      throw UsageError("there is no folder '\(name)'; as a revision: \(error)")
    }
  }

  /// Whether it is named by a path, so that no other path says what the design is.
  var isPath: Bool {
    if case .path = self { true } else { false }
  }

  /// Returns the side where a base and a head parted; a path is itself.
  func parted(from head: ChangeSide) async throws(UsageError) -> ChangeSide {
    guard case .commit(let base) = self else { return self }
    switch head {
    case .commit(let other): return .commit(try await base.mergeBase(with: other))
    case .workingTree:
      return .commit(try await base.mergeBase(with: try await GitRevision.named("HEAD")))
    case .path: return self
    }
  }

  /// Returns the design of the side, at the same paths as the working tree's.
  func design(in workspace: Workspace, paths: [String]) async throws(UsageError) -> LoadedDesign {
    switch self {
    case .path(let path): return try workspace.design(below: [path])
    case .commit(let revision): return try await workspace.design(at: revision, paths: paths)
    case .workingTree: return try workspace.design(below: workspace.roots(paths))
    }
  }

  /// Returns the same of a project whose paths the side need not have any more.
  func left(in workspace: Workspace, paths: [String]) async throws(UsageError) -> LoadedDesign {
    guard case .workingTree = self else { return try await design(in: workspace, paths: paths) }
    let roots = workspace.roots(paths).filter {
      FileSystem.exists($0) && workspace.project.boundary?.objection(to: $0) == nil
    }
    return try workspace.design(below: roots)
  }

  /// Returns all org files below a folder, whatever the design is.
  func orgFiles(below folder: String) async throws(UsageError) -> LoadedDesign {
    var loader = DesignLoader()
    switch self {
    case .path: return LoadedDesign(sources: SourceSet([]), orgFiles: [], problems: [])
    case .commit(let revision):
      let files = try await revision.designFiles(below: [folder]) { _ in false }
      return loader.load(files.contents, named: [])
    case .workingTree:
      loader.jobs = Console.cores
      return try loader.load([folder])
    }
  }
}
