import Archive
import Curriculum
import Testing
import Text

@testable import Packaging

@Suite("The words of a page for browsers that do not break Khmer")
struct PageBreaksTests {
  private func units(_ text: String) -> [UInt16] { Array(text.utf16) }

  private func texts(_ words: [[UInt16]]) -> [String] {
    words.map { String(decoding: $0, as: UTF16.self) }
  }

  /// What a script makes of a run, read from the text in the page.
  private func cut(_ run: [UInt16], by text: String) -> [[UInt16]] {
    let entries = text.split(separator: " ").map {
      $0.split(separator: "|").map { units(String($0)) }
    }
    if let whole = entries.first(where: { $0.count > 1 && Array($0.joined()) == run }) {
      return whole
    }
    let words = Set(entries.filter { $0.count == 1 }.compactMap(\.first))
    return KhmerRun(letters: run, breaks: LongestWords(words).breaks(of: run)).words
  }

  private func breaks(in page: String) -> String? {
    page.firstMatch(of: /"breaks":"([^"]*)"/).map { String($0.output.1) }
  }

  @Test("A sentence is cut into the words of the segmenter, sorted, each once")
  func sentence() {
    let text = PageBreaks.text(of: "<p>សាលាជាតិរដ្ឋបាលមូលដ្ឋាន</p><p>សាលាជាតិ</p>")
    #expect(text == "ជាតិ មូលដ្ឋាន រដ្ឋបាល សាលា")
    #expect(
      texts(cut(units("សាលាជាតិរដ្ឋបាលមូលដ្ឋាន"), by: text)) == ["សាលា", "ជាតិ", "រដ្ឋបាល", "មូលដ្ឋាន"])
  }

  @Test("Words of one run alone, text inside of tags and text without Khmer say nothing")
  func nothing() {
    #expect(PageBreaks.text(of: "<p>សាលា ជាតិ ២០២៦។</p>").isEmpty)
    #expect(PageBreaks.text(of: "<p title=\"សាលាជាតិ\">Hello</p>").isEmpty)
    #expect(PageBreaks.text(of: "").isEmpty)
    #expect(PageBreaks.added(to: [("a", .integer(1))], html: "<p>x</p>").text == "{\"a\":1}")
  }

  @Test("The words of the data are told too: questions and messages that come later")
  func data() {
    let json = PageBreaks.added(to: [("a", .string("សាលាជាតិ"))], html: "<p>x</p>").text
    #expect(json == "{\"a\":\"សាលាជាតិ\",\"breaks\":\"ជាតិ សាលា\"}")
  }

  @Test("A run ends at digits, punctuation, tags, and where the author typed U+200B")
  func runs() {
    let phrases = KhmerRuns.phrases(in: "<b>សាលា</b>ជាតិ២រដ្ឋ។ ខ្មែរ\u{200B}និង  សាលា ជាតិ a")
    #expect(texts(phrases) == ["សាលា", "ជាតិ", "រដ្ឋ", "ខ្មែរ\u{200B}និង", "សាលា ជាតិ"])
    #expect(
      KhmerRuns.cut(phrases).map { texts($0.words) }
        == [["សាលា"], ["ជាតិ"], ["រដ្ឋ"]])
    // Where the author divides, nobody else does; what follows is counted from the right place.
    let cut = KhmerRuns.cut([
      units("\u{200B}ខ្មែរ\u{200B}\u{200B}សាលាជាតិ\u{200B} ជាតិនិង"), units("សាលានិង"),
    ])
    #expect(
      cut.map { texts($0.words) } == [["ជាតិ", "និង"], ["សាលា", "និង"]])
  }

  @Test("A joiner that the author typed is kept")
  func joiner() {
    #expect(PageBreaks.text(of: "<p>សាលា\u{2060}ជាតិ</p>").isEmpty)
  }

  @Test("The longest word at each place, and no break beside what is not known")
  func longest() {
    let words = LongestWords([units("កក"), units("កកខ"), units("គ")])
    #expect(words.breaks(of: units("កកខគ")) == [3])
    #expect(words.breaks(of: units("កកគ")) == [2])
    #expect(words.breaks(of: units("ឃគគឃគ")) == [2])
    #expect(words.breaks(of: []).isEmpty)
    #expect(LongestWords([]).breaks(of: units("កខ")).isEmpty)
  }

  @Test(
    "Every run of every page of the real course breaks where the segmenter says, at a syllable",
    .enabled(if: RealPackage.curriculum != nil), arguments: [PackageLanguages.khmer, .both])
  func real(_ languages: PackageLanguages) throws {
    let curriculum = try #require(RealPackage.curriculum)
    let made = Packaging.package(
      curriculum, options: PackageOptions(languages: languages, organization: .single))
    var count = 0
    for file in made.files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let text = try #require(breaks(in: page), "\(file.path)")
      let entries = text.split(separator: " ")
      #expect(Set(entries).count == entries.count)
      let before = page.replacing("\"breaks\":\"\(text)\"", with: "")
      let known = Dictionary(
        entries.map { (units(String($0)).filter { $0 != 0x7C }, String($0)) },
        uniquingKeysWith: { $0.contains("|") ? $0 : $1 })
      let words = LongestWords(
        Set(entries.filter { !$0.contains("|") }.map { units(String($0)) }))
      for run in KhmerRuns.cut(KhmerRuns.phrases(in: before)) {
        let own = known[run.letters].flatMap { $0.contains("|") ? $0 : nil }
          .map { $0.split(separator: "|").map { units(String($0)) } }
        let found =
          own ?? KhmerRun(letters: run.letters, breaks: words.breaks(of: run.letters)).words
        #expect(found == run.words, "\(texts(run.words)) \(texts(found))")
        count += run.breaks.count
        for word in run.words.dropFirst() {
          #expect((0x1780...0x17B3).contains(word[0]), "\(texts(run.words))")
        }
      }
    }
    #expect(count > 10_000)
  }

  @Test(
    "All that a package carries beside its content is less than 100 kB when zipped",
    .enabled(if: RealPackage.curriculum != nil), arguments: PackageOrganization.allCases)
  func size(_ organization: PackageOrganization) throws {
    let curriculum = try #require(RealPackage.curriculum)
    let options = PackageOptions(languages: .both, organization: organization)
    let files = Packaging.package(curriculum, options: options).files
    let shared = files.filter { $0.path.hasPrefix("shared/") }
    // What the words add to each page, as they are packed in it.
    var words = 0
    for file in files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let text = try #require(breaks(in: page))
      let without = page.replacing(",\"breaks\":\"\(text)\"", with: "")
      words += try archive(page) - archive(without)
    }
    let runtime = try Packaging.archive(shared).count
    #expect(runtime + words < 100_000, "\(runtime) and \(words) bytes")
    #expect(words > 0)
  }

  private func archive(_ page: String) throws -> Int {
    try Packaging.archive([PackageFile(path: "page.html", bytes: Array(page.utf8))]).count
  }

  @Test("The same page has the same words; a page in English has none")
  func deterministic() throws {
    let curriculum = try #require(PageSamples.loaded().curriculum)
    let module = try #require(curriculum.modules.first)
    func page(_ language: Language) -> String {
      LessonPage.html(module, in: curriculum, options: PageOptions(languages: [language]))
    }
    #expect(breaks(in: page(.khmer)) == breaks(in: page(.khmer)))
    #expect(breaks(in: page(.khmer))?.isEmpty == false)
    #expect(breaks(in: page(.english)) == nil)
  }
}
