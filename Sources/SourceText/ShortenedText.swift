/// Returns a text of at most so many characters, with what a longer one has in all.
///
/// Whatever a design puts into a message stays readable, and cannot fill a report.
package func shortened(_ text: String, to limit: Int) -> String {
  // No text has more characters than bytes.
  guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
  let start = String(text.unicodeScalars.prefix(limit))
  return "\(start)… (\(text.unicodeScalars.count) characters)"
}
