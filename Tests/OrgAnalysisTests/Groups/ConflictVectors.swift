/// The design that the vectors of the engine are computed for, and a way to vary it.
enum ConflictVectors {
  static let design = """
    people:
      gm:     { name: General manager }
      po-app: { reports_to: gm, unit: app-team }
      tl-app: { reports_to: gm, unit: app-team }
      ops:    { reports_to: gm, unit: app-team }
      sales:  { reports_to: gm, unit: app-team }
      fin:    { reports_to: gm, unit: app-team }
      sre:    { reports_to: gm, unit: app-team }
    units:
      app-team: { kind: team, type: stream-aligned, lead: tl-app, builds: [app] }
    products:
      app: { unit: app-team, stage: live, product_owner: po-app, technology_lead: tl-app }
    metrics:
      release-frequency:
        level: process
        good: up
        controllable_by: [tl-app]
        drives: { revenue: { effect: raises, confidence: correlated }, change-failure-rate: raises }
      test-coverage:
        level: process
        good: up
        controllable_by: [tl-app]
        drives: { change-failure-rate: { effect: lowers, confidence: correlated } }
      change-failure-rate:
        level: process
        good: down
        drives: { availability: { effect: lowers, confidence: verified } }
      availability:
        { level: process, good: up, drives: { churn: { effect: lowers, confidence: correlated } } }
      churn:
        { level: business, good: down, drives: { revenue: { effect: lowers, confidence: verified } } }
      discount-rate:
        level: business
        controllable_by: [sales]
        drives:
          new-bookings: { effect: raises, confidence: verified }
          gross-margin: { effect: lowers, confidence: verified }
      new-bookings:
        { level: business, good: up, drives: { revenue: { effect: raises, confidence: verified } } }
      gross-margin: { level: business, good: up }
      revenue:
        { level: business, good: up, drives: { profit: { effect: raises, confidence: verified } } }
      cloud-spend:
        level: process
        good: down
        controllable_by: [ops]
        drives:
          profit: { effect: lowers, confidence: verified }
          availability: { effect: raises, confidence: correlated }
      profit: { level: business, good: up }
    """

  static let incentives = """

    incentives:
      po-app: [{ metric: revenue, direction: increase }]
      tl-app: [{ metric: change-failure-rate, direction: decrease }]
      ops:    [{ metric: cloud-spend, direction: decrease }]
      sales:  [{ metric: new-bookings, direction: increase }]
      fin:    [{ metric: gross-margin, direction: increase }]
      sre:    [{ metric: availability, direction: increase }]
    """
}
