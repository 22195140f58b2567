package import Diagnostics
import OrgAnalysis
package import OrgModel
package import SourceText

// What the report asks of a design beside what rules see.
extension DesignHost {
  /// Approved, proposed or draft.
  package var designStage: String { stage }

  /// How far the design is filled in.
  package var coverageLines: [Report.CoverageLine] {
    facts.coverage.map {
      Report.CoverageLine(family: $0.family, declared: $0.declared, of: $0.of, text: $0.text)
    }
  }

  /// Returns the role fields that name a seat which is vacant.
  package func roleFields(naming seat: EntityRef) -> [RoleField] {
    guard seat.kind == .person else { return [] }
    return seats.first { $0.person == seat.index }?.places ?? []
  }

  /// Returns whether a role field of something that rules look at is given and names nobody.
  package func isOpen(_ role: RoleField) -> Bool {
    if role.holder.kind == .product {
      guard isChecked(role.holder) else { return false }
      if role.field == .productTechnologyLead, !facts.products.isSoftware[role.holder.index] {
        return false
      }
    }
    guard let item = graph.field(role.field, of: role.holder) else { return false }
    return graph.elements(of: item).allSatisfy { element in
      graph.reference(element).map { !facts.people.isFilled($0.index) } ?? true
    }
  }

  /// Returns whether rules look at a product.
  package func isChecked(_ product: EntityRef) -> Bool {
    facts.products.isChecked[product.index]
  }

  /// Returns `incentive/holder/metric`.
  package func path(ofIncentive incentive: Int) -> String { incentivePath(incentive) }

  /// Returns the place of the first key of a mapping in a list.
  package func firstKeySpan(of mapping: ItemID) -> SourceSpan { keySpan(ofMapping: mapping) }
}
