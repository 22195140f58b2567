import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  static let productMembers: [Member] = [
    Member("deputies", .many(.person), "who may stand in for its owner") { host, product in
      .many(host.graph.references(.productDeputies, of: EntityRef(.product, product)))
    },
    Member("live", .bool, "whether rules look at it: its stage is live, build or sunset") {
      host,
      product in
      .bool(host.facts.products.isChecked[product])
    },
    Member("stage", .string, "the stage, live where none is given") { host, product in
      .string(host.choice(.productStage, of: EntityRef(.product, product)) ?? "live")
    },
    Member("kind", .string, "the kind, customer where none is given") { host, product in
      .string(host.choice(.productKind, of: EntityRef(.product, product)) ?? "customer")
    },
    Member("software", .bool, "whether there is software to lead") { host, product in
      .bool(host.facts.products.isSoftware[product])
    },
    Member("unit", .one(.unit), "the unit it names") { host, product in
      .one(.unit, host.facts.products.unit(of: product))
    },
    Member("product_owners", .many(.person), "the filled owners, each person once") {
      host,
      product in
      .many(.person, host.facts.products.owners[product])
    },
    Member("product_owner", .one(.person), "the first filled owner") { host, product in
      .one(.person, host.facts.products.owner(of: product))
    },
    Member("inherited_owner", .one(.person), "the lead of its group, where that one counts") {
      host,
      product in
      .one(.person, host.facts.products.inheritedOwner(of: product))
    },
    Member("technology_leads", .many(.person), "the filled technology leads, each person once") {
      host,
      product in
      .many(.person, host.facts.products.leads[product])
    },
    Member("technology_lead", .one(.person), "the first filled technology lead") {
      host,
      product in
      .one(.person, host.facts.products.lead(of: product))
    },
    Member("builders", .many(.unit), "the units that build it") { host, product in
      .many(.unit, host.facts.products.builders[product])
    },
    Member("builder_size", .double, "the people of its builders, nobody counted twice") {
      host,
      product in
      .double(host.builderSize(of: product))
    },
    Member("teams", .many(.unit), "the teams that build it") { host, product in
      .many(.unit, host.facts.teams(of: product))
    },
    Member("home", .one(.unit), "its unit, else the lowest unit above all its builders") {
      host,
      product in
      .one(.unit, host.facts.products.home(of: product))
    },
    Member("group", .one(.unit), "the nearest product group at or above its home, else its home") {
      host,
      product in
      .one(.unit, host.facts.products.group(of: product))
    },
    Member("shared_by", .many(.share), "the shares by pocket, as written") { host, product in
      host.entries(.productSharedBy, of: EntityRef(.product, product), as: .share)
    },
    Member("nested_shares", .many(.share), "the shares of pockets above another one of them") {
      host,
      product in
      host.nestedShares(ofProduct: product)
    },
    Member("is_shared", .bool, "whether at least two pockets share it") { host, product in
      .bool(host.facts.pockets.isShared(product))
    },
    Member("share_total", .double, "the sum of the percentages in shared_by") { host, product in
      .double(host.percentTotal(.productSharedBy, of: EntityRef(.product, product)))
    },
    Member("paths", .many(.path), "the decisions about it, each for this product") {
      host,
      product in
      .many(.path, host.paths(ofProduct: product))
    },
    Member("claims", .many(.claim), "the pockets that claim it") { host, product in
      host.claims(onProduct: product)
    },
    Member("smallest_claims", .many(.claim), "the claims with no other claim below them") {
      host,
      product in
      host.smallestClaims(onProduct: product)
    },
    Member("is_split_by_dimension", .bool, "whether its smallest claims differ in dimension") {
      host,
      product in
      .bool(host.facts.pockets.isSplitByDimension(product))
    },
    Member("pocket", .one(.pocket), "the smallest pocket that carries its result") {
      host,
      product in
      .one(.pocket, host.facts.pockets.pocket(of: product))
    },
    Member("pnl_line", .many(.person), "the owners of its pocket and of those above") {
      host,
      product in
      .many(.person, host.facts.pockets.line(of: product))
    },
    Member("decisions", .many(.decision), "the decisions about it") { host, product in
      .many(.decision, host.entries(host.facts.decisionScopes, of: product))
    },
    Member("stewardships", .many(.stewardship), "the stewardships it is in the scope of") {
      host,
      product in
      .many(.stewardship, host.entries(host.facts.stewardshipScopes, of: product))
    },
    Member("initiatives", .many(.initiative), "the initiatives it is in the scope of") {
      host,
      product in
      .many(.initiative, host.entries(host.facts.initiativeScopes, of: product))
    },
  ]

  static let pocketMembers: [Member] = [
    Member("parent", .one(.pocket), "the pocket it is part of") { host, pocket in
      .one(.pocket, host.facts.pockets.tree.parent(of: pocket))
    },
    Member("children", .many(.pocket), "the pockets right below") { host, pocket in
      .many(.pocket, host.facts.pockets.tree.children(of: pocket))
    },
    Member("ancestors", .many(.pocket), "the pockets above, the nearest first") { host, pocket in
      .many(.pocket, host.facts.pockets.tree.ancestors(of: pocket).map { Int($0) })
    },
    Member("owner", .one(.person), "the owner, where it is exactly one") { host, pocket in
      .one(.person, host.facts.pockets.owner(of: pocket))
    },
    Member("owners", .many(.person), "the filled owners, each person once") { host, pocket in
      .many(.person, host.facts.pockets.owners[pocket])
    },
    Member("kind", .string, "what the result is, profit where nothing is given") { host, pocket in
      .string(host.choice(.pocketKind, of: EntityRef(.pocket, pocket)) ?? "profit")
    },
    Member("dimension", .string, "what it is cut by, as inherited") { host, pocket in
      .string(host.facts.pockets.dimension(of: pocket))
    },
    Member("primary", .bool, "whether its dimension is the primary one, as inherited") {
      host,
      pocket in
      .bool(host.facts.pockets.isPrimary[pocket])
    },
    Member("results", .many(.metric), "its financial results") { host, pocket in
      host.references(.pocketResults, of: EntityRef(.pocket, pocket))
    },
    Member("retained", .many(.product), "the checked products it keeps") { host, pocket in
      host.checkedProducts(.pocketRetained, of: EntityRef(.pocket, pocket))
    },
    Member("claims", .many(.claim), "the claims it makes") { host, pocket in
      host.claims(ofPocket: pocket)
    },
    Member("claimed_products", .many(.product), "the products it claims itself") { host, pocket in
      .many(.product, host.facts.products.list(host.facts.pockets.claims(of: pocket)))
    },
    Member("footprint", .many(.product), "what it and the pockets below it claim") {
      host,
      pocket in
      .many(.product, host.facts.products.list(host.facts.pockets.footprint(of: pocket)))
    },
    Member("footprint_size", .int, "how many products its footprint has") { host, pocket in
      .int(host.facts.pockets.footprint(of: pocket).count)
    },
    Member("gap", .many(.product), "what it claims and neither retains nor gives to a child") {
      host,
      pocket in
      let retained = host.graph.references(.pocketRetained, of: EntityRef(.pocket, pocket))
      return .many(
        .product,
        host.facts.products.list(host.facts.pockets.gap(of: pocket, retained: retained))
      )
    },
    Member(
      "claiming_ancestor",
      .one(.pocket),
      "the nearest pocket above with claims, same dimension"
    ) { host, pocket in
      .one(.pocket, host.facts.pockets.claimingAncestor(of: pocket))
    },
    Member("excess", .many(.claim), "its claims beyond those of that ancestor") { host, pocket in
      host.excess(ofPocket: pocket)
    },
    Member("is_leaf", .bool, "whether it has no sub-pockets") { host, pocket in
      .bool(host.facts.pockets.isLeaf(pocket))
    },
    Member("is_root", .bool, "whether it names no parent") { host, pocket in
      .bool(host.facts.pockets.isRoot[pocket])
    },
    Member("depth", .int, "the number of pockets from the root to it") { host, pocket in
      .int(host.facts.pockets.depth(of: pocket))
    },
    Member("chain", .many(.pocket), "the pockets from the root to it") { host, pocket in
      let above = host.facts.pockets.tree.ancestors(of: pocket).map { Int($0) }
      return .many(.pocket, above.reversed() + [pocket])
    },
    Member("covers_nothing", .bool, "whether it names no product of any stage, nor is in a share") {
      host,
      pocket in
      .bool(host.coversNothing(pocket))
    },
    Member("covered_units", .many(.unit), "the units in covers") { host, pocket in
      guard let covers = host.graph.field(.pocketCovers, of: EntityRef(.pocket, pocket)) else {
        return .list(.empty)
      }
      return .many(host.graph.references(.coversUnits, of: covers))
    },
  ]

  static let claimMembers: [Member] = [
    Member("pocket", .one(.pocket), "the pocket") { host, claim in
      .one(.pocket, Int(host.claims[claim].pocket))
    },
    Member("product", .one(.product), "the product; null where a unit is claimed") { host, claim in
      .one(.product, Int(host.claims[claim].product))
    },
    Member("unit", .one(.unit), "the unit by which it is claimed") { host, claim in
      .one(.unit, Int(host.claims[claim].unit))
    },
    Member("how", .string, "directly, via unit 'x', or as shared") { host, claim in
      .string(host.words(for: host.claims[claim]))
    },
    Member("direct", .bool, "whether the pocket names the product") { host, claim in
      .bool(host.claims[claim].ways.contains(.direct))
    },
    Member("shared", .bool, "whether the product names the pocket in shared_by") { host, claim in
      .bool(host.claims[claim].ways.contains(.shared))
    },
  ]

  static let shareMembers: [Member] = [
    Member("pocket", .one(.pocket), "the pocket") { host, entry in
      .one(host.graph.reference(ItemID(entry)))
    },
    Member("percent", .number, "the share in percent; null where no number is given") {
      host,
      entry in
      .optional(
        host.graph.value(ofEntry: ItemID(entry)).flatMap { host.graph.number($0) }
      )
    },
  ]
}
