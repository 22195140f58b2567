/// The value of a scalar by the YAML 1.2 core schema.
package enum YAMLScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)

  /// A number that is no whole one, or that no `Int` can hold.
  case float(Double)

  /// Text; `YAMLFile.text(of:)` gives it.
  case string
}

extension YAMLFile {
  /// Returns the value of a scalar; collections and aliases are taken for strings.
  ///
  /// Quoted and block scalars are strings; an explicit tag of the core schema decides before the
  /// style, and any other tag makes a string.
  package func scalar(_ node: Int) -> YAMLScalar {
    guard nodes[node].kind == .scalar else { return .string }
    switch nodes[node].tag {
    case .none:
      return nodes[node].style == .plain ? CoreSchema.value(of: textBytes(of: node)) : .string
    case .null: return .null
    case .bool, .int, .float: return CoreSchema.value(of: textBytes(of: node))
    case .nonSpecific, .string, .sequence, .mapping, .other: return .string
    }
  }

  /// Returns whether a node is a scalar without a value: `~`, `null` or nothing at all.
  package func isNull(_ node: Int) -> Bool {
    guard nodes[node].kind == .scalar else { return false }
    switch nodes[node].tag {
    case .none where nodes[node].style != .plain: return false
    case .null: return true
    case .none, .bool, .int, .float: return withTextBytes(of: node, CoreSchema.isNull)
    case .nonSpecific, .string, .sequence, .mapping, .other: return false
    }
  }

  /// Returns the value of a boolean, `true` or `false`; nil for anything else.
  package func bool(_ node: Int) -> Bool? {
    guard case .bool(let value) = scalar(node) else { return nil }
    return value
  }

  /// Returns the value of a whole number that fits an `Int`; nil for anything else.
  package func int(_ node: Int) -> Int? {
    guard case .int(let value) = scalar(node) else { return nil }
    return value
  }

  /// Returns the value of a number, which may be infinite or not a number; nil for anything else.
  package func number(_ node: Int) -> Double? {
    switch scalar(node) {
    case .int(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// Returns the days from 1970-01-01 to a date `YYYY-MM-DD` in any style; nil for anything else.
  package func day(_ node: Int) -> Int? {
    guard nodes[node].kind == .scalar else { return nil }
    return CalendarDate.day(of: textBytes(of: node))
  }

  /// Returns what YAML readers of another version or schema take a plain scalar for; nil if text.
  package func ambiguity(_ node: Int) -> YAMLAmbiguity? {
    guard nodes[node].kind == .scalar, nodes[node].style == .plain, nodes[node].tag == .none
    else { return nil }
    return YAMLAmbiguity(textBytes(of: node))
  }

  /// Returns whether some YAML readers take a plain scalar for something else than text.
  package func isAmbiguous(_ node: Int) -> Bool {
    ambiguity(node) != nil
  }
}
