import Diagnostics
import Linting
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// Designs and rule files broken at random, the same way in every run.
@Suite struct BrokenDesignTests {
  @Test func `no design makes orglint trap or point outside its files`() async throws {
    let samples = try Repository.yamlFiles(below: "samples")
    try #require(samples.count > 10)
    var random = SplitMix(seed: 1)
    var listed = 0
    for _ in 0..<Fuzz.rounds(120) {
      var files: [String: String] = [:]
      for _ in 0...random.below(4) {
        let sample = samples[random.below(samples.count)]
        var bytes = Array(sample.text.replacing("orglint: 1\n", with: "").utf8)
        for _ in 0..<random.below(5) { Fuzz.mutate(&bytes, &random) }
        files[sample.path] = String(decoding: bytes, as: UTF8.self)
      }
      let report = await Lint(files).report
      listed += report.findings.count
      for finding in report.findings {
        let span = finding.primary.span
        #expect(Int(span.end) <= report.sources[span.file].bytes.count)
        #expect(!finding.message.isEmpty && !finding.targets.isEmpty)
      }
      #expect(!report.findings.contains { $0.rule == "rule-failed" }, "\(files)")
    }
    #expect(listed > 500, "too little is found for the test to say anything")
  }

  @Test func `no rule file makes the reader or the compiler trap`() throws {
    let rules = try Repository.yamlFiles(below: "rules")
    try #require(rules.count > 50)
    let compiler = RuleCompiler()
    var random = SplitMix(seed: 2)
    var compiled = 0
    for _ in 0..<Fuzz.rounds(150) {
      let rule = rules[random.below(rules.count)]
      var bytes = Array(rule.text.utf8)
      for _ in 0..<random.below(3) { Fuzz.mutate(&bytes, &random) }
      let file = RuleFile(path: rule.path, bytes: bytes, file: FileID(0))
      let decoded = RuleDecoder.decode(file)
      guard let definition = decoded.rule else {
        #expect(!decoded.problems.isEmpty)
        continue
      }
      let result = compiler.compile(definition)
      #expect((result.rule == nil) == !result.problems.isEmpty)
      for problem in result.problems { #expect(Int(problem.primary.span.end) <= bytes.count) }
      compiled += result.rule == nil ? 0 : 1
    }
    #expect(compiled > 20, "too few rules stay whole for the test to say anything")
  }
}
