package import CEL
import Foundation

extension ConformanceTest {
  /// Runs the test; returns what came out instead of what it expects, or nil.
  func run() -> String? {
    let environment = environment
    let compiled =
      isUnchecked
      ? environment.compileUnchecked(expression) : environment.compile(expression)
    switch compiled {
    case .failure(let failure):
      return "problems: " + failure.problems.map(\.message).joined(separator: "; ")
    case .success(let checked):
      if case .typed(_, let type) = expectation, checked.type.description != type {
        return "type \(checked.type), expected \(type)"
      }
      return isOnlyChecked ? nil : compare(evaluate(checked, in: environment))
    }
  }

  private var environment: Environment {
    var variables: [VariableDeclaration] = []
    var functions: [FunctionDeclaration] = []
    for declaration in declarations {
      if let variable = declaration.ident {
        variables.append(
          VariableDeclaration(declaration.name, CELType(conformanceText: variable.type))
        )
      }
      if let function = declaration.function {
        functions.append(
          FunctionDeclaration(declaration.name, "", overloads: function.overloads.map(\.overload))
        )
      }
    }
    let declared = Set(variables.map(\.name))
    for name in bindings.keys.sorted() where !declared.contains(name) {
      variables.append(VariableDeclaration(name, .dyn))
    }
    return Environment(
      variables: variables,
      functions: functions,
      container: container,
      timeZones: { zone in loadTimeZone(zone) }
    )
  }

  private func evaluate(_ checked: CheckedExpression, in environment: Environment) -> Value {
    var frame = environment.makeFrame()
    for (name, binding) in bindings {
      guard let slot = environment.slot(of: name), let value = binding.value.value else { continue }
      frame[slot] = value
    }
    return Program(checked).evaluate(&frame, host: EmptyHost())
  }

  private func compare(_ value: Value) -> String? {
    switch expectation {
    case .value(let expected), .typed(.some(let expected), _):
      expected.matches(value) ? nil : "value \(value), expected \(expected)"
    case .typed(nil, _): nil
    case .failure: value.isError ? nil : "value \(value), expected a failure"
    case .other: "an expectation that can't be met"
    }
  }
}

extension ConformanceTest.Declaration.Overload {
  fileprivate var overload: Overload {
    let types = params.map { CELType(conformanceText: $0) }
    let result = CELType(conformanceText: result)
    return receiver ? .member(types, result) : .function(types, result)
  }
}

/// Reads the rules of a time zone from where systems keep them.
package func loadTimeZone(_ name: String) -> TimeZoneRules? {
  guard !name.hasPrefix("/"), !name.contains("..") else { return nil }
  let file = URL(filePath: "/usr/share/zoneinfo").appending(path: name)
  guard let data = try? Data(contentsOf: file) else { return nil }
  return TimeZoneRules(tzif: Array(data))
}
