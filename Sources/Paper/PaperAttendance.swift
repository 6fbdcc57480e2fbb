import Markup
package import Text

/// The list to sign on each day of an event.
package struct PaperAttendance: Sendable, Hashable {
  /// The title of the event.
  package var event: LocalizedText
  /// The place; `nil` where nobody said it.
  package var venue: String?
  /// The days, each with its date where it is known.
  package var days: [KhmerDate?]
  /// The rows.
  package var rows: [Row]
  /// How many empty rows follow, for people who are not on the list.
  package var emptyRows: Int
  /// Whether the event is made up.
  package var isSynthetic: Bool

  /// Someone on the list.
  package struct Row: Sendable, Hashable {
    /// The number within the event.
    package var number: Int
    /// The code.
    package var code: String
    /// The name, where the register was opened; otherwise it is written by hand.
    package var name: String?
    /// `F` or `M`, where it is known.
    package var sex: String?

    /// Creates a row.
    package init(number: Int, code: String, name: String? = nil, sex: String? = nil) {
      self.number = number
      self.code = code
      self.name = name
      self.sex = sex
    }
  }

  /// Creates a list.
  package init(
    event: LocalizedText, venue: String? = nil, days: [KhmerDate?], rows: [Row],
    emptyRows: Int = 3, isSynthetic: Bool = false
  ) {
    self.event = event
    self.venue = venue
    self.days = days
    self.rows = rows
    self.emptyRows = emptyRows
    self.isSynthetic = isSynthetic
  }

  /// Returns the list in a language; the head of the table is repeated on each sheet.
  package func sheets(_ language: Language) -> PaperSheets {
    let text = PageText(language: language)
    let title = PaperWords.attendance.text(in: language)
    var body = PaperParts.synthetic(isSynthetic, text)
    body += "<h1>\(HTMLText.escaped(title))</h1>\n"
    var facts = [(PaperWords.event, text.words(event))]
    if let venue { facts.append((PaperWords.venue, HTMLText.escaped(venue))) }
    let known = days.compactMap(\.self)
    if let first = known.first, let last = known.last {
      let dates = first == last ? [first] : [first, last]
      facts.append(
        (
          PaperWords.date,
          dates.map { text.digits($0.text(.long, in: language)) }.joined(separator: " – ")
        ))
    }
    body += PaperParts.facts(facts, text)
    body += text.element("p", "class=\"soft\"", PaperWords.signNote)
    body += "<table class=\"list signed\">\n<thead><tr>"
    for words in [PaperWords.number, PaperWords.code, PaperWords.name, PaperWords.sex] {
      body += "<th scope=\"col\">\(text.words(words))</th>"
    }
    for (place, date) in days.enumerated() {
      body += "<th scope=\"col\" class=\"sign\">\(text.words(PaperWords.day(place + 1)))"
      if let date { body += "<br>\(text.digits(date.text(.short, in: language)))" }
      body += "</th>"
    }
    body += "</tr></thead>\n<tbody>\n"
    for row in rows {
      body += "<tr><td class=\"n\">\(text.number(row.number))</td>"
      body += "<td class=\"fixed\">\(HTMLText.escaped(row.code))</td>"
      body += "<td class=\"name\">\(HTMLText.escaped(row.name ?? ""))</td>"
      body += "<td>\(HTMLText.escaped(row.sex ?? ""))</td>" + cells
    }
    for _ in 0..<max(0, emptyRows) {
      body += "<tr><td></td><td></td><td class=\"name\"></td><td></td>" + cells
    }
    body += "</tbody>\n</table>\n"
    return PaperSheets(
      language: language, title: "\(title): \(event.text(in: language))",
      isLandscape: days.count > 2,
      top: (left: "", right: event.text(in: language)), body: body)
  }

  private var cells: String {
    String(repeating: "<td class=\"sign\"></td>", count: days.count) + "</tr>\n"
  }
}
