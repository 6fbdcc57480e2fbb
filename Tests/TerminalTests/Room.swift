import Assessment
import Source
import Text

@testable import Terminal

/// What happened in a quiz, in the order in which it happened.
enum Moment: Equatable {
  case written(String)
  case asked
  case recorded(Attempt.Event)
}

/// A person at a keyboard: types the lines of a script, and everything is noted down.
final class Room {
  private(set) var moments: [Moment] = []
  private var lines: [String]
  let clock = Clock()

  /// The time, which tests move by hand.
  final class Clock: @unchecked Sendable {
    var time = 0.0
  }

  init(_ lines: [String]) {
    self.lines = lines
  }

  /// All that was written.
  var text: String {
    moments.map { if case .written(let text) = $0 { text } else { "" } }.joined()
  }

  /// All that was recorded.
  var events: [Attempt.Event] {
    moments.compactMap { if case .recorded(let event) = $0 { event } else { nil } }
  }

  /// Notes down that an event is on the disk.
  func record(_ event: Attempt.Event) { moments.append(.recorded(event)) }

  /// Returns the console of this room; each line typed takes `pace` seconds.
  func console(width: Int = 80, environment: [String: String] = [:], pace: Double = 0) -> Console {
    let clock = clock
    return Console(
      write: { self.moments.append(.written($0)) },
      writeError: { self.moments.append(.written("error: " + $0)) },
      readLine: {
        self.moments.append(.asked)
        clock.time += pace
        return self.lines.isEmpty ? nil : self.lines.removeFirst()
      },
      width: width, environment: environment, now: { clock.time }, random: { 4 })
  }
}

/// A small form made up for tests.
enum Sample {
  static func choice(_ id: String, _ marks: String, isMultiple: Bool = false) -> Item {
    item(
      id,
      .choice(
        ChoiceInteraction(
          isMultiple: isMultiple,
          options: marks.enumerated().map { index, mark in
            let option = ChoiceOption.id(at: index)
            return ChoiceOption(
              id: option, text: LocalizedText(en: "Option \(option)", km: "ជម្រើស \(option)"),
              isCorrect: mark == "x",
              feedback: LocalizedText(en: "Because \(option).", km: "ព្រោះ \(option)។"))
          })))
  }

  static func item(_ id: String, _ interaction: Interaction) -> Item {
    Item(
      id: id, outcome: Located("A-1", at: SourceLocation(file: "")), cognitive: .apply,
      stem: LocalizedText(en: "What about \(id)?", km: "ចុះ \(id)?"), interaction: interaction)
  }

  static let items = [
    choice("one", " x "), choice("two", "x x", isMultiple: true),
    item("three", .numeric(NumericInteraction(value: 12, tolerance: 0.5))),
    item("four", .text(TextInteraction(accepted: ["yes"]))),
  ]

  static func form(_ items: [Item] = items) -> TestForm {
    TestForm(
      id: "f", title: LocalizedText(en: "Trial", km: "សាកល្បង"), items: items, anchors: [],
      minutes: 45, masteryPercent: 70)
  }

  static func quiz(
    _ room: Room, language: Language = .english, feedback: Bool = false, deadline: Double? = nil,
    grace: Int = 0, items: [Item] = items, seed: String = ""
  ) -> Sitting {
    var form = form(items)
    form.policy.graceMinutes = grace
    return Sitting(
      room: room, form: form, language: language, seed: seed, feedback: feedback, limit: deadline)
  }

  /// Returns an attempt at its beginning.
  static func start(_ items: [Item] = items) -> Attempt { Attempt(items: items.map(\.id)) }
}

/// A linear quiz with the room it is taken in.
struct Sitting {
  var room: Room
  var form: TestForm
  var language: Language
  var seed: String
  var feedback: Bool
  var limit: Double?

  func session(from start: Attempt, usedBefore: Double = 0) -> QuizSession<Never> {
    let clock = room.clock
    return QuizSession(
      form: form, language: language, optionSeed: seed, showsFeedback: feedback, timeLimit: limit,
      usedBefore: usedBefore, attempt: start, clock: { clock.time },
      record: { event, _ in room.record(event) })
  }

  func run(from start: Attempt, console: Console) -> LinearQuiz<Never>.Ending {
    var session = session(from: start)
    return LinearQuiz<Never>(plain: { $0 }).run(&session, console: console)
  }
}
