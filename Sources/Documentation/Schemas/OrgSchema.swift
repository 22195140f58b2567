import OrgModel

/// The JSON Schema of org files, written from the table of fields that the reader works with.
///
/// It takes what the reader takes without a problem of its own, with one exception: a key of one
/// plain value cannot be null, so that an editor marks `{ vacant }`, where a value was forgotten.
package enum OrgSchema {
  /// The schema of one document of an org file.
  package static let node: JSONNode = {
    let version: JSONNode = [
      "const": 1, "description": "The version of the format; every org file has it.",
    ]
    let sections = Section.allCases.map { ($0.rawValue, schema(of: $0)) }
    let root = SchemaParts.mapping([("orglint", version)] + sections, required: ["orglint"])
    let shapes = Shape.allCases.map { ($0.name, definition(of: $0)) }
    return SchemaParts.schema(
      "Org design",
      "One file of an organization design, as orglint reads it.",
      of: root,
      definitions: shapes + [("id", id)]
    )
  }()

  /// No blank and no ASCII sign other than those an id takes; letters of every script.
  private static let id: JSONNode = [
    "pattern": ##"^[^\u0000-*,/:-?\[-^`{-\u007f]{1,128}$"##,
    "description": "An id: letters and digits of any script, and - _ . @ +.",
  ]

  private static func schema(of section: Section) -> JSONNode {
    switch section {
    case .organization: SchemaParts.definition("organization")
    case .incentives:
      SchemaParts.orNull(
        SchemaParts.mapping(
          to: SchemaParts.orNull(SchemaParts.list(of: SchemaParts.definition("incentive")))
        )
      )
    case .waivers: ["type": ["array", "null"], "items": SchemaParts.definition("waiver")]
    default: entries(of: section)
    }
  }

  private static func entries(of section: Section) -> JSONNode {
    guard let shape = section.kind?.shape else { return true }
    let entries = SchemaParts.mapping(to: SchemaParts.definition(shape.name))
    return SchemaParts.orNull(entries.with("propertyNames", SchemaParts.definition("id")))
  }

  private static func definition(of shape: Shape) -> JSONNode {
    let properties = shape.fields.map { field in
      (field.key, schema(of: field).with("description", .text(description(of: field))))
    }
    let mapping = SchemaParts.mapping(properties, required: required(of: shape))
    return mayBeNull(shape) ? SchemaParts.orNull(mapping) : mapping
  }

  /// Whether nothing may stand in the place of the mapping: `ana:` is a person without fields.
  private static func mayBeNull(_ shape: Shape) -> Bool {
    switch shape {
    case .step, .parallel, .anyOf, .influence, .limit, .incentive, .waiver: false
    default: true
    }
  }

  /// The few keys without which a mapping says nothing.
  private static func required(of shape: Shape) -> [String] {
    switch shape {
    case .step: [Field.stepAs.key]
    case .influence: [Field.influenceEffect.key]
    default: []
    }
  }

  private static func description(of field: Field) -> String {
    SchemaParts.sentence(field.spec.summary) + " " + SchemaParts.sentence(field.type.wanted)
  }
}
