import Text
import XML

/// A text of Moodle's, in as many languages as it has.
struct MoodleText {
  /// The text in both languages; the same where the source tells none apart.
  var both: LocalizedText
  /// Whether the source marks languages, as Moodle's filter for multi-language content has it.
  var isMarked: Bool
  /// The tags of HTML that have no Markdown.
  var lostTags: [String] = []

  /// Reads the `text` in an element, by the `format` of that element.
  init(_ element: XMLElement?) {
    let raw = element?.first("text")?.text ?? ""
    self.init(raw, format: element?.attribute("format"))
  }

  /// Reads a text of a format; texts without one are HTML where they look so.
  init(_ raw: String, format: String?) {
    let isHTML =
      switch format {
      case "html": true
      case "markdown", "plain_text", "plain": false
      default: Self.looksLikeHTML(raw)
      }
    guard let (en, km) = MoodleLanguages.split(raw) else {
      both = LocalizedText(same: "")
      isMarked = false
      both = LocalizedText(same: converted(raw, isHTML: isHTML))
      return
    }
    both = LocalizedText(same: "")
    isMarked = true
    both.en = converted(en, isHTML: isHTML)
    both.km = converted(km, isHTML: isHTML)
  }

  private mutating func converted(_ raw: String, isHTML: Bool) -> String {
    let text = raw.trimmed
    guard isHTML, !text.isEmpty else { return text }
    let html = HTMLMarkdown(text)
    for tag in html.lost where !lostTags.contains(tag) { lostTags.append(tag) }
    return html.markdown
  }

  private static func looksLikeHTML(_ raw: String) -> Bool {
    var rest = Substring(raw).utf8
    while let at = rest.firstIndex(of: 0x3C) {
      rest = rest[at...]
      if HTMLTag(&rest) != nil { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Returns the text as an item of these languages has it.
  func localized(_ languages: MoodleLanguages) -> LocalizedText {
    if isMarked { return both }
    switch languages {
    case .both: return both
    case .one(let language): return LocalizedText(both.en, in: language)
    }
  }
}

/// The languages of a question.
enum MoodleLanguages {
  /// English and Khmer, each marked.
  case both
  /// One, unmarked.
  case one(Language)

  private static let opening = Array("<span".utf8)
  private static let closing = Array("</span>".utf8)

  /// Divides a text at its `<span lang="…" class="multilang">` marks; `nil` where it has none.
  ///
  /// What stands outside of them belongs to both languages.
  static func split(_ raw: String) -> (en: String, km: String)? {
    guard raw.utf8.contains(0x3C) else { return nil }
    var en: [UInt8] = []
    var km: [UInt8] = []
    var isMarked = false
    var rest = Substring(raw).utf8
    while let byte = rest.first {
      var after = rest
      if byte == 0x3C, rest.starts(with: opening), let tag = HTMLTag(&after),
        tag.attributes["class"] == "multilang", let language = tag.attributes["lang"]
      {
        let inner = content(&after)
        if language.hasPrefix("km") {
          km.append(contentsOf: inner)
        } else if language.hasPrefix("en") {
          en.append(contentsOf: inner)
        }
        isMarked = true
        rest = after
      } else {
        en.append(byte)
        km.append(byte)
        rest = rest.dropFirst()
      }
    }
    guard isMarked else { return nil }
    return (String(decoding: en, as: UTF8.self), String(decoding: km, as: UTF8.self))
  }

  /// Takes what stands up to the end of the span, in which others may stand.
  private static func content(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let start = rest
    var depth = 1
    while !rest.isEmpty {
      if rest.first == 0x3C {
        if rest.starts(with: opening) { depth += 1 }
        if rest.starts(with: closing) {
          depth -= 1
          if depth == 0 {
            let inner = start[..<rest.startIndex]
            rest = rest.dropFirst(closing.count)
            return inner
          }
        }
      }
      rest = rest.dropFirst()
    }
    return start
  }

  /// Returns a text as Moodle writes it, in one language or with each marked.
  static func text(_ text: LocalizedText, _ languages: MoodleLanguages) -> String {
    switch languages {
    case .one: text.en.isEmpty ? text.km : text.en
    case .both: text.en == text.km ? text.en : marked(text)
    }
  }

  /// Returns a text with each language marked.
  static func marked(_ text: LocalizedText) -> String {
    [("en", text.en), ("km", text.km)].filter { !$0.1.isEmpty }
      .map { "<span lang=\"\($0.0)\" class=\"multilang\">\($0.1)</span>" }.joined()
  }

  /// Tells whether a text stays the same when it is written and read.
  static func survives(_ text: LocalizedText) -> Bool {
    guard let (en, km) = split(marked(text)) else { return text.isEmpty }
    return en == text.en && km == text.km
  }
}
