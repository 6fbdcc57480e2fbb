package import Assessment
package import Curriculum
import Markup
import Text

/// Writes the page of a pre-test or a post-test.
///
/// It holds the parallel forms that it is given and picks one by the learner's id, as
/// `FormAllocation` does; the post-test picks the one that the pre-test did not. Neither page holds
/// feedback. The page of the post-test holds the key, encoded but not protected; that of the
/// pre-test holds none, unless it is scored so that mastered modules can be skipped.
package enum QuizPage {
  /// Which of the two tests it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Before the teaching: answers are kept, nothing is scored.
    case preTest = "pre"
    /// After it: a score, and passed or failed.
    case postTest = "post"
  }

  /// Returns the page.
  ///
  /// - Parameters:
  ///   - forms: The parallel forms in order; one form is given to everybody.
  ///   - kind: Which test it is.
  ///   - curriculum: The curriculum that it tests.
  ///   - options: Languages and places.
  /// - Returns: A whole HTML page, which is well-formed XML too but for its document type.
  package static func html(
    forms: [TestForm], kind: Kind, in curriculum: Curriculum, options: PageOptions
  ) -> String {
    let items = distinctItems(forms)
    let page = PageHTML(languages: options.languages)
    let name = curriculum.blueprint?.title ?? curriculum.title
    let title = PageMessages.testTitle(name, isPostTest: kind == .postTest)
    let id = "\(curriculum.id)/\(curriculum.version)/\(kind.rawValue)"
    var data: [(String, PageJSON)] = [
      ("kind", .string(kind.rawValue)), ("id", .string(id)),
      (
        "forms",
        .array(
          forms.map { form in
            .object([
              ("id", .string(form.id)), ("items", .array(form.items.map { .string($0.id) })),
            ])
          })
      ), ("items", PageItems.json(items)),
    ]
    if !options.objectives.isEmpty {
      data.append(("objectives", CourseObjective.json(options.objectives)))
    }
    if kind == .postTest || options.scoresPreTest {
      data.append(("mastery", .integer(forms.first?.masteryPercent ?? 0)))
      data.append(("key", .string(PageKey.encoded(items, pageID: id))))
    }
    let frame = PageFrame(
      options: options, title: title, course: curriculum.title,
      isDraft: curriculum.approval == nil, data: data)
    return frame.html(
      content: page.element("h1", "", title) + intro(forms, kind, page) + test(items, page)
        + review(page) + done(page))
  }

  /// The items of all forms, each once: anchors stand in several.
  static func distinctItems(_ forms: [TestForm]) -> [Item] {
    var seen: Set<String> = []
    return forms.flatMap(\.items).filter { seen.insert($0.id).inserted }
  }

  private static func intro(_ forms: [TestForm], _ kind: Kind, _ page: PageHTML) -> String {
    var result = "<section class=\"view card\" id=\"intro\" aria-labelledby=\"intro-title\">\n"
    result += page.element("h2", "id=\"intro-title\"", PageMessages.beforeYouStart)
    result += "<ul>\n"
    let count = forms.first?.items.count ?? 0
    result += page.element(
      "li", "", PageMessages.length(questions: count, minutes: forms.first?.minutes ?? 0))
    result += page.element("li", "", PageMessages.mayChange)
    if kind == .postTest {
      result += page.element(
        "li", "", PageMessages.masteryNeeded(forms.first?.masteryPercent ?? 0))
    } else {
      result += page.element("li", "", PageMessages.preTestPurpose)
    }
    result += "</ul>\n<p id=\"intro-note\"></p>\n"
    result +=
      "<form id=\"start\" novalidate=\"\" autocomplete=\"off\">\n<div id=\"who\" hidden=\"\">\n"
    result += "<label for=\"code\">\(page.words(PageMessages.learnerCode))</label>\n"
    result += "<input type=\"text\" id=\"code\" maxlength=\"100\" spellcheck=\"false\""
    result += " autocapitalize=\"characters\" aria-describedby=\"code-error\" />\n"
    result += page.element(
      "p", "class=\"error\" id=\"code-error\" hidden=\"\"", PageMessages.codeMissing)
    result += "<label for=\"event\">\(page.words(PageMessages.eventCode))</label>\n"
    result +=
      "<input type=\"text\" id=\"event\" maxlength=\"100\" spellcheck=\"false\" />\n</div>\n"
    result += "<div class=\"buttons\">"
    result += button("start-button", PageMessages.start, page, type: "submit", isChief: true)
      .replacing(" id=", with: " disabled=\"\" id=")
    return result + "</div>\n</form>\n</section>\n"
  }

  private static func test(_ items: [Item], _ page: PageHTML) -> String {
    let writer = QuestionHTML(page: page)
    var result =
      "<form class=\"view card\" id=\"test\" novalidate=\"\" autocomplete=\"off\" hidden=\"\">\n"
    result += "<h2 id=\"place\" tabindex=\"-1\"></h2>\n"
    result += "<div class=\"bar\" aria-hidden=\"true\"><span id=\"bar\"></span></div>\n"
    result += "<p id=\"progress\"></p>\n<div id=\"questions\">\n"
    for item in items { result += writer.test(item) }
    result += "</div>\n<div class=\"buttons\">\n"
    result += button("back", PageMessages.back, page)
    result += button("next", PageMessages.next, page, type: "submit", isChief: true)
    result += button("clear", PageMessages.clear, page)
    result += button("to-review", PageMessages.toReview, page)
    return result + "</div>\n</form>\n"
  }

  private static func review(_ page: PageHTML) -> String {
    var result =
      "<section class=\"view card\" id=\"review\" aria-labelledby=\"review-title\" hidden=\"\">\n"
    result += page.element("h2", "id=\"review-title\" tabindex=\"-1\"", PageMessages.reviewTitle)
    result += "<p id=\"left\"></p>\n<ol id=\"list\"></ol>\n<div class=\"buttons\">\n"
    result += button("to-questions", PageMessages.toQuestions, page)
    result += button("hand-in", PageMessages.handIn, page, isChief: true)
    result += "</div>\n<div id=\"confirm\" role=\"group\" aria-labelledby=\"confirm-title\""
    result += " hidden=\"\">\n<h3 id=\"confirm-title\" tabindex=\"-1\"></h3>\n"
    result += "<div class=\"buttons\">\n"
    result += button("confirm-yes", PageMessages.confirmYes, page, isChief: true)
    result += button("confirm-no", PageMessages.confirmNo, page)
    result += "</div>\n</div>\n"
    result += "<p class=\"buttons\" id=\"download-late\" hidden=\"\"></p>\n"
    return result + "</section>\n"
  }

  private static func done(_ page: PageHTML) -> String {
    var result =
      "<section class=\"view card\" id=\"done\" aria-labelledby=\"done-title\" hidden=\"\">\n"
    result += page.element("h2", "id=\"done-title\" tabindex=\"-1\"", PageMessages.handedIn)
    result +=
      "<p id=\"score\"></p>\n<p id=\"verdict\"></p>\n<p id=\"pending\"></p>\n<p id=\"done-note\"></p>\n"
    result += button("download", PageMessages.download, page, isChief: true, isHidden: true)
    result += button("again", PageMessages.again, page, isHidden: true)
    return result + "</section>\n"
  }

  static func button(
    _ id: String, _ text: LocalizedText, _ page: PageHTML, type: String = "button",
    isChief: Bool = false, isHidden: Bool = false
  ) -> String {
    let look = (isChief ? " class=\"chief\"" : "") + (isHidden ? " hidden=\"\"" : "")
    return page.element("button", "type=\"\(type)\" id=\"\(id)\"\(look)", text)
  }
}
