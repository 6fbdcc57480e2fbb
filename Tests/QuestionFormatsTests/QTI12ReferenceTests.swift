import Archive
import Assessment
import FoundationEssentials
import Testing
import Text
import XML

@testable import QuestionFormats

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite(
  "QTI 1.2 against the schema of Common Cartridge",
  .enabled(if: reference != nil, "SALA_REFERENCE is not set"))
struct QTI12ReferenceTests {
  @Test(
    "Kinds of the profile follow it",
    arguments: [
      InteractionKind.singleChoice, .multipleChoice, .trueFalse, .shortText, .essay,
    ])
  func profile(_ kind: InteractionKind) throws {
    let schema = try XMLSchema(
      folder: "\(reference ?? "")/standards/common-cartridge-1.1",
      main: "ccv1p1_qtiasiv1p2p1_v1p0.xsd")
    var random = RandomItems(seed: 9)
    let items = (0..<60).map { _ in random.item(kind) }
      .filter { $0.scoring.rule == .exact || kind != .multipleChoice }
    #expect(items.count > 20)
    let file = try #require(
      QuestionFormats.write(items, format: .qti12, options: QuestionWritingOptions()).files.first)
    #expect(schema.validate(file.bytes, file: file.path) == [])
  }
}
