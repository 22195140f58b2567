import Diagnostics

/// The policy of a page: nothing is loaded, and nothing runs but what the page names.
enum HTMLPolicy {
  /// Returns a Content Security Policy that allows one text of style and one of script.
  static func allowing(style: String, script: String) -> String {
    "default-src 'none'; style-src '\(hash(of: style))'; script-src '\(hash(of: script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func hash(of text: String) -> String {
    "sha256-" + base64(SHA256.hexadecimal(Array(text.utf8)))
  }

  /// Returns hexadecimal digits in Base64 of RFC 4648.
  private static func base64(_ digits: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = digits.compactMap(\.hexDigitValue).flatMap { value in
      (0..<4).map { value >> (3 - $0) & 1 }
    }
    var result = ""
    for start in stride(from: 0, to: bits.count, by: 6) {
      let group = bits[start..<min(start + 6, bits.count)]
      let value = group.reduce(0) { $0 << 1 | $1 } << (6 - group.count)
      result.append(alphabet[value])
    }
    return result + String(repeating: "=", count: (4 - result.count % 4) % 4)
  }
}
