import Source
import Text

/// The messages of this module: each a whole finding, or a sentence of one.
enum CurriculumMessages {
  // MARK: Files

  static func missingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable", at: SourceLocation(file: path),
      LocalizedText(en: "The file is missing.", km: "រកមិនឃើញឯកសារនេះទេ។"),
      remedy: LocalizedText(
        en: "Write it, or mend the name that asks for it.",
        km: "សូមសរសេរវា ឬកែឈ្មោះនៅកន្លែងដែលយោងមកវា។"))
  }

  static func strayFolder(_ place: SourceLocation, name: String) -> Diagnostic {
    Diagnostic(
      "unlisted-module", .warning, at: place,
      LocalizedText(
        en: "The folder '\(name)' is not in the list of modules, so nothing reads it.",
        km: "ថត '\(name)' មិនមានក្នុងបញ្ជីម៉ូឌុលទេ ដូច្នេះគ្មានអ្វីអានវាឡើយ។"),
      remedy: LocalizedText(
        en: "Add it under 'modules:' in curriculum.yaml, or move it away.",
        km: "សូមបន្ថែមវាក្រោម 'modules:' ក្នុង curriculum.yaml ឬផ្លាស់វាចេញ។"))
  }

  static func wrongID(_ found: String, folder: String) -> LocalizedText {
    LocalizedText(
      en: "The id '\(found)' is not the name of the folder, '\(folder)'.",
      km: "លេខសម្គាល់ '\(found)' មិនដូចឈ្មោះថត '\(folder)' ទេ។")
  }

  static let wrongIDRemedy = LocalizedText(
    en: "Give both the same name.", km: "សូមដាក់ឈ្មោះទាំងពីរឱ្យដូចគ្នា។")

  static func unknownLanguage(_ found: String) -> LocalizedText {
    LocalizedText(
      en: "'\(found)' is not a language that Sala knows.",
      km: "'\(found)' មិនមែនជាភាសាដែល Sala ស្គាល់ទេ។")
  }

  static let languageRemedy = LocalizedText(
    en: "Write en or km.", km: "សូមសរសេរ en ឬ km។")

  static func unknownMethod(_ found: String) -> LocalizedText {
    LocalizedText(
      en: "'\(found)' is not a way to assess.", km: "'\(found)' មិនមែនជាវិធីវាយតម្លៃទេ។")
  }

  static func oneOf(_ known: [String], suggestion: String?) -> LocalizedText {
    let list = known.joined(separator: ", ")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "\(guess)Known are: \(list).", km: "\(guessKhmer)អាចប្រើបាន៖ \(list)។")
  }

  // MARK: Lessons

  static func missingLessonFile(
    _ place: SourceLocation, sibling: String, language: Language
  ) -> Diagnostic {
    Diagnostic(
      "missing-translation", at: place,
      LocalizedText(
        en: "The text has no \(language == .khmer ? "Khmer" : "English") file.",
        km: "អត្ថបទនេះគ្មានឯកសារជាភាសា\(language == .khmer ? "ខ្មែរ" : "អង់គ្លេស")ទេ។"),
      remedy: LocalizedText(en: "Write \(sibling).", km: "សូមសរសេរ \(sibling)។"))
  }

  static func missingFrontMatter(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "missing-front-matter", line: 1,
      LocalizedText(
        en: "The lesson does not begin with its title.",
        km: "មេរៀននេះមិនចាប់ផ្តើមដោយចំណងជើងទេ។"),
      remedy: LocalizedText(
        en: "Begin it with '---', 'title: …', '---'.",
        km: "សូមចាប់ផ្តើមដោយ '---', 'title: …', '---'។"))
  }

  static func textBeforeBlock(_ file: SourceFile, line: Int) -> Diagnostic {
    file.diagnostic(
      "text-before-block", line: line, column: 1,
      LocalizedText(
        en: "Text stands before the first block.", km: "មានអត្ថបទនៅមុនផ្នែកទីមួយ។"),
      remedy: LocalizedText(
        en: "Put a heading '## Title {#block-id}' above it.",
        km: "សូមដាក់ចំណងជើង '## ចំណងជើង {#block-id}' ពីលើវា។"))
  }

  static func blockWithoutID(_ file: SourceFile, _ section: SectionedFile.Section) -> Diagnostic {
    file.diagnostic(
      "missing-id", line: section.location.line, column: section.location.column,
      length: section.title.unicodeScalars.count,
      LocalizedText(
        en: "The block '\(section.title)' has no id.",
        km: "ផ្នែក '\(section.title)' គ្មានលេខសម្គាល់ទេ។"),
      remedy: LocalizedText(
        en: "End its heading with '{#some-id}'; the other language uses the same id.",
        km: "សូមបញ្ចប់ចំណងជើងនោះដោយ '{#some-id}'។ ភាសាម្ខាងទៀតប្រើលេខសម្គាល់ដូចគ្នា។"))
  }

  static func blockMissing(
    _ file: SourceFile, _ section: SectionedFile.Section, in other: SourceFile
  ) -> Diagnostic {
    let id = section.attributes.id?.value ?? ""
    return file.diagnostic(
      "languages-differ", line: section.location.line, column: section.location.column,
      length: section.title.unicodeScalars.count,
      LocalizedText(
        en: "The block '\(id)' is missing in \(other.path).",
        km: "ផ្នែក '\(id)' មិនមានក្នុង \(other.path) ទេ។"),
      remedy: LocalizedText(
        en: "Write it there, or take it out here.",
        km: "សូមសរសេរវានៅទីនោះ ឬដកវាចេញពីទីនេះ។"))
  }

  static func blockOrder(_ file: SourceFile, _ section: SectionedFile.Section) -> Diagnostic {
    file.diagnostic(
      "languages-differ", line: section.location.line, column: section.location.column,
      length: section.title.unicodeScalars.count,
      LocalizedText(
        en: "The blocks stand in another order than in the English file.",
        km: "លំដាប់ផ្នែកខុសពីឯកសារភាសាអង់គ្លេស។"),
      remedy: LocalizedText(
        en: "Put them in the same order.", km: "សូមរៀបវាតាមលំដាប់ដូចគ្នា។"))
  }

  static func stale(_ file: SourceFile, id: String, line: Int) -> Diagnostic {
    file.diagnostic(
      "stale-translation", .warning, line: line,
      LocalizedText(
        en:
          "The English '\(id)' changed after it was translated, or the translation was never stamped.",
        km: "'\(id)' ជាភាសាអង់គ្លេសបានផ្លាស់ប្តូរក្រោយពេលបកប្រែ ឬការបកប្រែមិនទាន់ត្រូវបានបញ្ជាក់។"),
      remedy: LocalizedText(
        en: "Look the translation over, then run 'sala translation stamp \(file.path)'.",
        km: "សូមពិនិត្យការបកប្រែឡើងវិញ រួចដំណើរការ 'sala translation stamp \(file.path)'។"))
  }

  static func staleFrontMatter(_ file: SourceFile, line: Int) -> Diagnostic {
    file.diagnostic(
      "stale-translation", .warning, line: line,
      LocalizedText(
        en: "The head of the English file, its title above all, changed after it was translated.",
        km: "ផ្នែកក្បាលនៃឯកសារភាសាអង់គ្លេស ជាពិសេសចំណងជើង បានផ្លាស់ប្តូរក្រោយពេលបកប្រែ។"),
      remedy: LocalizedText(
        en: "Look the head of this file over, then run 'sala translation stamp \(file.path)'.",
        km: "សូមពិនិត្យផ្នែកក្បាលនៃឯកសារនេះឡើងវិញ រួចដំណើរការ 'sala translation stamp \(file.path)'។"))
  }

  static func stampWithoutBlock(_ file: SourceFile, _ key: Located<String>) -> Diagnostic {
    file.diagnostic(
      "unknown-reference", line: key.location.line, column: key.location.column,
      length: key.value.unicodeScalars.count,
      LocalizedText(
        en: "'translates:' names '\(key.value)', which the English file does not have.",
        km: "'translates:' មាន '\(key.value)' ដែលមិនមានក្នុងឯកសារភាសាអង់គ្លេសទេ។"),
      remedy: LocalizedText(
        en: "Take the line out, or run 'sala translation stamp \(file.path)'.",
        km: "សូមដកបន្ទាត់នេះចេញ ឬដំណើរការ 'sala translation stamp \(file.path)'។"))
  }

  // MARK: Contexts

  static func unknownProvince(_ place: SourceLocation, _ id: String) -> Diagnostic {
    let known = Province.all.map(\.id)
    return Diagnostic(
      "unknown-reference", at: place,
      LocalizedText(
        en: "'\(id)' is not a province of the programme.",
        km: "'\(id)' មិនមែនជាខេត្តនៃកម្មវិធីនេះទេ។"),
      remedy: oneOf(known, suggestion: Suggestion.nearest(to: id, in: known)))
  }

  static func overlayMisses(
    _ place: SourceLocation, block: String, known: [String], file: SourceFile?
  ) -> Diagnostic {
    Diagnostic(
      "overlay-misses", at: place,
      LocalizedText(
        en: "The overlay replaces the block '\(block)', which the lesson does not have.",
        km: "អត្ថបទខេត្តជំនួសផ្នែក '\(block)' ដែលមេរៀនមិនមាន។"),
      remedy: oneOf(known, suggestion: Suggestion.nearest(to: block, in: known)),
      excerpt: file?.line(place.line) ?? "", length: block.unicodeScalars.count)
  }
}
