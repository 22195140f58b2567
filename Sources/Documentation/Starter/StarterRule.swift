/// The rule file that `orglint new rule` writes.
package enum StarterRule {
  /// Returns a complete rule with a failing and a passing example, explained line by line.
  package static func text(id: String) -> String {
    """
    id: \(id)
    title: a product has no name
    severity: warning

    # What the rule looks at, once each; the name stands for the thing in what follows.
    for: product

    # Which of them it judges. Products that are only ideas have time.
    when: product.live

    # What is wrong with it: where this is true, there is a finding.
    flag: "!has(product.name)"

    # What the finding is about, and where it points.
    targets: [product]
    at: product

    # What people read. Expressions stand in braces.
    message: product {product} has no name
    why: people who do not work on it cannot tell what it is
    help: add name

    rationale: |
      Say here why your organization wants this, and when a waiver is right.

    # orglint test runs these. A line with "# flagged" is where a finding is expected; what follows
    # the colon is its message, and * stands for anything.
    examples:
      - name: a product without a name
        design: |
          products:
            app: {}  # flagged: product 'app' has no name
      - name: a product with a name, and an idea without one
        design: |
          products:
            app: { name: Shopping app }
            next: { stage: idea }

    """
  }
}
