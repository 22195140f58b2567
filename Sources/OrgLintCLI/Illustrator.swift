import Diagnostics
import Drawing
import OrgAnalysis
import OrgModel
import RuleLanguage

/// Makes the pictures beside a report, and finds whom and what each finding concerns.
struct Illustrator {
  private let host: DesignHost
  private let redacts: Bool
  private var pictures: [Illustration.Picture] = []
  private var views: [(view: GraphView, entities: Set<EntityRef>)] = []

  /// Returns the pictures of a report on a design; with names left out where that is asked for.
  static func illustration(
    of report: Report,
    on host: DesignHost,
    redacts: Bool
  ) -> Illustration {
    var illustrator = Illustrator(host: host, redacts: redacts)
    illustrator.draw(FindingMarks.marks(of: report, in: host.graph, linking: true))
    return Illustration(
      style: SVGStyle.css,
      pictures: illustrator.pictures,
      contexts: report.findings.map { illustrator.context(of: $0) }
    )
  }

  private init(host: DesignHost, redacts: Bool) {
    self.host = host
    self.redacts = redacts
  }

  /// Draws what the design has something of.
  private mutating func draw(_ marks: Marks) {
    var options = DrawingOptions()
    options.redacts = redacts
    for view in GraphView.allCases {
      let diagram = diagram(view, of: host.facts, marks: marks, options: options)
      guard !diagram.nodes.isEmpty else { continue }
      views.append((view, Set(diagram.nodes.compactMap(\.entity))))
      pictures.append(
        Illustration.Picture(
          name: view.rawValue,
          title: diagram.title,
          summary: diagram.summary,
          markup: SVGWriter.part(diagram)
        )
      )
    }
  }

  private func context(of finding: Diagnostic) -> Illustration.Context {
    let targets = FindingMarks.entities(of: finding, in: host.graph)
    let related = finding.related.compactMap { host.graph.entity(path: $0.target) }
    var people: [Int] = []
    var units: [Int] = []
    for entity in targets + related {
      people += self.people(of: entity)
      units += self.units(of: entity)
    }
    units += people.compactMap { host.facts.unit(ofPerson: $0) }
    units += units.flatMap { Array(host.facts.units.tree.ancestors(of: $0)) }
    return Illustration.Context(
      people: names(.person, people),
      units: names(.unit, units),
      spots: spots(of: targets)
    )
  }

  /// Whoever an entry is, or who answers for it.
  private func people(of entity: EntityRef) -> [Int] {
    let facts = host.facts
    switch entity.kind {
    case .person: return [entity.index]
    case .unit: return facts.units.lead(of: entity.index).map { [$0] } ?? []
    case .product:
      return [facts.products.owner(of: entity.index), facts.products.lead(of: entity.index)]
        .compactMap { $0 }
    case .pocket: return facts.pockets.owner(of: entity.index).map { [$0] } ?? []
    default: return []
    }
  }

  private func units(of entity: EntityRef) -> [Int] {
    switch entity.kind {
    case .unit: [entity.index]
    case .product: host.facts.products.home(of: entity.index).map { [$0] } ?? []
    default: []
    }
  }

  /// The first picture of each view that shows one of the entries.
  private func spots(of entities: [EntityRef]) -> [Illustration.Spot] {
    views.enumerated().compactMap { picture, drawn in
      entities.first(where: drawn.entities.contains).map {
        Illustration.Spot(picture: picture, anchor: SVGWriter.anchor($0, in: drawn.view))
      }
    }
  }

  private func names(_ kind: EntityKind, _ indexes: [Int]) -> [String] {
    Set(indexes).sorted().map { index in
      let entity = EntityRef(kind, index)
      let id = host.graph.id(entity)
      let field: Field = kind == .person ? .personName : .unitName
      guard !redacts, let item = host.graph.field(field, of: entity) else { return id }
      let name = host.graph.text(item)
      return name.isEmpty || name == id ? id : "\(name) (\(id))"
    }
  }
}
