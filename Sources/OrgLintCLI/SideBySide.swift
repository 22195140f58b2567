import Dispatch
import Synchronization

/// Returns what a function makes of each number below a count, in the order of the numbers.
///
/// - Parameter jobs: How many threads take the next number whenever they are done with one.
func sideBySide<Result: Sendable>(
  _ count: Int,
  jobs: Int,
  _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard min(jobs, count) > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = work(index)
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0 }.compactMap(\.self)
}
