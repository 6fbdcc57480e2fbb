import Assessment
import Curriculum
import Markup
import Source
import Text

/// Writes the page that lists the others and shows each in a frame, where one SCO holds them all.
///
/// It holds no content of its own: every page stays a file that also opens by itself. The one
/// session with an LMS belongs to the script of this page, which the pages in the frame ask.
struct CoursePageShell {
  /// The file in the package.
  static let path = "index.html"

  let course: CourseSelection
  let pages: [CoursePage]

  private var page: PageHTML { PageHTML(languages: course.languages) }
  private var first: Language { course.languages.first ?? .khmer }

  /// The whole page, which is well-formed XML too but for its document type.
  var html: String {
    let assets = "\(CoursePages.sharedFolder)/"
    var result = "<!DOCTYPE html>\n<html lang=\"\(first.rawValue)\">\n<head>\n"
    result += "<meta charset=\"utf-8\" />\n"
    result += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
    result += "<title>\(HTMLText.escaped(course.title.text(in: first)))</title>\n"
    result += "<link rel=\"stylesheet\" href=\"\(assets)\(PageAssets.style.name)\" />\n"
    for script in [PageAssets.runtime, PageAssets.course] {
      result += "<script src=\"\(assets)\(script.name)\" defer=\"\"></script>\n"
    }
    result += "</head>\n<body data-course=\"\(HTMLText.escaped(id))\""
    result += " data-profile=\"\(course.profile.rawValue)\">\n"
    result += page.element("a", "class=\"skip\" href=\"#content\"", PageMessages.skip)
    result += "<header class=\"top\">\n"
    result += page.element("p", "", course.curriculum.title)
    result += PageFrame.languageSwitch(page)
    result += "</header>\n<main id=\"content\" tabindex=\"-1\">\n"
    if course.curriculum.approval == nil {
      result += page.element("p", "class=\"draft\"", Approval.draftNotice)
    }
    result += "<noscript>" + page.element("p", "class=\"draft\"", PageMessages.noScript)
    result += "</noscript>\n<div class=\"notice\" id=\"notice\"></div>\n"
    result += list + view
    result +=
      "</main>\n<div class=\"unseen\" id=\"live\" role=\"status\" aria-live=\"polite\"></div>\n"
    let data = PageBreaks.added(to: members, html: result).text
    result += "<script type=\"application/json\" id=\"course-data\">\(data)</script>\n"
    return result + "</body>\n</html>\n"
  }

  /// Links, so that without the script each page still opens in the frame.
  private var list: String {
    var result = "<section class=\"card\" id=\"list\">\n"
    result += page.element("h1", "id=\"list-title\" tabindex=\"-1\"", course.title)
    result += page.element("p", "", PageMessages.openPages)
    result += "<p id=\"pages-done\"></p>\n<nav aria-labelledby=\"pages-title\">\n"
    result += page.element("h2", "id=\"pages-title\"", PageMessages.courseList) + "<ol>\n"
    for one in pages {
      result += "<li><a href=\"\(one.path)\" target=\"page\" data-page=\"\(one.name)\">"
      result += "\(page.words(one.title))</a>"
      result += " <span class=\"hint\" data-mark=\"\(one.name)\"></span></li>\n"
    }
    return result + "</ol>\n</nav>\n</section>\n"
  }

  private var view: String {
    var result = "<section id=\"view\" hidden=\"\">\n<div class=\"buttons\">\n"
    result += QuizPage.button("to-list", PageMessages.toList, page)
    result += QuizPage.button("previous-page", PageMessages.previousPage, page)
    result += QuizPage.button("next-page", PageMessages.nextPage, page, isChief: true)
    result += "</div>\n"
    result += page.element("p", "id=\"loading\" hidden=\"\"", PageMessages.loading)
    result += "<iframe id=\"page\" name=\"page\""
    result += " title=\"\(HTMLText.escaped(course.title.text(in: first)))\"></iframe>\n"
    return result + "</section>\n"
  }

  // MARK: Data

  private var id: String { "\(course.curriculum.id)/\(course.curriculum.version)/course" }

  private var members: [(String, PageJSON)] {
    let pageData = pages.map { one in
      PageJSON.object([
        ("name", .string(one.name)), ("path", .string(one.path)),
        ("kind", .string(one.kind.rawValue)), ("title", json(one.title)),
      ])
    }
    let mastery = pages.compactMap(\.mastery).last
    let messages = (PageMessages.course + PageMessages.storing).map { ($0.0, json($0.1)) }
    return [("id", .string(id)), ("profile", .string(course.profile.rawValue))]
      + (mastery.map { [("mastery", .integer($0))] } ?? [])
      + [
        ("pages", .array(pageData)),
        ("languages", .array(course.languages.map { .string($0.rawValue) })),
        ("title", json(course.title)), ("messages", .object(messages)),
      ]
  }

  private func json(_ text: LocalizedText) -> PageJSON {
    .object(course.languages.map { ($0.rawValue, .string(text.text(in: $0))) })
  }
}
