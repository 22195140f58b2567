import SourceText

/// Text that also mentions nobody, refers to no issue, label or commit, and becomes no link and no
/// picture, neither at GitHub nor at GitLab.
func comment(_ text: String) -> String {
  var result = ""
  var piece = ""
  var watch = ReferenceWatch()
  for scalar in visible(text).unicodeScalars {
    if watch.begins(scalar) {
      result += entities(piece) + "<!-- -->"
      piece = ""
    }
    piece.unicodeScalars.append(scalar)
  }
  return result + entities(piece)
}

/// Follows a text scalar by scalar and tells where it must be parted to refer to nothing.
private struct ReferenceWatch {
  /// What begins a reference: people, issues, merge requests, labels, milestones, snippets, epics,
  /// alerts, iterations; and `:` as in `https://`, `:name:` and `[issue:1]`.
  private static let signs = Set("@#!~%$&^*:".unicodeScalars)

  /// Of a commit at least seven digits are given.
  private static let mostDigits = 6

  private var last: Unicode.Scalar = " "
  private var beforeLast: Unicode.Scalar = " "
  private var digits = 0

  /// Takes the next scalar and returns whether a text must be parted before it.
  mutating func begins(_ scalar: Unicode.Scalar) -> Bool {
    let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    let isReference =
      last == "@"
      || ReferenceWatch.signs.contains(last) && (isWord || "\"/_+-".unicodeScalars.contains(scalar))
    // GH-1, and the keys of other trackers.
    let isKey = last == "-" && beforeLast.properties.isAlphabetic && "0"..."9" ~= scalar
    let isHost = (last == "w" || last == "W") && scalar == "."
    let isDigit = scalar.properties.isASCIIHexDigit
    let isCommit = isDigit && digits == ReferenceWatch.mostDigits
    digits = isDigit ? (isCommit ? 1 : digits + 1) : 0
    (beforeLast, last) = (last, scalar)
    return isReference || isKey || isHost || isCommit
  }
}
