import Foundation
import TestSupport
import Testing

/// What paths mean, however they are spelled.
@Suite struct PathTests {
  private static let wrong = "orglint: 1\npeople: { ana: { reports_to: gone } }\n"

  @Test(arguments: [
    ["org", "org"], ["org", "org/"], ["org", "org/a.yaml"], ["./org/a.yaml", "org"],
    ["org/teams", "org"], [".", "org/teams"],
  ])
  func `what is named twice is read once`(paths: [String]) throws {
    let orglint = try Orglint([
      "org/a.yaml": Self.wrong,
      "org/teams/b.yaml": "orglint: 1\npeople: { bo: { reports_to: cy } }",
    ])
    let run = try orglint.run(
      ["check", "--no-config", "--format", "concise", "--rule", "ref-*"] + paths
    )
    #expect(run.output.contains("2 errors, 0 warnings, 0 infos, 0 suppressed in 2 files, 2 people"))
  }

  @Test(arguments: ["a-link.yaml", "z-link.yaml"])
  func `a link to a file that is read anyway is passed by`(name: String) throws {
    let orglint = try Orglint(["org/b.yaml": Self.wrong, "kept/c.yaml": "orglint: 1\n"])
    try orglint.link("org/\(name)", to: "b.yaml")
    let run = try orglint.run("check", "org", "--format", "concise", "--rule", "ref-*")
    #expect(run.output.contains("org/b.yaml:2:"))
    #expect(run.output.contains("1 error, 0 warnings, 0 infos, 0 suppressed in 1 file, 1 person"))
  }

  static let rooted = ["github", "gitlab", "sarif", "checkstyle", "rdjson", "markdown"]

  @Test(arguments: rooted)
  func `hosts of code get paths from the root of the checkout`(format: String) throws {
    let orglint = try Orglint(["teams/retail/org/a.yaml": Self.wrong])
    let absolute = orglint.folder.appending(path: "teams/retail/org").path(percentEncoded: false)
    for path in ["org", "./org/a.yaml", absolute] {
      let run = try orglint.run("check", path, "--format", format, in: "teams/retail")
      let hasPath = run.output.split { "\"=,`:\n [](){}".contains($0) }.contains {
        $0 == "teams/retail/org/a.yaml"
      }
      #expect(hasPath, "\(format) \(path): \(run.output)")
    }
  }

  @Test(arguments: ["text", "concise"])
  func `people get paths from where they are`(format: String) throws {
    let orglint = try Orglint(["teams/retail/org/a.yaml": Self.wrong])
    let run = try orglint.run("check", "org", "--format", format, in: "teams/retail")
    #expect(run.output.contains("org/a.yaml:2:"))
    #expect(!run.output.contains("teams/retail"))
  }

  @Test(arguments: [
    ("GITHUB_WORKSPACE", "", "teams/retail/a.yaml"), ("CI_PROJECT_DIR", "", "teams/retail/a.yaml"),
    ("CI_PROJECT_DIR", "teams", "retail/a.yaml"), ("GITHUB_WORKSPACE", "other", "retail/a.yaml"),
    ("CI_PROJECT_DIR", "tea", "retail/a.yaml"),
  ])
  func `a host says where its checkout is`(name: String, folder: String, path: String) throws {
    let orglint = try Orglint([
      "teams/retail/a.yaml": Self.wrong, "teams/.git/HEAD": "", "other/b.txt": "",
    ])
    let root = orglint.folder.appending(path: folder).path(percentEncoded: false)
    let run = try orglint.run(
      "check",
      "--format",
      "github",
      in: "teams/retail",
      environment: [name: root]
    )
    #expect(run.output.contains("file=\(path),"), "\(run.output)")
  }

  @Test func `a linked folder is read by its own path`() throws {
    let orglint = try Orglint(["org/z-real/a.yaml": Self.wrong])
    try orglint.link("org/a-link", to: "z-real")
    #expect(try orglint.run("check", "org", "--list-files").output == "org/z-real/a.yaml\n")
  }

  @Test(arguments: [
    ["org", "other/../org/a.yaml"], [".", "other/../org/a.yaml"], ["org", "link/a.yaml"],
    ["link", "org"], ["org/a.yaml", "other/../org/a.yaml"],
  ])
  func `a file that is named in two ways is read once`(paths: [String]) throws {
    let orglint = try Orglint(["org/a.yaml": Self.wrong, "other/b.txt": ""])
    try orglint.link("link", to: "org")
    let run = try orglint.run(["check", "--format", "concise", "--rule", "ref-*"] + paths)
    #expect(run.output.contains("1 error, 0 warnings, 0 infos, 0 suppressed in 1 file, 1 person"))
  }

  @Test(arguments: [["e.yaml", "e.yaml"], ["e.yaml", "./e.yaml"], ["e.yaml", "."]])
  func `an empty file is told once, however often it is named`(paths: [String]) throws {
    let orglint = try Orglint(["e.yaml": ""])
    let run = try orglint.run(["check", "--format", "concise", "--no-config"] + paths)
    #expect(run.status == 1)
    #expect(
      run.output.split(separator: "\n").filter { $0.contains("this file is empty") }.count == 1
    )
  }

  @Test func `a link to a file that only it leads to is read`() throws {
    let orglint = try Orglint(["org/b.txt": Self.wrong])
    try orglint.link("org/b.yaml", to: "b.txt")
    let run = try orglint.run("check", "org", "--format", "concise", "--rule", "ref-*")
    #expect(run.output.contains("org/b.yaml:2:"))
  }

  @Test func `a link to a folder that stands beside it is no circle`() throws {
    let orglint = try Orglint(["org/b/a.yaml": Self.wrong])
    try orglint.link("org/a", to: "b")
    let run = try orglint.run("check", "org", "--format", "concise", "--rule", "ref-*")
    #expect(run.output.contains("1 error, 0 warnings, 0 infos, 0 suppressed in 1 file, 1 person"))
  }

  @Test func `a link to the folder that it stands in is a circle`() throws {
    let orglint = try Orglint(["org/a.yaml": "orglint: 1\n"])
    try orglint.link("org/up", to: ".")
    let run = try orglint.run("check", "org", "--format", "concise")
    #expect(run.output.contains("org/up:1:1: error[yaml-limit] this folder contains itself"))
  }

  @Test(arguments: ["org/a.yaml", "./org/a.yaml", "org/../org/a.yaml", "/org/a.yaml"])
  func `standard input stands for its file, however the file is named`(path: String) throws {
    let orglint = try Orglint(["org/a.yaml": Self.wrong, "org/b.yaml": "orglint: 1\n"])
    let folder = orglint.folder.path(percentEncoded: false)
    let name = path.hasPrefix("/") ? folder + path : path
    // Standard input is empty, so whoever is wrong in the file is not there.
    let run = try orglint.run("check", "org", "--stdin-filename", name, "--format", "concise")
    #expect(run.status == 0)
    #expect(!run.output.contains("ref-unresolved"), "\(run.output)")
  }

  @Test(arguments: [
    ("org", "'org' cannot be written: it is a folder"),
    ("nowhere/out.json", "cannot be written: there is no folder"),
    ("org/a.yaml/out.json", "is no folder"),
  ])
  func `a file that cannot be written says why`(output: String, reason: String) throws {
    let orglint = try Orglint(["org/a.yaml": Self.wrong])
    let run = try orglint.run("check", "org", "--format", "json", "--output", output)
    #expect(run.status == 2)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(!run.errors.contains("NSCocoa"))
  }

  #if os(Linux)
    @Test(arguments: ["rules", "schema", "explain po-missing", "--version"])
    func `a report that a full disk cuts off is no success`(command: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let program = ProgramRun.program.path(percentEncoded: false)
      process.arguments = ["-c", "'\(program)' \(command) > /dev/full 2> /dev/null"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
    }
  #endif
}
