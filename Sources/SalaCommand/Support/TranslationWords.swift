import Curriculum
import Document
import Text

/// The words and tables about how far a curriculum is translated.
enum TranslationWords {
  static let title = LocalizedText(en: "Translation", km: "ការបកប្រែ")

  static func state(_ state: TranslationState) -> LocalizedText {
    switch state {
    case .missing: LocalizedText(en: "missing", km: "ខ្វះ")
    case .stale: LocalizedText(en: "stale", km: "ត្រូវធ្វើបច្ចុប្បន្នភាព")
    case .review: LocalizedText(en: "to review", km: "រង់ចាំពិនិត្យ")
    case .complete: LocalizedText(en: "complete", km: "រួចរាល់")
    }
  }

  static func kind(_ kind: TranslatedKind) -> LocalizedText {
    switch kind {
    case .lesson: LocalizedText(en: "lesson blocks", km: "ផ្នែកនៃមេរៀន")
    case .question: LocalizedText(en: "questions", km: "សំណួរ")
    case .situation: LocalizedText(en: "situation sections", km: "ផ្នែកនៃលំហាត់ស្ថានភាព")
    case .frontMatter: LocalizedText(en: "heads of files", km: "ក្បាលឯកសារ")
    case .yaml: LocalizedText(en: "titles and other short texts", km: "ចំណងជើង និងអត្ថបទខ្លី")
    }
  }

  private static func language(_ language: Language?) -> LocalizedText {
    switch language {
    case .english: LocalizedText(en: "English", km: "អង់គ្លេស")
    case .khmer: LocalizedText(en: "Khmer", km: "ខ្មែរ")
    case nil: LocalizedText(same: "")
    }
  }

  private static func module(_ id: String) -> Table.Cell {
    id.isEmpty
      ? .localized(LocalizedText(en: "all", km: "រួម")) : .text(id)
  }

  private static let moduleTitle = LocalizedText(en: "module", km: "ម៉ូឌុល")
  private static let kindTitle = LocalizedText(en: "kind", km: "ប្រភេទ")

  /// The counts of each module and kind as a table.
  static func counts(_ counts: [TranslationCount]) -> Table {
    func sum(_ state: TranslationState) -> Int { counts.reduce(0) { $0 + $1[state] } }
    let states = TranslationState.allCases
    let rows = counts.map { count -> [Table.Cell] in
      [module(count.module), .localized(kind(count.kind))]
        + states.map { .integer(count[$0]) } + [.integer(count.total)]
    }
    let all: [Table.Cell] =
      [.localized(LocalizedText(en: "together", km: "សរុប")), .empty]
      + states.map { .integer(sum($0)) } + [.integer(counts.reduce(0) { $0 + $1.total })]
    return Table(
      id: "translation",
      caption: LocalizedText(
        en: "How far the texts are translated", km: "ស្ថានភាពនៃការបកប្រែអត្ថបទ"),
      columns: [
        Table.Column("module", moduleTitle, .text), Table.Column("kind", kindTitle, .text),
      ] + states.map { Table.Column($0.rawValue, state($0), .number) }
        + [Table.Column("total", LocalizedText(en: "all", km: "ទាំងអស់"), .number)],
      rows: rows + (counts.count > 1 ? [all] : []), footnotes: [])
  }

  /// The texts themselves, each with its place.
  static func list(_ entries: [TranslationEntry]) -> Table {
    Table(
      id: "texts",
      caption: LocalizedText(
        en: "\(entries.count) texts", km: "អត្ថបទ \(Khmer.withKhmerDigits("\(entries.count)"))"),
      columns: [
        Table.Column("state", LocalizedText(en: "state", km: "ស្ថានភាព"), .text),
        Table.Column("language", LocalizedText(en: "language", km: "ភាសា"), .text),
        Table.Column("module", moduleTitle, .text), Table.Column("kind", kindTitle, .text),
        Table.Column("id", LocalizedText(en: "text", km: "អត្ថបទ"), .text),
        Table.Column("file", LocalizedText(en: "file", km: "ឯកសារ"), .text),
        Table.Column("line", LocalizedText(en: "line", km: "បន្ទាត់"), .number),
      ],
      rows: entries.map { entry in
        [
          .localized(state(entry.state)), .localized(language(entry.language)),
          module(entry.module), .localized(kind(entry.kind)), .text(entry.id),
          .text(entry.location.file), .integer(entry.location.line),
        ]
      }, footnotes: [])
  }

  // MARK: JSON

  /// The counts, together and by module and kind.
  static func json(_ counts: [TranslationCount]) -> JSONValue {
    func members(_ count: (TranslationState) -> Int, total: Int) -> [JSONObject.Member] {
      TranslationState.allCases.map { JSONObject.Member($0.rawValue, .int(count($0))) }
        + [JSONObject.Member("total", .int(total))]
    }
    let together = members(
      { state in counts.reduce(0) { $0 + $1[state] } },
      total: counts.reduce(0) { $0 + $1.total })
    let parts = counts.map { count in
      JSONValue.object(
        JSONObject(
          [
            JSONObject.Member("module", count.module.isEmpty ? .null : .string(count.module)),
            JSONObject.Member("kind", .string(count.kind.rawValue)),
          ] + members({ count[$0] }, total: count.total)))
    }
    return .object(JSONObject(together + [JSONObject.Member("parts", .array(parts))]))
  }

  /// One text.
  static func json(_ entry: TranslationEntry) -> JSONValue {
    .object([
      "module": entry.module.isEmpty ? .null : .string(entry.module),
      "kind": .string(entry.kind.rawValue), "id": .string(entry.id),
      "state": .string(entry.state.rawValue),
      "language": entry.language.map { .string($0.rawValue) } ?? .null,
      "file": .string(entry.location.file), "line": .int(entry.location.line),
    ])
  }
}
