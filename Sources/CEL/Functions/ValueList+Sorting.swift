extension ValueList {
  /// Returns the elements in the order of their keys, or the failure that some keys have no order.
  ///
  /// Elements with equal keys keep their order. Numbers that are not a number come first.
  func sorted(by keys: [Value]) -> Value {
    guard let first = keys.first else { return .list(self) }
    for key in keys where first.order(to: key) == nil {
      return .failure(
        .noMatchingOverload(function: "sort", arguments: "\(first.typeName), \(key.typeName)")
      )
    }
    let order = keys.indices.sorted { left, right in
      switch keys[left].order(to: keys[right]) {
      case .before: true
      case .after: false
      case .unordered where keys[left].isNotANumber != keys[right].isNotANumber:
        keys[left].isNotANumber
      default: left < right
      }
    }
    return .list(ValueList(order.map { self[$0] }))
  }
}

extension Value {
  fileprivate var isNotANumber: Bool { asDouble?.isNaN ?? false }
}
