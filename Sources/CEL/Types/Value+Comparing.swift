/// How two values that have an order stand to each other.
enum ValueOrder {
  case before
  case same
  case after
  /// One of the two is not a number.
  case unordered

  init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
    self = left < right ? .before : left == right ? .same : .after
  }
}

extension String {
  /// Whether two strings are the same code points; canonically equal ones need not be.
  @inline(__always)
  func hasSameBytes(as other: String) -> Bool {
    // Equality of Swift strings is fast, and false for all that differ by more than composition.
    // Nothing of that length but itself is equal to ASCII, which alone has as many UTF-16 units.
    self == other && utf8.count == other.utf8.count
      && (utf16.count == utf8.count || utf8.elementsEqual(other.utf8))
  }
}

extension Value {
  /// Returns whether two values are equal as the language has it: numbers by their worth, values
  /// of different kinds never.
  public func isEqual(to other: Value) -> Bool { isEqual(to: other, sameNaN: false) }

  /// Returns whether two values are equal, where what is not a number may count as equal to itself.
  fileprivate func isEqual(to other: Value, sameNaN: Bool) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.string(let left), .string(let right)): return left.hasSameBytes(as: right)
    case (.bytes(let left), .bytes(let right)): return left == right
    case (.timestamp(let left), .timestamp(let right)): return left == right
    case (.duration(let left), .duration(let right)): return left == right
    case (.object(let left), .object(let right)): return left == right
    case (.type(let left), .type(let right)): return left.runtimeName == right.runtimeName
    case (.list(let left), .list(let right)): return left.isEqual(to: right, sameNaN: sameNaN)
    case (.map(let left), .map(let right)): return left.isEqual(to: right, sameNaN: sameNaN)
    case (.optional(let left), .optional(let right)):
      guard let left = left.wrapped, let right = right.wrapped else {
        return left.wrapped == nil && right.wrapped == nil
      }
      return left.isEqual(to: right, sameNaN: sameNaN)
    case (.double(let left), .double(let right)):
      return left == right || (sameNaN && left.isNaN && right.isNaN)
    default: return numericOrder(to: other) == .same
    }
  }

  /// Returns how two values stand to each other; nil when they have no order.
  func order(to other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.bool(let left), .bool(let right)): ValueOrder(left ? 1 : 0, right ? 1 : 0)
    case (.string(let left), .string(let right)): left.order(to: right)
    case (.bytes(let left), .bytes(let right)):
      left == right ? .same : left.lexicographicallyPrecedes(right) ? .before : .after
    case (.timestamp(let left), .timestamp(let right)): ValueOrder(left, right)
    case (.duration(let left), .duration(let right)): ValueOrder(left, right)
    default: numericOrder(to: other)
    }
  }

  /// Returns how two numbers stand to each other by their worth, whatever their types.
  private func numericOrder(to other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.int(let left), .int(let right)): ValueOrder(left, right)
    case (.uint(let left), .uint(let right)): ValueOrder(left, right)
    case (.double(let left), .double(let right)):
      left.isNaN || right.isNaN ? .unordered : ValueOrder(left, right)
    case (.int(let left), .uint(let right)):
      left < 0 ? .before : ValueOrder(UInt(left), right)
    case (.uint(let left), .int(let right)):
      right < 0 ? .after : ValueOrder(left, UInt(right))
    case (.int(let left), .double(let right)): Self.order(Double(left), right)
    case (.double(let left), .int(let right)): Self.order(left, Double(right))
    case (.uint(let left), .double(let right)): Self.order(Double(left), right)
    case (.double(let left), .uint(let right)): Self.order(left, Double(right))
    default: nil
    }
  }

  private static func order(_ left: Double, _ right: Double) -> ValueOrder {
    left.isNaN || right.isNaN ? .unordered : ValueOrder(left, right)
  }
}

extension String {
  /// Returns how two strings stand to each other by their code points.
  fileprivate func order(to other: String) -> ValueOrder {
    if hasSameBytes(as: other) { return .same }
    return utf8.lexicographicallyPrecedes(other.utf8) ? .before : .after
  }
}

extension ValueList {
  fileprivate func isEqual(to other: ValueList, sameNaN: Bool) -> Bool {
    guard count == other.count else { return false }
    for position in 0..<count
    where !self[position].isEqual(to: other[position], sameNaN: sameNaN) {
      return false
    }
    return true
  }

  /// Returns whether an equal value is among the elements.
  func containsValue(_ value: Value) -> Bool {
    for element in self where element.isEqual(to: value) { return true }
    return false
  }
}

extension ValueMap {
  fileprivate func isEqual(to other: ValueMap, sameNaN: Bool) -> Bool {
    guard count == other.count else { return false }
    for entry in entries {
      guard let value = other[entry.key], value.isEqual(to: entry.value, sameNaN: sameNaN) else {
        return false
      }
    }
    return true
  }
}

/// A value by its equality in the language, for sets and dictionaries.
///
/// What is not a number counts as equal to itself here: many that are all different would make a
/// set of them take time in the square of their number.
struct HashedValue: Hashable {
  let value: Value

  static func == (left: Self, right: Self) -> Bool {
    left.value.isEqual(to: right.value, sameNaN: true)
  }

  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Value {
  /// Feeds a hasher so that equal values give equal hashes.
  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .null, .error: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    // Ints and uints equal doubles after rounding, so all numbers are hashed as doubles.
    case .int(let int): hasher.combine(Double(int))
    case .uint(let uint): hasher.combine(Double(uint))
    case .double(let double): hasher.combine(double.isNaN ? 0 : double)
    case .string(let string): hasher.combine(string)
    case .bytes(let bytes): hasher.combine(bytes)
    case .timestamp(let timestamp): hasher.combine(timestamp)
    case .duration(let duration): hasher.combine(duration)
    case .object(let object): hasher.combine(object)
    case .type(let type): hasher.combine(type.runtimeName)
    case .list(let list):
      hasher.combine(list.count)
      for element in list { element.hash(into: &hasher) }
    case .map(let map):
      // The order of entries makes no difference.
      var combined = 0
      for entry in map.entries {
        var inner = Hasher()
        entry.key.hash(into: &inner)
        entry.value.hash(into: &inner)
        combined ^= inner.finalize()
      }
      hasher.combine(combined)
    case .optional(let optional): optional.wrapped?.hash(into: &hasher)
    }
  }
}
