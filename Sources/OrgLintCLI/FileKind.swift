#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What stands at a path, links followed.
enum FileKind {
  case folder
  case regular(size: Int)

  /// A pipe, a device, a socket: to read it may never end.
  case special

  /// Looks at a path; nil where nothing is, or nothing that may be looked at.
  init?(at path: String) {
    guard let attributes = FileKind.attributes(of: FileKind.target(of: path)) else { return nil }
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: self = .folder
    case .typeRegular: self = .regular(size: (attributes[.size] as? Int) ?? 0)
    // A link that is still one leads nowhere, or to itself.
    case .typeSymbolicLink, nil: return nil
    default: self = .special
    }
  }

  /// Returns where a path leads when all links in it are followed.
  static func target(of path: String) -> String {
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    return target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
  }

  /// Whether the last part of a path is a link.
  static func isLink(_ path: String) -> Bool {
    attributes(of: path)?[.type] as? FileAttributeType == .typeSymbolicLink
  }

  private static func attributes(of path: String) -> [FileAttributeKey: Any]? {
    try? FileManager.default.attributesOfItem(atPath: path)
  }
}
