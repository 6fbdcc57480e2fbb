import Foundation
import Scheduling
import Testing

/// Where `glpsol` is, or `nil`.
private let glpsol = ["/usr/bin/glpsol", "/usr/local/bin/glpsol"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Suite(
  "Schedules against glpsol",
  .enabled(if: glpsol != nil, "glpsol is not installed (Debian: glpk-utils)"))
struct GLPKTests {
  /// What glpsol makes of a program: the optimum, or that there is none.
  private func optimum(_ program: String, in folder: URL) throws -> (isNone: Bool, value: Double)? {
    let file = folder.appending(path: "task.lp")
    let result = folder.appending(path: "task.sol")
    try? FileManager.default.removeItem(at: result)
    try Data(program.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: try #require(glpsol))
    process.arguments = ["--lp", file.path, "--tmlim", "20", "-w", result.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if text.contains("NO PRIMAL FEASIBLE") || text.contains("NO INTEGER FEASIBLE")
      || text.contains("NO FEASIBLE SOLUTION")
    {
      return (true, 0)
    }
    // The line "s mip rows columns status value" of the solution; status o means optimal.
    let solution = try String(contentsOf: result, encoding: .utf8)
    for line in solution.split(separator: "\n") where line.hasPrefix("s mip") {
      let words = line.split(separator: " ")
      if words[4] == "o", let value = Double(words[5]) { return (false, value) }
      if words[4] == "n" { return (true, 0) }
    }
    return nil
  }

  @Test("220 small instances have the same optimum or the same lack of one")
  func same() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sala-schedule-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var (compared, without) = (0, 0)
    for seed in 1000..<1220 as Range<UInt64> {
      let instance = Instances.small(seed: seed)
      guard let theirs = try optimum(instance.linearProgram(), in: folder) else { continue }
      let ours = SchedulingTests.solve(instance, moves: 4000, seed: seed)
      compared += 1
      if theirs.isNone {
        without += 1
        #expect(ours.status == .infeasible || ours.status == .unknown, "seed \(seed)")
      } else {
        #expect(ours.status != .infeasible, "seed \(seed)")
        let own = try #require(ours.objective, "seed \(seed)")
        if ours.status == .optimal { #expect(abs(own - theirs.value) < 1e-6, "seed \(seed)") }
        #expect(own >= theirs.value - 1e-6, "seed \(seed)")
        #expect((ours.bound ?? 0) <= theirs.value + 1e-6, "seed \(seed)")
      }
    }
    #expect(compared >= 200 && without > 20 && compared - without > 60)
  }
}
