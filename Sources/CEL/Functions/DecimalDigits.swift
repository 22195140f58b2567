/// The exact decimal digits of a finite double, for rounding it to any number of places.
///
/// A double is m · 2^e. With e below zero that is m · 5^-e / 10^-e, so that its digits are those of
/// a whole number, which is kept in parts of nine digits.
struct DecimalDigits {
  /// The digits without zeros in front; empty for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the decimal point; may be negative.
  private(set) var pointPosition: Int

  init(_ number: Double) {
    let exponent = number == 0 ? 0 : Int(number.exponent) - 52
    let isSubnormal = number.isSubnormal
    let significand = number.significandBitPattern | (isSubnormal || number == 0 ? 0 : 1 << 52)
    let power = isSubnormal ? -1074 : exponent
    var parts: [UInt64] = [
      significand % 1_000_000_000, significand / 1_000_000_000,
    ]
    for _ in 0..<abs(power) { Self.multiply(&parts, by: power < 0 ? 5 : 2) }
    digits = []
    for part in parts.reversed() {
      var divisor: UInt64 = 100_000_000
      while divisor > 0 {
        digits.append(UInt8(part / divisor % 10))
        divisor /= 10
      }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    pointPosition = digits.isEmpty ? 0 : digits.count + min(power, 0)
  }

  private static func multiply(_ parts: inout [UInt64], by factor: UInt64) {
    var carry: UInt64 = 0
    for index in parts.indices {
      let product = parts[index] * factor + carry
      parts[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { parts.append(carry) }
  }

  /// Keeps some digits and rounds the rest, halves to the even neighbor.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let goesUp = isHalf ? isOdd : (rest.first ?? 0) >= 5
    digits.removeSubrange(count...)
    guard goesUp else { return }
    var index = count - 1
    while index >= 0 {
      digits[index] += 1
      if digits[index] < 10 { return }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    pointPosition += 1
  }

  /// Returns the number with a fixed number of digits after the point.
  func fixed(places: Int) -> String {
    var rounded = self
    rounded.round(to: pointPosition + places)
    let whole = (0..<max(rounded.pointPosition, 0)).map { rounded.digit(at: $0) }.joined()
    let start = rounded.pointPosition
    let fraction = (start..<start + places).map { rounded.digit(at: $0) }.joined()
    let front = whole.isEmpty ? "0" : whole
    return places == 0 ? front : "\(front).\(fraction)"
  }

  /// Returns the number as a digit, a fraction and a power of ten.
  func scientific(places: Int) -> String {
    var rounded = self
    rounded.round(to: places + 1)
    let fraction = (1..<places + 1).map { rounded.digit(at: $0) }.joined()
    let exponent = digits.isEmpty ? 0 : rounded.pointPosition - 1
    let sign = exponent < 0 ? "-" : "+"
    let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return "\(rounded.digit(at: 0))\(places == 0 ? "" : ".")\(fraction)e\(sign)\(power)"
  }

  private func digit(at position: Int) -> String {
    digits.indices.contains(position) ? "\(digits[position])" : "0"
  }
}
