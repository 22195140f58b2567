/// A key of the format: one for every shape and key, so that a field alone says what it takes.
package enum Field: UInt8, CaseIterable, Hashable, Sendable {
  case organizationName, organizationDescription, organizationLinks, organizationContacts
  case organizationStage
  case personName, personDescription, personLinks, personContacts, personAliases, personTitle
  case personReportsTo, personDotted, personUnit, personGrade, personArchetype, personDiscipline
  case personResponsibilities, personVacant, personSince, personActing, personHolder, personShare
  case personEmployment, personDeputy
  case unitName, unitDescription, unitLinks, unitContacts, unitAliases, unitKind, unitType
  case unitParent, unitLead, unitMembers, unitHeadcount, unitBuilds, unitCostSplit
  case unitResponsibilities
  case productName, productDescription, productLinks, productContacts, productAliases, productUnit
  case productStage, productKind, productSoftware, productProductOwner, productTechnologyLead
  case productDeputies, productSharedBy
  case pocketName, pocketDescription, pocketLinks, pocketContacts, pocketAliases, pocketParent
  case pocketOwner, pocketKind, pocketDimension, pocketPrimary, pocketCovers, pocketResults
  case pocketRetained
  case metricName, metricDescription, metricLinks, metricContacts, metricAliases, metricLevel
  case metricGood, metricTags, metricScope, metricAcross, metricControllableBy, metricCounter
  case metricOpposes, metricDrives
  case incentiveName, incentiveDescription, incentiveLinks, incentiveContacts, incentiveMetric
  case incentiveDirection, incentiveTarget, incentiveBaseline, incentiveWeight, incentiveHorizon
  case incentiveScope, incentiveSetBy
  case tradeoffName, tradeoffDescription, tradeoffLinks, tradeoffContacts, tradeoffAliases
  case tradeoffBetween, tradeoffPolicy, tradeoffArbiter, tradeoffReviewBy
  case decisionName, decisionDescription, decisionLinks, decisionContacts, decisionAliases
  case decisionType, decisionClass, decisionScope, decisionRequester, decisionSteps
  case decisionEscalatesTo, decisionOverrule, decisionLimits, decisionAffects
  case stepBy, stepAs, stepGrounds, stepID, stepAfter
  case parallelParallel
  case anyOfAny
  case stewardshipName, stewardshipDescription, stewardshipLinks, stewardshipContacts
  case stewardshipAliases, stewardshipKind, stewardshipPurpose, stewardshipSteward
  case stewardshipDeputies, stewardshipScope, stewardshipMeasures, stewardshipReviewBy
  case initiativeName, initiativeDescription, initiativeLinks, initiativeContacts, initiativeAliases
  case initiativeKind, initiativeSponsor, initiativeScope, initiativeAnchors, initiativeUntil
  case forumName, forumDescription, forumLinks, forumContacts, forumAliases, forumKind, forumChair
  case forumMembers, forumPowers
  case waiverName, waiverDescription, waiverLinks, waiverContacts, waiverRule, waiverTarget
  case waiverReason, waiverUntil, waiverApprovedBy
  case coversProducts, coversUnits
  case scopeProducts, scopeUnits, scopePockets
  case influenceEffect, influenceConfidence, influenceEvidence, influenceLastReviewed
  case targetMin, targetMax
  case limitMin, limitMax

  /// The key as users write it.
  package var key: String { Field.keys[Int(rawValue)] }

  /// What the value may be.
  package var type: FieldType { Field.types[Int(rawValue)] }

  /// The row of the table of fields.
  package var spec: FieldSpec { Field.table[Int(rawValue)] }

  /// The key's bytes, for comparing without a string.
  var keyBytes: [UInt8] { Field.keysAsBytes[Int(rawValue)] }

  // Columns of the table, since copying a row counts many references.
  private static let keys = table.map(\.key)
  private static let types = table.map(\.type)
  private static let keysAsBytes = table.map { Array($0.key.utf8) }
}
