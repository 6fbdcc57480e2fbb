import Archive
import Assessment
import FoundationEssentials
import Testing
import Text
import XML

@testable import QuestionFormats

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

/// The samples of the standard, by version and name.
private enum Samples {
  static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
    let path = "\(reference ?? "")/samples/\(folder)/\(name).xml"
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  static func names(_ folder: String) -> [String] {
    let path = "\(reference ?? "")/samples/\(folder)"
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func reading(_ folder: String, _ name: String) throws -> QTIItemReader.Reading {
    let (element, findings) = XMLReading.parse(try bytes(folder, name), file: name)
    #expect(findings == [])
    return QTIItemReader(try #require(element), file: name, id: name.lowercased()).read()
  }

  static func item(_ folder: String, _ name: String) throws -> Item {
    try #require(try reading(folder, name).item)
  }
}

@Suite("Samples of QTI", .enabled(if: reference != nil))
struct QTISampleTests {
  /// The kinds that Sala does not have, by file.
  static let whole = [
    "qti21/adaptive": "adaptive", "qti21/associate": "associateInteraction",
    "qti21/feedbackblock_adaptive": "adaptive",
    "qti21/feedbackblock_templateblock": "adaptive",
    "qti21/graphic_associate": "graphicAssociateInteraction",
    "qti21/graphic_order": "graphicOrderInteraction", "qti21/hottext": "hottextInteraction",
    "qti21/mc_calc5": "template", "qti21/position_object": "positionObjectInteraction",
    "qti21/slider": "sliderInteraction", "qti22/Example03-feedbackBlock-solution": "adaptive",
    "qti22/Example05-feedbackBlock-adaptive": "adaptive", "qti22/adaptive_template": "adaptive",
    "qti22/data-attributes": "gapMatchInteraction",
    "qti22/graphic_associate": "graphicAssociateInteraction",
    "qti22/graphic_gap_match_text": "graphicGapMatchInteraction", "qti22/hint": "adaptive",
    "qti22/hottext": "hottextInteraction", "qti22/mc_calc5": "template",
    "qti22/media_coords": "mediaInteraction",
    "qti22/position_object": "positionObjectInteraction", "qti22/slider": "sliderInteraction",
    "qti22/template": "template", "qti22/upload_composite": "uploadInteraction",
  ]

  @Test("Every file is an item or a named loss", arguments: ["qti21", "qti22"])
  func all(_ folder: String) throws {
    let names = Samples.names(folder)
    #expect(names.count == (folder == "qti21" ? 19 : 29))
    let files = try names.map {
      ArchiveEntry(path: "\($0).xml", bytes: try Samples.bytes(folder, $0))
    }
    let bank = QuestionFormats.read(
      QuestionInput(name: folder, files: files), format: folder == "qti21" ? .qti21 : .qti22)
    let lost = bank.lost.filter(\.isWhole)
    #expect(bank.count == names.count)
    #expect(bank.items.count + lost.count == names.count)
    #expect(Set(bank.items.map(\.id)).count == bank.items.count)
    #expect(!bank.findings.hasErrors, "\(bank.findings)")
    let expected = Self.whole.filter { $0.key.hasPrefix(folder) }
    #expect(lost.count == expected.count)
    #expect(bank.findings.count { $0.code == "qti-kind" } == expected.count)
    for name in names {
      let reading = try Samples.reading(folder, name)
      #expect(reading.kind == expected["\(folder)/\(name)"], "\(name)")
    }
    for finding in bank.findings where finding.code == "qti-kind" {
      #expect(finding.location.line > 0 && finding.severity == .warning)
    }
  }

  @Test("Every item scores as its own response processing does", arguments: ["qti21", "qti22"])
  func scores(_ folder: String) throws {
    var compared = 0
    for name in Samples.names(folder) {
      let reading = try Samples.reading(folder, name)
      guard let item = reading.item, let binding = reading.binding, reading.program.setsScore
      else { continue }
      let responses =
        QTIResponseSpace.all(item.interaction)
        ?? QTIResponseSpace.probes(item.interaction, reading.program, binding)
      for response in responses {
        let own = ResponseInterpreter.run(reading.program, binding.values(response, to: item))
        #expect(own.isComplete && own.unsupported.isEmpty)
        #expect(
          ResponseProcessing.score(item, response).score == own.points(), "\(name) \(response)")
        compared += 1
      }
      let scoring = reading.lost.contains(QTI2Messages.responseProcessing)
      #expect(!scoring, "\(name)")
    }
    #expect(compared >= (folder == "qti21" ? 20 : 150))
  }

  @Test("The interpreter agrees with scores worked out by hand")
  func hand() throws {
    let tables: [(String, String, String, [([String], Double)])] = [
      (
        "qti22", "choice_multiple", "SCORE",
        [
          (["H", "O"], 2), (["H"], 1), (["O"], 1), (["H", "O", "Cl"], 1), (["H", "O", "He"], 0),
          (["Cl"], 0), (["N"], 0), (["H", "Cl"], 0), (["H", "H"], 1), ([], 0),
        ]
      ),
      (
        "qti22", "order_partial_scoring", "SCORE",
        [
          (["DriverC", "DriverA", "DriverB"], 2), (["DriverC", "DriverB", "DriverA"], 1),
          (["DriverA", "DriverB", "DriverC"], 0), (["DriverC", "DriverA"], 0), ([], 0),
        ]
      ),
      (
        "qti21", "choice_fixed", "SCORE",
        [(["ChoiceA"], 1), (["ChoiceB"], 0), (["ChoiceD"], 0), ([], 0)]
      ),
      ("qti22", "inline_choice", "SCORE", [(["Y"], 1), (["G"], 0), (["L"], 0), ([], 0)]),
      (
        "qti21", "text_entry", "SCORE",
        [(["York"], 1), (["york"], 0.5), (["YORK"], 0), (["Lancaster"], 0), ([], 0)]
      ),
      ("qti21", "orkney1", "SCORE", [(["T"], 1), (["F"], 0), ([], 0)]),
      ("qti21", "mc_calc5", "SCORE0", [(["Item1"], 4), (["Item0"], 0), (["Item2"], 0), ([], 0)]),
      ("qti22", "Example02-feedbackInline", "SCORE", [(["true"], 10), (["false"], 0), ([], 0)]),
      (
        "qti21", "slider", "SCORE",
        [(["12"], 0.5), (["14"], 1), (["16"], 1), (["18"], 1), (["20"], 0.5), (["21"], 0)]
      ),
      (
        "qti21", "graphic_associate", "SCORE",
        [(["C B"], 1), (["C B", "D C"], 2), (["A B"], 0), (["C B", "A B"], 0), ([], 0)]
      ),
      (
        "qti21", "choice_multiple_chocolade", "SCORE",
        [(["C01", "C02"], 0), (["C11"], 0), ([], 0)]
      ),
      ("qti21", "likert", "SCORE", [(["L1"], 0), (["L5"], 0)]),
    ]
    for (folder, name, outcome, rows) in tables {
      let program = try Samples.reading(folder, name).program
      let declaration = try #require(program.responses.first)
      for (given, points) in rows {
        let values = given.compactMap { QTIScalar($0, declaration.baseType ?? .string) }
        let value: QTIValue =
          declaration.cardinality == .single
          ? values.first.map(QTIValue.single) ?? .null
          : .container(values, isOrdered: declaration.cardinality == .ordered)
        let run = ResponseInterpreter.run(program, [declaration.identifier: value])
        #expect(run.points(outcome) == points, "\(name) \(given)")
      }
    }
  }

  @Test("An adaptive item is followed through one attempt")
  func adaptive() throws {
    let program = try Samples.reading("qti21", "adaptive").program
    let run = ResponseInterpreter.run(
      program, ["DOOR": .single(.identifier("DoorA"))], generator: SeededGenerator(seed: 3))
    #expect(run.isComplete && run.unsupported.isEmpty)
    #expect(run.outcomes["STORY"] == .single(.identifier("tempter")))
    #expect(run.outcomes["FIRSTDOOR"] == .single(.identifier("DoorA")))
    let revealed = try #require(run.outcomes["REVEALED"]?.scalar)
    #expect(["DoorB", "DoorC"].contains(revealed.text))
    #expect(run.outcomes["CLOSED"]?.scalars.contains(revealed) == false)
    #expect(run.outcomes["CLOSED"]?.scalars.count == 2)
    #expect(run.outcomes["GOATS"] == .multiple([revealed]))
  }

  @Test("Stems, options, keys and feedback are carried")
  func contents() throws {
    let fixed = try Samples.item("qti21", "choice_fixed")
    #expect(
      fixed.stem.en
        == """
        Look at the text in the picture.

        ![NEVER LEAVE LUGGAGE UNATTENDED](images/sign.png)

        What does it say?
        """)
    #expect(fixed.title.en == "Unattended Luggage")
    guard case .choice(let choice) = fixed.interaction else { return #expect(Bool(false)) }
    #expect(choice.options.map(\.isCorrect) == [true, false, false, false])
    #expect(choice.options.first?.text.en == "You must stay with your luggage at all times.")

    let water = try Samples.item("qti22", "choice_multiple")
    #expect(water.points == 2)
    #expect(water.scoring == Scoring(.parts))
    guard case .choice(let elements) = water.interaction else { return #expect(Bool(false)) }
    #expect(elements.weights() == [50, -100, -100, 50, -100, -50])
    #expect(elements.correctIDs == ["a", "d"])

    let race = try Samples.item("qti22", "order_partial_scoring")
    #expect(race.points == 2)
    #expect(race.scoring == Scoring(.table, table: ["a,b,c": 2, "a,c,b": 1]))
    #expect(race.interaction.options.map(\.text.en).first == "Michael Schumacher")

    let freud = try Samples.item("qti21", "modalFeedback")
    #expect(freud.points == 10)
    #expect(freud.interaction.kind == .trueFalse)
    #expect(freud.interaction.options.map(\.feedback.en) == ["correct", "incorrect"])
    let inline = try Samples.item("qti22", "Example02-feedbackInline")
    #expect(
      inline.interaction.options.map(\.feedback.en) == ["That's correct", "That's not correct"])

    let york = try Samples.item("qti21", "text_entry")
    #expect(york.stem.en.contains("sun of ____;\\\n> And all"))
    guard case .text(let text) = york.interaction else { return #expect(Bool(false)) }
    #expect(text.isCaseSensitive)
    #expect(text.answers.map(\.text) == ["York", "york"])
    #expect(text.answers.map(\.weight) == [100, 50])

    let gap = try Samples.item("qti22", "inline_choice")
    #expect(gap.stem.en.contains("sun of [[a]];"))
    guard case .blanks(let blanks) = gap.interaction,
      case .choice(let options)? = blanks.blanks.first?.entry
    else { return #expect(Bool(false)) }
    #expect(options.correctIDs == ["c"])

    let likert = try Samples.item("qti21", "likert")
    #expect(likert.interaction.kind == .likert)
    #expect(likert.pool == .survey)
    #expect(likert.stem.en.hasPrefix("Read the following question"))
    let essay = try Samples.item("qti22", "essay")
    #expect(
      essay.stem.en.hasSuffix("**Write an abstract about the life of this historical figure.**"))
    let math = try Samples.reading("qti22", "math")
    #expect(math.item?.stem.en.hasSuffix("equation E=mc2 ?") == true)
    #expect(math.lost == [QTI2Messages.formula])
    let right = try Samples.item("qti22", "choice_multiple_rtl")
    #expect(right.stem.en == "איזה מהגורמים הבאים משמשים ליצירת מים")
  }
}
