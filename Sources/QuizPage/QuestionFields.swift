import Assessment
import Markup
import Text

/// Writes a question as fields that work with a keyboard, a screen reader, and without a script.
struct QuestionFields {
  let text: PageText
  let item: Item
  /// What fixes the order of options and targets.
  let seed: String
  let values: FieldValues
  /// What is wrong with fields, by their names.
  let problems: [String: LocalizedText]
  /// The line of an order that was moved last, and whether it went up.
  let moved: (option: String, isUp: Bool)?

  /// The question, its fields, and what is said of them.
  var html: String {
    switch item.interaction {
    case .choice(let choice):
      return group(
        choice.isMultiple ? FieldWords.chooseSeveral : FieldWords.chooseOne,
        look: "options", isMultiple: choice.isMultiple)
    case .rating(let rating):
      return group(
        rating.isSelfRating ? FieldWords.rateYourself : FieldWords.agree,
        look: "options scale", isMultiple: false)
    case .numeric(let numeric):
      let units = numeric.units.map(\.symbol)
      return stem
        + field(
          FieldWords.typeNumber(units: units), mode: units.isEmpty ? "decimal" : "text")
    case .text: return stem + field(FieldWords.typeText, mode: "text")
    case .essay(let essay): return stem + self.essay(essay)
    case .match(let match): return pairs(match)
    case .order: return order
    case .blanks(let blanks):
      return BlankFields(fields: self, blanks: blanks.blanks).html
    case .performance:
      return stem + text.element("p", "class=\"observed\"", FieldWords.trainerObserves)
    }
  }

  /// Returns the id of a field by its name; anything but letters and digits is written as its code.
  func id(_ name: String) -> String {
    var result = "f-"
    for scalar in name.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
      result += isPlain ? String(scalar) : "_\(String(scalar.value, radix: 16))"
    }
    return result
  }

  // MARK: Stem

  var stem: String {
    "<div class=\"stem\" id=\"stem\">\(text.blocks(markdown: item.stem))</div>\n"
  }

  /// Puts fields together under the stem, which is their name.
  ///
  /// A legend takes words alone, so a longer stem stands above and names the group from there.
  func fieldset(_ content: String) -> String {
    guard let words = text.paragraph(markdown: item.stem) else {
      return stem + "<fieldset aria-labelledby=\"stem\" aria-describedby=\"hint\">\n"
        + content + "</fieldset>\n"
    }
    return "<fieldset aria-describedby=\"hint\">\n"
      + "<legend class=\"stem\" id=\"stem\">\(words)</legend>\n" + content + "</fieldset>\n"
  }

  func hint(_ words: LocalizedText) -> String {
    text.element("p", "class=\"hint\" id=\"hint\"", words)
  }

  // MARK: Options

  private func group(_ words: LocalizedText, look: String, isMultiple: Bool) -> String {
    var content = hint(words) + "<div class=\"\(look)\">\n"
    let chosen = values[FieldValues.choice]
    for option in OptionOrder.options(of: item, seed: seed) {
      content += "<div class=\"option\"><label><input type=\"\(isMultiple ? "checkbox" : "radio")\""
      content += " name=\"\(FieldValues.choice)\" value=\"\(HTMLText.escaped(option.id))\""
      content += chosen.contains(option.id) ? " checked=\"\"" : ""
      content += " /><span>\(text.line(markdown: option.text))</span></label></div>\n"
    }
    return fieldset(content + "</div>\n")
  }

  // MARK: Typed fields

  private func field(_ label: LocalizedText, mode: String) -> String {
    let name = FieldValues.text
    let id = id(name)
    var result = "<label class=\"hint\" for=\"\(id)\">\(text.words(label))</label>\n"
    result += "<input type=\"text\" id=\"\(id)\" name=\"\(name)\" inputmode=\"\(mode)\""
    result += " maxlength=\"\(AnswerReading.mostShort)\" autocomplete=\"off\" spellcheck=\"false\""
    result += " value=\"\(HTMLText.escaped(values.one(name)))\""
    result += "\(described(name, by: ["stem"])) />\n"
    return result + error(name)
  }

  private func essay(_ essay: EssayInteraction) -> String {
    let name = FieldValues.text
    let id = id(name)
    let typed = values.one(name)
    let template = QuizPageMessages.words(most: essay.mostWords)
    var result = "<label class=\"hint\" for=\"\(id)\">\(text.words(FieldWords.writeText))"
    result += "</label>\n<textarea id=\"\(id)\" name=\"\(name)\""
    result += " rows=\"\(min(30, max(2, essay.lines)))\" maxlength=\"\(AnswerReading.mostEssay)\""
    // A line feed at the very beginning is left out by browsers.
    result += "\(described(name, by: ["stem", "words"]))>\n\(HTMLText.escaped(typed))</textarea>\n"
    let count = Self.wordCount(typed)
    let isOver = essay.mostWords.map { count > $0 } ?? false
    result += "<p class=\"counter hint\(isOver ? " over" : "")\" id=\"words\" data-for=\"\(id)\""
    result += " data-most=\"\(essay.mostWords ?? 0)\" data-words=\"\(text.value(template))\">"
    result += "\(HTMLText.escaped(text.filled(template, count)))</p>\n"
    return result + error(name)
  }

  private static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.contains(where: Khmer.isKhmer)
      ? Khmer.wordCount(text) : text.split(whereSeparator: \.isWhitespace).count
  }

  /// Returns what says of a field where it is described, and whether it is wrong.
  func described(_ name: String, by others: [String]) -> String {
    let own = problems[name] == nil ? [] : ["e-\(id(name))"]
    let all = (own + others).joined(separator: " ")
    return (all.isEmpty ? "" : " aria-describedby=\"\(all)\"")
      + (problems[name] == nil ? "" : " aria-invalid=\"true\"")
  }

  /// Returns what is wrong with a field.
  func error(_ name: String) -> String {
    guard let words = problems[name] else { return "" }
    return text.element("p", "class=\"error\" id=\"e-\(id(name))\"", words)
  }

  // MARK: Pairs

  private func pairs(_ match: MatchInteraction) -> String {
    let targets = OptionOrder.targets(of: item, seed: seed)
    var content = hint(FieldWords.joinPairs) + "<ul class=\"pairs\">\n"
    for source in match.sources {
      let name = FieldValues.source(source.id)
      let id = id(name)
      content += "<li class=\"pair\"><label for=\"\(id)\">\(text.line(markdown: source.text))"
      content += "</label><select id=\"\(id)\" name=\"\(HTMLText.escaped(name))\">"
      content += choose
      for (index, target) in targets.enumerated() {
        let words = "\(text.number(index + 1)). \(text.plain(markdown: target.text))"
        content += option(target.id, words, isChosen: values.one(name) == target.id)
      }
      content += "</select></li>\n"
    }
    content += "</ul>\n<ol class=\"targets\">\n"
    for target in targets { content += "<li>\(text.line(markdown: target.text))</li>\n" }
    return fieldset(content + "</ol>\n")
  }

  /// The first line of a list, which chooses nothing.
  var choose: String { "<option value=\"\">\(text.value(FieldWords.choose))</option>" }

  /// One line of a list.
  func option(_ id: String, _ words: String, isChosen: Bool) -> String {
    "<option value=\"\(HTMLText.escaped(id))\"\(isChosen ? " selected=\"\"" : "")>"
      + "\(HTMLText.escaped(words))</option>"
  }

  // MARK: Order

  /// The place of the line that was moved last, where there is one.
  var movedLine: (number: Int, total: Int)? {
    let ids = values[FieldValues.order]
    guard let moved, let place = ids.firstIndex(of: moved.option) else { return nil }
    return (place + 1, ids.count)
  }

  /// Lines with two buttons each; a third button takes the order as it is shown.
  private var order: String {
    let options = item.interaction.options
    var content = hint(FieldWords.putInOrder) + "<ol class=\"order\">\n"
    for id in values[FieldValues.order] {
      guard let option = options.first(where: { $0.id == id }) else { continue }
      let words = "w-\(self.id(id))"
      content += "<li><span class=\"line\">"
      content += "<span class=\"words\" id=\"\(words)\">\(text.line(markdown: option.text))</span>"
      content += "<input type=\"hidden\" name=\"\(FieldValues.order)\""
      content += " value=\"\(HTMLText.escaped(id))\" /><span class=\"moves\">"
      content += move(id, isUp: true, words)
      content += move(id, isUp: false, words)
      content += "</span></span></li>\n"
    }
    content += "</ol>\n<input type=\"hidden\" name=\"given\" value=\"\(values.isGiven ? 1 : 0)\" />"
    content +=
      values.isGiven
      ? text.element("p", "class=\"given hint\"", FieldWords.orderGiven)
      : text.element(
        "button", "type=\"submit\" name=\"do\" value=\"shown\"", FieldWords.asShown)
    return fieldset(content)
  }

  private func move(_ option: String, isUp: Bool, _ words: String) -> String {
    let id = "\(isUp ? "u" : "d")-\(self.id(option))"
    let isFocus = moved.map { $0.option == option && $0.isUp == isUp } ?? false
    var result = "<button type=\"submit\" name=\"do\" class=\"move\""
    result += " value=\"\(isUp ? "up" : "down"):\(HTMLText.escaped(option))\""
    result += " aria-labelledby=\"\(id) \(words)\"\(isFocus ? " autofocus=\"\"" : "")>"
    result += "<span class=\"unseen\" id=\"\(id)\">"
    result += text.words(isUp ? FieldWords.moveUp : FieldWords.moveDown)
    return result + "</span><span aria-hidden=\"true\">\(isUp ? "↑" : "↓")</span></button>"
  }
}
