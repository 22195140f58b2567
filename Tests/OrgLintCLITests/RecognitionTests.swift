import Foundation
import Testing

/// Which files of a folder are read, and what is said of the others.
@Suite struct RecognitionTests {
  private static let wrong = "people: { ana: { reports_to: gone } }"

  @Test(arguments: [
    ("a.yaml", "orglint: 1\n\(wrong)"), ("a.YML", "orglint: 1\n\(wrong)"),
    ("a.Yaml", "{ orglint: 1, \(wrong) }"), ("a.yaml", "  orglint: 1\n  \(wrong)"),
    ("a.json", "{\"orglint\":1,\"people\":{\"ana\":{\"reports_to\":\"gone\"}}}"),
    ("a.JSON", "{\n  \"people\": {\"ana\": {\"reports_to\": \"gone\"}},\n  \"orglint\": 1\n}"),
    ("a.yaml", "\u{FEFF}# design\n---\n'orglint': 1\n\(wrong)"),
  ])
  func `an org file is found in any style and letter case`(name: String, text: String) throws {
    let orglint = try Orglint([
      "org/\(name)": text, "org/b.json": "{ \"people\": {}, \"units\": {} }",
    ])
    let run = try orglint.run("check", "org", "--format", "concise", "--rule", "ref-*")
    #expect(run.output.contains("org/\(name):"))
    #expect(run.output.contains("1 error, 0 warnings"))
  }

  @Test(arguments: [false, true])
  func `UTF-16 is found`(isBigEndian: Bool) throws {
    let orglint = try Orglint()
    let data = "\u{FEFF}orglint: 1\n\(Self.wrong)"
      .data(using: isBigEndian ? .utf16BigEndian : .utf16LittleEndian)
    try data?.write(to: orglint.folder.appending(path: "a.yaml"))
    #expect(try orglint.run("check", "--list-files").output == "a.yaml\n")
  }

  @Test func `the base is searched as the working tree is`() throws {
    let repository = try Repository([
      "org/a.JSON": "{ \"orglint\": 1, \"people\": { \"ana\": { \"reports_to\": \"gone\" } } }",
      "org/c.yaml": "  orglint: 1\n  people: { bo: { reports_to: gone } }\n",
    ])
    try repository.orglint.write("org/b.yaml", "{ orglint: 1 }\n")
    let run = try repository.run(
      "check",
      "org",
      "--since",
      "HEAD",
      "--format",
      "concise",
      "--rule",
      "ref-*"
    )
    #expect(run.status == 0)
  }

  @Test func `one section is enough where the configuration names the folder`() throws {
    let files = ["org/a.yaml": "orglint: 1\n", "org/b.yaml": "metrics: {}\n"]
    let alone = try Orglint(files).run("check", "org", "--format", "concise")
    #expect(!alone.output.contains("yaml-not-an-org-file"))
    let named = try Orglint(files.merging([".orglint.yaml": "paths: [org]\n"]) { $1 })
      .run("check", "--format", "text")
    #expect(named.output.contains("yaml-not-an-org-file"))
    #expect(named.output.contains("add orglint: 1 at its top, or exclude the file"))
  }

  @Test(arguments: ["", "paths: [org]\n"])
  func `a file that is excluded and named is passed over with a word`(paths: String) throws {
    let orglint = try Orglint([
      ".orglint.yaml": paths + "exclude: [org/old.yaml]\n",
      "org/a.yaml": "orglint: 1\n", "org/old.yaml": "orglint: 1\n\(Self.wrong)",
    ])
    for files in [["org/a.yaml", "org/old.yaml"], ["org/old.yaml"]] {
      let run = try orglint.run(["check", "--format", "concise"] + files)
      #expect(run.status == 0)
      #expect(
        run.errors == "orglint: 'org/old.yaml' is passed over: the configuration excludes it\n"
      )
    }
  }
}
