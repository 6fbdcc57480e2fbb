import Records
import Source
import Text

/// The name of a person, in both scripts as far as they are known; never recorded here.
struct PersonName: Hashable {
  var khmer: String
  var latin: String

  /// The name in the script of a language, else in the other.
  func text(in language: Language) -> String {
    LocalizedText(en: latin, km: khmer).text(in: language)
  }
}

/// Reads names from a table that stays outside the records: `code,khmer-name,latin-name`.
enum PersonNames {
  static let columns = ["code", "khmer-name", "latin-name"]

  /// Returns names by code; every bad row is a finding.
  static func read(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> [String: PersonName] {
    guard let table = CSVTable(file, collector: collector) else { return [:] }
    let places = columns.map { table.column($0) }
    guard let code = places[0], places[1] != nil || places[2] != nil else {
      collector.add(PrintWords.nameColumns(file))
      return [:]
    }
    var names: [String: PersonName] = [:]
    for row in table.rows {
      func cell(_ place: Int?) -> String {
        guard let place, place < row.cells.count else { return "" }
        return Khmer.nfc(row.cells[place])
      }
      guard case .code(let known) = LearnerCode.parse(cell(code)) else {
        collector.add(PrintWords.nameCode(file, line: row.line, cell(code)))
        continue
      }
      guard names[known] == nil else {
        collector.add(PrintWords.nameTwice(file, line: row.line, known))
        continue
      }
      names[known] = PersonName(khmer: cell(places[1]), latin: cell(places[2]))
    }
    return names
  }
}
