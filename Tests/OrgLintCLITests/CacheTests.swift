import Caching
import Foundation
import Testing

/// What a check keeps is found again, and is never seen otherwise.
struct CacheTests: Sendable {
  private let orglint: Orglint
  private let cache: URL

  init() throws {
    orglint = try Orglint([
      "org/a.yaml": """
      orglint: 1
      people:
        ana: { reports_to: bo, unit: labs }
        bo: {}
      units:
        labs: { lead: ana }
        shop: { lead: bo }
      products:
        app: { product_owner: ana, home_unit: labs }
        web: { product_owner: cy, home_unit: shop }
      waivers:
        - { rule: tl-missing, target: product/web, reason: gone, until: 2027-01-31, approved_by: bo }

      """,
      "org/b.yaml": "orglint: 1\npeople:\n  dee: { reports_to: ana }\n",
      "other.yaml": "rules: { tl-missing: warning }\n",
      "empty.json": #"{ "format": "orglint-baseline/1", "findings": [] }"#,
    ])
    cache = orglint.folder.appending(path: "cache")
  }

  private func check(_ options: [String], environment: [String: String] = [:]) throws
    -> Orglint.Outcome
  {
    try orglint.run(
      ["check", "--today", "2026-11-24"] + options,
      environment: ["XDG_CACHE_HOME": cache.path(percentEncoded: false)]
        .merging(environment) { $1 }
    )
  }

  /// The entries that are kept.
  private var entries: [URL] {
    let folder = cache.appending(path: "orglint")
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    return (names ?? []).sorted().map { folder.appending(path: $0) }
  }

  /// Makes the only entry say something else, with a digest that fits.
  private func forge(_ words: String, to others: String) throws {
    #expect(entries.count == 1 && words.utf8.count == others.utf8.count)
    let entry = try Data(contentsOf: entries[0])
    let head = entry.prefix("orglint run 1\n".utf8.count + 32)
    var content = Data(entry.dropFirst(head.count + 32))
    let place = try #require(content.range(of: Data(words.utf8)))
    content.replaceSubrange(place, with: Data(others.utf8))
    try (head + BLAKE2b.digest(of: Array(content)) + content).write(to: entries[0])
  }

  // MARK: - What is found again

  @Test(arguments: [
    ["text"], ["concise"], ["json"], ["sarif"], ["junit"], ["github"], ["gitlab"], ["checkstyle"],
    ["rdjson"], ["markdown"], ["text", "--verbose"], ["text", "--quiet", "--color", "always"],
    ["sarif", "--sarif-include-suppressed"], ["json", "--redact"], ["json", "--fail-on", "never"],
    ["concise", "--max-warnings", "0", "--config", "other.yaml"],
    ["concise", "--baseline", "stale.json"],
  ])
  func `a run that was kept is told in the same bytes`(options: [String]) throws {
    try orglint.write(
      "stale.json",
      """
      { "format": "orglint-baseline/1", "findings": [
        { "identity": ["tl-missing", "product/old", "", ""] }
      ] }
      """
    )
    let arguments = ["org", "--format"] + options
    let plain = try check(arguments + ["--no-cache"])
    #expect(entries.isEmpty)
    #expect(try check(arguments) == plain)
    let kept = try #require(entries.first)
    let date = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: date],
      ofItemAtPath: kept.path(percentEncoded: false)
    )
    #expect(try check(arguments) == plain)
    // Had it been judged again, it would have been written again.
    let attributes = try FileManager.default.attributesOfItem(
      atPath: kept.path(percentEncoded: false)
    )
    #expect(attributes[.modificationDate] as? Date == date)
    #expect(entries == [kept])
  }

  @Test func `one run is kept for all formats, and is what they tell`() throws {
    _ = try check(["org"])
    _ = try check(["org", "--format", "json", "--verbose", "--fail-on", "never", "--jobs", "1"])
    #expect(entries.count == 1)
    try forge("'app' has no technology lead", to: "'app' has no technology LEAD")
    #expect(try check(["org"]).output.contains("technology LEAD"))
    #expect(try !check(["org", "--no-cache"]).output.contains("technology LEAD"))
  }

  @Test(arguments: [
    ["--format", "html"], ["--report", "html=report.html"], ["--statistics"], ["--list-files"],
    ["--since", "HEAD"], ["--stdin-filename", "org/a.yaml"], ["--no-cache"],
  ])
  func `some runs are not kept`(options: [String]) throws {
    _ = try check(["org"] + options)
    #expect(!FileManager.default.fileExists(atPath: cache.path(percentEncoded: false)))
  }

  @Test func `a run in which a rule failed is not kept`() throws {
    try orglint.write(".orglint.yaml", "extends: [./rules]\n")
    try orglint.write(
      "rules/x-app.yaml",
      CacheTests.rule.replacing("product.id == 'app'", with: "1 / (size(product.id) - 3) == 5")
    )
    for _ in 0..<2 {
      let outcome = try check(["org"])
      #expect(outcome.status == 2 && outcome.output.contains("rule-failed"))
    }
    #expect(entries.isEmpty)
  }

  // MARK: - What is judged anew

  @Test func `whatever decides what is found leads to a run of its own`() throws {
    var known = 0
    func expectNew(_ options: String..., of what: String) throws {
      #expect(try check(options) == check(options + ["--no-cache"]), "\(what)")
      known += 1
      #expect(entries.count == known, "\(what)")
    }
    try expectNew("org", of: "the first")
    try expectNew("org/a.yaml", of: "paths")
    try expectNew("org", "--today", "2026-11-25", of: "day")
    try expectNew("org", "--profile", "strict", of: "profile")
    try expectNew("org", "--rule", "tl-*", of: "rule")
    try expectNew("org", "--skip", "tl-*", of: "skip")
    try expectNew("org", "--no-ignores", of: "no-ignores")
    try expectNew("org", "--within", "unit/labs", of: "within")
    try expectNew("org", "--redact", of: "redact")
    try expectNew("org", "--baseline", "empty.json", of: "baseline")
    try expectNew("org", "--config", "other.yaml", of: "config")
    try orglint.write("empty.json", #"{ "format": "orglint-baseline/1", "findings": [ ] }"#)
    try expectNew("org", "--baseline", "empty.json", of: "bytes of the baseline")
    try orglint.write("other.yaml", "rules: { tl-missing: info }\n")
    try expectNew("org", "--config", "other.yaml", of: "bytes of the configuration")
    try orglint.write("org/b.yaml", "orglint: 1\npeople:\n  dee: { reports_to: anb }\n")
    try expectNew("org", of: "a byte of the design")
    try orglint.write("org/c.yaml", "orglint: 1\n")
    try expectNew("org", of: "a file")
    try FileManager.default.moveItem(
      at: orglint.folder.appending(path: "org/c.yaml"),
      to: orglint.folder.appending(path: "org/d.yaml")
    )
    try expectNew("org", of: "the name of a file")
    try orglint.write("org/e.yaml", "people: {}\nunits: {}\n")
    try expectNew("org", of: "a file that is no org file")
    try orglint.link("org/f.yaml", to: "/etc/hosts")
    try expectNew("org", of: "a link that leads out")
    try orglint.write(".orglint.yaml", "extends: [./rules]\n")
    try orglint.write("rules/x-app.yaml", CacheTests.rule)
    try expectNew("org", of: "a rule")
    try orglint.write("rules/x-app.yaml", CacheTests.rule.replacing("forbidden", with: "unwanted"))
    try expectNew("org", of: "a byte of a rule")
  }

  private static let rule = """
    id: x-app
    family: x
    title: nothing is called app
    severity: error
    profiles: [recommended]
    since: 0.1.0
    origin: []
    for: product
    flag: "product.id == 'app'"
    targets: [product]
    at: product
    message: "'app' is forbidden"
    why: it is
    help: rename it
    rationale: |
      To be told.
    sources:
      - { text: "none", grade: D }
    examples:
      - name: app
        design: |
          products: { app: {} }  # expect: x-app

    """

  /// A new option belongs into one: it decides what is found, or how it is told.
  @Test func `every option of check is in one of the lists`() throws {
    let inKey = [
      "config", "no-config", "today", "redact", "profile", "rule", "skip", "baseline",
      "no-ignores", "within",
    ]
    let notKept = ["since", "stdin-filename", "statistics", "list-files", "no-cache"]
    let toldAnew = [
      "format", "output", "report", "color", "quiet", "verbose", "sarif-include-suppressed",
      "fail-on", "max-warnings", "allow-empty", "jobs",
    ]
    let dump = try orglint.run("check", "--experimental-dump-help").output
    let names = dump.matches(of: /"kind" : "long",\s*"name" : "([^"]+)"/).map { String($0.1) }
    #expect(Set(names) == Set(inKey + notKept + toldAnew + ["help", "version"]))
  }

  // MARK: - What is damaged or in the way

  @Test(arguments: ["empty", "half", "noise", "link", "closed", "large"])
  func `an entry that is none is written anew`(damage: String) throws {
    let plain = try check(["org"])
    let entry = try #require(entries.first)
    let bytes = try Data(contentsOf: entry)
    try FileManager.default.removeItem(at: entry)
    let path = entry.path(percentEncoded: false)
    switch damage {
    case "empty": try Data().write(to: entry)
    case "half": try bytes.prefix(bytes.count / 2).write(to: entry)
    case "noise": try Data(bytes.reversed()).write(to: entry)
    case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    case "closed":
      try Data().write(to: entry)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    default: try Data(count: 9 << 20).write(to: entry)
    }
    #expect(try check(["org"]) == plain)
    #expect(try Data(contentsOf: entry) == bytes)
  }

  @Test func `a pipe, a device and a folder in place of an entry are left alone`() throws {
    let plain = try check(["org"])
    let entry = try #require(entries.first)
    try FileManager.default.removeItem(at: entry)
    try FileManager.default.createDirectory(at: entry, withIntermediateDirectories: false)
    #expect(try check(["org"]) == plain)
    #expect(entries == [entry])
    try FileManager.default.removeItem(at: entry)
    try FileManager.default.createSymbolicLink(
      atPath: entry.path(percentEncoded: false),
      withDestinationPath: "/dev/zero"
    )
    #expect(try check(["org"]) == plain)
  }

  @Test func `without a folder to write to nothing is kept and nothing is said`() throws {
    let plain = try check(["org", "--no-cache"])
    for (name, value) in [
      ("XDG_CACHE_HOME", ""), ("XDG_CACHE_HOME", "relative"), ("XDG_CACHE_HOME", "/dev/null"),
      ("XDG_CACHE_HOME", "/nonexistent/cache"), ("HOME", "/nonexistent"),
    ] {
      var environment = [name: value]
      if name == "HOME" { environment["XDG_CACHE_HOME"] = "" }
      #expect(try check(["org"], environment: environment) == plain, "\(name)=\(value)")
    }
    #expect(!FileManager.default.fileExists(atPath: "/nonexistent"))
    #expect(entries.isEmpty)
  }

  @Test func `without XDG_CACHE_HOME the folder is below the home`() throws {
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: false)
    let home = cache.path(percentEncoded: false)
    for ignored in ["", "relative"] {
      _ = try check(["org"], environment: ["XDG_CACHE_HOME": ignored, "HOME": home])
      let kept = try FileManager.default.subpathsOfDirectory(atPath: home)
      #expect(kept.contains { $0.hasPrefix(".cache/orglint/") && $0.hasSuffix(".run") })
      try FileManager.default.removeItem(at: cache.appending(path: ".cache"))
    }
    #expect(
      !FileManager.default.fileExists(atPath: orglint.folder.appending(path: "relative").path())
    )
  }

  @Test(arguments: [
    ("orglint", 0o777), ("orglint", 0o770), ("orglint", 0o702), ("", 0o777), ("", 0o770),
    ("..", 0o777), ("..", 0o720),
  ])
  func `a folder in which others may put something is not used`(
    folder: String,
    mode: Int
  ) throws {
    _ = try check(["org"])
    try forge("'app' has no technology lead", to: "'app' has no technology LEAD")
    #expect(try check(["org"]).output.contains("technology LEAD"))
    let path = cache.appending(path: folder).standardizedFileURL.path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(try !check(["org"]).output.contains("technology LEAD"))
  }

  @Test func `a folder below one like that for temporary files is used`() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o1777],
      ofItemAtPath: orglint.folder.path(percentEncoded: false)
    )
    _ = try check(["org"])
    try forge("'app' has no technology lead", to: "'app' has no technology LEAD")
    #expect(try check(["org"]).output.contains("technology LEAD"))
  }

  @Test func `links lead to no other file`() throws {
    let plain = try check(["org"])
    let entry = try #require(entries.first)
    let path = entry.path(percentEncoded: false)
    try orglint.write("precious.run", "mine")
    try FileManager.default.removeItem(at: entry)
    try FileManager.default.createSymbolicLink(
      atPath: path,
      withDestinationPath: orglint.folder.appending(path: "precious.run").path()
    )
    #expect(try check(["org"]) == plain)
    #expect(try orglint.read("precious.run") == "mine")
    let folder = cache.appending(path: "orglint")
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(percentEncoded: false),
      withDestinationPath: orglint.folder.path()
    )
    #expect(try check(["org"]) == plain)
    let runs = try FileManager.default.contentsOfDirectory(atPath: orglint.folder.path())
      .filter { $0.hasSuffix(".run") }
    #expect(runs == ["precious.run"])
  }

  @Test func `the folder is for its user alone`() throws {
    _ = try check(["org"])
    for folder in [cache, cache.appending(path: "orglint")] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.path(percentEncoded: false)
      )
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }

  // MARK: - Many runs

  @Test func `runs at the same time do not disturb one another`() async throws {
    let plain = try check(["org", "--no-cache"])
    for _ in 0..<3 {
      try await withThrowingTaskGroup(of: Orglint.Outcome.self) { group in
        for _ in 0..<6 { group.addTask { try check(["org"]) } }
        for try await outcome in group { #expect(outcome == plain) }
      }
      #expect(entries.count == 1 && entries.allSatisfy { $0.pathExtension == "run" })
      try FileManager.default.removeItem(at: cache)
    }
  }

  @Test func `old entries go, and nothing else does`() throws {
    _ = try check(["org"])
    let folder = cache.appending(path: "orglint")
    func add(_ name: String, age: TimeInterval) throws {
      let file = folder.appending(path: name)
      try Data("x".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: Date() - age],
        ofItemAtPath: file.path(percentEncoded: false)
      )
    }
    for number in 0..<120 { try add("old-\(number).run", age: TimeInterval(100 + number)) }
    try add("notes.txt", age: 1e7)
    try add(".orglint-unfinished-1", age: 7200)
    try add(".orglint-unfinished-2", age: 60)
    _ = try check(["org", "--today", "2026-11-25"])
    let names = Set(entries.map(\.lastPathComponent))
    #expect(names.count { $0.hasSuffix(".run") } == 100)
    #expect(names.contains("old-97.run") && !names.contains("old-98.run"))
    #expect(names.contains("notes.txt") && names.contains(".orglint-unfinished-2"))
    #expect(!names.contains(".orglint-unfinished-1"))
  }
}
