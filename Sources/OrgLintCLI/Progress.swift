import Dispatch
import Synchronization

/// A line on the terminal that says what a long run is at; a short run shows none.
final class Progress: Sendable {
  private enum State {
    case waiting, shown, done
  }

  private let state = Mutex(State.waiting)
  private let end = DispatchSemaphore(value: 0)

  /// How long a run may take before it says so, and before it says so again.
  private static let patience = DispatchTimeInterval.milliseconds(500)

  /// Starts to wait, if standard error is a terminal.
  init(_ words: String, isQuiet: Bool) {
    guard !isQuiet, Console.errorsAreOnTerminal else { return }
    // A queue of its own has a thread of its own: all those of the pool may be at work.
    DispatchQueue(label: "progress").async { [self] in
      let start = ContinuousClock.now
      while end.wait(timeout: .now() + Progress.patience) == .timedOut {
        show("\(words), \((ContinuousClock.now - start).components.seconds) s")
      }
    }
  }

  private func show(_ line: String) {
    state.withLock { state in
      guard state != .done else { return }
      state = .shown
      Console.overwriteErrorLine(line)
    }
  }

  /// Takes the line away again.
  func finish() {
    end.signal()
    state.withLock { state in
      if state == .shown { Console.overwriteErrorLine("") }
      state = .done
    }
  }
}
