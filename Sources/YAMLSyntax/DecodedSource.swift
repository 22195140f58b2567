package import SourceText

/// The bytes of a file as UTF-8, without a byte-order mark, and what was wrong with their encoding.
package struct DecodedSource: Sendable {
  /// What `SourceFile` holds and `parseYAML` reads.
  package let bytes: [UInt8]

  /// Broken UTF-16 only; invalid UTF-8 and forbidden characters are problems of `parseYAML`.
  package let problems: [YAMLProblem]
}

/// Takes a byte-order mark off and turns UTF-16 that begins with one into UTF-8.
///
/// Costs nothing for UTF-8 without a mark. Half a surrogate pair becomes U+FFFD and a problem.
package func decodeSource(_ raw: [UInt8], file: FileID) -> DecodedSource {
  if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
    return DecodedSource(bytes: Array(raw.dropFirst(3)), problems: [])
  }
  // A file too large is reported when it is parsed; it need not be copied before.
  guard raw.count <= YAMLLimits.standard.fileSize else {
    return DecodedSource(bytes: raw, problems: [])
  }
  if raw.starts(with: [0xFF, 0xFE]) { return decodeUTF16(raw, highByte: 1, file: file) }
  if raw.starts(with: [0xFE, 0xFF]) { return decodeUTF16(raw, highByte: 0, file: file) }
  return DecodedSource(bytes: raw, problems: [])
}

/// Transcodes the units behind the mark; `highByte` is the place of the high byte in a unit.
private func decodeUTF16(_ raw: [UInt8], highByte: Int, file: FileID) -> DecodedSource {
  let units = stride(from: 2, to: raw.count - 1, by: 2).lazy.map { offset in
    UInt16(raw[offset + highByte]) << 8 | UInt16(raw[offset + 1 - highByte])
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(raw.count)
  var flaw: EncodingFlaw?
  func replace() {
    let range = bytes.count..<bytes.count + 3
    flaw = flaw ?? EncodingFlaw(.invalidUTF16, range)
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }
  var iterator = units.makeIterator()
  var decoder = UTF16()
  decoding: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): bytes.append(contentsOf: String(Character(scalar)).utf8)
    case .error: replace()
    case .emptyInput: break decoding
    }
  }
  if raw.count % 2 == 1 { replace() }
  let problems = flaw.map { [$0.problem(in: bytes, file: file)] } ?? []
  return DecodedSource(bytes: bytes, problems: problems)
}
