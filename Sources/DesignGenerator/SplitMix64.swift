/// The SplitMix64 generator of Steele, Lea and Flood, 2014: the same numbers on every platform.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Derives an independent sequence for one part of the output, so that parts can be written in
  /// any order.
  init(seed: UInt64, part: Int, section: UInt64) {
    var mixer = SplitMix64(seed: seed)
    let first = mixer.next() ^ (UInt64(truncatingIfNeeded: part) &* 0x9e37_79b9_7f4a_7c15)
    var second = SplitMix64(seed: first ^ (section &* 0xd1b5_4a32_d192_ed03))
    state = second.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number from 0 up to, not including, `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  /// Returns true once in `times` calls on average.
  mutating func once(in times: Int) -> Bool {
    below(times) == 0
  }
}
