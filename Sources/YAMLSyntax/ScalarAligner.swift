/// Finds out where in the source each byte of the text of a scalar was written.
///
/// Walks the source and the text side by side by the rules of the scalar's style. Where the two
/// don't agree with these rules, the whole scalar is one run, so a place is never wrong, only wide.
struct ScalarAligner {
  private let source: [UInt8]
  private let range: Range<Int>
  private let text: [UInt8]
  private var runs: [ScalarText.Run] = []

  /// The next byte of the source.
  private var position: Int

  /// Behind the last byte of the source to walk over.
  private var limit: Int

  /// The next byte of the text.
  private var decoded = 0

  init(source: [UInt8], range: Range<Int>, text: [UInt8]) {
    self.source = source
    self.range = range
    self.text = text
    position = range.lowerBound
    limit = range.upperBound
  }

  mutating func runs(for style: YAMLNode.Style) -> [ScalarText.Run] {
    guard !text.isEmpty else { return [] }
    let isAligned =
      switch style {
      case .plain: alignFlow(quote: nil)
      case .singleQuoted: alignFlow(quote: UInt8(ascii: "'"))
      case .doubleQuoted: alignFlow(quote: UInt8(ascii: "\""))
      case .literal, .folded: alignBlock(isFolded: style == .folded)
      case .block, .flow: false
      }
    return isAligned && decoded == text.count ? runs : [whole]
  }

  private var whole: ScalarText.Run {
    ScalarText.Run(
      decodedStart: 0,
      decodedCount: text.count,
      fileStart: range.lowerBound,
      fileCount: range.count,
      isCopied: false
    )
  }

  // MARK: Steps

  /// Takes one byte that is the same in the source and in the text.
  private mutating func copy() -> Bool {
    guard position < limit, decoded < text.count, source[position] == text[decoded]
    else { return false }
    if let last = runs.indices.last, runs[last].isCopied,
      runs[last].fileStart + runs[last].fileCount == position
    {
      runs[last].decodedCount += 1
      runs[last].fileCount += 1
    } else {
      add(decodedCount: 1, fileEnd: position + 1, isCopied: true)
    }
    position += 1
    decoded += 1
    return true
  }

  /// Takes bytes of the source that are read as something else.
  private mutating func replace(upTo fileEnd: Int, by replacement: [UInt8]) -> Bool {
    guard fileEnd <= limit, text[decoded...].starts(with: replacement) else { return false }
    if !replacement.isEmpty {
      add(decodedCount: replacement.count, fileEnd: fileEnd, isCopied: false)
    }
    position = fileEnd
    decoded += replacement.count
    return true
  }

  private mutating func add(decodedCount: Int, fileEnd: Int, isCopied: Bool) {
    runs.append(
      ScalarText.Run(
        decodedStart: decoded,
        decodedCount: decodedCount,
        fileStart: position,
        fileCount: fileEnd - position,
        isCopied: isCopied
      )
    )
  }

  /// Returns the end of the line break at an offset; nil if there is none.
  private func endOfBreak(at offset: Int) -> Int? {
    guard offset < limit, Trivia.isBreak(source[offset]) else { return nil }
    let isPair =
      source[offset] == 0x0D && offset + 1 < limit && source[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  private func isBlank(at offset: Int) -> Bool {
    offset < limit && (source[offset] == 0x20 || source[offset] == 0x09)
  }

  // MARK: Plain and quoted

  private mutating func alignFlow(quote: UInt8?) -> Bool {
    if quote != nil {
      position += 1
      limit -= 1
    }
    while position < limit {
      let byte = source[position]
      let isTaken =
        if byte == 0x5C, quote == UInt8(ascii: "\"") {
          takeEscape()
        } else if byte == quote {
          // Two single quotes stand for one.
          replace(upTo: position + 2, by: [byte])
        } else if let fold = foldedBreaks(from: position) {
          replace(upTo: fold.end, by: newlines(fold.breaks))
        } else {
          copy()
        }
      guard isTaken else { return false }
    }
    return true
  }

  /// Returns the end and the number of the line breaks from an offset, blanks around them included.
  private func foldedBreaks(from offset: Int) -> (end: Int, breaks: Int)? {
    var end = offset
    var breaks = 0
    while true {
      if let next = endOfBreak(at: end) {
        breaks += 1
        end = next
      } else if isBlank(at: end) {
        end += 1
      } else {
        return breaks > 0 ? (end, breaks) : nil
      }
    }
  }

  /// One line break is folded to a space; of several the first is dropped.
  private func newlines(_ breaks: Int) -> [UInt8] {
    breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
  }

  /// Takes a backslash and what it stands for in a double quoted scalar.
  private mutating func takeEscape() -> Bool {
    if let next = endOfBreak(at: position + 1) {
      let fold = foldedBreaks(from: next) ?? (endOfBlanks(from: next), 0)
      return replace(upTo: fold.end, by: Array(repeating: 0x0A, count: fold.breaks))
    }
    guard position + 1 < limit else { return false }
    let digits =
      switch source[position + 1] {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    // Whatever the escape is, it stands for one character of the text.
    return replace(upTo: position + 2 + digits, by: nextCharacter())
  }

  private func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while isBlank(at: end) { end += 1 }
    return end
  }

  /// Returns the bytes of the next character of the text.
  private func nextCharacter() -> [UInt8] {
    guard decoded < text.count else { return [0] }
    let continuation = text[(decoded + 1)...].prefix { $0 & 0xC0 == 0x80 }
    return [text[decoded]] + continuation
  }

  // MARK: Literal and folded

  private mutating func alignBlock(isFolded: Bool) -> Bool {
    position = Trivia.endOfLine(in: source, from: position)
    position = endOfBreak(at: position) ?? position
    guard let indent = blockIndent() else { return false }
    guard takeLeadingBreaks(indent) else { return false }
    while position < limit, decoded < text.count {
      let isMoreIndented = isBlank(at: position)
      while position < limit, !Trivia.isBreak(source[position]) {
        guard copy() else { return false }
      }
      guard position < limit else { break }
      let (end, breaks) = blockBreaks(indent)
      let folds = isFolded && !isMoreIndented && !isBlank(at: end)
      let replacement = folds ? newlines(breaks) : Array(repeating: 0x0A, count: breaks)
      guard replace(upTo: end, by: replacement) else { return false }
    }
    return takeTrailingBreaks()
  }

  /// Returns by how many blanks the lines are indented: those of the first line that the text lacks.
  private func blockIndent() -> Int? {
    var line = position
    while line < limit {
      var end = line
      while end < limit, source[end] == 0x20 { end += 1 }
      if let next = endOfBreak(at: end) {
        line = next
        continue
      }
      let kept = text.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
      return end - line >= kept ? end - line - kept : nil
    }
    return nil
  }

  /// Takes the empty lines before the first one with text.
  private mutating func takeLeadingBreaks(_ indent: Int) -> Bool {
    while text[decoded] == 0x0A {
      var end = position
      while end < limit, source[end] == 0x20 { end += 1 }
      guard let next = endOfBreak(at: end), replace(upTo: next, by: [0x0A]) else { return false }
      guard decoded < text.count else { return true }
    }
    position += indent
    return true
  }

  /// Returns the end of the line breaks here and of the indentation behind them, and their number.
  private func blockBreaks(_ indent: Int) -> (end: Int, breaks: Int) {
    var end = position
    var breaks = 0
    while let next = endOfBreak(at: end) {
      breaks += 1
      end = next
      var blanks = 0
      while blanks < indent, end < limit, source[end] == 0x20 {
        end += 1
        blanks += 1
      }
    }
    return (end, breaks)
  }

  /// Takes the line breaks that end the text; they stand behind the end of the scalar.
  private mutating func takeTrailingBreaks() -> Bool {
    limit = source.count
    while decoded < text.count {
      let blanks = endOfBlanks(from: position)
      guard let end = endOfBreak(at: blanks), replace(upTo: end, by: [0x0A]) else { return false }
    }
    return true
  }
}
