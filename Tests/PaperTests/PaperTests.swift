import Assessment
import Testing
import Text

@testable import Paper

@Suite("Sheets to print")
struct PaperTests {
  @Test("the key is what the booklet prints: keyed in, it wins every point")
  func keyWins() {
    for language in Language.allCases {
      var count = 0
      for item in PaperSamples.items {
        guard let typed = PaperKey.answer(to: item, language: language) else {
          let kind = item.interaction.kind
          #expect(!kind.isScored || kind.needsRater, "\(item.id) has no key")
          continue
        }
        count += 1
        guard case .response(let response) = AnswerInput.read(typed, item: item, seed: "") else {
          Issue.record("\(item.id) \(language): '\(typed)' is not read")
          continue
        }
        let outcome = ResponseProcessing.score(item, response)
        #expect(outcome.isCorrect, "\(item.id) \(language): '\(typed)' won \(outcome.score)")
      }
      #expect(count == 9)
    }
  }

  @Test("a booklet has every question, its options in the order of entry, and nothing of the key")
  func booklet() {
    for language in Language.allCases {
      let html = PaperBooklet.sheets(
        PaperSamples.test(), notice: .standard, language: language
      ).html
      for (place, item) in PaperSamples.items.enumerated() {
        #expect(html.contains("id=\"q\(place + 1)\""), "\(item.id)")
      }
      #expect(!html.contains("REASON") && !html.contains("WHOLE") && !html.contains("keyword"))
      #expect(!html.contains("មូលហេតុ-") && !html.contains("[["))
      #expect(html.contains("lang=\"\(language.rawValue)\""))
      #expect(html.contains("Option a &lt;b&gt;&amp;") == (language == .english))
      let letters = PaperSamples.items.prefix(1).map { _ in
        PaperLabels.letter(3, in: language)
      }
      #expect(letters.allSatisfy { html.contains("<span class=\"letter\">\($0).</span>") })
      #expect(!html.contains("http") && !html.contains("<script"))
    }
  }

  @Test("each answer sheet bears the code, the form and its version, and has a place for all kinds")
  func answerSheets() {
    let test = PaperSamples.test()
    let learners = ["K7M4-QX2P", "2222-2222"].enumerated().map { place, code in
      PaperLearner(code: code, number: place + 1, test: test, minutes: 45)
    }
    for language in Language.allCases {
      let html = PaperAnswerSheets.sheets(learners, notice: .standard, language: language).html
      for code in ["K7M4-QX2P", "2222-2222"] {
        #expect(html.contains("\(code) · f-a · \(test.version)"))
        #expect(html.contains("aria-label=\"\(code)\""))
      }
      #expect(html.contains("@page s2 {"))
      let places = html.split(separator: "<div class=\"answer\">").count - 1
      #expect(places == 2 * PaperSamples.items.count)
      #expect(html.contains("<span class=\"bubble\">\(PaperLabels.letter(1, in: language))</span>"))
      #expect(html.split(separator: "class=\"tick\"").count == 3)
    }
    #expect(PaperLabels.letter(11, in: .khmer) == "L")
  }

  @Test("a sheet without a code has empty boxes for one, and a made-up event says so")
  func emptyAndSynthetic() {
    var test = PaperSamples.test()
    test.isSynthetic = true
    let html = PaperAnswerSheets.sheets(
      [PaperLearner(code: nil, test: test)], notice: nil, language: .english, isLarge: true
    ).html
    #expect(html.split(separator: "<span class=\"box\"></span><span class=\"box\">").count > 1)
    #expect(html.contains("Made-up example") && html.contains("class=\"large\""))
    #expect(!html.contains("class=\"decline\""))
  }

  @Test("the sealed key says answer, scoring, version and reason of every question")
  func key() {
    let html = PaperKey.sheets(PaperSamples.test(), language: .english).html
    #expect(html.contains("SEALED"))
    for item in PaperSamples.items {
      #expect(html.contains(">\(item.id)</td>") && html.contains("WHOLE-\(item.id)"))
      if item.maximum > 0 { #expect(html.contains(String(item.keyVersion.prefix(8)))) }
    }
    #expect(html.contains("REASON-c") && !html.contains("REASON-e"))
    #expect(html.contains("4711.5 m ± 0.5"))
  }

  @Test("Khmer may break between words and nowhere inside them; text stays what it was")
  func breaks() {
    var breaks = KhmerBreaks()
    let source = "<p title=\"ក្នុងសង្គ្រាម\">ស្ត្រីក្នុងសង្គ្រាម &amp; <b>លោកវណ្ណារិទ្ធ</b>។ abc</p>"
    let html = breaks.added(to: source)
    #expect(html.replacing("<wbr>", with: "") == source)
    #expect(html.contains("ស្ត្រី<wbr>ក្នុង<wbr>សង្គ្រាម"))
    #expect(html.contains("លោក<wbr>វណ្ណារិទ្ធ") && html.contains("title=\"ក្នុងសង្គ្រាម\""))
    #expect(breaks.added(to: "<p>a < b</p>") == "<p>a < b</p>")
    #expect(breaks.added(to: "<p>ក <") == "<p>ក <")
  }

  @Test("a title cannot end the style sheet or the string in which it stands")
  func hostileTitle() {
    var test = PaperSamples.test([PaperSamples.single])
    test.form.title = LocalizedText(same: "\"} </style><script>alert(1)</script> \\ \n x")
    let html = PaperBooklet.sheets(test, notice: nil, language: .english).html
    #expect(html.split(separator: "</style>").count == 2)
    #expect(!html.contains("<script>"))
    #expect(html == PaperBooklet.sheets(test, notice: nil, language: .english).html)
  }

  @Test("the list to sign has a row for each and a column for each day")
  func attendance() {
    let list = PaperAttendance(
      event: LocalizedText(en: "Kampot", km: "កំពត"), venue: "Hall <1>",
      days: [KhmerDate(iso: "2026-11-30"), KhmerDate(iso: "2026-12-01"), nil],
      rows: [.init(number: 1, code: "2222-2222", name: nil, sex: "F")])
    let html = list.sheets(.khmer).html
    #expect(html.contains("A4 landscape") && html.contains("Hall &lt;1&gt;"))
    #expect(html.contains("៣០-១១-២០២៦") && html.contains("០១-១២-២០២៦"))
    #expect(html.split(separator: "<td class=\"sign\">").count - 1 == 4 * 3)
  }

  @Test("Chromium is found where it is named, and on the path; a name that is no program is none")
  func chromium() {
    #expect(ChromiumPrinting(environment: ["SALA_CHROMIUM": "/bin/sh"])?.program == "/bin/sh")
    #expect(ChromiumPrinting(environment: ["SALA_CHROMIUM": "/etc"]) == nil)
    #expect(
      ChromiumPrinting(environment: ["SALA_CHROMIUM": "/nowhere", "PATH": "/usr/bin"]) == nil)
    #expect(ChromiumPrinting(environment: ["PATH": "/nowhere"]) == nil)
    #expect(ChromiumPrinting(environment: [:]) == nil)
    let failing = ChromiumPrinting(environment: ["SALA_CHROMIUM": "/bin/false"])
    #expect(
      failing?.print("/tmp/x.html", to: "/tmp/sala-no.pdf", scratch: "/tmp/sala-no") == .failed)
  }
}
