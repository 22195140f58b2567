/// What the value of a field may be.
package enum FieldType: Hashable, Sendable {
  case text
  case texts
  case number
  /// A number that is not below 0.
  case amount
  /// A text that is compared and names no entry: blanks at its ends do not count.
  case name
  /// A number, or a text that is shown and not compared.
  case numberOrText
  case boolean
  case date
  /// One of a closed list of words.
  case choice([String])
  /// A step's part in a decision: a RAPID word or one of its aliases.
  case part
  /// One reference; a list is a wrong type.
  case reference([EntityKind])
  /// One reference where a list is read too, so that "two owners" is a finding of its own.
  case referenceOrList([EntityKind])
  case references([EntityKind])
  /// A selector, `anyone`, or a reference.
  case requester
  /// A selector, a reference, or an any-of of these.
  case actor
  /// Selectors or references.
  case actors
  /// A mapping with fields of its own.
  case shape(Shape)
  /// `{ min, max }`, or one number, which says one of the two by the direction of the goal.
  case target
  /// A mapping from references to percentages.
  case shares
  /// A mapping from products to persons.
  case anchors
  /// A mapping from metrics to influences, in the short or the long form.
  case influences
  /// A mapping from names to `{ min, max }`.
  case limits
  case steps
  /// The id of a step, within its decision.
  case stepID
  /// Ids of steps of the same decision.
  case stepIDs
  /// `kind/id`, `incentive/holder/metric` or `organization`.
  case waiverTarget

  /// The kinds a reference may be of, in the order they are tried; empty for other fields.
  package var kinds: [EntityKind] {
    switch self {
    case .reference(let kinds), .referenceOrList(let kinds), .references(let kinds): kinds
    case .requester: [.person]
    case .actor, .actors: [.person, .forum, .unit]
    case .shares: [.pocket]
    case .anchors: [.product]
    case .influences: [.metric]
    default: []
    }
  }

  /// Whether a value may name entries, itself or by what stands in it.
  var mayName: Bool {
    switch self {
    case .shape, .steps: true
    default: !kinds.isEmpty
    }
  }

  /// Whether an absent value needs no value at all: references and lists may be left empty.
  package var mayBeEmpty: Bool {
    switch self {
    case .references, .referenceOrList, .reference, .requester, .actor, .actors, .texts, .steps,
      .stepIDs:
      true
    default: false
    }
  }
}

/// One row of the format's table of fields.
package struct FieldSpec: Hashable, Sendable {
  package let shape: Shape
  package let key: String
  package let type: FieldType

  /// One line for whoever writes the file.
  package let summary: String

  init(_ shape: Shape, _ key: String, _ type: FieldType, _ summary: String) {
    self.shape = shape
    self.key = key
    self.type = type
    self.summary = summary
  }
}

extension FieldType {
  /// What a reader of a message is told to write.
  package var wanted: String {
    switch self {
    case .text, .name: "a text"
    case .texts: "a text or a list of texts"
    case .number, .amount: "a number"
    case .numberOrText: "a number or a text"
    case .boolean: "true or false"
    case .date: "a date, such as 2027-03-31"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .part: "one of \(DecisionPart.allCases.map(\.rawValue).joined(separator: ", "))"
    case .reference: "the id of one \(kindNames)"
    case .referenceOrList, .references: "the id of a \(kindNames), or a list of ids"
    case .requester: "a selector such as po, the id of a person, or anyone"
    case .actor: "a selector such as po, the id of a person, forum or unit, or { any: […] }"
    case .actors: "a list of selectors and of ids of persons, forums or units"
    case .shape(let shape): "the fields of \(shape.name)"
    case .target: "a number, or { min: …, max: … }"
    case .shares: "percentages by the ids of pockets"
    case .anchors: "ids of persons by the ids of products"
    case .influences: "raises or lowers, by the ids of metrics"
    case .limits: "{ min: …, max: … } by a name such as amount"
    case .steps: "a list of steps, { by: …, as: … }"
    case .stepID: "a name for the step"
    case .stepIDs: "a list of ids of steps"
    case .waiverTarget: "what is waived, such as product/app"
    }
  }

  /// What an element of a list of this type should be.
  var wantedElement: String {
    switch self {
    case .texts: "a text"
    case .stepIDs: "the id of a step"
    case .actors: "a selector such as po, or the id of a person, forum or unit"
    default: "the id of a \(kindNames)"
    }
  }

  /// The accepted kinds as a message names them: "person or unit".
  package var kindNames: String {
    kinds.map(\.name).joined(separator: " or ")
  }
}
