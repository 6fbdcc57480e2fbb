import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

@Suite("Moodle XML")
struct MoodleXMLTests {
  private func question(_ type: String, _ body: String) -> QuestionBank {
    XMLRoundTrip.read(
      "<quiz>\n<question type=\"\(type)\"><name><text>Synthetic</text></name>"
        + "<questiontext format=\"html\"><text>Which?</text></questiontext>\(body)"
        + "</question></quiz>", .moodleXML)
  }

  private func answers(_ fractions: [String]) -> String {
    fractions.enumerated().map {
      "<answer fraction=\"\($1)\"><text>o\($0)</text></answer>"
    }.joined()
  }

  @Test(
    "Grades of one option become a key or weights, with the lowest as the floor",
    arguments: [
      (["100", "0", "0"], Scoring.exact, [true, false, false], [nil, nil, nil]),
      (["100", "-50", "0"], Scoring(.parts, floor: -50), [true, false, false], [100, -50, 0]),
      (["0", "100", "33.33333"], Scoring(.parts), [false, true, false], [0, 100, 100.0 / 3]),
      (["100", "100", "0"], Scoring(.parts), [true, true, false], [nil, nil, nil]),
      (["50", "0", "0"], Scoring(.parts), [true, false, false], [50, 0, 0]),
    ] as [([String], Scoring, [Bool], [Double?])])
  func single(_ fractions: [String], _ scoring: Scoring, _ key: [Bool], _ weights: [Double?]) throws
  {
    let bank = question("multichoice", "<single>true</single>" + answers(fractions))
    let item = try #require(bank.items.first)
    guard case .choice(let choice) = item.interaction else { return #expect(Bool(false)) }
    #expect(!choice.isMultiple)
    #expect(item.scoring == scoring)
    #expect(choice.options.map(\.isCorrect) == key)
    #expect(choice.options.map(\.weight) == weights)
  }

  @Test(
    "Grades of several options add up and never fall below zero",
    arguments: [
      (
        ["50", "50", "-50"], Scoring(.parts), [nil, nil, nil],
        ["a": 0.5, "a,c": 0, "c": 0, "a,b": 1]
      ),
      (["50", "50", "0"], Scoring(.parts), [50, 50, 0], ["a,c": 0.5, "a,b,c": 1]),
      (["100", "-100"], Scoring.exact, [nil, nil], ["a": 1, "a,b": 0, "b": 0]),
      (
        ["33.33333", "33.33333", "33.33333", "-100"], Scoring(.parts),
        [100.0 / 3, 100.0 / 3, 100.0 / 3, -100], ["a,b,c": 1, "a,b,c,d": 0, "a,b": 0.666666667]
      ),
    ] as [([String], Scoring, [Double?], [String: Double])])
  func several(
    _ fractions: [String], _ scoring: Scoring, _ weights: [Double?], _ scores: [String: Double]
  ) throws {
    let bank = question("multichoice", "<single>false</single>" + answers(fractions))
    let item = try #require(bank.items.first)
    guard case .choice(let choice) = item.interaction else { return #expect(Bool(false)) }
    #expect(choice.isMultiple)
    #expect(item.scoring == scoring)
    #expect(choice.options.map(\.weight) == weights)
    for (chosen, score) in scores {
      let response = try #require(Response(encoded: chosen, to: item))
      #expect(ResponseProcessing.score(item, response).score == score, "\(chosen)")
    }
  }

  @Test("Grades are Moodle's, written with five decimals")
  func grades() {
    #expect(MoodleFractions.snapped(33.33333) == 100.0 / 3)
    #expect(MoodleFractions.snapped(-14.28571) == -100.0 / 7)
    #expect(MoodleFractions.snapped(33) == nil)
    #expect(MoodleFractions.text(100.0 / 3) == "33.33333")
    #expect(MoodleFractions.text(-50) == "-50")
    #expect(MoodleFractions.nearest(-26) == -25)
  }

  @Test("Embedded answers become blanks")
  func cloze() throws {
    let text =
      "The capital is {2:SHORTANSWER:=Phnom Penh#yes~%50%Phnom \\#Penh#near~*#no}, "
      + "with {:NUMERICAL:=17:0.5~%50%17:2} provinces: {1:MCS:=Kampot~Paris\\}} &amp; {note}."
    let bank = XMLRoundTrip.read(
      "<quiz><question type=\"cloze\"><name><text>c</text></name><questiontext format=\"html\">"
        + "<text><![CDATA[<p>\(text)</p>]]></text></questiontext></question></quiz>", .moodleXML)
    let item = try #require(bank.items.first)
    #expect(
      item.stem.en == "The capital is [[a]], with [[b]] provinces: [[c]] & {note}.")
    #expect(item.points == 4)
    #expect(item.scoring == Scoring(.parts))
    guard case .blanks(let blanks) = item.interaction else { return #expect(Bool(false)) }
    guard case .text(let first) = blanks.blanks[0].entry,
      case .numeric(let second) = blanks.blanks[1].entry,
      case .choice(let third) = blanks.blanks[2].entry
    else { return #expect(Bool(false)) }
    #expect(first.answers.map(\.text) == ["Phnom Penh", "Phnom #Penh"])
    #expect(first.answers.map(\.weight) == [100, 50])
    #expect(first.answers.map(\.feedback.en) == ["yes", "near"])
    #expect(second.answers.map(\.tolerance) == [0.5, 2])
    #expect(third.options.map(\.text.en) == ["Kampot", "Paris}"])
    #expect(third.correctIDs == ["a"] && !third.keepsOrder)
    #expect(
      bank.lost.map(\.what) == [MoodleMessages.otherFeedback, MoodleMessages.partWeights])
  }

  @Test("Words to be chosen or dragged become blanks with options of their group")
  func gaps() throws {
    let bank = XMLRoundTrip.read(
      "<quiz><question type=\"gapselect\"><name><text>g</text></name><questiontext><text>"
        + "The [[2]] sat on the [[3]] [[9]].</text></questiontext>"
        + "<selectoption><text>dog</text><group>1</group></selectoption>"
        + "<selectoption><text>cat</text><group>1</group></selectoption>"
        + "<selectoption><text>mat</text><group>2</group></selectoption></question></quiz>",
      .moodleXML)
    let item = try #require(bank.items.first)
    #expect(item.stem.en == "The [[a]] sat on the [[b]] [[9]].")
    guard case .blanks(let blanks) = item.interaction,
      case .choice(let first) = blanks.blanks[0].entry
    else { return #expect(Bool(false)) }
    #expect(first.options.map(\.text.en) == ["dog", "cat"])
    #expect(first.correctIDs == ["b"])
  }

  @Test("Units, stars and drawn questions are read as Moodle means them")
  func details() throws {
    let bank = question(
      "numerical",
      "<answer fraction=\"100\"><text>5500</text><tolerance>1</tolerance></answer>"
        + "<answer fraction=\"0\"><text>*</text></answer><unitgradingtype>1</unitgradingtype>"
        + "<units><unit><multiplier>1</multiplier><unit_name>W</unit_name></unit><unit>"
        + "<multiplier>0.001</multiplier><unit_name>kW</unit_name></unit></units>")
    guard case .numeric(let numeric)? = bank.items.first?.interaction else {
      return #expect(Bool(false))
    }
    #expect(numeric.units.map(\.factor) == [1, 1000])
    #expect(bank.lost.map(\.what) == [MoodleMessages.unitPenalty])
    #expect(MoodleWildcards.plain("a\\*b") == "a*b")
    #expect(MoodleWildcards.plain("a*b") == nil)
    #expect(MoodleNumbers.inverse(MoodleNumbers.inverse(49)) == 49)
  }

  @Test(
    "Kinds that Sala does not have are lost whole, with their line",
    arguments: ["description", "calculated", "randomsamatch", "ddmarker", ""])
  func unknown(_ type: String) {
    let bank = question(type, "")
    #expect(bank.count == 1)
    #expect(bank.items.isEmpty)
    #expect(bank.lost.map(\.isWhole) == [true])
    #expect(bank.findings.map(\.code) == ["moodle-type"])
    #expect(bank.findings.first?.location.line == 2)
  }

  @Test("What is wrong is a finding, and the question is lost whole")
  func broken() {
    for (type, body) in [
      ("multichoice", answers(["100"])), ("truefalse", ""), ("shortanswer", ""),
      ("numerical", "<answer fraction=\"100\"><text>many</text></answer>"), ("matching", ""),
      ("ordering", ""), ("cloze", ""), ("gapselect", ""), ("cloze", ""),
      ("shortanswer", "<answer fraction=\"100\"><text>a*</text></answer>"),
    ] {
      let bank = question(type, body)
      #expect(bank.findings.map(\.code) == ["moodle-question"], "\(type)")
      #expect(bank.lost.map(\.isWhole).contains(true))
    }
    #expect(
      XMLRoundTrip.read("<quiz><a></quiz>", .moodleXML).findings.map(\.code) == [
        "xml-syntax", "xml-syntax",
      ])
    #expect(XMLRoundTrip.read("<html/>", .moodleXML).findings.map(\.code) == ["not-moodle"])
    #expect(
      question("multichoice", answers(["0", "x"])).findings.map(\.code) == [
        "moodle-fraction", "moodle-key",
      ])
  }

  @Test("Essays, tags and points name what no item carries")
  func losses() {
    let bank = question(
      "essay",
      "<defaultgrade>0</defaultgrade><minwordlimit>5</minwordlimit><attachments>2</attachments>"
        + "<graderinfo><text>look</text></graderinfo><responsetemplate><text>Dear</text>"
        + "</responsetemplate><tags><tag><text>outcome:CSE-2</text></tag><tag><text>blue</text>"
        + "</tag></tags>")
    #expect(bank.items.first?.outcome.value == "CSE-2")
    #expect(bank.items.first?.points == 1)
    #expect(
      bank.lost.map(\.what) == [
        MoodleMessages.fewestWords, MoodleMessages.graderNotes, MoodleMessages.template,
        MoodleMessages.attachments, MoodleMessages.noPoints, MoodleMessages.label("blue"),
      ])
  }

  @Test("Marked languages become both halves, and unmarked Khmer is Khmer")
  func languages() throws {
    let marked =
      "<quiz><question type=\"essay\"><name><text>m</text></name><questiontext format=\"html\">"
      + "<text>&lt;p&gt;(1) &lt;span lang=\"en\" class=\"multilang\"&gt;Why?&lt;/span&gt;"
      + "&lt;span lang=\"km\" class=\"multilang\"&gt;ហេតុអ្វី?&lt;/span&gt;&lt;/p&gt;</text>"
      + "</questiontext></question><question type=\"essay\"><questiontext><text>"
      + "ការចូលរួម\u{200B}របស់\u{200B}ស្ត្រី</text></questiontext></question></quiz>"
    let items = XMLRoundTrip.read(marked, .moodleXML).items
    #expect(items.map(\.stem.en) == ["(1) Why?", ""])
    #expect(items.map(\.stem.km) == ["(1) ហេតុអ្វី?", "ការចូលរួម\u{200B}របស់\u{200B}ស្ត្រី"])
  }

  @Test("What no loss names comes back, with the same scores", arguments: InteractionKind.allCases)
  func roundTrip(_ kind: InteractionKind) {
    let hasKind = kind.isScored && kind != .performance
    for isBilingual in [false, true] {
      let kept = XMLRoundTrip.check(kind, .moodleXML, seed: 11, isBilingual: isBilingual)
      let isOneLanguage = kind == .blanks && isBilingual
      #expect((kept >= 10) == (hasKind && !isOneLanguage))
    }
    let options = QuestionWritingOptions(language: .khmer, isLanguageChosen: true)
    #expect(
      XMLRoundTrip.read(
        QuestionFormats.write(
          [bilingual], format: .moodleXML, options: options
        ).files[0].bytes, .moodleXML
      ).items.first?.stem == LocalizedText(en: "", km: "សំណួរ"))
  }

  private var bilingual: Item {
    Item(
      id: "both", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil,
      stem: LocalizedText(en: "Question", km: "សំណួរ"), interaction: .essay(EssayInteraction()))
  }

  @Test("Scores that Moodle's choices cannot make are named")
  func scoring() {
    func choice(_ key: [Bool], _ scoring: Scoring, _ weights: [Double?] = []) -> Item {
      let options = key.enumerated().map { index, isCorrect in
        ChoiceOption(
          id: ChoiceOption.id(at: index), text: LocalizedText(same: "o\(index)"),
          isCorrect: isCorrect, weight: index < weights.count ? weights[index] : nil)
      }
      var item = bilingual
      item.interaction = .choice(
        ChoiceInteraction(
          isMultiple: key.filter(\.self).count > 1 || scoring.floor < 0, options: options))
      item.scoring = scoring
      return item
    }
    func lost(_ item: Item) -> [LocalizedText] {
      QuestionFormats.write([item], format: .moodleXML, options: QuestionWritingOptions()).lost
        .map(\.what)
    }
    #expect(lost(choice([true, true, false], .exact)) == [MoodleMessages.wholeOnly])
    #expect(lost(choice([true, false], .exact)) == [])
    #expect(lost(choice([true, true, false], Scoring(.parts))) == [])
    #expect(lost(choice([true, false], Scoring(.parts, floor: -50))) == [ItemFeature.floor.name])
    #expect(
      lost(choice([true, true], Scoring(.parts), [55, 45])) == [ItemFeature.optionWeights.name])
    #expect(lost(choice([true, false], Scoring(.table, table: ["a": 1, "b": 0.25]))) == [])
    #expect(
      lost(choice([true, true], Scoring(.table, table: ["a,b": 1, "a": 0.9]))) == [
        ItemFeature.scoreTable.name
      ])
  }

  @Test("HTML becomes Markdown, and its signs stay signs")
  func html() {
    for (html, markdown) in [
      ("<p>a <b>bold</b> and <i> it </i>x</p>", "a **bold** and *it* x"),
      ("<ul><li>one</li><li><p>two</p></li></ul><p>end</p>", "- one\n- two\n\nend"),
      ("<ol><li>x<ul><li>y</li></ul></li><li>z</li></ol>", "1. x\n   - y\n2. z"),
      ("one<br>two<br/>", "one\\\ntwo"),
      ("a &lt; b &amp;&nbsp;c &#233; &#x17D2;", "a < b & c é \u{17D2}"),
      ("2*3*4 and snake_case", "2\\*3\\*4 and snake_case"), ("<h2>T</h2>x", "## T\n\nx"),
      ("x<sup>2</sup>, H<sub>2</sub>O", "x², H₂O"),
      ("<a href=\"http://a.b/c d\">t</a>", "[t](http://a.b/c%20d)"),
      ("# no", "\\# no"), ("1. no", "1\\. no"), ("<b></b>", ""),
      ("5 < 6 <!-- c --> ok", "5 < 6 ok"),
      ("<script>x<y</script>z", "z"), ("&lt;b&gt;", "\\<b>"), ("a <b", "a \\<b"),
    ] {
      let result = HTMLMarkdown(html)
      #expect(result.markdown == markdown, "\(html)")
      #expect(result.lost == [], "\(html)")
    }
    #expect(
      HTMLMarkdown("<table><tr><td>a</td><td>b</td></tr></table><u>u</u><sup>th</sup>").lost == [
        "table", "u", "sup",
      ])
    #expect(HTMLMarkdown("<p class='x'><img src='a.png' alt='A map'></p>").markdown == "A map")
  }

  @Test("Broken and cut XML never traps", arguments: 0..<6)
  func hostile(_ seed: UInt64) {
    var random = RandomItems(seed: seed, isBilingual: seed % 2 == 0)
    let items = InteractionKind.allCases.map { random.item($0) }
    let document = QuestionFormats.write(
      items, format: .moodleXML, options: QuestionWritingOptions()
    ).files[0].bytes
    XMLRoundTrip.mutate(document, .moodleXML, seed: seed, times: 400)
  }
}
