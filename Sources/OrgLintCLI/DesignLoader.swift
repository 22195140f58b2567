import Diagnostics
import Linting
import OrgModel
import SourceText
import SystemPackage
import YAMLSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a run cannot begin; shown on standard error, with status 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// The org files below the paths of a run, and what is wrong with finding them.
struct LoadedDesign {
  var sources: SourceSet
  /// Which of the sources are org files.
  var orgFiles: [FileID]
  var problems: [Diagnostic]

  /// The files that were named though the configuration excludes them.
  var passedOver: [String] = []
}

/// Finds org files and reads their bytes: the only way in for text.
struct DesignLoader {
  /// A file whose bytes come from elsewhere, such as standard input.
  let replacement: (path: String, bytes: [UInt8])?
  private let replacementPlace: FilePlace?

  /// What the paths must lie in; nil where they are the user's word.
  var boundary: FileBoundary?

  /// What is not loaded, though it stands below the paths.
  var exclude: [PathPattern] = []

  /// Whether the configuration names the paths, so that more is taken for a part of the design.
  var isConfigured = false

  /// How many files are read at once.
  var jobs = 1

  /// What is to be read, in the order in which it was found.
  private var found: [(path: String, place: FilePlace, isNamed: Bool)] = []
  private var files: [String: [UInt8]] = [:]
  private var problems: [(path: String, problem: String, severity: Severity, rule: String)] = []
  private var flaws: [(path: String, flaws: [YAMLProblem])] = []
  private var visited: Set<FilePlace> = []

  /// The files that are named and excluded all the same.
  private var passedOver: [String] = []

  /// The links among what was found, and those to folders with where the folders around them lead.
  private var links: Set<String> = []
  private var linked: [(path: String, place: FilePlace, outer: [FilePlace])] = []

  /// Where the paths of the run lead; links below them must not lead out of all of these.
  private var roots: [FilePlace] = []

  init(replacing replacement: (path: String, bytes: [UInt8])? = nil) {
    self.replacement = replacement
    replacementPlace = replacement.map { FilePlace(reaching: $0.path) }
  }

  /// Returns the org files of the paths; a path that does not exist is an error of the run.
  mutating func load(_ paths: [String]) throws(UsageError) -> LoadedDesign {
    roots = paths.map { FilePlace(reaching: $0) }
    for (path, place) in zip(paths, roots) {
      guard FileSystem.exists(path) || place == replacementPlace,
        boundary.map({ $0.root.holds(place) }) ?? true
      else { throw UsageError("there is no '\(path)'") }
      if FileSystem.isFolder(path) {
        walk(DesignLoader.trimmed(path), place, inside: [])
      } else {
        find(DesignLoader.trimmed(path), place, isNamed: true)
      }
    }
    if let replacement, let place = replacementPlace, !found.contains(where: { $0.place == place })
    {
      find(DesignLoader.trimmed(replacement.path), place, isNamed: true)
    }
    // A folder that is reached by its own path is not read by a link's.
    var next = 0
    while next < linked.count {
      walk(linked[next].path, linked[next].place, inside: linked[next].outer)
      next += 1
    }
    keepEachOnce()
    readFound()
    return design()
  }

  /// Returns the org files among files whose bytes come from elsewhere, such as a commit.
  ///
  /// - Parameter unfollowed: Links among the files that are not followed.
  mutating func load(
    _ contents: [(path: String, bytes: [UInt8])],
    named: [String],
    unfollowed: [String] = []
  ) -> LoadedDesign {
    problems += unfollowed.map { ($0, "this link is not followed", .error, "yaml-limit") }
    for (path, bytes) in contents where !isExcluded(path) {
      let isNamed = named.contains(path)
      take(path, DesignFile(bytes, at: path, isNamed: isNamed), isNamed: isNamed)
    }
    return design()
  }

  private func design() -> LoadedDesign {
    var sourceFiles = files.map { SourceFile(path: $0.key, bytes: $0.value) }
    var unreadable: Set<String> = []
    for problem in problems
    where files[problem.path] == nil && unreadable.insert(problem.path).inserted {
      sourceFiles.append(SourceFile(path: problem.path, bytes: []))
    }
    let sources = SourceSet(sourceFiles)
    let ids = Dictionary(uniqueKeysWithValues: sources.ids.map { (sources[$0].path, $0) })
    let diagnostics = problems.compactMap { problem in
      ids[problem.path].map {
        Diagnostic(
          rule: problem.rule,
          severity: problem.severity,
          message: problem.problem,
          help: problem.rule == "yaml-not-an-org-file"
            ? "add orglint: 1 at its top, or exclude the file in .orglint.yaml" : nil,
          primary: Label(SourceSpan(file: $0, start: 0, end: 0)),
          targets: ["file/" + problem.path]
        )
      }
    }
    let encoding = flaws.flatMap { path, flaws in
      ids[path].map { file in
        flaws.enumerated().map { DesignLoader.diagnostic($1, number: $0, in: file, path) }
      } ?? []
    }
    let unread = Set(problems.map(\.path))
    return LoadedDesign(
      sources: sources,
      orgFiles: sources.ids.filter { !unread.contains(sources[$0].path) },
      problems: diagnostics + encoding,
      passedOver: passedOver
    )
  }

  private static func diagnostic(
    _ flaw: YAMLProblem,
    number: Int,
    in file: FileID,
    _ path: String
  ) -> Diagnostic {
    Diagnostic(
      rule: flaw.id.rawValue,
      severity: .error,
      message: flaw.message,
      help: flaw.help,
      primary: Label(SourceSpan(file: file, start: flaw.span.start, end: flaw.span.end)),
      targets: ["file/" + path],
      // Nothing of the file can be named, and bytes move.
      discriminator: number == 0 ? "" : String(number + 1)
    )
  }

  /// Takes the files of a folder, once however often the folder is named or linked to.
  ///
  /// - Parameters:
  ///   - place: Where it leads.
  ///   - outer: Where the folders that it stands in lead.
  private mutating func walk(_ folder: String, _ place: FilePlace, inside outer: [FilePlace]) {
    guard outer.count < 64, !outer.contains(place) else {
      problems.append((folder, "this folder contains itself by a link", .error, "yaml-limit"))
      return
    }
    guard visited.insert(place).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      problems.append((folder, "this folder cannot be read", .error, "yaml-limit"))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder + "/" + name
      if isExcluded(path) { continue }
      let mayBeOrgFile = DesignFile.isName(name)
      switch FileKind(at: path) {
      case .folder:
        guard let inner = follow(path, to: place.entry(name)) else { continue }
        if links.contains(path) {
          linked.append((path, inner, outer + [place]))
        } else {
          walk(path, inner, inside: outer + [place])
        }
      case .regular, .special:
        if mayBeOrgFile, let inner = follow(path, to: place.entry(name)) {
          find(path, inner, isNamed: false)
        }
      case nil:
        noteUnreachable(path, mayBeOrgFile: mayBeOrgFile)
      }
    }
  }

  /// Leaves of several ways to one file the first, one that is no link if there is any.
  private mutating func keepEachOnce() {
    guard !links.isEmpty || roots.count > 1 else { return }
    let ways = found.filter { !links.contains($0.path) } + found.filter { links.contains($0.path) }
    var kept: [FilePlace: Int] = [:]
    found = []
    for way in ways {
      if let index = kept[way.place] {
        if way.isNamed { found[index].isNamed = true }
      } else {
        kept[way.place] = found.count
        found.append(way)
      }
    }
  }

  /// Returns where an entry of a folder leads; nil, with a finding, where nobody is to go: what a
  /// stranger's link leads to is none of the design's files.
  ///
  /// - Parameter place: Where it is unless it is a link.
  private mutating func follow(_ path: String, to place: FilePlace) -> FilePlace? {
    guard FileKind.isLink(path) else { return place }
    guard let target = try? FilePlace(of: path) else {
      problems.append((path, "this file cannot be read", .error, "yaml-limit"))
      return nil
    }
    guard roots.contains(where: { $0.holds(target) }) else {
      problems.append(
        (
          path, "this link leads out of the design, so it is not followed",
          .error, "yaml-limit"
        )
      )
      return nil
    }
    links.insert(path)
    return target
  }

  /// Says why nothing can be seen at a path; of what may be no file of the design, only that its
  /// links have no end.
  private mutating func noteUnreachable(_ path: String, mayBeOrgFile: Bool) {
    do {
      _ = try FilePlace(of: path)
    } catch .tooManySymbolicLinkLevels {
      problems.append(
        (
          path, "this link leads in a circle, or through more links than the system follows",
          .error, "yaml-limit"
        )
      )
      return
    } catch {}
    if mayBeOrgFile { problems.append((path, "this file cannot be read", .error, "yaml-limit")) }
  }

  private mutating func find(_ path: String, _ place: FilePlace, isNamed: Bool) {
    if isExcluded(path) {
      if isNamed { passedOver.append(path) }
    } else {
      found.append((path, place, isNamed))
    }
  }

  private mutating func readFound() {
    let contents = sideBySide(found.count, jobs: jobs) { [self] in
      content(of: found[$0].path, at: found[$0].place, isNamed: found[$0].isNamed)
    }
    for ((path, _, isNamed), content) in zip(found, contents) where files[path] == nil {
      if let file = content.file {
        take(path, file, isNamed: isNamed)
      } else {
        problems.append((path, content.reason, .error, "yaml-limit"))
      }
    }
  }

  /// Returns what a file is, or why it cannot be told.
  private func content(
    of path: String,
    at place: FilePlace,
    isNamed: Bool
  ) -> (file: DesignFile?, reason: String) {
    if let replacement, place == replacementPlace {
      FilesRead.note(path)
      return (DesignFile(replacement.bytes, at: path, isNamed: isNamed), "")
    }
    if let reason = reasonNotToRead(path) { return (nil, reason) }
    let bytes = place.bytes(atMost: YAMLLimits.standard.fileSize)
    return (
      bytes.map { DesignFile($0, at: path, isNamed: isNamed) }, "this file cannot be read"
    )
  }

  private mutating func take(_ path: String, _ content: DesignFile, isNamed: Bool) {
    let bytes = content.bytes
    let likeness = content.likeness
    if isNamed, likeness != .orgFile, DesignLoader.isBlank(bytes) {
      problems.append(
        (
          path, "this file is empty, and an org file has the line orglint: 1", .error,
          "yaml-version"
        )
      )
    } else if likeness == .orgFile || isNamed {
      files[path] = bytes
      if !content.problems.isEmpty { flaws.append((path, content.problems)) }
    } else if likeness == .like || (likeness == .slightlyLike && isConfigured) {
      problems.append(
        (
          path, "this file has sections of an org design but no orglint: 1, so it is not read",
          .warning, "yaml-not-an-org-file"
        )
      )
    }
  }

  /// Whether a file has nothing but blanks and comments.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).allSatisfy { line in
      let first = line.first { $0 != 0x20 && $0 != 0x09 }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  /// Says why something is not even opened; nil for a file of a size that is read.
  private func reasonNotToRead(_ path: String) -> String? {
    switch FileKind(at: path) {
    case .special: "this is no file but a pipe or a device"
    case .regular(let size) where size > YAMLLimits.standard.fileSize:
      "this file is larger than \(YAMLLimits.standard.fileSize >> 20) MiB, so it is not read"
    case .regular, .folder, nil: nil
    }
  }

  private func isExcluded(_ path: String) -> Bool {
    exclude.contains { $0.matches(path) }
  }

  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./"), path.count > 2 { path.removeFirst(2) }
    return path
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Returns the bytes of a file, which nothing that is written takes the place of.
  ///
  /// - Parameter isReplaced: Whether it is read in order to be written anew.
  static func bytes(_ path: String, isReplaced: Bool = false) -> [UInt8]? {
    if !isReplaced { FilesRead.note(path) }
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }
}
