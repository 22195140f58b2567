/// A key of the format: one for every shape and key, so that a field alone says what it takes.
package enum Field: UInt8, CaseIterable, Hashable, Sendable {
  case organizationName, organizationDescription, organizationLinks, organizationStage
  case personName, personDescription, personLinks, personTitle, personReportsTo, personDotted
  case personUnit, personGrade, personArchetype, personDiscipline, personResponsibilities
  case personVacant, personSince, personActing
  case unitName, unitDescription, unitLinks, unitKind, unitType, unitParent, unitLead, unitMembers
  case unitHeadcount, unitBuilds, unitCostSplit
  case productName, productDescription, productLinks, productUnit, productStage, productKind
  case productSoftware, productProductOwner, productTechnologyLead, productDeputies
  case productSharedBy
  case pocketName, pocketDescription, pocketLinks, pocketParent, pocketOwner, pocketKind
  case pocketDimension, pocketPrimary, pocketCovers, pocketResults, pocketRetained
  case metricName, metricDescription, metricLinks, metricLevel, metricGood, metricTags
  case metricScope, metricAcross, metricControllableBy, metricCounter, metricOpposes, metricDrives
  case incentiveName, incentiveDescription, incentiveLinks, incentiveMetric, incentiveDirection
  case incentiveTarget, incentiveWeight, incentiveHorizon, incentiveScope, incentiveSetBy
  case tradeoffName, tradeoffDescription, tradeoffLinks, tradeoffBetween, tradeoffPolicy
  case tradeoffArbiter, tradeoffReviewBy
  case decisionName, decisionDescription, decisionLinks, decisionType, decisionClass
  case decisionScope, decisionRequester, decisionSteps, decisionEscalatesTo, decisionOverrule
  case decisionLimits, decisionAffects
  case stepBy, stepAs, stepGrounds, stepID, stepAfter
  case parallelParallel
  case anyOfAny
  case stewardshipName, stewardshipDescription, stewardshipLinks, stewardshipKind
  case stewardshipPurpose, stewardshipSteward, stewardshipDeputies, stewardshipScope
  case stewardshipMeasures, stewardshipReviewBy
  case initiativeName, initiativeDescription, initiativeLinks, initiativeKind, initiativeSponsor
  case initiativeScope, initiativeAnchors, initiativeUntil
  case forumName, forumDescription, forumLinks, forumKind, forumChair, forumMembers, forumPowers
  case waiverName, waiverDescription, waiverLinks, waiverRule, waiverTarget, waiverReason
  case waiverUntil, waiverApprovedBy
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
