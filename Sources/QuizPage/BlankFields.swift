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
      HTMLBlanks.filled(PageText.blocks(half, in: language), ids: blanks.map(\.id)) {
        field(at: $0)
      }
    }
    result += "</div>\n"
    for blank in blanks { result += fields.error(FieldValues.blank(blank.id)) }
    return result + "</div>\n"
  }

  private func field(at index: Int) -> String {
    let blank = blanks[index]
    let name = FieldValues.blank(blank.id)
    let label = text.value(FieldWords.blank(index + 1, of: blanks.count))
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
