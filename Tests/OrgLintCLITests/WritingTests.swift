import Foundation
import Testing

/// Where files are written to, what they never take the place of, and what is left behind.
@Suite struct WritingTests {
  private static let design = "orglint: 1\npeople: { ana: {} }\n"
  private static let rule = """
    id: acme-x
    family: acme
    title: x
    severity: warning
    profiles: [recommended]
    since: 0.1.0
    origin: []
    for: organization
    flag: "false"
    targets: [organization]
    at: organization
    message: "x"
    why: x
    help: x
    rationale: |
      X.
    sources:
      - { text: "none", grade: D }
    examples:
      - name: no x
        design: |
          people: { ana: {} }

    """

  private func type(_ path: String, _ orglint: Orglint) throws -> FileAttributeType? {
    let path = orglint.folder.appending(path: path).path(percentEncoded: false)
    return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
  }

  /// A folder outside of any repository, with a file in it.
  private func outside() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "outside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("old".utf8).write(to: folder.appending(path: "kept.txt"))
    return folder
  }

  /// Every command that writes a file named on the command line, with how it names it.
  static let writers: [[String]] = [
    ["check", "org", "--output", "FILE"],
    ["check", "org", "--report", "sarif=FILE"],
    ["check", "org", "--format", "html", "--output", "FILE"],
    ["graph", "reporting", "--in", "org", "--output", "FILE"],
    ["diff", "org", "org", "--output", "FILE"],
    ["baseline", "write", "org", "--baseline", "FILE"],
  ]

  @Test(arguments: writers)
  func `nothing is written through a link of the working tree`(writer: [String]) throws {
    let outside = try outside()
    defer { try? FileManager.default.removeItem(at: outside) }
    let orglint = try Orglint(["org/a.yaml": Self.design, "real/x": "", "inner.txt": "old"])
    let path = outside.path(percentEncoded: false)
    try orglint.link("file", to: path + "/kept.txt")
    try orglint.link("new", to: path + "/new.txt")
    try orglint.link("folder", to: path)
    try orglint.link("inner", to: "inner.txt")
    try orglint.link("real/up", to: "..")
    for target in [
      "file", "new", "folder/kept.txt", "folder/new.txt", "inner", "real/up/out.txt",
      "real/../folder/new.txt", orglint.folder.path(percentEncoded: false) + "/file",
    ] {
      let run = try orglint.run(writer.map { $0.replacing("FILE", with: target) })
      #expect(run.status == 2, "\(target): \(run.errors)")
      #expect(run.errors.contains("nothing is written through links"), "\(target): \(run.errors)")
    }
    #expect(try names(outside) == ["kept.txt"])
    #expect(try String(contentsOf: outside.appending(path: "kept.txt"), encoding: .utf8) == "old")
    #expect(try orglint.read("inner.txt") == "old")
    #expect(try !names(orglint.folder).contains("out.txt"))
  }

  @Test(arguments: writers)
  func `what a user names outside is written, through links as well`(writer: [String]) throws {
    let outside = try outside()
    defer { try? FileManager.default.removeItem(at: outside) }
    let orglint = try Orglint(["org/a.yaml": Self.design])
    let path = outside.path(percentEncoded: false)
    for (link, target) in [("link.txt", "kept.txt"), ("next.txt", path + "/new.txt")] {
      try FileManager.default.createSymbolicLink(
        atPath: path + "/" + link,
        withDestinationPath: target
      )
      let run = try orglint.run(writer.map { $0.replacing("FILE", with: path + "/" + link) })
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try names(outside).sorted() == ["kept.txt", "link.txt", "new.txt", "next.txt"])
    for name in ["kept.txt", "new.txt"] {
      let text = try String(contentsOf: outside.appending(path: name), encoding: .utf8)
      #expect(text.count > 10)
    }
    for device in ["/dev/stdout", "/dev/null", "/dev/fd/1"] {
      let run = try orglint.run(writer.map { $0.replacing("FILE", with: device) })
      #expect(run.status == 0, "\(device): \(run.errors)")
      #expect(device == "/dev/null" || !run.output.isEmpty)
    }
  }

  @Test(arguments: writers)
  func `nothing takes the place of a file that was read`(writer: [String]) throws {
    let files = [
      "org/a.yaml": Self.design, "base.yaml": "rules: {}\n", "policies/x.yaml": Self.rule,
      "acme.yaml": "extends: [recommended, ./base.yaml, ./policies]\n", ".orglint.yaml": "",
    ]
    let orglint = try Orglint(files)
    try orglint.link("org/b.yaml", to: "b.txt")
    try orglint.write("org/b.txt", "orglint: 1\n")
    for target in files.keys.sorted() + ["org/../org/a.yaml", "org/b.txt"] {
      let arguments = writer.map { $0.replacing("FILE", with: target) }
      let run = try orglint.run(arguments + ["--config", "acme.yaml"])
      #expect(run.status == 2, "\(target)")
      #expect(run.errors.contains("is read by this run"), "\(target): \(run.errors)")
    }
    for (path, text) in files { #expect(try orglint.read(path) == text) }
    #expect(try orglint.read("org/b.txt") == "orglint: 1\n")
  }

  @Test func `a report does not take the place of the baseline, which its own command writes`()
    throws
  {
    let orglint = try Orglint(["org/a.yaml": Self.design])
    #expect(try orglint.run("baseline", "write", "org", "--baseline", "b.json").status == 0)
    let baseline = try orglint.read("b.json")
    for arguments in [["check", "org", "--output"], ["diff", "org", "org", "--output"]] {
      let run = try orglint.run(arguments + ["b.json", "--baseline", "b.json"])
      #expect(run.status == 2 && run.errors.contains("is read by this run"), "\(run.errors)")
    }
    #expect(try orglint.read("b.json") == baseline)
    #expect(try orglint.run("baseline", "write", "org", "--baseline", "b.json").status == 0)
  }

  @Test func `two outputs to one file are an error`() throws {
    let orglint = try Orglint(["org/a.yaml": Self.design])
    for arguments in [
      ["--report", "json=x", "--report", "sarif=x"], ["--output", "x", "--report", "json=./x"],
      ["--report", "json=org/../x", "--report", "json=x"], ["--report", "json=-", "--output", "-"],
    ] {
      let run = try orglint.run(["check", "org"] + arguments)
      #expect(run.status == 2 && run.errors.contains("is named for two outputs"), "\(run.errors)")
    }
    #expect(try !names(orglint.folder).contains("x"))
    let run = try orglint.run(
      "check",
      "org",
      "--report",
      "json=/dev/null",
      "--report",
      "sarif=/dev/null"
    )
    #expect(run.status == 0)
  }

  @Test(arguments: [".github", "org", ".github/workflows"])
  func `a new repository is not begun through a link`(folder: String) throws {
    let outside = try outside()
    defer { try? FileManager.default.removeItem(at: outside) }
    let orglint = try Orglint(["begun/x": "", "begun/.github/x": ""])
    if !folder.contains("/") {
      try FileManager.default.removeItem(at: orglint.folder.appending(path: "begun/.github"))
    }
    try orglint.link("begun/" + folder, to: outside.path(percentEncoded: false))
    let before = try names(orglint.folder.appending(path: "begun")).sorted()
    for (arguments, place) in [(["init", "begun"], ""), (["init"], "begun")] {
      let run = try orglint.run(arguments, in: place)
      #expect(run.status == 2 && run.errors.contains("nothing is written through links"))
    }
    #expect(try names(outside) == ["kept.txt"])
    #expect(try names(orglint.folder.appending(path: "begun")).sorted() == before)
  }

  @Test func `a rule is not begun through a link`() throws {
    let outside = try outside()
    defer { try? FileManager.default.removeItem(at: outside) }
    let orglint = try Orglint()
    try orglint.link("policies", to: outside.path(percentEncoded: false))
    let run = try orglint.run("new", "rule", "acme-x")
    #expect(run.status == 2 && run.errors.contains("nothing is written through links"))
    #expect(try names(outside) == ["kept.txt"])
  }

  @Test func `a new file keeps the permissions of the old one`() throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, "kept.txt": "old"])
    let path = orglint.folder.appending(path: "kept.txt").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try orglint.run("org", "--output", "kept.txt").status == 0)
    #expect(try orglint.read("kept.txt").contains("All clear"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try type("kept.txt", orglint) == .typeRegular)
  }
}
