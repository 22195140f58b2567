/// One line of a file, cut to a width around a place, with a way from bytes to columns.
package struct SourceLine {
  /// Bytes read on each side of the place; a line may be megabytes long.
  private static let reach = 1200
  private static let tabStop = 4

  /// What one character of the file shows as, and where.
  private struct Cell {
    let byte: Int
    let text: String
    let column: Int
    let width: Int
  }

  private var cells: [Cell] = []
  private var endByte = 0
  private var endColumn = 0

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
  package init(_ bytes: [UInt8], line: Range<Int>, around place: Range<Int>, width: Int) {
    let window = SourceLine.window(bytes, line, place)
    read(bytes, window)
    crop(
      to: place,
      width: width,
      isCutBefore: window.lowerBound > line.lowerBound,
      isCutAfter: window.upperBound < line.upperBound
    )
  }

  /// Returns the shown columns, from 0, of a range of bytes, cut to what is visible.
  ///
  /// There is always room for one mark.
  package func columns(of range: Range<Int>) -> Range<Int> {
    let start = column(of: range.lowerBound)
    let end = column(of: range.upperBound, roundsUp: true)
    let from = shownColumn(start)
    return from..<max(shownColumn(end), from + 1)
  }

  private func shownColumn(_ column: Int) -> Int {
    if column < headColumn { return column }
    return min(max(column, firstColumn), lastColumn) - firstColumn + shift
  }

  private static func window(
    _ bytes: [UInt8],
    _ line: Range<Int>,
    _ place: Range<Int>
  ) -> Range<Int> {
    let start = min(max(place.lowerBound, line.lowerBound), line.upperBound)
    var lower = max(line.lowerBound, start - reach)
    while lower > line.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = min(line.upperBound, start + reach)
    while upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  private mutating func read(_ bytes: [UInt8], _ window: Range<Int>) {
    var watch = CommandWatch()
    let scalars = decoded(bytes[window])
    var characters = String.UnicodeScalarView()
    for scalar in scalars { characters.append(scalar.value) }
    var next = 0
    for character in String(characters) {
      let text = shown(character, &watch)
      let width = displayWidth(text)
      cells.append(Cell(byte: scalars[next].byte, text: text, column: endColumn, width: width))
      endColumn += width
      next += character.unicodeScalars.count
    }
    endByte = window.upperBound
  }

  /// Returns the scalars with their bytes; what is no UTF-8 becomes U+FFFD.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> [(byte: Int, value: Unicode.Scalar)] {
    var result: [(byte: Int, value: Unicode.Scalar)] = []
    result.reserveCapacity(bytes.count)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var byte = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        result.append((byte, Unicode.UTF8.decode(encoded)))
        byte += encoded.count
      case .error(let length):
        result.append((byte, "\u{FFFD}"))
        byte += length
      case .emptyInput: return result
      }
    }
  }

  private func shown(_ character: Character, _ watch: inout CommandWatch) -> String {
    if character == "\t" {
      _ = watch.completesCommand("\t")
      let column = endColumn
      return String(repeating: " ", count: SourceLine.tabStop - column % SourceLine.tabStop)
    }
    var text = ""
    for scalar in character.unicodeScalars {
      // The gutter keeps a line from starting with colons, so these may stand.
      if (watch.completesCommand(scalar) && scalar != ":") || isHidden(scalar) {
        text += escaped(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    // A mark without a letter would sit on the gutter.
    return displayWidth(text) == 0 ? "\u{25CC}" + text : text
  }

  private mutating func crop(
    to place: Range<Int>,
    width: Int,
    isCutBefore: Bool,
    isCutAfter: Bool
  ) {
    lastColumn = endColumn
    if isCutBefore || isCutAfter || endColumn > width {
      chooseColumns(place, max(width - 2, 8), isCutBefore: isCutBefore)
    }
    text = joined(0..<headColumn)
    if isCutBefore || firstColumn > headColumn {
      text += "…"
      shift = headColumn + 1
    }
    text += joined(firstColumn..<lastColumn)
    if isCutAfter || lastColumn < endColumn { text += "…" }
  }

  private func joined(_ columns: Range<Int>) -> String {
    cells.filter { $0.column >= columns.lowerBound && $0.column + $0.width <= columns.upperBound }
      .map(\.text).joined()
  }

  /// Keeps the place in view with a third of the room before it, and the key the line starts with.
  private mutating func chooseColumns(_ place: Range<Int>, _ room: Int, isCutBefore: Bool) {
    let start = column(of: place.lowerBound)
    let end = column(of: place.upperBound, roundsUp: true)
    var room = room
    if isCutBefore || end > room {
      let head = isCutBefore ? 0 : keyWidth(atMost: min(room / 3, start))
      room -= head
      let before = max(min(room / 3, room - (end - start)), 4)
      firstColumn = max(0, start - before)
      if !isCutBefore, firstColumn + room > endColumn { firstColumn = max(0, endColumn - room) }
      firstColumn = cells.first { $0.column >= firstColumn }?.column ?? firstColumn
      if firstColumn > head { headColumn = head }
    }
    lastColumn = min(endColumn, firstColumn + room)
    let last = cells.last { $0.column < lastColumn && $0.column + $0.width <= lastColumn }
    if let last { lastColumn = last.column + last.width }
  }

  /// The columns up to the first colon and a space, or none if they come later.
  private func keyWidth(atMost limit: Int) -> Int {
    let key = cells.prefix { $0.column < limit }.prefix { $0.text != ":" }
    let end = key.endIndex + 1
    guard end < cells.count, cells[end].column < limit else { return 0 }
    return cells[end].column + (cells[end].text == " " ? 1 : 0)
  }

  private func column(of byte: Int, roundsUp: Bool = false) -> Int {
    guard byte < endByte, !cells.isEmpty else { return endColumn }
    var low = 0
    var high = cells.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if cells[middle].byte <= byte { low = middle } else { high = middle }
    }
    let isInside = roundsUp && cells[low].byte < byte
    return cells[low].column + (isInside ? cells[low].width : 0)
  }
}
