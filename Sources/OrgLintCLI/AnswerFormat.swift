import ArgumentParser

/// How a command that answers a question says it.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
