/// The pictures beside a report, and whom and what each finding concerns; made by who knows the
/// design, for formats that know none.
package struct Illustration: Sendable {
  /// The rules of style of all pictures.
  package var style: String
  package var pictures: [Picture]

  /// Beside the findings of the report.
  package var contexts: [Context]

  package init(style: String, pictures: [Picture], contexts: [Context]) {
    self.style = style
    self.pictures = pictures
    self.contexts = contexts
  }

  /// One picture as an element of a page, safe as it is.
  package struct Picture: Sendable {
    /// A word for ids in the page.
    package var name: String
    package var title: String
    package var summary: String

    /// An `svg` element whose text is escaped.
    package var markup: String

    package init(name: String, title: String, summary: String, markup: String) {
      self.name = name
      self.title = title
      self.summary = summary
      self.markup = markup
    }
  }

  /// Whom and what a finding concerns.
  package struct Context: Sendable {
    /// The people involved, as they are shown.
    package var people: [String]

    /// The units of these and those above, as they are shown.
    package var units: [String]

    /// Where the finding is marked.
    package var spots: [Spot]

    package init(people: [String], units: [String], spots: [Spot]) {
      self.people = people
      self.units = units
      self.spots = spots
    }
  }

  /// A place in a picture.
  package struct Spot: Sendable {
    /// The position of the picture.
    package var picture: Int

    /// The id of the element.
    package var anchor: String

    package init(picture: Int, anchor: String) {
      self.picture = picture
      self.anchor = anchor
    }
  }
}

extension Report {
  /// Returns the id of a finding's element in a page, by its position.
  package static func anchor(ofFinding position: Int) -> String { "finding-\(position + 1)" }

  /// The positions of the findings that a page shows, in their order: of very many the gravest.
  ///
  /// A browser opens some thousand findings at once.
  package var positionsOnPage: [Int] {
    let most = 3000
    guard findings.count > most else { return Array(findings.indices) }
    let order = findings.indices.sorted { first, second in
      let (one, other) = (findings[first].severity, findings[second].severity)
      return one != other ? one > other : first < second
    }
    return order.prefix(most).sorted()
  }
}
