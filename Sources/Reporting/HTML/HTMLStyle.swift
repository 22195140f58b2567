/// How the page looks: on light and dark screens, narrow and wide, and on paper.
enum HTMLStyle {
  static let css = """
    :root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --faint: #57606a;
      --line: #d0d7de; --box: #f6f8fa; --error: #a40e26; --warning: #7a4b00; --info: #0550ae; }
    @media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3;
      --faint: #9aa4af; --line: #3d444d; --box: #161b22; --error: #ff9492; --warning: #f0b72f;
      --info: #71b7ff; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 8rem; }
    body { margin: 0; padding: 1rem; background: var(--back); color: var(--text);
      font: 1rem/1.5 system-ui, sans-serif; }
    header, main > section, footer { max-width: 76rem; margin-inline: auto; }
    main > section.wide { max-width: 120rem; }
    h1, h2, h3, h4 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; }
    h3 { border-bottom: 1px solid var(--line); padding-bottom: .25rem; overflow-wrap: anywhere; }
    h4 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
    a { color: var(--info); }
    code, pre { font: .875rem/1.45 ui-monospace, monospace; }
    code { overflow-wrap: anywhere; }
    pre { background: var(--box); padding: .75rem; overflow-x: auto; border-radius: .25rem; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 1.25rem; padding: 0; }
    article { border: 1px solid var(--line); border-radius: .375rem; padding: 1rem;
      margin: 0 0 1rem; content-visibility: auto; contain-intrinsic-size: auto 14rem; }
    article.brief { padding: .5rem 1rem; margin: 0 0 .5rem;
      contain-intrinsic-size: auto 4rem; }
    article:target { outline: 3px solid var(--info); }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top;
      border-bottom: 1px solid var(--line); font-weight: normal; }
    thead th { font-weight: bold; }
    dl { margin: 0; }
    dl div { display: flex; gap: .75rem; }
    dt { font-weight: bold; min-width: 5rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .summary { font-size: 1.125rem; }
    .meta, footer { color: var(--faint); }
    .meta { margin: .25rem 0; }
    .meta code { margin-right: 1rem; }
    .counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; }
    .counts li, .badge { border: 1px solid currentColor; border-radius: 1rem;
      padding: 0 .625rem; white-space: nowrap; font-weight: bold; }
    .badge { font-size: .8125rem; }
    .error { color: var(--error); }
    .warning { color: var(--warning); }
    .info { color: var(--info); }
    .canvas { overflow: auto; max-height: 85vh; border: 1px solid var(--line);
      border-radius: .375rem; }
    .canvas svg { display: block; }
    .canvas.fit svg { max-width: 100%; height: auto; }
    [role=tablist] { display: flex; flex-wrap: wrap; gap: .25rem; margin-bottom: .75rem; }
    button { font: inherit; color: inherit; background: var(--box); padding: .25rem .75rem;
      border: 1px solid var(--line); border-radius: .375rem; cursor: pointer; }
    [role=tab][aria-selected=true] { font-weight: bold; border-color: var(--text);
      box-shadow: inset 0 -3px 0 var(--info); }
    .tools { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center;
      justify-content: space-between; margin: 0 0 .5rem; }
    .tools p { margin: 0; }
    form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
      position: sticky; top: 0; z-index: 1; background: var(--back); padding: .5rem 0;
      border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
    form p { margin: 0; }
    fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: .75rem; }
    legend { float: left; margin-right: .75rem; }
    input, select { font: inherit; max-width: 16rem; }
    input::placeholder { color: var(--faint); opacity: 1; }
    [hidden] { display: none; }
    :focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    @media (max-width: 45rem) { form { position: static; } html { scroll-padding-top: 1rem; } }
    @media print {
      @page { margin: 15mm; }
      :root { --back: #fff; --text: #000; --faint: #444; --line: #999; --box: #f6f8fa;
        --error: #a40e26; --warning: #7a4b00; --info: #0550ae; color-scheme: light; }
      form, nav, .skip, .tools button, [role=tablist] { display: none; }
      body { padding: 0; font-size: 10pt; }
      article { break-inside: avoid; content-visibility: visible; padding: .5rem .75rem; }
      pre { white-space: pre-wrap; overflow: visible; }
      h2, h3, h4 { break-after: avoid; }
      .picture, .picture[hidden], .picture h3[hidden] { display: block; break-inside: avoid; }
      pre { font-size: 8.5pt; }
      .canvas { max-height: none; overflow: visible; border: 0; }
      .canvas svg { max-width: 100%; max-height: 230mm; height: auto; }
    }

    """
}
