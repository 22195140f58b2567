package import CEL
import Foundation

/// A value as the conformance suite writes it: an object with the kind for its only key.
package indirect enum ExpectedValue: Decodable, Sendable {
  case value(Value)
  case list([ExpectedValue])
  case map([(ExpectedValue, ExpectedValue)])
  case type(String)
  /// A message or an enumeration, which the library does not have.
  case foreign

  private enum Kind: String, CodingKey {
    case null, bool, int, uint, double, string, bytes, list, map, type, duration, timestamp
  }

  private struct Time: Decodable {
    let seconds: String
    let nanos: Int
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    guard let kind = container.allKeys.first else {
      self = .foreign
      return
    }
    func text() throws -> String { try container.decode(String.self, forKey: kind) }
    func wrong() -> DecodingError {
      .dataCorruptedError(forKey: kind, in: container, debugDescription: "not a \(kind.rawValue)")
    }
    func unwrap<Wrapped>(_ optional: Wrapped?) throws -> Wrapped {
      guard let optional else { throw wrong() }
      return optional
    }
    switch kind {
    case .null: self = .value(.null)
    case .bool: self = .value(.bool(try container.decode(Bool.self, forKey: kind)))
    case .int: self = .value(.int(try unwrap(Int(try text()))))
    case .uint: self = .value(.uint(try unwrap(UInt(try text()))))
    case .double: self = .value(.double(try unwrap(Double(try text()))))
    case .string: self = .value(.string(try text()))
    case .bytes:
      self = .value(.bytes(Array(try unwrap(Data(base64Encoded: try text())))))
    case .type: self = .type(try text())
    case .list: self = .list(try container.decode([ExpectedValue].self, forKey: kind))
    case .map:
      let entries = try container.decode([[ExpectedValue]].self, forKey: kind)
      self = .map(try entries.map { ($0[0], try unwrap($0.count == 2 ? $0[1] : nil)) })
    case .timestamp, .duration:
      let time = try container.decode(Time.self, forKey: kind)
      let seconds = try unwrap(Int(time.seconds))
      self = .value(
        kind == .timestamp
          ? .timestamp(
            try unwrap(Timestamp(seconds: seconds, nanoseconds: Int32(time.nanos)))
          )
          : .duration(try unwrap(CELDuration(seconds: seconds, nanoseconds: time.nanos)))
      )
    }
  }

  /// The value as the library has it; nil for what it doesn't have.
  var value: Value? {
    switch self {
    case .value(let value): return value
    case .list(let elements):
      let values = elements.compactMap(\.value)
      return values.count == elements.count ? .list(ValueList(values)) : nil
    case .map(let entries):
      let values = entries.compactMap { entry -> (key: Value, value: Value)? in
        guard let key = entry.0.value, let value = entry.1.value else { return nil }
        return (key, value)
      }
      return values.count == entries.count ? ValueMap(values).map { .map($0) } : nil
    case .type, .foreign: return nil
    }
  }

  /// Returns whether a value is just what is expected: of the same kind and with the same content.
  package func matches(_ value: Value) -> Bool {
    switch (self, value) {
    case (.value(let expected), _): return Self.isSame(expected, value)
    case (.list(let expected), .list(let list)):
      return expected.count == list.count && zip(expected, list).allSatisfy { $0.matches($1) }
    case (.map(let expected), .map(let map)):
      return expected.count == map.count
        && expected.allSatisfy { key, value in
          map.entries.contains { key.matches($0.key) && value.matches($0.value) }
        }
    case (.type(let name), .type(let type)): return type.runtimeName == name
    default: return false
    }
  }

  private static func isSame(_ expected: Value, _ value: Value) -> Bool {
    switch (expected, value) {
    case (.double(let expected), .double(let value)):
      expected.isNaN ? value.isNaN : expected.bitPattern == value.bitPattern
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.string, .string),
      (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration):
      expected.isEqual(to: value)
    default: false
    }
  }
}
