import Caching
import Diagnostics
import Documentation
import Linting
import SourceText

/// What an earlier check found in the same bytes, and the place for what this one finds.
struct CheckCache {
  private let folder: CacheFolder
  private let key: [UInt8]

  /// The design that it is about; its project is without rules.
  let workspace: Workspace

  /// The bytes of the baseline that the key is of.
  let baseline: [UInt8]?

  /// Works out the key; nil where it is not known what decides the run.
  ///
  /// - Parameters:
  ///   - options: Adds what of the command line decides what is found.
  init?(
    _ workspace: Workspace,
    in folder: CacheFolder,
    baseline: BaselineFile?,
    options: (inout ByteWriter) -> Void
  ) {
    var writer = ByteWriter()
    guard RunningProgram.add(to: &writer) else { return nil }
    self.folder = folder
    self.workspace = workspace
    self.baseline = baseline.flatMap { $0.bytes() }
    if baseline != nil, self.baseline == nil { return nil }
    writer.write(String(workspace.today))
    options(&writer)
    writer.write(optional: self.baseline) { $0.write($1) }
    writer.write(FileSystem.workingDirectory)
    writer.write(optional: workspace.project.path) { $0.write($1) }
    CheckCache.add(workspace.project.sources, to: &writer, jobs: workspace.jobs)
    CheckCache.add(workspace.design.sources, to: &writer, jobs: workspace.jobs)
    writer.write(list: workspace.design.orgFiles) { $0.write(Int($1.index)) }
    writer.write(list: workspace.design.problems) { $0.write($1) }
    key = BLAKE2b.digest(of: writer.bytes)
  }

  private static func add(_ sources: SourceSet, to key: inout ByteWriter, jobs: Int) {
    let files = sources.files
    let digests = sideBySide(files.count, jobs: jobs) { BLAKE2b.digest(of: files[$0].bytes) }
    key.write(files.map(\.path))
    key.write(list: digests) { $0.write($1) }
  }

  private var name: String {
    key.map { byte in (byte < 0x10 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// What was found before; nil where nothing is kept that could be it.
  var run: KeptRun? {
    folder.entry(name).flatMap {
      KeptRun(
        entry: $0,
        for: key,
        sources: workspace.design.sources,
        version: Release.version
      )
    }
  }

  /// Keeps what was found, unless it has places in rule files, as that of a rule that failed.
  func keep(_ run: KeptRun) {
    guard run.report.sources.files.count == workspace.design.sources.files.count else { return }
    folder.keep(run.entry(for: key), as: name)
  }
}
