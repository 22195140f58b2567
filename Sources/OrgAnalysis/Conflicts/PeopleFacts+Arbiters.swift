extension PeopleFacts {
  // Nobody settles what they are part of while somebody else can. A pair is that of the people of
  // two holders; nil stands for a unit that nobody leads.

  /// Returns the lowest person above both of a pair who is neither of the two.
  func arbiter(of pair: [Int?]) -> Int? {
    let parties = pair.compactMap(\.self)
    guard parties.count == 2 else { return nil }
    return managers(above: parties[0]).lazy.map { Int($0) }.first { manager in
      isFilled(manager) && !isParty(manager, in: pair)
        && nearest(manager, above: parties[1]) != nil
    }
  }

  /// Returns whether somebody is one of a pair.
  func isParty(_ person: Int, in pair: [Int?]) -> Bool {
    pair.contains { $0.map { isSame($0, person) } ?? false }
  }

  /// Returns whether somebody is above one of a pair.
  func isAboveOne(of pair: [Int?], _ person: Int) -> Bool {
    pair.contains { $0.map { isAbove(person, $0) } ?? false }
  }

  /// Returns whether one of a pair is above the other, and nobody else is above both.
  func settlesOwnCase(_ person: Int, in pair: [Int?]) -> Bool {
    isParty(person, in: pair) && isAboveOne(of: pair, person) && arbiter(of: pair) == nil
  }
}
