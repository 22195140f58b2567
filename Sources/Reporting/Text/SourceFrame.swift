import Diagnostics
import SourceText

/// Draws the lines of one file that labels point at, with underlines and words.
struct SourceFrame {
  /// Lines of a longer span that are shown after its first one.
  private static let followingLines = 3

  /// A label on its first line.
  private struct Mark {
    let line: Int
    let lastLine: Int
    let bytes: Range<Int>
    let isPrimary: Bool
    let text: String
  }

  let file: FileID
  let places: Places
  let paint: Paint
  let severity: Severity

  /// Columns right of the gutter.
  let width: Int

  /// Digits of the greatest line number.
  let gutter: Int

  /// Returns the drawn lines, without line breaks; the words of the labels are already visible.
  func lines(of labels: [FrameLabel]) -> [String] {
    let marks = labels.map(mark)
    let numbers = shownNumbers(marks)
    var result = [margin()]
    var last: Int?
    for number in numbers {
      if let last, number > last + 1 { result.append(paint("...", .faint)) }
      result += drawn(number, marks)
      last = number
    }
    return result
  }

  private func mark(_ label: FrameLabel) -> Mark {
    let range = places.range(of: label.span)
    let content = places.content(ofLine: range.line, in: file)
    let end = min(max(label.span.bytes.upperBound, content.lowerBound), content.upperBound)
    let start = min(label.span.bytes.lowerBound, end)
    // A span that ends with its last line break does not reach into the next line.
    let endsBefore = range.endLine > range.line && range.endColumn == 1
    let lastLine = endsBefore ? range.endLine - 1 : range.endLine
    var text = label.text
    if lastLine > range.line {
      text += (text.isEmpty ? "" : " ") + "(to line \(lastLine))"
    }
    return Mark(
      line: range.line,
      lastLine: lastLine,
      bytes: start..<end,
      isPrimary: label.isPrimary,
      text: text
    )
  }

  /// The numbers of the lines to show: marked ones, what they stand in, and no gap of one line.
  private func shownNumbers(_ marks: [Mark]) -> [Int] {
    var numbers: Set<Int> = []
    for mark in marks {
      numbers.insert(mark.line)
      numbers.formUnion(following(mark))
    }
    if let first = marks.first { numbers.formUnion(enclosingLines(first.line)) }
    let sorted = numbers.sorted()
    for (one, next) in zip(sorted, sorted.dropFirst()) where next == one + 2 {
      numbers.insert(one + 1)
    }
    return numbers.sorted()
  }

  private func following(_ mark: Mark) -> [Int] {
    guard mark.lastLine > mark.line else { return [] }
    let all = mark.line + 1...mark.lastLine
    if all.count <= SourceFrame.followingLines { return Array(all) }
    return all.prefix(SourceFrame.followingLines - 1) + [mark.lastLine]
  }

  /// The lines a place is nested in by indentation, without the section's name.
  private func enclosingLines(_ line: Int) -> [Int] {
    let bytes = places.bytes(of: file)
    guard var indentation = indentation(ofLine: line, bytes) else { return [] }
    var result: [Int] = []
    var number = line - 1
    while number >= 1, line - number <= 60, result.count < 2 {
      if let outer = self.indentation(ofLine: number, bytes), outer < indentation {
        if outer == 0 { break }
        result.append(number)
        indentation = outer
      }
      number -= 1
    }
    return result
  }

  /// The number of leading spaces; nil for a blank line, a comment and one without an end in sight.
  private func indentation(ofLine line: Int, _ bytes: [UInt8]) -> Int? {
    let content = places.content(ofLine: line, in: file)
    let limit = min(content.upperBound, content.lowerBound + 200)
    var index = content.lowerBound
    while index < limit, bytes[index] == 0x20 { index += 1 }
    guard index < limit, bytes[index] != 0x23 else { return nil }
    return index - content.lowerBound
  }

  private func drawn(_ number: Int, _ marks: [Mark]) -> [String] {
    let content = places.content(ofLine: number, in: file)
    let isInside = marks.contains { $0.line < number && number <= $0.lastLine }
    let own = marks.filter { $0.line == number }.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    guard !own.isEmpty else {
      let start = content.lowerBound
      return [numbered(number, line(content, around: start..<start).text, isInside: isInside)]
    }
    return groups(own, content).flatMap { group in
      let first = group[0].bytes.lowerBound
      let last = group.reduce(first) { max($0, $1.bytes.upperBound) }
      let line = line(content, around: first..<last)
      return [numbered(number, line.text, isInside: isInside)] + annotations(group, line)
    }
  }

  private func line(_ content: Range<Int>, around place: Range<Int>) -> SourceLine {
    SourceLine(places.bytes(of: file), line: content, around: place, width: width)
  }

  /// Marks that fit into one view of a line; a long line is shown once for each group.
  private func groups(_ marks: [Mark], _ content: Range<Int>) -> [[Mark]] {
    if content.count <= width { return [marks] }
    var result: [[Mark]] = []
    for mark in marks {
      if let first = result.last?.first,
        mark.bytes.upperBound - first.bytes.lowerBound <= width - 12
      {
        result[result.count - 1].append(mark)
      } else {
        result.append([mark])
      }
    }
    return result
  }

  private func annotations(_ marks: [Mark], _ line: SourceLine) -> [String] {
    var rows = LabelRows(width: width, paint: paint, severity: severity)
    for mark in marks {
      rows.add(line.columns(of: mark.bytes), mark.text, isPrimary: mark.isPrimary)
    }
    return rows.lines().map { margin($0) }
  }

  private func numbered(_ number: Int, _ text: String, isInside: Bool) -> String {
    let digits = String(number)
    let padding = String(repeating: " ", count: max(0, gutter - digits.count))
    let separator = isInside ? ">" : "|"
    return paint(padding + digits + " " + separator, .place) + (text.isEmpty ? "" : " " + text)
  }

  /// Returns a line without a number.
  private func margin(_ text: String = "") -> String {
    let blank = String(repeating: " ", count: gutter)
    return paint(blank + " |", .place) + (text.isEmpty ? "" : " " + text)
  }
}
