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

  /// Returns a file's bytes, or `nil` with a finding where it is missing or larger than `limit`.
  package static func bytes(
    _ path: String, limit: Int, collector: DiagnosticCollector
  ) -> [UInt8]? {
    let place = SourceLocation(file: path)
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      collector.add(
        SourceMessages.unreadable(place, reason: "no such file or no permission"))
      return nil
    }
    guard data.count <= limit else {
      collector.add(SourceMessages.tooLarge(place, limit: limit))
      return nil
    }
    return [UInt8](data)
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
