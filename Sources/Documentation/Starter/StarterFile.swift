/// A file that a repository begins with: what `orglint init` writes.
package enum StarterFile: CaseIterable, Sendable {
  case configuration, design, workflow, hooks

  /// Where it goes, below the folder that is begun.
  package var path: String {
    switch self {
    case .configuration: ".orglint.yaml"
    case .design: "org/org.yaml"
    case .workflow: ".github/workflows/org-design.yml"
    case .hooks: ".pre-commit-config.yaml"
    }
  }

  /// What it is for, in a few words.
  package var purpose: String {
    switch self {
    case .configuration: "what is checked, and how"
    case .design: "a small design to replace with yours"
    case .workflow: "lints every pull request on GitHub"
    case .hooks: "lints every commit, with pre-commit"
    }
  }

  package var text: String {
    switch self {
    case .configuration: StarterFile.configurationText
    case .design: StarterFile.designText
    case .workflow: StarterFile.workflowText
    case .hooks: StarterFile.hooksText
    }
  }

  private static let configurationText = """
    # What orglint checks, and how. Paths are relative to this file.
    paths: [org]

    # minimal: the gravest alone. recommended. strict: every rule, and warnings are errors.
    extends: recommended

    # rules:
    #   tl-not-most-senior: off
    #   dec-path-too-deep: { max_hands: { tactical: 1 } }

    """

  private static let workflowText = """
    name: Org design
    on:
      pull_request:
      push:
        branches: [main]

    permissions: {}

    jobs:
      lint:
        runs-on: ubuntu-24.04
        timeout-minutes: 10
        permissions:
          contents: read
        steps:
          - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
            with:
              persist-credentials: false
          # Pin it to the commit of the release, as above, where your policy asks for it.
          - uses: \(Release.repository)@v\(Release.version)

    """

  private static let hooksText = """
    repos:
      - repo: https://github.com/\(Release.repository)
        rev: v\(Release.version)
        hooks:
          - id: orglint-system

    """
}
