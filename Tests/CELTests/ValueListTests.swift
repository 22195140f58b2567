import CEL
import Testing

@Suite struct ValueListTests {
  @Test(arguments: [
    [], [5], [4, 5, 6], [6, 5], [1, 3], [7, 7], [-1, 0, 1], [.max], [.max, .min],
    [.max - 1, .max],
  ])
  func `a list of objects has its numbers, neighbors or not`(numbers: [Int32]) {
    let lists = [
      ValueList(objectsOfType: 3, numbers), ValueList(objectsOfType: 3, numbers[...]),
      ValueList(objectsOfType: 3, in: [8] + numbers + [9], 1..<1 + numbers.count),
    ]
    for list in lists {
      let objects = numbers.map { ObjectReference(type: 3, index: $0) }
      #expect(list.map(\.asObject) == objects)
      #expect(list.values.map(\.asObject) == objects)
      #expect(list.element(at: -1) == nil && list.element(at: numbers.count) == nil)
    }
  }

  @Test func `a run of objects has every number of its range`() {
    let list = ValueList(objectsOfType: 3, 4..<7)
    #expect(list.map(\.asObject?.index) == [4, 5, 6])
    #expect(ValueList(objectsOfType: 3, 4..<4).isEmpty)
  }
}
