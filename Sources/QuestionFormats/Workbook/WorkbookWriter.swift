import Archive
import XML

/// Writes one sheet of text cells as a workbook (ECMA-376, part 1); the same rows, the same bytes.
enum WorkbookWriter {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let sheetML =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static func workbook(_ rows: [[String]]) throws(ArchiveError) -> [UInt8] {
    func entry(_ path: String, _ text: String) -> ArchiveEntry {
      ArchiveEntry(path: path, bytes: Array((head + text).utf8))
    }
    return try ZipWriting.archive([
      entry(
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(sheetML).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(sheetML).styles+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(sheetML).worksheet+xml\"/>"
          + "</Types>"),
      entry(
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
      entry(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Questions\" "
          + "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
      entry(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
          + "Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"),
      entry("xl/styles.xml", styles),
      entry("xl/worksheets/sheet1.xml", sheet(rows)),
    ])
  }

  /// Style 1 is text (number format 49), wrapped; style 2 is the header in bold.
  private static let styles =
    "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/>"
    + "<name val=\"Khmer OS Battambang\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Khmer OS Battambang\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>"
    + "<patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
    + "</border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    + "borderId=\"0\"/></cellStyleXfs>"
    + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" "
    + "xfId=\"0\"/>"
    + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    + "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" "
    + "wrapText=\"1\"/></xf>"
    + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    + "applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"

  private static func sheet(_ rows: [[String]]) -> String {
    let header = rows.first ?? []
    var text =
      "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><cols>"
    for (index, name) in header.enumerated() {
      let width = name.utf8.starts(with: "question".utf8) ? 48 : name.utf8.contains(0x2E) ? 28 : 14
      text +=
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"1\" "
        + "customWidth=\"1\"/>"
    }
    text += "</cols><sheetData>"
    let letters = header.indices.map(CellName.letters)
    for (number, row) in rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for (index, cell) in row.enumerated() where !cell.isEmpty {
        text +=
          "<c r=\"\(letters[index])\(number + 1)\" s=\"\(number == 0 ? 2 : 1)\" t=\"inlineStr\">"
          + "<is><t xml:space=\"preserve\">\(escaped(cell))</t></is></c>"
      }
      text += "</row>"
    }
    return text + "</sheetData>" + choices(header) + "</worksheet>"
  }

  /// The lists that a spreadsheet offers in columns of few values; other values can still be typed,
  /// because the reader explains what is wrong in both languages.
  private static func choices(_ header: [String]) -> String {
    let lists = header.enumerated().compactMap { index, name -> String? in
      guard let values = TableColumns.values(of: name) else { return nil }
      let letters = CellName.letters(index)
      return "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"0\" "
        + "sqref=\"\(letters)2:\(letters)1048576\"><formula1>\"\(values.joined(separator: ","))\""
        + "</formula1></dataValidation>"
    }
    guard !lists.isEmpty else { return "" }
    return "<dataValidations count=\"\(lists.count)\">\(lists.joined())</dataValidations>"
  }

  /// Escapes for XML, and what XML cannot hold or would change as `_xHHHH_`.
  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (at, byte) in bytes.enumerated() {
      switch byte {
      case 0x26: result += Array("&amp;".utf8)
      case 0x3C: result += Array("&lt;".utf8)
      case 0x3E: result += Array("&gt;".utf8)
      case 0x5F where at + 6 < bytes.count && bytes[at + 1] == 0x78 && bytes[at + 6] == 0x5F:
        result += Array("_x005F_".utf8)
      case 0x00..<0x09, 0x0B..<0x20:
        let digits = String(byte, radix: 16, uppercase: true)
        result += Array("_x00\(digits.utf8.count == 1 ? "0" : "")\(digits)_".utf8)
      default: result.append(byte)
      }
    }
    return XMLWriting.allowed(String(decoding: result, as: UTF8.self))
  }
}
