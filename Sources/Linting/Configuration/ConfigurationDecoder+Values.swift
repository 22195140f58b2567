import OrgModel
import RuleLanguage
import SourceText
import YAMLSyntax

// The values of single keys.
extension ConfigurationDecoder {
  mutating func readRequiredVersion(_ entry: YAMLEntry) {
    guard let text = text(entry), VersionRequirement(text) == nil else { return }
    report(
      "'\(text)' is no version requirement",
      at: entry.value,
      help: "write a comparison and a version, as in \">= 0.1\" or \">= 0.1, < 2\""
    )
  }

  mutating func readPaths(_ entry: YAMLEntry) {
    let paths = texts(entry).map { text, node in
      Configured(file.resolved(text), at: yaml.span(of: node))
    }
    if yaml.nodes[entry.value].count == 0 {
      report("paths names no folder and no file", at: entry.key)
    }
    configuration.paths = paths
  }

  mutating func readBaseline(_ entry: YAMLEntry) {
    configuration.baseline = text(entry).map {
      Configured(file.resolved($0), at: yaml.span(of: entry.value))
    }
  }

  mutating func readFailOn(_ entry: YAMLEntry) {
    let names = FailureLevel.allCases.map(\.rawValue)
    guard let word = text(entry) else { return }
    guard let level = FailureLevel(rawValue: word) else {
      return report(
        "'\(word)' is no severity that can fail a run",
        at: entry.value,
        help: nearest(word, names, else: "one of")
      )
    }
    configuration.failOn = Configured(level, at: yaml.span(of: entry.value))
  }

  mutating func readSilencing(_ entry: YAMLEntry) {
    let names = SilencingLevel.allCases.map(\.rawValue)
    guard let word = text(entry) else { return }
    guard let level = SilencingLevel(rawValue: word) else {
      return report(
        "'silencing' takes warning or error",
        at: entry.value,
        help: nearest(word, names, else: "one of")
      )
    }
    configuration.silencing = Configured(level, at: yaml.span(of: entry.value))
  }

  /// Profiles count here; folders and files are found before anything is read.
  mutating func readExtensions(_ entry: YAMLEntry) {
    var profile: Configured<RuleDefinition.Profile>?
    for (text, node) in texts(entry) {
      guard let named = RuleDefinition.Profile(rawValue: text) else { continue }
      if let profile {
        report("'\(profile.value.rawValue)' is named already; one profile runs", at: node)
      }
      profile = Configured(named, at: yaml.span(of: node))
    }
    configuration.profile = profile ?? configuration.profile
  }

  mutating func readIgnored(_ entry: YAMLEntry) {
    let parts = texts(entry).map { text, node in
      ConfigurationDecoder.isEntry(text)
        ? IgnoredPart.entry(Configured(text, at: yaml.span(of: node))) : .files(pattern(text))
    }
    configuration.ignore = Configured(parts, at: yaml.span(of: entry.value))
  }

  /// Returns the patterns of a list; nil where it has none.
  mutating func patterns(_ entry: YAMLEntry) -> Configured<[PathPattern]>? {
    let texts = texts(entry)
    for (text, node) in texts where text.hasPrefix("!") {
      report("a pattern can't take back what another one says", at: node)
    }
    return Configured(texts.map { pattern($0.text) }, at: yaml.span(of: entry.value))
  }

  private func pattern(_ text: String) -> PathPattern {
    PathPattern(text, in: file.folder, workingDirectory: workingDirectory)
  }

  /// Whether a text is `kind/id`; a folder that is called like a kind is written with `./`.
  static func isEntry(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && EntityKind(name: parts[0]) != nil && !parts[1].isEmpty
      && !parts[1].contains("*")
  }
}

// MARK: - Forms

extension ConfigurationDecoder {
  /// Returns the text of a scalar that says something.
  mutating func text(_ entry: YAMLEntry) -> String? {
    let text = yaml.text(of: entry.value)
    guard yaml.nodes[entry.value].kind == .scalar, !yaml.isNull(entry.value), !text.isEmpty else {
      report("'\(yaml.text(of: entry.key))' takes one text", at: entry.place)
      return nil
    }
    return text
  }

  /// Returns the texts of a list, or of the one text in its place.
  mutating func texts(_ entry: YAMLEntry) -> [(text: String, node: Int)] {
    guard !yaml.isNull(entry.value) else { return [] }
    return yaml.elements(of: entry.value).compactMap { node in
      let text = yaml.text(of: node)
      guard yaml.nodes[node].kind == .scalar, !yaml.isNull(node), !text.isEmpty else {
        report("'\(yaml.text(of: entry.key))' takes a list of texts", at: node)
        return nil
      }
      return (text, node)
    }
  }

  mutating func count(_ entry: YAMLEntry) -> Configured<Int>? {
    guard let count = yaml.int(entry.value), count >= 0 else {
      report(
        "'\(yaml.text(of: entry.key))' takes a whole number, 0 or more",
        at: entry.value
      )
      return nil
    }
    return Configured(count, at: yaml.span(of: entry.value))
  }

  mutating func flag(_ entry: YAMLEntry) -> Configured<Bool>? {
    guard let flag = yaml.bool(entry.value) else {
      report("'\(yaml.text(of: entry.key))' takes true or false", at: entry.value)
      return nil
    }
    return Configured(flag, at: yaml.span(of: entry.value))
  }
}
