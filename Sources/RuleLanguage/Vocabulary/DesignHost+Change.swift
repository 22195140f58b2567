package import OrgAnalysis
import OrgModel

// What rules about a change are told.
extension DesignHost {
  /// What changed since the base; nil without one to compare with.
  package var comparison: DesignComparison? { changes?.get().value }

  func edit(_ index: Int) -> Edit? { comparison?.edits[index] }

  func figure(_ index: Int) -> Figure? { comparison?.figures[index] }

  func decision(of figure: Figure) -> EntityRef? {
    figure.decision < 0 ? nil : EntityRef(.decision, Int(figure.decision))
  }

  /// Returns a figure in words: "the longest reporting chain".
  package func words(for figure: Figure) -> String {
    let decision = decision(of: figure).map { " of " + shown($0) } ?? ""
    switch figure.name {
    case .people: return "people"
    case .layers: return "layers"
    case .span: return "the widest span"
    case .hands: return "hand-offs" + decision
    case .approvals: return "agree and approve steps" + decision
    case .pocketDepth: return "levels of pockets"
    case .conflicts: return "conflicting pairs of incentives"
    case .dottedLines: return "dotted lines"
    }
  }

  /// Returns an edit in words: "reports_to of person 'ana': bo → cy".
  ///
  /// - Parameter redact: Whether what was said in free text is left out.
  package func words(for edit: Edit, redact: Bool = false) -> String {
    let entry = edit.path == "organization" ? edit.path : "\(edit.kind) '\(edit.id)'"
    switch edit.what {
    case .added, .removed: return "\(entry) \(edit.what.rawValue)"
    case .changed:
      // Who somebody is stays out of messages; they name seats.
      guard !edit.isShownOnly, !(redact && edit.isProse) else {
        return "\(edit.field) of \(entry) changed"
      }
      return "\(edit.field) of \(entry): \(edit.before) → \(edit.after)"
    }
  }

  /// Returns the references that name what an edit removed and find nothing now.
  ///
  /// Cost: the number of problems of references.
  func danglingReferences(toEdit index: Int) -> [Int] {
    guard let edit = edit(index), edit.what == .removed, let kind = EntityKind(name: edit.kind)
    else { return [] }
    let names = [edit.id, edit.path]
    return graph.problems.references.indices.filter {
      let problem = graph.problems.references[$0]
      return problem.outcome == .unresolved && problem.accepted.contains(kind)
        && names.contains(problem.value)
    }
  }
}
