import Drawing
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FormatTests {
  /// A little of everything that is drawn.
  static let small = Design(
    """
    people:
      ceo: { name: Ida Berg, title: Chief }
      po: { name: Ana Obi, title: Product owner, reports_to: ceo, unit: shop }
      tl: { vacant: true, reports_to: ceo }
    units:
      shop: { name: Shop, kind: team, lead: po, headcount: 7 }
    products:
      app: { name: App, unit: shop, product_owner: po }
      site: { name: Site, product_owner: po }
      desk: { name: Desk }
    pockets:
      all: { name: All, owner: ceo }
      one: { name: One, parent: all, owner: po, covers: { products: [app] } }
      two: { name: Two, parent: all, covers: { products: [app, site] } }
    decisions:
      release:
        type: release
        requester: po
        overrule: [ceo]
        steps:
          - { by: tl, as: input }
          - parallel: [{ by: ceo, as: agree, grounds: legal }, { by: po, as: agree }]
          - { by: po, as: decide }
    metrics:
      speed: { drives: { revenue: { effect: raises, confidence: verified }, quality: lowers } }
      quality: { drives: { revenue: { effect: raises, confidence: correlated }, speed: lowers } }
      revenue: {}
    incentives:
      po: [{ metric: speed, direction: increase }]
    """
  )

  static var marks: Marks {
    var marks = Marks()
    for (path, level, text) in [
      ("person/po", Mark.Level.warning, "str-too-many-hats: po wears 3 hats"),
      ("product/app", .error, "pnl-overlap: 'app' is in two pockets"),
      ("product/app", .info, "another"),
      ("metric/speed", .info, "inc-unpaired-metric: nothing balances 'speed'"),
    ] {
      guard let entity = small.entity(path) else { continue }
      marks.add(level, text, link: "#finding-1", to: entity)
    }
    return marks
  }

  @Test(arguments: GraphView.allCases, PictureFormat.allCases)
  func `a small design is drawn as it is`(view: GraphView, format: PictureFormat) throws {
    let diagram = FormatTests.small.diagram(view, marks: FormatTests.marks)
    let name = "\(view.rawValue).\(format.rawValue)"
    try expectGolden(format.render(diagram), name)
  }

  /// Names that would break out of one format or another.
  static let hostile = [
    "<script>alert(1)</script>", "]]><svg onload=alert(1)>", "\"] --> x; click x \"javascript:1\"",
    "a\nb", "\u{202E}evil\u{202C}", "\\\" ]; } digraph x {", "%%{init: {}}%%", "&lt;&#60;",
    "\u{1B}[31m", "::error::x", String(repeating: "long name ", count: 400), "`md` **b** #quot;",
    "end", "\u{0}null", "<a href='x'>",
  ]

  static let hostileDesign: Design = {
    var yaml = "people:\n"
    for (index, name) in hostile.enumerated() {
      yaml += "  p\(index): { name: \(quoted(name)), title: \(quoted(name)),"
      yaml += " reports_to: p\(max(index - 1, 0)) }\n"
    }
    for (section, line) in [
      ("units", "lead: p0, kind: NAME"), ("products", "product_owner: p1"),
      ("pockets", "owner: p2, covers: { products: [x0, x1] }"),
      ("metrics", "drives: { x0: raises }"),
      ("decisions", "steps: [{ by: p3, as: agree, grounds: NAME }]"),
    ] {
      yaml += "\(section):\n"
      for (index, name) in hostile.enumerated() {
        let fields = line.replacing("NAME", with: quoted(name))
        yaml += "  x\(index): { name: \(quoted(name)), \(fields) }\n"
      }
    }
    return Design(yaml)
  }()

  /// Writes a text between double quotes as YAML reads it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  @Test(arguments: GraphView.allCases)
  func `hostile names stay text in SVG`(view: GraphView) throws {
    var marks = Marks()
    for path in ["person/p1", "unit/x1", "product/x1", "pocket/x1", "decision/x1", "metric/x1"] {
      guard let entity = FormatTests.hostileDesign.entity(path) else { continue }
      for text in FormatTests.hostile { marks.add(.error, text, link: "#\"><script>", to: entity) }
    }
    let diagram = FormatTests.hostileDesign.diagram(view, marks: marks)
    for svg in [PictureFormat.svg.render(diagram), SVGWriter.part(diagram)] {
      let reader = ElementReader(svg)
      #expect(reader.isWellFormed)
      let allowed: Set = [
        "svg", "title", "desc", "style", "rect", "g", "path", "text", "circle", "a",
      ]
      #expect(reader.elements.isSubset(of: allowed), "\(reader.elements.subtracting(allowed))")
      #expect(reader.attributes.allSatisfy { !$0.hasPrefix("on") })
      #expect(svg.unicodeScalars.allSatisfy { $0.value != 0x202E && $0.value != 0x1B })
      #expect(svg.utf8.count < 400_000, "long names are cut")
    }
  }

  @Test(arguments: GraphView.allCases)
  func `hostile names stay between quotes in Mermaid and dot`(view: GraphView) {
    let diagram = FormatTests.hostileDesign.diagram(view)
    for line in PictureFormat.mermaid.render(diagram).split(separator: "\n") {
      // Quotes come in pairs, and nothing between them ends a line, a label or a directive.
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      #expect(parts.count % 2 == 1, "\(line)")
      for (index, part) in parts.enumerated() where index % 2 == 1 {
        let words = part.replacing("<br/>", with: "")
        #expect(!words.contains { "<>[]{}`%\\&".contains($0) }, "\(line)")
      }
      if line.hasPrefix("%%") || line.hasPrefix("  %%") { #expect(!line.contains("{")) }
    }
    for line in PictureFormat.dot.render(diagram).split(separator: "\n") {
      var isInside = false
      var isEscaped = false
      for character in line {
        if isEscaped { isEscaped = false; continue }
        if character == "\\" { isEscaped = true }
        if character == "\"" { isInside.toggle() }
        if !isInside { #expect(character.isASCII && character != "<", "\(line)") }
      }
      #expect(!isInside, "\(line)")
    }
  }

  @Test func `a long name ends in an ellipsis, and is there in full to point at`() {
    let name = "Head of everything that has no other place in this organization"
    let svg = PictureFormat.svg.render(
      Design("people: { a: { name: \"\(name)\" } }\n").diagram(.reporting)
    )
    #expect(svg.contains("<title>\(name); person/a</title>"))
    #expect(svg.contains("…</text>"))
    #expect(!svg.contains("\(name)</text>"))
  }

  @Test func `redacted pictures show ids and no names`() {
    var options = DrawingOptions()
    options.redacts = true
    for view in GraphView.allCases {
      let diagram = Drawing.diagram(view, of: FormatTests.small.facts, options: options)
      for format in PictureFormat.allCases {
        let text = format.render(diagram)
        for name in ["Ida Berg", "Ana Obi", "Chief", "Product owner", "legal"] {
          #expect(!text.contains(name), "\(view) \(format)")
        }
      }
    }
  }
}

/// Reads XML and notes which elements and attributes it has.
private final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var isWellFormed = false

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
  }
}
