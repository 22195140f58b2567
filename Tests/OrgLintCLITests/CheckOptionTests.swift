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
}
