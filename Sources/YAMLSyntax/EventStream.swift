import CYAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The loop that drives libyaml over one file; all unsafe code of the project is here.
///
/// The parser lives and dies inside `read`. Its marks count code points and its ends run on to the
/// next token, so every place is converted to bytes and trimmed before it leaves this file.
@safe struct EventStream: ~Copyable {
  /// How reading ended.
  enum Outcome {
    case complete
    case limitCrossed
    case outOfMemory
    case invalidBytes(offset: Int)
    case failed(ParserFailure)
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var places: PlaceCursor

  /// Feeds the events of the first `limit` bytes of a file to a builder.
  static func read(_ bytes: [UInt8], to limit: Int, into builder: inout TreeBuilder) -> Outcome {
    guard limit > 0 else { return .complete }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let source = unsafe UnsafeBufferPointer(rebasing: buffer[..<limit])
      guard var stream = unsafe EventStream(source) else { return .outOfMemory }
      return stream.run(into: &builder)
    }
  }

  private init?(_ source: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe self.source = unsafe source
    unsafe self.parser = unsafe parser
    unsafe event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    places = unsafe PlaceCursor(source)
    // Set, so that libyaml doesn't take two odd bytes at the start for UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let bytes = unsafe UnsafeBufferPointer(rebasing: source[places.origin...])
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe event.deallocate()
  }

  private mutating func run(into builder: inout TreeBuilder) -> Outcome {
    while true {
      guard unsafe yaml_parser_parse(parser, event) == 1 else { return failure() }
      let type = unsafe event.pointee.type
      // After an error libyaml gives empty events for ever, so they end the loop as well.
      if type == YAML_STREAM_END_EVENT || type == YAML_NO_EVENT { return .complete }
      let goesOn = take(type, into: &builder)
      unsafe yaml_event_delete(event)
      guard goesOn else { return .limitCrossed }
    }
  }

  /// Hands one event to the builder; false when it crosses a limit.
  @inline(__always)
  private mutating func take(_ type: yaml_event_type_t, into builder: inout TreeBuilder) -> Bool {
    switch type {
    case YAML_SCALAR_EVENT:
      takeScalar(into: &builder)
      return builder.hasRoom
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.pointee.data.mapping_start
      return unsafe open(
        .mapping,
        isFlow: start.style == YAML_FLOW_MAPPING_STYLE,
        Properties(anchor: start.anchor, tag: start.tag),
        into: &builder
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.pointee.data.sequence_start
      return unsafe open(
        .sequence,
        isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE,
        Properties(anchor: start.anchor, tag: start.tag),
        into: &builder
      )
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      close(into: &builder)
    case YAML_ALIAS_EVENT:
      builder.alias(start..<end)
      return builder.hasRoom
    case YAML_DOCUMENT_START_EVENT:
      builder.beginDocument(end: end)
    case YAML_DOCUMENT_END_EVENT:
      builder.endDocument(end: end)
    default:
      break
    }
    return true
  }

  // MARK: Outlines

  /// Gives an outline the events of a file until it has what it wants.
  static func read(_ bytes: [UInt8], into outline: inout YAMLOutline) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard var stream = unsafe EventStream(buffer) else { return outline.fail() }
      stream.run(into: &outline)
    }
  }

  private mutating func run(into outline: inout YAMLOutline) {
    while outline.wantsMore {
      guard unsafe yaml_parser_parse(parser, event) == 1 else { return outline.fail() }
      let type = unsafe event.pointee.type
      if type == YAML_STREAM_END_EVENT || type == YAML_NO_EVENT { return }
      switch type {
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.pointee.data.scalar
        let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        unsafe outline.scalar(
          outline.wantsText ? Array(text) : [],
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE
        )
      case YAML_ALIAS_EVENT: outline.alias()
      case YAML_MAPPING_START_EVENT: outline.open(isMapping: true)
      case YAML_SEQUENCE_START_EVENT: outline.open(isMapping: false)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: outline.close()
      case YAML_DOCUMENT_END_EVENT: outline.endDocument()
      default: break
      }
      unsafe yaml_event_delete(event)
    }
  }

  // MARK: Places

  /// The byte offset where the current event begins.
  private var start: Int {
    mutating get { unsafe places.byte(ofCharacter: event.pointee.start_mark.index) }
  }

  /// The byte offset where the current event ends, as libyaml sees it.
  private var end: Int {
    mutating get { unsafe places.byte(ofCharacter: event.pointee.end_mark.index) }
  }

  // MARK: Scalars

  @inline(__always)
  private mutating func takeScalar(into builder: inout TreeBuilder) {
    let scalar = unsafe event.pointee.data.scalar
    var start = self.start
    var end = self.end
    let style = unsafe YAMLNode.Style(scalar.style)
    let properties = unsafe Properties(anchor: scalar.anchor, tag: scalar.tag)
    if unsafe scalar.length == 0, style == .plain {
      start = properties.count > 0 ? end : builder.placeOfEmptyScalar(before: start)
      end = start
    } else if properties.count > 0 {
      start = Trivia.skipProperties(
        properties.count,
        in: builder.source,
        from: start,
        to: end
      )
    }
    if style == .literal || style == .folded {
      end = Trivia.endOfBlockScalar(in: builder.source, from: start, to: end)
    }
    var node = YAMLNode(.scalar, start..<end, style: style)
    node.next = UInt32(truncatingIfNeeded: builder.nodes.count + 1)
    properties.mark(&node, in: &builder)
    unsafe setText(of: &node, scalar.value, scalar.length, in: &builder)
    builder.append(node)
    if style == .plain, unsafe scalar.length == 2, unsafe scalar.value[0] == UInt8(ascii: "<"),
      unsafe scalar.value[1] == UInt8(ascii: "<")
    {
      builder.noteMergeKey()
    }
  }

  /// Points the node to its text in the source if it is written as it is meant, else keeps a copy.
  @inline(__always)
  private func setText(
    of node: inout YAMLNode,
    _ value: UnsafePointer<UInt8>,
    _ length: Int,
    in builder: inout TreeBuilder
  ) {
    let quote = node.style == .plain ? 0 : 1
    let first = Int(node.start) + quote
    node.count = UInt32(truncatingIfNeeded: length)
    if first + length + quote == Int(node.end),
      unsafe isWritten(value, length, at: first, node.style)
    {
      node.content = UInt32(truncatingIfNeeded: first)
    } else {
      node.content = UInt32(truncatingIfNeeded: builder.decoded.count)
      node.flags.insert(.decoded)
      unsafe builder.decoded.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
    }
  }

  @inline(__always)
  private func isWritten(
    _ value: UnsafePointer<UInt8>,
    _ length: Int,
    at first: Int,
    _ style: YAMLNode.Style
  ) -> Bool {
    // A plain scalar on one line has nothing that is read as something else.
    if style == .plain, unsafe event.pointee.start_mark.line == event.pointee.end_mark.line {
      return true
    }
    guard length > 0 else { return true }
    return unsafe memcmp(source.baseAddress.unsafelyUnwrapped + first, value, length) == 0
  }

  // MARK: Collections

  private mutating func open(
    _ kind: YAMLNode.Kind,
    isFlow: Bool,
    _ properties: Properties,
    into builder: inout TreeBuilder
  ) -> Bool {
    var start = self.start
    let end = self.end
    if properties.count > 0 {
      start = unsafe Trivia.skipProperties(
        properties.count,
        in: builder.source,
        from: start,
        to: source.count
      )
    }
    let openEnd = max(start, end)
    var node = YAMLNode(kind, start..<openEnd, style: isFlow ? .flow : .block)
    properties.mark(&node, in: &builder)
    return builder.open(node, openEnd: openEnd) && builder.hasRoom
  }

  private mutating func close(into builder: inout TreeBuilder) {
    let length = unsafe event.pointee.end_mark.index - event.pointee.start_mark.index
    // The pair of `[a: b]` is a mapping in flow style whose end has no bracket and no width.
    let hasBracket = builder.isInFlow && length == 1
    builder.close(bracketEnd: hasBracket ? end : nil)
  }

  // MARK: Errors

  private mutating func failure() -> Outcome {
    switch unsafe parser.pointee.error {
    case YAML_MEMORY_ERROR: return .outOfMemory
    case YAML_READER_ERROR:
      return unsafe .invalidBytes(offset: places.origin + parser.pointee.problem_offset)
    default: break
    }
    let hasContext = unsafe parser.pointee.context != nil
    return unsafe .failed(
      ParserFailure(
        problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
        offset: places.byte(ofCharacter: parser.pointee.problem_mark.index),
        context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
        contextOffset: hasContext
          ? places.byte(ofCharacter: parser.pointee.context_mark.index) : nil
      )
    )
  }
}

// MARK: - Properties

/// The anchor and the tag of an event.
@safe private struct Properties {
  let anchor: UnsafePointer<UInt8>?
  let tag: UnsafePointer<UInt8>?

  @inline(__always)
  init(anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?) {
    unsafe self.anchor = unsafe anchor
    unsafe self.tag = unsafe tag
  }

  @inline(__always) var count: Int {
    unsafe (anchor == nil ? 0 : 1) + (tag == nil ? 0 : 1)
  }

  @inline(__always)
  func mark(_ node: inout YAMLNode, in builder: inout TreeBuilder) {
    if let tag = unsafe tag { node.tag = unsafe YAMLNode.Tag(String(cString: tag)) }
    if let anchor = unsafe anchor {
      node.flags.insert(.anchored)
      unsafe builder.anchorNext(Array(UnsafeBufferPointer(start: anchor, count: strlen(anchor))))
    }
  }
}

extension YAMLNode.Style {
  @inline(__always)
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

// MARK: - Characters and bytes

/// A place in a text that is known both in characters and in bytes and moves to where it is asked.
@safe private struct PlaceCursor {
  /// The byte offset of the first character: behind a byte-order mark.
  let origin: Int

  private let source: UnsafeBufferPointer<UInt8>
  private let count: Int
  private let isASCII: Bool
  private var byte: Int
  private var character = 0

  init(_ source: UnsafeBufferPointer<UInt8>) {
    unsafe self.source = unsafe source
    count = source.count
    isASCII = unsafe PlaceCursor.isASCII(source)
    origin = unsafe source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    byte = origin
  }

  /// Returns the byte offset of a character; cheap if it is near the one asked for before.
  @inline(__always)
  mutating func byte(ofCharacter index: Int) -> Int {
    isASCII ? min(index, count) : move(to: index)
  }

  private mutating func move(to index: Int) -> Int {
    while character < index, byte < count {
      if index - character >= 8, byte + 8 <= count, isASCIIWord(at: byte) {
        byte += 8
        character += 8
      } else {
        byte += 1
        while byte < count, isContinuation(unsafe source[byte]) { byte += 1 }
        character += 1
      }
    }
    while character > index, byte > origin {
      byte -= 1
      while byte > origin, isContinuation(unsafe source[byte]) { byte -= 1 }
      character -= 1
    }
    return byte
  }

  private func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }

  private func isASCIIWord(at offset: Int) -> Bool {
    unsafe UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      & 0x8080_8080_8080_8080 == 0
  }

  private static func isASCII(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(source)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      offset += 8
    }
    return unsafe raw[offset...].allSatisfy { $0 < 0x80 }
  }
}

// MARK: - Search

/// Returns the first offset, from a start on, at which a text stands in bytes; at memory speed.
package func firstOffset(of text: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
  guard start >= 0, start <= bytes.count else { return nil }
  var text = text
  return unsafe bytes.withUnsafeBytes { haystack in
    text.withUTF8 { needle in
      guard let base = haystack.baseAddress, let first = needle.baseAddress,
        let found = unsafe memmem(base + start, haystack.count - start, first, needle.count)
      else { return needle.isEmpty ? start : nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
