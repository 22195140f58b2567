/// A syntax error in words for people who do not program, with the place that shows it best.
struct SyntaxExplanation: Hashable, Sendable {
  var message: String
  var help: String?
  var range: Range<Int>

  /// The offset of a place that explains the error; nil if there is none.
  private(set) var relatedOffset: Int?

  /// What stands at that place.
  private(set) var relatedText = ""

  private init(_ message: String, _ range: Range<Int>, help: String? = nil) {
    self.message = message
    self.help = help
    self.range = range
  }

  private func beginning(at offset: Int?, _ text: String) -> SyntaxExplanation {
    var copy = self
    copy.relatedOffset = offset
    copy.relatedText = text
    return copy
  }

  /// Explains what the parser said by what stands in the source where it said it.
  init(_ failure: ParserFailure, in source: [UInt8]) {
    let text = SourceContext(source: source)
    let place = text.word(at: failure.offset)
    if let marker = text.mergeMarker(before: failure.offset) {
      self = Self(
        "a merge conflict is left here",
        marker,
        help: "keep one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>"
      )
    } else if let tab = text.tabInIndentation(at: failure.offset), !failure.isInQuotes {
      self = Self(
        "a tab stands where YAML takes only spaces",
        tab,
        help: "indent with spaces; most editors can turn tabs into spaces"
      )
    } else {
      self =
        Self.inBlockStyle(failure, text, place) ?? Self.inFlowStyle(failure, text, place)
        ?? Self.inScalar(failure, text, place) ?? Self.inTagOrDirective(failure, place)
        ?? Self("this is not YAML: \(failure.problem)", place)
    }
  }

  // MARK: Lines and their indentation

  private static func inBlockStyle(
    _ failure: ParserFailure,
    _ text: SourceContext,
    _ place: Range<Int>
  ) -> Self? {
    let context = failure.contextOffset
    switch failure.problem {
    case "mapping values are not allowed in this context":
      return misplacedValue(failure.offset, text)
    case "did not find expected key":
      return notAKey(failure.offset, text, place)
        .beginning(at: context, "the entries it would belong to begin here")
    case "did not find expected '-' indicator":
      return Self(
        "this line is neither an item of the list above nor lined up with what holds the list",
        place,
        help: "begin each item with `- ` in one column, and other lines where their neighbors begin"
      ).beginning(at: context, "the list begins here")
    case "could not find expected ':'":
      return Self(
        "this line has no `: ` behind a key, and it does not continue the line above",
        text.line(at: context ?? failure.offset),
        help: "write `key: value`, or indent the line further if it continues the text above"
      )
    case "block sequence entries are not allowed in this context":
      return Self(
        "a list with `-` cannot begin in the middle of a line",
        place,
        help: "begin the list on the next line; a value that is a mere `-` needs quotes: `\"-\"`"
      )
    case "mapping keys are not allowed in this context":
      return Self("`?` cannot stand here", place, help: "put the text in quotes")
    case "did not find expected <document start>":
      return Self(
        "this line is not lined up with the first one, so the document has ended before it",
        place,
        help: "begin it in the column of the lines it belongs to"
      )
    default:
      return nil
    }
  }

  private static func misplacedValue(_ colon: Int, _ text: SourceContext) -> Self {
    if text.hasEntry(before: colon) {
      return Self(
        "a second `: ` stands in this line",
        colon..<colon + 1,
        help: "put a value that contains `: ` in quotes: `key: \"one: two\"`"
      )
    }
    return Self(
      "a key cannot stand here",
      text.firstInLine(of: colon)..<colon + 1,
      help: "begin it in the column of the keys beside it; below a key that has a value, or "
        + "below text, no keys can stand"
    )
  }

  private static func notAKey(_ offset: Int, _ text: SourceContext, _ place: Range<Int>) -> Self {
    if let bracket = text.bracket(at: offset) {
      return Self("`\(bracket)` closes nothing", place, help: "delete it, or open its pair before")
    }
    if text.firstInLine(of: offset) == offset {
      return Self(
        "this line is not lined up with the entries before it",
        place,
        help: "begin it in the column of the keys it belongs to"
      )
    }
    return Self(
      "text stands behind a value that is complete",
      place,
      help: "put the whole value in quotes, or delete what follows it"
    )
  }

  // MARK: Brackets and braces

  private static func inFlowStyle(
    _ failure: ParserFailure,
    _ text: SourceContext,
    _ place: Range<Int>
  ) -> Self? {
    switch failure.problem {
    case "did not find expected ',' or ']'":
      return unseparated(failure.offset, text, place, closing: "]", kind: "list")
        .beginning(at: failure.contextOffset, "the list begins here")
    case "did not find expected ',' or '}'":
      return unseparated(failure.offset, text, place, closing: "}", kind: "mapping")
        .beginning(at: failure.contextOffset, "the mapping begins here")
    case "found unexpected ':'":
      return Self(
        "a `:` cannot stand here inside brackets or braces",
        failure.offset..<failure.offset + 1,
        help: "put text that contains `:` in quotes"
      )
    case "did not find expected node content":
      return missingContent(failure, text, place)
    default:
      return nil
    }
  }

  private static func unseparated(
    _ offset: Int,
    _ text: SourceContext,
    _ place: Range<Int>,
    closing: String,
    kind: String
  ) -> Self {
    let isColon = text.byte(at: offset) == UInt8(ascii: ":")
    return Self(
      "a comma or a `\(closing)` is missing before this",
      isColon ? text.firstInLine(of: offset)..<offset + 1 : place,
      help: "separate with commas and close the \(kind) with `\(closing)`"
        + (isColon ? "; put a value that contains `: ` in quotes" : "")
    )
  }

  private static func missingContent(
    _ failure: ParserFailure,
    _ text: SourceContext,
    _ place: Range<Int>
  ) -> Self {
    switch text.byte(at: failure.offset) {
    case UInt8(ascii: "?"):
      // In `[???]` the first mark is taken for an indicator and the error is at the second.
      return Self(
        "a value inside brackets or braces cannot begin with `?`",
        text.start(of: UInt8(ascii: "?"), before: failure.offset)..<place.upperBound,
        help: "put it in quotes: `\"???\"`"
      )
    case UInt8(ascii: ","):
      return Self(
        "nothing stands before this comma",
        place,
        help: "delete the comma, or add a value"
      )
    case nil:
      return Self("the file ends where a value is expected", place, help: "complete the last line")
    case .some:
      return Self(
        "a value cannot begin with `\(text.character(at: failure.offset))` here",
        place,
        help: "put it in quotes if it is text; delete it if it is a bracket too many"
      )
    }
  }

  // MARK: Text

  private static func inScalar(
    _ failure: ParserFailure,
    _ text: SourceContext,
    _ place: Range<Int>
  ) -> Self? {
    let context = failure.contextOffset ?? failure.offset
    switch failure.problem {
    case "found character that cannot start any token":
      return Self(
        "a value cannot begin with `\(text.character(at: failure.offset))`",
        place,
        help: "put it in quotes"
      )
    case "found unexpected end of stream", "found unexpected document indicator":
      return Self(
        "the quote that opens here is never closed",
        context..<context + 1,
        help: "close it, or delete it if the text needs no quotes"
      )
    case "found unknown escape character":
      return Self(
        "`\\\(text.character(at: failure.offset + 1))` has no meaning inside double quotes",
        failure.offset..<failure.offset + 2,
        help: "write `\\\\` for a backslash, or use single quotes"
      )
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return Self(
        "this escape names no character",
        place,
        help: "write `\\x`, `\\u` or `\\U` with 2, 4 or 8 hexadecimal digits, or the character"
      )
    case "did not find expected comment or line break" where failure.context.hasSuffix("scalar"):
      return Self(
        "text cannot stand behind `|` or `>` in the same line",
        place,
        help: "begin the text on the next line, or put a value that begins so in quotes"
      )
    case "found an indentation indicator equal to 0":
      return Self("the number behind `|` or `>` must be 1 to 9", place, help: "leave it out")
    case "did not find expected alphabetic or numeric character":
      let sign = text.character(at: context)
      return Self(
        "`\(sign)` begins \(failure.context.hasSuffix("alias") ? "an alias" : "an anchor"), "
          + "whose name is of letters, digits, `-` and `_`",
        text.word(at: context),
        help: "put a value that begins with `\(sign)` in quotes"
      )
    default:
      return nil
    }
  }

  // MARK: Tags and directives

  private static func inTagOrDirective(_ failure: ParserFailure, _ place: Range<Int>) -> Self? {
    if failure.problem == "found incompatible YAML document" {
      return Self(
        "the file asks for a version of YAML other than 1.1 and 1.2",
        place,
        help: "delete the line that begins with `%YAML`"
      )
    }
    if failure.context.contains("directive") || failure.problem.contains("directive") {
      return Self(
        "a line that begins with `%` is a directive, and this one is not known",
        place,
        help: "delete the line, or put the text in quotes"
      )
    }
    if failure.context.contains("tag") || failure.problem.contains("tag") {
      return Self(
        "`!` begins a tag, and this one is not known or not complete",
        place,
        help: "put a value that begins with `!` in quotes"
      )
    }
    return nil
  }
}

extension ParserFailure {
  /// Whether the error is about the inside of a quoted scalar, where tabs are harmless.
  fileprivate var isInQuotes: Bool { context.contains("quoted") }
}
