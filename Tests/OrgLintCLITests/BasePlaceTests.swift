import Foundation
import Testing

/// Where the design of a base is, when it is not simply at the same path.
@Suite struct BasePlaceTests {
  private static let people = "orglint: 1\npeople: { ana: {}, bo: { reports_to: ana } }\n"
  private static let products = "orglint: 1\nproducts: { app: {}, toy: {} }\n"
  private static let files = ["org/a.yaml": people, "org/b.yaml": products]

  /// Makes sure that nothing is new, and that what is added on top of that is.
  private func expectSame(
    _ repository: Repository,
    _ arguments: [String] = [],
    in folder: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let check = try repository.orglint.run(
      ["check"] + arguments + ["--since", "main"],
      environment: Repository.environment
    )
    #expect(check.status == 0, "\(check.output)\(check.errors)", sourceLocation: sourceLocation)
    #expect(check.errors == "", sourceLocation: sourceLocation)
    try repository.orglint.write(folder + "/c.yaml", "orglint: 1\nproducts: { new: {} }\n")
    let more = try repository.orglint.run(
      ["check"] + arguments + ["--since", "main", "--rule", "po-missing", "--format", "concise"],
      environment: Repository.environment
    )
    #expect(more.status == 1, sourceLocation: sourceLocation)
    #expect(more.output.contains("'new'"), sourceLocation: sourceLocation)
    #expect(!more.output.contains("'toy'"), "\(more.output)", sourceLocation: sourceLocation)
  }

  @Test func `a folder that is a link is followed in the base`() throws {
    let repository = try Repository(Self.files)
    try repository.orglint.link("design", to: "next")
    try repository.orglint.link("next", to: "./org/../org")
    try repository.commit()
    try expectSame(repository, ["design"], in: "org")
  }

  @Test func `a link on the way to a folder is followed in the base`() throws {
    let repository = try Repository(["teams/one/org/a.yaml": Self.products])
    try repository.orglint.link("current", to: "teams/one")
    try repository.commit()
    try expectSame(repository, ["current/org"], in: "teams/one/org")
  }

  @Test func `links below the folder are followed in the base, within the design`() throws {
    let repository = try Repository(["org/b.txt": Self.products, "org/.more/p.yaml": Self.people])
    try repository.orglint.link("org/b.yaml", to: "b.txt")
    try repository.orglint.link("org/more", to: ".more")
    try repository.commit()
    try expectSame(repository, ["org"], in: "org")
  }

  @Test func `a link that leads out is the same finding in the base`() throws {
    let repository = try Repository(["org/a.yaml": Self.products, "x/b.yaml": Self.people])
    try repository.orglint.link("org/out.yaml", to: "../x/b.yaml")
    try repository.orglint.link("org/folder", to: "../x")
    try repository.orglint.link("org/round", to: ".")
    try repository.orglint.link("org/logo.png", to: "/nowhere/logo.png")
    try repository.commit()
    let diff = try repository.run("diff", "main", "--in", "org")
    #expect(diff.output.contains("no new finding"), "\(diff.output)")
    #expect(!diff.output.contains("fixed"))
  }

  @Test(arguments: [true, false])
  func `a renamed folder is found by the configuration of the base`(isCommitted: Bool) throws {
    let repository = try Repository(
      Self.files.merging([".orglint.yaml": "paths: [org]\nexclude: [org/old]\n"]) { $1 }
    )
    try repository.git("checkout", "-q", "-b", "change")
    try repository.git("mv", "org", "design")
    try repository.orglint.write(".orglint.yaml", "paths: [design]\n")
    if isCommitted { try repository.commit() }
    try expectSame(repository, in: "design")
  }

  @Test(arguments: ["design", "deep/er/org"])
  func `a renamed folder is found by its content`(folder: String) throws {
    let repository = try Repository(Self.files)
    try repository.git("checkout", "-q", "-b", "change")
    try repository.orglint.write(folder + "/.keep", "")
    for name in ["a.yaml", "b.yaml"] {
      try repository.git("mv", "org/" + name, folder + "/" + name)
    }
    try repository.commit()
    try expectSame(repository, [folder], in: folder)
  }

  @Test func `files that moved from the root into a folder are found`() throws {
    let repository = try Repository(["a.yaml": Self.people, "b.yaml": Self.products])
    try repository.orglint.write("org/.keep", "")
    try repository.git("mv", "a.yaml", "b.yaml", "org")
    try expectSame(repository, ["org"], in: "org")
  }

  @Test func `a base without a design is told`() throws {
    let repository = try Repository(["README.md": "none"])
    try repository.orglint.write("org/a.yaml", Self.products)
    let run = try repository.run("check", "org", "--since", "main")
    #expect(run.status == 1)
    #expect(run.errors.contains("'main' has no org file in org"), "\(run.errors)")
  }

  /// A repository with the design in a submodule, whose source is beside it.
  private func outer() throws -> Repository {
    let source = try Repository(Self.files)
    let repository = try Repository(["README.md": "outer"])
    try repository.git(
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "add",
      "-q",
      source.orglint.folder.path(percentEncoded: false),
      "design"
    )
    try repository.commit()
    return repository
  }

  @Test(arguments: ["design", "design/org", "."])
  func `a submodule is read from its own objects`(path: String) throws {
    let repository = try outer()
    try expectSame(repository, [path], in: "design/org")
  }

  @Test func `a submodule without the commit of the base is no green run`() throws {
    let repository = try outer()
    try repository.git(
      ["update-index", "--cacheinfo", "160000,\(String(repeating: "1", count: 40)),design"],
      in: ""
    )
    try repository.git("commit", "-q", "-m", "a commit that is nowhere")
    let run = try repository.run("check", "design", "--since", "main")
    #expect(run.status == 2)
    #expect(run.errors.contains("lacks the commit of 'main'"), "\(run.errors)")
    #expect(run.errors.contains("fetch origin 1111"))
  }
}
