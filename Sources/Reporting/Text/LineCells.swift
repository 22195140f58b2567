import SourceText

/// The characters of a part of a line: what each shows as, safe to print, and in which column.
struct LineCells {
  private static let tabStop = 4

  struct Cell {
    let byte: Int
    let text: String
    let column: Int
    let width: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var endColumn = 0
  private let endByte: Int
  private var watch = CommandWatch()

  init(_ bytes: [UInt8], _ window: Range<Int>) {
    endByte = window.upperBound
    let scalars = LineCells.decoded(bytes[window])
    cells.reserveCapacity(scalars.count)
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while end < scalars.count, !LineCells.isBoundary(scalars[end - 1].value, scalars[end].value) {
        end += 1
      }
      if end == start + 1, scalars[start].value.value < 0x300 {
        append(scalars[start].value, byte: scalars[start].byte)
      } else {
        append(scalars[start..<end])
      }
      start = end
    }
  }

  /// Returns the column of a byte, or behind its character if asked.
  func column(of byte: Int, roundsUp: Bool = false) -> Int {
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

  /// Returns what is wholly within some columns.
  func text(in columns: Range<Int>) -> String {
    var text = ""
    for cell in cells where cell.column >= columns.lowerBound {
      if cell.column + cell.width > columns.upperBound { break }
      text += cell.text
    }
    return text
  }

  /// Whether two neighbors are surely two characters; marks begin at U+0300.
  private static func isBoundary(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    first.value < 0x300 && second.value < 0x300
  }

  /// Returns the scalars with their bytes; what is no UTF-8 becomes U+FFFD.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [(byte: Int, value: Unicode.Scalar)] {
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

  private mutating func append(_ scalars: ArraySlice<(byte: Int, value: Unicode.Scalar)>) {
    var characters = String.UnicodeScalarView()
    for scalar in scalars { characters.append(scalar.value) }
    var next = scalars.startIndex
    for character in String(characters) {
      var text = ""
      for (scalar, isHidden) in MarkedScalars(character.unicodeScalars) {
        text += shown(scalar, isHidden)
      }
      // A mark without a letter would sit on the gutter.
      if displayWidth(text) == 0 { text = "\u{25CC}" + text }
      append(text, byte: scalars[next].byte, width: displayWidth(text))
      next += character.unicodeScalars.count
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, byte: Int) {
    let text = shown(scalar, isHidden(scalar, after: nil, before: nil))
    append(text, byte: byte, width: displayWidth(text))
  }

  private mutating func append(_ text: String, byte: Int, width: Int) {
    cells.append(Cell(byte: byte, text: text, column: endColumn, width: width))
    endColumn += width
  }

  private mutating func shown(_ scalar: Unicode.Scalar, _ isHidden: Bool) -> String {
    let completes = watch.completesCommand(scalar)
    if scalar == "\t" {
      let count = LineCells.tabStop - endColumn % LineCells.tabStop
      return String(repeating: " ", count: count)
    }
    // The gutter keeps a line from starting with colons, so these may stand.
    return (completes && scalar != ":") || isHidden ? escaped(scalar) : String(scalar)
  }
}
