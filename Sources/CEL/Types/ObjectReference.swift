/// A thing of the host, known to the language by the numbers of its type and of itself only.
public struct ObjectReference: Hashable, Sendable {
  /// The number of the object type, as its declaration gives it.
  public let type: Int32
  /// The number of the object within its type; its meaning is the host's.
  public let index: Int32

  /// Refers to an object.
  public init(type: Int32, index: Int32) {
    self.type = type
    self.index = index
  }
}
