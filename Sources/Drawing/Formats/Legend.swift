/// What the signs in a picture mean, for those that it has.
struct Legend {
  private enum Sign {
    case mark(Mark.Level)
    case line(Diagram.Edge.Line)
    case badge(String)
    case overlap
  }

  private var items: [(sign: Sign, words: String)] = []

  init(_ diagram: Diagram) {
    if diagram.view == .influence, !diagram.edges.isEmpty {
      items = [
        (.badge("+"), "raises"), (.badge("−"), "lowers"), (.line(.solid), "verified"),
        (.line(.dashed), "correlated"), (.line(.dotted), "hypothesized"),
      ]
    }
    if diagram.edges.contains(where: { $0.label == "1" }) {
      items.append((.badge("1"), "hand-off"))
    }
    if diagram.nodes.contains(where: { $0.shape == .twice }) {
      items.append((.overlap, "one product in two pockets"))
    }
    for level in Mark.Level.allCases.reversed()
    where diagram.nodes.contains(where: { $0.mark?.level == level }) {
      items.append((.mark(level), level.name))
    }
  }

  var isEmpty: Bool { items.isEmpty }

  var width: Int { items.reduce(0) { $0 + Legend.width(of: $1.words) } }

  private static func width(of words: String) -> Int {
    34 + TextMeasure.line.width(of: words) + 16
  }

  /// Returns the signs in one line.
  func svg(y: Int) -> String {
    var out = "<g aria-hidden=\"true\">"
    var x = Sizes.border
    for (sign, words) in items {
      out += Legend.svg(sign, x: x + 13, y: y - 4)
      out += "<text x=\"\(x + 34)\" y=\"\(y)\">\(words)</text>"
      x += Legend.width(of: words)
    }
    return out + "</g>\n"
  }

  private static func svg(_ sign: Sign, x: Int, y: Int) -> String {
    switch sign {
    case .mark(let level):
      "<g class=\"\(level.name)\">\(Icon.svg(level, count: 1, x: x, y: y))</g>"
    case .line(let line): "<path class=\"l \(line.rawValue)\" d=\"M\(x - 13) \(y)h26\"/>"
    case .badge(let text):
      "<g class=\"\(text == "−" ? "minus" : "plus")\"><g class=\"b\">"
        + "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"8\"/>"
        + "<text x=\"\(x)\" y=\"\(y + 4)\">\(text)</text></g></g>"
    case .overlap:
      "<g class=\"n twice\"><rect x=\"\(x - 11)\" y=\"\(y - 7)\""
        + " width=\"22\" height=\"14\" rx=\"3\"/></g>"
    }
  }
}

/// The sign of a mark: a shape for each level, so that color is not needed to tell them apart.
enum Icon {
  static func svg(_ level: Mark.Level, count: Int, x: Int, y: Int) -> String {
    let text = count > 1 ? (count > 99 ? "99" : String(count)) : level == .info ? "i" : "!"
    let shape =
      switch level {
      case .error: "M\(x - 3) \(y - 8)h6l5 5v6l-5 5h-6l-5 -5v-6Z"
      case .warning: "M\(x) \(y - 9)l9 16h-18Z"
      case .info: "M\(x - 8) \(y)a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"
      }
    let baseline = level == .warning ? y + 5 : y + 4
    return "<path class=\"i\" d=\"\(shape)\"/>"
      + "<text class=\"x\" x=\"\(x)\" y=\"\(baseline)\" aria-hidden=\"true\">\(text)</text>"
  }
}
