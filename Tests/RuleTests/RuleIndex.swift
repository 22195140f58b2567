/// What the catalogue says of each rule: id, severities, mark, profile and which variants say that
/// something is missing.
///
/// Profiles: M runs in `minimal` too, S in `strict` alone. Missing: `all` variants, or those named;
/// `first` is the one without a name.
enum RuleIndex {
  struct Row: Sendable {
    var id: String
    var severities: [String]
    var mark: String
    var profile: String
    var missing: [String]

    var family: String { String(id.prefix { $0 != "-" }) }
  }

  static let rows: [Row] = table.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    return Row(
      id: cells[0],
      severities: cells[1].split(separator: ",").map(String.init),
      mark: cells[2],
      profile: cells[3],
      missing: cells[4].split(separator: ",").map(String.init)
    )
  }

  private static let table = """
    po-missing | error,info | flagship | M | all
    po-multiple | error | core | M |
    po-not-a-person | error | core | M |
    po-overloaded | warning,info |  |  |
    po-no-outcome-measure | error,warning,info |  |  | all
    po-no-decision-right | error,warning |  |  |
    po-outside-pnl-line | warning |  |  |
    po-team-incentives-set-elsewhere | warning,info |  |  |
    tl-missing | error | flagship | M | all
    tl-multiple | warning | core |  |
    tl-same-as-po | warning,info | core |  |
    tl-no-production-measure | error |  |  | all
    tl-primary-measure-not-production | warning |  |  |
    tl-initiative-unanchored | warning |  |  | first
    tl-devex-gap | warning |  |  | all
    tl-not-most-senior | info |  | S |
    tl-outside-building-unit | warning |  |  |
    dec-no-single-decider | error,warning | core | M | none
    dec-path-too-deep | warning,error | flagship | M |
    dec-layers-to-pnl | warning | core |  |
    dec-too-many-agreers | warning |  |  |
    dec-group-too-large | warning |  | S |
    dec-veto-outside-pnl-line | error,warning | core |  |
    dec-po-overruled | error,warning | core |  |
    dec-veto-without-grounds | warning |  |  | all
    dec-external-approval | warning |  |  |
    dec-loop | error |  | M |
    dec-escalation-dead-end | error |  |  |
    dec-self-approval | error |  |  |
    dec-coverage-gap | warning,error |  |  | gap,first
    dec-bottleneck | warning |  | S |
    dec-serial-agreement | info |  |  |
    pnl-overlap | error | flagship | M |
    pnl-product-uncovered | error,info | core | M | all
    pnl-partition-gap | warning | core |  | all
    pnl-child-outside-parent | error | core |  |
    pnl-owner-not-single | error | core | M | none
    pnl-owner-not-in-line | error | core |  |
    pnl-skip-level | warning | core |  |
    pnl-not-subdivided | info |  | S |
    pnl-tree-broken | error,warning |  | M |
    pnl-no-result-measure | error,warning |  |  | none,unheld
    pnl-leaf-not-product | warning |  |  | all
    pnl-shared-split-invalid | error |  | M |
    pnl-unit-straddles | warning |  |  |
    pnl-owner-lacks-levers | warning |  |  |
    inc-accountable-without-measure | error,warning |  |  | all
    inc-direct-conflict | error,warning,info | flagship | M |
    inc-target-contradiction | error,warning,info | core | M |
    inc-declared-tradeoff-split | warning,info | core |  |
    inc-side-effect-conflict | warning,info |  |  |
    inc-lever-conflict | warning,info |  |  |
    inc-stranded | warning,info | core |  |
    inc-jointly-infeasible | off,info | core |  |
    inc-misaligned-with-pocket | error,info | core |  |
    inc-not-cascaded | warning,info |  |  | all
    inc-weights-not-100 | error |  |  |
    inc-too-many-measures | warning |  |  |
    inc-weight-too-small | info |  | S |
    inc-uncontrollable | warning | core |  |
    inc-unpaired-metric | info |  |  | all
    inc-activity-metric | warning |  |  |
    inc-direction-against-good | error,warning |  |  |
    inc-duty-crowded-out | info |  | S |
    inc-team-no-shared-goal | info |  | S |
    stw-no-steward | error |  |  | all
    stw-multiple-stewards | error,warning |  |  |
    stw-steward-is-gatekeeper | warning |  |  |
    stw-no-measure | warning |  |  | all
    stw-forum-missing | info,warning |  | S | first
    str-too-many-layers | warning |  |  |
    str-span-out-of-range | warning |  |  |
    str-one-over-one | warning,info |  | S |
    str-dual-reporting | error,warning |  |  |
    str-team-too-large | warning,info |  |  |
    str-too-many-hats | warning,info |  |  |
    str-complexity-regression | warning |  |  |
    str-external-seat | warning |  |  |
    str-overcommitted | warning |  |  |
    str-no-deputy | info |  | S |
    str-grade-inversion | info |  | S |
    str-team-many-products | info |  |  |
    str-builders-far-apart | info |  | S |
    ref-unresolved | error |  | M |
    ref-wrong-kind | error |  | M |
    ref-duplicate-id | error,warning |  | M |
    ref-cycle | error |  | M |
    ref-orphan | warning,info |  | M | all
    hyg-role-vacant | warning,info |  | M | all
    hyg-placeholder | error |  | M | all
    hyg-stale-review | warning,info |  |  |
    hyg-waiver-invalid | error,info |  | M |
    hyg-unknown-key | warning |  | M |
    hyg-unknown-kind | info |  |  |
    """
}
