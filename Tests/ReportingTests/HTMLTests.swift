import Diagnostics
import Reporting
import SourceText
import Testing

@Suite struct HTMLTests {
  /// A report with one picture, in which both findings are marked.
  static let illustrated: Report = {
    var report = SampleReport.retail.report
    report.findings = Array(report.findings.prefix(2))
    report.illustration = Illustration(
      style: ".og{}",
      pictures: [
        .init(name: "units", title: "Units", summary: "One.", markup: "<svg id=\"u\"></svg>\n")
      ],
      contexts: [
        .init(
          people: ["Ana <b>"],
          units: ["Retail", "Shop"],
          spots: [.init(picture: 0, anchor: "units-unit-0")]
        ),
        .init(people: ["Bo"], units: ["Retail"], spots: []),
      ]
    )
    return report
  }()

  private func html(_ report: Report) -> String {
    ReportFormat.html.render(report, options: RenderOptions())
  }

  @Test func `a page has the pictures, and findings lead to where they are marked`() {
    let page = html(HTMLTests.illustrated)
    #expect(page.contains("<svg id=\"u\"></svg>"))
    #expect(page.contains("<section id=\"picture-units\" class=\"picture\">"))
    #expect(page.contains("<a href=\"#units-unit-0\">Units</a>"))
    #expect(page.contains("id=\"\(Report.anchor(ofFinding: 0))\""))
  }

  @Test func `findings name units and people by number, and names are escaped`() {
    let page = html(HTMLTests.illustrated)
    // Sorted: Ana, Bo; Retail, Shop.
    #expect(page.contains("data-units=\"0 1\" data-people=\"0\""))
    #expect(page.contains("data-units=\"0\" data-people=\"1\""))
    #expect(page.contains("<option value=\"0\">Ana &lt;b&gt;</option>"))
    #expect(!page.contains("<b>"))
  }

  @Test func `the policy allows exactly the style and the script of the page`() throws {
    for report in [HTMLTests.illustrated, SampleReport.retail.report, SampleReport.clean.report] {
      let page = html(report)
      let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
      #expect(page.contains("style-src 'sha256-\(base64(style))'"))
      if let script = page.firstMatch(of: /(?s)<script>(.*?)<\/script>/)?.1 {
        #expect(page.contains("script-src 'sha256-\(base64(script))'"))
      }
    }
  }

  /// The digest as the policy writes it, checked against a way of its own.
  private func base64(_ text: Substring) -> String {
    let digits = SHA256.hexadecimal(Array(text.utf8))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { start in
      UInt8(digits.dropFirst(start).prefix(2), radix: 16)
    }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0...group.count { result.append(alphabet[value >> (18 - 6 * index) & 63]) }
      result += String(repeating: "=", count: 3 - group.count)
    }
    return result
  }

  /// A report with many findings of one rule, one in ten an error.
  private func crowded(_ count: Int) -> Report {
    var report = SampleReport.retail.report
    report.findings = (0..<count).map { index in
      Diagnostic(
        rule: "po-missing",
        severity: index % 10 == 0 ? .error : .warning,
        message: "number \(index)",
        primary: Label(SourceSpan(file: FileID(0), start: 0, end: 7)),
        targets: ["product/p\(index)"]
      )
    }
    return report
  }

  @Test func `of many findings of one rule the first are shown in full, the others in short`() {
    let page = html(crowded(50))
    #expect(page.matches(of: /<article\s/).count == 50)
    #expect(page.matches(of: /class="brief"/).count == 30)
    #expect(page.matches(of: /<pre\s/).count == 20)
  }

  @Test func `a page never holds more findings than a browser opens, the gravest kept`() {
    let page = html(crowded(4000))
    #expect(page.matches(of: /<article\s/).count == 3000)
    #expect(page.matches(of: /data-severity="error"/).count == 400)
    #expect(page.contains("1000 more findings, none graver than these"))
  }
}
