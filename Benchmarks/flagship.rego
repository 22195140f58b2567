# The five flagship checks as a policy for OPA, over a design as one JSON document: what they find in
# the generated designs is what orglint's rules of the same names find there.
package flagship

design := data.design

stage(product) := object.get(product, "stage", "live")

kind(product) := object.get(product, "kind", "customer")

po_missing contains sprintf("product/%s", [id]) if {
	some id, product in design.products
	not product.product_owner
	stage(product) in {"live", "build", "sunset"}
	kind(product) in {"customer", "internal", "platform"}
}

tl_missing contains sprintf("product/%s", [id]) if {
	some id, product in design.products
	not product.technology_lead
	object.get(product, "software", true)
	stage(product) in {"live", "build", "sunset"}
}

# Pockets

covering[product] contains pocket if {
	some pocket, entry in design.pockets
	some product in entry.covers.products
}

parents[pocket] := object.get(entry, "parent", null) if some pocket, entry in design.pockets

above[pocket] := graph.reachable(graph_up, {pocket}) if some pocket, _ in design.pockets

graph_up[pocket] := [parent | parent := parents[pocket]; parent != null] if {
	some pocket, _ in design.pockets
}

pnl_overlap contains sprintf("product/%s", [product]) if {
	some product, pockets in covering
	count(pockets) > 1
	some first in pockets
	some second in pockets
	first != second
	not first in above[second]
	not second in above[first]
}

# Decisions

blocking := {"agree", "approve", "decide"}

most_hands := {"tactical": 2, "strategic": 3, "irreversible": 5}

actor(name, product) := design.products[product].product_owner if name == "po"

actor(name, product) := design.products[product].technology_lead if name == "tl"

actor(name, product) := design.pockets[own_pocket(product)].owner if name == "pocket-owner"

actor(name, product) := design.pockets[parents[own_pocket(product)]].owner if {
	name == "pocket-owner(1)"
}

actor(name, _) := name if not name in {"po", "tl", "pocket-owner", "pocket-owner(1)"}

# The smallest of the pockets of a product: the one with all others above it.
own_pocket(product) := pocket if {
	pockets := covering[product]
	some pocket in pockets
	every other in pockets {
		other in above[pocket]
	}
}

hands(decision, product) := count([1 |
	some position, step in way(decision, product)
	position > 0
	step != way(decision, product)[position - 1]
])

way(decision, product) := array.concat(
	[actor(decision.requester, product)],
	[person |
		some step in decision.steps
		step.as in blocking
		person := actor(step.by, product)
	],
)

dec_path_too_deep contains sprintf("decision/%s", [id]) if {
	some id, decision in design.decisions
	some product in decision.scope.products
	hands(decision, product) > most_hands[object.get(decision, "class", "tactical")]
}

# Incentives

wanted[metric][direction] contains holder if {
	some holder, incentives in design.incentives
	some incentive in incentives
	metric := incentive.metric
	direction := object.get(incentive, "direction", "increase")
}

inc_direct_conflict contains sprintf("metric/%s", [metric]) if {
	some metric, directions in wanted
	some up in directions.increase
	some down in directions.decrease
	up != down
}
