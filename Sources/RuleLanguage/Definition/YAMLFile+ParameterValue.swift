package import YAMLSyntax

extension YAMLFile {
  /// Returns a node as the value of a parameter or setting.
  package func parameterValue(_ node: Int) -> ParameterValue {
    switch nodes[node].kind {
    case .sequence: .list(children(of: node).map { parameterValue(resolved($0)) })
    case .mapping:
      .map(
        entries(of: node).map {
          ParameterValue.Entry(key: text(of: $0.key), value: parameterValue($0.value))
        }
      )
    case .alias: .null
    case .scalar:
      if isNull(node) {
        .null
      } else if let bool = bool(node) {
        .bool(bool)
      } else if let int = int(node) {
        .int(int)
      } else if let number = number(node) {
        .double(number)
      } else {
        .string(text(of: node))
      }
    }
  }
}
