/// One line of a file, cut to a width around a place, with a way from bytes to columns.
package struct SourceLine {
  private let cells: LineCells

  /// The shown part, safe to print.
  package private(set) var text = ""

  /// The columns of the line's first key, which stay where the rest is cut.
  private var headColumn = 0

  /// The columns shown after it.
  private var firstColumn = 0
  private var lastColumn = 0

  /// Where the first of these is shown.
  private var shift = 0

  /// Reads a line, given as the bytes without its line break, so that a place in it is visible.
  ///
  /// Cost: the width, not the length of the line.
  package init(_ bytes: [UInt8], line: Range<Int>, around place: Range<Int>, width: Int) {
    let window = SourceLine.window(bytes, line, place, reach: 4 * width)
    cells = LineCells(bytes, window)
    let isCutBefore = window.lowerBound > line.lowerBound
    let isCutAfter = window.upperBound < line.upperBound
    lastColumn = cells.endColumn
    if isCutBefore || isCutAfter || cells.endColumn > width {
      chooseColumns(place, max(width - 2, 8), isCutBefore: isCutBefore)
    }
    text = cells.text(in: 0..<headColumn)
    if isCutBefore || firstColumn > headColumn {
      text += "…"
      shift = headColumn + 1
    }
    text += cells.text(in: firstColumn..<lastColumn)
    if isCutAfter || lastColumn < cells.endColumn { text += "…" }
  }

  /// Returns the shown columns, from 0, of a range of bytes, cut to what is visible.
  ///
  /// There is always room for one mark.
  package func columns(of range: Range<Int>) -> Range<Int> {
    let from = shownColumn(cells.column(of: range.lowerBound))
    let end = shownColumn(cells.column(of: range.upperBound, roundsUp: true))
    return from..<max(end, from + 1)
  }

  private func shownColumn(_ column: Int) -> Int {
    if column < headColumn { return column }
    return min(max(column, firstColumn), lastColumn) - firstColumn + shift
  }

  /// The bytes to read near a place, not cutting a scalar.
  private static func window(
    _ bytes: [UInt8],
    _ line: Range<Int>,
    _ place: Range<Int>,
    reach: Int
  ) -> Range<Int> {
    let start = min(max(place.lowerBound, line.lowerBound), line.upperBound)
    var lower = max(line.lowerBound, start - reach)
    var upper = min(line.upperBound, start + reach)
    for _ in 0..<3 {
      if lower > line.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
      if upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    }
    return lower..<upper
  }

  /// Keeps the place in view with a third of the room before it, and the key the line starts with.
  private mutating func chooseColumns(_ place: Range<Int>, _ room: Int, isCutBefore: Bool) {
    let start = cells.column(of: place.lowerBound)
    let end = cells.column(of: place.upperBound, roundsUp: true)
    var room = room
    if isCutBefore || end > room {
      let head = isCutBefore ? 0 : keyWidth(atMost: min(room / 3, start))
      room -= head
      let before = max(min(room / 3, room - (end - start)), 4)
      firstColumn = max(0, start - before)
      if !isCutBefore { firstColumn = max(0, min(firstColumn, cells.endColumn - room)) }
      firstColumn = cells.cells.first { $0.column >= firstColumn }?.column ?? firstColumn
      if firstColumn > head { headColumn = head }
    }
    lastColumn = min(cells.endColumn, firstColumn + room)
    let last = cells.cells.last { $0.column < lastColumn && $0.column + $0.width <= lastColumn }
    if let last { lastColumn = last.column + last.width }
  }

  /// The columns up to the first colon and a space, or none if they come later.
  private func keyWidth(atMost limit: Int) -> Int {
    let cells = cells.cells
    let key = cells.prefix { $0.column < limit }.prefix { $0.text != ":" }
    let end = key.endIndex + 1
    guard end < cells.count, cells[end].column < limit else { return 0 }
    return cells[end].column + (cells[end].text == " " ? 1 : 0)
  }
}
