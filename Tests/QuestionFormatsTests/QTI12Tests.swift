import Archive
import Assessment
import Source
import Testing
import Text
import XML

@testable import QuestionFormats

@Suite("QTI 1.2")
struct QTI12Tests {
  private func document(_ items: String) -> String {
    "<questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\">"
      + "<assessment ident=\"t\" title=\"Synthetic\"><section ident=\"root_section\">\(items)"
      + "</section></assessment></questestinterop>"
  }

  private func item(
    _ presentation: String, _ rules: String, kind: String = "", decvar: String = "",
    more: String = ""
  ) -> String {
    let metadata =
      kind.isEmpty
      ? ""
      : "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
        + "<fieldentry>\(kind)</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>"
        + "points_possible</fieldlabel><fieldentry>3</fieldentry></qtimetadatafield></qtimetadata>"
        + "</itemmetadata>"
    return
      "<item ident=\"i1\" title=\"One\">\(metadata)<presentation><material><mattext>Which?</mattext>"
      + "</material>\(presentation)</presentation><resprocessing><outcomes>"
      + "<decvar varname=\"SCORE\" \(decvar.isEmpty ? "minvalue=\"0\" maxvalue=\"100\"" : decvar)/>"
      + "</outcomes>\(rules)</resprocessing>\(more)</item>"
  }

  private func choices(_ cardinality: String = "Single", _ labels: [String] = ["a", "b", "c"])
    -> String
  {
    "<response_lid ident=\"r\" rcardinality=\"\(cardinality)\"><render_choice>"
      + labels.map {
        "<response_label ident=\"\($0)\"><material><mattext texttype=\"text/html\">"
          + "&lt;p&gt;Option \($0)&lt;/p&gt;</mattext></material></response_label>"
      }.joined() + "</render_choice></response_lid>"
  }

  private func rule(
    _ condition: String, _ score: String, _ action: String = "Set", next: Bool = false
  )
    -> String
  {
    "<respcondition continue=\"\(next ? "Yes" : "No")\"><conditionvar>\(condition)</conditionvar>"
      + "<setvar varname=\"SCORE\" action=\"\(action)\">\(score)</setvar></respcondition>"
  }

  private func equal(_ value: String, _ ident: String = "r") -> String {
    "<varequal respident=\"\(ident)\">\(value)</varequal>"
  }

  private func read(_ item: String) -> QuestionBank {
    XMLRoundTrip.read(document(item), .qti12)
  }

  // MARK: Response processing

  private func processing(_ rules: String, _ decvar: String) -> QTI12Processing {
    let text =
      "<resprocessing><outcomes><decvar varname=\"SCORE\" \(decvar)/></outcomes>\(rules)"
      + "</resprocessing>"
    return QTI12Processing(
      [XMLReading.parse([UInt8](text.utf8), file: "x").0].compactMap(\.self))
  }

  @Test("Conditions are looked at up to the first that holds and does not continue")
  func order() {
    let rules =
      rule("<other/>", "1", "Add", next: true) + rule(equal("a"), "50")
      + rule(equal("a"), "9") + rule(equal("b"), "30", "Add", next: true)
      + rule("<other/>", "5", "Subtract")
    let processing = processing(rules, "minvalue=\"-3\" maxvalue=\"40\"")
    #expect(processing.evaluate(["r": ["a"]]).score == 40)
    #expect(processing.evaluate(["r": ["b"]]).score == 31)
    #expect(processing.evaluate([:]).score == -3)
  }

  @Test(
    "Each condition holds where the standard says",
    arguments: [
      ("<varequal respident='r'>Kampot</varequal>", "kampot", true),
      ("<varequal respident='r' case='Yes'>Kampot</varequal>", "kampot", false),
      ("<varequal respident='r'>5</varequal>", "5.0", true),
      ("<varsubstring respident='r'>អូក</varsubstring>", "ខអូកគ", true),
      ("<varsubstring respident='r'>longer</varsubstring>", "long", false),
      ("<vargte respident='r'>2</vargte><varlte respident='r'>3</varlte>", "3", true),
      ("<vargt respident='r'>2</vargt><varlt respident='r'>3</varlt>", "3", false),
      ("<vargt respident='r'>2</vargt><varlt respident='r'>3</varlt>", "2.5", true),
      ("<vargt respident='r'>2</vargt>", "many", false),
      ("<vargt respident='r'>x</vargt>", "3", false),
      (
        "<or><varequal respident='r'>a</varequal><varequal respident='r'>b</varequal></or>", "b",
        true
      ),
      (
        "<and><varequal respident='r'>a</varequal><varequal respident='r'>b</varequal></and>", "b",
        false
      ),
      ("<not><varequal respident='r'>a</varequal></not>", "b", true),
      ("<unanswered respident='q'/>", "b", true), ("<durequal>3</durequal>", "b", false),
    ])
  func conditions(_ condition: String, _ response: String, _ holds: Bool) {
    let score = processing(rule(condition, "1"), "").evaluate(["r": [response]]).score
    #expect(score == (holds ? 1 : 0))
  }

  @Test("Values are multiplied and divided, and never by nothing")
  func actions() {
    let rules =
      rule("<other/>", "6", next: true) + rule(equal("a"), "2", "Multiply", next: true)
      + rule(equal("a"), "3", "Divide", next: true) + rule(equal("a"), "0", "Divide")
    #expect(processing(rules, "defaultval=\"1\"").evaluate(["r": ["a"]]).score == 4)
    #expect(processing("", "defaultval=\"1\"").evaluate([:]).score == 1)
  }

  // MARK: Choices

  @Test("One choice is a key, or weights with the lowest as the floor")
  func single() throws {
    let exact = read(item(choices(), rule(equal("b"), "100"), kind: "multiple_choice_question"))
    let first = try #require(exact.items.first)
    #expect(first.points == 3 && first.scoring == .exact)
    #expect(first.interaction.options.map(\.text.en) == ["Option a", "Option b", "Option c"])
    #expect(first.interaction.options.map(\.isCorrect) == [false, true, false])
    let rules = rule(equal("a"), "4") + rule(equal("b"), "1") + rule(equal("c"), "-2")
    let parts = read(item(choices(), rules, decvar: "minvalue=\"-2\" maxvalue=\"4\""))
    let second = try #require(parts.items.first)
    #expect(second.points == 4 && second.scoring == Scoring(.parts, floor: -50))
    #expect(second.interaction.options.map(\.weight) == [100, 25, -50])
  }

  @Test("Several choices are exact, weighted or a table, whatever the conditions look like")
  func several() throws {
    let exact =
      "<and>\(equal("a"))<not>\(equal("b"))</not>\(equal("c"))</and>"
    func scoring(_ rules: String) -> (Scoring, [Bool], [Double?], [LocalizedText])? {
      let bank = read(item(choices("Multiple"), rules))
      guard let found = bank.items.first else { return nil }
      let options = found.interaction.options
      return (found.scoring, options.map(\.isCorrect), options.map(\.weight), bank.lost.map(\.what))
    }
    let first = try #require(scoring(rule(exact, "100")))
    #expect(first == (.exact, [true, false, true], [nil, nil, nil], []))
    let added =
      rule(equal("a"), "50", "Add", next: true) + rule(equal("c"), "50", "Add", next: true)
    let second = try #require(scoring(added + rule(equal("b"), "50", "Subtract", next: true)))
    #expect(second == (Scoring(.parts), [true, false, true], [nil, nil, nil], []))
    let third = try #require(scoring(added + rule(equal("b"), "25", "Subtract", next: true)))
    #expect(third == (Scoring(.parts), [true, false, true], [50, -25, 50], []))
    let table = rule(exact, "100") + rule("<and>\(equal("a"))\(equal("b"))</and>", "40")
    let fourth = try #require(scoring(table))
    #expect(fourth.0 == Scoring(.table, table: ["a,c": 1, "a,b": 0.4, "a,b,c": 0.4]))
    #expect(fourth.3.isEmpty)
  }

  @Test("Too many options to look at are read by their conditions, and named")
  func manyOptions() throws {
    let labels = (0..<14).map { "o\($0)" }
    let bank = read(
      item(choices("Multiple", labels), rule("<and>\(equal("o1"))\(equal("o13"))</and>", "100")))
    let options = try #require(bank.items.first).interaction.options
    #expect(options.filter(\.isCorrect).map(\.id) == ["b", "n"])
    #expect(bank.lost.map(\.what) == [QTI12Messages.scoring])
  }

  @Test("Statements are known by their texts, and feedback by its conditions")
  func statement() throws {
    let labels =
      "<response_lid ident=\"r\"><render_choice shuffle=\"No\"><response_label ident=\"x\"><material>"
      + "<mattext>False</mattext></material></response_label><response_label ident=\"y\"><material>"
      + "<mattext>True</mattext></material></response_label></render_choice></response_lid>"
    let says =
      "<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar><displayfeedback "
      + "feedbacktype=\"Response\" linkrefid=\"general_fb\"/></respcondition><respcondition "
      + "continue=\"Yes\"><conditionvar>\(equal("x"))</conditionvar><displayfeedback "
      + "feedbacktype=\"Response\" linkrefid=\"f1\"/></respcondition>"
    let texts = ["general_fb": "So it is.", "f1": "No.", "unused": "?"].sorted { $0.key < $1.key }
      .map {
        "<itemfeedback ident=\"\($0.key)\"><flow_mat><material><mattext>\($0.value)</mattext>"
          + "</material></flow_mat></itemfeedback>"
      }.joined()
    let bank = read(item(labels, says + rule(equal("y"), "100"), more: texts))
    let found = try #require(bank.items.first)
    #expect(found.feedback.en == "So it is.")
    #expect(
      found.interaction
        == .choice(
          ChoiceInteraction(
            isTrue: true, trueFeedback: LocalizedText(en: "", km: ""),
            falseFeedback: LocalizedText(en: "No.", km: ""))))
  }

  // MARK: Other kinds

  private let fib =
    "<response_str ident=\"r\"><render_fib><response_label ident=\"x\"/></render_fib>"
    + "</response_str>"

  @Test("Texts, numbers and essays are read as Canvas writes them")
  func written() throws {
    let text = read(
      item(
        fib, rule("<or>\(equal("Paris"))\(equal("paris x"))</or>", "100"),
        kind: "short_answer_question"))
    guard case .text(let texts)? = text.items.first?.interaction else {
      return #expect(Bool(false))
    }
    #expect(texts.accepted == ["Paris", "paris x"] && !texts.isCaseSensitive)
    let range =
      "<or>\(equal("1.4142"))<and><vargte respident=\"r\">1.4141</vargte>"
      + "<varlte respident=\"r\">1.4143</varlte></and></or>"
    let number = read(item(fib, rule(range, "100"), kind: "numerical_question"))
    #expect(
      number.items.first?.interaction
        == .numeric(
          NumericInteraction(answers: [
            .init(value: 1.4142, tolerance: 0.0001, feedback: LocalizedText(en: "", km: ""))
          ])))
    #expect(number.lost.isEmpty)
    let wide = read(
      item(
        fib,
        rule("<vargte respident=\"r\">1.0</vargte><varlte respident=\"r\">4.0</varlte>", "100"),
        kind: "numerical_question"))
    #expect(
      wide.items.first?.interaction
        == .numeric(
          NumericInteraction(answers: [
            .init(value: 2.5, tolerance: 1.5, feedback: LocalizedText(en: "", km: ""))
          ])))
    let essay = read(
      item(fib, "<respcondition><conditionvar><other/></conditionvar></respcondition>"))
    #expect(essay.items.first?.interaction == .essay(EssayInteraction()))
    let pattern = read(item(fib, rule("<varsubstring respident=\"r\">pot</varsubstring>", "100")))
    #expect(pattern.lost.map(\.what) == [QTI12Messages.patterns])
  }

  @Test("Pairs are found in any order of targets, with rounded thirds")
  func pairs() throws {
    func source(_ ident: String, _ text: String) -> String {
      "<response_lid ident=\"\(ident)\"><material><mattext>\(text)</mattext></material>"
        + "<render_choice>"
        + ["1", "2", "3", "4"].map {
          "<response_label ident=\"\($0)\"><material><mattext>target \($0)</mattext></material>"
            + "</response_label>"
        }.joined() + "</render_choice></response_lid>"
    }
    let rules = [("p", "3"), ("q", "1"), ("s", "3")].map {
      rule(equal($0.1, $0.0), "33.33", "Add")
    }.joined()
    let bank = read(
      item(
        source("p", "P") + source("q", "Q") + source("s", "S"),
        rules.replacing(
          "continue=\"No\"", with: "continue=\"Yes\""), kind: "matching_question"))
    let found = try #require(bank.items.first)
    guard case .match(let match) = found.interaction else { return #expect(Bool(false)) }
    #expect(match.sources.map(\.target) == ["1", "2", "1"])
    #expect(
      match.targets.map(\.text.en) == ["target 3", "target 1", "target 2", "target 4"])
    #expect(found.scoring == Scoring(.parts))
    #expect(bank.lost.isEmpty)
  }

  @Test("Canvas's named blanks and its lists become blanks")
  func blanks() throws {
    func field(_ name: String, _ labels: [String]) -> String {
      "<response_lid ident=\"response_\(name)\"><material><mattext>\(name)</mattext></material>"
        + "<render_choice>"
        + labels.map {
          "<response_label ident=\"\($0)\"><material><mattext>\($0)</mattext></material>"
            + "</response_label>"
        }.joined() + "</render_choice></response_lid>"
    }
    let body = field("river", ["Mekong", "Sap"]) + field("city", ["Kampot", "Takeo"])
    let rules =
      rule(equal("Mekong", "response_river"), "50", "Add", next: true)
      + rule(equal("Kampot", "response_city"), "50", "Add", next: true)
    for kind in ["fill_in_multiple_blanks_question", "multiple_dropdowns_question"] {
      let document = item(body, rules, kind: kind).replacing(
        "Which?", with: "On the [river] lies [city], not [sic].")
      let found = try #require(read(document).items.first)
      #expect(found.stem.en == "On the [[a]] lies [[b]], not [sic].")
      guard case .blanks(let blanks) = found.interaction else { return #expect(Bool(false)) }
      if kind.hasPrefix("fill"), case .text(let text) = blanks.blanks[0].entry {
        #expect(text.accepted == ["Mekong", "Sap"])
      } else if case .choice(let choice) = blanks.blanks[1].entry {
        #expect(choice.correctIDs == ["a"])
      } else {
        Issue.record("another kind of blank")
      }
      #expect(found.scoring == Scoring(.parts))
    }
  }

  @Test(
    "What cannot be read is lost whole, with its line",
    arguments: [
      ("", "", "file_upload_question"), ("", "", ""),
      ("<response_xy ident=\"r\"><render_hotspot/></response_xy>", "", ""),
      ("<response_lid ident=\"r\"><render_choice/></response_lid>", "", ""),
    ])
  func unreadable(_ presentation: String, _ rules: String, _ kind: String) {
    let bank = read(item(presentation, rules, kind: kind))
    #expect(bank.count == 1 && bank.items.isEmpty)
    #expect(bank.lost.map(\.isWhole) == [true])
    #expect(bank.findings.map(\.code) == ["qti12-question"])
    #expect(bank.findings.first?.location.line == 1)
  }

  @Test("Keys that never win, and other files, are findings")
  func refusals() {
    #expect(read(item(choices(), "")).lost.map(\.isWhole) == [true])
    #expect(read(item(fib, rule("<other/>", "1"))).lost.map(\.isWhole) == [true])
    #expect(XMLRoundTrip.read("<quiz/>", .qti12).findings.map(\.code) == ["not-qti12"])
    #expect(XMLRoundTrip.read("<quiz>", .qti12).findings.map(\.code) == ["xml-syntax"])
    let typed = "<!DOCTYPE questestinterop SYSTEM \"a.dtd\">" + document("")
    #expect(XMLRoundTrip.read(typed, .qti12).findings.map(\.code) == ["doctype"])
    let none = QuestionInput(
      name: "p.zip",
      files: ["a.txt", "b.xml"].map { ArchiveEntry(path: $0, bytes: [UInt8]("<a/>".utf8)) })
    #expect(
      QuestionFormats.read(none, format: .qti12).findings.map(\.code) == ["not-qti12"])
  }

  // MARK: Tests and packages

  @Test("Tests keep their sections, how many are drawn, and the time")
  func structure() throws {
    var random = RandomItems(seed: 3)
    let items = (0..<5).map { _ in random.item(.singleChoice) }
    let ids = items.map(\.id)
    let tests = [
      TestStructure(
        id: "form-a", title: LocalizedText(en: "Form A", km: ""), minutes: 45,
        parts: [
          TestPart(
            id: "form-a-part",
            sections: [
              TestSection(
                id: "s1", title: LocalizedText(en: "One", km: ""), itemIDs: Array(ids[0..<3]),
                selection: 2, isShuffled: true),
              TestSection(
                id: "s2", title: LocalizedText(en: "", km: ""), itemIDs: [ids[3], ids[0]]),
            ])
        ]),
      TestStructure(
        id: "form-b", title: LocalizedText(en: "Form B", km: ""),
        parts: [
          TestPart(
            id: "form-b-part",
            sections: [
              TestSection(
                id: "root_section", title: LocalizedText(en: "", km: ""), itemIDs: [ids[0]])
            ])
        ]),
    ]
    let written = QuestionFormats.write(
      items, format: .qti12, options: QuestionWritingOptions(name: "bank", tests: tests))
    #expect(written.files.map(\.path) == ["bank.xml", "bank-form-a.xml", "bank-form-b.xml"])
    #expect(written.written == 5)
    var files = written.files
    files.append(ArchiveEntry(path: "imsmanifest.xml", bytes: [UInt8]("<manifest>".utf8)))
    let bank = QuestionFormats.read(
      QuestionInput(name: "bank.zip", files: files), format: .qti12)
    #expect(bank.count == 5)
    #expect(bank.items.map(\.id) == [ids[4], ids[0], ids[1], ids[2], ids[3]])
    #expect(Array(bank.tests.dropFirst()) == tests)
    #expect(bank.findings.isEmpty)
  }

  // MARK: Properties

  @Test("What no loss names comes back, with the same scores", arguments: InteractionKind.allCases)
  func roundTrip(_ kind: InteractionKind) {
    let kept = XMLRoundTrip.check(kind, .qti12, seed: 21, isBilingual: false)
    #expect((kept >= 40) == (kind.isScored && kind != .performance))
    let options = QuestionWritingOptions(language: .khmer, isLanguageChosen: true)
    let items = (0..<1).map { _ in
      var random = RandomItems(seed: 5, isBilingual: true)
      return random.item(kind)
    }
    let written = QuestionFormats.write(items, format: .qti12, options: options)
    if kind.isScored, kind != .performance {
      let back = XMLRoundTrip.read(written.files[0].bytes, .qti12).items.first
      #expect(back?.stem == LocalizedText(en: "", km: items[0].stem.km))
      #expect(written.lost.allSatisfy { $0.what != ItemFeature.otherLanguage.name })
    }
  }

  @Test("Texts with marks become HTML, and come back as they were")
  func markdown() {
    for text in [
      "a **b** c", "*x*", "one\n\ntwo", "- a\n- b", "1. a\n2. b", "see [here](http://a.b/?c=1&d=2)",
      "x\\\ny", "`code` & x",
    ] {
      let html = MarkdownHTML.html(text)
      #expect(html != nil, "\(text)")
      #expect(html.map { HTMLMarkdown($0).markdown } == text)
    }
    for text in ["plain", "2 * 3", "a - b", "[[a]] x", "**open", "back\\slash"] {
      #expect(MarkdownHTML.html(text) == nil, "\(text)")
    }
  }

  @Test("Broken and cut XML never traps", arguments: 0..<6)
  func hostile(_ seed: UInt64) {
    var random = RandomItems(seed: seed)
    let items = InteractionKind.allCases.map { random.item($0) }
    let document = QuestionFormats.write(
      items, format: .qti12, options: QuestionWritingOptions()
    ).files[0].bytes
    XMLRoundTrip.mutate(document, .qti12, seed: seed, times: 300)
  }

  @Test("Texts side by side in one condition are alternatives, as Canvas writes short answers")
  func alternatives() throws {
    let field =
      "<response_str ident=\"r\"><render_fib><response_label ident=\"x\"/></render_fib>"
      + "</response_str>"
    let bank = read(
      item(
        field, rule(equal("Kampot") + equal("កំពត"), "100"), kind: "short_answer_question"))
    let read = try #require(bank.items.first, "\(bank.findings) \(bank.lost)")
    for text in ["kampot", "កំពត"] {
      #expect(ResponseProcessing.score(read, .text(text)).score == read.points)
    }
    #expect(ResponseProcessing.score(read, .text("Kep")).score == 0)
    // Of options that may be chosen together, all have to be.
    let both = QTI12Processing(
      [
        XMLReading.parse(
          [UInt8](
            "<resprocessing>\(rule(equal("a") + equal("b"), "100"))</resprocessing>".utf8),
          file: "x"
        ).0
      ].compactMap(\.self))
    #expect(both.evaluate(["r": ["a"]]).score == 0)
    #expect(both.evaluate(["r": ["a", "b"]]).score == 100)
  }
}
