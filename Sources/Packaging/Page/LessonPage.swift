package import Assessment
package import Curriculum
import Markup
import Source
import Text

/// Writes the page of a module: what it is for, its lessons, practice and sources.
package enum LessonPage {
  /// Returns the page.
  ///
  /// Its questions are those of the practice pool that belong to the module's outcomes; their key
  /// is encoded, not protected.
  ///
  /// - Parameters:
  ///   - module: The module.
  ///   - curriculum: The curriculum it belongs to, already in the context of the page's province.
  ///   - options: Languages and places.
  ///   - practice: The module's practice questions where they are known already.
  /// - Returns: A whole HTML page, which is well-formed XML too but for its document type.
  package static func html(
    _ module: Module, in curriculum: Curriculum, options: PageOptions, practice: [Item]? = nil
  ) -> String {
    let items = practice ?? PracticeItems(curriculum).items(of: module)
    let id = "\(curriculum.id)/\(curriculum.version)/\(module.id)"
    let frame = PageFrame(
      options: options, title: module.title, course: curriculum.title,
      isDraft: curriculum.approval == nil,
      data: [
        ("kind", .string("lesson")), ("id", .string(id)), ("items", PageItems.json(items)),
        ("key", .string(PageKey.encoded(items, pageID: id))),
      ])
    var writer = LessonWriter(
      options: options, page: PageHTML(languages: options.languages),
      sources: CitedSources(module: module, curriculum: curriculum, languages: options.languages))
    return frame.html(content: writer.html(module, practice: items))
  }
}

/// The questions to practise with, found by the outcomes that they ask about: a course of many
/// modules and questions takes no longer a question than a small one.
struct PracticeItems {
  private var byOutcome: [String: [(place: Int, item: Item)]] = [:]

  init(_ curriculum: Curriculum) {
    for (place, item) in curriculum.items.enumerated()
    where item.pool == .practice && item.status != .retired {
      byOutcome[item.outcome.value, default: []].append((place, item))
    }
  }

  /// Returns those of a module, in the order of the banks.
  func items(of module: Module) -> [Item] {
    Set(module.outcomes.map(\.id)).flatMap { byOutcome[$0] ?? [] }
      .sorted { $0.place < $1.place }.map(\.item)
  }
}

/// The sources that a module's lessons cite, numbered in the order of reading.
struct CitedSources {
  let sources: [CitedSource]

  init(module: Module, curriculum: Curriculum, languages: [Language]) {
    let known = Dictionary(
      curriculum.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var cited: [CitedSource] = []
    for lesson in module.lessons {
      for block in lesson.blocks {
        for language in languages {
          for citation in block.documents[language]?.citations ?? [] {
            if let source = known[citation.name], seen.insert(source.id).inserted {
              cited.append(source)
            }
          }
        }
      }
    }
    sources = cited
  }

  /// The number of a source, counted from 1, or `nil` for one that is not known.
  func number(_ id: String) -> Int? {
    sources.firstIndex { $0.id == id }.map { $0 + 1 }
  }
}

private struct LessonWriter {
  let options: PageOptions
  let page: PageHTML
  let sources: CitedSources
  var nextTable: [Language: Int] = [:]

  mutating func html(_ module: Module, practice: [Item]) -> String {
    var result = page.element("h1", "", module.title)
    if let province = options.province {
      result += page.element(
        "p", "class=\"province\"", PageMessages.context(Province.title(province)))
    }
    result += "<p class=\"notice\" id=\"resume\" hidden=\"\">\(page.words(PageMessages.goOnAt)) "
    result += "<a id=\"resume-link\" href=\"#content\"></a></p>\n"
    result += purpose(module)
    result += contents(module, hasPractice: !practice.isEmpty)
    for lesson in module.lessons { result += html(lesson) }
    result += questions(practice)
    result += sourceList()
    return result + end()
  }

  private func purpose(_ module: Module) -> String {
    var result = "<section class=\"card\">\n" + page.element("h2", "", PageMessages.purpose)
    result += page.element("p", "", module.purpose)
    if !module.outcomes.isEmpty {
      result += page.element("h3", "", PageMessages.outcomes) + "<ul>\n"
      for outcome in module.outcomes { result += page.element("li", "", outcome.text) }
      result += "</ul>\n"
    }
    return result + "</section>\n"
  }

  private func contents(_ module: Module, hasPractice: Bool) -> String {
    var entries = module.lessons.map { ("lesson-\($0.slug)", $0.title) }
    if hasPractice { entries.append(("practice", PageMessages.practice)) }
    if !sources.sources.isEmpty { entries.append(("sources", PageMessages.sources)) }
    entries.append(("end", PageMessages.endTitle))
    var result = "<nav aria-labelledby=\"contents\">\n"
    result += page.element("h2", "id=\"contents\"", PageMessages.contents) + "<ol>\n"
    for (id, title) in entries {
      result += "<li><a href=\"#\(HTMLText.escaped(id))\">\(page.words(title))</a></li>\n"
    }
    return result + "</ol>\n</nav>\n"
  }

  private mutating func html(_ lesson: Lesson) -> String {
    let id = HTMLText.escaped("lesson-\(lesson.slug)")
    var result = "<article id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
    result += page.element("h2", "id=\"\(id)-title\"", lesson.title)
    if let approval = lesson.approval {
      result += page.element("p", "class=\"hint\"", PageMessages.approved(approval))
    }
    for block in lesson.blocks {
      result += "<section id=\"\(id)--\(HTMLText.escaped(block.id))\">\n"
      result += page.element("h3", "", block.title)
      if let province = block.context {
        result += page.element(
          "p", "class=\"province\"", PageMessages.context(Province.title(province)))
      }
      result += html(block) + "</section>\n"
    }
    return result + "</article>\n"
  }

  /// The halves of a block; one that is not written yet is the other language's.
  private mutating func html(_ block: LessonBlock) -> String {
    var result = ""
    for language in page.languages {
      let own = block.documents[language]
      let written = own.map(\.blocks.isEmpty) == false ? language : language.other
      guard let document = block.documents[written] ?? own else { continue }
      let html = document.html(
        language: written, headingOffset: 3, firstTable: nextTable[language, default: 1],
        target: options.target, citationNumber: sources.number)
      nextTable[language, default: 1] += document.tableCount
      result += page.half(tag: "div", for: language, written: written, html) + "\n"
    }
    return result
  }

  private func questions(_ items: [Item]) -> String {
    guard !items.isEmpty else { return "" }
    var result = "<section class=\"card\" id=\"practice\" aria-labelledby=\"practice-title\">\n"
    result += page.element("h2", "id=\"practice-title\"", PageMessages.practice)
    result += page.element("p", "", PageMessages.practiceNote)
    let writer = QuestionHTML(page: page)
    for item in items { result += writer.practice(item) }
    return result + "</section>\n"
  }

  private func sourceList() -> String {
    guard !sources.sources.isEmpty else { return "" }
    var result = "<section class=\"card\" id=\"sources\" aria-labelledby=\"sources-title\">\n"
    result += page.element("h2", "id=\"sources-title\"", PageMessages.sources) + "<ol>\n"
    for (index, source) in sources.sources.enumerated() {
      result += "<li id=\"source-\(index + 1)\">\(page.words(source.title))"
      if !source.checked.isEmpty {
        result += " (\(page.words(PageMessages.checked(source.checked))))"
      }
      result += "</li>\n"
    }
    return result + "</ol>\n</section>\n"
  }

  private func end() -> String {
    var result = "<section class=\"card\" id=\"end\" aria-labelledby=\"end-title\">\n"
    result += page.element("h2", "id=\"end-title\"", PageMessages.endTitle)
    result += page.element("p", "", PageMessages.endNote)
    result += QuizPage.button("finish", PageMessages.finish, page, isChief: true)
    result += page.element(
      "p", "id=\"finished\" class=\"result\" tabindex=\"-1\" hidden=\"\"", PageMessages.moduleDone)
    return result + "</section>\n"
  }
}
