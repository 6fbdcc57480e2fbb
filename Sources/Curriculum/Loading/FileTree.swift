package import Source
package import Text

/// Where the files of a curriculum come from: a folder on disk, or texts in memory.
///
/// Paths are relative to the root that holds `curricula/` and `assessments/`.
package protocol FileTree {
  /// Returns the names in a folder, in the order of their bytes; none where it is missing.
  func names(in folder: String) -> [String]
  /// Tells whether a file or folder exists.
  func exists(_ path: String) -> Bool
  /// Returns a file, or `nil` with a finding where it cannot be read.
  func file(_ path: String, collector: DiagnosticCollector) -> SourceFile?
}

/// Files of a folder on disk.
package struct DiskTree: FileTree {
  /// The folder that holds `curricula/` and `assessments/`.
  package let root: String

  /// Creates a tree.
  package init(root: String) {
    self.root = root
  }

  /// Returns the names in a folder.
  package func names(in folder: String) -> [String] {
    FileReading.names(in: path(folder))
  }

  /// Tells whether a file or folder exists.
  package func exists(_ path: String) -> Bool {
    FileReading.exists(self.path(path))
  }

  /// Returns a file; findings show its path as a person in the current folder would type it.
  package func file(_ path: String, collector: DiagnosticCollector) -> SourceFile? {
    FileReading.file(self.path(path), collector: collector)
  }

  private func path(_ relative: String) -> String {
    root.isEmpty || root == "." ? relative : root + "/" + relative
  }
}

/// Files held in memory, for examples and tests.
package struct MemoryTree: FileTree {
  /// The bytes by path.
  package var files: [String: [UInt8]]

  /// Creates a tree of texts.
  package init(_ texts: [String: String]) {
    files = texts.mapValues { Array($0.utf8) }
  }

  /// Returns the names in a folder.
  package func names(in folder: String) -> [String] {
    let prefix = folder + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Set(names).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Tells whether a file or folder exists.
  package func exists(_ path: String) -> Bool {
    files[path] != nil || !names(in: path).isEmpty
  }

  /// Returns a file.
  package func file(_ path: String, collector: DiagnosticCollector) -> SourceFile? {
    guard let bytes = files[path] else {
      collector.add(CurriculumMessages.missingFile(path))
      return nil
    }
    return SourceFile(path: path, bytes: bytes, collector: collector)
  }
}
