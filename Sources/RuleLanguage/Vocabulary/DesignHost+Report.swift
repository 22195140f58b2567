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

  /// Returns whether rules look at a product.
  package func isChecked(_ product: EntityRef) -> Bool {
    facts.products.isChecked[product.index]
  }

  /// Returns `incentive/holder/metric`.
  package func path(ofIncentive incentive: Int) -> String { incentivePath(incentive) }

  /// Returns the place of the first key of a mapping in a list.
  package func firstKeySpan(of mapping: ItemID) -> SourceSpan { keySpan(ofMapping: mapping) }
}
