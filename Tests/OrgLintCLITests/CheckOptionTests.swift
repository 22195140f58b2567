import Foundation
import Testing

/// Options of `check` that make no sense are told before anything is read.
struct CheckOptionTests {
  @Test(arguments: [
    ("--max-warnings=-1", "--max-warnings takes a whole number, 0 or more"),
    ("--jobs=0", "--jobs takes a whole number, 1 or more"),
    ("--jobs=-2", "--jobs takes a whole number, 1 or more"),
  ])
  func `a number out of range is a wrong flag`(option: String, message: String) throws {
    let run = try Orglint(["a.yaml": "orglint: 1\n"]).run("check", option)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test(arguments: ["", "# to come\n", "\n \n"])
  func `a file that is named and empty is no clean design`(text: String) throws {
    let run = try Orglint(["org.yaml": text]).run("check", "org.yaml", "--format", "concise")
    #expect(run.status == 1)
    #expect(run.output.contains("org.yaml:1:1: error[yaml-version] this file is empty"))
  }

  @Test(arguments: [
    ("chekc", "there is no 'chekc'; did you mean 'orglint check'?"),
    ("exlpain", "there is no 'exlpain'; did you mean 'orglint explain'?"),
    ("gone/org", "there is no 'gone/org'"),
  ])
  func `a misspelled command is told from a path that is not there`(
    name: String,
    words: String
  ) throws {
    let run = try Orglint().run(name)
    #expect(run.status == 2)
    #expect(run.errors == "orglint: \(words)\n")
  }

  @Test func `a design in a folder named like a command is linted`() throws {
    let orglint = try Orglint(["chekc/a.yaml": "orglint: 1\npeople: { ana: {} }\n"])
    #expect(try orglint.run("chekc", "--rule", "ref-*").status == 0)
  }

  @Test func `several designs in one run are told where the report ends, too`() throws {
    let orglint = try Orglint([
      "all/acorn/a.yaml": "orglint: 1\norganization: { name: Acorn }\n",
      "all/birch/a.yaml": "orglint: 1\norganization: { name: Birch }\n",
    ])
    let run = try orglint.run("all", "--format", "text")
    #expect(
      run.output.contains(
        """
        not checked
          - each design on its own: this run holds 2 designs, all/acorn, all/birch; name one folder
        """
      )
    )
    #expect(!(try orglint.run("all/acorn", "--format", "text").output.contains("on its own")))
  }

  @Test(arguments: ["1969-12-31", "0001-01-01", "9999-12-31"])
  func `any day may be today`(day: String) throws {
    let orglint = try Orglint(["a.yaml": "orglint: 1\npeople: { ana: {} }\n"])
    let cache = ["XDG_CACHE_HOME": orglint.folder.appending(path: "cache").path()]
    for _ in 1...2 {
      let run = try orglint.run("a.yaml", "--today", day, environment: cache)
      #expect(run.status == 0)
    }
  }

  @Test(arguments: ["0000-01-01", "0000-12-31", "2026-02-30", "10000-01-01", "-001-01-01"])
  func `a day that is on no calendar is none`(day: String) throws {
    let run = try Orglint(["a.yaml": "orglint: 1\n"]).run("a.yaml", "--today", day)
    #expect(run.status == 2)
    #expect(run.errors.contains("'\(day)' is none") || run.errors.contains("Missing value"))
  }

  @Test func `a path behind the name of the command is a path`() throws {
    let run = try Orglint().run("check", "rules")
    #expect(run.status == 2 && run.errors == "orglint: there is no 'rules'\n")
  }
}
