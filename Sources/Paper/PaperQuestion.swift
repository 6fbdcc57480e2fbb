import Assessment
import Markup
import Text

/// Writes a question as it stands in a booklet, and the place on a sheet where it is answered.
///
/// Options stand in the order of `OptionOrder` without a seed, in which entry and key read them.
struct PaperQuestion {
  let text: PageText
  let item: Item
  /// The number of the question, from 1 on.
  let number: Int

  private var language: Language { text.language }

  // MARK: Booklet

  /// The question.
  var html: String {
    var content = "<section class=\"question\" id=\"q\(number)\">\n"
    content += "<div class=\"number\">\(text.number(number)).</div>\n<div>\n"
    content += "<div class=\"stem\">\(stem)</div>\n" + choices
    return content + "</div>\n</section>\n"
  }

  private var stem: String {
    guard case .blanks(let blanks) = item.interaction else {
      return text.blocks(markdown: item.stem)
    }
    return text.written(item.stem, in: "div") { half, language in
      HTMLBlanks.filled(PageText.blocks(half, in: language), ids: blanks.blanks.map(\.id)) {
        "<span class=\"gap\"><b>(\(text.number($0 + 1)))</b></span>"
      }
    }
  }

  private var choices: String {
    let options = OptionOrder.options(of: item, seed: "")
    switch item.interaction {
    case .choice(let choice):
      return (choice.isMultiple ? hint(PaperWords.several) : "") + lettered(options.map(\.text))
    case .rating(let rating):
      return hint(rating.isSelfRating ? FieldWords.rateYourself : FieldWords.agree)
        + numbered(options.map(\.text))
    case .numeric(let numeric):
      let units = numeric.units.map(\.symbol)
      return hint(units.isEmpty ? PaperWords.writeNumber : PaperWords.numberIn(units: units))
    case .text: return hint(PaperWords.writeShort)
    case .match(let match):
      return hint(PaperWords.joinPairs) + "<div class=\"two\">\n"
        + lettered(match.sources.map(\.text))
        + numbered(OptionOrder.targets(of: item, seed: "").map(\.text)) + "</div>\n"
    case .order: return hint(PaperWords.putInOrder) + lettered(options.map(\.text))
    case .blanks(let blanks):
      return hint(FieldWords.fill(blanks.blanks.count))
        + blanks.blanks.enumerated()
        .map { choices(of: $0.element, place: $0.offset + 1) }.joined()
    case .essay(let essay): return hint(PaperWords.essay(mostWords: essay.mostWords))
    case .performance: return hint(FieldWords.trainerObserves)
    }
  }

  private func choices(of blank: BlanksInteraction.Blank, place: Int) -> String {
    let options = OptionOrder.options(of: blank, in: item, seed: "")
    guard !options.isEmpty else { return "" }
    return text.element("p", "", PaperWords.blank(place)) + lettered(options.map(\.text))
  }

  private func hint(_ words: LocalizedText) -> String {
    text.element("p", "class=\"hint\"", words)
  }

  private func lettered(_ texts: [LocalizedText]) -> String {
    list(texts) { PaperLabels.letter($0, in: language) }
  }

  private func numbered(_ texts: [LocalizedText]) -> String {
    list(texts) { text.number($0 + 1) }
  }

  private func list(_ texts: [LocalizedText], label: (Int) -> String) -> String {
    var content = "<ul class=\"options\" role=\"list\">\n"
    for (place, option) in texts.enumerated() {
      content += "<li><span class=\"letter\">\(label(place)).</span> "
      content += "<span>\(text.line(markdown: option))</span></li>\n"
    }
    return content + "</ul>\n"
  }

  // MARK: Answer sheet

  /// Whether the place for the answer needs the whole width of a sheet.
  var isWide: Bool {
    switch item.interaction {
    case .choice(let choice): choice.options.count > 8
    case .rating(let rating): rating.options.count > 8
    case .numeric, .performance: false
    case .order(let order): order.options.count > 4
    case .match(let match): match.sources.count > 4
    case .text, .blanks, .essay: true
    }
  }

  /// The place for the answer.
  var answer: String {
    var content = "<div class=\"answer\"><div class=\"number\">\(text.number(number))</div>"
    content += "<div class=\"marks\">"
    switch item.interaction {
    case .choice(let choice):
      content += bubbles(choice.options.count) { PaperLabels.letter($0, in: language) }
    case .rating(let rating): content += bubbles(rating.options.count) { text.number($0 + 1) }
    case .numeric(let numeric):
      let units = numeric.units.map(\.symbol).joined(separator: " / ")
      content += "<span class=\"line number\"></span>"
      content += units.isEmpty ? "" : "<span>\(HTMLText.escaped(units))</span>"
    case .text: content += "<span class=\"line\"></span>"
    case .match(let match):
      for place in match.sources.indices {
        content += cell(PaperLabels.letter(place, in: language) + " →")
      }
    case .order(let order):
      for place in order.options.indices { content += cell(text.number(place + 1) + ".") }
    case .blanks(let blanks):
      for (place, blank) in blanks.blanks.enumerated() { content += self.blank(blank, place + 1) }
    case .essay(let essay):
      let line = "<div></div>"
      let count = min(24, max(4, essay.lines))
      content += "<div class=\"rules\">\(String(repeating: line, count: count))</div>"
    case .performance: content += text.words(PaperWords.nothingHere)
    }
    return content + "</div></div>\n"
  }

  private func blank(_ blank: BlanksInteraction.Blank, _ place: Int) -> String {
    let name = "<span>(\(text.number(place)))</span>"
    let count = OptionOrder.options(of: blank, in: item, seed: "").count
    guard count == 0 else {
      return name + bubbles(count) { PaperLabels.letter($0, in: language) }
    }
    if case .numeric(let numeric) = blank.entry, !numeric.units.isEmpty {
      let units = numeric.units.map(\.symbol).joined(separator: " / ")
      return name + "<span class=\"line\"></span><span>\(HTMLText.escaped(units))</span>"
    }
    return name + "<span class=\"line\"></span>"
  }

  private func bubbles(_ count: Int, label: (Int) -> String) -> String {
    (0..<count).map { "<span class=\"bubble\">\(label($0))</span>" }.joined()
  }

  private func cell(_ label: String) -> String {
    "<span class=\"cell\">\(label)<span class=\"box\"></span></span>"
  }
}
