import Diagnostics
import SourceText
package import YAMLSyntax

/// Reads one org file into its part of the graph; every problem becomes a diagnostic beside it.
///
/// `Reading+Sections` walks the sections, `+Values` the fields of an entry, `+Structures` what has
/// an inner form (steps, influences, limits), `+Problems` holds every wording.
package struct PartReader {
  let yaml: YAMLFile
  let path: String
  let letters: DecisionLetters
  var part: GraphPart

  /// What is being read, for the targets of diagnostics.
  var context = Context.file { didSet { knownTarget = nil } }

  /// The target of what is being read, once it was asked for: a look along an incentive's keys.
  var knownTarget: String?

  /// The incentive that is being read.
  var incentive: ItemID?

  /// The keys from the entry to what is being read.
  var keyPath: [String] = []

  /// Where the problems stand.
  var problemPlaces: [ProblemPlace] = []

  /// Whether what is being read came by an alias or a merge key.
  var place: Int?

  var longTexts = LongTexts()

  /// The numbers of the texts that were kept for aliases, by node.
  var storedNumbers: [Int: UInt32] = [:]

  /// What was reported of values that came by an alias or a merge key.
  var repeats = RepeatedProblems()

  /// The values with invisible characters that are reported.
  var cleaned: Set<Int> = []

  enum Context {
    case file
    case organization
    case entry(EntityKind, id: Int)
    case incentive(holder: Int, position: Int, value: Int)
    case waiver(Int)
  }

  /// Returns the part of the graph that a file declares.
  ///
  /// - Parameter letters: Which letters `as` takes beside words.
  package static func read(
    _ yaml: YAMLFile,
    path: String,
    letters: DecisionLetters = .none
  ) -> GraphPart {
    var reader = PartReader(
      yaml: yaml,
      path: path,
      letters: letters,
      part: GraphPart(file: yaml.file)
    )
    // Keys have no item, elements of lists have one, so that there are some more than half as many.
    reader.part.items.reserveCapacity(yaml.nodes.count * 5 / 8)
    // What an alias, a merge key or a limit did not bring in may stand anywhere.
    let losesValues = yaml.problems.contains { [.syntax, .limit, .type].contains($0.id) }
    reader.part.isComplete = yaml.isComplete && !losesValues
    for problem in yaml.problems { reader.report(problem) }
    for document in yaml.documents { reader.readDocument(document) }
    reader.countRepeats()
    reader.identifyProblems()
    reader.part.ignoreComments = reader.ignoreComments
    return reader.part
  }

  private var ignoreComments: [IgnoreComment] {
    let comments = yaml.comments(beginningWith: IgnoreComment.mark)
    return zip(comments, yaml.scopes(of: comments)).map { comment, scope in
      let text = comment.text.bytes.dropFirst(IgnoreComment.mark.utf8.count)
      return IgnoreComment(
        span: comment.span,
        text: SourceSpan(file: yaml.file, bytes: text),
        scope: scope
      )
    }
  }
}
