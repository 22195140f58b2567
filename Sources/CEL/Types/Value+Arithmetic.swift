extension Value {
  /// Returns the sum of numbers, texts, lists or times, or a failure.
  func adding(_ other: Value) -> Value {
    switch (self, other) {
    case (.int(let left), .int(let right)):
      return .int(checked: left.addingReportingOverflow(right))
    case (.uint(let left), .uint(let right)):
      return .uint(checked: left.addingReportingOverflow(right))
    case (.double(let left), .double(let right)): return .double(left + right)
    case (.string(let left), .string(let right)):
      return Self.limited(left.utf8.count + right.utf8.count) { .string(left + right) }
    case (.bytes(let left), .bytes(let right)):
      return Self.limited(left.count + right.count) { .bytes(left + right) }
    case (.list(let left), .list(let right)):
      if left.isEmpty { return other }
      if right.isEmpty { return self }
      return Self.limited(left.count + right.count) {
        .list(ValueList(left.values + right.values))
      }
    case (.timestamp(let timestamp), .duration(let duration)),
      (.duration(let duration), .timestamp(let timestamp)):
      return timestamp.adding(duration).map { .timestamp($0) } ?? .timestampOutOfRange
    case (.duration(let left), .duration(let right)):
      return .duration(checked: left.nanoseconds.addingReportingOverflow(right.nanoseconds))
    default: return noOverload("+", other)
    }
  }

  /// Returns the difference of numbers or times, or a failure.
  func subtracting(_ other: Value) -> Value {
    switch (self, other) {
    case (.int(let left), .int(let right)):
      return .int(checked: left.subtractingReportingOverflow(right))
    case (.uint(let left), .uint(let right)):
      return .uint(checked: left.subtractingReportingOverflow(right))
    case (.double(let left), .double(let right)): return .double(left - right)
    case (.timestamp(let left), .timestamp(let right)):
      return left.since(right).map { .duration($0) } ?? .failure(.overflow)
    case (.timestamp(let timestamp), .duration(let duration)):
      guard duration.nanoseconds != .min else { return .failure(.overflow) }
      return timestamp.adding(CELDuration(nanoseconds: -duration.nanoseconds))
        .map { .timestamp($0) } ?? .timestampOutOfRange
    case (.duration(let left), .duration(let right)):
      return .duration(checked: left.nanoseconds.subtractingReportingOverflow(right.nanoseconds))
    default: return noOverload("-", other)
    }
  }

  /// Returns the product of numbers, or a failure.
  func multiplied(by other: Value) -> Value {
    switch (self, other) {
    case (.int(let left), .int(let right)):
      .int(checked: left.multipliedReportingOverflow(by: right))
    case (.uint(let left), .uint(let right)):
      .uint(checked: left.multipliedReportingOverflow(by: right))
    case (.double(let left), .double(let right)): .double(left * right)
    default: noOverload("*", other)
    }
  }

  /// Returns the quotient of numbers, of integers rounded toward zero, or a failure.
  func divided(by other: Value) -> Value {
    switch (self, other) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure(.divisionByZero)
    case (.int(let left), .int(let right)):
      .int(checked: left.dividedReportingOverflow(by: right))
    case (.uint(let left), .uint(let right)): .uint(left / right)
    case (.double(let left), .double(let right)): .double(left / right)
    default: noOverload("/", other)
    }
  }

  /// Returns the remainder of a division of integers, or a failure.
  func remainder(dividingBy other: Value) -> Value {
    switch (self, other) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure(.modulusByZero)
    case (.int(let left), .int(let right)):
      .int(checked: left.remainderReportingOverflow(dividingBy: right))
    case (.uint(let left), .uint(let right)): .uint(left % right)
    default: noOverload("%", other)
    }
  }

  /// The number with the other sign, or a failure.
  var negated: Value {
    switch self {
    case .int(let int): .int(checked: 0.subtractingReportingOverflow(int))
    case .double(let double): .double(-double)
    case .error: self
    default: .failure(.noMatchingOverload(function: "-", arguments: typeName))
    }
  }

  private func noOverload(_ function: String, _ other: Value) -> Value {
    .failure(
      .noMatchingOverload(function: function, arguments: "\(typeName), \(other.typeName)")
    )
  }

  private static func int(checked result: (partialValue: Int, overflow: Bool)) -> Value {
    result.overflow ? .failure(.overflow) : .int(result.partialValue)
  }

  private static func uint(checked result: (partialValue: UInt, overflow: Bool)) -> Value {
    result.overflow ? .failure(.overflow) : .uint(result.partialValue)
  }

  private static func duration(checked result: (partialValue: Int, overflow: Bool)) -> Value {
    result.overflow
      ? .failure(.overflow) : .duration(CELDuration(nanoseconds: result.partialValue))
  }

  private static var timestampOutOfRange: Value {
    .failure(.outOfRange(value: "the sum", type: "timestamp"))
  }

  /// Makes a value unless it would be too large.
  static func limited(_ size: Int, _ make: () -> Value) -> Value {
    size <= Limits.resultSize ? make() : .failure(.sizeLimit(Limits.resultSize))
  }
}
