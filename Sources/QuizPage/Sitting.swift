import Assessment
import Text

/// What a page needs to know of a sitting, whatever its recorder may say.
struct Sitting {
  let form: TestForm
  let language: Language
  let seed: String
  let showsFeedback: Bool
  let secondsLeft: Double?
  let isOver: Bool
  let attempt: Attempt
  let unanswered: [String]
  /// Whether the clock stands still until the first question is shown.
  var clockWaits: Bool

  init<Failure: Error>(_ session: borrowing QuizSession<Failure>, _ state: QuizPageState) {
    clockWaits = state.clockWaits
    form = session.form
    language = session.language
    seed = session.optionSeed
    showsFeedback = session.showsFeedback
    secondsLeft = session.secondsLeft
    isOver = session.isOver && !state.clockWaits
    attempt = session.attempt
    unanswered = session.unanswered
  }

  /// How many items can be answered; what a trainer observes cannot.
  var asked: Int { form.items.count { $0.interaction != .performance } }

  /// Tells whether parts of an answer are missing.
  func isPartial(_ item: Item) -> Bool {
    switch (item.interaction, attempt.responses[item.id]) {
    case (.match(let match), .pairs(let pairs)?): pairs.count < match.sources.count
    case (.blanks(let blanks), .blanks(let entries)?):
      blanks.blanks.contains { (entries[$0.id] ?? "").isEmpty }
    default: false
    }
  }
}

/// What a quiz in a browser remembers beside the attempt; it ends with the page.
package struct QuizPageState: Sendable, Hashable {
  /// The ids of the items that the person marked, to look at them again.
  package var marked: Set<String>
  /// How it ended, where it did.
  package var ending: QuizPageEnding?
  /// Whether the clock handed it in.
  package var isTimeOver = false
  /// Whether the clock stands still until the first question is shown.
  package var clockWaits: Bool
  /// Whether the person answered the question of the notice.
  package var hasDecided = false

  /// Creates a state at the beginning.
  package init(marked: Set<String> = [], clockWaits: Bool = false) {
    self.marked = marked
    self.clockWaits = clockWaits
  }
}

/// How a quiz in a browser ended.
package enum QuizPageEnding: Sendable, Hashable {
  /// It was handed in, by the person or by the clock.
  case submitted
  /// It goes on in the terminal.
  case returned
  /// The program was told to stop; the attempt can be resumed.
  case stopped
}
