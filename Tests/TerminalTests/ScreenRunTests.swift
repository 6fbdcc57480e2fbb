import Assessment
import Testing
import Text

@testable import Terminal

/// A terminal that plays a script: each event comes when the one before was dealt with.
final class ScriptedDevice: ScreenDevice {
  /// What the script holds.
  enum Step {
    case event(DeviceEvent)
    /// Time goes by, and nothing comes.
    case wait(Double)
    case resize(ScreenSize)
    case breaks
  }

  var size: ScreenSize
  private var steps: [Step]
  private(set) var log: [String] = []
  private(set) var isEntered = false
  private(set) var timeouts: [Double?] = []
  private var isBroken = false
  var canEnter = true
  var now = 0.0

  init(_ steps: [Step], columns: Int = 80, rows: Int = 24) {
    self.steps = steps
    size = ScreenSize(columns: columns, rows: rows)
  }

  func enter() -> Bool {
    log.append("enter")
    isEntered = canEnter
    return canEnter
  }
  func leave() {
    if isEntered { log.append("leave") }
    isEntered = false
  }
  func write(_ text: String) -> Bool {
    guard !isBroken, isEntered else { return false }
    log.append("write \(text)")
    return true
  }
  func note(_ event: Attempt.Event) { log.append("record \(event)") }
  func drain() { log.append("drain") }
  func suspend(_ reach: SuspendReach) { log.append("suspend \(reach)") }

  func next(timeout: Double?) -> DeviceEvent {
    timeouts.append(timeout)
    guard !steps.isEmpty else { return isBroken ? .closed : .ended(.terminate) }
    switch steps.removeFirst() {
    case .event(let event):
      // A person takes a second for a key.
      now += 1
      return event
    case .wait(let seconds):
      now += seconds
      return .timeout
    case .resize(let other):
      size = other
      return .resized
    case .breaks:
      isBroken = true
      return .resized
    }
  }

  static func keys(_ text: String) -> Step { .event(.bytes(Array(text.utf8))) }
}

@Suite("Running a quiz on a screen")
struct ScreenRunTests {
  struct Result {
    var ending: ScreenRun<Never>.Ending
    var attempt: Attempt
    var device: ScriptedDevice
    var log: [String] { device.log }
    var events: [String] { log.filter { $0.hasPrefix("record") } }
  }

  static func run(
    _ steps: [ScriptedDevice.Step], from start: Attempt? = nil, limit: Double? = nil,
    skipsFront: Bool = true, change: (inout ScreenRun<Never>) -> Void = { _ in }
  ) -> Result {
    let front = [ScriptedDevice.keys("b"), .event(.bytes([13])), .event(.bytes([13]))]
    let device = ScriptedDevice(skipsFront && start == nil ? front + steps : steps)
    var session = QuizSession<Never>(
      form: Sample.form(), language: .english, optionSeed: "", showsFeedback: false,
      timeLimit: limit, attempt: start, clock: { device.now },
      record: { event, _ in device.note(event) })
    var screen = ScreenRun<Never>(plain: { $0 })
    screen.drawing = "plain"
    change(&screen)
    let ending = screen.run(&session, on: device) { device.now }
    return Result(ending: ending, attempt: session.attempt, device: device)
  }

  @Test("A whole quiz, every event on the disk before the screen after it")
  func whole() {
    let keys = "b\r,a\rc\r12\ryes\r"
    let steps = ["b", "\r", "a", "c", "\r", "12\r", "yes\r", "\r", "\t", "\r"]
      .map(ScriptedDevice.keys)
    let result = Self.run(steps)
    #expect(keys.isEmpty == false && result.ending == .submitted)
    #expect(result.attempt.isSubmitted && result.attempt.responses.count == 4)
    #expect(result.log.first == "enter" && result.log.last == "leave")
    let lastRecord = result.log.lastIndex { $0.hasPrefix("record") } ?? 0
    #expect(result.log[lastRecord].contains("submitted"))
    // The words "saved" never come before the record that they speak of.
    for (index, entry) in result.log.enumerated() where entry.contains("Saved.") {
      #expect(result.log[..<index].contains { $0.hasPrefix("record answered") })
    }
  }

  @Test("Typed ahead of the question whether to hand in, even the right keys do nothing")
  func typeAhead() {
    let start = Sample.start().after(.moved(to: 4))
    // In one portion, and in portions that a slow line brings late.
    for steps in [
      [ScriptedDevice.keys("\u{1B}[F\ryes\r\t\r")],
      [ScriptedDevice.keys("\u{1B}[F\r"), .event(.resized)],
    ] {
      let result = Self.run(steps, from: start)
      #expect(result.ending == .ended(.terminate) && result.events.isEmpty)
      #expect(result.log.contains("drain"))
    }
    let fast = ScriptedDevice([])
    #expect(fast.size.columns == 80)
    let slow = Self.run(
      [ScriptedDevice.keys("\u{1B}[F\r"), .wait(0.01), ScriptedDevice.keys("yes\r")], from: start)
    #expect(slow.ending == .submitted, "a second later the keys count")
  }

  @Test("Signals, a closed window and the end of the line stop with everything saved")
  func endings() {
    let typed = [ScriptedDevice.keys("\u{E}\u{E}\u{E}"), ScriptedDevice.keys("half")]
    for signal in EndSignal.allCases {
      let result = Self.run(typed + [.event(.ended(signal))])
      #expect(result.ending == .ended(signal))
      #expect(result.attempt.responses["four"] == .text("half"))
      #expect(result.log.last == "leave" && result.attempt.position == 3)
    }
    for step in [ScriptedDevice.Step.event(.closed), .breaks] {
      let result = Self.run(typed + [step])
      #expect(result.ending == .closed && result.attempt.responses["four"] == .text("half"))
    }
    #expect(Self.run([ScriptedDevice.keys("\u{3}")]).ending == .ended(.interrupt))
    #expect(Self.run([ScriptedDevice.keys(".\r")]).ending == .stopped)
    #expect(EndSignal.allCases.map(\.exitCode) == [129, 130, 131, 143])
  }

  @Test("Suspended by key or signal, called back: the screen is painted afresh")
  func suspended() {
    let result = Self.run([
      ScriptedDevice.keys("\u{1A}"), .event(.suspended), .event(.continued),
    ])
    #expect(result.log.contains("suspend job") && result.log.contains("suspend program"))
    let full = result.log.filter { $0.hasPrefix("write \u{1B}[H\u{1B}[2J") }
    #expect(full.count == 4)
    #expect(result.log.filter { $0 == "enter" }.count == 2)
  }

  @Test("A new size repaints everything in it")
  func resized() {
    let result = Self.run([.resize(ScreenSize(columns: 40, rows: 24))])
    let last = result.log.last { $0.hasPrefix("write") } ?? ""
    #expect(last.hasPrefix("write \u{1B}[H\u{1B}[2J") && last.contains("Question 1/4"))
  }

  @Test("Escape counts when nothing follows; a paste that never ends is given up")
  func escape() {
    let list = Sample.start().after(.moved(to: 4))
    let result = Self.run([ScriptedDevice.keys("\u{1B}"), .wait(0.06)], from: list)
    #expect(result.events == ["record moved(to: 0)"])
    #expect(result.device.timeouts.contains { $0.map { $0 > 0 && $0 < 0.06 } ?? false })
    let paste = Self.run([
      ScriptedDevice.keys("\u{E}\u{E}\u{E}"), ScriptedDevice.keys("\u{1B}[200~yes\r"), .wait(2.1),
      ScriptedDevice.keys("\r"),
    ])
    #expect(paste.attempt.responses["four"] == .text("yes "))
  }

  @Test("A text is saved after a while without a key, once")
  func idle() {
    let result = Self.run([
      ScriptedDevice.keys("\u{E}\u{E}"), ScriptedDevice.keys("12"), .wait(3.1), .wait(9), .wait(9),
    ])
    #expect(result.events.filter { $0.contains("answered") }.count == 1)
    let bad = Self.run([
      ScriptedDevice.keys("\u{E}\u{E}"), ScriptedDevice.keys("x"), .wait(3.1), .wait(9),
      ScriptedDevice.keys("\u{7F}7"), .wait(3.1),
    ])
    #expect(bad.attempt.responses["three"] == .number(7))
  }

  @Test("The time begins with the first question, wakes by the minute, and ends the test")
  func time() {
    let slow = Self.run(
      [
        .wait(500), ScriptedDevice.keys("b"), .wait(20), .event(.bytes([13])), .event(.bytes([13])),
        .event(.bytes([0x62])), .wait(38), .wait(0.5), .wait(1), .event(.bytes([13])),
      ],
      limit: 40, skipsFront: false)
    #expect(slow.ending == .submitted)
    #expect(
      slow.events == [
        "record \(Attempt.Event.answered(item: "one", response: .choice(["b"])))",
        "record moved(to: 0)", "record moved(to: 0)", "record submitted",
      ])
    let wakes = Self.run([], limit: 2700).device.timeouts
    #expect(wakes.last.map { $0.map { $0 > 29 && $0 <= 30 } ?? false } == true, "a sign of life")
    let beats = Self.run([.wait(31), .wait(1), .wait(31)], limit: 2700)
    #expect(beats.events == ["record moved(to: 0)", "record moved(to: 0)"])
    let shown = beats.log.filter { $0.hasPrefix("write") }
    #expect(shown.count == 5, "painted when the minute changed, and else not: \(shown)")
    #expect(Self.run([]).device.timeouts.last == .some(nil), "without a limit nothing wakes")
  }

  @Test("A resumed attempt whose time was used up is handed in at once")
  func usedUp() {
    let device = ScriptedDevice([.wait(1), ScriptedDevice.keys("\r")])
    var session = QuizSession<Never>(
      form: Sample.form(), language: .english, optionSeed: "", showsFeedback: false, timeLimit: 60,
      usedBefore: 60, attempt: Sample.start().after(.moved(to: 1)), clock: { device.now },
      record: { event, _ in device.note(event) })
    let ending = ScreenRun<Never>(plain: { $0 }).run(&session, on: device) { device.now }
    #expect(ending == .submitted && session.attempt.isSubmitted)
  }

  @Test("The page gets the sitting and the terminal; what it did is gone on with")
  func page() {
    var marks: [String] = []
    let result = Self.run([ScriptedDevice.keys("@"), ScriptedDevice.keys("a")]) { screen in
      screen.openPage = { session, marked in
        session.apply(.answered(item: "one", response: .choice(["b"])))
        marked.insert("two")
        return .returned
      }
      screen.keepFlag = { marks.append("\($0) \($1)") }
    }
    #expect(marks == ["two true"])
    let leave = result.log.firstIndex(of: "leave") ?? 0
    #expect(result.log[leave + 1].hasPrefix("record answered"))
    #expect(result.log[leave + 2] == "enter" && result.attempt.position == 1)
    let done = Self.run([ScriptedDevice.keys("@")]) { screen in
      screen.openPage = { session, _ in
        session.apply(.submitted)
        return .submitted
      }
    }
    let stopped = Self.run([ScriptedDevice.keys("@")]) { $0.openPage = { _, _ in .stopped } }
    #expect(stopped.ending == .stopped && !stopped.device.isEntered)
    #expect(done.ending == .submitted && done.log.last == "leave")
  }

  @Test("A recorder that fails gives the terminal back, and nothing is said to be saved")
  func failure() {
    struct DiskFull: Error {}
    let device = ScriptedDevice([ScriptedDevice.keys("b")])
    var session = QuizSession<DiskFull>(
      form: Sample.form(), language: .english, optionSeed: "", showsFeedback: false,
      attempt: Sample.start().after(.moved(to: 1)), clock: { 0 },
      record: { _, _ throws(DiskFull) in throw DiskFull() })
    #expect(throws: DiskFull.self) {
      _ = try ScreenRun<DiskFull>(plain: { $0 }).run(&session, on: device) { device.now }
    }
    #expect(device.log.last == "leave" && !device.isEntered)
    #expect(!device.log.contains { $0.contains("Saved.") })
  }

  @Test("What the terminal says of itself decides how text is drawn; silence costs a moment")
  func question() {
    func shown(_ steps: [ScriptedDevice.Step]) -> String {
      let result = Self.run(steps, from: Sample.start().after(.moved(to: 1))) { screen in
        screen.drawing = "tall"
        screen.question = TerminalQuestion(
          request: "\u{1B}[6n", isComplete: { $0.contains(UInt8(ascii: "R")) },
          drawings: { $0.isEmpty ? [.plain] : [ScreenLayoutTests.tall, .plain] })
      }
      #expect(result.log[1] == "write \u{1B}[6n")
      return result.log.joined()
    }
    #expect(shown([ScriptedDevice.keys("\u{1B}[1;"), ScriptedDevice.keys("3R")]).contains("####"))
    #expect(!shown([.wait(1)]).contains("####"))
  }

  @Test("A terminal that cannot be taken over is left alone")
  func unavailable() {
    let device = ScriptedDevice([])
    device.canEnter = false
    var session = Sample.quiz(Room([])).session(from: Sample.start())
    #expect(
      ScreenRun<Never>(plain: { $0 }).run(&session, on: device) { 0 } == .unavailable)
    #expect(device.log == ["enter"])
  }

  @Test("Choices are remembered, and marks")
  func hooks() {
    var chosen: [String] = []
    var marks: [String] = []
    _ = Self.run([ScriptedDevice.keys("!"), ScriptedDevice.keys("#"), ScriptedDevice.keys("\r")]) {
      $0.remember = { chosen.append($0) }
      $0.keepFlag = { marks.append("\($0) \($1)") }
    }
    #expect(chosen == ["plain"] && marks == ["one true"])
  }
}

@Suite("Which mode")
struct QuizModeTests {
  @Test(
    "The screen needs a terminal; what asks for lines gets lines",
    arguments: [
      (nil, true, ["TERM": "xterm"], .screen), (nil, false, ["TERM": "xterm"], .linear),
      (nil, true, [:], .linear), (nil, true, ["TERM": "dumb"], .linear),
      (nil, true, ["TERM": "xterm", "ACCESSIBLE": "1"], .linear),
      (nil, true, ["TERM": "xterm", "ACCESSIBLE": "0"], .screen),
      (.linear, true, ["TERM": "xterm"], .linear),
      (.screen, true, ["TERM": "xterm", "ACCESSIBLE": "1"], .screen),
      (.screen, false, ["TERM": "xterm"], .linear), (.screen, true, ["TERM": "dumb"], .linear),
    ] as [(QuizMode?, Bool, [String: String], QuizMode)])
  func mode(
    _ asked: QuizMode?, _ isTerminal: Bool, _ environment: [String: String], _ mode: QuizMode
  ) {
    var console = Room([]).console(environment: environment)
    console.isInteractive = isTerminal
    #expect(QuizMode.choose(asked: asked, console: console) == mode)
  }

  @Test("The terminal of a process that has none is not taken over")
  func raw() async {
    await #expect(processExitsWith: .success) {
      let terminal = RawTerminal()
      let size = terminal.size
      precondition(size.columns > 0 && size.rows > 0)
      precondition(RawTerminal.seconds() > 0)
      terminal.leave()
    }
  }
}
