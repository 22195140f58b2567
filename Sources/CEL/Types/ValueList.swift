/// An immutable list of values.
///
/// Objects of one type have compact forms: a range of a shared array of their numbers, so that a
/// host can hand out its own tables without a copy, and a run of neighboring numbers, for which
/// nothing is allocated. Most lists of objects are such a run: none, one, or what stands side by
/// side in a file.
public struct ValueList: Sendable, RandomAccessCollection {
  private enum Storage: Sendable {
    /// The elements, and how many values there are on all levels together.
    case values([Value], weight: Int32)
    case objects([Int32], start: Int32, count: Int32, type: Int32)
    case run(first: Int32, count: Int32, type: Int32)
  }

  private let storage: Storage

  /// The list without elements.
  public static let empty = ValueList([])

  /// Makes a list of values.
  public init(_ values: [Value]) {
    storage = .values(values, weight: values.reduce(0) { Weight.sum($0, $1.weight) })
  }

  /// Makes a list of objects of one type from their numbers.
  public init(objectsOfType type: Int32, _ indexes: [Int32]) {
    self.init(objectsOfType: type, in: indexes, 0..<indexes.count)
  }

  /// Makes a list of objects of one type from their numbers.
  public init(objectsOfType type: Int32, _ indexes: ArraySlice<Int32>) {
    storage =
      ValueList.run(indexes, type)
      ?? .objects(
        Array(indexes),
        start: 0,
        count: Int32(clamping: indexes.count),
        type: type
      )
  }

  /// Makes a list of objects of one type with neighboring numbers.
  public init(objectsOfType type: Int32, _ indexes: Range<Int32>) {
    let count = Int32(clamping: indexes.count)
    storage = .run(first: indexes.lowerBound, count: count, type: type)
  }

  /// Makes a list of objects of one type from a range of a shared array, which is not copied.
  ///
  /// What of the range lies outside the array is left out.
  public init(objectsOfType type: Int32, in indexes: [Int32], _ range: Range<Int>) {
    let valid = range.clamped(to: 0..<Swift.min(indexes.count, Int(Int32.max)))
    storage =
      ValueList.run(indexes[valid], type)
      ?? .objects(
        indexes,
        start: Int32(valid.lowerBound),
        count: Int32(valid.count),
        type: type
      )
  }

  /// Returns numbers that each follow the one before; nil for others.
  private static func run(_ indexes: ArraySlice<Int32>, _ type: Int32) -> Storage? {
    guard let first = indexes.first else { return .run(first: 0, count: 0, type: type) }
    var expected = Int(first)
    for index in indexes {
      if Int(index) != expected { return nil }
      expected += 1
    }
    return .run(first: first, count: Int32(expected - Int(first)), type: type)
  }

  /// The position of the first element, always 0.
  public var startIndex: Int { 0 }

  /// The number of elements.
  public var endIndex: Int {
    switch storage {
    case .values(let values, _): values.count
    case .objects(_, _, let count, _), .run(_, let count, _): Int(count)
    }
  }

  /// The element at a position, which must be inside the list.
  public subscript(position: Int) -> Value {
    switch storage {
    case .values(let values, _):
      return values[position]
    case .objects(let indexes, let start, let count, let type):
      precondition(position >= 0 && position < Int(count), "list index out of range")
      return .object(ObjectReference(type: type, index: indexes[Int(start) + position]))
    case .run(let first, let count, let type):
      precondition(position >= 0 && position < Int(count), "list index out of range")
      return .object(ObjectReference(type: type, index: first + Int32(position)))
    }
  }

  /// How many values there are on all levels together, strings counting by their length.
  var weight: Int32 {
    switch storage {
    case .values(_, let weight): weight
    case .objects(_, _, let count, _), .run(_, let count, _): count
    }
  }

  /// Returns the element at a position, or nil outside the list.
  public func element(at position: Int) -> Value? {
    position >= 0 && position < endIndex ? self[position] : nil
  }

  /// The elements as an array.
  public var values: [Value] {
    if case .values(let values, _) = storage { values } else { Array(self) }
  }
}

extension ValueList: ExpressibleByArrayLiteral {
  /// Makes a list of the values of an array literal.
  public init(arrayLiteral elements: Value...) { self.init(elements) }
}
