/// Whether text carries color; a value passed in, never looked up.
package enum ColorMode: Hashable, Sendable {
  case off
  /// Escape sequences of ECMA-48, as terminals and GitHub's logs read them.
  case ansi
}
