import Assessment
import LocalServer
import Markup
import Text

/// The pages before the first question and after the last.
struct EndPages {
  let frame: PageFrame
  let sitting: Sitting

  private var text: PageText { frame.text }

  /// Returns the page before the first question: the question of a notice where it is open, and
  /// what else the person has to know, such as who sits down.
  func start(
    _ notice: LocalizedText, asking participation: ParticipationNotice? = nil
  ) -> HTTPResponse {
    let title = sitting.form.title
    var content = text.element("h1", "tabindex=\"-1\" autofocus=\"\"", title)
    content += frame.form()
    content += text.element("h2", "", QuizPageMessages.beforeYouStart) + "<ul>\n"
    if let participation {
      for paragraph in participation.paragraphs { content += text.element("li", "", paragraph) }
    }
    if !notice.isEmpty { content += text.element("li", "", notice) }
    content += text.element("li", "", QuizPageMessages.length(sitting.form.items.count))
    if let left = sitting.secondsLeft {
      content += text.element(
        "li", "", QuizPageMessages.minutes(Int((left / 60).rounded(.up))))
    }
    content += text.element("li", "", QuizPageMessages.mayChange)
    content += text.element("li", "", QuizPageMessages.keepTerminal) + "</ul>\n"
    content += "<div class=\"buttons\">"
    if let participation {
      content += frame.button("agree", participation.agree, isChief: true)
      content += frame.button("decline", participation.decline, isChief: false)
    } else {
      content += frame.button("start", QuizPageMessages.start, isChief: true)
    }
    content += "</div>\n\(frame.toTerminal)</form>\n"
    return frame.response(
      title: text.language == .khmer ? title.text(in: .khmer) : title.text(in: .english),
      sitting: sitting, content: content)
  }

  /// Returns the page after handing in; only practice says how well it went.
  func done(isTimeOver: Bool) -> HTTPResponse {
    var content = "<section class=\"card\">\n"
    content += text.element("h1", "tabindex=\"-1\" autofocus=\"\"", QuizPageMessages.handedIn)
    if isTimeOver { content += text.element("p", "", QuizPageMessages.timeOver) }
    if sitting.showsFeedback { content += score() }
    content += text.element("p", "", QuizPageMessages.mayClose) + "</section>\n"
    return frame.response(
      title: QuizPageMessages.handedIn.text(in: text.language), sitting: sitting, content: content)
  }

  private func score() -> String {
    let outcomes = sitting.attempt.outcomes(sitting.form)
    let judged = outcomes.filter { !$0.isPending }
    let won = judged.reduce(0) { $0 + $1.score }
    let maximum = judged.reduce(0) { $0 + $1.maximum }
    var result = ""
    if maximum > 0 {
      let percent = NumberText.fixed(100 * won / maximum, digits: 0)
      let line = QuizPageMessages.score(
        Self.points(won), of: Self.points(maximum), percent: percent)
      result += text.element("p", "id=\"score\"", line)
    }
    let pending = outcomes.count { $0.isPending && $0.maximum > 0 }
    if pending > 0 { result += text.element("p", "", QuizPageMessages.pending(pending)) }
    return result
  }

  /// Points with two decimals at most.
  static func points(_ value: Double) -> String {
    var text = NumberText.fixed(value, digits: 2)
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }
}
