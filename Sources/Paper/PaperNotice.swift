import Markup
package import Text

/// What everybody is told before a test, in words that a version names.
package struct PaperNotice: Sendable, Hashable {
  /// The version of the words, which the records of a decision name.
  package var version: String
  /// The title.
  package var title: LocalizedText
  /// The paragraphs: purpose, who sees it, no effect on the career, the right to decline.
  package var paragraphs: [LocalizedText]
  /// What stands beside the box to tick.
  package var decline: LocalizedText

  /// Creates a notice.
  package init(
    version: String, title: LocalizedText, paragraphs: [LocalizedText], decline: LocalizedText
  ) {
    self.version = version
    self.title = title
    self.paragraphs = paragraphs
    self.decline = decline
  }

  /// The notice of Sala's own tests.
  package static let standard = PaperNotice(
    version: "paper-1",
    title: LocalizedText(en: "Before you begin", km: "មុនពេលចាប់ផ្តើម"),
    paragraphs: [
      LocalizedText(
        en:
          "This test shows what the training changes. It helps to make the training better; it does not judge you.",
        km: "តេស្តនេះបង្ហាញពីអ្វីដែលវគ្គបណ្តុះបណ្តាលបានផ្លាស់ប្តូរ។ វាជួយកែលម្អវគ្គ មិនមែនដើម្បីវិនិច្ឆ័យអ្នកទេ។"),
      LocalizedText(
        en:
          "Your answers are kept under your code, without your name. The trainers of this event and those who evaluate the programme see them. Reports show groups, never one person.",
        km:
          "ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុកក្រោមកូដ ដោយគ្មានឈ្មោះ។ មានតែគ្រូឧទ្ទេសនៃវគ្គនេះ និងអ្នកវាយតម្លៃកម្មវិធីប៉ុណ្ណោះដែលឃើញ។ របាយការណ៍បង្ហាញតែក្រុម មិនបង្ហាញបុគ្គលម្នាក់ៗទេ។"
      ),
      LocalizedText(
        en: "Your result has no effect on your post, your salary or your career.",
        km: "លទ្ធផលរបស់អ្នកគ្មានផលប៉ះពាល់ដល់តួនាទី ប្រាក់បៀវត្ស ឬអាជីពរបស់អ្នកឡើយ។"),
      LocalizedText(
        en:
          "You may decline. Tick the box on your answer sheet: you may still take the test, and your results stay out of all reports.",
        km:
          "អ្នកអាចបដិសេធបាន។ សូមគូសប្រអប់លើសន្លឹកចម្លើយ៖ អ្នកនៅតែអាចធ្វើតេស្ត ហើយលទ្ធផលរបស់អ្នកមិនត្រូវបានដាក់ក្នុងរបាយការណ៍ណាឡើយ។"
      ),
    ],
    decline: LocalizedText(
      en: "I decline: my results shall stay out of reports.",
      km: "ខ្ញុំបដិសេធ៖ សូមកុំដាក់លទ្ធផលរបស់ខ្ញុំក្នុងរបាយការណ៍។"))

  /// Returns the notice as sheets of its own, to be read aloud or put on the wall.
  ///
  /// - Parameter languages: The languages, one after the other.
  /// - Returns: The sheets, in the first of the languages.
  package func sheets(_ languages: [Language]) -> PaperSheets {
    let first = languages.first ?? .khmer
    var body = "<div class=\"notice\">\n"
    for language in languages {
      let text = PageText(language: language)
      body += "<section lang=\"\(language.rawValue)\">\n"
      body += text.element(language == first ? "h1" : "h2", "", title)
      for paragraph in paragraphs { body += text.element("p", "", paragraph) }
      body += "</section>\n"
    }
    body += "</div>\n"
    var sheets = PaperSheets(
      language: first, title: title.text(in: first), top: (left: "", right: version), body: body)
    sheets.isNumbered = false
    return sheets
  }

  /// The notice at the beginning of a booklet.
  func brief(_ text: PageText) -> String {
    var content = "<div class=\"how\">\n"
    content += "<p><strong>\(text.words(title))</strong></p>\n"
    for paragraph in paragraphs { content += text.element("p", "", paragraph) }
    return content + "</div>\n"
  }

  /// The box to decline on an answer sheet.
  func box(_ text: PageText) -> String {
    "<div class=\"decline\"><span class=\"tick\" role=\"img\" aria-label=\"☐\"></span>"
      + "<span>\(text.words(decline))</span></div>\n"
  }
}
