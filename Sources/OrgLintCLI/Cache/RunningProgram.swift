import Caching
import Documentation
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
  import Foundation
#endif

/// Which build of orglint runs: the next one may find something else in the same bytes.
enum RunningProgram {
  /// Adds what tells this build from others: version, and path, size and time of the executable.
  ///
  /// Not its number in the file system, which differs where a pipeline unpacks a release anew.
  ///
  /// Returns false where that is not known.
  static func add(to key: inout ByteWriter) -> Bool {
    guard let path = executable, let status = FileKind.status(of: path, followingLinks: true)
    else { return false }
    key.write(Release.version)
    key.write(path)
    key.write(String(status.size))
    key.write("\(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)")
    return true
  }

  private static var executable: String? {
    #if os(Linux)
      FileKind.target(of: "/proc/self/exe")
    #else
      Bundle.main.executablePath
    #endif
  }
}
