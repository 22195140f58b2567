import Diagnostics
import Linting
import RuleLanguage
import SourceText
import Testing

/// What a configuration says comes out as it was meant.
struct ConfigurationValueTests {
  private static func decode(_ texts: [String]) -> Configuration {
    let files = texts.enumerated().map { index, text in
      ConfigurationFile(path: "\(index).yaml", bytes: Array(text.utf8), file: FileID(index))
    }
    let decoded = ConfigurationDecoder.decode(
      files,
      rules: ConfigurationMistakeTests.rules,
      version: "0.1.0",
      workingDirectory: "/company"
    )
    #expect(decoded.problems.isEmpty)
    return decoded.configuration
  }

  @Test func `a file is laid over those it extends: maps merge and lists replace`() {
    let configuration = Self.decode([
      """
      exclude: [a]
      settings: { near: 2, tag_words: { cost: [spend], speed: [fast] } }
      rules:
        po-multiple: { severity: warning, max: 2 }
        dec-path-too-deep: { max_hands: { tactical: 1, strategic: 5 } }
      """,
      """
      exclude: [b]
      settings: { max_path: 3, tag_words: { cost: [bill] } }
      rules:
        po-multiple: error
        dec-path-too-deep: { max_hands: { tactical: 3 } }
      """,
    ])
    #expect(configuration.exclude?.value.map(\.text) == ["b"])
    #expect(configuration.settings["near"]?.value.text == "2")
    #expect(configuration.settings["max_path"]?.value.text == "3")
    #expect(configuration.settings["tag_words"]?.value.text == "{ cost: [bill], speed: [fast] }")
    let owners = configuration.choices["po-multiple"]
    #expect(owners?.level?.value == .on(.error))
    #expect(owners?.level?.place.file == FileID(1))
    #expect(owners?.parameters["max"]?.value == .int(2))
    #expect(owners?.parameters["max"]?.place.file == FileID(0))
    let hands = configuration.choices["dec-path-too-deep"]?.parameters["max_hands"]?.value.text
    #expect(hands == "{ tactical: 3, strategic: 5 }")
  }

  @Test func `a full id beats a pattern wherever it stands`() {
    let choices = Self.decode(["rules: { po-missing: info, \"po-*\": off }"]).choices
    #expect(choices["po-missing"]?.level?.value == .on(.info))
    #expect(choices["po-multiple"]?.level?.value == .off)
  }

  @Test func `a pattern passes fixed rules by`() {
    let choices = Self.decode(["rules: { \"ref-*\": off }"]).choices
    #expect(choices["ref-orphan"]?.level?.value == .off)
    #expect(choices["ref-cycle"]?.level == nil)
  }

  @Test(arguments: [
    (">= 0.1", "0.1.0", true), (">= 0.1", "0.0.9", false), ("< 2", "1.99.3", true),
    (">= 0.2, < 1", "0.1.0", false), (">= 0.2, < 1", "0.9", true), ("= 1.2", "1.2.0", true),
    ("> 1.2", "1.2.0", false), ("<= 1.2", "1.2.1", false),
  ])
  func `a version meets a requirement or not`(
    requirement: String,
    version: String,
    isMet: Bool
  ) throws {
    #expect(try #require(VersionRequirement(requirement)).admits(version) == isMet)
  }

  @Test(arguments: ["", "0.1", ">= x", ">= 0.1,", ">= 1.2.3.4", "~> 1", ">= 99999999999999999999"])
  func `what is no version requirement is refused`(text: String) {
    #expect(VersionRequirement(text) == nil)
  }

  @Test(arguments: [
    ("org", "org/a.yaml", true), ("org/*", "org/a/b.yaml", true),
    ("org/*.yaml", "org/a.yaml", true),
    ("org/*.yaml", "org/x/a.yaml", false), ("org/**/old.yaml", "org/old.yaml", true),
    ("org/**/old.yaml", "org/x/y/old.yaml", true), ("**/old.yaml", "old.yaml", true),
    ("org/arch?ve/**", "org/archive/a.yaml", true), ("org/archive/**", "org/archive", false),
    ("./org/../org/a.yaml", "org/a.yaml", true), ("or", "org/a.yaml", false),
    ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false), (".", "x/y.yaml", true),
  ])
  func `a pattern matches a path or not`(pattern: String, path: String, isMatch: Bool) {
    let pattern = PathPattern(pattern, in: "", workingDirectory: "/company")
    #expect(pattern.matches(path) == isMatch)
  }

  @Test func `patterns count from their file's folder, paths from the working directory`() {
    let pattern = PathPattern("org/old", in: "../..", workingDirectory: "/company/teams/a")
    #expect(pattern.matches("../../org/old/a.yaml"))
    #expect(pattern.matches("/company/org/old/a.yaml"))
    #expect(!pattern.matches("org/old/a.yaml"))
  }
}
