import DesignGenerator

/// A generated design, kept whole.
struct GeneratedFiles {
  var texts: [String: String] = [:]
  var bytes: [UInt8] = []
  let summary: DesignSummary

  init(people: Int, seed: UInt64, shape: DesignShape = .ordinary) {
    var texts: [String: String] = [:]
    var all: [UInt8] = []
    summary = generateDesign(people: people, seed: seed, shape: shape) { path, bytes in
      texts[path] = String(decoding: bytes, as: UTF8.self)
      all += bytes
    }
    self.texts = texts
    bytes = all
  }

  /// The ids declared in a section, over all files.
  func ids(in section: String) -> [String] {
    texts.values.flatMap { text in
      let parts = text.split(separator: "\n\(section):\n", maxSplits: 1)
      guard parts.count == 2 else { return [String]() }
      return parts[1].split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { !$0.isEmpty }
        .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  #") }
        .compactMap { $0.dropFirst(2).split(separator: ":").first.map(String.init) }
    }
  }
}
