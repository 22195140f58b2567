/// stub
public struct LinearPattern: Sendable {
  public init(_ p: String) throws {}
  public func matches(_ utf8: String.UTF8View) -> Bool { false }
}
