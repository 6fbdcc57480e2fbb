import Archive
import Assessment
import Source
import Text
import XML

/// IMS QTI 1.2, as Common Cartridge profiles it and as Canvas writes it.
enum QTI12Codec: QuestionCodec {
  /// The namespace of the profile of Common Cartridge 1.1, which Canvas uses as well.
  static let namespace = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")

  static func read(_ input: QuestionInput) -> QuestionBank {
    var reader = QTI12Reader()
    for entry in input.files where input.files.count == 1 || isQuestions(entry.path) {
      let file = input.files.count == 1 ? input.name : "\(input.name)/\(entry.path)"
      reader.read(entry.bytes, file: file, isAlone: input.files.count == 1)
    }
    if !reader.hasFile, reader.bank.findings.isEmpty {
      reader.bank.findings.append(
        Diagnostic(
          "not-qti12", at: SourceLocation(file: input.name), QTI12Messages.noFile,
          remedy: QTI12Messages.notQTIRemedy))
    }
    return reader.bank
  }

  private static func isQuestions(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    let isXML = name.utf8.suffix(4).elementsEqual(".xml".utf8)
    return
      (isXML || name.utf8.suffix(4).elementsEqual(".qti".utf8)
      || name.utf8.suffix(4).elementsEqual(".dat".utf8))
      && name != "imsmanifest.xml" && name != "assessment_meta.xml"
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    var lost: [QuestionLoss] = []
    var assembly = QTI12Assembly(options: options)
    var written = 0
    for item in items {
      var writer = QTI12Writer(item, options)
      guard let element = writer.element() else {
        lost.append(item.wholeLoss())
        continue
      }
      assembly.add(element, id: item.id)
      written += 1
      lost += item.losses(
        carrying: Set(ItemFeature.allCases).subtracting(writer.lost), options: options)
    }
    assembly.finish()
    return WrittenQuestions(
      files: assembly.files, written: written, lost: lost + assembly.lost)
  }
}
