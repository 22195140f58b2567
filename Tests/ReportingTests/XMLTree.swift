import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML element with what stands in it, for looking at what was written.
struct XMLTree {
  let name: String
  let attributes: [String: String]
  let text: String
  let children: [XMLTree]

  /// Reads well-formed XML; throws for any other.
  init(_ text: String) throws {
    let document = try XMLDocument(data: Data(text.utf8))
    guard let root = document.rootElement() else { throw CocoaError(.fileReadCorruptFile) }
    self.init(root)
  }

  private init(_ element: XMLElement) {
    name = element.name ?? ""
    attributes = Dictionary(
      (element.attributes ?? []).map { ($0.name ?? "", $0.stringValue ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
    text = element.stringValue ?? ""
    children = (element.children ?? []).compactMap { $0 as? XMLElement }.map(XMLTree.init)
  }

  /// The element and all below it.
  var all: [XMLTree] { [self] + children.flatMap(\.all) }
}
