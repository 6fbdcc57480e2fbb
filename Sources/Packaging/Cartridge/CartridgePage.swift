import Curriculum
import Markup
import Source
import Text

/// Writes the pages of a cartridge: plain HTML that teachers edit in their LMS.
///
/// A lesson is one page also where a package has two languages, Khmer first: a course then has one
/// entry a lesson, and whoever edits it keeps both halves in step.
struct CartridgePage {
  let course: CourseSelection
  /// The file of each lesson of the module, by its slug.
  let files: [String: String]
  let module: Module

  private var languages: [Language] { course.languages }

  /// Returns what the module is for and what it leads to.
  func about() -> String {
    let halves = languages.map { language in
      let words = { (text: LocalizedText) in HTMLText.escaped(text.text(in: language)) }
      var result = "<h1>\(words(module.title))</h1>\n" + draft(language)
      result += "<h2>\(words(PageMessages.purpose))</h2>\n<p>\(words(module.purpose))</p>\n"
      if !module.outcomes.isEmpty {
        result += "<h2>\(words(PageMessages.outcomes))</h2>\n<ul>\n"
        for outcome in module.outcomes { result += "<li>\(words(outcome.text))</li>\n" }
        result += "</ul>\n"
      }
      return half(result, language)
    }
    return whole(CartridgeMessages.about, halves.joined(separator: separator))
  }

  /// Returns a lesson with the sources that it cites.
  func html(_ lesson: Lesson) -> String {
    var alone = module
    alone.lessons = [lesson]
    let sources = CitedSources(
      module: alone, curriculum: course.curriculum, languages: languages)
    let halves = languages.map { half(html(lesson, $0, sources), $0) }
    return whole(
      lesson.title, halves.joined(separator: separator) + list(sources.sources))
  }

  // MARK: Lesson

  private func html(_ lesson: Lesson, _ language: Language, _ sources: CitedSources) -> String {
    var result = "<h1>\(HTMLText.escaped(lesson.title.text(in: language)))</h1>\n" + draft(language)
    if let approval = lesson.approval {
      result += paragraph(PageMessages.approved(approval), language)
    }
    var nextTable = 1
    for block in lesson.blocks {
      let id = HTMLText.escaped(anchor(block.id, language))
      result += "<h2 id=\"\(id)\">\(HTMLText.escaped(block.title.text(in: language)))</h2>\n"
      if let province = block.context {
        result += paragraph(PageMessages.context(Province.title(province)), language)
      }
      result += html(block, language, sources, &nextTable)
    }
    return result
  }

  /// A block; one that is not written yet is the other language's.
  private func html(
    _ block: LessonBlock, _ language: Language, _ sources: CitedSources, _ nextTable: inout Int
  ) -> String {
    let own = block.documents[language]
    let written = own.map(\.blocks.isEmpty) == false ? language : language.other
    guard let document = block.documents[written] ?? own else { return "" }
    let html = document.html(
      language: written, headingOffset: 2, firstTable: nextTable,
      target: { target($0, language) }, citationNumber: sources.number)
    nextTable += document.tableCount
    return written == language ? html : "<div lang=\"\(written.rawValue)\">\(html)</div>\n"
  }

  private func list(_ sources: [CitedSource]) -> String {
    guard !sources.isEmpty else { return "" }
    let text = CartridgeText(languages: languages)
    var result = "<h2>\(text.words(PageMessages.sources))</h2>\n<ol>\n"
    for (index, source) in sources.enumerated() {
      result += "<li id=\"source-\(index + 1)\">\(text.words(source.title))"
      if !source.checked.isEmpty {
        result += " (\(text.words(PageMessages.checked(source.checked))))"
      }
      result += "</li>\n"
    }
    return result + "</ol>\n"
  }

  // MARK: Links

  /// Where a link leads: within the page, to another lesson of the module, or where it says.
  private func target(_ destination: String, _ language: Language) -> String {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let block = parts.count > 1 ? "#" + anchor(String(parts[1]), language) : ""
    if path.isEmpty { return block.isEmpty ? destination : fragment(destination, block) }
    for written in Language.allCases where path.hasSuffix(".\(written.rawValue).md") {
      let slug = String(path.dropLast(written.rawValue.utf8.count + 4))
      if let file = files[slug] { return file + block }
    }
    return destination
  }

  /// A block of this module, which may stand in another lesson's page.
  private func fragment(_ destination: String, _ block: String) -> String {
    let id = String(destination.dropFirst())
    let homes = module.lessons.filter { $0.blocks.contains { $0.id == id } }
    guard homes.count == 1, let file = homes.first.flatMap({ files[$0.slug] }) else {
      return block
    }
    return file + block
  }

  private func anchor(_ block: String, _ language: Language) -> String {
    languages.count > 1 ? "\(block)-\(language.rawValue)" : block
  }

  // MARK: Frame

  private var separator: String { "<hr />\n" }

  private func draft(_ language: Language) -> String {
    guard course.curriculum.approval == nil else { return "" }
    return "<p><strong>\(HTMLText.escaped(Approval.draftNotice[language]))</strong></p>\n"
  }

  private func paragraph(_ text: LocalizedText, _ language: Language) -> String {
    "<p><em>\(HTMLText.escaped(text.text(in: language)))</em></p>\n"
  }

  private func half(_ html: String, _ language: Language) -> String {
    languages.count > 1 ? "<div lang=\"\(language.rawValue)\">\n\(html)</div>\n" : html
  }

  private func whole(_ title: LocalizedText, _ content: String) -> String {
    let first = languages.first ?? .khmer
    return
      "<!DOCTYPE html>\n<html lang=\"\(first.rawValue)\">\n<head>\n<meta charset=\"utf-8\" />\n"
      + "<title>\(HTMLText.escaped(title.text(in: first)))</title>\n</head>\n<body>\n"
      + content + "</body>\n</html>\n"
  }
}
