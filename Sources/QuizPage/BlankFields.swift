import Assessment
import Markup
import Text

/// Writes a stem whose blanks are fields.
struct BlankFields {
  let fields: QuestionFields
  let blanks: [BlanksInteraction.Blank]

  private var text: PageText { fields.text }

  /// The stem with its fields; the hint names the group, for the stem would be read with all that
  /// stands in it.
  var html: String {
    var result = "<div role=\"group\" aria-labelledby=\"hint\">\n"
    result += fields.hint(FieldWords.fill(blanks.count))
    result += "<div class=\"stem\" id=\"stem\">"
    result += text.written(fields.item.stem, in: "div") { half, language in
      filled(PageText.blocks(half, in: language))
    }
    result += "</div>\n"
    for blank in blanks { result += fields.error(FieldValues.blank(blank.id)) }
    return result + "</div>\n"
  }

  /// Puts the fields where the marks `[[id]]` stand, each once; a blank that the stem does not name
  /// stands after it, so that nothing is lost.
  private func filled(_ html: String) -> String {
    var rest = Array(html.utf8)[...]
    var result: [UInt8] = []
    var open = blanks
    while let start = rest.firstRange(of: Array("[[".utf8)) {
      result += rest[..<start.lowerBound]
      let inner = rest[start.upperBound...]
      guard let end = inner.firstRange(of: Array("]]".utf8)) else {
        rest = rest[start.lowerBound...]
        break
      }
      let id = String(decoding: inner[..<end.lowerBound], as: UTF8.self)
      if let index = open.firstIndex(where: { HTMLText.escaped($0.id) == id }) {
        result += Array(field(open.remove(at: index)).utf8)
        rest = rest[end.upperBound...]
      } else {
        result += Array("[[".utf8)
        rest = inner
      }
    }
    result += rest
    let left = open.map(field).joined(separator: " ")
    return String(decoding: result, as: UTF8.self) + (left.isEmpty ? "" : "<p>\(left)</p>")
  }

  private func field(_ blank: BlanksInteraction.Blank) -> String {
    let place = (blanks.firstIndex { $0.id == blank.id } ?? 0) + 1
    let name = FieldValues.blank(blank.id)
    let label = text.value(FieldWords.blank(place, of: blanks.count))
    let shared =
      " class=\"blank\" id=\"\(fields.id(name))\" name=\"\(HTMLText.escaped(name))\""
      + " lang=\"\(text.language.rawValue)\" aria-label=\"\(label)\""
      + fields.described(name, by: [])
    guard case .choice = blank.entry else {
      let isNumber =
        if case .numeric(let numeric) = blank.entry { numeric.units.isEmpty } else { false }
      return "<input type=\"text\"\(shared) maxlength=\"\(AnswerReading.mostShort)\""
        + " autocomplete=\"off\" spellcheck=\"false\" inputmode=\"\(isNumber ? "decimal" : "text")\""
        + " value=\"\(HTMLText.escaped(values(name)))\" />"
    }
    var result = "<select\(shared)>" + fields.choose
    for option in OptionOrder.options(of: blank, in: fields.item, seed: fields.seed) {
      result += fields.option(
        option.id, text.plain(markdown: option.text), isChosen: values(name) == option.id)
    }
    return result + "</select>"
  }

  private func values(_ name: String) -> String { fields.values.one(name) }
}
