/// Returns text that can neither start a line, move a cursor, turn its direction nor give a
/// command to the log it is printed in.
///
/// What is invisible or a control is written as its number, `\u{202E}`; so are the characters that
/// would complete `::` at the start of a word, or `##[`, which runners of workflows obey.
package func visible(_ text: String) -> String {
  var last: UInt8 = 0x20
  var isPlain = true
  for byte in text.utf8 {
    let isRepeated = byte == last && (byte == 0x23 || byte == 0x3A)
    if byte < 0x20 || byte >= 0x7F || isRepeated {
      isPlain = false
      break
    }
    last = byte
  }
  if isPlain { return text }
  var result = ""
  var watch = CommandWatch()
  for (scalar, isHidden) in MarkedScalars(text.unicodeScalars) {
    if watch.completesCommand(scalar) || isHidden {
      result += escaped(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Returns the lines of a text, each of them as `visible` has it.
package func visibleLines(_ text: String) -> String {
  text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { visible(String($0)) }.joined(separator: "\n")
}

/// Returns the scalar by its number.
package func escaped(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}

/// Returns whether a scalar shows nothing where it stands: controls, marks of direction, separators,
/// every blank but the space and the wide one that parts names in Japanese, and joiners and variation
/// selectors that change nothing there.
///
/// The others of these stay; scripts and emoji are not readable without them.
package func isHidden(
  _ scalar: Unicode.Scalar,
  after last: Unicode.Scalar?,
  before next: Unicode.Scalar?
) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D: !joins(scalar, after: last, before: next)
  case 0xFE00...0xFE0F, 0xE0100...0xE01EF: !selects(scalar, after: last, before: next)
  case 0x3000: false
  default: isInvisible(scalar)
  }
}

/// Returns whether a scalar is a blank or a format character other than the space: one that makes two
/// names differ that look the same.
package func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: return false
  // A braille cell without dots.
  case 0x2800: return true
  default: break
  }
  let isNoncharacter = scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value
  if isNoncharacter { return true }
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
  default: return scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// Whether a joiner or a non-joiner changes what stands beside it: between emoji, in scripts whose
/// letters join, and behind the sign that takes a consonant's vowel.
private func joins(
  _ joiner: Unicode.Scalar,
  after last: Unicode.Scalar?,
  before next: Unicode.Scalar?
) -> Bool {
  guard let last else { return false }
  if last.properties.canonicalCombiningClass == .virama { return true }
  switch last.value {
  case 0x600...0x8FF, 0x1820...0x18AA, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
    return last.properties.isAlphabetic
  default: break
  }
  guard joiner == "\u{200D}", let next else { return false }
  return (last == "\u{FE0F}" || isPicture(last)) && isPicture(next)
}

/// Whether a variation selector changes what stands before it.
private func selects(
  _ selector: Unicode.Scalar,
  after last: Unicode.Scalar?,
  before next: Unicode.Scalar?
) -> Bool {
  guard let last else { return false }
  switch selector.value {
  case 0xFE0E, 0xFE0F:
    // Of ASCII only keys, as in 1️⃣.
    return isPicture(last) || (last.properties.isEmoji && next == "\u{20E3}")
  case 0xFE00...0xFE0D:
    switch last.value {
    case 0x1000...0x109F, 0x2205...0x2AFF, 0xA840...0xA877, 0xAA60...0xAA7F: return true
    default: return last.properties.isIdeographic
    }
  default: return last.properties.isIdeographic
  }
}

private func isPicture(_ scalar: Unicode.Scalar) -> Bool {
  !scalar.isASCII && scalar.properties.isEmoji
}

/// The scalars of a text, each with whether it shows nothing where it stands.
package struct MarkedScalars<Scalars: Sequence<Unicode.Scalar>>: Sequence, IteratorProtocol {
  private var rest: Scalars.Iterator
  private var last: Unicode.Scalar?
  private var current: Unicode.Scalar?

  package init(_ scalars: Scalars) {
    rest = scalars.makeIterator()
    current = rest.next()
  }

  package mutating func next() -> (scalar: Unicode.Scalar, isHidden: Bool)? {
    guard let scalar = current else { return nil }
    current = rest.next()
    defer { last = scalar }
    return (scalar, SourceText.isHidden(scalar, after: last, before: current))
  }
}

/// Follows a text scalar by scalar and tells where a workflow command would be complete.
package struct CommandWatch {
  private var hashes = 0
  private var followsHashes = false
  private var isAtWordStart = true
  private var followsColon = false

  package init() {}

  /// Takes the next scalar and returns whether it must not stand there as it is.
  package mutating func completesCommand(_ scalar: Unicode.Scalar) -> Bool {
    let closesBracket = scalar == "[" && followsHashes
    let closesColons = scalar == ":" && followsColon
    advance(scalar)
    return closesBracket || closesColons
  }

  private mutating func advance(_ scalar: Unicode.Scalar) {
    hashes = scalar == "#" ? hashes + 1 : 0
    followsHashes = hashes >= 2 || (followsHashes && CommandWatch.isLetter(scalar))
    followsColon = scalar == ":" && isAtWordStart
    isAtWordStart = CommandWatch.isBlank(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    0x61...0x7A ~= scalar.value | 0x20
  }

  /// The properties of Unicode cost a search, which most text can do without.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || 0x09...0x0D ~= scalar.value
      : scalar.properties.isWhitespace
  }
}
