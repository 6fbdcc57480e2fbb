import Markup
package import Text

/// A certificate for one person, on a sheet of its own.
package struct PaperCertificate: Sendable, Hashable {
  /// The title, such as "Certificate of completion".
  package var title: LocalizedText
  /// Who gives it.
  package var institution: LocalizedText
  /// The name in Khmer; empty where it is not known.
  package var khmerName: String
  /// The name in Latin letters; empty where it is not known.
  package var latinName: String
  /// What it attests.
  package var words: LocalizedText
  /// Where and when it is given.
  package var given: LocalizedText
  /// The number.
  package var number: String
  /// The code by which it is verified.
  package var code: String

  /// Creates a certificate.
  package init(
    title: LocalizedText, institution: LocalizedText, khmerName: String, latinName: String,
    words: LocalizedText, given: LocalizedText, number: String, code: String
  ) {
    self.title = title
    self.institution = institution
    self.khmerName = khmerName
    self.latinName = latinName
    self.words = words
    self.given = given
    self.number = number
    self.code = code
  }

  /// Returns certificates, one on each sheet.
  ///
  /// - Parameters:
  ///   - certificates: The certificates.
  ///   - language: The language.
  ///   - isSynthetic: Whether they are made up; each then says so.
  /// - Returns: The sheets.
  package static func sheets(
    _ certificates: [PaperCertificate], language: Language, isSynthetic: Bool
  ) -> PaperSheets {
    let text = PageText(language: language)
    let body = certificates.map { $0.html(text, isSynthetic: isSynthetic) }.joined()
    let title = certificates.first?.title.text(in: language) ?? ""
    var sheets = PaperSheets(
      language: language, title: title, isLandscape: true, top: (left: "", right: ""), body: body)
    sheets.isNumbered = false
    return sheets
  }

  private func html(_ text: PageText, isSynthetic: Bool) -> String {
    let language = text.language
    var content = "<section class=\"certificate\">\n"
    content += PaperParts.synthetic(isSynthetic, text)
    content += "<div>\n" + text.element("p", "class=\"institution\"", Self.kingdom)
    content += text.element("p", "class=\"motto\"", Self.motto) + "</div>\n"
    content += text.element("p", "class=\"institution\"", institution)
    content += text.element("h1", "", title)
    content += text.element("p", "class=\"words\"", Self.givenTo)
    content += "<div>\n" + names(language) + "</div>\n"
    content += text.element("p", "class=\"words\"", words)
    content += "<div class=\"signing\">\n<div class=\"proof\">"
    content += "<p>\(text.words(Self.numberWord)) <b>\(HTMLText.escaped(number))</b></p>\n"
    content += "<p>\(text.words(Self.codeWord)) <b>\(HTMLText.escaped(code))</b></p></div>\n"
    content += "<div><p>\(text.words(given))</p><div class=\"space\"></div>"
    content += "<p>\(text.words(Self.signature))</p></div>\n</div>\n"
    return content + "</section>\n"
  }

  /// The name in the script of the language, and in the other below; a line to write on for none.
  private func names(_ language: Language) -> String {
    let own = language == .khmer ? khmerName : latinName
    let other = language == .khmer ? latinName : khmerName
    guard !own.isEmpty || !other.isEmpty else {
      return "<p class=\"person\"><span class=\"write\">&nbsp;</span></p>\n"
    }
    func element(_ name: String, _ look: String, _ language: Language) -> String {
      "<p class=\"\(look)\" lang=\"\(language.rawValue)\">\(HTMLText.escaped(name))</p>\n"
    }
    if own.isEmpty { return element(other, "person", language.other) }
    return element(own, "person", language)
      + (other.isEmpty ? "" : element(other, "second", language.other))
  }

  // The heading of official documents of Cambodia.
  private static let kingdom = LocalizedText(
    en: "Kingdom of Cambodia", km: "ព្រះរាជាណាចក្រកម្ពុជា")
  private static let motto = LocalizedText(
    en: "Nation Religion King", km: "ជាតិ សាសនា ព្រះមហាក្សត្រ")
  private static let givenTo = LocalizedText(en: "is given to", km: "ប្រគល់ជូន")
  private static let numberWord = LocalizedText(en: "No.", km: "លេខ")
  private static let codeWord = LocalizedText(
    en: "To be verified by the code", km: "ផ្ទៀងផ្ទាត់តាមលេខកូដ")
  private static let signature = LocalizedText(
    en: "Signature and seal", km: "ហត្ថលេខា និងត្រា")
}
