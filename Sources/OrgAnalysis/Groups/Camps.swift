/// Whether people who agree and conflict fall into two camps, and who stands between them if not.
///
/// People are numbered in the order of their ids.
package struct Camps: Sendable {
  /// The camp of each, 0 or 1; nil for somebody who neither agrees nor conflicts with anybody.
  ///
  /// Empty where there are no two camps.
  package private(set) var camps: [Int?] = []

  /// Three of whom there is an odd number of conflicts, the smallest first; nil where there are
  /// two camps, and where only a longer circle stands against them.
  package private(set) var triangle: [Int]?

  /// Who of the three agrees with both others, who conflict; nil where all three conflict.
  package private(set) var middle: Int?

  /// The fewest agreements and conflicts without which there were two camps; nil for more people
  /// than can be tried out.
  package private(set) var frustration: Int?

  /// That two agree or conflict.
  package struct Tie: Hashable, Sendable {
    package var first: Int
    package var second: Int
    package var agrees: Bool

    package init(_ first: Int, _ second: Int, agrees: Bool) {
      self.first = min(first, second)
      self.second = max(first, second)
      self.agrees = agrees
    }
  }

  /// More people than these are not tried out.
  private static let exactCount = 16

  /// Looks for two camps among so many people, each tie given once.
  package init(count: Int, _ ties: [Tie]) {
    let ties = ties.filter { $0.first >= 0 && $0.first < $0.second && $0.second < count }
    var neighbors = [[(person: Int, agrees: Bool)]](repeating: [], count: count)
    for tie in ties.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      neighbors[tie.first].append((tie.second, tie.agrees))
      neighbors[tie.second].append((tie.first, tie.agrees))
    }
    if let colors = Camps.colors(neighbors) {
      if colors.contains(0), colors.contains(1) { camps = colors }
    } else {
      triangle = Camps.triangle(neighbors)
      middle = triangle.flatMap { three in
        three.first { person in
          three.allSatisfy { $0 == person || ties.contains(Tie($0, person, agrees: true)) }
        }
      }
    }
    if count <= Camps.exactCount { frustration = Camps.frustration(count, ties) }
  }

  /// Breadth first, the smallest first; nil where somebody would be in both camps.
  private static func colors(_ neighbors: [[(person: Int, agrees: Bool)]]) -> [Int?]? {
    var colors = [Int?](repeating: nil, count: neighbors.count)
    for start in neighbors.indices where colors[start] == nil && !neighbors[start].isEmpty {
      colors[start] = 0
      var queue = [start]
      var next = 0
      while next < queue.count {
        let person = queue[next]
        next += 1
        for (other, agrees) in neighbors[person] {
          let color = agrees ? colors[person] : colors[person].map { 1 - $0 }
          if colors[other] == nil {
            colors[other] = color
            queue.append(other)
          } else if colors[other] != color {
            return nil
          }
        }
      }
    }
    return colors
  }

  private static func triangle(_ neighbors: [[(person: Int, agrees: Bool)]]) -> [Int]? {
    var ties = [[Int: Bool]](repeating: [:], count: neighbors.count)
    for (person, list) in neighbors.enumerated() {
      for (other, agrees) in list { ties[person][other] = agrees }
    }
    for first in neighbors.indices {
      let above = neighbors[first].filter { $0.person > first }
      for second in above {
        for third in above where third.person > second.person {
          guard let last = ties[second.person][third.person] else { continue }
          // An even number of agreements is an odd number of conflicts.
          if (second.agrees == third.agrees) != last {
            return [first, second.person, third.person]
          }
        }
      }
    }
    return nil
  }

  /// Tries out every way to form two camps.
  private static func frustration(_ count: Int, _ ties: [Tie]) -> Int {
    guard count > 1 else { return 0 }
    var fewest = ties.count
    // The last person stays in the first camp: the camps have no names.
    for camp in 0..<(1 << (count - 1)) {
      var broken = 0
      for tie in ties {
        let isTogether = (camp >> tie.first) & 1 == (camp >> tie.second) & 1
        if isTogether != tie.agrees { broken += 1 }
      }
      fewest = min(fewest, broken)
      if fewest == 0 { break }
    }
    return fewest
  }
}
