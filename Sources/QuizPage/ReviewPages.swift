import Assessment
import LocalServer
import Markup
import Text

/// The list of all questions, and the page that asks whether to hand in.
struct ReviewPages {
  let frame: PageFrame
  let sitting: Sitting
  let state: QuizPageState

  private var text: PageText { frame.text }
  private var open: Int { sitting.unanswered.count }

  /// Returns the list.
  func list(_ query: [String: String]) -> HTTPResponse {
    var content = frame.form()
    content += text.element("h1", "tabindex=\"-1\" autofocus=\"\"", QuizPageMessages.reviewTitle)
    content += frame.saved(query, sitting) + "<ul class=\"counts\">\n"
    content += text.element(
      "li", "", QuizPageMessages.progress(sitting.asked - open, of: sitting.asked))
    content += text.element(
      "li", "", open == 0 ? QuizPageMessages.allAnswered : QuizPageMessages.left(open))
    let marked = sitting.form.items.count { state.marked.contains($0.id) }
    if marked > 0 { content += text.element("li", "", QuizPageMessages.marked(marked)) }
    content += "</ul>\n<ol id=\"list\">\n"
    for (index, item) in sitting.form.items.enumerated() { content += line(index, item) }
    content += "</ol>\n<div class=\"buttons\">\n"
    content += frame.button("questions", QuizPageMessages.toQuestions)
    content += frame.button("confirm", QuizPageMessages.handIn, isChief: true)
    content += "</div>\n\(frame.toTerminal)</form>\n"
    return frame.response(
      title: QuizPageMessages.reviewTitle.text(in: text.language), sitting: sitting,
      content: content)
  }

  private func line(_ index: Int, _ item: Item) -> String {
    var words: LocalizedText
    var look: [String] = []
    if item.interaction == .performance {
      words = QuizPageMessages.observed
    } else if sitting.attempt.responses[item.id] == nil {
      words = QuizPageMessages.open
      look.append("open")
    } else if sitting.isPartial(item) {
      words = QuizPageMessages.partlyAnswered
      look.append("open")
    } else {
      words = QuizPageMessages.answered
    }
    if state.marked.contains(item.id) {
      look.append("marked")
      words = LocalizedText(
        en: words.en + QuizPageMessages.andMarked.en, km: words.km + QuizPageMessages.andMarked.km)
    }
    let attribute = look.isEmpty ? "" : "class=\"\(look.joined(separator: " "))\""
    let button = frame.button(
      "open:\(index)", QuizPageMessages.listed(index + 1, words), attributes: attribute)
    return "<li>\(button)</li>\n"
  }

  /// Returns the question whether to hand in.
  func confirm() -> HTTPResponse {
    let question = open > 0 ? QuizPageMessages.confirmOpen(open) : QuizPageMessages.confirm
    var content = frame.form()
    content += text.element("h1", "tabindex=\"-1\" autofocus=\"\"", question)
    if open > 0 { content += text.element("p", "", QuizPageMessages.confirm) }
    content += "<div class=\"buttons\">\n"
    content += frame.button("submit", QuizPageMessages.confirmYes, isChief: true)
    content += frame.button("questions", QuizPageMessages.confirmNo)
    content += "</div>\n</form>\n"
    return frame.response(
      title: question.text(in: text.language), sitting: sitting, content: content)
  }
}
