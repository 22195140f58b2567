import OrgModel

/// Stub.
package struct DecisionFacts: Sendable {
  init(_ graph: OrgGraph) {}
}
