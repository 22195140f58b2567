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
  for scalar in text.unicodeScalars {
    if watch.completesCommand(scalar) || isHidden(scalar) {
      result += escaped(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Returns the scalar by its number.
package func escaped(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}

/// Returns whether a scalar has no picture of its own: controls, marks of direction, separators, and
/// every blank but the space and the wide one that parts names in Japanese.
///
/// Joiners and variation selectors stay; scripts and emoji are not readable without them. Where they
/// join nothing `CommandWatch` refuses them.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  isJoiner(scalar) || scalar.value == 0x3000 ? false : isInvisible(scalar)
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

private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
  default: false
  }
}

/// Follows a text scalar by scalar and tells where a workflow command would be complete, and where a
/// joiner has nothing to join.
package struct CommandWatch {
  private var hashes = 0
  private var followsHashes = false
  private var isAtWordStart = true
  private var followsColon = false
  private var followsJoinable = false

  package init() {}

  /// Takes the next scalar and returns whether it must not stand there as it is.
  package mutating func completesCommand(_ scalar: Unicode.Scalar) -> Bool {
    let closesBracket = scalar == "[" && followsHashes
    let closesColons = scalar == ":" && followsColon
    let joinsNothing = !scalar.isASCII && isJoiner(scalar) && !followsJoinable
    advance(scalar)
    return closesBracket || closesColons || joinsNothing
  }

  private mutating func advance(_ scalar: Unicode.Scalar) {
    hashes = scalar == "#" ? hashes + 1 : 0
    followsHashes = hashes >= 2 || (followsHashes && CommandWatch.isLetter(scalar))
    followsColon = scalar == ":" && isAtWordStart
    isAtWordStart = CommandWatch.isBlank(scalar)
    followsJoinable = CommandWatch.isJoinable(scalar)
  }

  /// Letters of scripts that join, and pictures; a digit takes a frame, `1️⃣`.
  private static func isJoinable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x23, 0x2A, 0x30...0x39: true
    case 0..<0x80, 0x200C, 0x200D: false
    default: true
    }
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
