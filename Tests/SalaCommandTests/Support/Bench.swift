import FoundationEssentials
import Synchronization
import Terminal
import Text

@testable import SalaCommand

/// A folder that is removed when nobody holds it any more.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "sala-command-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A clock that goes on by the same step whenever somebody looks at it.
final class Ticker: Sendable {
  private let time: Mutex<Double>
  private let step: Double

  init(_ start: Double = 1_800_000_000, step: Double = 0.25) {
    time = Mutex(start)
    self.step = step
  }

  func now() -> Double {
    time.withLock { value in
      value += step
      return value
    }
  }
}

/// What a run of the program gave.
struct Run {
  var code: Int32
  var out: String
  var err: String

  /// The lines of standard output; those of CSV end in CR LF.
  var lines: [String] { out.split(whereSeparator: \.isNewline).map(String.init) }
  var json: JSON { JSON(out) }
}

/// The program at a bench: a store and a small curriculum in a folder of its own, a clock that
/// goes on by itself, and chance from a seed.
final class Bench {
  let folder = TemporaryFolder()
  let course: ExampleCourse
  var environment: [String: String]
  var ticker = Ticker()
  var width = 80
  /// Whether a person seems to sit at both ends.
  var isInteractive = false
  /// What is typed without being shown, in order.
  var secrets: [String] = []
  private var chance: SeededGenerator

  /// The root of the repository, two folders above this one's.
  static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
  /// The curriculum that Sala carries.
  static let real = root + "/curricula/innovation-for-local-administration"

  init(seed: UInt64 = 11) {
    course = ExampleCourse(folder: folder.path + "/course")
    environment = [
      "SALA_STORE": folder.path + "/store", "SALA_HOME": course.folder,
      "SALA_DEVICE": "bench", "LANG": "en_GB.UTF-8",
    ]
    chance = SeededGenerator(seed: seed)
  }

  var store: String { folder.path + "/store" }

  /// Runs one command, typing the lines of `input` where it reads.
  @discardableResult
  func sala(_ arguments: String..., input: [String] = []) -> Run {
    run(arguments, input: input)
  }

  func run(_ arguments: [String], input: [String] = []) -> Run {
    var out = ""
    var err = ""
    var left = input[...]
    var console = Console(
      write: { out += $0 }, writeError: { err += $0 }, readLine: { left.popFirst() },
      isInteractive: isInteractive, width: width, environment: environment,
      now: { [ticker] in ticker.now() },
      random: { [self] in chance.next() })
    console.readSecret = { [self] _ in secrets.isEmpty ? nil : secrets.removeFirst() }
    let code = Sala.run(arguments, console: console)
    return Run(code: code, out: out, err: err)
  }

  // MARK: Files

  func path(_ name: String) -> String { folder.path + "/" + name }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Files.write(text, to: path(name))
    return path(name)
  }

  // MARK: Events

  /// A learner as a roster lists them.
  struct Learner: Hashable {
    var code: String
    var pre: String
    var post: String
  }

  /// Creates an event of the small curriculum.
  @discardableResult
  func event(_ id: String = "e1", seed: Int = 5) -> Run {
    sala("event", "new", id, "--curriculum", "example", "--seed", "\(seed)")
  }

  /// Enrols people and returns their codes with the forms allocated to them.
  func roster(_ count: Int, event: String = "e1") -> [Learner] {
    let run = sala("event", "roster", event, "--count", "\(count)", "--format", "csv")
    return Bench.learners(run)
  }

  static func learners(_ run: Run) -> [Learner] {
    run.lines.dropFirst().compactMap { line in
      let cells = line.split(separator: ",").map(String.init)
      return cells.count >= 4 ? Learner(code: cells[1], pre: cells[2], post: cells[3]) : nil
    }
  }

  /// Takes the test that is open, with so many right answers, from an answers file.
  @discardableResult
  func take(_ learner: Learner, _ form: String, right: Int, event: String = "e1") throws -> Run {
    let file = try write(course.answers(form, right: right), to: "answers.csv")
    return sala("quiz", "--learner", learner.code, "--event", event, "--answers", file)
  }
}

/// Reads and writes files of tests.
enum Files {
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  static func bytes(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: path))).map(Array.init) ?? []
  }

  static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  static func copy(_ path: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: path, toPath: other)
  }
}
