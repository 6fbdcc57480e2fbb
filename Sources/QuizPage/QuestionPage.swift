import Assessment
import LocalServer
import Markup
import Text

/// The page of one question.
struct QuestionPage {
  let frame: PageFrame
  let sitting: Sitting
  let state: QuizPageState
  /// The index of the item.
  let index: Int

  private var text: PageText { frame.text }
  private var item: Item { sitting.form.items[index] }
  private var stored: Response? { sitting.attempt.responses[item.id] }

  /// Returns the page as it is opened; `query` says what was done before.
  func response(_ query: [String: String]) -> HTTPResponse {
    let fields = QuestionFields(
      text: text, item: item, seed: sitting.seed,
      values: FieldValues(stored, to: item, seed: sitting.seed, text: text), problems: [:],
      moved: query["line"].map { ($0, query["by"] == "up") })
    var remark = frame.saved(query, sitting)
    if query["cleared"] != nil, stored == nil {
      remark = text.element("p", "class=\"saved\" role=\"status\"", QuizPageMessages.cleared)
    }
    if let line = fields.movedLine {
      let words = QuizPageMessages.moved(line.number, of: line.total)
      remark = text.element("p", "class=\"saved\" role=\"status\"", words)
    }
    let focus: Focus =
      if fields.movedLine != nil {
        .field
      } else if query["checked"] != nil, sitting.showsFeedback, stored != nil {
        .result
      } else {
        .heading
      }
    return page(
      fields, focus: focus, above: remark, was: SentForm.short(stored),
      isMarked: state.marked.contains(item.id))
  }

  /// Returns the page with what was typed, and what has to be corrected in it.
  func response(
    correcting problems: [AnswerReading.Problem], values: FieldValues, form: SentForm
  ) -> HTTPResponse {
    let named = Dictionary(problems.map { ($0.field, $0.text) }) { first, _ in first }
    let fields = QuestionFields(
      text: text, item: item, seed: sitting.seed, values: values, problems: named, moved: nil)
    var summary = "<div class=\"problems\" role=\"alert\" tabindex=\"-1\" autofocus=\"\""
    summary += " aria-labelledby=\"problems\">\n"
    summary += text.element("h2", "id=\"problems\"", QuizPageMessages.problems) + "<ul>\n"
    for problem in problems {
      summary += "<li><a href=\"#\(fields.id(problem.field))\">"
      summary += "\(text.words(problem.text))</a></li>\n"
    }
    return page(
      fields, focus: .problems, above: summary + "</ul>\n</div>\n", was: form.was,
      isMarked: form.isMarked)
  }

  /// What the keyboard begins at.
  private enum Focus {
    case heading, problems, field, result
  }

  private func page(
    _ fields: QuestionFields, focus: Focus, above: String, was: String, isMarked: Bool
  ) -> HTTPResponse {
    let place = QuizPageMessages.place(index + 1, of: sitting.form.items.count)
    let done = sitting.asked - sitting.unanswered.count
    var content = frame.form()
    // The first button of a form is the one that Enter presses; those that can be seen stand below.
    content += defaultButtons
    content += frame.hidden("item", item.id) + frame.hidden("was", was)
    content += frame.hidden("marked", state.marked.contains(item.id) ? "1" : "0")
    let start = focus == .heading ? " autofocus=\"\"" : ""
    content += text.element("h1", "id=\"place\" tabindex=\"-1\"\(start)", place)
    content += "<progress class=\"progress\" max=\"\(max(1, sitting.asked))\" value=\"\(done)\""
    content += " aria-hidden=\"true\"></progress>\n"
    content += text.element("p", "", QuizPageMessages.progress(done, of: sitting.asked)) + above
    content += "<div class=\"question\">\n\(fields.html)"
    if sitting.showsFeedback, focus != .problems { content += feedback(hasFocus: focus == .result) }
    content += "</div>\n"
    content += "<div class=\"option flag\"><label>"
    content += "<input type=\"checkbox\" name=\"mark\" value=\"1\""
    content += isMarked ? " checked=\"\"" : ""
    content += " /><span>\(text.words(QuizPageMessages.flag))</span></label></div>\n"
    content += buttons + frame.toTerminal + "</form>\n"
    var title = place.text(in: text.language)
    if focus == .problems {
      title = QuizPageMessages.errorTitle.text(in: text.language) + " " + title
    }
    return frame.response(
      focus == .problems ? 422 : 200, title: title, sitting: sitting, content: content)
  }

  // MARK: Buttons

  private var defaultButtons: String {
    frame.button(chief, QuizPageMessages.next, attributes: "hidden=\"\"")
      + frame.button("save", QuizPageMessages.keepAnswer, attributes: "id=\"last\" hidden=\"\"")
  }

  /// In practice an answer is looked at before the next question.
  private var chief: String {
    sitting.showsFeedback && stored == nil && item.interaction != .performance ? "check" : "next"
  }

  private var buttons: String {
    var result = "<div class=\"buttons\">\n"
    if index > 0 { result += frame.button("back", QuizPageMessages.back) }
    if sitting.showsFeedback, item.interaction != .performance {
      let kind = item.interaction.kind
      let words =
        kind.isScored && !kind.needsRater ? QuizPageMessages.check : QuizPageMessages.keepAnswer
      result += frame.button("check", words, isChief: chief == "check")
    }
    result += frame.button("next", QuizPageMessages.next, isChief: chief == "next")
    if stored != nil { result += frame.button("clear", QuizPageMessages.clear) }
    return result + frame.button("list", QuizPageMessages.toReview) + "</div>\n"
  }

  // MARK: Feedback

  /// What practice says of the answer that is saved.
  private func feedback(hasFocus: Bool) -> String {
    guard let stored else { return "" }
    let outcome = ResponseProcessing.score(item, stored)
    let (look, words) = Self.verdict(outcome)
    let start = hasFocus ? " tabindex=\"-1\" autofocus=\"\"" : ""
    var result = "<div class=\"\(look)\">\n"
    result += text.element("p", "class=\"result\" id=\"result\"\(start)", words)
    for words in ResponseProcessing.feedback(item, stored) {
      result += "<div class=\"feedback\">\(text.blocks(markdown: words))</div>\n"
    }
    return result + "</div>\n"
  }

  private static func verdict(_ outcome: Outcome) -> (look: String, words: LocalizedText) {
    if outcome.isPending { return ("", QuizPageMessages.forTrainer) }
    if outcome.maximum == 0 { return ("", QuizPageMessages.opinion) }
    if outcome.isCorrect { return ("right", QuizPageMessages.right) }
    guard outcome.score > 0 else { return ("wrong", QuizPageMessages.wrong) }
    let words = QuizPageMessages.partly(
      EndPages.points(outcome.score), of: EndPages.points(outcome.maximum))
    return ("partly", words)
  }
}
