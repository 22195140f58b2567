/// One test of the language's conformance suite, as its JSON form has it.
package struct ConformanceTest: Decodable, Sendable {
  package let file: String
  package let section: String
  package let name: String
  package let expression: String
  let container: String
  let isUnchecked: Bool
  let isOnlyChecked: Bool
  let declarations: [Declaration]
  let bindings: [String: Binding]
  /// What must come out.
  package var expectation: Expectation
  let needsProto: Bool

  private enum CodingKeys: String, CodingKey {
    case file, section, name, container, bindings
    case expression = "expr"
    case isUnchecked = "disable_check"
    case isOnlyChecked = "check_only"
    case declarations = "type_env"
    case expectation = "expect"
    case needsProto = "needs_proto"
  }

  /// The test as a report names it.
  package var title: String { "\(file)/\(section)/\(name)" }

  /// A name that the expression may use: a variable or a function.
  struct Declaration: Decodable, Sendable {
    let name: String
    let ident: Variable?
    let function: Function?

    struct Variable: Decodable, Sendable {
      let type: String
    }

    struct Function: Decodable, Sendable {
      let overloads: [Overload]
    }

    struct Overload: Decodable, Sendable {
      let params: [String]
      let result: String
      let receiver: Bool
    }
  }

  struct Binding: Decodable, Sendable {
    let value: ExpectedValue
  }

  /// What a test expects: a value, a value and a type, or a failure of the evaluation.
  package enum Expectation: Decodable, Sendable {
    case value(ExpectedValue)
    case typed(ExpectedValue?, type: String)
    case failure
    /// What only implementations of other parts of the language can give.
    case other

    private enum CodingKeys: String, CodingKey {
      case value
      case typed = "typed_result"
      case error = "eval_error"
    }

    private struct Typed: Decodable {
      let result: ExpectedValue?
      let type: String

      enum CodingKeys: String, CodingKey {
        case result
        case type = "deduced_type"
      }
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if container.contains(.value) {
        self = .value(try container.decode(ExpectedValue.self, forKey: .value))
      } else if let typed = try container.decodeIfPresent(Typed.self, forKey: .typed) {
        self = .typed(typed.result, type: typed.type)
      } else {
        self = container.contains(.error) ? .failure : .other
      }
    }
  }
}
