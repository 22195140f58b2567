/// The kinds of managers and how many reports each can have.
enum Archetype {
  /// Returns the archetype whose range has that number of direct reports, at least 3.
  static func name(reports: Int) -> String {
    switch reports {
    case ..<6: "player-coach"
    case 6...7: "coach"
    case 8...10: "supervisor"
    case 11...14: "facilitator"
    default: "coordinator"
    }
  }
}
