import Dispatch
import Shaping
import Terminal
import Text

/// The ways to draw a quiz on this machine, the best for its terminal first.
struct QuizDrawings {
  let language: Language
  /// Whether the learner reads large print.
  let isLarge: Bool
  let environment: [String: String]
  private let shaper: Result<LineShaper, ShapingError>?

  /// Opens Pango where Khmer is to be read; English needs no shaping and pays for none.
  init(language: Language, isLarge: Bool, environment: [String: String]) {
    self.language = language
    self.isLarge = isLarge
    self.environment = environment
    shaper = language == .khmer || isLarge ? LineShaper.open() : nil
  }

  /// Begins to open Pango and to make the words ready while the test is still being read.
  static func prepare() {
    LineShaper.prepare()
    DispatchQueue.global().async { _ = KhmerSegmenter.standard.words("សាលារៀន") }
  }

  /// What the learner is told where Khmer cannot be drawn here.
  var unavailable: [LocalizedText] {
    guard case .failure(let error) = shaper else { return [] }
    return [error.message, error.remedy]
  }

  /// What is asked of the terminal, to know how it draws blocks.
  func question(columns: Int) -> TerminalQuestion? {
    guard case .success = shaper else { return nil }
    return TerminalQuestion(
      request: TerminalProbe.request,
      isComplete: { TerminalProbe(reply: $0).isComplete },
      drawings: { choices(for: TerminalProbe(reply: $0), columns: columns) })
  }

  /// Returns the drawings: the style that suits comes first, letters first in English.
  ///
  /// - Parameters:
  ///   - probe: What the terminal said of itself, or `nil` before it was asked.
  ///   - columns: The columns of the terminal; a narrow one gets the smaller style.
  /// - Returns: The choices, letters among them.
  func choices(for probe: TerminalProbe?, columns: Int) -> [DrawingChoice] {
    guard case .success(let shaper) = shaper else { return [.plain] }
    var best = (probe ?? TerminalProbe()).style(environment: environment)
    if isLarge {
      best = .large
    } else if best == .sextants, columns < 100 {
      best = .small
    }
    let styles = [best] + ShapedStyle.all.filter { $0 != best }
    let shaped = styles.map { style in
      DrawingChoice(id: style.id, name: style.name) { ShapedDrawing(shaper: shaper, style: style) }
    }
    return language == .khmer || isLarge ? shaped + [.plain] : [.plain] + shaped
  }
}
