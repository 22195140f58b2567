import CEL
import Diagnostics

/// A rule whose expressions are planned, ready to run over any design.
package struct CompiledRule: Sendable {
  package let definition: RuleDefinition
  let variants: [CompiledVariant]
}

/// A variant whose expressions are planned; names are slots of a frame.
struct CompiledVariant: Sendable {
  let variant: RuleVariant
  let kind: ObjectKind

  /// A frame with every variable null; a run copies it and sets parameters, settings and today.
  let frame: Frame
  let slots: FrameSlots

  /// The slot of each parameter, in the order of the definition.
  let parameterSlots: [Int]
  let each: BoundProgram?
  let when: Program?

  /// Whether the guard uses a named value or the candidate, and so comes after them.
  let whenNeedsNames: Bool

  /// The named values that the guard needs; evaluated for every object.
  let guardLets: [BoundProgram]

  /// Those that the flag needs beside; evaluated for what passes the guard.
  let lets: [BoundProgram]

  /// The other named values, which only what is flagged needs.
  let laterLets: [BoundProgram]
  let flag: Program
  let severities: [(condition: Program, severity: Severity)]
  let targets: [Program]
  let identity: Program?
  let elements: Program?
  let place: Program?
  let related: [CompiledRelated]
  let worst: [Program]
  let label: CompiledTemplate?
  let message: CompiledTemplate
  let why: CompiledTemplate?
  let help: CompiledTemplate?
}

/// Where the names every rule knows stand in a frame.
struct FrameSlots: Sendable {
  var object: Int
  var today: Int
  var org: Int
  var more: Int
  var settings: [Int]
}

/// An expression whose value gets a name.
struct BoundProgram: Sendable {
  let slot: Int
  let program: Program
}

struct CompiledRelated: Sendable {
  let each: BoundProgram?
  let condition: Program?
  let place: Program
  let label: CompiledTemplate?
  let isStep: Bool
}

/// A text with planned expressions.
struct CompiledTemplate: Sendable {
  let segments: [Segment]

  enum Segment: Sendable {
    case text(String)
    /// The word for null is that of the expression's static type.
    case program(Program, null: String)
  }
}
