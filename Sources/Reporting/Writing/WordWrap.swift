import SourceText

/// Breaks text at spaces into lines of at most a width; a longer word gets a line of its own.
///
/// The first line may be shorter by what stands before it. There is always at least one line.
package func wrapped(_ text: String, width: Int, firstWidth: Int? = nil) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  var room = firstWidth ?? width
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    let length = displayWidth(String(word))
    if used > 0, used + 1 + length > room {
      lines.append(line)
      line = ""
      used = 0
      room = width
    }
    if used > 0 {
      line += " "
      used += 1
    }
    line += word
    used += length
  }
  lines.append(line)
  return lines
}
