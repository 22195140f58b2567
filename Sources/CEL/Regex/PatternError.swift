/// Why a text is no pattern, and where.
public struct PatternError: Error, Hashable, Sendable {
  /// The reason in words, without a full stop.
  public let message: String
  /// The byte of the pattern where it goes wrong.
  public let offset: Int
}
