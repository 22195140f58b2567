import CYAML

/// What libyaml itself says about a text, read without any of the code under test.
struct LibYAMLEvents {
  /// One line a node, in the order they begin, and `-` where a collection ends.
  var lines: [String] = []
  var isAccepted = false

  private var nodes = 0
  private var anchors: [String: Int] = [:]
  private var open: [Int] = []

  init(_ text: [UInt8]) {
    var parser = unsafe yaml_parser_t()
    unsafe withUnsafeMutablePointer(to: &parser) { parser in
      unsafe text.withUnsafeBufferPointer { bytes in
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_initialize(parser) == 1, let start = bytes.baseAddress else {
          isAccepted = bytes.isEmpty
          return
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, start, bytes.count)
        while unsafe yaml_parser_parse(parser, &event) == 1 {
          isAccepted = unsafe event.type == YAML_STREAM_END_EVENT
          unsafe take(event)
          unsafe yaml_event_delete(&event)
          guard !isAccepted else { break }
        }
        unsafe yaml_parser_delete(parser)
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      lines.append("+DOC")
      anchors = [:]
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        as: UTF8.self
      )
      unsafe note(scalar.anchor)
      unsafe lines.append(
        "=VAL\(style(scalar.style))\(properties(scalar.anchor, scalar.tag)) \(text)"
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      unsafe note(start.anchor)
      unsafe begin(
        "+SEQ",
        start.style == YAML_FLOW_SEQUENCE_STYLE,
        properties(start.anchor, start.tag)
      )
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      unsafe note(start.anchor)
      unsafe begin(
        "+MAP",
        start.style == YAML_FLOW_MAPPING_STYLE,
        properties(start.anchor, start.tag)
      )
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      lines.append("-")
      open.removeLast()
    case YAML_ALIAS_EVENT:
      nodes += 1
      let name = unsafe event.data.alias.anchor.map { unsafe String(cString: $0) } ?? ""
      let target = anchors[name].flatMap { open.contains($0) ? nil : $0 } ?? nodes
      lines.append("=ALI *\(name) \(target)")
    default:
      break
    }
  }

  private mutating func note(_ anchor: UnsafeMutablePointer<UInt8>?) {
    nodes += 1
    if let anchor = unsafe anchor { unsafe anchors[String(cString: anchor)] = nodes }
  }

  private mutating func begin(_ kind: String, _ isFlow: Bool, _ properties: String) {
    open.append(nodes)
    lines.append("\(kind) \(isFlow ? "flow" : "block")\(properties)")
  }

  private func properties(
    _ anchor: UnsafeMutablePointer<UInt8>?,
    _ tag: UnsafeMutablePointer<UInt8>?
  ) -> String {
    let tag = unsafe tag.map { unsafe String(cString: $0) }
    return unsafe (anchor == nil ? "" : " &") + (tag.map { " <\(Self.shortTag($0))>" } ?? "")
  }

  private static func shortTag(_ tag: String) -> String {
    let core = ["str", "null", "bool", "int", "float", "seq", "map"]
    return core.first { "tag:yaml.org,2002:\($0)" == tag } ?? (tag == "!" ? "!" : "other")
  }

  private func style(_ style: yaml_scalar_style_t) -> String {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: " '"
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: " \""
    case YAML_LITERAL_SCALAR_STYLE: " |"
    case YAML_FOLDED_SCALAR_STYLE: " >"
    default: ""
    }
  }
}
