extension ScalarSet {
  /// The number of code points.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Makes the set of a class of ASCII characters by its POSIX name.
  init?(asciiClass name: String) {
    switch name {
    case "alnum": self.init([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "alpha": self.init([0x41...0x5A, 0x61...0x7A])
    case "ascii": self.init([0...0x7F])
    case "blank": self.init([0x09...0x09, 0x20...0x20])
    case "cntrl": self.init([0...0x1F, 0x7F...0x7F])
    case "digit": self = .digits
    case "graph": self.init([0x21...0x7E])
    case "lower": self.init([0x61...0x7A])
    case "print": self.init([0x20...0x7E])
    case "punct": self.init([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "space": self.init([0x09...0x0D, 0x20...0x20])
    case "upper": self.init([0x41...0x5A])
    case "word": self = .words
    case "xdigit": self.init([0x30...0x39, 0x41...0x46, 0x61...0x66])
    default: return nil
    }
  }

  /// Makes the set of a general category of Unicode, such as L or Lu, by looking at every code.
  init?(category name: String) {
    guard Self.categoryNames.contains(where: { $0.hasPrefix(name) }), !name.isEmpty else {
      return nil
    }
    var ranges: [ClosedRange<UInt32>] = []
    for code in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(code),
        scalar.properties.generalCategory.abbreviation.hasPrefix(name)
      else { continue }
      if let last = ranges.last, last.upperBound + 1 == code {
        ranges[ranges.count - 1] = last.lowerBound...code
      } else {
        ranges.append(code...code)
      }
    }
    self.init(ranges)
  }

  private static let categoryNames = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]
}

extension Unicode.GeneralCategory {
  /// The two letters that the category goes by.
  fileprivate var abbreviation: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
