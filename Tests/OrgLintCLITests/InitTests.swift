import Foundation
import Testing

/// What `orglint init` writes, and what it leaves alone.
@Suite struct InitTests {
  private static let files = [
    ".orglint.yaml", "org/org.yaml", ".github/workflows/org-design.yml", ".pre-commit-config.yaml",
  ]

  @Test func `a new repository gets files that lint without errors and warnings`() throws {
    let orglint = try Orglint()
    let run = try orglint.run("init")
    #expect(run.status == 0 && run.errors.isEmpty)
    for file in InitTests.files {
      #expect(run.output.contains("wrote  \(file) "), "\(file)")
    }
    let check = try orglint.run("check", "--fail-on", "warning", "--format", "concise")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(check.output.contains("info[pnl-no-result-measure]"))
  }

  @Test func `a second run changes nothing`() throws {
    let orglint = try Orglint()
    _ = try orglint.run("init")
    let before = try InitTests.files.map(orglint.read)
    let run = try orglint.run("init")
    #expect(run.status == 0 && !run.output.contains("wrote"))
    #expect(try InitTests.files.map(orglint.read) == before)
  }

  @Test func `what is there stays, and a design keeps the example away`() throws {
    let orglint = try Orglint([
      "teams/org.yaml": "orglint: 1\npeople: { ana: }\n", ".pre-commit-config.yaml": "repos: []\n",
    ])
    try orglint.link(".orglint.yaml", to: "nowhere.yaml")
    let run = try orglint.run("init")
    #expect(run.status == 0)
    #expect(run.output.contains("kept   .orglint.yaml "))
    #expect(run.output.contains("there is a design"))
    #expect(run.output.contains("id: orglint-system"), "the hook to add is shown")
    #expect(try orglint.read(".pre-commit-config.yaml") == "repos: []\n")
    let entries = try FileManager.default.contentsOfDirectory(atPath: orglint.folder.path())
    #expect(!entries.contains("nowhere.yaml") && !entries.contains("org"))
  }

  @Test func `a file in the way is an error that names it`() throws {
    let orglint = try Orglint([".github": "a file"])
    let run = try orglint.run("init")
    #expect(run.status == 2)
    #expect(run.errors.contains(".github/workflows/org-design.yml"))
  }
}
