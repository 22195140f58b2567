import SourceText

/// A place to draw and the words beside it, safe to print.
struct FrameLabel {
  let span: SourceSpan
  let text: String
  let isPrimary: Bool
}
