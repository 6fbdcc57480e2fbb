import FoundationEssentials
import Testing

@testable import Text

/// The Khmer of the repository is written the one way.
@Suite("Khmer of the curricula")
struct KhmerContentTests {
  @Test("No file of content has a fault", arguments: ["curricula", "assessments"])
  func content(_ folder: String) throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let paths = try Self.files(in: "\(root)/\(folder)")
    var lines = 0
    for path in paths
    where [".md", ".yaml", ".csv"].contains(where: path.hasSuffix) {
      let data = try Data(contentsOf: URL(filePath: path))
      let text = String(decoding: data, as: UTF8.self)
      for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        let line = String(Substring(line))
        guard line.unicodeScalars.contains(where: Khmer.isKhmer) else { continue }
        lines += 1
        let faults = Khmer.faults(in: line)
        #expect(faults.isEmpty, "\(path):\(index + 1): \(faults)")
      }
    }
    #expect(lines > 300)
  }

  private static func files(in folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try names.sorted().flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
      return isFolder ? try files(in: path) : [path]
    }
  }
}
