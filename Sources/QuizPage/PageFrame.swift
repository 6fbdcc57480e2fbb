import Assessment
import LocalServer
import Markup
import Text

/// What stands around the content of every page.
struct PageFrame {
  let page: QuizPage
  let text: PageText

  /// The place where forms are sent.
  var target: String { "/\(page.token)/do" }

  /// Returns a page.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - title: What the browser shows for it, in words.
  ///   - sitting: The sitting, where its form and time are shown above.
  ///   - content: The content, as HTML.
  /// - Returns: The answer.
  func response(
    _ status: Int = 200, title: String, sitting: Sitting? = nil, content: String
  ) -> HTTPResponse {
    let large = page.isLarge ? " class=\"large\"" : ""
    let name = sitting.map { " – " + $0.form.title.text(in: text.language) } ?? ""
    var html = "<!DOCTYPE html>\n<html lang=\"\(text.language.rawValue)\"\(large)>\n<head>\n"
    html += "<meta charset=\"utf-8\" />\n"
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
    html += "<title>\(HTMLText.escaped(title + name))</title>\n"
    html += "<link rel=\"icon\" href=\"data:,\" />\n"
    html += "<link rel=\"stylesheet\" href=\"/\(page.token)/style.css\" />\n"
    html += "<script src=\"/\(page.token)/script.js\" defer=\"\"></script>\n</head>\n<body>\n"
    html += text.element("a", "class=\"skip\" href=\"#content\"", QuizPageMessages.skip)
    html += "<header class=\"top\">\n"
    html += text.element("p", "", sitting?.form.title ?? LocalizedText(same: "Sala"))
    html += sitting.map(time) ?? ""
    html += "</header>\n<main id=\"content\" tabindex=\"-1\">\n"
    html += sitting.map(warning) ?? ""
    html += content + "</main>\n</body>\n</html>\n"
    return HTTPResponse(status, type: "text/html; charset=utf-8", body: Array(html.utf8))
  }

  /// Returns a page that says something and asks nothing.
  func message(
    _ status: Int, _ title: LocalizedText, _ lines: [LocalizedText], leadsBack: Bool
  ) -> HTTPResponse {
    var content = "<section class=\"card\">\n"
    content += text.element("h1", "tabindex=\"-1\" autofocus=\"\"", title)
    for line in lines { content += text.element("p", "", line) }
    if leadsBack {
      content += "<p><a class=\"to-list\" href=\"/\(page.token)/\">"
      content += "\(text.words(QuizPageMessages.toTest))</a></p>\n"
    }
    return response(
      status, title: title.text(in: text.language), content: content + "</section>\n")
  }

  // MARK: Time

  /// The minutes that are left, rounded up; the script counts on from there.
  private func time(_ sitting: Sitting) -> String {
    guard let left = runningTime(sitting) else { return "" }
    let template = text.value(QuizPageMessages.timeLeft)
    let grace = sitting.form.policy.graceMinutes * 60
    return "<p id=\"time\" data-left=\"\(NumberText.fixed(left, digits: 1))\""
      + " data-grace=\"\(grace)\" data-template=\"\(template)\">"
      + "\(HTMLText.escaped(text.filled(QuizPageMessages.timeLeft, minutes(left))))</p>\n"
  }

  /// The warning before the time is over; it speaks for itself in a screen reader.
  private func warning(_ sitting: Sitting) -> String {
    guard let left = runningTime(sitting) else { return "" }
    let template = text.value(QuizPageMessages.nearlyOver)
    let words =
      left <= 300 ? HTMLText.escaped(text.filled(QuizPageMessages.nearlyOver, minutes(left))) : ""
    return "<div class=\"notice\" id=\"notice\" role=\"status\" data-template=\"\(template)\">"
      + "\(words)</div>\n"
  }

  /// The seconds that are left, where a clock runs.
  private func runningTime(_ sitting: Sitting) -> Double? {
    sitting.attempt.isSubmitted || sitting.clockWaits ? nil : sitting.secondsLeft
  }

  private func minutes(_ seconds: Double) -> Int { Int((seconds / 60).rounded(.up)) }

  // MARK: Parts

  /// Returns the remark that an answer is saved, where it is.
  func saved(_ query: [String: String], _ sitting: Sitting) -> String {
    guard let number = query["saved"].flatMap({ Int($0) }),
      sitting.form.items.indices.contains(number - 1),
      sitting.attempt.responses[sitting.form.items[number - 1].id] != nil
    else { return "" }
    return text.element("p", "class=\"saved\" role=\"status\"", QuizPageMessages.saved(number))
  }

  /// Returns the beginning of a form, with what proves that it is ours.
  func form(_ attributes: String = "class=\"card\"") -> String {
    "<form \(attributes) method=\"post\" action=\"\(target)\" novalidate=\"\""
      + " autocomplete=\"off\">\n" + hidden("proof", page.proof)
  }

  /// Returns a field that nobody sees.
  func hidden(_ name: String, _ value: String) -> String {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(HTMLText.escaped(value))\" />\n"
  }

  /// Returns a button that sends its form.
  func button(
    _ action: String, _ words: LocalizedText, isChief: Bool = false, attributes: String = ""
  ) -> String {
    let look = isChief ? " class=\"chief\"" : ""
    let more = attributes.isEmpty ? "" : " " + attributes
    return text.element(
      "button", "type=\"submit\" name=\"do\" value=\"\(HTMLText.escaped(action))\"\(look)\(more)",
      words)
  }

  /// Returns the button that gives the sitting back to the terminal.
  var toTerminal: String {
    "<div class=\"away\">\(button("terminal", QuizPageMessages.toTerminal))</div>\n"
  }
}
