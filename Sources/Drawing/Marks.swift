package import OrgModel

/// That something was found about an entry.
package struct Mark: Hashable, Sendable {
  package var level: Level

  /// What was found, one text each, the weightiest first as they were added.
  package var texts: [String]

  /// Where it is told in full, as a reference inside the page; nil in a picture on its own.
  package var link: String?

  /// How much it weighs.
  package enum Level: Int, Comparable, CaseIterable, Sendable {
    case info, warning, error

    package var name: String {
      switch self {
      case .info: "info"
      case .warning: "warning"
      case .error: "error"
      }
    }

    package static func < (first: Level, second: Level) -> Bool {
      first.rawValue < second.rawValue
    }
  }
}

/// The entries of a design about which something was found.
package struct Marks: Sendable {
  private var marks: [EntityRef: Mark] = [:]

  package init() {}

  /// Adds what was found about an entry; the weightiest gives level and link.
  package mutating func add(
    _ level: Mark.Level,
    _ text: String,
    link: String? = nil,
    to entity: EntityRef
  ) {
    guard var mark = marks[entity] else {
      marks[entity] = Mark(level: level, texts: [text], link: link)
      return
    }
    if level > mark.level {
      mark.level = level
      mark.link = link
      mark.texts.insert(text, at: 0)
    } else {
      mark.texts.append(text)
    }
    marks[entity] = mark
  }

  package subscript(entity: EntityRef) -> Mark? { marks[entity] }

  /// The marked entries of a kind, by position.
  func marked(_ kind: EntityKind) -> [Int] {
    marks.keys.lazy.filter { $0.kind == kind }.map(\.index).sorted()
  }
}
