import SourceText
import Testing
import YAMLSyntax

@Suite struct AliasTests {
  @Test func `an alias gives the anchored node, the latest of its name`() {
    let file = parse("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")
    #expect(file.problems == [])
    let values = file.entries(of: 0).map { (file.text(of: $0.value), file.slices[$0.place]) }
    #expect(values.map(\.0) == ["1", "1", "2", "2"])
    #expect(values.map(\.1) == ["1", "*x", "2", "*x"])
  }

  @Test func `an anchor holds within its document`() {
    let file = parse("a: &x 1\n---\nb: *x\n")
    #expect(file.problems.map(\.id) == [.syntax])
    #expect(file.problems.first?.message.contains("`*x`") == true)
    #expect(file.isComplete)
    // A broken alias gives itself and is still an alias.
    #expect(file.resolved(5) == 5 && file.nodes[5].kind == .alias)
  }

  @Test(arguments: ["&x [*x]", "a: &x {b: [1, *x]}", "&x\n? *x\n: 1\n", "&x {<<: *x}"])
  func `a value that contains itself is a problem`(yaml: String) {
    let file = parse(yaml)
    #expect(file.problems.map(\.id) == [.limit])
    #expect(file.problems.first?.related.count == 1)
    #expect(file.documents.allSatisfy { _ in walk(file) < 20 })
  }

  @Test func `an alias bomb is a problem and stays small`() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let file = parse(yaml)
    #expect(file.isComplete)
    #expect(file.problems.allSatisfy { $0.id == .limit } && !file.problems.isEmpty)
    let visited = walk(file)
    let limit = YAMLLimits.standard.aliasedNodesOfShortFile
    #expect(visited > limit / 10 && visited <= limit + 6 * file.nodes.count)
  }

  @Test func `aliases in a chain count as depth`() {
    var yaml = "a0: &a0 [x]\n"
    for level in 1...300 { yaml += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let file = parse(yaml)
    let limit = file.problems.filter { $0.id == .limit }
    // The root and the list it stands in are two levels, `*a254` would bring 255 more.
    let places = limit.map { String(decoding: file.source[$0.span.bytes], as: UTF8.self) }
    #expect(places == ["*a254"])
    #expect(depth(file, 0) == 256)
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
  func `nesting beyond the limit ends the file`(open: String, close: String) {
    let closers = { (count: Int) in String(repeating: close, count: count) }
    let deep = parse(String(repeating: open, count: 256) + "x" + closers(256))
    #expect(deep.problems == [] && deep.isComplete)
    let tooDeep = parse(String(repeating: open, count: 257) + "x" + closers(257))
    #expect(tooDeep.problems.map(\.id) == [.limit])
    #expect(!tooDeep.isComplete && tooDeep.shapeFlaws == [])
    let abyss = parse(String(repeating: open, count: 100_000))
    #expect(abyss.problems.map(\.id) == [.limit] && abyss.shapeFlaws == [])
  }

  @Test func `what is before a limit is kept`() {
    let file = parse("a: 1\nb: " + String(repeating: "[", count: 300))
    #expect(file.value(named: "a", in: 0).map { file.text(of: $0.value) } == "1")
    #expect(file.value(named: "b", in: 0).map { file.nodes[$0.value].kind } == .sequence)
  }

  @Test func `limits of nodes and bytes hold`() {
    var limits = YAMLLimits()
    limits.nodes = 4
    #expect(parse("[1, 2]", limits: limits).problems == [])
    #expect(parse("[1, 2, 3, 4, 5]", limits: limits).problems.map(\.id) == [.limit])
    limits.fileSize = 3
    let file = parse("a: b", limits: limits)
    #expect(file.problems.map(\.id) == [.limit] && file.nodes.isEmpty && !file.isComplete)
    #expect(parse("a:\n", limits: limits).problems == [])
  }

  @Test func `a file of nothing but problems ends early`() {
    let aliases = Array(repeating: "*x", count: 5000).joined(separator: ", ")
    let file = parse("[\(aliases)]")
    #expect(file.problems.count == 1001 && file.problems.last?.id == .limit && !file.isComplete)
    let merges = Array(repeating: "{<<: 1}", count: 5000).joined(separator: ", ")
    #expect(parse("[\(merges)]").problems.count == 1000)
  }

  @Test func `a short file has few values through aliases`() {
    let items = Array(repeating: "x", count: 1000).joined(separator: ", ")
    let aliases = Array(repeating: "*a", count: 200).joined(separator: ", ")
    let file = parse("- &a [\(items)]\n- [\(aliases)]\n")
    #expect(file.problems.map(\.id) == [.limit])
    #expect(walk(file) < 120_000)
    // Where more is written, more may be meant.
    let more = Array(repeating: "x", count: 60_000).joined(separator: ", ")
    #expect(parse("- [\(more)]\n- &a [\(items)]\n- [\(aliases)]\n").problems == [])
  }

  @Test func `directives that libyaml is slow for are a problem with a place`() {
    func tags(_ count: Int) -> String { (0..<count).map { "%TAG !e\($0)! x\n" }.joined() }
    let file = parse("a: 1\n...\n\(tags(500))---\nb: 1\n")
    #expect(file.problems.map(\.id) == [.limit] && !file.isComplete)
    let first = file.problems.first.map {
      String(decoding: file.source[$0.span.bytes], as: UTF8.self)
    }
    #expect(first == "%TAG !e100! x")
    #expect(file.documents.count == 1)
    let long = String(repeating: "x", count: 2000)
    #expect(parse("%TAG !e! \(long)\n---\na: !e!b 1\n").problems.map(\.id) == [.limit])
    let documents = String(repeating: "%TAG !e! x\n---\na: 1\n...\n", count: 500)
    #expect(parse(documents).problems == [] && parse(documents).documents.count == 500)
    #expect(parse("a: |\n" + String(repeating: "  %TAG\n", count: 500)).problems == [])
  }

  @Test func `many empty values at one mark cost no more than one`() {
    let comment = "#" + String(repeating: "c", count: 2_000_000) + "\n"
    let file = parse(String(repeating: "? ", count: 255) + "a " + comment + "b: 1\n")
    #expect(file.shapeFlaws == [])
    #expect(file.nodes.count { $0.range == 511..<511 } > 250)
  }

  /// Counts the nodes a reader visits that follows every alias.
  private func walk(_ file: YAMLFile) -> Int {
    var count = 0
    var pending = file.documents
    while let node = pending.popLast() {
      count += 1
      pending += file.children(of: file.resolved(node))
    }
    return count
  }

  private func depth(_ file: YAMLFile, _ node: Int) -> Int {
    let children = file.children(of: file.resolved(node)).map { depth(file, $0) }
    let isCollection = [.sequence, .mapping].contains(file.nodes[file.resolved(node)].kind)
    return (children.max() ?? 0) + (isCollection ? 1 : 0)
  }
}
