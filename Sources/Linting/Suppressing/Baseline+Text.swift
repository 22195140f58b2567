extension Baseline {
  /// What the file says it is; changes only when an older orglint would misread the entries.
  static let format = "orglint-baseline/1"

  /// The file: JSON, with one entry a line.
  ///
  /// An empty entry at the end lets every line end in a comma, so that two branches that add
  /// entries change different lines.
  package var text: String {
    var text = "{ \"format\": \"\(Baseline.format)\", \"findings\": [\n"
    for entry in entries {
      text += "{ \"identity\": " + Baseline.list(entry.identity)
      if !entry.elements.isEmpty { text += ", \"elements\": " + Baseline.list(entry.elements) }
      text += " },\n"
    }
    return text + "{} ] }\n"
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  /// A string that readers of JSON and of YAML understand alike.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\" + String(scalar)
      case ..<0x20, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
