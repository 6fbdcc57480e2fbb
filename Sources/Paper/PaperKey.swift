package import Assessment
import Markup
package import Text

/// What is right, as it stands in a booklet; printed apart and sealed.
package enum PaperKey {
  /// Returns the sealed key of a form: answers, points, scoring, version and reasons.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - code: The code of the one learner whose items these are; `nil` for anybody's.
  ///   - language: The language.
  /// - Returns: The sheets.
  package static func sheets(
    _ test: PaperTest, code: String? = nil, language: Language
  ) -> PaperSheets {
    let text = PageText(language: language)
    let form = test.form
    let title = "\(PaperWords.key.text(in: language)): \(form.title.text(in: language))"
    var body = PaperParts.synthetic(test.isSynthetic, text)
    body += text.element("p", "class=\"sealed\"", PaperWords.sealed)
    body += "<h1>\(HTMLText.escaped(title))</h1>\n"
    var facts: [(LocalizedText, String)] = []
    if let event = test.event { facts.append((PaperWords.event, text.words(event))) }
    facts.append((PaperWords.form, HTMLText.escaped(form.id)))
    facts.append((PaperWords.version, HTMLText.escaped(form.version)))
    facts.append((PaperWords.questions, text.number(form.items.count)))
    body += PaperParts.facts(facts, text) + text.element("p", "", PaperWords.keyHow)
    body += "<table class=\"list\">\n<thead><tr>"
    for words in [
      PaperWords.number, PaperWords.question, PaperWords.right, PaperWords.scoring,
    ] { body += "<th scope=\"col\">\(text.words(words))</th>" }
    body += "</tr></thead>\n<tbody>\n"
    for (place, item) in form.items.enumerated() { body += row(item, place + 1, text) }
    body += "</tbody>\n</table>\n"
    let right = [code, form.id, test.version].compactMap(\.self).joined(separator: " · ")
    return PaperSheets(
      language: language, title: title,
      top: (left: PaperWords.sealed.text(in: language), right: right), body: body)
  }

  /// Returns what is right, as `AnswerInput` reads it from paper; `nil` where nothing is, or
  /// where only a table of points says what wins.
  package static func answer(to item: Item, language: Language) -> String? {
    func letter(_ place: Int) -> String { PaperLabels.letter(place, in: language) }
    func number(_ value: Int) -> String { PaperLabels.number(value, in: language) }
    guard item.scoring.rule != .table else { return nil }
    switch item.interaction {
    case .choice(let choice):
      let right = choice.options.indices.filter { choice.options[$0].isCorrect }
      return right.isEmpty ? nil : right.map(letter).joined(separator: " ")
    case .numeric(let numeric):
      guard let best = numeric.answers.max(by: { $0.weight < $1.weight }) else { return nil }
      return digits(best.value, language) + (numeric.units.first.map { " \($0.symbol)" } ?? "")
    case .text(let text): return accepted(text, language).first
    case .match(let match):
      let targets = OptionOrder.targets(of: item, seed: "")
      let pairs = match.sources.enumerated().compactMap { place, source -> String? in
        guard let target = targets.firstIndex(where: { $0.id == source.target }) else { return nil }
        return letter(place) + number(target + 1)
      }
      return pairs.joined(separator: " ")
    case .order(let order):
      let printed = OptionOrder.options(of: item, seed: "")
      return order.options.compactMap { option in
        printed.firstIndex { $0.id == option.id }.map(letter)
      }.joined(separator: " ")
    case .blanks(let blanks):
      return blanks.blanks.map { ResponseText.escaped(self.blank($0, in: item, language)) }
        .joined(separator: "; ")
    case .rating, .essay, .performance: return nil
    }
  }

  private static func blank(
    _ blank: BlanksInteraction.Blank, in item: Item, _ language: Language
  ) -> String {
    switch blank.entry {
    case .text(let text): return accepted(text, language).first ?? ""
    case .numeric(let numeric):
      let best = numeric.answers.max { $0.weight < $1.weight }
      return best.map { digits($0.value, language) } ?? ""
    case .choice:
      let place = OptionOrder.options(of: blank, in: item, seed: "")
        .firstIndex { $0.isCorrect }
      return place.map { PaperLabels.letter($0, in: language) } ?? ""
    }
  }

  /// The texts that win most, those of the language first.
  private static func accepted(_ text: TextInteraction, _ language: Language) -> [String] {
    let most = text.answers.map(\.weight).max() ?? 100
    let best = text.answers.filter { $0.weight == most }
    let own = best.filter { $0.language == nil || $0.language == language }
    return (own.isEmpty ? best : own).map(\.text)
  }

  private static func digits(_ value: Double, _ language: Language) -> String {
    let text = Response.number(value).encoded
    return language == .khmer ? Khmer.withKhmerDigits(text) : text
  }

  // MARK: One row

  private static func row(_ item: Item, _ number: Int, _ text: PageText) -> String {
    var content = "<tr><td class=\"n\">\(text.number(number))</td>"
    content += "<td class=\"fixed\">\(HTMLText.escaped(item.id))</td><td>"
    content += right(item, text)
    let remarks = reasons(item)
    for words in remarks {
      content += "<div class=\"why\">\(text.blocks(markdown: words))</div>"
    }
    return content + "</td><td>\(scoring(item, text))</td></tr>\n"
  }

  private static func right(_ item: Item, _ text: PageText) -> String {
    let language = text.language
    if item.scoring.rule == .table {
      let rows = item.scoring.table.sorted { $0.key < $1.key }
        .map { "\($0.key) = \(Response.number($0.value).encoded)" }
      return "<b>\(HTMLText.escaped(rows.joined(separator: "; ")))</b>"
    }
    var words = answer(to: item, language: language) ?? ""
    switch item.interaction {
    case .text(let interaction):
      let all = accepted(interaction, language)
      words = all.joined(separator: PaperWords.or.text(in: language))
    case .numeric(let numeric):
      let tolerance = numeric.answers.max { $0.weight < $1.weight }?.tolerance ?? 0
      if tolerance > 0 { words += PaperWords.tolerance(tolerance).text(in: language) }
    case .rating: return text.words(PaperWords.opinion)
    case .essay, .performance: return text.words(PaperWords.judged)
    default: break
    }
    var content = "<b>\(HTMLText.escaped(words))</b>"
    if case .choice(let choice) = item.interaction {
      let texts = choice.options.filter(\.isCorrect).map { text.line(markdown: $0.text) }
      content += " " + texts.joined(separator: "; ")
    }
    return content
  }

  /// Why the right answer is right, and what is said after any.
  private static func reasons(_ item: Item) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    switch item.interaction {
    case .choice(let choice): texts = choice.options.filter(\.isCorrect).map(\.feedback)
    case .numeric(let numeric): texts = numeric.answers.filter { $0.weight == 100 }.map(\.feedback)
    case .text(let text):
      texts = text.answers.filter { $0.weight == 100 && $0.language != .khmer }.map(\.feedback)
    default: break
    }
    return (texts + [item.feedback]).filter { !$0.isEmpty }
  }

  private static func scoring(_ item: Item, _ text: PageText) -> String {
    guard item.maximum > 0 else { return text.words(PaperWords.noPoints) }
    var lines = [text.words(PaperWords.points(item.maximum))]
    if !item.interaction.kind.needsRater {
      switch item.scoring.rule {
      case .exact: lines.append(text.words(PaperWords.exact))
      case .parts: lines.append(text.words(PaperWords.parts))
      case .table: lines.append(text.words(PaperWords.table))
      }
    }
    if item.scoring.floor < 0 { lines.append(text.words(PaperWords.floor(item.scoring.floor))) }
    lines.append(
      "<span class=\"fixed\">\(HTMLText.escaped(String(item.keyVersion.prefix(8))))</span>")
    return lines.joined(separator: "<br>")
  }
}
