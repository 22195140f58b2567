package import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  /// The functions that rules call beside those of the language.
  package static let functions: [FunctionDeclaration] =
    personFunctions + thingFunctions + goalFunctions + placeFunctions + textFunctions

  private static func declare(
    _ name: String,
    _ summary: String,
    _ overloads: Overload...
  ) -> FunctionDeclaration {
    FunctionDeclaration(name, summary, overloads: overloads)
  }

  /// Declares a call on two things that is false where one of them is missing.
  private static func relation(
    _ kind: ObjectKind,
    _ other: ObjectKind? = nil,
    _ holds: @escaping @Sendable (DesignHost, Int, Int) -> Bool
  ) -> Overload {
    .member([.one(kind), .one(other ?? kind)], .bool) { arguments, host in
      guard let host = host as? DesignHost, let first = arguments.object(0),
        let second = arguments.object(1)
      else { return .bool(false) }
      return .bool(holds(host, Int(first.index), Int(second.index)))
    }
  }

  private static let personFunctions: [FunctionDeclaration] = [
    declare(
      "is_above",
      "Whether the first is above the second in the line or the tree.",
      relation(.person) { $0.facts.people.isAbove($1, $2) },
      relation(.pocket) { $0.facts.pockets.tree.isAbove($1, $2) }
    ),
    declare(
      "is_same",
      "Whether two are the same: a person and a seat the person acts in.",
      relation(.person) { $0.facts.people.isSame($1, $2) },
      relation(.actor) { $0.decisions.isSame($1, $2) }
    ),
    declare(
      "distance_to",
      "The reporting steps up to a person; null where they are not in the line.",
      .member([.one(.person), .one(.person)], .wrapper(.int)) { arguments, host in
        guard let host = host as? DesignHost, let person = arguments.object(0),
          let manager = arguments.object(1)
        else { return .null }
        return .optional(
          host.facts.people.distance(from: Int(person.index), to: Int(manager.index))
        )
      }
    ),
    declare(
      "reaches",
      "Whether a person is at or below another over solid and dotted lines.",
      relation(.person) { $0.facts.reaches($2, from: $1) }
    ),
    declare(
      "path_to",
      "The people from one up to another, both included; empty where there is no way.",
      .member([.one(.person), .one(.person)], .many(.person)) { arguments, host in
        guard let host = host as? DesignHost, let person = arguments.object(0),
          let manager = arguments.object(1),
          let steps = host.facts.people.distance(from: Int(person.index), to: Int(manager.index))
        else { return .list(.empty) }
        let line = host.facts.people.managers(above: Int(person.index)).map { Int($0) }
        return .many(.person, [Int(person.index)] + line.prefix(steps))
      }
    ),
    declare(
      "common_manager",
      "The lowest person at or above both.",
      .member([.one(.person), .one(.person)], .one(.person)) { arguments, host in
        guard let host = host as? DesignHost, let first = arguments.object(0),
          let second = arguments.object(1)
        else { return .null }
        return .one(
          .person,
          host.facts.people.commonManager(Int(first.index), Int(second.index))
        )
      }
    ),
  ]

  private static let thingFunctions: [FunctionDeclaration] = [
    declare(
      "is_within",
      "Whether a unit is another or below it.",
      relation(.unit) { $0.facts.units.tree.isWithin($1, $2) }
    ),
    declare(
      "has_tag",
      "Whether a metric has a tag, declared or inferred.",
      .member([.one(.metric), .string], .bool) { arguments, host in
        guard let host = host as? DesignHost, let metric = arguments.object(0) else {
          return .bool(false)
        }
        return .bool(
          host.facts.metrics.hasTag(Int(metric.index), named: arguments.string(1))
        )
      }
    ),
    declare(
      "covers",
      "Whether a product is in the effective scope of an incentive.",
      relation(.incentive, .product) { host, incentive, product in
        guard let place = host.facts.products.place(of: product) else { return false }
        return host.facts.incentives.scope(of: incentive).contains(place)
      }
    ),
    declare(
      "meets",
      "Whether two incentives, or an incentive and products, have a product in common.",
      relation(.incentive) { host, first, second in
        host.facts.incentives.scope(of: first).meets(host.facts.incentives.scope(of: second))
      },
      relation(.scope) { host, first, second in
        host.facts.incentives.scopes[first].meets(host.facts.incentives.scopes[second])
      },
      .member([.one(.incentive), .many(.product)], .bool) { arguments, host in
        guard let host = host as? DesignHost, let incentive = arguments.object(0) else {
          return .bool(false)
        }
        let scope = host.facts.incentives.scope(of: Int(incentive.index))
        return .bool(
          arguments.list(1).contains { product in
            product.asObject.flatMap { host.facts.products.place(of: Int($0.index)) }
              .map(scope.contains) ?? false
          }
        )
      }
    ),
    declare(
      "decisions_of",
      "The decisions of a type about a product.",
      .member([.one(.product), .string], .many(.decision)) { arguments, host in
        guard let host = host as? DesignHost, let product = arguments.object(0) else {
          return .list(.empty)
        }
        let type = arguments.string(1)
        return .many(
          .decision,
          host.entries(host.facts.decisionScopes, of: Int(product.index)).filter {
            host.decisionType(Int($0)) == type
          }
        )
      }
    ),
    declare(
      "shares_limit_with",
      "Whether two decisions have a limit of one name.",
      relation(.decision) { $0.facts.decisions.haveCommonLimit($1, $2) }
    ),
    declare(
      "path_for",
      "The decision for one of its products.",
      .member([.one(.decision), .one(.product)], .one(.path)) { arguments, host in
        guard let host = host as? DesignHost, let decision = arguments.object(0),
          let product = arguments.object(1)
        else { return .null }
        return .one(.path, host.path(ofDecision: Int(decision.index), for: Int(product.index)))
      }
    ),
    declare(
      "missing_intervals",
      "What limits leave out of the amounts from 0 on, as pairs of a least amount and an end.",
      .function([.many(.limit)], .list(.list(.double))) { arguments, host in
        guard let host = host as? DesignHost else { return .list(.empty) }
        let missing = missingIntervals(
          arguments.list(0).compactMap { limit in
            limit.asObject.map { object in
              (
                host.bound(.limitMin, ofLimit: Int(object.index)) ?? 0,
                host.bound(.limitMax, ofLimit: Int(object.index)) ?? .infinity
              )
            }
          }
        )
        return .list(
          ValueList(
            missing.map { .list(ValueList([.double($0.minimum), .double($0.maximum)])) }
          )
        )
      }
    ),
    declare(
      "is_inside",
      "Whether an actor carries the result of the path's product.",
      relation(.path, .actor) { $0.isInside($2, ofPair: $1) }
    ),
    declare(
      "includes",
      "Whether an actor is another, or an any-of with it as a member.",
      relation(.actor) { $0.includes($0.decisions.actors[$1], $0.decisions.actors[$2]) }
    ),
    declare(
      "has_authority",
      "Whether a person has authority over the path's product.",
      relation(.path, .person) { $0.hasAuthority($2, ofPair: $1) }
    ),
    declare(
      "is_faulty",
      "Whether a field holds something that names nobody, which has its own finding.",
      .function([.dyn, .string], .bool) { arguments, host in
        guard let host = host as? DesignHost, let object = arguments.object(0),
          let item = host.item(arguments.string(1), of: object)
        else { return .bool(false) }
        return .bool(host.graph.elements(of: item).contains { host.graph.reference($0) == nil })
      }
    ),
    declare(
      "declares",
      "Whether a key holds anything, be it void or refused.",
      .function([.dyn, .string], .bool) { arguments, host in
        guard let host = host as? DesignHost, let object = arguments.object(0) else {
          return .bool(false)
        }
        return .bool(host.declares(object, arguments.string(1)))
      }
    ),
  ]

  private static let placeFunctions: [FunctionDeclaration] = [
    declare(
      "field",
      "The place of a field's value; of the thing itself where the field is absent.",
      .function([.dyn, .string], .dyn) { arguments, host in
        guard let host = host as? DesignHost, let object = arguments.object(0),
          let item = host.item(arguments.string(1), of: object)
        else { return arguments[0] }
        return .one(.place, item.index)
      }
    ),
    declare(
      "element",
      "The place of the element of a list field, counted from 0.",
      .function([.dyn, .string, .int], .dyn) { arguments, host in
        guard let host = host as? DesignHost, let object = arguments.object(0),
          let item = host.item(arguments.string(1), of: object)
        else { return arguments[0] }
        let elements = Array(host.graph.elements(of: item))
        let position = arguments.int(2)
        return .one(.place, (elements.indices.contains(position) ? elements[position] : item).index)
      }
    ),
    declare(
      "element_naming",
      "The place of the first element of a list field that names a thing.",
      .function([.dyn, .string, .dyn], .dyn) { arguments, host in
        guard let host = host as? DesignHost, let object = arguments.object(0),
          let item = host.item(arguments.string(1), of: object)
        else { return arguments[0] }
        let wanted = arguments.object(2)?.entity
        let element = host.graph.elements(of: item).first { host.graph.reference($0) == wanted }
        return .one(.place, (element ?? item).index)
      }
    ),
  ]

  private static let textFunctions: [FunctionDeclaration] = [
    declare(
      "path",
      "A list joined by arrows, in order.",
      .function([.list(.dyn)], .string) { arguments, host in
        .string((host as? DesignHost)?.pathText(of: arguments.list(0)) ?? "")
      }
    ),
    declare(
      "list",
      "A list as messages show it, cut at seven.",
      .function([.list(.dyn)], .string) { arguments, host in
        .string((host as? DesignHost)?.text(of: arguments.list(0)) ?? "")
      }
    ),
    declare(
      "quoted",
      "A list of texts in single quotes, cut at seven.",
      .function([.list(.dyn)], .string) { arguments, host in
        .string((host as? DesignHost)?.text(of: arguments.list(0), quoted: true) ?? "")
      }
    ),
    declare(
      "quote",
      "A text in single quotes.",
      .function([.string], .string) { arguments, _ in .string("'" + arguments.string(0) + "'") }
    ),
    declare(
      "show",
      "A value as messages show it.",
      .function([.dyn], .string) { arguments, host in
        let isNull = arguments[0].isNull
        return .string(isNull ? "nobody" : (host as? DesignHost)?.text(of: arguments[0]) ?? "")
      }
    ),
    declare(
      "plural",
      "A number with its noun, as in 1 product and 3 products.",
      .function([.int, .string], .string) { arguments, _ in
        let count = arguments.int(0)
        return .string("\(count) \(arguments.string(1))\(count == 1 ? "" : "s")")
      },
      .function([.int, .string, .string], .string) { arguments, _ in
        let count = arguments.int(0)
        return .string("\(count) \(count == 1 ? arguments.string(1) : arguments.string(2))")
      }
    ),
    declare(
      "percent",
      "A percentage without trailing zeros, with its sign.",
      .function([.dyn], .string) { arguments, _ in
        let number = arguments[0].asDouble ?? arguments[0].asInt.map(Double.init) ?? 0
        return .string(DesignHost.text(of: number) + "%")
      }
    ),
    declare(
      "sum",
      "The sum of numbers.",
      .function([.list(.double)], .double) { arguments, _ in
        .double(arguments.list(0).reduce(0) { $0 + ($1.asDouble ?? 0) })
      },
      .function([.list(.int)], .int) { arguments, _ in
        var sum = 0
        for number in arguments.list(0) {
          let (total, overflow) = sum.addingReportingOverflow(number.asInt ?? 0)
          guard !overflow else { return .failure(.overflow) }
          sum = total
        }
        return .int(sum)
      }
    ),
    declare(
      "power",
      "A number raised to a whole power.",
      .function([.double, .int], .double) { arguments, _ in
        var result = 1.0
        let exponent = min(abs(arguments.int(1)), 10_000)
        for _ in 0..<exponent { result *= arguments[0].asDouble ?? 0 }
        return .double(arguments.int(1) < 0 ? 1 / result : result)
      }
    ),
    declare(
      "common_products",
      "The checked products in the scopes of two stewardships.",
      .member([.one(.stewardship), .one(.stewardship)], .many(.product)) { arguments, host in
        guard let host = host as? DesignHost, let first = arguments.object(0)?.entity,
          let second = arguments.object(1)?.entity
        else { return .list(.empty) }
        let others = Set(host.facts.products.list(host.facts.scope(of: second)))
        let all = host.facts.products.list(host.facts.scope(of: first))
        return .many(.product, all.filter(others.contains))
      }
    ),
    declare(
      "days_since",
      "The days from a date to today; negative for one to come.",
      .function([.timestamp], .wrapper(.int)) { arguments, host in
        guard let host = host as? DesignHost, case .timestamp(let date) = arguments[0] else {
          return .null
        }
        return .int(host.today - Int((Double(date.seconds) / 86_400).rounded(.down)))
      }
    ),
    declare(
      "days_until",
      "The days from today to a date; negative for one past.",
      .function([.timestamp], .wrapper(.int)) { arguments, host in
        guard let host = host as? DesignHost, case .timestamp(let date) = arguments[0] else {
          return .null
        }
        return .int(Int((Double(date.seconds) / 86_400).rounded(.down)) - host.today)
      }
    ),
  ]

  /// What changes a notation under several rules.
  package static let settings: [Setting] = [
    Setting(
      name: "primary_dimension",
      type: .string,
      defaultValue: .string("product"),
      summary: "the dimension whose pocket counts where a product is in several"
    ),
    Setting(
      name: "inherit_from_group",
      type: .bool,
      defaultValue: .bool(false),
      summary: "whether the lead of its product group owns a product without an owner"
    ),
    Setting(
      name: "unit_kinds",
      type: .map(.string),
      defaultValue: .map([]),
      summary: "what your own words for units mean: { squad: team, tribe: product-group }",
      choices: OrgAnalysis.Settings.unitKinds
    ),
    Setting(
      name: "decision_words",
      type: .string,
      defaultValue: .string(DecisionLetters.none.rawValue),
      summary: "whose letters as takes beside words: those of raci, daci or rapid",
      choices: DecisionLetters.allCases.map(\.rawValue)
    ),
    Setting(
      name: "infer_tags",
      type: .bool,
      defaultValue: .bool(true),
      summary: "whether tags are inferred from the ids and names of metrics"
    ),
    Setting(
      name: "tag_words",
      type: .map(.list(.string)),
      defaultValue: .map(
        OrgAnalysis.Settings.defaultTagWords.sorted { $0.key < $1.key }.map { tag, words in
          ParameterValue.Entry(key: tag, value: .list(words.map(ParameterValue.string)))
        }
      ),
      summary: "the words a tag is inferred from; a tag given replaces its words"
    ),
    Setting(
      name: "max_path",
      type: .int,
      defaultValue: .int(4),
      summary: "the longest chain of influences, in steps",
      range: 1...16
    ),
    Setting(
      name: "near",
      type: .int,
      defaultValue: .int(4),
      summary: "how many reporting steps apart two people still are near",
      range: 0...64
    ),
    Setting(
      name: "couplings",
      type: .list(.string),
      defaultValue: .list(OrgAnalysis.Settings.allCouplings.map(ParameterValue.string)),
      summary: "which couplings couple",
      choices: OrgAnalysis.Settings.allCouplings
    ),
    Setting(
      name: "shared_weight",
      type: .double,
      defaultValue: .double(20),
      summary: "the share, in percent, from which a common measure lowers a conflict",
      range: 0...100
    ),
  ]
}

extension DesignHost {
  /// Returns the mapping a thing's fields stand in; nil for things without fields.
  private func mapping(of object: ObjectReference) -> ItemID? {
    if let entity = object.entity { return graph.record(entity).body }
    switch object.kind {
    case .incentive: return facts.incentives.list[Int(object.index)].item
    case .step: return ItemID(Int(object.index))
    case .turn:
      let item = decisions.turns[Int(object.index)].item
      return graph[item].type == .mapping ? item : nil
    case .path:
      let decision = Int(decisions.pairs[Int(object.index)].decision)
      return graph.record(EntityRef(.decision, decision)).body
    case .edge: return graph.value(ofEntry: facts.metrics.influences[Int(object.index)].item)
    case .organization: return graph.organizations.first
    default: return nil
    }
  }

  /// Returns the value behind a key, or behind several with dots between; nil where it is absent.
  func item(_ path: String, of object: ObjectReference) -> ItemID? {
    guard var item = mapping(of: object) else { return nil }
    guard path.utf8.contains(UInt8(ascii: ".")) else { return child(path, of: item) }
    for key in path.split(separator: ".") {
      guard let child = child(String(key), of: item) else { return nil }
      item = child
    }
    return item
  }

  private func child(_ key: String, of item: ItemID) -> ItemID? {
    guard graph[item].type == .mapping,
      let child = graph.children(of: item).first(where: { graph[$0].field.key == key }),
      graph[child].type != .absent
    else { return nil }
    return child
  }

  func declares(_ object: ObjectReference, _ path: String) -> Bool {
    item(path, of: object) != nil
  }
}
