import OrgLintCLI

@main
struct Main {
  static func main() async {
    await OrgLintCommand.main()
  }
}
