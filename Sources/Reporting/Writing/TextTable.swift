import SourceText

/// A table in Markdown that is lined up to be read as plain text, too.
package struct TextTable {
  private let isNumber: [Bool]
  private var rows: [[String]]

  /// Begins with the head of each column; a head that ends in `#` is one of numbers, without it.
  package init(_ heads: String...) {
    self.init(heads)
  }

  /// Begins with the heads of a list.
  package init(_ heads: [String]) {
    isNumber = heads.map { $0.hasSuffix("#") }
    rows = [heads.map { $0.hasSuffix("#") ? String($0.dropLast()) : $0 }]
  }

  /// Appends a row; cells that are not given stay empty.
  package mutating func append(_ cells: String...) {
    append(cells)
  }

  /// Appends the cells of a list as a row.
  package mutating func append(_ cells: [String]) {
    let row = cells.prefix(isNumber.count).map(TextTable.cell)
    rows.append(row + Array(repeating: "", count: isNumber.count - row.count))
  }

  /// Whether it has no row below the head.
  package var isEmpty: Bool { rows.count == 1 }

  /// Text that stays in its cell.
  private static func cell(_ text: String) -> String {
    markdownText(text)
  }

  /// Returns all rows, one a line.
  package var text: String {
    let widths = isNumber.indices.map { column in
      max(3, rows.map { displayWidth($0[column]) }.max() ?? 0)
    }
    var out = line(rows[0], widths)
    out += "|"
    for (column, width) in widths.enumerated() {
      let dashes = String(repeating: "-", count: width - (isNumber[column] ? 1 : 0))
      out += " " + dashes + (isNumber[column] ? ":" : "") + " |"
    }
    out += "\n"
    for row in rows.dropFirst() { out += line(row, widths) }
    return out
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    var out = "|"
    for (column, cell) in row.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - displayWidth(cell))
      out += " " + (isNumber[column] ? blanks + cell : cell + blanks) + " |"
    }
    return out + "\n"
  }
}
