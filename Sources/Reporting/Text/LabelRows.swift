import Diagnostics
import SourceText

/// The rows under one source line: underlines, and the words that belong to them.
struct LabelRows {
  /// The least room for words beside their mark; below it they move to the left.
  private static let leastRoom = 32

  private struct Item {
    let columns: Range<Int>
    let text: String
    let isPrimary: Bool
  }

  private let width: Int
  private let paint: Paint
  private let severity: Severity
  private var items: [Item] = []

  init(width: Int, paint: Paint, severity: Severity) {
    self.width = width
    self.paint = paint
    self.severity = severity
  }

  mutating func add(_ columns: Range<Int>, _ text: String, isPrimary: Bool) {
    items.append(Item(columns: columns, text: text, isPrimary: isPrimary))
  }

  /// Returns the rows: the words of the rightmost mark beside it, those of the others below.
  func lines() -> [String] {
    var pending = items.filter { !$0.text.isEmpty }
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    var first = underlines()
    let end = items.reduce(0) { max($0, $1.columns.upperBound) }
    if let last = pending.last, last.columns.upperBound == end,
      end + 1 + displayWidth(last.text) <= width
    {
      first += " " + paint(last.text, style(last))
      pending.removeLast()
    }
    var rows = [first]
    while let item = pending.popLast() { rows += words(of: item, above: pending) }
    return rows
  }

  private func style(_ item: Item) -> Paint.Style {
    item.isPrimary ? .severity(severity) : .related
  }

  private func underlines() -> String {
    let end = items.reduce(0) { max($0, $1.columns.upperBound) }
    var owners = [Int?](repeating: nil, count: end)
    for isPrimary in [false, true] {
      for (index, item) in items.enumerated() where item.isPrimary == isPrimary {
        for column in item.columns { owners[column] = index }
      }
    }
    var row = ""
    var start = 0
    while start < end {
      var stop = start + 1
      while stop < end, owners[stop] == owners[start] { stop += 1 }
      row += underline(owners[start].map { items[$0] }, count: stop - start)
      start = stop
    }
    return row
  }

  private func underline(_ item: Item?, count: Int) -> String {
    guard let item else { return String(repeating: " ", count: count) }
    return paint(String(repeating: item.isPrimary ? "^" : "-", count: count), style(item))
  }

  /// The start of the mark; where that leaves no room, the words end with the mark.
  private func column(of item: Item) -> Int {
    let start = item.columns.lowerBound
    let needed = displayWidth(item.text)
    if width - start >= min(needed, LabelRows.leastRoom) { return start }
    if needed <= item.columns.upperBound { return item.columns.upperBound - needed }
    return max(0, min(start, width - LabelRows.leastRoom))
  }

  /// Words under their mark, wrapped, with a stroke for each mark whose words come further down.
  private func words(of item: Item, above others: [Item]) -> [String] {
    let column = column(of: item)
    return wrapped(item.text, width: width - column).map { line in
      var row = ""
      var used = 0
      for other in others where other.columns.lowerBound < column {
        guard other.columns.lowerBound >= used else { continue }
        row += String(repeating: " ", count: other.columns.lowerBound - used)
        row += paint("|", style(other))
        used = other.columns.lowerBound + 1
      }
      row += String(repeating: " ", count: column - used)
      return row + paint(line, style(item))
    }
  }
}
