import Assessment
import Markup
package import Text

/// The sheets on which answers are written, one or more for each learner, with the code on each.
package enum PaperAnswerSheets {
  /// Returns the sheets of some learners, in one file.
  ///
  /// - Parameters:
  ///   - learners: The learners, each with the form allocated to the code.
  ///   - notice: What everybody is told; its box to decline stands on each sheet.
  ///   - language: The language, whose letters are printed.
  ///   - isLarge: Whether they are in large print.
  /// - Returns: The sheets.
  package static func sheets(
    _ learners: [PaperLearner], notice: PaperNotice?, language: Language, isLarge: Bool = false
  ) -> PaperSheets {
    let text = PageText(language: language)
    var body = ""
    var sheets = PaperSheets(
      language: language, title: PaperWords.answerSheet.text(in: language), isLarge: isLarge,
      top: (left: PaperWords.answerSheet.text(in: language), right: ""), body: "")
    for (place, learner) in learners.enumerated() {
      let name = "s\(place + 1)"
      let right = [learner.code, learner.test.form.id, learner.test.version].compactMap(\.self)
      sheets.named.append((name, right.joined(separator: " · ")))
      body += "<section class=\"sheet\" style=\"page: \(name)\">\n"
      body += head(learner, text) + answers(learner.test.form, text)
      if let notice { body += notice.box(text) }
      body += "<p class=\"office\">\(text.words(PaperWords.office)) "
      body += "<span class=\"write\"></span> \(text.words(PaperWords.second)) "
      body += "<span class=\"write\"></span></p>\n</section>\n"
    }
    sheets.body = body
    return sheets
  }

  private static func head(_ learner: PaperLearner, _ text: PageText) -> String {
    let test = learner.test
    var content = PaperParts.synthetic(test.isSynthetic, text)
    content += "<div class=\"head\">\n<div>\n"
    content += text.element("h1", "", PaperWords.answerSheet)
    var facts: [(LocalizedText, String)] = []
    if let event = test.event { facts.append((PaperWords.event, text.words(event))) }
    facts.append((PaperWords.test, text.words(PaperWords.occasion(test.occasion))))
    facts.append((PaperWords.form, HTMLText.escaped(test.form.id)))
    if let minutes = learner.minutes {
      facts.append((PaperWords.time, text.words(PaperWords.minutes(minutes))))
    }
    if let number = learner.number { facts.append((PaperWords.number, text.number(number))) }
    content += PaperParts.facts(facts, text)
    content += "</div>\n<div>\n<p class=\"code-label\">\(text.words(PaperWords.yourCode))</p>\n"
    content += PaperParts.code(learner.code)
    content += "</div>\n</div>\n<div class=\"how\">\n<ul>\n"
    for words in PaperWords.howToMark { content += text.element("li", "", words) }
    return content + "</ul>\n</div>\n"
  }

  /// The places for answers in the order of the form; narrow ones stand in two columns.
  private static func answers(_ form: TestForm, _ text: PageText) -> String {
    var content = ""
    var isNarrow = false
    for (place, item) in form.items.enumerated() {
      let question = PaperQuestion(text: text, item: item, number: place + 1)
      if question.isWide == isNarrow {
        content += isNarrow ? "</div>\n" : "<div class=\"narrow\">\n"
        isNarrow.toggle()
      }
      content += question.answer
    }
    return content + (isNarrow ? "</div>\n" : "")
  }
}
