import CEL

/// The type of a rule's parameter.
package indirect enum ParameterType: Hashable, Sendable {
  case bool, int, double, string
  case list(ParameterType)
  case map(ParameterType)

  /// A pair of whole numbers, the second of which may be null for "or more".
  case range

  /// Reads `map(string, int)` and the like; nil for anything else.
  package init?(_ text: some StringProtocol) {
    switch text {
    case "bool": self = .bool
    case "int": self = .int
    case "double": self = .double
    case "string": self = .string
    case "range": self = .range
    default:
      guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
      let inner = text[text.index(after: open)...].dropLast()
      if text[..<open] == "list", let element = ParameterType(inner) {
        self = .list(element)
      } else if text[..<open] == "map", let comma = inner.firstIndex(of: ","),
        inner[..<comma].allSatisfy({ "string".contains($0) }),
        let value = ParameterType(
          inner[inner.index(after: comma)...].drop { $0 == " " }
        )
      {
        self = .map(value)
      } else {
        return nil
      }
    }
  }

  /// The type as a rule file writes it.
  package var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .range: "range"
    case .list(let element): "list(\(element.name))"
    case .map(let value): "map(string, \(value.name))"
    }
  }

  /// The type an expression sees.
  var expressionType: CELType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .range: .list(.wrapper(.int))
    case .list(let element): .list(element.expressionType)
    case .map(let value): .map(key: .string, value: value.expressionType)
    }
  }
}

/// The value of a parameter or a setting.
package indirect enum ParameterValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case list([ParameterValue])
  /// In the order of the file.
  case map([Entry])

  /// A key of a map with its value.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: ParameterValue

    package init(key: String, value: ParameterValue) {
      self.key = key
      self.value = value
    }
  }

  /// Whether a value fits a type; null fits any, as "not set".
  package func fits(_ type: ParameterType) -> Bool {
    switch (self, type) {
    case (.null, _), (.bool, .bool), (.int, .int), (.int, .double), (.double, .double),
      (.string, .string):
      true
    case (.list(let values), .list(let element)): values.allSatisfy { $0.fits(element) }
    case (.list(let values), .range):
      values.count == 2 && values.allSatisfy { $0.fits(.int) } && values[0] != .null
    case (.map(let entries), .map(let value)): entries.allSatisfy { $0.value.fits(value) }
    default: false
    }
  }

  /// Returns the value with another laid over it: maps merge key by key, all else is replaced.
  package func merged(with other: ParameterValue) -> ParameterValue {
    guard case .map(var entries) = self, case .map(let others) = other else { return other }
    for entry in others {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[index].value = entries[index].value.merged(with: entry.value)
      } else {
        entries.append(entry)
      }
    }
    return .map(entries)
  }

  /// Returns the value an expression sees.
  func expressionValue(_ type: ParameterType) -> Value {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let int): type == .double ? .double(Double(int)) : .int(int)
    case .double(let double): .double(double)
    case .string(let string): .string(string)
    case .list(let values):
      .list(ValueList(values.map { $0.expressionValue(type.element) }))
    case .map(let entries):
      .map(
        ValueMap(
          entries.map { ($0.key, $0.value.expressionValue(type.element)) }
        )
      )
    }
  }

  /// The value as a rule file or a configuration writes it, on one line.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .int(let int): String(int)
    case .double(let double):
      double == double.rounded() && abs(double) < 1e15 ? String(Int(double)) : String(double)
    case .string(let string): string
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    case .map(let entries):
      "{ " + entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + " }"
    }
  }
}

extension ParameterType {
  /// The type of the elements of a list, a range, or the values of a map; itself for the others.
  var element: ParameterType {
    switch self {
    case .list(let element), .map(let element): element
    case .range: .int
    default: self
    }
  }
}
