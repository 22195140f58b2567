import SourceText
import Testing
import YAMLSyntax

@Suite struct EntriesTests {
  /// Renders entries as `key=value@place`, the place as it is written.
  private func entries(_ yaml: String, of key: String) -> [String] {
    let file = parse(yaml)
    guard let mapping = file.value(named: key, in: 0)?.value else { return [] }
    return file.entries(of: mapping).map { entry in
      let place = file.slices[entry.place]
      return "\(file.text(of: entry.key))=\(file.text(of: entry.value))@\(place)"
    }
  }

  @Test(arguments: [
    ("m: {x: 1, y: 2}", ["x=1@1", "y=2@2"]),
    ("m: {}", []),
    ("m: 3", []),
    // An explicit key beats a merged one, wherever it stands.
    ("a: &a {x: 1, y: 2}\nm: {<<: *a, x: 3}", ["x=3@3", "y=2@*a"]),
    ("a: &a {x: 1, y: 2}\nm: {x: 3, <<: *a}", ["x=3@3", "y=2@*a"]),
    // An earlier merged mapping beats a later one.
    ("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nm: {<<: [*b, *a]}", ["x=2@*b", "y=2@*b"]),
    ("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nm: {<<: [*a, *b]}", ["x=1@*a", "y=2@*b"]),
    // A merged mapping may merge, the place is the alias in this mapping.
    ("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nm: {<<: *b}", ["y=2@*b", "x=1@*b"]),
    // A list of mappings behind one alias, a mapping in place, an aliased value in it.
    ("l: &l [{x: 1}, {y: 2}]\nm: {<<: *l}", ["x=1@*l", "y=2@*l"]),
    ("v: &v 7\nm: {<<: {x: *v, y: 1}}", ["x=7@*v", "y=1@1"]),
    // Only a plain key in block or flow style merges.
    ("a: &a {x: 1}\nm: {\"<<\": *a}", ["<<=@*a"]),
    // Two merge keys are a mistake of their own; what either brings in counts, the first one first.
    ("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nm: {<<: *a, <<: *b}", ["x=1@*a", "y=2@*b"]),
    ("k: &k key\nm: {*k : 1}", ["key=1@1"]),
  ])
  func `merge keys are applied`(yaml: String, expected: [String]) {
    #expect(entries(yaml, of: "m") == expected)
  }

  @Test(arguments: ["{<<: 1}", "{<<: [1, {a: b}]}", "{<<: }", "a: &a x\nb: {<<: *a}"])
  func `a merge of no mapping is a problem`(yaml: String) {
    let file = parse(yaml)
    #expect(file.problems.map(\.id) == [.type])
  }

  @Test func `what can be merged is, beside what cannot`() {
    let file = parse("{<<: [1, {a: b}, [c]]}")
    #expect(file.problems.map(\.span.bytes) == [6..<7, 17..<20])
    #expect(file.entries(of: 0).map { file.text(of: $0.key) } == ["a"])
  }

  @Test func `a merge key that leads nowhere is one problem`() {
    #expect(parse("{<<: *nobody}").problems.map(\.id) == [.syntax])
    #expect(parse("a: <<\n").problems == [])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n\"a\": 4\n", ["0 10", "0 15"]),
    ("a: 1\nA: 2\n", []),
    ("{a, a}", ["1 4"]),
    ("k: &k x\nx: 1\n*k : 2\n", ["8 13"]),
    ("? [a]\n: 1\n? [a]\n: 2\n", []),
  ])
  func `duplicate keys are found`(yaml: String, expected: [String]) {
    #expect(duplicates(parse(yaml)) == expected)
  }

  @Test func `duplicate keys of a large mapping are found`() {
    let keys = (0..<1000).map { "key-\($0): 1\n" }.joined()
    let file = parse(keys + "key-0: 2\nkey-999: 3\n")
    let last = keys.utf8.count
    #expect(duplicates(file) == ["0 \(last)", "\(last - 11) \(last + 9)"])
    #expect(duplicates(parse(keys)) == [])
  }

  private func duplicates(_ file: YAMLFile) -> [String] {
    file.duplicateKeys(of: 0).map { "\(file.nodes[$0.first].start) \(file.nodes[$0.second].start)" }
  }
}
