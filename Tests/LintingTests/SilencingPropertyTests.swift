import Diagnostics
import Linting
import Testing

/// What must hold whatever is silenced and however the file is written.
@Suite struct SilencingPropertyTests {
  private let products = ["app", "web", "api", "kiosk"]

  /// A design with findings of many rules, its entries in an order and its layout chosen.
  private func design(reversed: Bool, block: Bool, comments: Bool, tail: String = "") -> String {
    let ids = reversed ? products.reversed() : products
    var text = comments ? "# a design\n\n" : ""
    text += "products:\n"
    for id in ids {
      text += comments ? "  # \(id)\n" : ""
      text +=
        block
        ? "  \(id):\n    product_owner: [ana, bo]\n\n"
        : "  \(id): { product_owner: [ ana, bo ] }\n"
    }
    let people = reversed ? "people: { bo: {}, ana: {} }\n" : "people: { ana: {}, bo: {} }\n"
    text += """
      pockets:
        b: { owner: bo, covers: { products: [\(ids.joined(separator: ", "))] } }
        a: { owner: [ana, bo], covers: { products: [app, web] } }
      decisions:
        change:
          class: tactical
          steps:
            - { by: bo, as: agree }
            - { by: ana, as: agree }
            - { by: bo, as: approve }

      """
    return reversed ? people + text + tail : text + people + tail
  }

  @Test(arguments: [true, false], [true, false])
  func `reformatting and reordering a file resurrects nothing`(
    block: Bool,
    comments: Bool
  ) async {
    let before = await Lint(design(reversed: false, block: true, comments: false))
    #expect(before.report.findings.count > 8)
    var suppression = Suppression()
    suppression.baseline = Baseline(of: before.resolved.silenceable)
    let after = await Lint(
      design(reversed: true, block: block, comments: comments),
      suppression: suppression
    )
    #expect(after.listed == [])
    let stale = suppression.baseline?.stale(against: after.resolved.silenceable) { _ in true }
    #expect(stale == [])
  }

  @Test func `a waiver takes out its finding and changes no other`() async {
    let text = design(reversed: false, block: false, comments: false)
    let before = await Lint(text)
    for finding in before.resolved.silenceable {
      let waiver = """
        waivers:
          - { rule: \(finding.rule), target: "\(finding.target)", reason: r, until: 2027-01-31, approved_by: ana }
        """
      let after = await Lint(text + waiver)
      let isHidden = { (other: Diagnostic) in
        other.rule == finding.rule && other.targets.contains(finding.target)
      }
      let left = before.report.findings.filter { !isHidden($0) }
      let now = Set(after.report.findings.map(\.fingerprint))
      #expect(left.allSatisfy { now.contains($0.fingerprint) }, "\(finding.rule)")
      #expect(!after.report.findings.contains(where: isHidden), "\(finding.rule)")
      #expect(after.complaints == [], "\(finding.rule)")
      // What comes to light was hidden by the finding itself.
      let known = Set(before.resolved.silenceable.map(\.fingerprint))
      #expect(now.isSubset(of: known.union(before.report.findings.map(\.fingerprint))))
    }
  }

  @Test func `a comment takes out what the waiver takes out`() async {
    let text = design(reversed: false, block: true, comments: false)
    for id in products {
      let commented = text.replacing(
        "  \(id):\n",
        with: "  # orglint: ignore po-multiple -- r\n  \(id):\n"
      )
      let lint = await Lint(commented)
      #expect(lint.silenced == ["comment po-multiple product/\(id)"])
      #expect(lint.complaints == [])
    }
  }

  @Test func `a finding in the baseline hides no other`() async {
    let ids = ["a", "b", "c", "d", "e", "f"]
    let text =
      "people: { ana: {} }\nproducts:\n"
      + ids.map { "  \($0): { product_owner: ana, technology_lead: bo }\n" }.joined()
    let plain = await Lint(text)
    let hiding = plain.report.findings.filter { $0.rule == "po-overloaded" }
    #expect(hiding.map(\.hides) == [1])
    #expect(!plain.listed.contains("str-too-many-hats person/ana"))
    var suppression = Suppression()
    suppression.baseline = Baseline(of: hiding)
    let lint = await Lint(text, suppression: suppression)
    #expect(lint.silenced == ["baseline po-overloaded person/ana"])
    #expect(lint.listed.contains("str-too-many-hats person/ana"))
    // What is written of the whole design silences both.
    suppression.baseline = Baseline(of: plain.resolved.silenceable)
    let whole = await Lint(text, suppression: suppression)
    #expect(!whole.listed.contains("str-too-many-hats person/ana"))
  }
}
