extension Field {
  /// The field as messages name it, with the mapping it stands in: `covers.products`.
  package var displayName: String {
    switch spec.shape {
    case .covers: "covers." + key
    case .scope: "scope." + key
    case .step: "steps." + key
    case .anyOf: "steps.by." + key
    default: key
    }
  }

  /// The accountable role the field names; nil for every other field.
  package var role: ReferenceProblem.Role? {
    switch self {
    case .productProductOwner: .productOwner
    case .productTechnologyLead: .technologyLead
    case .pocketOwner: .pocketOwner
    case .stewardshipSteward: .steward
    default: nil
    }
  }
}

extension FieldType {
  /// Whether `po` and the like are read as persons by role.
  package var takesSelectors: Bool {
    switch self {
    case .requester, .actor, .actors: true
    default: false
    }
  }
}
