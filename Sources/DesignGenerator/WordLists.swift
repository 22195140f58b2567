/// Invented names are put together from these.
enum WordLists {
  static let products = [
    "anchor", "beacon", "bramble", "cedar", "cinder", "clover", "comet", "coral", "cypress",
    "delta", "ember", "fable", "falcon", "fern", "finch", "flint", "garnet", "gull", "harbor",
    "hazel", "heron", "indigo", "juniper", "kestrel", "lantern", "larch", "lichen", "linden",
    "lotus", "lynx", "maple", "marlin", "meadow", "nectar", "nimbus", "onyx", "opal", "orchid",
    "otter", "pebble", "pine", "plover", "quartz", "raven", "reed", "saffron", "sorrel", "spruce",
    "swift", "tamarind", "thistle", "topaz", "tulip", "umber", "violet", "walnut", "willow", "wren",
  ]

  static let firstNames = [
    "Ada", "Aino", "Amir", "Anders", "Bela", "Bruno", "Carla", "Chidi", "Clara", "Dara", "Dmitri",
    "Elena", "Emre", "Farah", "Felix", "Greta", "Hana", "Hugo", "Ines", "Ivo", "Jana", "Jonas",
    "Kasia", "Kofi", "Laila", "Leon", "Luca", "Maren", "Mateo", "Mei", "Mila", "Nadia", "Niko",
    "Noor", "Olga", "Omar", "Otto", "Petra", "Pia", "Rafael", "Ravi", "Rosa", "Ruth", "Samir",
    "Signe", "Sven", "Tara", "Tomas", "Uma", "Vera", "Victor", "Wanda", "Yara", "Yuki", "Zeno",
  ]

  static let lastNames = [
    "Abara", "Almeida", "Arden", "Baran", "Bellini", "Berg", "Bosch", "Brandt", "Castro", "Conti",
    "Dahl", "Diallo", "Egger", "Farkas", "Fischer", "Garnier", "Haddad", "Holm", "Horvat", "Ito",
    "Jansen", "Kaplan", "Keller", "Kowal", "Larsen", "Lind", "Lopez", "Mensah", "Mori", "Nagy",
    "Novak", "Obi", "Okafor", "Olsen", "Park", "Petrov", "Quint", "Ramos", "Rao", "Reiter",
    "Salas", "Sato", "Silva", "Strand", "Takeda", "Tanaka", "Torres", "Ueda", "Varga", "Vogt",
    "Weber", "Wolf", "Yilmaz", "Zeman", "Ziegler",
  ]

  static func name(_ random: inout SplitMix64) -> String {
    let first = firstNames[random.below(firstNames.count)]
    return "\(first) \(lastNames[random.below(lastNames.count)])"
  }
}
