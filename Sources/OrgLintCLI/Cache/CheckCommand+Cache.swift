import Caching
import Reporting

extension CheckCommand {
  /// Reads the design for looking it up; nil where the run is not to be kept, or cannot be.
  ///
  /// Rules are not read for it. Whatever is wrong with the design or the configuration shows when
  /// they are read with the rules.
  func cache(_ loader: ProjectLoader) throws -> CheckCache? {
    guard try mayBeKept, let folder = CacheFolder(), let project = loader.projectWithoutRules()
    else { return nil }
    var workspace = Workspace(project, today: try self.project.day())
    workspace.jobs = jobs ?? Console.cores
    guard (try? workspace.load(paths, allowsNone: allowEmpty)) != nil else { return nil }
    let baseline = suppression.file(project)
    return CheckCache(workspace, in: folder, baseline: baseline, options: add)
  }

  /// Whether the run is one that is kept.
  ///
  /// Pictures and times are of the design itself, a comparison asks git, and what an editor sends
  /// rarely comes again.
  private var mayBeKept: Bool {
    get throws {
      try !noCache && !listFiles && !statistics && since == nil && stdinFilename == nil
        && !output.writes(.html)
    }
  }

  /// Adds the options that decide what is found; the others decide how it is shown, and what
  /// status it has.
  private func add(to key: inout ByteWriter) {
    key.write(paths)
    key.write(optional: selection.profile) { $0.write($1.rawValue) }
    key.write(selection.rule)
    key.write(selection.skip)
    key.write(suppression.noIgnores)
    key.write(optional: within) { $0.write($1) }
    key.write(output.redact)
  }
}
