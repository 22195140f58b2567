/// Pieces of JSON Schema that the schemas share.
enum SchemaParts {
  /// Returns a whole schema: what a file is, and the definitions that this refers to.
  static func schema(
    _ title: String,
    _ description: String,
    of file: JSONNode,
    definitions: [(String, JSONNode)]
  ) -> JSONNode {
    let head: JSONNode = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .text(title),
      "description": .text(description),
    ]
    return head.merging(file).with("$defs", .members(definitions))
  }

  /// Any scalar that has a value: an id or a text may look like a number.
  static let scalar: JSONNode = ["type": ["string", "number", "boolean"]]

  /// A scalar, or nothing.
  static let scalarOrNull: JSONNode = ["type": ["string", "number", "boolean", "null"]]

  static let date: JSONNode = [
    "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  ]

  /// Returns a reference to a definition of the same schema.
  static func definition(_ name: String) -> JSONNode {
    .members([("$ref", .text("#/$defs/" + name))])
  }

  /// Returns what takes any of the schemas.
  static func any(of schemas: JSONNode...) -> JSONNode {
    .members([("anyOf", .list(schemas))])
  }

  /// Returns a schema that takes no value as well.
  static func orNull(_ schema: JSONNode) -> JSONNode {
    if schema["type"] != nil { return schema.taking("null") }
    guard case .list(let schemas)? = schema["anyOf"] else {
      return any(of: schema, ["type": "null"])
    }
    return schema.with("anyOf", .list(schemas + [["type": "null"]]))
  }

  /// Returns what takes one value or a list of values.
  static func list(of element: JSONNode) -> JSONNode {
    guard element["type"] != nil else {
      return any(of: element, .members([("type", "array"), ("items", element)]))
    }
    return element.taking("array").with("items", element)
  }

  /// Returns a mapping with known keys; it takes further ones that begin with `x-`.
  static func mapping(
    _ properties: [(String, JSONNode)],
    required: [String] = [],
    allowsExtensions: Bool = true
  ) -> JSONNode {
    var members: [(String, JSONNode)] = [("type", "object")]
    if !required.isEmpty { members.append(("required", .texts(required))) }
    members.append(("properties", .members(properties)))
    if allowsExtensions { members.append(("patternProperties", ["^x-": true])) }
    members.append(("additionalProperties", false))
    return .members(members)
  }

  /// Returns a mapping whose keys are ids or names.
  static func mapping(to value: JSONNode) -> JSONNode {
    .members([("type", "object"), ("additionalProperties", value)])
  }

  /// Returns a pattern that takes the words in any case.
  static func pattern(ofWords words: [String]) -> String {
    let forms = words.map { word in
      word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined()
    }
    return "^(?:\(forms.joined(separator: "|")))$"
  }

  /// Returns a text as a sentence: for whoever hovers over a key.
  static func sentence(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst() + "."
  }
}
