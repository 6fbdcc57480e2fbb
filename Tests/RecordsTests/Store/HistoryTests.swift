import Testing

@testable import Records

@Suite("Histories of four devices")
struct HistoryTests {
  @Test("say the same in the end, in whatever order stores met", arguments: 0..<6)
  func histories(part: Int) {
    let folder = TemporaryFolder()
    let seed: UInt64 = 20_261_126
    var failures: [String] = []
    let failed = Histories(folder: folder.path, seed: seed)
      .run(first: part * 5, count: 5) { failures.append($0) }
    #expect(failed == 0, "\(failures)")
  }
}
