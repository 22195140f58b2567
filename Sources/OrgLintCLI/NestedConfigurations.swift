import Reporting
import SourceText

extension Workspace {
  /// How many configurations are named; more are counted.
  private static let mostNamed = 3

  /// Says which configurations between the paths and the files of the design have no say here.
  ///
  /// Only the nearest configuration at or above the paths counts, so that one of a team further
  /// down is easily taken for one that does.
  func noteNestedConfigurations(_ paths: [String]) {
    let found = nestedConfigurations(below: roots(paths))
    guard let first = found.first else { return }
    let names = found.prefix(Self.mostNamed).map { "'\($0)'" }.joined(separator: ", ")
    let more = found.count > Self.mostNamed ? " and \(found.count - Self.mostNamed) more" : ""
    let isOne = found.count == 1
    let folder = first.dropLast(ConfigurationSearch.fileName.count + 1)
    Console.complain(
      "\(names)\(more) \(isOne ? "has" : "have") no effect on this run; 'orglint check "
        + "\(folder)' uses \(isOne ? "it" : "the first one")"
    )
  }

  /// The configurations beside and above org files, below the paths, that the run does not use.
  private func nestedConfigurations(below roots: [String]) -> [String] {
    let absolute = PathBase(workingDirectory: FileSystem.workingDirectory, base: "/")
    let used = Set(project.sources.files.map { absolute.path($0.path) })
    let outermost = Set(roots.map { DesignLoader.trimmed($0) } + ["", ".", "/"])
    var seen: Set<String> = []
    for file in design.orgFiles {
      var folder = design.sources[file].path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if outermost.contains(String(folder)) { break }
        guard seen.insert(String(folder)).inserted else { break }
      }
    }
    return seen.sorted().map { $0 + "/" + ConfigurationSearch.fileName }
      .filter { FileSystem.exists($0) && !used.contains(absolute.path($0)) }
  }
}
