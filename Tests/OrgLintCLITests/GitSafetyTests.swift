import Foundation
import TestSupport
import Testing

/// What a repository cannot make git do when orglint asks it.
@Suite struct GitSafetyTests {
  private static let before = "orglint: 1\nproducts: { app: {} }\npeople: { ana: {} }\n"
  private static let after = before.replacing("app: {}", with: "app: {}, toy: {}")

  /// A repository in which a product was added, with a program that leaves a trace when it runs.
  private func repository() throws -> (repository: Repository, program: String) {
    let repository = try Repository(["org/a.yaml": Self.before])
    try repository.orglint.write("org/a.yaml", Self.after)
    try repository.commit()
    try repository.orglint.write("trap/run.sh", "#!/bin/sh\ntouch \"$(dirname \"$0\")/sprung\"\n")
    let program = repository.orglint.folder.appending(path: "trap/run.sh")
      .path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return (repository, program)
  }

  private func isSprung(_ repository: Repository) -> Bool {
    let trace = repository.orglint.folder.appending(path: "trap/sprung")
    return FileManager.default.fileExists(atPath: trace.path(percentEncoded: false))
  }

  @Test(arguments: ["blob:none", "tree:0"], ["ssh", "upload", "ext", "git"])
  func `what a partial clone lacks is not fetched, and nothing runs`(
    filter: String,
    way: String
  ) throws {
    let (repository, program) = try repository()
    try repository.git("config", "uploadpack.allowFilter", "true")
    try repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    let source = "file://" + repository.orglint.folder.path(percentEncoded: false)
    try repository.git("clone", "-q", "--filter=\(filter)", source, "clone")
    let (key, value, url) =
      switch way {
      case "ssh": ("core.sshCommand", program, "ssh://host/path")
      case "upload": ("remote.origin.uploadpack", program, source)
      case "ext": ("protocol.ext.allow", "always", "ext::" + program)
      default: ("core.gitProxy", program, "git://host/path")
      }
    try repository.git(["config", key, value], in: "clone")
    try repository.git(["config", "remote.origin.url", url], in: "clone")
    for arguments in [["check", "org", "--since", "HEAD~1"], ["diff", "HEAD~1", "--in", "org"]] {
      let run = try repository.orglint.run(
        arguments,
        in: "clone",
        environment: Repository.environment
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("this clone lacks files of 'HEAD~1'"), "\(run.errors)")
      #expect(run.errors.contains("git diff --stat"), "\(run.errors)")
      #expect(!isSprung(repository))
    }
    // What the message says helps.
    try repository.git(["config", "remote.origin.url", source], in: "clone")
    if way == "upload" { try repository.git(["config", "--unset", key], in: "clone") }
    try repository.git(["diff", "--stat", "HEAD~1"], in: "clone")
    let run = try repository.orglint.run(
      ["diff", "HEAD~1", "--in", "org"],
      in: "clone",
      environment: Repository.environment
    )
    #expect(run.output.contains("+ product 'toy' added"), "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    "core.fsmonitor", "core.pager", "pager.ls-tree", "pager.cat-file", "core.sshCommand",
    "core.editor", "core.askPass", "alias.ls-tree", "alias.cat-file", "diff.external",
    "diff.x.textconv", "diff.x.command", "filter.x.smudge", "filter.x.clean", "filter.x.process",
    "credential.helper", "gpg.program", "uploadpack.packObjectsHook", "core.alternateRefsCommand",
  ])
  func `no program that the configuration of a repository names runs`(key: String) throws {
    let (repository, program) = try repository()
    try repository.orglint.write(".gitattributes", "* diff=x filter=x\n")
    try repository.git("config", key, key.hasPrefix("alias") ? "!" + program : program)
    for arguments in [["check", "org", "--since", "HEAD~1"], ["diff", "HEAD~1", "--in", "new"]] {
      _ = try repository.orglint.run(arguments, environment: Repository.environment)
    }
    #expect(!isSprung(repository), "\(key)")
  }

  @Test func `no hook runs`() throws {
    let (repository, program) = try repository()
    for hook in ["fsmonitor-watchman", "post-index-change", "reference-transaction"] {
      try FileManager.default.copyItem(
        atPath: program,
        toPath: repository.orglint.folder.appending(path: ".git/hooks/\(hook)")
          .path(percentEncoded: false)
      )
    }
    _ = try repository.run("diff", "HEAD~1", "--in", "org")
    #expect(
      !FileManager.default.fileExists(
        atPath: repository.orglint.folder.appending(path: ".git/hooks/sprung").path()
      )
    )
  }

  @Test func `the base is what was committed, whatever stands for it`() throws {
    let (repository, _) = try repository()
    let blobs = try ["HEAD~1", "HEAD"].map {
      try repository.git(["rev-parse", $0 + ":org/a.yaml"], in: "")
    }
    try repository.git("replace", blobs[0], blobs[1])
    let diff = try repository.run("diff", "HEAD~1", "--in", "org")
    #expect(diff.output.contains("+ product 'toy' added"))
    try repository.git("replace", "-d", blobs[0])

    let commits = try ["HEAD", "HEAD~1"].map { try repository.git(["rev-parse", $0], in: "") }
    try repository.git("checkout", "-q", "--orphan", "other")
    try repository.commit()
    let other = try repository.git(["rev-parse", "HEAD"], in: "")
    try repository.orglint.write(".git/info/grafts", "\(other) \(commits[0])\n")
    let parted = try repository.run("diff", commits[0], "--in", "org")
    #expect(parted.status == 2 && parted.errors.contains("have no commit in common"))
  }

  @Test func `the environment of the caller holds, but for what runs and connects`() throws {
    let (repository, program) = try repository()
    let away = try Orglint(["org/a.yaml": Self.after])
    let folder = repository.orglint.folder.path(percentEncoded: false)
    var environment = Repository.environment
    environment["GIT_DIR"] = folder + "/.git"
    environment["GIT_WORK_TREE"] = away.folder.path(percentEncoded: false)
    for name in ["GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ASKPASS", "GIT_EDITOR"] {
      environment[name] = program
    }
    environment["GIT_ALLOW_PROTOCOL"] = "file:ssh:ext"
    let diff = try away.run(["diff", "HEAD~1", "--in", "org"], environment: environment)
    #expect(diff.output.contains("+ product 'toy' added"), "\(diff.errors)")
    #expect(!isSprung(repository))
  }

  #if os(Linux)
    @Test(arguments: ["ulimit -n 10", "ulimit -n 16", "ulimit -v 1000000"])
    func `git is asked with little at hand, or the run says what it lacks`(limit: String) throws {
      let (repository, _) = try repository()
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      let program = ProgramRun.program.path(percentEncoded: false)
      process.arguments = ["-c", "\(limit); exec '\(program)' check org --since HEAD~1 > out 2>&1"]
      process.currentDirectoryURL = repository.orglint.folder
      process.environment = Repository.environment
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      let text = try repository.orglint.read("out")
      if limit.contains("-n") {
        #expect(process.terminationStatus == 2 && text.contains("'ulimit -n 64' is enough"))
      } else {
        #expect(process.terminationStatus == 1 && text.contains("product 'toy'"), "\(text)")
      }
    }
  #endif
}
