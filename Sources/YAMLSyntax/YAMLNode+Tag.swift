extension YAMLNode.Tag {
  /// Takes a tag as the parser gives it, its handle resolved.
  init(_ tag: String) {
    self =
      switch tag {
      case "!": .nonSpecific
      case "tag:yaml.org,2002:str": .string
      case "tag:yaml.org,2002:null": .null
      case "tag:yaml.org,2002:bool": .bool
      case "tag:yaml.org,2002:int": .int
      case "tag:yaml.org,2002:float": .float
      case "tag:yaml.org,2002:seq": .sequence
      case "tag:yaml.org,2002:map": .mapping
      default: .other
      }
  }
}
