package import SourceText
package import YAMLSyntax

/// A rule file: its path and its YAML, kept for the places of what is wrong in it.
package struct RuleFile: Sendable {
  package let path: String
  package let yaml: YAMLFile

  /// Parses a rule file.
  ///
  /// - Parameters:
  ///   - path: As messages show it.
  ///   - bytes: UTF-8 without a byte-order mark.
  ///   - file: Its id in the run's source set.
  package init(path: String, bytes: [UInt8], file: FileID) {
    self.path = path
    yaml = parseYAML(bytes, file: file)
  }

  /// Takes a rule file whose YAML is read already.
  package init(path: String, yaml: YAMLFile) {
    self.path = path
    self.yaml = yaml
  }

  /// Returns where a range of an expression's bytes stands in the file.
  package func span(of range: Range<Int>, in source: ExpressionSource) -> SourceSpan {
    yaml.scalarText(source.node)
      .span(of: range.lowerBound + source.offset..<range.upperBound + source.offset)
  }

  /// Returns where a whole expression stands.
  package func span(of source: ExpressionSource) -> SourceSpan {
    span(of: 0..<source.text.utf8.count, in: source)
  }
}
