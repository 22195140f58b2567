import Reporting

/// A value of JSON as a tree, its keys in order: what schemas are put together from.
package indirect enum JSONNode: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONNode])
  case object([Member])

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    var key: String
    var value: JSONNode
  }

  /// The tree as JSON, ending in a line break.
  package var text: String { JSONWriter.text(write) }

  /// Returns a list of texts.
  static func texts(_ texts: [String]) -> JSONNode { .list(texts.map(JSONNode.text)) }

  /// Returns an object with the members, which may be computed.
  static func members(_ members: [(String, JSONNode)]) -> JSONNode {
    .object(members.map { Member(key: $0, value: $1) })
  }

  /// The value of a key; nil where there is none, or no object.
  package subscript(key: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Returns the object with a value for the key, in its place or at the end.
  func with(_ key: String, _ value: JSONNode) -> JSONNode {
    guard case .object(var members) = self else { return self }
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append(Member(key: key, value: value))
    }
    return .object(members)
  }

  /// Returns the schema with one type more.
  func taking(_ type: JSONNode) -> JSONNode {
    guard let types = self["type"] else { return self }
    let list = if case .list(let list) = types { list } else { [types] }
    return list.contains(type) ? self : with("type", .list(list + [type]))
  }

  /// Returns the object with the members of another behind its own.
  func merging(_ other: JSONNode) -> JSONNode {
    guard case .object(let members) = self, case .object(let others) = other else { return self }
    return .object(members + others)
  }

  private func write(_ writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.append(text)
    case .number(let number): writer.append(number)
    case .flag(let flag): writer.append(flag)
    case .list(let elements):
      let isShort = elements.allSatisfy { if case .text = $0 { true } else { false } }
      writer.array(of: elements, inline: isShort) { $1.write(&$0) }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.key)
          member.value.write(&writer)
        }
      }
    }
  }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(arrayLiteral elements: JSONNode...) { self = .list(elements) }
  package init(dictionaryLiteral members: (String, JSONNode)...) { self = .members(members) }
}
