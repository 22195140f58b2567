import Diagnostics
import SourceText

extension HTMLReport {
  /// Writes the pictures one below the other; the script shows one at a time.
  mutating func writePictures() {
    guard !pictures.isEmpty else { return }
    out += "<section id=\"pictures\" class=\"wide\" aria-labelledby=\"pictures-heading\">\n"
    out += "<h2 id=\"pictures-heading\">Pictures</h2>\n"
    for picture in pictures {
      let name = markup(picture.name)
      out += "<section id=\"picture-\(name)\" class=\"picture\">\n"
      out += "<h3>\(markup(picture.title))</h3>\n"
      out += "<div class=\"tools\"><p>\(markup(picture.summary))</p></div>\n"
      out += "<div class=\"canvas\" tabindex=\"0\" role=\"region\""
      out += " aria-label=\"\(markup(picture.title))\">\n\(picture.markup)</div>\n</section>\n"
    }
    out += "</section>\n"
  }
}
