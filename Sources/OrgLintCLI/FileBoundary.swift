import SystemPackage
import YAMLSyntax

/// What a configuration that nobody named may read: it lies in the pull request as the design does.
struct FileBoundary {
  /// The root of the repository; where there is none, the folder of the file.
  let root: FilePlace
  private let isRepository: Bool

  /// Finds the boundary of a file.
  init(around path: String) {
    let file = FilePlace(reaching: DesignLoader.folder(of: path))
    var folder: FilePlace? = file
    while let place = folder, !FileKind.isThere(place.entry(".git").path.string) {
      folder = place.folder
    }
    isRepository = folder != nil
    root = folder ?? file
  }

  /// Says why a path may not be read; nil where it may, be it that nothing is there.
  func objection(to path: String) -> String? {
    let place = FilePlace(reaching: path)
    guard place.path.starts(with: root.path) else {
      return "'\(path)' is outside \(isRepository ? "the repository" : "this file's folder")"
    }
    guard root.holds(place) else { return "'\(path)' belongs to git" }
    if case .special? = FileKind(at: path) { return "'\(path)' is a pipe or a device" }
    return nil
  }

  /// Returns the bytes of a file that may be read; nil for any other.
  ///
  /// - Parameter isReplaced: Whether it is read in order to be written anew.
  func bytes(_ path: String, isReplaced: Bool = false) -> [UInt8]? {
    guard let place = try? FilePlace(of: path), root.holds(place) else { return nil }
    return place.bytes(atMost: YAMLLimits.standard.fileSize, isReplaced: isReplaced)
  }

  /// What to do about an objection.
  static let advice =
    "name files and folders of the repository, or name this configuration with --config"
}
