package import Diagnostics
import OrgAnalysis
package import OrgModel
package import RuleLanguage
import SourceText

/// Which overrides of the configuration hold for which entry and which file of a design.
///
/// Entries for which the same overrides hold share a layer, so an entry costs one number.
package struct DesignLayers: Sendable {
  private let host: DesignHost

  /// The overrides of each layer, ascending; those of the first are none.
  private var layers: [[Int]] = [[]]

  /// For each kind the layer of each entry; empty where no override is for a subtree.
  private var layersOfEntries: [[Int32]] = []
  private var layersOfFiles: [Int32] = []

  package init(_ host: DesignHost, _ overrides: [ConfigurationOverride]) {
    self.host = host
    for (number, override) in overrides.enumerated() {
      switch override.part {
      case .within(let path): add(number, within: path.value)
      case .files(let patterns): add(number, files: patterns.value)
      }
    }
  }

  private mutating func add(_ number: Int, within path: String) {
    guard let root = host.graph.entity(path: path) else { return }
    let subtree = Subtree(of: root, in: host.facts)
    if layersOfEntries.isEmpty {
      layersOfEntries = EntityKind.allCases.map {
        [Int32](repeating: 0, count: host.graph.count($0))
      }
    }
    var above: [Int32: Int32] = [:]
    for kind in EntityKind.allCases {
      for index in layersOfEntries[Int(kind.rawValue)].indices
      where subtree.contains(EntityRef(kind, index)) {
        let layer = layersOfEntries[Int(kind.rawValue)][index]
        layersOfEntries[Int(kind.rawValue)][index] = next(layer, number, &above)
      }
    }
  }

  private mutating func add(_ number: Int, files patterns: [PathPattern]) {
    let files = host.graph.sources.files
    if layersOfFiles.isEmpty { layersOfFiles = [Int32](repeating: 0, count: files.count) }
    var above: [Int32: Int32] = [:]
    for (index, file) in files.enumerated()
    where patterns.contains(where: { $0.matches(file.path) }) {
      layersOfFiles[index] = next(layersOfFiles[index], number, &above)
    }
  }

  /// Returns the layer with one more override than another.
  private mutating func next(
    _ layer: Int32,
    _ number: Int,
    _ above: inout [Int32: Int32]
  ) -> Int32 {
    if let known = above[layer] { return known }
    let new = Int32(truncatingIfNeeded: layers.count)
    layers.append(layers[Int(layer)] + [number])
    above[layer] = new
    return new
  }

  /// Returns the overrides that hold for a finding: by its first target, and by its file.
  package func overrides(of finding: Diagnostic) -> [Int] {
    guard layers.count > 1 else { return [] }
    var layer = 0
    if !layersOfEntries.isEmpty, let entry = host.entry(ofTarget: finding.target) {
      layer = Int(layersOfEntries[Int(entry.kind.rawValue)][entry.index])
    }
    let file = Int(finding.primary.span.file.index)
    guard layersOfFiles.indices.contains(file), layersOfFiles[file] != 0 else {
      return layers[layer]
    }
    return (layers[layer] + layers[Int(layersOfFiles[file])]).sorted()
  }

  /// Every set of overrides that holds together somewhere, of those that count.
  package func combinations(where counts: (Int) -> Bool) -> [[Int]] {
    let ofEntries = Set(layersOfEntries.joined()).union([0]).map { layers[Int($0)].filter(counts) }
    let ofFiles = Set(layersOfFiles).union([0]).map { layers[Int($0)].filter(counts) }
    var found: Set<[Int]> = []
    for entries in Set(ofEntries) {
      for files in Set(ofFiles) { found.insert((entries + files).sorted()) }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension DesignHost {
  /// Returns the entry a target is: of an incentive its holder; nil where it is none.
  package func entry(ofTarget target: String) -> EntityRef? {
    guard target.hasPrefix("incentive/") else { return graph.entity(path: target) }
    let holder = target.dropFirst("incentive/".count).prefix { $0 != "/" }
    return graph.entity(.person, id: holder) ?? graph.entity(.unit, id: holder)
  }
}
