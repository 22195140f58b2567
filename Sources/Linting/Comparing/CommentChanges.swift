package import RuleLanguage

/// What a change does to the comments that silence findings.
package enum CommentChanges {
  /// Returns in words which valid comments came and went, those that went first, each in order.
  package static func words(
    from base: DesignHost,
    to head: DesignHost,
    rules: [RuleDefinition]
  ) -> [String] {
    let names = RuleNames(rules)
    let before = comments(base, names)
    let after = comments(head, names)
    return before.subtracting(after).sorted().map { "ignore comment for \($0) removed" }
      + after.subtracting(before).sorted().map { "ignore comment for \($0) added" }
  }

  private static func comments(_ host: DesignHost, _ names: RuleNames) -> Set<String> {
    var reader = CommentReader(host: host, names: names)
    return Set(
      reader.silencers().filter(\.isValid).map { "'\($0.rule)' at \($0.target)" }
    )
  }
}
