/// What some YAML readers take a plain scalar for that is meant as text.
///
/// Covers the core schema and the types of YAML 1.1: `no` and `y`, `1_000`, `0b11`, `190:20:30`,
/// dates with and without a time, `<<`.
package enum YAMLAmbiguity: String, Hashable, Sendable {
  case null, bool, number, date, merge

  /// Finds out from the text of a plain scalar; nil if all readers take it for text.
  package init?(_ text: ArraySlice<UInt8>) {
    guard let first = text.first else {
      self = .null
      return
    }
    // Every ambiguous text begins with one of these, and few ids do.
    guard Self.isBeginner(first) else { return nil }
    let isDigit = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
    if let word = Self.word(text) {
      self = word
    } else if isDigit, Self.isTimestamp(text) {
      self = .date
    } else if CoreSchema.number(text) != nil || Self.isOldNumber(text) {
      self = .number
    } else {
      return nil
    }
  }

  private static func isBeginner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "="):
      true
    default: "ntfyo".utf8.contains(byte | 0x20)
    }
  }

  private static func word(_ text: ArraySlice<UInt8>) -> YAMLAmbiguity? {
    guard text.count <= 5 else { return nil }
    let word = String(decoding: text, as: UTF8.self)
    let lower = word.lowercased()
    // All lower, all upper, or a capital first: `No`, but not `nO`.
    guard word == lower || word.dropFirst() == lower.dropFirst() || word == word.uppercased()
    else { return nil }
    return switch lower {
    case "~", "null": .null
    case "y", "n", "yes", "no", "true", "false", "on", "off": .bool
    case "<<", "=": .merge
    default: nil
    }
  }

  /// Whether the text is `2026-1-1` or `2026-01-01`, alone or with a time.
  private static func isTimestamp(_ text: ArraySlice<UInt8>) -> Bool {
    let date = text.prefix { $0 == UInt8(ascii: "-") || isDigit($0) }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].count == 4, (1...2).contains(parts[1].count),
      (1...2).contains(parts[2].count)
    else { return false }
    guard let next = text.dropFirst(date.count).first else { return parts.count == 3 }
    return next == UInt8(ascii: "T") || next == UInt8(ascii: "t") || next == UInt8(ascii: " ")
  }

  /// Whether the text is a number of YAML 1.1 only: `1_000`, `0b11`, `-0x1F`, `1:30`.
  private static func isOldNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let sign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let number = text.dropFirst(sign ? 1 : 0)
    guard let first = number.first, isDigit(first) || first == UInt8(ascii: ".")
    else { return false }
    let digits = number.filter { $0 != UInt8(ascii: "_") }
    if digits.starts(with: Array("0b".utf8)), digits.count > 2 {
      return digits.dropFirst(2).allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }
    }
    return isSexagesimal(digits) || CoreSchema.number(digits[...]) != nil
  }

  /// Whether the text is a number in base 60: `190:20:30`, `20:30.15`.
  private static func isSexagesimal(_ digits: [UInt8]) -> Bool {
    let whole = digits.prefix { $0 != UInt8(ascii: ".") }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, digits.dropFirst(whole.count + 1).allSatisfy(isDigit)
    else { return false }
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
      && parts.dropFirst().allSatisfy { part in
        part.count == 1 || (part.count == 2 && part[part.startIndex] < UInt8(ascii: "6"))
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
