extension Diagnostic {
  /// Rule, target, variant and discriminator: what stays the same when lines and words move.
  package var identity: [String] {
    let about = identifiesAllTargets ? targets.sorted() : [target]
    return [rule] + about + [variant, discriminator]
  }

  /// The first 16 hexadecimal digits of the SHA-256 of the identity, its parts joined by line feeds.
  package var fingerprint: String {
    String(SHA256.hexadecimal(Array(identity.joined(separator: "\n").utf8)).prefix(16))
  }
}
