import Curriculum
import Markup
import Text

/// Writes the page that lists all pages of a folder, which stands for the LMS's list.
enum ListPage {
  /// Returns the page; its links are relative, so that they work from a disk.
  static func html(_ course: CourseSelection, pages: [CoursePage]) -> String {
    let curriculum = course.curriculum
    let page = PageHTML(languages: course.languages)
    let frame = PageFrame(
      options: PageOptions(
        languages: course.languages, assets: "\(CoursePages.sharedFolder)/"),
      title: course.title, course: course.title, isDraft: curriculum.approval == nil,
      data: [
        ("kind", .string("list")), ("id", .string("\(curriculum.id)/\(curriculum.version)/list")),
      ])
    return frame.html(
      content: page.element("h1", "", course.title) + purpose(curriculum.purpose, page)
        + list(pages, page) + notes(hasTests: !course.forms.isEmpty, page))
  }

  private static func purpose(_ text: LocalizedText, _ page: PageHTML) -> String {
    text.isEmpty ? "" : page.element("p", "", text)
  }

  private static func list(_ pages: [CoursePage], _ page: PageHTML) -> String {
    var result = "<nav aria-labelledby=\"pages\">\n"
    result += page.element("h2", "id=\"pages\"", PageMessages.pages) + "<ol>\n"
    for entry in pages {
      result += "<li><a href=\"\(HTMLText.escaped(entry.path))\">"
      result += page.words(entry.title) + "</a></li>\n"
    }
    return result + "</ol>\n</nav>\n"
  }

  /// What a learner must know of pages without an LMS.
  private static func notes(hasTests: Bool, _ page: PageHTML) -> String {
    var result = "<section class=\"card\" aria-labelledby=\"about\">\n"
    result += page.element("h2", "id=\"about\"", PageMessages.aboutThisFolder)
    result += page.element("p", "", PageMessages.keptInBrowser)
    if hasTests { result += page.element("p", "", PageMessages.fileForTrainer) }
    return result + "</section>\n"
  }
}
