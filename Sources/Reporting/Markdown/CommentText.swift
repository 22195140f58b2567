import SourceText

/// Text that also mentions nobody, refers to no issue and becomes no link.
func comment(_ text: String) -> String {
  var result = ""
  var last: Character = " "
  for character in markup(text) {
    let isReference = (last == "#" && character.isNumber) || (last == ":" && character == "/")
    let isLink = last == "w" && character == "."
    if last == "@" || isReference || isLink { result += "<!-- -->" }
    result.append(character)
    last = character
  }
  return result
}
