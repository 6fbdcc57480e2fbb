import Assessment
import Text

@testable import Terminal

/// Text as tall letters: six rows a line, each row showing the text, as shaped lines have.
struct TallDrawing: TextDrawing {
  let rowsPerLine = 6

  func lines(_ text: String, columns: Int) -> [DrawnLine] {
    // Each letter is as wide as two.
    LineWrapping.lines(text, width: max(8, columns / 2)).map { line in
      DrawnLine(
        text: line, rows: (0..<6).map { $0 == 3 ? line : String(repeating: "#", count: 4) },
        columns: DisplayWidth.columns(of: line) * 2)
    }
  }
}

/// A quiz on the whole screen with a person who presses keys; all effects are noted down.
final class Play {
  var quiz: ScreenQuiz
  private(set) var effects: [ScreenQuiz.Effect] = []

  init(
    _ items: [Item] = Sample.items, language: Language = .english, feedback: Bool = false,
    columns: Int = 80, rows: Int = 24, limit: Double? = nil, from start: Attempt? = nil,
    seed: String = "", notice: [LocalizedText] = [], drawings: [DrawingChoice] = [.plain],
    drawing: String? = "plain", canOpenPage: Bool = false, skipsFront: Bool = true
  ) {
    let session = QuizSession<Never>(
      form: Sample.form(items), language: language, optionSeed: seed, showsFeedback: feedback,
      timeLimit: limit, attempt: start, clock: { 0 }, record: { _, _ in })
    quiz = ScreenQuiz(
      session, size: ScreenSize(columns: columns, rows: rows), notice: notice, drawings: drawings,
      drawing: drawing, canOpenPage: canOpenPage, plain: { $0 })
    if skipsFront, start == nil { press("b", .enter, .enter) }
    effects = []
  }

  /// Presses keys; a text is pressed letter by letter.
  @discardableResult
  func press(_ keys: Pressed...) -> [ScreenQuiz.Effect] {
    var all: [ScreenQuiz.Effect] = []
    for key in keys.flatMap(\.keys) { all += quiz.take(key) }
    effects += all
    return all
  }

  /// What was recorded so far.
  var events: [Attempt.Event] {
    effects.compactMap { if case .record(let event) = $0 { event } else { nil } }
  }

  /// The rows that are not empty, joined.
  var text: String {
    quiz.screen().rows.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The row in which the cursor stands, with a sign where it stands.
  var cursorRow: String {
    let screen = quiz.screen()
    var scalars = Array(screen.rows[screen.cursor.row].text.unicodeScalars)
    scalars.insert("|", at: screen.cursor.offset)
    return String(String.UnicodeScalarView(scalars))
  }
}

/// Keys to press: a text means its letters.
struct Pressed: ExpressibleByStringLiteral {
  var keys: [Key]

  init(stringLiteral text: String) { keys = text.unicodeScalars.map { .scalar($0) } }
  init(_ keys: [Key]) { self.keys = keys }

  static let enter = Pressed([.enter])
  static let tab = Pressed([.tab])
  static let backTab = Pressed([.backTab])
  static let up = Pressed([.up])
  static let down = Pressed([.down])
  static let left = Pressed([.left])
  static let right = Pressed([.right])
  static let escape = Pressed([.escape])
  static let backspace = Pressed([.backspace])
  static let pageUp = Pressed([.pageUp])
  static let pageDown = Pressed([.pageDown])
  static let home = Pressed([.home])
  static let end = Pressed([.end])
  static func control(_ letter: Unicode.Scalar) -> Pressed { Pressed([.control(letter)]) }
  static func function(_ number: Int) -> Pressed { Pressed([.function(number)]) }
  static func paste(_ text: String) -> Pressed { Pressed([.paste(text)]) }
  static func times(_ count: Int, _ key: Key) -> Pressed {
    Pressed(Array(repeating: key, count: count))
  }
}
