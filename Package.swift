// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "orglint",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "orglint", targets: ["orglint"]),
    .library(name: "CEL", targets: ["CEL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
  ],
  targets: [
    // Bottom to top: a target may depend only on targets above it in this list.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "SourceText"),
    .target(name: "CEL", exclude: ["README.md"]),
    .target(name: "CELConformance", dependencies: ["CEL"]),
    .target(name: "Diagnostics", dependencies: ["SourceText"]),
    .target(name: "YAMLSyntax", dependencies: ["CYAML", "SourceText"]),
    .target(name: "OrgModel", dependencies: ["YAMLSyntax", "Diagnostics", "SourceText"]),
    .target(name: "DesignGenerator"),
    .target(name: "OrgAnalysis", dependencies: ["OrgModel", "SourceText"]),
    .target(name: "Drawing", dependencies: ["OrgAnalysis", "OrgModel", "SourceText"]),
    .target(
      name: "RuleLanguage",
      dependencies: ["CEL", "OrgAnalysis", "OrgModel", "YAMLSyntax", "Diagnostics", "SourceText"]
    ),
    .executableTarget(name: "embed-rules", dependencies: ["YAMLSyntax", "SourceText"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),
    .target(
      name: "BuiltInRules",
      dependencies: ["RuleLanguage", "YAMLSyntax", "Diagnostics", "SourceText"],
      exclude: ["rules"],  // a link, so that a build notices rules that come and go
      plugins: ["EmbedRules"]
    ),
    .target(
      name: "Linting",
      dependencies: [
        "RuleLanguage", "OrgAnalysis", "OrgModel", "YAMLSyntax", "Diagnostics", "SourceText",
      ]
    ),
    .target(name: "Reporting", dependencies: ["Diagnostics", "SourceText"]),
    .target(name: "Caching", dependencies: ["Diagnostics", "SourceText"]),
    .target(
      name: "Documentation",
      dependencies: ["Reporting", "Linting", "RuleLanguage", "OrgModel", "CEL", "Diagnostics"]
    ),
    .target(name: "CTerminal"),
    .target(
      name: "OrgLintCLI",
      dependencies: [
        "CTerminal", "BuiltInRules", "Caching", "Documentation", "Drawing", "Linting", "Reporting",
        "RuleLanguage", "OrgAnalysis", "OrgModel", "YAMLSyntax", "CEL", "Diagnostics", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .executableTarget(name: "orglint", dependencies: ["OrgLintCLI"]),
    .executableTarget(
      name: "orglint-dev",
      dependencies: [
        "BuiltInRules", "CEL", "CELConformance", "DesignGenerator", "Documentation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    .testTarget(
      name: "OrgAnalysisTests",
      dependencies: ["OrgAnalysis", "OrgModel", "YAMLSyntax", "SourceText"]
    ),
    .testTarget(
      name: "DrawingTests",
      dependencies: ["Drawing", "OrgAnalysis", "OrgModel", "YAMLSyntax", "SourceText"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "RuleTests",
      dependencies: ["BuiltInRules", "RuleLanguage", "YAMLSyntax", "Diagnostics", "SourceText"]
    ),
    .testTarget(
      name: "OrgModelTests",
      dependencies: ["OrgModel", "Diagnostics", "YAMLSyntax", "SourceText"]
    ),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "CELTests", dependencies: ["CEL", "CELConformance"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "CachingTests",
      dependencies: ["TestSupport", "Caching", "Reporting", "Diagnostics", "SourceText"]
    ),
    .testTarget(
      name: "YAMLSyntaxTests",
      dependencies: ["TestSupport", "CYAML", "SourceText", "YAMLSyntax"]
    ),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "TestSupport", "BuiltInRules", "RuleLanguage", "Documentation", "OrgModel", "YAMLSyntax",
        "Diagnostics", "SourceText",
      ]
    ),
    .testTarget(
      name: "LintingTests",
      dependencies: [
        "TestSupport", "DesignGenerator", "Linting", "BuiltInRules", "RuleLanguage", "OrgAnalysis",
        "OrgModel", "YAMLSyntax", "Diagnostics", "SourceText",
      ]
    ),
    .testTarget(
      name: "OrgLintCLITests",
      dependencies: ["TestSupport", "Caching", "orglint"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["TestSupport", "Reporting", "Diagnostics", "SourceText"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "TidyTests",
      dependencies: ["BuiltInRules", "Documentation", "RuleLanguage"]
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["TestSupport", "orglint"],
      exclude: ["cases"]
    ),
    .testTarget(name: "DesignGeneratorTests", dependencies: ["DesignGenerator", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),
    ]
}
