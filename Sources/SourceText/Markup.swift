/// Returns text that is only text in HTML and XML, in content and in quoted attributes.
///
/// What XML forbids is shown as its number, as everything invisible is.
package func markup(_ text: String) -> String {
  entities(visible(text))
}

/// Returns text that is safe to print already, with what HTML and XML would read as markup escaped.
package func entities(_ shown: String) -> String {
  let isPlain = shown.utf8.allSatisfy { byte in
    byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
  }
  if isPlain { return shown }
  var result = ""
  for scalar in shown.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&apos;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Returns text that is only text in Markdown, and reads as it stands in a terminal, too: what
/// Markdown would take for a tag, code, a link or emphasis has a backslash before it.
package func markdownText(_ text: String) -> String {
  let shown = Array(visible(text).unicodeScalars)
  var result = String.UnicodeScalarView()
  for (index, scalar) in shown.enumerated() {
    let (before, after) = (
      index > 0 ? shown[index - 1] : " ", shown.dropFirst(index + 1).first ?? " "
    )
    let isMeant =
      switch scalar {
      case "\\": isPunctuation(after)
      case "&": after == "#" || after.properties.isAlphabetic
      case "_": !isWord(before) || !isWord(after)
      default: "<`*[|~".unicodeScalars.contains(scalar)
      }
    if isMeant { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// Whether a backslash in Markdown takes its meaning from what follows it.
private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && scalar.value > 0x20 && !scalar.properties.isAlphabetic
    && scalar.properties.numericType == nil
}
