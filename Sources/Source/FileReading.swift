package import Text
import FoundationEssentials

/// Reads files and folders from disk; the one place where authored text enters.
package enum FileReading {
  /// Returns a file as text, or `nil` with a finding where it is missing or is not UTF-8.
  ///
  /// - Parameters:
  ///   - path: Where it is on disk.
  ///   - shown: The path that findings show; `path` itself where it is `nil`.
  ///   - collector: Receives the findings.
  /// - Returns: The file.
  package static func file(
    _ path: String, shownAs shown: String? = nil, collector: DiagnosticCollector
  ) -> SourceFile? {
    let name = shown ?? path
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      return SourceFile(path: name, bytes: Array(data), collector: collector)
    } catch {
      collector.add(
        SourceMessages.unreadable(
          SourceLocation(file: name), reason: "no such file or no permission"))
      return nil
    }
  }

  /// Returns the bytes of a file, or `nil` where it cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path))).map(Array.init)
  }

  /// Tells whether a file or folder exists.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Tells whether a folder exists at `path`.
  package static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Returns the names in a folder in the order of their bytes, or none where it is missing.
  package static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
