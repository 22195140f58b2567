import Foundation
import Testing

/// What a stranger commits makes no run read a file of the machine.
struct OutsideTests {
  private static let design = "orglint: 1\npeople:\n  ana: {}\n"
  private static let secret = "orglint: 1\npeople: [word-of-honor\n"

  /// Links as a chain, of which the last one leads to the target.
  private func chain(_ orglint: Orglint, _ count: Int, named name: String, to target: String) throws
  {
    for hop in 1..<count { try orglint.link("org/.\(hop)", to: ".\(hop + 1)") }
    try orglint.link("org/.\(count)", to: target)
    try FileManager.default.moveItem(
      at: orglint.folder.appending(path: "org/.1"),
      to: orglint.folder.appending(path: "org/\(name)")
    )
  }

  private func expectNothingShown(_ orglint: Orglint, _ arguments: String...) throws {
    for format in ["text", "json", "sarif", "html", "markdown", "github"] {
      let run = try orglint.run(["check"] + arguments + ["--format", format])
      #expect(run.status != 0)
      #expect(!(run.output + run.errors).contains("word-of-honor"), "\(format)")
    }
  }

  @Test(arguments: [1, 2, 20, 22, 39, 40], ["absolute", "relative", "by a folder"])
  func `no chain of links leads out of the design`(count: Int, form: String) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, "secret/x.yaml": Self.secret])
    let isFolder = form == "by a folder"
    let target = form == "absolute" ? orglint.folder.path() + "/secret/x.yaml" : "../secret/x.yaml"
    try chain(
      orglint,
      count,
      named: isFolder ? "sub" : "x.yaml",
      to: isFolder ? "../secret" : target
    )
    let run = try orglint.run("check", "org")
    #expect(run.status == 1)
    #expect(run.output.contains("this link leads out of the design"))
    #expect(!run.output.contains("word-of-honor"))
  }

  @Test(arguments: [1, 22, 40])
  func `a chain of links inside the design is followed`(count: Int) throws {
    let orglint = try Orglint(["org/sub/x.txt": Self.design + "  bo: { reports_to: nobody }\n"])
    try chain(orglint, count, named: "x.yaml", to: "sub/x.txt")
    let run = try orglint.run("check", "org", "--format", "concise")
    #expect(run.output.contains("org/x.yaml:4:"), "\(run.output)")
  }

  @Test(arguments: ["x.yaml", "sub"])
  func `more links than the system follows are a finding`(name: String) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, "secret/x.yaml": Self.secret])
    try chain(orglint, 41, named: name, to: "../secret/x.yaml")
    try orglint.link("org/circle", to: "circle")
    let run = try orglint.run("check", "org", "--format", "concise")
    #expect(run.status == 1)
    for link in [name, "circle"] {
      #expect(run.output.contains("org/\(link):1:1: error[yaml-limit] this link leads in a circle"))
    }
    try expectNothingShown(orglint, "org")
  }

  @Test func `a link in the middle of a path and a linked folder of the command line count`() throws
  {
    let orglint = try Orglint(["real/org/a.yaml": Self.design, "secret/x.yaml": Self.secret])
    try orglint.link("way", to: "real")
    try orglint.link("real/org/out.yaml", to: "../../secret/x.yaml")
    try orglint.link("real/org/in.yaml", to: "../../way/org/a.yaml")
    let run = try orglint.run("check", "way/org", "--format", "concise")
    #expect(run.output.contains("way/org/out.yaml:1:1: error[yaml-limit] this link leads out"))
    #expect(!run.output.contains("in.yaml"))
    try expectNothingShown(orglint, "way/org")
  }

  @Test func `a link does not lead to what git keeps`() throws {
    let orglint = try Orglint(["a.yaml": Self.design, ".git/x": Self.secret])
    try orglint.link("x.yaml", to: ".git/x")
    try orglint.link("sub", to: ".git")
    let run = try orglint.run("check", "--format", "concise")
    #expect(run.output.contains("x.yaml:1:1: error[yaml-limit] this link leads out of the design"))
    #expect(run.output.contains("sub:1:1: error[yaml-limit] this link leads out of the design"))
    try expectNothingShown(orglint)
  }

  private static let outside = [
    "paths: [org, ../secret/x.yaml]", "paths: [org, /SECRET/x.yaml]", "paths: [org, link.yaml]",
    "paths: [org, folder]", "paths: [org, folder/x.yaml]", "paths: [org, .git/x]",
    "paths: [org, git-link]", "paths: [../secret]", "paths: [org/../../secret]",
    "paths: [/proc/self/environ]", "paths: [org, pipe]", "paths: [/dev/zero]",
    "paths: [org, ../none]",
    "baseline: ../secret/x.yaml", "baseline: /SECRET/x.yaml", "baseline: link.yaml",
    "baseline: folder/x.yaml", "baseline: .git/x", "baseline: pipe", "baseline: /dev/zero",
    "extends: [../secret]", "extends: [/SECRET]", "extends: [folder]", "extends: [.git]",
    "extends: [../secret/x.yaml]", "extends: [link.yaml]", "extends: [folder/x.yaml]",
    "extends: [pipe.yaml]", "extends: [/dev/../SECRET/x.yaml]", "extends: [inner.yaml]",
    "extends: [pack]",
  ]

  /// A repository in a folder that has a secret beside it.
  private func repository(_ configuration: String) throws -> Orglint {
    let orglint = try Orglint([
      "repo/org/a.yaml": Self.design, "repo/.git/x": Self.secret, "repo/.git/x.yaml": Self.secret,
      "secret/x.yaml": Self.secret, "repo/inner.yaml": "paths: [../secret]\n",
      "repo/pack/.keep": "",
    ])
    try orglint.link("repo/link.yaml", to: "../secret/x.yaml")
    try orglint.link("repo/folder", to: "../secret")
    try orglint.link("repo/git-link", to: ".git/x")
    try orglint.link("repo/pack/x.yaml", to: "../../secret/x.yaml")
    for pipe in ["pipe", "pipe.yaml"] { try orglint.pipe("repo/" + pipe) }
    let secret = orglint.folder.path() + "/secret"
    let text = configuration.replacingOccurrences(of: "/SECRET", with: secret)
    try orglint.write("repo/.orglint.yaml", text + "\n")
    return orglint
  }

  @Test(arguments: outside)
  func `a configuration that was found names only files of its repository`(line: String) throws {
    let orglint = try repository(line)
    let place = line == "extends: [inner.yaml]" ? "--> inner.yaml:1:9" : "--> .orglint.yaml:1:"
    let cache = ["XDG_CACHE_HOME": orglint.folder.path()]
    let run = try orglint.run("check", in: "repo", environment: cache)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(place), "\(run.errors)")
    #expect(!run.errors.contains("word-of-honor"))
  }

  @Test(arguments: [
    ["check", "org"], ["check", "--no-cache"], ["check", "--format", "json"],
    ["check", "--format", "sarif"], ["graph", "reporting"], ["config"],
    ["baseline", "check"], ["baseline", "write"], ["suppressions"], ["stats"], ["rules"],
  ])
  func `no command reads more`(command: [String]) throws {
    let orglint = try repository("baseline: ../secret/x.yaml\npaths: [../secret]")
    let run = try orglint.run(command, in: "repo")
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("--> .orglint.yaml:1:11"), "\(run.errors)")
    #expect(run.errors.contains("--> .orglint.yaml:2:9"), "\(run.errors)")
    #expect(!run.errors.contains("word-of-honor"))
  }

  @Test(arguments: [
    "paths: [org, ../secret/x.yaml]", "baseline: ../secret/x.yaml", "extends: [../secret]",
    "extends: [inner.yaml]",
  ])
  func `a configuration that the command line names may name more`(line: String) throws {
    let orglint = try repository(line)
    let run = try orglint.run("check", "--config", ".orglint.yaml", in: "repo")
    #expect((run.output + run.errors).contains("secret/x.yaml"))
    #expect(!run.errors.contains("outside"))
  }

  @Test(arguments: ["paths: [in.yaml]", "paths: [ABSOLUTE/org]", "baseline: none.json"])
  func `what lies in the repository may be named by links and absolute paths`(
    line: String
  ) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design])
    try orglint.link("in.yaml", to: "org/a.yaml")
    let text = line.replacingOccurrences(of: "ABSOLUTE", with: orglint.folder.path())
    try orglint.write(".orglint.yaml", text)
    let run = try orglint.run("check")
    #expect(run.errors.contains("outside") == false)
    #expect((run.status == 2) == line.hasPrefix("baseline"))
  }

  @Test func `without a repository the folder of the configuration is the boundary`() throws {
    let orglint = try Orglint(["in/org/a.yaml": Self.design, "a.yaml": Self.design])
    try FileManager.default.removeItem(at: orglint.folder.appending(path: ".git"))
    try orglint.write("in/.orglint.yaml", "paths: [org]\n")
    #expect(try orglint.run("check", in: "in").status == 0)
    try orglint.write("in/.orglint.yaml", "paths: [../a.yaml]\n")
    let run = try orglint.run("check", in: "in")
    #expect(run.status == 2)
    #expect(run.errors.contains("'../a.yaml' is outside this file's folder"))
  }

  @Test(arguments: ["outside", "git", "pipe", "nowhere"])
  func `a configuration that was found is a file of its repository itself`(what: String) throws {
    let orglint = try repository("")
    let configuration = orglint.folder.appending(path: "repo/.orglint.yaml")
    try FileManager.default.removeItem(at: configuration)
    switch what {
    case "outside": try orglint.link("repo/.orglint.yaml", to: "../secret/x.yaml")
    case "git": try orglint.link("repo/.orglint.yaml", to: ".git/x")
    case "pipe": try orglint.pipe("repo/.orglint.yaml")
    default: try orglint.link("repo/.orglint.yaml", to: "nowhere")
    }
    let run = try orglint.run("check", "org", in: "repo")
    #expect(run.status == 2)
    #expect(run.errors.contains("configuration") && !run.errors.contains("word-of-honor"))
  }

  @Test func `no line of a baseline is shown`() throws {
    let orglint = try Orglint(["a.yaml": Self.design, "word.txt": Self.secret])
    try orglint.link(".orglint-baseline.json", to: "word.txt")
    for arguments in [["check", "--baseline", "word.txt"], ["baseline", "check"]] {
      let run = try orglint.run(arguments)
      #expect(run.status == 2)
      #expect(run.errors.contains("word.txt:") || run.errors.contains("baseline.json:"))
      #expect(!run.errors.contains("word-of-honor"))
    }
  }

  @Test func `a baseline that nobody named leads nowhere else`() throws {
    let orglint = try repository("")
    try orglint.link("repo/.orglint-baseline.json", to: "../secret/x.yaml")
    let run = try orglint.run("baseline", "check", in: "repo")
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no baseline '.orglint-baseline.json'"))
  }

  @Test func `a link of a pack does not lead out of it`() throws {
    let orglint = try repository("")
    let run = try orglint.run("test", "pack", in: "repo")
    #expect(run.status == 2)
    #expect(run.errors.contains("the link 'pack/x.yaml' leads out of 'pack'"))
    #expect(!run.errors.contains("word-of-honor"))
  }
}
