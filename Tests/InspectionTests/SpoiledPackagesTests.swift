import Archive
import Testing
import Text

@testable import Inspection

@Suite("Spoiled packages")
struct SpoiledPackagesTests {
  private static let packages: [(PackageStandard, [ArchiveEntry])] = [
    (.cmi5, CMI5Samples.files), (.commonCartridge, CartridgeSamples.files),
    (.qti, QTISamples.files("v2p1")),
  ]

  @Test("Whatever bytes change, packages are judged the same way twice")
  func bytes() {
    var generator = SeededGenerator(seed: 20)
    let signs = Array("<>\"'&/.:#? \\%2\u{E1}\u{9F}".utf8) + [0, 0xFF]
    for _ in 0..<300 {
      for (standard, files) in Self.packages {
        let chosen = Int.random(in: 0..<files.count, using: &generator)
        var bytes = files[chosen].bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[place] = signs[Int.random(in: 0..<signs.count, using: &generator)]
        }
        var spoiled = files
        spoiled[chosen] = ArchiveEntry(path: files[chosen].path, bytes: bytes)
        let first = Inspection.findings(in: spoiled, standard: standard)
        #expect(first == Inspection.findings(in: spoiled, standard: standard))
      }
    }
  }

  @Test("A package without one of its files, or with an empty one, is refused or warned about")
  func files() {
    for (standard, files) in Self.packages {
      for index in files.indices where files[index].path.hasSuffix("xml") {
        var fewer = files
        let removed = fewer.remove(at: index)
        #expect(Inspection.findings(in: fewer, standard: standard).hasErrors)
        fewer.append(ArchiveEntry(path: removed.path, bytes: []))
        #expect(Inspection.findings(in: fewer, standard: standard).hasErrors)
      }
    }
  }
}
