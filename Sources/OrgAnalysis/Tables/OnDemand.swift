import Synchronization

/// What is computed when somebody first asks for it, and then kept.
///
/// Whoever asks while it is computed waits. It is kept in an object of its own, so that to read it
/// copies one reference and not the tables in it.
package final class OnDemand<Value: Sendable>: Sendable {
  private let kept = Mutex<Computed<Value>?>(nil)
  private let compute: @Sendable () -> Value

  package init(_ compute: @escaping @Sendable () -> Value) {
    self.compute = compute
  }

  /// Returns the value, computed at the first call.
  package func get() -> Computed<Value> {
    kept.withLock { kept in
      if let kept { return kept }
      let computed = Computed(compute())
      kept = computed
      return computed
    }
  }
}

/// A value that was computed on demand.
package final class Computed<Value: Sendable>: Sendable {
  package let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
