package import CEL

/// The parameter that reading itself needs: what a placeholder looks like.
///
/// Ids and references are compared with it while files are joined, so that each is read once.
package enum PlaceholderPatterns {
  package static let rule = "hyg-placeholder"
  package static let parameter = "patterns"

  /// Returns all patterns as one that matches whole texts; nil where there is none.
  package static func joined(_ value: ParameterValue?) -> LinearPattern? {
    guard case .list(let patterns)? = value else { return nil }
    let texts = patterns.compactMap { if case .string(let text) = $0 { text } else { nil } }
    guard !texts.isEmpty else { return nil }
    let all = texts.map { "(?:\($0))" }.joined(separator: "|")
    return try? LinearPattern(all, ignoringCase: true, extent: .whole)
  }

  /// Returns whether a text is a pattern.
  package static func isValid(_ text: String) -> Bool {
    (try? LinearPattern("(?:\(text))", ignoringCase: true, extent: .whole)) != nil
  }
}
