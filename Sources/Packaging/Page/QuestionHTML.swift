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
    if item.interaction != .performance {
      result += "<div class=\"buttons\"><button type=\"submit\" class=\"check\">"
      let isChecked = item.interaction.kind.isScored && !item.interaction.kind.needsRater
      result += page.words(isChecked ? PageMessages.check : FieldWords.keepAnswer)
      result += "</button></div>\n<p class=\"result\"></p>\n"
    }
    result += answerFeedback(item)
    if !item.feedback.isEmpty {
      result += "<div class=\"feedback whole\" hidden=\"\">"
      result += page.blocks(markdown: item.feedback, headingOffset: 3)
      result += "</div>\n"
    }
    return result + "</div>\n</form>\n"
  }

  private func attributes(_ item: Item) -> String {
    let id = HTMLText.escaped(item.id)
    let isOne =
      switch item.interaction {
      case .choice(let choice): !choice.isMultiple
      case .rating: true
      default: false
      }
    // The fields of blanks stand within the stem, and would be read out as its words.
    let name = if case .blanks = item.interaction { "h-\(id)" } else { "s-\(id)" }
    return "id=\"q-\(id)\" role=\"\(isOne ? "radiogroup" : "group")\" aria-labelledby=\"\(name)\""
  }

  private func body(_ item: Item, showsFeedback: Bool) -> String {
    let id = HTMLText.escaped(item.id)
    var result = "<div class=\"stem\" id=\"s-\(id)\">"
    if case .blanks(let blanks) = item.interaction {
      result += BlanksHTML(page: page, item: item, blanks: blanks.blanks).stem()
    } else {
      result += page.blocks(markdown: item.stem, headingOffset: 3)
    }
    result += "</div>\n"
    switch item.interaction {
    case .choice(let choice):
      result += hint(choice.isMultiple ? FieldWords.chooseSeveral : FieldWords.chooseOne)
      result += "<div class=\"options\">\n"
      for option in choice.options {
        result += html(
          option, of: item, isMultiple: choice.isMultiple, showsFeedback: showsFeedback)
      }
      result += "</div>\n"
    case .rating(let rating):
      result += hint(rating.isSelfRating ? FieldWords.rateYourself : FieldWords.agree)
      result += "<div class=\"options scale\">\n"
      for option in rating.options {
        result += html(option, of: item, isMultiple: false, showsFeedback: false)
      }
      result += "</div>\n"
    case .numeric(let numeric):
      let units = numeric.units.map(\.symbol)
      result += field(
        id: id, FieldWords.typeNumber(units: units),
        error: FieldWords.numberWanted(units: units), mode: units.isEmpty ? "decimal" : "text")
    case .text: result += field(id: id, FieldWords.typeText, error: nil, mode: "text")
    case .match(let match): result += self.match(match, item)
    case .order: result += order(item)
    case .blanks(let blanks):
      result += page.element(
        "p", "class=\"hint\" id=\"h-\(id)\"", FieldWords.fill(blanks.blanks.count))
      if blanks.blanks.contains(where: { if case .numeric = $0.entry { true } else { false } }) {
        result += page.element(
          "p", "class=\"error\" id=\"e-\(id)\" hidden=\"\"", FieldWords.numberWanted)
      }
    case .essay(let essay): result += self.essay(essay, id: id)
    case .performance:
      result += page.element("p", "class=\"observed\"", FieldWords.trainerObserves)
    }
    return result
  }

  private func hint(_ text: LocalizedText) -> String {
    page.element("p", "class=\"hint\"", text)
  }

  // MARK: Pairs

  /// Sources, each with a list of the numbers of the targets, which stand below.
  private func match(_ match: MatchInteraction, _ item: Item) -> String {
    let id = HTMLText.escaped(item.id)
    let targets = OptionOrder.targets(of: item, seed: "")
    var result = hint(FieldWords.joinPairs) + "<ul class=\"pairs\">\n"
    for source in match.sources {
      let name = HTMLText.escaped(source.id)
      result += "<li class=\"pair\" data-source=\"\(name)\">"
      result += "<span class=\"words\" id=\"p-\(id)-\(name)\">\(page.line(markdown: source.text))"
      result += "</span>"
      result += page.fields { language in
        var select = "<select data-part=\"\(name)\" aria-labelledby=\"p-\(id)-\(name)\">"
        select += PageHTML.choose(in: language)
        for (index, target) in targets.enumerated() {
          let words = PageHTML.plain(markdown: target.text.text(in: language))
          select += PageHTML.option(target.id, words, number: index + 1, in: language)
        }
        return select + "</select>"
      }
      result += "</li>\n"
    }
    result += "</ul>\n<ol class=\"targets\">\n"
    for target in targets {
      result += "<li data-target=\"\(HTMLText.escaped(target.id))\">"
      result += "\(page.line(markdown: target.text))</li>\n"
    }
    return result + "</ol>\n"
  }

  // MARK: Order

  /// Lines with two buttons each; a third button takes the order as it is shown.
  private func order(_ item: Item) -> String {
    let id = HTMLText.escaped(item.id)
    var result = hint(FieldWords.putInOrder)
    result += "<ol class=\"order\" data-given=\"false\">\n"
    for option in OptionOrder.options(of: item, seed: "") {
      let name = HTMLText.escaped(option.id)
      let words = "w-\(id)-\(name)"
      result += "<li data-option=\"\(name)\"><span class=\"line\">"
      result += "<span class=\"words\" id=\"\(words)\">\(page.line(markdown: option.text))</span>"
      result += "<span class=\"moves\">"
      result += move("u-\(id)-\(name)", "-1", "↑", FieldWords.moveUp, words)
      result += move("d-\(id)-\(name)", "1", "↓", FieldWords.moveDown, words)
      result += "</span></span></li>\n"
    }
    result += "</ol>\n"
    result += page.element("button", "type=\"button\" class=\"as-shown\"", FieldWords.asShown)
    return result + page.element("p", "class=\"given hint\" hidden=\"\"", FieldWords.orderGiven)
  }

  private func move(
    _ id: String, _ step: String, _ sign: String, _ name: LocalizedText, _ words: String
  ) -> String {
    "<button type=\"button\" class=\"move\" data-move=\"\(step)\" aria-labelledby=\"\(id) \(words)\">"
      + "<span class=\"unseen\" id=\"\(id)\">\(page.words(name))</span>"
      + "<span aria-hidden=\"true\">\(sign)</span></button>"
  }

  // MARK: Essay

  private func essay(_ essay: EssayInteraction, id: String) -> String {
    var result = "<label class=\"hint\" for=\"i-\(id)\">"
    result += page.words(FieldWords.writeText) + "</label>\n"
    result +=
      "<textarea id=\"i-\(id)\" rows=\"\(min(30, max(2, essay.lines)))\" maxlength=\"20000\""
    result += " aria-describedby=\"s-\(id) c-\(id)\"></textarea>\n"
    result += "<p class=\"counter hint\" id=\"c-\(id)\""
    result += essay.mostWords.map { " data-most=\"\($0)\"" } ?? ""
    result += ">"
    result += page.fields { PageMessages.words(mostWords: essay.mostWords, in: $0) }
    return result + "</p>\n"
  }

  // MARK: Feedback of accepted answers

  /// What is said of each accepted number, text, and option of a blank.
  private func answerFeedback(_ item: Item) -> String {
    switch item.interaction {
    case .numeric(let numeric): return feedback(numeric.answers.map(\.feedback))
    case .text(let text): return feedback(text.answers.map(\.feedback))
    case .blanks(let blanks):
      return blanks.blanks.map { blank in
        switch blank.entry {
        case .numeric(let numeric): feedback(numeric.answers.map(\.feedback), blank: blank.id)
        case .text(let text): feedback(text.answers.map(\.feedback), blank: blank.id)
        case .choice(let choice):
          choice.options.map { feedback($0.feedback, of: $0.id, blank: blank.id) }.joined()
        }
      }.joined()
    default: return ""
    }
  }

  private func feedback(_ texts: [LocalizedText], blank: String = "") -> String {
    texts.enumerated().map { feedback($0.element, of: "\($0.offset)", blank: blank) }.joined()
  }

  private func feedback(_ text: LocalizedText, of answer: String, blank: String) -> String {
    guard !text.isEmpty else { return "" }
    var result = "<div class=\"feedback\" data-answer=\"\(HTMLText.escaped(answer))\""
    if !blank.isEmpty { result += " data-blank=\"\(HTMLText.escaped(blank))\"" }
    return result + " hidden=\"\">" + page.blocks(markdown: text, headingOffset: 3) + "</div>\n"
  }

  // MARK: Options and fields

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
