import CEL

extension CELType {
  /// Reads a type as the conformance suite writes it, such as map(string, list(int)).
  init(conformanceText text: String) {
    let (name, parts) = Self.cut(text)
    let types = parts.map { CELType(conformanceText: $0) }
    let plain: [String: CELType] = [
      "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
      "string": .string, "bytes": .bytes, "timestamp": .timestamp, "duration": .duration,
      "dyn": .dyn,
    ]
    switch (name, types.count) {
    case ("list", 1): self = .list(types[0])
    case ("map", 2): self = .map(key: types[0], value: types[1])
    case ("wrapper", 1): self = .wrapper(types[0])
    case ("optional_type", 1): self = .optional(types[0])
    case ("type", 1): self = .type(types[0])
    case ("param", 1): self = .parameter(parts[0])
    default: self = plain[name] ?? .opaque(name, types)
    }
  }

  /// Cuts a type's text into its name and the texts between the outermost parentheses.
  private static func cut(_ text: String) -> (String, [String]) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return (text, []) }
    var parts = [""]
    var depth = 0
    for character in text[text.index(after: open)...].dropLast() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else if !(character == " " && parts[parts.count - 1].isEmpty) {
        parts[parts.count - 1].append(character)
      }
    }
    return (String(text[..<open]), parts)
  }
}
