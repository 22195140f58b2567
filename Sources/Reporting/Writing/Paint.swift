import Diagnostics

/// Colors text for a terminal, or leaves it alone.
struct Paint {
  let mode: ColorMode

  enum Style {
    case severity(Severity)
    case strong
    case faint
    case place
    case related
    case remedy
  }

  /// Returns the text in a style; it must not contain line breaks.
  func callAsFunction(_ text: String, _ style: Style) -> String {
    guard mode == .ansi, !text.isEmpty else { return text }
    return "\u{1B}[\(code(style))m\(text)\u{1B}[0m"
  }

  private func code(_ style: Style) -> String {
    switch style {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.info): "1;36"
    case .strong: "1"
    case .faint: "2"
    case .place: "34"
    case .related: "35"
    case .remedy: "32"
    }
  }
}
