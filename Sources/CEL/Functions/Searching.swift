extension RandomAccessCollection where Element: Equatable, Index == Int {
  /// Returns where a part first stands, at or after a position, in linear time.
  ///
  /// The failure function of Knuth, Morris and Pratt tells how much of the part still stands after
  /// an element that doesn't fit.
  func firstPosition(of part: [Element], from start: Int = 0) -> Int? {
    guard !part.isEmpty else { return start }
    let failures = Self.failures(of: part)
    var matched = 0
    for index in (startIndex + start)..<Swift.max(endIndex, startIndex + start) {
      while matched > 0, part[matched] != self[index] { matched = failures[matched - 1] }
      if part[matched] == self[index] { matched += 1 }
      if matched == part.count { return index - startIndex - part.count + 1 }
    }
    return nil
  }

  /// Returns where a part last stands, in linear time.
  func lastPosition(of part: [Element]) -> Int? {
    guard part.count <= count else { return nil }
    let backwards = Array(reversed())
    return backwards.firstPosition(of: part.reversed()).map { count - $0 - part.count }
  }

  /// Returns how long a beginning of the part ends at each of its elements.
  private static func failures(of part: [Element]) -> [Int] {
    var failures = [0]
    var matched = 0
    for element in part.dropFirst() {
      while matched > 0, part[matched] != element { matched = failures[matched - 1] }
      if part[matched] == element { matched += 1 }
      failures.append(matched)
    }
    return failures
  }
}
