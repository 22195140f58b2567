/// A set of code points, as ranges in ascending order that don't touch.
struct ScalarSet: Equatable {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  static let all = ScalarSet([0...0x10FFFF])
  static let digits = ScalarSet([0x30...0x39])
  static let words = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let blanks = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound &+ 1 {
        let end = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound...end
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// The code points that are not in the set.
  var inverted: ScalarSet {
    var rest: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { rest.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= 0x10FFFF { rest.append(start...0x10FFFF) }
    return ScalarSet(rest)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// The set with the other case of its letters; of very long ranges only that of ASCII letters.
  var ignoringCase: ScalarSet {
    var added: [ClosedRange<UInt32>] = []
    for range in ranges {
      let isShort = range.upperBound - range.lowerBound < 2_000
      for code in isShort ? range : range.clamped(to: 0...0x7F) where range.contains(code) {
        guard let scalar = Unicode.Scalar(code) else { continue }
        for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
          let scalars = Array(mapped.unicodeScalars)
          if scalars.count == 1 { added.append(scalars[0].value...scalars[0].value) }
        }
      }
    }
    return ScalarSet(ranges + added)
  }
}
