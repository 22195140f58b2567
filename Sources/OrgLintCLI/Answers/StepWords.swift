import OrgAnalysis
import OrgModel

/// Why a step of a decision counts as a hand-off, or why not.
struct StepWords {
  let names: AnswerNames

  func why(_ verdict: StepVerdict, step: Int) -> String {
    switch verdict {
    case .handOff(let before): "passes on from \(names.actor(before))"
    case .sameActor(let before): "\(names.actor(before)) has it already"
    case .first: "nobody in particular has it before"
    case .besideTheWay: "another way has as many hand-offs or more"
    case .notWaitedFor:
      "the decision does not wait for \(part(step))"
    case .nobody: nobody(step)
    case .circle: "the steps wait for each other in a circle"
    }
  }

  private func part(_ step: Int) -> String {
    names.facts.decisions.steps[step].part.rawValue
  }

  private func nobody(_ step: Int) -> String {
    let graph = names.facts.graph
    let item = names.facts.decisions.steps[step].item
    guard let by = graph.field(.stepBy, of: item) else { return "the step names nobody" }
    switch graph[by].type {
    case .absent: return "the step names nobody"
    case .selector: return "'\(graph.text(by))' names nobody here"
    case .placeholder: return "'\(graph.text(by))' is a placeholder"
    case .unresolved, .unknown, .wrongKind: return "'\(graph.text(by))' names nobody known"
    default: return "nobody that is known takes it"
    }
  }
}
