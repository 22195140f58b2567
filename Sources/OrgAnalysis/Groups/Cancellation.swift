/// Weights under which some goals cancel out on every lever.
package struct Cancellation: Hashable, Sendable {
  /// The weight of each goal; they add up to `sum`.
  package var weights: [Int]

  package var sum: Int { weights.reduce(0, +) }

  /// Returns the weights, all positive, under which a few goals cancel out, where these are the
  /// only such weights: then no subset of the goals cancels out, and no move helps all of them.
  ///
  /// Each row has, lever by lever, 1 where more of it serves the goal, -1 where less does, else 0.
  /// Of at most four rows all numbers stay below 1,000: they are minors of such a matrix, by
  /// Hadamard at most 16, and products of two of them.
  package init?(of rows: [[Int8]]) {
    let count = rows.count
    guard (2...4).contains(count), let width = rows.map(\.count).min() else { return nil }
    var space = NullSpace(count)
    var seen: Set<[Int]> = []
    for lever in 0..<width {
      let equation = rows.map { Int($0[lever]) }
      if seen.insert(equation).inserted { space.add(equation) }
    }
    guard let vector = space.onlyVector, vector.allSatisfy({ $0 > 0 }) else { return nil }
    weights = vector
  }
}

/// What solves some homogeneous equations, found by exact elimination in whole numbers.
private struct NullSpace {
  private let count: Int

  /// The equations, each with a variable of its own that no other has, by that variable.
  private var solved: [[Int]?]

  init(_ count: Int) {
    self.count = count
    solved = [[Int]?](repeating: nil, count: count)
  }

  mutating func add(_ equation: [Int]) {
    var equation = equation
    for variable in 0..<count {
      if let known = solved[variable] { equation = eliminated(variable, from: equation, by: known) }
    }
    guard let own = equation.firstIndex(where: { $0 != 0 }) else { return }
    for variable in 0..<count {
      solved[variable] = solved[variable].map { eliminated(own, from: $0, by: equation) }
    }
    solved[own] = equation
  }

  private func eliminated(_ variable: Int, from equation: [Int], by other: [Int]) -> [Int] {
    let (factor, own) = (equation[variable], other[variable])
    guard factor != 0 else { return equation }
    let result = zip(equation, other).map { $0 * own - $1 * factor }
    let divisor = result.reduce(0, greatestCommonDivisor)
    return divisor > 1 ? result.map { $0 / divisor } : result
  }

  /// The vector that spans all solutions, without a common divisor and with its free part
  /// positive; nil where there is none but zero, or one does not do.
  var onlyVector: [Int]? {
    let free = solved.indices.filter { solved[$0] == nil }
    guard free.count == 1 else { return nil }
    var scale = 1
    for (variable, equation) in solved.enumerated() {
      guard let own = equation?[variable] else { continue }
      scale = scale / greatestCommonDivisor(scale, own) * abs(own)
    }
    let vector = solved.enumerated().map { variable, equation in
      guard let equation else { return scale }
      return -equation[free[0]] * scale / equation[variable]
    }
    let divisor = vector.reduce(0, greatestCommonDivisor)
    return divisor > 1 ? vector.map { $0 / divisor } : vector
  }
}

/// Returns the greatest number that divides both, never negative; of 0 and a number that number.
private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (one, other) = (abs(first), abs(second))
  while other != 0 { (one, other) = (other, one % other) }
  return one
}
