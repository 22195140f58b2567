/// Counts how much work it takes to go through a value with all that is in it.
///
/// Lists can share elements, so that a few steps make a list of lists of lists that no computer
/// could go through. Each list therefore knows its weight, and whatever goes through a list takes
/// as many steps.
enum Weight {
  /// Adds two weights; one that would be too large stays at the greatest.
  static func sum(_ first: Int32, _ second: Int32) -> Int32 {
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? .max : sum
  }
}

extension Value {
  /// The weight of the value as an element: 1 and what is in it.
  var weight: Int32 {
    switch self {
    case .string(let string): Int32(clamping: 1 + string.utf8.count / 16)
    case .bytes(let bytes): Int32(clamping: 1 + bytes.count / 16)
    case .list(let list): Weight.sum(1, list.weight)
    case .map(let map): Weight.sum(1, map.weight)
    case .optional(let optional): Weight.sum(1, optional.wrapped?.weight ?? 0)
    default: 1
    }
  }
}
