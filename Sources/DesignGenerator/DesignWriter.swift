/// A buffer of YAML text in flow and block style.
struct DesignWriter {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Starts a file with the format version.
  mutating func startFile(comment: String) {
    line("# \(comment)")
    line("orglint: 1")
  }

  mutating func section(_ name: String) {
    line("")
    line("\(name):")
  }

  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an entry of a section on one line, or a field a line.
  mutating func entry(_ id: String, block: Bool = false, _ fields: [(String, String)]) {
    guard block else {
      return line("  \(id): \(Self.flow(fields))")
    }
    line("  \(id):")
    for (key, value) in fields {
      line("    \(key): \(value)")
    }
  }

  /// Writes an entry whose items stand below each other.
  mutating func list(_ id: String, _ items: [String]) {
    line("  \(id):")
    for item in items {
      line("    - \(item)")
    }
  }

  /// Returns a mapping on one line.
  static func flow(_ fields: [(String, String)]) -> String {
    "{ \(fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ")) }"
  }
}
