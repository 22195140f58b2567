package import Synchronization

/// What is computed when somebody first asks for it, and then kept.
///
/// Whoever asks while it is computed waits; whoever asks afterwards takes no lock. It is kept in an
/// object of its own, so that to read it copies one reference and not the tables in it.
package final class OnDemand<Value: Sendable>: Sendable {
  @usableFromInline let kept = AtomicLazyReference<Computed<Value>>()
  private let isComputing = Mutex(())
  private let compute: @Sendable () -> Value

  package init(_ compute: @escaping @Sendable () -> Value) {
    self.compute = compute
  }

  /// Returns the value, computed at the first call.
  @inlinable
  package func get() -> Computed<Value> { kept.load() ?? computed() }

  @usableFromInline
  func computed() -> Computed<Value> {
    isComputing.withLock { _ in kept.load() ?? kept.storeIfNil(Computed(compute())) }
  }
}

/// A value that was computed on demand.
@usableFromInline
package final class Computed<Value: Sendable>: Sendable {
  package let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
