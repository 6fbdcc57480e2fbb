import Archive
import Assessment
import Text
import XML

/// Reads the sheets of a workbook (ECMA-376, part 1, SpreadsheetML) as rows of text.
enum WorkbookReader {
  static let largestPart = 256 << 20

  /// Returns the rows of each sheet in the workbook's order.
  static func sheets(
    _ bytes: [UInt8], file: String
  ) -> (sheets: [[QuestionTable.Row]], findings: [Diagnostic]) {
    let (entries, archiveFindings) = ZipReading.entries(bytes, file: file)
    var findings = archiveFindings
    if findings.hasErrors { return ([], findings) }
    let parts = Dictionary(
      entries.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    func root(_ path: String) -> XMLElement? {
      guard let bytes = parts[path] else { return nil }
      let (root, found) = XMLReading.parse(bytes, file: file, limit: largestPart)
      findings += found
      return root
    }
    var targets: [String: String] = [:]
    for relation in root("xl/_rels/workbook.xml.rels")?.elements("Relationship") ?? [] {
      if let id = relation.attribute("Id"), let target = relation.attribute("Target") {
        targets[id] = target.utf8.first == 0x2F ? String(target.dropFirst()) : "xl/\(target)"
      }
    }
    var shared: [String] = []
    if let bytes = parts["xl/sharedStrings.xml"] {
      let (_, found) = XMLReading.parse(bytes, file: file, limit: largestPart, taking: "si") {
        shared.append(string($0))
      }
      findings += found
    }
    var sheets: [[QuestionTable.Row]] = []
    for sheet in root("xl/workbook.xml")?.first("sheets")?.elements("sheet") ?? [] {
      guard let id = sheet.attributes.first(where: { $0.name.local == "id" })?.value,
        let path = targets[id], let bytes = parts[path]
      else { continue }
      var rows: [QuestionTable.Row] = []
      var previous = 0
      let (_, found) = XMLReading.parse(bytes, file: file, limit: largestPart, taking: "row") {
        let stated = $0.attribute("r").flatMap { Int($0) } ?? previous + 1
        previous = min(max(stated, previous + 1), CellName.mostRows)
        rows.append(row($0, previous, shared))
      }
      findings += found
      sheets.append(rows)
    }
    return (sheets, findings)
  }

  /// A far cell must not cost memory: columns beyond 2,000 are not questions.
  private static let mostCells = 2_000

  private static func row(_ element: XMLElement, _ number: Int, _ shared: [String])
    -> QuestionTable.Row
  {
    var cells: [String] = []
    var next = 0
    for cell in element.elements where cell.name.local == "c" {
      let column = cell.attribute("r").flatMap { CellName.parse($0)?.column } ?? next
      next = column + 1
      let text = value(cell, shared)
      guard !text.isEmpty, column < mostCells else { continue }
      while cells.count <= column { cells.append("") }
      cells[column] = text
    }
    return QuestionTable.Row(number: number, cells: cells)
  }

  private static func value(_ cell: XMLElement, _ shared: [String]) -> String {
    let written = cell.first("v")?.text ?? ""
    switch cell.attribute("t") {
    case "s":
      guard let index = Int(written.trimmed), shared.indices.contains(index) else { return "" }
      return shared[index]
    case "inlineStr": return cell.first("is").map(string) ?? ""
    case "b": return written.trimmed == "1" ? "true" : "false"
    case "str": return unescaped(written)
    case "e": return ""
    default: return Double(written.trimmed).map(TableMarks.number) ?? written
    }
  }

  /// The text of a string, its runs joined; phonetic runs (`rPh`) are no part of it.
  private static func string(_ element: XMLElement) -> String {
    let text = element.elements.map { child in
      switch child.name.local {
      case "t": child.text
      case "r": child.first("t")?.text ?? ""
      default: ""
      }
    }.joined()
    return unescaped(text)
  }

  /// Resolves `_xHHHH_` (ECMA-376, part 1, 22.9.2.19) and makes line ends `\n`.
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if at + 6 < bytes.count, bytes[at] == 0x5F, bytes[at + 1] == 0x78, bytes[at + 6] == 0x5F,
        let code = UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        if code != 0x0D { result += Array(String(Character(scalar)).utf8) }
        at += 7
      } else {
        if bytes[at] != 0x0D { result.append(bytes[at]) }
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
