/// Finds the `%TAG` directives that libyaml would take too long for.
struct DirectiveLimit {
  /// Returns the line of the first directive that is one too many or too long; nil if there is none.
  static func firstCrossed(in bytes: [UInt8], _ limits: YAMLLimits) -> Range<Int>? {
    var position = 0
    var count = 0
    var nextDocument = -1
    while let found = firstOffset(of: "%TAG", in: bytes, from: position) {
      position = found + 1
      guard found == 0 || Trivia.isBreak(bytes[found - 1]) else { continue }
      if nextDocument < found {
        count = 0
        nextDocument = firstOffset(of: "\n---", in: bytes, from: found) ?? bytes.count
      }
      count += 1
      let end = Trivia.endOfLine(in: bytes, from: found)
      if count > limits.directives || end - found > limits.directiveSize { return found..<end }
      position = end
    }
    return nil
  }
}
