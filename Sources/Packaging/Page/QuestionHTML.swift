import Assessment
import Markup
import Text

/// Writes questions as fields that work with a keyboard and a screen reader.
struct QuestionHTML {
  let page: PageHTML

  /// Returns a question of a test: no key, no feedback, hidden until the script shows it.
  func test(_ item: Item) -> String {
    "<div class=\"question\" \(attributes(item)) hidden=\"\">\n\(body(item, showsFeedback: false))"
      + "</div>\n"
  }

  /// Returns a question of the practice: a form that is checked at once, with its feedback.
  func practice(_ item: Item) -> String {
    var result = "<form class=\"practice\" novalidate=\"\" autocomplete=\"off\">\n"
    result += "<div class=\"question\" \(attributes(item))>\n"
    result += body(item, showsFeedback: true)
    result += "<div class=\"buttons\"><button type=\"submit\" class=\"check\">"
    result += page.words(PageMessages.check)
    result += "</button></div>\n<p class=\"result\"></p>\n"
    if !item.feedback.isEmpty {
      result += "<div class=\"feedback whole\" hidden=\"\">"
      result += page.blocks(markdown: item.feedback, headingOffset: 3)
      result += "</div>\n"
    }
    return result + "</div>\n</form>\n"
  }

  private func attributes(_ item: Item) -> String {
    let id = HTMLText.escaped(item.id)
    let role =
      if case .choice(let choice) = item.interaction, !choice.isMultiple { "radiogroup" } else {
        "group"
      }
    return "id=\"q-\(id)\" role=\"\(role)\" aria-labelledby=\"s-\(id)\""
  }

  private func body(_ item: Item, showsFeedback: Bool) -> String {
    let id = HTMLText.escaped(item.id)
    var result = "<div class=\"stem\" id=\"s-\(id)\">"
    result += page.blocks(markdown: item.stem, headingOffset: 3)
    result += "</div>\n"
    switch item.interaction {
    case .choice(let choice):
      result += page.element(
        "p", "class=\"hint\"",
        choice.isMultiple ? PageMessages.chooseSeveral : PageMessages.chooseOne)
      result += "<div class=\"options\">\n"
      for option in choice.options {
        result += html(
          option, of: item, isMultiple: choice.isMultiple, showsFeedback: showsFeedback)
      }
      result += "</div>\n"
    case .numeric:
      result += field(
        id: id, PageMessages.typeNumber, error: PageMessages.numberWanted, mode: "decimal")
    case .text, .match, .order, .blanks, .rating, .essay, .performance:
      result += field(id: id, PageMessages.typeText, error: nil, mode: "text")
    }
    return result
  }

  private func html(
    _ option: ChoiceOption, of item: Item, isMultiple: Bool, showsFeedback: Bool
  ) -> String {
    let id = HTMLText.escaped(option.id)
    let type = isMultiple ? "checkbox" : "radio"
    var result = "<div class=\"option\" data-option=\"\(id)\"><label>"
    result += "<input type=\"\(type)\" name=\"q-\(HTMLText.escaped(item.id))\" value=\"\(id)\" />"
    result += "<span>\(page.line(markdown: option.text))</span></label>"
    if showsFeedback, !option.feedback.isEmpty {
      result += "<div class=\"feedback\" hidden=\"\">"
      result += page.blocks(markdown: option.feedback, headingOffset: 3)
      result += "</div>"
    }
    return result + "</div>\n"
  }

  private func field(
    id: String, _ label: LocalizedText, error: LocalizedText?, mode: String
  ) -> String {
    var result = "<label class=\"hint\" for=\"i-\(id)\">\(page.words(label))</label>\n"
    let describes = error == nil ? "s-\(id)" : "s-\(id) e-\(id)"
    result += "<input type=\"text\" id=\"i-\(id)\" inputmode=\"\(mode)\" maxlength=\"255\""
    result += " autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"\(describes)\" />\n"
    if let error {
      result += page.element("p", "class=\"error\" id=\"e-\(id)\" hidden=\"\"", error)
    }
    return result
  }
}
