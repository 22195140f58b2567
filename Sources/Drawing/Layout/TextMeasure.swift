import SourceText

/// How wide text will be, with room for the widest of the usual fonts.
struct TextMeasure {
  /// In pixels.
  let size: Int
  let isBold: Bool

  static let title = TextMeasure(size: 13, isBold: true)
  static let line = TextMeasure(size: 11, isBold: false)

  /// Returns the width in pixels, rounded up.
  func width(of text: String) -> Int {
    let hundredths = text.reduce(0) { $0 + TextMeasure.advance($1) }
    return scaled(hundredths)
  }

  private func scaled(_ hundredths: Int) -> Int {
    (hundredths * size * (isBold ? 11 : 10) + 999) / 1000
  }

  /// Returns text that fits, with an ellipsis for what does not.
  ///
  /// Cost: what fits, however long the text is.
  func fitted(_ text: String, into width: Int) -> String {
    var used = 0
    var end = text.startIndex
    var fits = text.startIndex
    while end < text.endIndex {
      used += TextMeasure.advance(text[end])
      end = text.index(after: end)
      if scaled(used) > width { return text[..<fits] + "…" }
      if scaled(used + TextMeasure.advance("…")) <= width { fits = end }
    }
    return text
  }

  /// In hundredths of the font's size.
  private static func advance(_ character: Character) -> Int {
    if let ascii = character.asciiValue {
      return ascii < 0x20 || ascii > 0x7E ? 60 : asciiAdvances[Int(ascii) - 0x20]
    }
    return switch displayWidth(character) {
    case 0: 0
    case 1: 75
    default: 110
    }
  }

  /// The printable characters of ASCII in DejaVu Sans, which is wider than its alternatives.
  private static let asciiAdvances = [
    32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
    100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]
}
