import RuleLanguage
package import SourceText
package import YAMLSyntax

/// One configuration file as read, before its values are understood.
package struct ConfigurationFile: Sendable {
  /// As messages show it, from the working directory.
  package let path: String

  /// The folder it is in, from the working directory; empty for that one.
  package let folder: String
  package let yaml: YAMLFile

  /// What a configuration may cost: some thousand rules and overrides, no more.
  package static let limits: YAMLLimits = {
    var limits = YAMLLimits.standard
    limits.fileSize = 4 << 20
    limits.depth = 32
    limits.aliasedNodes = 100_000
    limits.problems = 50
    return limits
  }()

  package init(path: String, bytes: [UInt8], file: FileID) {
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    yaml = parseYAML(bytes, file: file, limits: ConfigurationFile.limits)
  }

  /// The root mapping; nil for a file without one.
  package var root: Int? {
    yaml.documents.first.flatMap { yaml.nodes[$0].kind == .mapping ? $0 : nil }
  }

  /// What the file says it extends, in its order: profiles, folders of rules, other files.
  package var extensions: [(text: String, place: SourceSpan)] {
    guard let root, let entry = yaml.value(named: "extends", in: root) else { return [] }
    return yaml.elements(of: entry.value)
      .filter { yaml.nodes[$0].kind == .scalar && !yaml.isNull($0) }
      .map { (yaml.text(of: $0), yaml.span(of: $0)) }
  }

  /// Returns a path of the file as seen from the working directory.
  package func resolved(_ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : folder == "/" ? "/" + path : folder + "/" + path
  }

  /// What an entry of `extends` stands for.
  package enum Extension {
    case profile
    case file
    case folder
  }

  /// Tells profiles, files and folders apart by their words.
  package static func kind(ofExtension text: String) -> Extension {
    if RuleDefinition.Profile(rawValue: text) != nil { return .profile }
    return text.hasSuffix(".yaml") || text.hasSuffix(".yml") ? .file : .folder
  }
}
