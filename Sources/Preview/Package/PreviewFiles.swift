package import Archive
import FoundationEssentials
package import Text

/// The files of a package, read from an archive or a folder.
package struct PreviewFiles: Sendable {
  /// The bytes by path.
  let contents: [String: [UInt8]]
  /// The paths in the order of their bytes.
  let paths: [String]
  /// The name of the archive or folder, for people.
  let name: String

  /// Creates the files of a package.
  package init(name: String, _ entries: [ArchiveEntry]) {
    self.name = name
    contents = Dictionary(
      entries.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    paths = contents.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  subscript(path: String) -> [UInt8]? { contents[path] }

  /// Reads a package from disk; with any error there is none.
  ///
  /// An archive is read under the rules of `ZipReading`. Of a folder, names that begin with a dot
  /// are left out; a link is followed only to a file that lies in the folder itself. Findings:
  /// those of `ZipReading`, `preview-unreadable`, `preview-too-large`, `preview-too-many`, and as
  /// a warning `preview-link`.
  ///
  /// - Parameters:
  ///   - path: A ZIP archive or a folder.
  ///   - limits: How much it may hold.
  /// - Returns: The files, and the findings.
  package static func read(
    _ path: String, limits: ZipLimits = ZipLimits()
  ) -> (PreviewFiles?, [Diagnostic]) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return (nil, [PreviewMessages.unreadable(path)])
    }
    let name = URL(filePath: path).standardizedFileURL.lastPathComponent
    if isFolder {
      var folder = FolderReading(root: path, limits: limits)
      folder.read()
      return folder.findings.hasErrors
        ? (nil, folder.findings) : (PreviewFiles(name: name, folder.entries), folder.findings)
    }
    guard let size = FolderReading.size(path), size <= limits.totalBytes else {
      return (nil, [PreviewMessages.unreadable(path)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return (nil, [PreviewMessages.unreadable(path)])
    }
    let (entries, findings) = ZipReading.entries(Array(data), file: path, limits: limits)
    return findings.hasErrors
      ? (nil, findings) : (PreviewFiles(name: name, entries), findings)
  }
}

/// One reading of a folder.
private struct FolderReading {
  /// The most folders inside each other.
  static let deepest = 64

  let root: String
  let limits: ZipLimits
  var entries: [ArchiveEntry] = []
  var findings: [Diagnostic] = []
  private var total = 0
  private var seen = 0
  private let realRoot: String

  init(root: String, limits: ZipLimits) {
    self.root = root
    self.limits = limits
    realRoot = URL(filePath: root).resolvingSymlinksInPath().path
  }

  static func size(_ path: String) -> Int? {
    let value = try? FileManager.default.attributesOfItem(atPath: path)[.size]
    return (value as? UInt64).map { Int(clamping: $0) } ?? (value as? Int)
  }

  mutating func read() { read(folder: "", depth: 0) }

  private mutating func read(folder: String, depth: Int) {
    let place = folder.isEmpty ? root : "\(root)/\(folder)"
    guard depth < Self.deepest,
      let names = try? FileManager.default.contentsOfDirectory(atPath: place)
    else {
      findings.append(PreviewMessages.unreadable(place))
      return
    }
    for name in names.sorted() where name.utf8.first != UInt8(ascii: ".") {
      seen += 1
      guard seen <= limits.entries else {
        findings.append(PreviewMessages.tooMany(root, limit: limits.entries))
        return
      }
      read(path: folder.isEmpty ? name : "\(folder)/\(name)", depth: depth)
      if findings.hasErrors { return }
    }
  }

  private mutating func read(path: String, depth: Int) {
    let place = "\(root)/\(path)"
    let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
    switch type {
    case .typeDirectory: read(folder: path, depth: depth + 1)
    case .typeRegular: add(path, from: place)
    case .typeSymbolicLink:
      let real = URL(filePath: place).resolvingSymlinksInPath().path
      let realType =
        try? FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
      guard real.utf8.starts(with: (realRoot + "/").utf8), realType == .typeRegular else {
        findings.append(PreviewMessages.linkOutside(place))
        return
      }
      add(path, from: real)
    default: break  // Devices, pipes and sockets are no part of a package.
    }
  }

  private mutating func add(_ path: String, from place: String) {
    guard let size = Self.size(place), size <= limits.totalBytes - total else {
      findings.append(PreviewMessages.tooLarge(root, limit: limits.totalBytes))
      return
    }
    guard let data = FileManager.default.contents(atPath: place) else {
      findings.append(PreviewMessages.unreadable(place))
      return
    }
    total += data.count
    entries.append(ArchiveEntry(path: path, bytes: Array(data)))
  }
}
