package import CEL

/// All that rules can name: the types, their members, the functions and the settings.
///
/// The checker, the evaluation and the generated reference read the same tables.
package enum Vocabulary {
  /// The members of each kind; the position of one is its slot.
  static let members: [[Member]] = ObjectKind.allCases.map { members(of: $0) }

  private static func members(of kind: ObjectKind) -> [Member] {
    let common = kind.entityKind.map(entityMembers) ?? []
    switch kind {
    case .person: return common + personMembers + partMembers + cascadingMembers
    case .unit: return common + unitMembers
    case .product: return common + productMembers
    case .pocket: return common + pocketMembers
    case .metric: return common + metricMembers + drivenMetricMembers
    case .tradeoff: return common + tradeoffMembers
    case .decision: return common + decisionMembers
    case .stewardship: return common + stewardshipMembers
    case .initiative: return common + initiativeMembers
    case .forum: return common + forumMembers
    case .incentive: return incentiveMembers + goalMembers + strandedMembers
    case .scorecard: return scorecardMembers + scorecardSums
    case .step: return stepMembers
    case .path: return pathMembers
    case .turn: return turnMembers
    case .actor: return actorMembers
    case .claim: return claimMembers
    case .share: return shareMembers
    case .edge: return edgeMembers
    case .anchor: return anchorMembers
    case .organization:
      return organizationMembers + organizationConflictMembers + jointMembers
    case .problem: return problemMembers
    case .duplicate: return duplicateMembers
    case .cycle: return cycleMembers
    case .unknownKey: return unknownKeyMembers
    case .seat: return seatMembers
    case .chainRoot: return chainRootMembers
    case .role: return roleMembers
    case .limit: return limitMembers
    case .load: return loadMembers
    case .selectorGap: return selectorGapMembers
    case .scope: return scopeMembers
    case .pocketEffect: return pocketEffectMembers
    case .conflict: return conflictMembers
    case .conflictPair: return conflictPairMembers
    case .link: return linkMembers
    case .stranding: return strandingMembers
    case .lever: return leverMembers
    case .jointSet: return jointSetMembers
    case .place, .span: return []
    case .change: return changeMembers
    case .edit: return editMembers
    case .figure: return figureMembers
    }
  }

  /// A setting: one value for the whole design.
  package struct Setting: Sendable {
    package let name: String
    package let type: ParameterType
    package let defaultValue: ParameterValue
    package let summary: String

    /// The least and the greatest value of a number; nil for any.
    package var range: ClosedRange<Double>?

    /// What a text, the elements of a list or the values of a map may be; nil for any.
    package var choices: [String]?
  }

  /// The names an expression knows without a rule's own.
  package static let environment = Environment(
    variables: [
      VariableDeclaration("today", .timestamp, summary: "the day of the run, at midnight UTC"),
      VariableDeclaration(
        "org",
        .object(ObjectKind.organization.name),
        summary: "what is known by kind"
      ),
    ]
      + settings.map {
        VariableDeclaration("settings." + $0.name, $0.type.expressionType, summary: $0.summary)
      },
    objectTypes: ObjectKind.allCases.map { kind in
      ObjectType(
        kind.name,
        number: kind.rawValue,
        summary: "",
        fields: members[Int(kind.rawValue)].enumerated().map { slot, member in
          ObjectType.Field(member.name, member.type, slot: slot, summary: member.summary)
        }
      )
    },
    functions: functions,
    fieldsOfNullAreNull: true,
    reportsFailingConstants: true
  )
}
