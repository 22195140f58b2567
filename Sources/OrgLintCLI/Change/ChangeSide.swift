import Diagnostics
import SourceText

/// One side of a comparison: a folder, a commit, or the working tree.
enum ChangeSide {
  case folder(String)
  case commit(GitRevision)
  case workingTree

  /// Reads what a person named: a folder that is there, else a revision.
  static func named(_ name: String) async throws(UsageError) -> ChangeSide {
    FileSystem.isFolder(name) ? .folder(name) : .commit(try await GitRevision.named(name))
  }

  /// Returns the side where a base and a head parted; a folder is itself.
  func parted(from head: ChangeSide) async throws(UsageError) -> ChangeSide {
    guard case .commit(let base) = self else { return self }
    switch head {
    case .commit(let other): return .commit(try await base.mergeBase(with: other))
    case .workingTree:
      return .commit(try await base.mergeBase(with: try await GitRevision.named("HEAD")))
    case .folder: return self
    }
  }

  /// Returns the design of the side, at the same paths as the working tree's.
  func design(in workspace: Workspace, paths: [String]) async throws(UsageError) -> LoadedDesign {
    switch self {
    case .folder(let folder): return try workspace.design(below: [folder])
    case .commit(let revision): return try await workspace.design(at: revision, paths: paths)
    case .workingTree: return try workspace.design(below: workspace.roots(paths))
    }
  }

  /// Returns the bytes of a file that silences findings; nil where the side has none.
  func bytes(of path: String) async throws(UsageError) -> [UInt8]? {
    switch self {
    case .folder: return nil
    case .commit(let revision): return try await revision.bytes(of: path)
    case .workingTree: return DesignLoader.bytes(path)
    }
  }
}
