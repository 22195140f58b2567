import Testing

@testable import Reporting

/// What GitHub and GitLab make links, mentions and pictures of in a comment.
@Suite struct CommentTextTests {
  @Test(arguments: [
    "#1", "GH-1", "gh-12", "PAY-123", "GL-7", "!1", "~bug", "~\"to do\"", "%1", "%v1", "$1", "&1",
    "^alert#1", "*iteration:1", "@ana", "@org/team", "@-", "owner/repo#1", "group/project!1",
    "owner/repo@a5c3785", "a5c3785", "A5C3785ED8D6A35868BC169F07E40E889087FD2E", "deadbeefdeadbe",
    "https://example.org", "ftp://example.org", "www.example.org", "WWW.example.org",
    "ana@example.org", "mailto:ana@example.org", ":tada:", ":+1:", "[vulnerability:1]", "$x^2$",
  ])
  func `no text refers to anything`(text: String) throws {
    let shown = comment("see \(text).")
    let parts = shown.split(separator: "<!-- -->").map(String.init)
    #expect(parts.count > 1)
    for part in parts {
      let reference =
        #"[@#!~%$&^*:](?!\w+;)[\w"/+-]|[A-Za-z]-[0-9]|(?i:www\.)|[0-9A-Fa-f]{7}"#
      #expect(try part.firstMatch(of: Regex(reference)) == nil, "\(part)")
    }
    #expect(parts.joined() == markupOf("see \(text)."))
  }

  @Test(arguments: [
    "2 % of 3 & 4: a - b", "top 3, decade, 100000", "Zoë's unit (level-headed)", "2026-11-24",
  ])
  func `a text that refers to nothing stays`(text: String) {
    #expect(comment(text) == markupOf(text))
  }

  private func markupOf(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
      "'",
      with: "&apos;"
    )
  }
}
