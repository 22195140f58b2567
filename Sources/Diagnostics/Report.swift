package import SourceText

/// Everything one run has to say, in the order to be shown.
package struct Report: Sendable {
  /// The files the findings point into: org files, the configuration, rule files.
  package var sources: SourceSet

  /// What is listed, in the order of place, rule and fingerprint.
  package var findings: [Diagnostic]

  /// How many findings were there before the change and are left out; 0 without a base.
  package var existing = 0

  /// What is silenced, in the same order.
  package var suppressed: [Suppressed]

  /// How far the design is filled in.
  package var coverage: [CoverageLine]

  /// What was not looked at.
  package var notChecked: [NotChecked]

  /// The rules that ran, and the reader's own diagnostics among the findings; sorted by id.
  package var rules: [RuleMetadata]

  /// How many files, people and products were read.
  package var counts: Counts

  package var version: String

  /// What a change does to what is in force, and silences by it; nil without a base.
  package var silencing: Silencing?

  /// Pictures, for the formats that show them.
  package var illustration: Illustration?

  /// How much was judged.
  package struct Counts: Hashable, Sendable {
    package var files: Int
    package var people: Int
    package var products: Int

    package init(files: Int, people: Int, products: Int) {
      self.files = files
      self.people = people
      self.products = products
    }
  }

  /// A finding that a waiver, a comment or a baseline silences.
  package struct Suppressed: Hashable, Sendable {
    package var finding: Diagnostic
    package var kind: Kind
    package var reason: String

    /// Who answers for it; empty where nobody is named.
    package var owner: String

    /// The last day it holds, `YYYY-MM-DD`; nil for one without an end.
    package var until: String?

    /// The place of the waiver or comment; nil where it stands outside the design.
    package var place: SourceSpan?

    /// What silences a finding.
    package enum Kind: String, Hashable, Sendable {
      case waiver, comment, baseline, configuration
    }

    package init(
      finding: Diagnostic,
      kind: Kind,
      reason: String,
      owner: String = "",
      until: String? = nil,
      place: SourceSpan? = nil
    ) {
      self.finding = finding
      self.kind = kind
      self.reason = reason
      self.owner = owner
      self.until = until
      self.place = place
    }
  }

  /// A statement of how much of the design a family of rules could look at; no finding.
  package struct CoverageLine: Hashable, Sendable {
    package var family: String
    package var declared: Int
    package var of: Int
    package var text: String

    package init(family: String, declared: Int, of: Int, text: String) {
      self.family = family
      self.declared = declared
      self.of = of
      self.text = text
    }
  }

  /// Something that was not checked, and why.
  package struct NotChecked: Hashable, Sendable {
    package var what: String
    package var why: String

    package init(what: String, why: String) {
      self.what = what
      self.why = why
    }
  }

  package init(
    sources: SourceSet,
    findings: [Diagnostic],
    suppressed: [Suppressed] = [],
    coverage: [CoverageLine] = [],
    notChecked: [NotChecked] = [],
    rules: [RuleMetadata] = [],
    counts: Counts,
    version: String
  ) {
    self.sources = sources
    self.findings = findings
    self.suppressed = suppressed
    self.coverage = coverage
    self.notChecked = notChecked
    self.rules = rules
    self.counts = counts
    self.version = version
  }

  /// Returns how many listed findings have a severity.
  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}
