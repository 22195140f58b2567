/// What the host tells an evaluation about its objects; asked by number, never by name.
///
/// A class, so that handing it on takes one word and functions find their own host in it quickly.
public protocol Host: AnyObject, Sendable {
  /// Returns what a field of an object holds; null where it is absent.
  func value(ofField slot: Int, of object: ObjectReference) -> Value

  /// Returns whether a field of an object is there.
  func hasField(_ slot: Int, of object: ObjectReference) -> Bool
}

extension Host {
  /// Returns whether a field of an object holds anything but null.
  public func hasField(_ slot: Int, of object: ObjectReference) -> Bool {
    !value(ofField: slot, of: object).isNull
  }
}

/// A host without objects.
public final class EmptyHost: Host {
  /// Makes the host.
  public init() {}

  /// Returns null.
  public func value(ofField slot: Int, of object: ObjectReference) -> Value { .null }
}
