import Diagnostics

/// The fixed parts of the page: style, filter, script, and the policy that allows just these.
enum HTMLPage {
  static let policy =
    "default-src 'none'; style-src '\(hash(of: style))'; script-src '\(hash(of: script))'; "
    + "base-uri 'none'; form-action 'none'"

  static let filter = """
    <form id="filter" hidden role="search" aria-label="Filter the findings">
    <label>Search <input type="search" id="words" placeholder="rule, id, words"></label>
    <fieldset><legend>Severity</legend>
    <label><input type="checkbox" value="error" checked> error</label>
    <label><input type="checkbox" value="warning" checked> warning</label>
    <label><input type="checkbox" value="info" checked> info</label>
    </fieldset>
    <p id="shown" role="status"></p>
    </form>

    """

  static let script = """
    (() => {
      const form = document.getElementById("filter");
      const words = document.getElementById("words");
      const shown = document.getElementById("shown");
      const boxes = [...form.querySelectorAll("input[type=checkbox]")];
      const items = [...document.querySelectorAll("article")].map((element) => ({
        element, severity: element.dataset.severity, text: element.textContent.toLowerCase(),
      }));
      const files = [...document.querySelectorAll("section.file")];
      const apply = () => {
        const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
        const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
        let count = 0;
        for (const item of items) {
          const fits = severities.has(item.severity)
            && wanted.every((word) => item.text.includes(word));
          item.element.hidden = !fits;
          if (fits) count += 1;
        }
        for (const file of files) file.hidden = !file.querySelector("article:not([hidden])");
        shown.textContent = count + " of " + items.length + " findings shown";
      };
      form.hidden = false;
      form.addEventListener("input", apply);
      form.addEventListener("submit", (event) => event.preventDefault());
      apply();
    })();

    """

  static let style = """
    :root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --faint: #57606a;
      --line: #d0d7de; --box: #f6f8fa; --error: #a40e26; --warning: #7a4b00; --info: #0550ae; }
    @media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3;
      --faint: #9aa4af; --line: #3d444d; --box: #161b22; --error: #ff9492; --warning: #f0b72f;
      --info: #71b7ff; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
    h1, h2, h3, h4 { line-height: 1.25; }
    h3 { border-bottom: 1px solid var(--line); padding-bottom: .25rem; overflow-wrap: anywhere; }
    h4 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
    code, pre { font: .875rem/1.45 ui-monospace, monospace; }
    code { overflow-wrap: anywhere; }
    pre { background: var(--box); padding: .75rem; overflow-x: auto; border-radius: .25rem; }
    article { border: 1px solid var(--line); border-radius: .375rem; padding: 1rem;
      margin: 0 0 1rem; content-visibility: auto; contain-intrinsic-size: auto 14rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top;
      border-bottom: 1px solid var(--line); font-weight: normal; }
    thead th { font-weight: bold; }
    dl { margin: 0; }
    dl div { display: flex; gap: .75rem; }
    dt { font-weight: bold; min-width: 3rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .summary { font-size: 1.125rem; }
    .meta, footer { color: var(--faint); }
    .meta code { margin-right: 1rem; }
    .counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; }
    .counts li, .badge { border: 1px solid currentColor; border-radius: 1rem;
      padding: 0 .625rem; white-space: nowrap; font-weight: bold; }
    .badge { font-size: .8125rem; }
    .error { color: var(--error); }
    .warning { color: var(--warning); }
    .info { color: var(--info); }
    form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; position: sticky;
      top: 0; background: var(--back); padding: .5rem 0; border-bottom: 1px solid var(--line); }
    fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: .75rem; }
    legend { float: left; margin-right: .75rem; }
    input { font: inherit; }
    [hidden] { display: none; }
    :focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    @media print { form, .skip { display: none; } body { max-width: none; padding: 0; }
      article { break-inside: avoid; content-visibility: visible; }
      pre { white-space: pre-wrap; overflow: visible; } }

    """

  /// Returns the source expression of a Content Security Policy for an inline text.
  private static func hash(of text: String) -> String {
    "sha256-" + base64(SHA256.hexadecimal(Array(text.utf8)))
  }

  /// Returns hexadecimal digits in Base64 of RFC 4648.
  private static func base64(_ digits: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = digits.compactMap(\.hexDigitValue).flatMap { value in
      (0..<4).map { value >> (3 - $0) & 1 }
    }
    var result = ""
    for start in stride(from: 0, to: bits.count, by: 6) {
      let group = bits[start..<min(start + 6, bits.count)]
      let value = group.reduce(0) { $0 << 1 | $1 } << (6 - group.count)
      result.append(alphabet[value])
    }
    return result + String(repeating: "=", count: (4 - result.count % 4) % 4)
  }
}
