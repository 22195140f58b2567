/// What pictures look like, in light and in dark.
package enum SVGStyle {
  /// The rules of style for every element of a picture.
  ///
  /// Plain rules and no variables, which not every viewer knows.
  package static let css = """
    .og text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;\
    font-size:11px;fill:#424a53}
    .og .t{font-size:13px;font-weight:600;fill:#1b1f24}
    .og .h{font-size:17px;font-weight:600;fill:#1b1f24}
    .og .back{fill:#fff}
    .og .n rect{fill:#fff;stroke:#6e7781;stroke-width:1}
    .og .open rect{fill:none;stroke-dasharray:5 4}
    .og .container rect{fill:#818b98;fill-opacity:.09;stroke:#818b98}
    .og .quiet rect{fill:none;stroke:#afb8c1}
    .og .quiet .t{font-weight:400}
    .og .twice rect{fill:#fff3d6;stroke:#7a4b00;stroke-dasharray:2 2}
    .og .heading rect{fill:none;stroke:none}
    .og .join rect{fill:#6e7781;stroke:none}
    .og .more rect{fill:none;stroke:none}
    .og .error rect{stroke:#a40e26;stroke-width:3}
    .og .warning rect{stroke:#7a4b00;stroke-width:2.5}
    .og .info rect{stroke:#0550ae;stroke-width:2}
    .og .error .i{fill:#a40e26}
    .og .warning .i{fill:#7a4b00}
    .og .info .i{fill:#0550ae}
    .og .i text,.og text.x{fill:#fff;font-size:10px;font-weight:700;text-anchor:middle}
    .og .l{fill:none;stroke:#818b98;stroke-width:1.25}
    .og .a{fill:#6e7781;stroke:none}
    .og .dashed{stroke-dasharray:7 4}
    .og .dotted{stroke-dasharray:1.5 4;stroke-linecap:round;stroke-width:1.75}
    .og .solid{stroke-width:1.75}
    .og .minus .l{stroke:#9a3412}
    .og .b circle{fill:#fff;stroke:#6e7781}
    .og .b text{fill:#1b1f24;font-size:11px;font-weight:700;text-anchor:middle}
    .og .minus circle{stroke:#9a3412}
    .og .minus .b text{fill:#9a3412}
    .og a:hover rect,.og a:focus rect{stroke-width:4}
    .og .n:target rect{stroke-width:6}
    @media screen and (prefers-color-scheme:dark){
    .og text{fill:#b1bac4}
    .og .t,.og .h,.og .b text{fill:#f0f3f6}
    .og .back{fill:#0d1117}
    .og .n rect{fill:#161b22;stroke:#8b949e}
    .og .open rect,.og .quiet rect{fill:none}
    .og .quiet rect{stroke:#57606a}
    .og .container rect{fill:#8b949e;fill-opacity:.1;stroke:#6e7681}
    .og .twice rect{fill:#332701;stroke:#f0b72f}
    .og .heading rect,.og .more rect{fill:none;stroke:none}
    .og .join rect{fill:#8b949e;stroke:none}
    .og .error rect{stroke:#ff9492}
    .og .warning rect{stroke:#f0b72f}
    .og .info rect{stroke:#71b7ff}
    .og .error .i{fill:#ff9492}
    .og .warning .i{fill:#f0b72f}
    .og .info .i{fill:#71b7ff}
    .og .i text,.og text.x{fill:#0d1117}
    .og .l{stroke:#8b949e}
    .og .a{fill:#8b949e}
    .og .b circle{fill:#0d1117;stroke:#8b949e}
    .og .minus .l,.og .minus circle{stroke:#ffa657}
    .og .minus .b text{fill:#ffa657}
    }

    """
}
