import Diagnostics
import SourceText

/// What silences findings of one rule: a waiver, or a comment for one of the rules it names.
struct Silencer {
  var kind: Report.Suppressed.Kind
  var rule = ""

  /// What a waiver is about; the entry a comment stands at.
  var target = "organization"

  /// Where the places begin that a comment speaks of; nil for a waiver.
  var scope: SourceSpan?

  /// What a comment at the end of a line stands behind, or the section it stands above; empty for
  /// one above an entry.
  var line = ""
  var reason = ""

  /// The id of the person who approved a waiver.
  var owner = ""

  /// The last day it holds, in days since 1970-01-01.
  var until: Int?
  var faults: [Fault] = []

  /// The value at fault, or the waiver; the comment.
  var place: SourceSpan
  var isUsed = false

  var key: SilencerKey { SilencerKey(kind: kind, rule: rule, target: target, line: line) }

  /// One with a fault has no effect.
  var isValid: Bool { faults.isEmpty }

  enum Fault {
    case absent([String])
    case expired(day: Int)
    case unknownRule(nearest: String?)
    case unknownTarget
    case notWaivable
    /// A comment that orglint cannot read, with what is wrong in it.
    case malformed(String)
    /// A comment alone in its line with no entry below it.
    case aboveNothing
  }
}
