import Foundation
import Synchronization

/// A line on the terminal that says what a long run is at; a short run shows none.
final class Progress: Sendable {
  private enum State {
    case waiting, shown, done
  }

  private let state = Mutex(State.waiting)

  /// How long a run may take before it says so.
  private static let patience = 0.5

  /// Starts to wait, if standard error is a terminal.
  init(_ words: String, isQuiet: Bool) {
    guard !isQuiet, Console.errorsAreOnTerminal else { return }
    // A thread of its own: all those of the concurrency pool may be at work.
    Thread.detachNewThread { [self] in
      let start = Date()
      while true {
        Thread.sleep(forTimeInterval: Progress.patience)
        let seconds = Int(Date().timeIntervalSince(start))
        guard show("\(words), \(seconds) s") else { return }
      }
    }
  }

  private func show(_ line: String) -> Bool {
    state.withLock { state in
      guard state != .done else { return false }
      state = .shown
      Console.overwriteErrorLine(line)
      return true
    }
  }

  /// Takes the line away again.
  func finish() {
    state.withLock { state in
      if state == .shown { Console.overwriteErrorLine("") }
      state = .done
    }
  }
}
