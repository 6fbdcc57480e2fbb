import Assessment
import Curriculum
import Markup
import Source
import Text

/// What stands around the content of every page, and the data that its script needs.
struct PageFrame {
  let options: PageOptions
  let title: LocalizedText
  let course: LocalizedText
  /// Whether the words on the page are a draft, which it then says at its top.
  let isDraft: Bool
  let data: [(String, PageJSON)]

  /// Returns a whole page around its content.
  func html(content: String) -> String {
    let page = PageHTML(languages: options.languages)
    let first = options.firstLanguage
    let assets = HTMLText.escaped(options.assets)
    var result = "<!DOCTYPE html>\n<html lang=\"\(first.rawValue)\">\n<head>\n"
    result += "<meta charset=\"utf-8\" />\n"
    result += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
    result += "<title>\(HTMLText.escaped(title.text(in: first)))</title>\n"
    result += "<link rel=\"stylesheet\" href=\"\(assets)\(PageAssets.style.name)\" />\n"
    for script in [PageAssets.runtime, PageAssets.script] {
      result += "<script src=\"\(assets)\(script.name)\" defer=\"\"></script>\n"
    }
    result += "</head>\n<body>\n"
    result += page.element("a", "class=\"skip\" href=\"#content\"", PageMessages.skip)
    result += "<header class=\"top\">\n"
    result += page.element("p", "", course)
    result += Self.languageSwitch(page)
    result += "</header>\n<main id=\"content\" tabindex=\"-1\">\n"
    if let list = options.list {
      result += page.element(
        "a", "class=\"to-list\" href=\"\(HTMLText.escaped(list))\"", PageMessages.toList)
    }
    if isDraft { result += page.element("p", "class=\"draft\"", Approval.draftNotice) }
    result += "<noscript>" + page.element("p", "class=\"draft\"", PageMessages.noScript)
    result += "</noscript>\n<div class=\"notice\" id=\"notice\"></div>\n"
    result += content
    result +=
      "</main>\n<div class=\"unseen\" id=\"live\" role=\"status\" aria-live=\"polite\"></div>\n"
    let data = PageBreaks.added(to: allData, html: result).text
    result += "<script type=\"application/json\" id=\"sala-data\">\(data)</script>\n"
    return result + "</body>\n</html>\n"
  }

  /// Returns the buttons that choose a language; none where there is one language alone.
  static func languageSwitch(_ page: PageHTML) -> String {
    guard page.languages.count > 1 else { return "" }
    var result = "<div class=\"languages\" role=\"group\" aria-labelledby=\"switch\">"
    result += "<span class=\"unseen\" id=\"switch\">\(page.words(PageMessages.language))</span>"
    for language in page.languages {
      let isFirst = language == page.languages.first
      result += "<button type=\"button\" data-choose=\"\(language.rawValue)\""
      result += " lang=\"\(language.rawValue)\" aria-pressed=\"\(isFirst)\">"
      result += "\(HTMLText.escaped(PageMessages.ownName(language)))</button>"
    }
    return result + "</div>\n"
  }

  private var allData: [(String, PageJSON)] {
    let title = self.title
    let general: [(String, PageJSON)] = [
      ("languages", .array(options.languages.map { .string($0.rawValue) })),
      ("title", json(title)),
      ("profile", .string(options.profileName)),
      ("allocation", .string(options.allocation.rawValue)),
    ]
    let messages = PageMessages.runtime.map { ($0.0, json($0.1)) }
    return data + general + [("messages", .object(messages))]
  }

  private func json(_ text: LocalizedText) -> PageJSON {
    .object(options.languages.map { ($0.rawValue, .string(text.text(in: $0))) })
  }
}
