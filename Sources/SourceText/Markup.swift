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
