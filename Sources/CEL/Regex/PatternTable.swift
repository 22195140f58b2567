/// A machine in one state at a time, its steps looked up in a table.
struct PatternTable: Sendable {
  /// A state in which nothing that follows makes a difference: it matched.
  private static let matched: UInt16 = 0
  /// A state in which nothing that follows makes a difference: it can't match anymore.
  private static let dead: UInt16 = 1

  private let classOfByte: [UInt8]
  private let classCount: Int
  /// The next state for each state and class of bytes.
  private let steps: [UInt16]
  private let matchesAtEnd: [Bool]

  /// The most places that are looked at while a table is made: about a tenth of a second.
  private static let workLimit = 1_000_000

  /// Works out all states; nil when there are too many or it takes too long.
  init?(_ machine: PatternMachine) {
    let (classes, representatives) = machine.byteClasses
    var numbers: [PatternMachine.State: UInt16] = [machine.first: 2]
    var pending = [machine.first]
    var steps: [UInt16] = []
    steps += Array(repeating: Self.matched, count: representatives.count)
    steps += Array(repeating: Self.dead, count: representatives.count)
    var ends = [true, false]
    var position = 0
    var work = 0
    while position < pending.count {
      let state = pending[position]
      position += 1
      ends.append(machine.matchesAtEnd(state))
      var closures: [PatternNeighbor: PatternMachine.Closure] = [:]
      for byte in representatives {
        let neighbor = machine.neighbor(byte)
        let closure = closures[neighbor] ?? machine.closure(state, next: neighbor)
        closures[neighbor] = closure
        work += closure.places.count + 1
        guard work <= Self.workLimit else { return nil }
        guard case .state(let next) = machine.step(closure, byte) else {
          steps.append(Self.matched)
          continue
        }
        if next.places.isEmpty {
          steps.append(Self.dead)
        } else if let number = numbers[next] {
          steps.append(number)
        } else {
          guard pending.count < Limits.patternStates else { return nil }
          let number = UInt16(pending.count + 2)
          numbers[next] = number
          pending.append(next)
          steps.append(number)
        }
      }
    }
    classOfByte = classes
    classCount = representatives.count
    self.steps = steps
    matchesAtEnd = ends
  }

  @inline(__always)
  func run(_ bytes: some Sequence<UInt8>) -> Bool {
    var state: UInt16 = 2
    for byte in bytes {
      state = steps[Int(state) * classCount + Int(classOfByte[Int(byte)])]
      if state <= Self.dead { return state == Self.matched }
    }
    return matchesAtEnd[Int(state)]
  }
}
