package import Archive
import FoundationEssentials
import Text

extension InspectionSource {
  /// The most bytes of an archive or of a manifest that is read from disk.
  static let mostFileBytes = 1 << 30

  /// Returns what lies at a place on disk, or `nil` where nothing can be read there.
  ///
  /// Of a folder, links are not followed and nothing but plain files is opened; a link is the
  /// warning `folder-link`, a pipe or device the error `folder-special`. The limits are those of an
  /// archive: `folder-too-large`, `file-too-large`. A folder that breaks one is returned without
  /// files.
  ///
  /// - Parameters:
  ///   - path: The path of an archive, a manifest or a folder; a link to one is followed.
  ///   - limits: How much a folder may hold.
  /// - Returns: The source.
  package static func read(_ path: String, limits: ZipLimits = ZipLimits()) -> InspectionSource? {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard !isFolder else {
      var reading = FolderReading(root: path, limits: limits)
      guard reading.read() else { return nil }
      return .folder(
        reading.findings.hasErrors ? [] : reading.files, name: path, findings: reading.findings)
    }
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard let attributes = try? manager.attributesOfItem(atPath: target),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { return nil }
    if let size = attributes[.size] as? Int, size > mostFileBytes {
      let finding = InspectionRule.fileTooLarge.finding(
        at: SourceLocation(file: path), "\(mostFileBytes >> 20)")
      return .folder([], name: path, findings: [finding])
    }
    guard let data = try? Data(contentsOf: URL(filePath: target)) else { return nil }
    return .file(Array(data), name: path)
  }
}

/// One reading of a folder, sorted by name.
private struct FolderReading {
  /// The most folders inside each other.
  static let deepestLevel = 32
  /// How many findings are listed.
  static let mostFindings = 100

  let root: String
  let limits: ZipLimits
  var files: [ArchiveEntry] = []
  var findings: [Diagnostic] = []
  private var entries = 0
  private var total = 0

  init(root: String, limits: ZipLimits) {
    self.root = root
    self.limits = limits
  }

  /// Reads the folder, and tells whether it could be opened.
  mutating func read() -> Bool {
    guard let names = names("") else { return false }
    read(names, under: "", level: 1)
    return true
  }

  private func names(_ folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func read(_ names: [String], under prefix: String, level: Int) {
    for name in names {
      let path = prefix + name
      entries += 1
      guard entries <= limits.entries else {
        return add(.folderTooLarge, path)
      }
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      switch attributes?[.type] as? FileAttributeType {
      case .typeSymbolicLink?: add(.folderLink, path)
      case .typeDirectory?:
        guard level < Self.deepestLevel else {
          return add(.folderTooLarge, path)
        }
        guard let inside = self.names(path) else {
          add(.folderUnreadable, path)
          continue
        }
        read(inside, under: "\(path)/", level: level + 1)
        if isFull { return }
      case .typeRegular?:
        let isPath = name.utf8.allSatisfy {
          $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\")
        }
        guard isPath else {
          add(.folderSpecial, path)
          continue
        }
        read(path, size: attributes?[.size] as? Int ?? 0)
        if isFull { return }
      case nil: add(.folderUnreadable, path)
      default: add(.folderSpecial, path)
      }
    }
  }

  private mutating func read(_ path: String, size: Int) {
    total += size
    guard size <= limits.entryBytes, total <= limits.totalBytes else {
      return add(.folderTooLarge, path)
    }
    guard let data = try? Data(contentsOf: URL(filePath: "\(root)/\(path)")) else {
      return add(.folderUnreadable, path)
    }
    files.append(ArchiveEntry(path: path, bytes: Array(data)))
  }

  private var isFull: Bool {
    findings.contains { $0.code == InspectionRule.folderTooLarge.rawValue }
  }

  private mutating func add(_ rule: InspectionRule, _ path: String) {
    guard findings.count < Self.mostFindings || rule == .folderTooLarge else { return }
    findings.append(rule.finding(at: SourceLocation(file: path), path))
  }
}
