package import Foundation

/// Checks JSON against the words of JSON Schema that published schemas and orglint's own use.
package struct JSONSchema {
  private let root: [String: Any]

  package init(file: URL) throws {
    try self.init(String(decoding: Data(contentsOf: file), as: UTF8.self))
  }

  package init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = value as? [String: Any] ?? [:]
  }

  /// Returns what is wrong with a value made of the types of JSON.
  package func problems(in value: Any) -> [String] { problems(value, root, at: "$") }

  /// Returns what is wrong with a value, each problem with its path.
  package func problems(in text: String) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: Data(text.utf8)), root, at: "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      return problems(value, resolved(reference), at: path)
    }
    var found: [String] = []
    if let type = schema["type"], !JSONSchema.names(of: value).contains(where: fits(type)) {
      found.append("\(path): is no \(type)")
    }
    let allowed = schema["enum"] as? [Any] ?? schema["const"].map { [$0] }
    if let allowed, !allowed.contains(where: { "\($0)" == "\(value)" }) {
      found.append("\(path): '\(value)' is none of \(allowed)")
    }
    found += limits(value, schema, at: path)
    if let object = value as? [String: Any] { found += members(object, schema, at: path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() {
        found += problems(item, items, at: "\(path)[\(index)]")
      }
    }
    return found + alternatives(value, schema, at: path)
  }

  private func members(
    _ object: [String: Any],
    _ schema: [String: Any],
    at path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let patterns = (schema["patternProperties"] as? [String: Any] ?? [:]).keys
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): lacks '\($0)'" }
    for (key, value) in object {
      if let names = schema["propertyNames"] as? [String: Any] {
        found += problems(key, names, at: "\(path): the key '\(key)'")
      }
      if let property = properties[key] {
        found += problems(value, property, at: "\(path).\(key)")
      } else if patterns.contains(where: { key.range(of: $0, options: .regularExpression) != nil })
      {
        continue
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += problems(value, others, at: "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): has '\(key)'")
      }
    }
    return found
  }

  private func limits(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var found: [String] = []
    if let number = value as? Int, let least = schema["minimum"] as? Int, number < least {
      found.append("\(path): \(number) is below \(least)")
    }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): '\(text)' does not match \(pattern)")
    }
    if let array = value as? [Any] {
      if let least = schema["minItems"] as? Int, array.count < least {
        found.append("\(path): fewer than \(least) items")
      }
      if schema["uniqueItems"] as? Bool == true, Set(array.map { "\($0)" }).count < array.count {
        found.append("\(path): equal items")
      }
    }
    return found
  }

  private func alternatives(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var found: [String] = []
    for all in schema["allOf"] as? [[String: Any]] ?? [] {
      found += problems(value, all, at: path)
    }
    if let condition = schema["if"] as? [String: Any] {
      let branch = problems(value, condition, at: path).isEmpty ? "then" : "else"
      found += problems(value, schema[branch] as? [String: Any] ?? [:], at: path)
    }
    for word in ["anyOf", "oneOf"] {
      guard let options = schema[word] as? [[String: Any]] else { continue }
      if options.allSatisfy({ !problems(value, $0, at: path).isEmpty }) {
        found.append("\(path): fits no alternative")
      }
    }
    return found
  }

  private func resolved(_ reference: String) -> [String: Any] {
    reference.split(separator: "/").dropFirst().reduce(root) { schema, name in
      schema[String(name)] as? [String: Any] ?? [:]
    }
  }

  private func fits(_ type: Any) -> (String) -> Bool {
    { name in type as? String == name || (type as? [String])?.contains(name) == true }
  }

  private static func names(of value: Any) -> [String] {
    switch value {
    case is [String: Any]: ["object"]
    case is [Any]: ["array"]
    case is String: ["string"]
    case is NSNull: ["null"]
    case let number as NSNumber where isBoolean(number): ["boolean"]
    case is Int: ["integer", "number"]
    default: ["number"]
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    // Foundation gives a Boolean as a number of the type of one byte.
    unsafe String(cString: number.objCType) == "c"
  }
}
