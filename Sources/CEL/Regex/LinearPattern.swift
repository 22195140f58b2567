/// stub
public struct LinearPattern: Sendable {
  public init(_ p: String) throws(PatternError) {}
  public func matches(_ utf8: String.UTF8View) -> Bool { false }
}
