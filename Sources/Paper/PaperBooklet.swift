import Assessment
import Markup
package import Text

/// The questions of a form, to be printed once for each learner who takes it on paper.
package enum PaperBooklet {
  /// Returns the booklet.
  ///
  /// - Parameters:
  ///   - test: What is printed; the items stand in its order.
  ///   - code: The code of the one learner for whom it is; `nil` for a booklet that is anybody's.
  ///   - notice: What everybody is told before the test; `nil` to leave it out.
  ///   - language: The language.
  ///   - isLarge: Whether it is in large print.
  /// - Returns: The sheets; no question is divided between two of them unless it is longer than
  ///   one.
  package static func sheets(
    _ test: PaperTest, code: String? = nil, notice: PaperNotice?, language: Language,
    isLarge: Bool = false
  ) -> PaperSheets {
    let text = PageText(language: language)
    let form = test.form
    let title = form.title.text(in: language)
    var body = PaperParts.synthetic(test.isSynthetic, text)
    body += "<h1>\(text.words(form.title))</h1>\n"
    var facts: [(LocalizedText, String)] = []
    if let event = test.event { facts.append((PaperWords.event, text.words(event))) }
    facts.append((PaperWords.test, text.words(PaperWords.occasion(test.occasion))))
    facts.append((PaperWords.form, HTMLText.escaped(form.id)))
    facts.append((PaperWords.questions, text.number(form.items.count)))
    if form.policy.minutes != nil {
      facts.append((PaperWords.time, text.words(PaperWords.minutes(form.minutes))))
    }
    body += PaperParts.facts(facts, text)
    if let notice { body += notice.brief(text) }
    body += "<div class=\"how\">\n"
    for words in [PaperWords.onTheSheet, PaperWords.anyOrder, PaperWords.giveBack] {
      body += text.element("p", "", words)
    }
    body += "</div>\n"
    var section: String?
    let titles = sectionTitles(form)
    for (place, item) in form.items.enumerated() {
      if let found = titles[item.id], found.id != section {
        section = found.id
        body += text.element("h2", "", found.title)
      }
      body += PaperQuestion(text: text, item: item, number: place + 1).html
    }
    body += text.element("p", "class=\"last\"", PaperWords.end)
    let right = [code, form.id, test.version].compactMap(\.self).joined(separator: " · ")
    return PaperSheets(
      language: language, title: "\(title) (\(form.id))", isLarge: isLarge,
      top: (left: title, right: right), body: body)
  }

  /// The sections that bear a title, by the ids of their items; none where there is but one.
  private static func sectionTitles(
    _ form: TestForm
  ) -> [String: (id: String, title: LocalizedText)] {
    let sections = form.structure.parts.flatMap(\.sections)
    guard sections.count > 1 else { return [:] }
    let pairs = sections.flatMap { section in
      section.itemIDs.map { ($0, (id: section.id, title: section.title)) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

/// Parts that several kinds of sheets have.
enum PaperParts {
  /// Says that all is made up, where it is.
  static func synthetic(_ isSynthetic: Bool, _ text: PageText) -> String {
    isSynthetic ? text.element("p", "class=\"made-up\"", PaperWords.synthetic) : ""
  }

  /// Named values; the values are HTML.
  static func facts(_ facts: [(name: LocalizedText, value: String)], _ text: PageText) -> String {
    var content = "<dl class=\"facts\" lang=\"\(text.language.rawValue)\">\n"
    for fact in facts {
      content += "<div><dt>\(text.words(fact.name))</dt><dd>\(fact.value)</dd></div>\n"
    }
    return content + "</dl>\n"
  }

  /// A code in boxes, or empty ones.
  static func code(_ code: String?) -> String {
    var content = "<p class=\"code\""
    content += code.map { " aria-label=\"\(HTMLText.escaped($0))\"" } ?? " aria-label=\"code\""
    content += " role=\"img\">"
    for scalar in (code ?? "    -    ").unicodeScalars {
      content +=
        scalar == "-"
        ? "<span>–</span>"
        : "<span class=\"box\">\(scalar == " " ? "" : HTMLText.escaped(String(scalar)))</span>"
    }
    return content + "</p>\n"
  }
}
