extension StarterFile {
  static let designText = """
    # A first org design: replace it with your own, a product at a time. The names are invented.
    #
    #   orglint check             what is wrong or missing
    #   orglint explain RULE      why a rule exists, with examples
    #   orglint schema            the keys and values, for an editor
    #
    # Ids name seats: a successor is then a change of one line, the name.
    orglint: 1

    # draft: what is missing is a hint. approved: it is an error.
    organization: { name: Our company, stage: draft }

    people:
      managing-director: { name: Mara Olsen }
      head-of-shop: { name: Bo Lind, reports_to: managing-director }
      po-shop: { name: Ana Weber, title: Product owner, reports_to: head-of-shop }
      tl-shop: { name: Tim Okafor, title: Technology lead, reports_to: head-of-shop }
      sales-shop: { name: Ida Roth, title: Sales, reports_to: head-of-shop }

    units:
      shop: { kind: product-group, lead: head-of-shop }
      shop-team:
        { kind: team, type: stream-aligned, parent: shop, lead: tl-shop, members: [po-shop, tl-shop],
          headcount: 7, builds: [web-shop] }

    # Who is accountable for the outcomes, and who for the quality in production.
    products:
      web-shop: { unit: shop, product_owner: po-shop, technology_lead: tl-shop }

    # Who carries the result of what.
    pockets:
      company: { owner: managing-director }
      shop-result: { parent: company, owner: head-of-shop, covers: { products: [web-shop] } }

    # Who decides what, in how many hands.
    decisions:
      shop-prices:
        type: pricing
        scope: { products: [web-shop] }
        steps:
          - { by: tl, as: input }
          - { by: po, as: decide }

    """
}
