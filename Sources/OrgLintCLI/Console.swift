import CTerminal
import Diagnostics
import Reporting
import SourceText
import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The only way out for text: standard output, standard error and files.
enum Console {
  /// Prints what is rendered already: a report, JSON, a picture.
  static func write(_ text: String) {
    print(text, terminator: "")
  }

  /// Prints lines that may quote anybody: files, options, packs.
  ///
  /// They are shown as text only. A quoted text of one line goes through `visible` first, so that it stays one.
  static func show(_ lines: String) {
    write(visibleLines(lines))
  }

  /// Says on standard error what stopped orglint; without the prefix it may be several lines.
  static func complain(_ text: String, prefixed: Bool = true) {
    let line = (prefixed ? "orglint: " + visible(text) : visibleLines(text)) + "\n"
    _ = try? FileDescriptor.standardError.writeAll(line.utf8)
  }

  /// Ends the program; where output was lost, as on a full disk, with status 2.
  static func exit(_ status: Int32) -> Never {
    var status = status
    if output_is_written() == 0 {
      complain("standard output could not be written to its end")
      status = 2
    }
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  static var errorsAreOnTerminal: Bool { terminal_columns(2) > 0 }

  /// Replaces what stands in the current line of standard error, a terminal.
  static func overwriteErrorLine(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll("\r\u{1B}[K\(text)".utf8)
  }

  /// The columns of the terminal that output goes to; nil where it is none.
  static var terminalWidth: Int? {
    let columns = Int(terminal_columns(1))
    return columns > 0 ? columns : nil
  }

  static func environment(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name]
    return value?.isEmpty == false ? value : nil
  }

  /// Writes a file, as `Destination` has it; `-` is standard output.
  static func write(_ text: String, to path: String) throws(UsageError) {
    if path == "-" { return write(text) }
    try Destination(path).write(text.utf8)
  }

  /// Reads standard input to its end.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = UInt8(exactly: getchar()) { bytes.append(byte) }
    return bytes
  }

  /// How many cores there are to work on.
  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The days from 1970-01-01 to today, UTC.
  static var today: Int {
    Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
  }
}
