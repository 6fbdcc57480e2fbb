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
    result += "</head>\n<body class=\"course\" data-course=\"\(HTMLText.escaped(id))\""
    result += " data-profile=\"\(course.profile.rawValue)\">\n"
    result += page.element("a", "class=\"skip\" href=\"#content\"", PageMessages.skip)
    result += "<header class=\"top\">\n"
    result += page.element("p", "", course.curriculum.title)
    result += PageFrame.languageSwitch(page)
    result += "</header>\n"
    if course.curriculum.approval == nil {
      result += page.element("p", "class=\"draft\"", Approval.draftNotice)
    }
    result += "<noscript>" + page.element("p", "class=\"draft\"", PageMessages.noScript)
    result += "</noscript>\n<div class=\"notice\" id=\"notice\"></div>\n<div class=\"shell\">\n"
    result += list + frame + "</div>\n"
    result += "<script type=\"application/json\" id=\"course-data\">\(data.text)</script>\n"
    return result + "</body>\n</html>\n"
  }

  private var list: String {
    var result = "<nav aria-labelledby=\"menu\">\n"
    result += QuizPage.button("menu", PageMessages.contents, page) + "<ol id=\"pages\">\n"
    for one in pages {
      result += "<li><button type=\"button\" data-page=\"\(one.name)\">"
      result += "<span>\(page.words(one.title))</span></button></li>\n"
    }
    return result + "</ol>\n</nav>\n"
  }

  private var frame: String {
    "<main id=\"content\" tabindex=\"-1\">\n<iframe id=\"page\""
      + " title=\"\(HTMLText.escaped(course.title.text(in: first)))\"></iframe>\n</main>\n"
  }

  // MARK: Data

  private var id: String { "\(course.curriculum.id)/\(course.curriculum.version)/course" }

  private var data: PageJSON {
    let pageData = pages.map { one in
      PageJSON.object([
        ("name", .string(one.name)), ("path", .string(one.path)),
        ("kind", .string(one.kind.rawValue)), ("title", json(one.title)),
      ])
    }
    let mastery = pages.compactMap(\.mastery).last
    let messages = PageMessages.course.map { ($0.0, json($0.1)) }
    return .object(
      [("id", .string(id)), ("profile", .string(course.profile.rawValue))]
        + (mastery.map { [("mastery", .integer($0))] } ?? [])
        + [
          ("pages", .array(pageData)),
          ("languages", .array(course.languages.map { .string($0.rawValue) })),
          ("title", json(course.title)), ("messages", .object(messages)),
        ])
  }

  private func json(_ text: LocalizedText) -> PageJSON {
    .object(course.languages.map { ($0.rawValue, .string(text.text(in: $0))) })
  }
}
