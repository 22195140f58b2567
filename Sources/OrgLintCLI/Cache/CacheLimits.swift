/// How much is kept between runs, and how much of what is there is looked at.
enum CacheLimits {
  /// Bytes of an entry: a report with ten thousand findings; a longer one is found again.
  static let entrySize = 8 << 20

  /// Bytes of all entries.
  static let folderSize = 64 << 20

  /// How many entries: some days of work on a design.
  static let entries = 100

  /// Seconds after which a file that a killed run left unfinished goes.
  static let unfinishedAge = 3600.0
}
