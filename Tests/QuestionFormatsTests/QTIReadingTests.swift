import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

@Suite("Reading QTI files")
struct QTIReadingTests {
  private let space = "http://www.imsglobal.org/xsd/imsqti_v2p1"

  private func item(
    _ id: String, _ declarations: String, _ body: String, _ rules: String = "",
    _ attributes: String = "", space: String? = nil
  ) -> ArchiveEntry {
    ArchiveEntry(
      path: "items/\(id).xml",
      bytes: Array(
        """
        <assessmentItem xmlns="\(space ?? self.space)" identifier="\(id)" title="\(id)"
          adaptive="false" timeDependent="false" \(attributes)>
        \(declarations)
        <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <itemBody>\(body)</itemBody>
        \(rules)
        </assessmentItem>
        """.utf8))
  }

  private func read(_ files: [ArchiveEntry]) -> QuestionBank {
    QuestionFormats.read(QuestionInput(name: "bank", files: files), format: .qti21)
  }

  private func template(_ name: String) -> String {
    "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/\(name)\"/>"
  }

  private func declared(_ cardinality: String, _ type: String, _ inner: String = "") -> String {
    "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"\(cardinality)\" baseType=\"\(type)\">\(inner)</responseDeclaration>"
  }

  private let entry = "<p>How much? <textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>"

  @Test("Numbers take their tolerances from equal")
  func numbers() throws {
    let rules = """
      <responseProcessing><responseCondition>
      <responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="RESPONSE"/>
      <correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE">
      <baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf>
      <responseElseIf><equal toleranceMode="relative" tolerance="10"><baseValue baseType="float">20</baseValue>
      <variable identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE">
      <baseValue baseType="float">1</baseValue></setOutcomeValue></responseElseIf>
      </responseCondition></responseProcessing>
      """
    let bank = read([
      item(
        "n", declared("single", "float", "<correctResponse><value>20</value></correctResponse>"),
        entry, rules)
    ])
    let read = try #require(bank.items.first)
    #expect(bank.lost == [])
    #expect(read.points == 2)
    #expect(read.stem.en == "How much? ____")
    guard case .numeric(let numeric) = read.interaction else { return #expect(Bool(false)) }
    #expect(numeric.answers.map(\.tolerance) == [0.5, 2])
    #expect(numeric.answers.map(\.weight) == [100, 50])
  }

  @Test("Whole numbers, ranges and mappings become accepted numbers")
  func ranges() throws {
    let range = """
      <responseProcessing><responseCondition><responseIf><and>
      <gte><variable identifier="RESPONSE"/><baseValue baseType="integer">10</baseValue></gte>
      <lte><variable identifier="RESPONSE"/><baseValue baseType="integer">14</baseValue></lte></and>
      <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf></responseCondition></responseProcessing>
      """
    let mapping =
      "<mapping><mapEntry mapKey=\"3\" mappedValue=\"4\"/><mapEntry mapKey=\"5\" mappedValue=\"1\"/></mapping>"
    let bank = read([
      item("a", declared("single", "integer"), entry, range),
      item("b", declared("single", "integer", mapping), entry, template("map_response")),
      item(
        "c", declared("single", "float", "<correctResponse><value>2.5</value></correctResponse>"),
        entry),
    ])
    #expect(bank.lost == [])
    let found = bank.items.map { item -> [NumericInteraction.Answer] in
      if case .numeric(let numeric) = item.interaction { numeric.answers } else { [] }
    }
    #expect(found[0].map(\.value) == [12] && found[0].map(\.tolerance) == [2])
    #expect(found[1].map(\.weight) == [100, 25] && bank.items[1].points == 4)
    #expect(found[2].map(\.value) == [2.5])
  }

  @Test("Sums of mapped fields are points for parts; one condition for all is exact")
  func fields() throws {
    func field(_ name: String, _ key: String) -> String {
      """
      <responseDeclaration identifier="\(name)" cardinality="single" baseType="string">
      <correctResponse><value>\(key)</value></correctResponse>
      <mapping><mapEntry mapKey="\(key)" mappedValue="1" caseSensitive="false"/></mapping>
      </responseDeclaration>
      """
    }
    let body =
      "<p>A <textEntryInteraction responseIdentifier=\"A\"/> B <textEntryInteraction responseIdentifier=\"B\"/></p>"
    let sum = """
      <responseProcessing><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="A"/>
      <mapResponse identifier="B"/></sum></setOutcomeValue></responseProcessing>
      """
    let both = """
      <responseProcessing><responseCondition><responseIf><and>
      <match><variable identifier="A"/><correct identifier="A"/></match>
      <match><variable identifier="B"/><correct identifier="B"/></match></and>
      <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf></responseCondition></responseProcessing>
      """
    let bank = read([
      item("parts", field("A", "one") + field("B", "two"), body, both),
      item("sum", field("A", "one") + field("B", "two"), body, sum),
    ])
    let exact = try #require(bank.items.first)
    #expect(exact.scoring == .exact)
    #expect(exact.stem.en == "A [[a]] B [[b]]")
    #expect(ResponseProcessing.score(exact, .blanks(["a": "one", "b": "two"])).score == 1)
    #expect(ResponseProcessing.score(exact, .blanks(["a": "one"])).score == 0)
    #expect(bank.items.count == 2)
  }

  private let two =
    "<simpleChoice identifier=\"x\">X</simpleChoice><simpleChoice identifier=\"y\">Y</simpleChoice>"

  private func choice(_ most: Int = 1) -> String {
    "<choiceInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"\(most)\"><prompt>?</prompt>\(two)</choiceInteraction>"
  }

  @Test("What is not computed is named with the item that keeps its key")
  func unsupported() throws {
    let custom = """
      <responseProcessing><setOutcomeValue identifier="SCORE"><customOperator>
      <variable identifier="RESPONSE"/></customOperator></setOutcomeValue></responseProcessing>
      """
    let right = "<correctResponse><value>y</value></correctResponse>"
    let bank = read([
      item("c", declared("single", "identifier", right), choice(), custom),
      item("t", declared("single", "identifier", right), choice(), template("CC2_match")),
      item("z", declared("multiple", "identifier"), choice(0)),
      item("m", declared("multiple", "identifier", right), choice(0), template("match_correct")),
    ])
    #expect(bank.items.map(\.id) == ["c", "t", "m"])
    #expect(bank.lost.map(\.item) == ["c", "t", "z"])
    #expect(bank.lost.map(\.isWhole) == [false, false, true])
    #expect(bank.findings.map(\.code) == ["qti-scoring", "qti-scoring", "qti-kind"])
    #expect(bank.findings[0].message.en.contains("customOperator"))
    for item in bank.items {
      #expect(item.interaction.options.map(\.isCorrect) == [false, true])
    }
  }

  @Test("A match may be turned around; several pairs for one source are a whole loss")
  func matching() throws {
    func set(_ ids: [String]) -> String {
      "<simpleMatchSet>"
        + ids.map {
          "<simpleAssociableChoice identifier=\"\($0)\" matchMax=\"3\">\($0)</simpleAssociableChoice>"
        }.joined() + "</simpleMatchSet>"
    }
    func match(_ pairs: [String]) -> (String, String) {
      (
        declared(
          "multiple", "directedPair",
          "<correctResponse>\(pairs.map { "<value>\($0)</value>" }.joined())</correctResponse>"),
        "<matchInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxAssociations=\"9\">\(set(["A", "B"]))\(set(["P", "Q", "R"]))</matchInteraction>"
      )
    }
    let turned = match(["A P", "A Q", "B R"])
    let double = match(["A P", "A Q", "B P", "B R", "A R"])
    let bank = read([
      item("turned", turned.0, turned.1, template("match_correct")),
      item("double", double.0, double.1, template("match_correct")),
    ])
    #expect(bank.count == 2)
    let item = try #require(bank.items.first)
    guard case .match(let made) = item.interaction else { return #expect(Bool(false)) }
    #expect(made.key == ["a": "1", "b": "1", "c": "2"])
    #expect(made.sources.map(\.text.en) == ["P", "Q", "R"])
    #expect(
      bank.lost.map(\.what) == [
        QTI2Messages.matchLimit,
        QTI2Messages.whole("matchInteraction without a key that Sala can carry"),
      ])
  }

  @Test("Large spaces are compared by probes")
  func large() throws {
    let ids = (1...14).map { "c\($0)" }
    let choices = ids.map { "<simpleChoice identifier=\"\($0)\">\($0)</simpleChoice>" }.joined()
    let right = "<correctResponse><value>c1</value><value>c3</value></correctResponse>"
    let mapping =
      "<mapping lowerBound=\"0\"><mapEntry mapKey=\"c1\" mappedValue=\"1\"/><mapEntry mapKey=\"c3\" mappedValue=\"1\"/></mapping>"
    let body =
      "<choiceInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"0\">\(choices)</choiceInteraction>"
    let order =
      "<orderInteraction responseIdentifier=\"RESPONSE\">\(choices)</orderInteraction>"
    let all = "<correctResponse>\(ids.map { "<value>\($0)</value>" }.joined())</correctResponse>"
    let bank = read([
      item("exact", declared("multiple", "identifier", right), body, template("match_correct")),
      item(
        "parts", declared("multiple", "identifier", right + mapping), body, template("map_response")
      ),
      item("order", declared("ordered", "identifier", all), order, template("match_correct")),
    ])
    #expect(bank.lost == [])
    #expect(bank.items.map(\.scoring.rule) == [.exact, .parts, .exact])
    #expect(bank.items.map(\.points) == [1, 2, 1])
  }

  @Test("Versions, namespaces and other files are noted")
  func notes() {
    let right = "<correctResponse><value>y</value></correctResponse>"
    let declaration = declared("single", "identifier", right)
    let bank = read([
      item("a", declaration, choice(), space: "http://www.imsglobal.org/xsd/imsqti_v2p2"),
      item("b", declaration, choice(), space: "urn:other"),
      ArchiveEntry(path: "page.xml", bytes: Array("<html/>".utf8)),
      ArchiveEntry(path: "style.css", bytes: Array("p {}".utf8)),
      ArchiveEntry(path: "broken.xml", bytes: Array("<assessmentItem>\n<a>".utf8)),
      ArchiveEntry(path: "empty.xml", bytes: Array("<assessmentItem/>".utf8)),
    ])
    #expect(bank.items.map(\.id) == ["a", "b"])
    #expect(bank.count == 4)
    #expect(bank.lost.filter(\.isWhole).map(\.item) == ["broken.xml", "q-4"])
    let codes = Set(bank.findings.map(\.code))
    #expect(
      codes.isSuperset(of: [
        "qti-version", "qti-namespace", "qti-not-qti", "xml-syntax", "qti-kind",
      ]))
    let syntax = bank.findings.first { $0.code == "xml-syntax" }
    #expect((syntax?.location.line ?? 0) > 0)
    #expect(read([]).findings.map(\.code) == ["qti-empty"])
    for finding in bank.findings {
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
  }

  @Test("A manifest orders the items, gives their tags, and names what is missing")
  func manifest() {
    let right = "<correctResponse><value>y</value></correctResponse>"
    let declaration = declared("single", "identifier", right)
    let manifest = ArchiveEntry(
      path: "imsmanifest.xml",
      bytes: Array(
        """
        <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>
        <resource identifier="r1" type="imsqti_item_xmlv2p1" href="items/b%2Exml"><metadata>
        <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><keyword><string>outcome:CSE-1</string>
        </keyword><keyword><string>other</string></keyword></general></lom></metadata>
        <file href="items/b.xml"/></resource>
        <resource identifier="r2" type="imsqti_item_xmlv2p1"><file href="./items/a.xml"/></resource>
        <resource identifier="r3" type="imsqti_item_xmlv2p1" href="items/gone.xml"/>
        <resource identifier="r4" type="webcontent" href="page.html"/>
        </resources></manifest>
        """.utf8))
    let test = ArchiveEntry(
      path: "tests/t.xml",
      bytes: Array(
        """
        <assessmentTest xmlns="\(space)" identifier="T" title="ឃុំ"><testPart identifier="p"
        navigationMode="linear" submissionMode="individual"><assessmentSection identifier="s" title=""
        visible="true"><assessmentSection identifier="in" title="" visible="true">
        <assessmentItemRef identifier="x" href="../items/a.xml"/></assessmentSection>
        <assessmentItemRef identifier="y" href="nowhere.xml"/>
        <assessmentSectionRef identifier="z" href="s.xml"/>
        </assessmentSection></testPart></assessmentTest>
        """.utf8))
    let bank = read([
      item("a", declaration, choice()), item("b", declaration, choice()), manifest, test,
    ])
    #expect(bank.items.map(\.id) == ["b", "a"])
    #expect(bank.items.map(\.outcome.value) == ["CSE-1", ""])
    #expect(bank.tests.map(\.itemIDs) == [["a"]])
    #expect(bank.tests.map(\.title.km) == ["ឃុំ"])
    #expect(bank.findings.map(\.code) == Array(repeating: "qti-missing-file", count: 3))
  }

  @Test("Titles and ids are kept; an id that had to change is the title")
  func names() {
    let right = "<correctResponse><value>y</value></correctResponse>"
    let bank = read([
      item("Question One", declared("single", "identifier", right), choice()),
      item(
        "question-one", declared("single", "identifier", right), choice(), "", "xml:lang=\"km\""),
    ])
    #expect(bank.items.map(\.id) == ["question-one", "question-one-2"])
    #expect(bank.items.map(\.title.en) == ["Question One", ""])
    #expect(bank.items.map(\.title.km) == ["", "question-one"])
    #expect(bank.items[1].stem == LocalizedText(en: "", km: "?"))
  }

  @Test("Truncated and changed files never stop the program")
  func hostile() {
    var random = RandomItems(seed: 2)
    let items = InteractionKind.allCases.map { random.item($0) }
    let files = QuestionFormats.write(items, format: .qti22, options: QuestionWritingOptions())
      .files
    for round in 0..<400 {
      let file = files[random.generator.index(below: files.count)]
      var bytes = file.bytes
      if round % 2 == 0 {
        bytes.removeLast(random.generator.index(below: bytes.count))
      } else {
        for _ in 0..<(1 + random.generator.index(below: 6)) {
          let place = random.generator.index(below: bytes.count)
          if round % 4 == 1 {
            bytes[place] = UInt8(random.generator.index(below: 256))
          } else {
            // A piece of the file in another place keeps it nearly well formed.
            let from = random.generator.index(below: bytes.count)
            bytes[place] = bytes[from]
          }
        }
      }
      let bank = QuestionFormats.read(
        QuestionInput(name: "x.xml", files: [ArchiveEntry(path: file.path, bytes: bytes)]),
        format: .qti22)
      #expect(bank.count == bank.items.count + bank.lost.count(where: \.isWhole))
    }
    let deep =
      String(repeating: "<div>", count: 190) + "<p>x</p>" + String(repeating: "</div>", count: 190)
    _ = read([item("deep", "", deep)])
    let not =
      String(repeating: "<not>", count: 180) + "<null/>" + String(repeating: "</not>", count: 180)
    let rules =
      "<responseProcessing><setOutcomeValue identifier=\"SCORE\">\(not)</setOutcomeValue></responseProcessing>"
    #expect(read([item("deep", declared("single", "identifier"), choice(), rules)]).count == 1)
  }
}
