import CEL
import Foundation
import Testing

@Suite struct FunctionTests {
  static let examples: [FunctionDeclaration.Example] =
    Environment().functions.flatMap(\.examples) + MacroDeclaration.all.flatMap(\.examples)

  @Test(arguments: examples)
  func `examples give what they say`(example: FunctionDeclaration.Example) throws {
    let environment = Environment()
    let value = Program(try environment.compile(example.expression).get()).evaluate()
    if example.result.hasPrefix("error: ") {
      #expect(value.text == example.result)
    } else {
      let expected = Program(try environment.compile(example.result).get()).evaluate()
      #expect(value.isEqual(to: expected), "\(value) is not \(expected)")
    }
  }

  @Test func `every function and macro has an example`() {
    let without = Environment().functions.filter(\.examples.isEmpty).map(\.name)
    #expect(without == [])
    #expect(MacroDeclaration.all.filter(\.examples.isEmpty).map(\.forms) == [])
  }

  @Test func `the reference is current`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/cel-functions.md")
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written == FunctionReference.standard,
      "write it anew with: make docs"
    )
  }

  @Test func `the host's functions join those of the same name`() throws {
    let size = FunctionDeclaration(
      "size",
      "",
      overloads: [.function([.bool], .int) { _, _ in .int(-1) }]
    )
    let environment = Environment(functions: [size])
    let program = Program(try environment.compile("[size(true), size('abc')]").get())
    #expect(program.evaluate().text == "[-1, 3]")
  }
}
