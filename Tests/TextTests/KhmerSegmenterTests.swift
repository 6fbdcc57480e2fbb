import Testing

@testable import Text

@Suite("Words")
struct KhmerSegmenterTests {
  private func parts(_ text: String, _ terms: [String] = []) -> String {
    KhmerSegmenter(protecting: terms).parts(text).joined(separator: "|")
  }

  @Test("Numbers, dates, addresses and Latin words stay whole")
  func whole() {
    #expect(parts("ចំនួន២.០០០,៥០រៀល") == "ចំនួន|២.០០០,៥០|រៀល")
    #expect(parts("ថ្ងៃទី២៩ ខែឧសភា") == "ថ្ងៃ|ទី|២៩| |ខែ|ឧសភា")
    #expect(parts("០១/០៤/២០២៦ ម៉ោង ៨:៣០") == "០១/០៤/២០២៦| |ម៉ោង| |៨:៣០")
    #expect(parts("មើល https://example.org/a?b=1, ឬ") == "មើល| |https://example.org/a?b=1|,| |ឬ")
    #expect(parts("ផ្ញើទៅ office.kh@example.org។") == "ផ្ញើ|ទៅ| |office.kh@example.org|។")
    #expect(parts("COVID-19 និង e.g. 3rd") == "COVID-19| |និង| |e.g|.| |3rd")
    #expect(parts("៥០%។ ៕") == "៥០|%|។| |៕")
  }

  @Test("A repetition sign and an abbreviation stay with their letters")
  func marks() {
    #expect(parts("ភូមិឆ្ងាយៗនិង") == "ភូមិ|ឆ្ងាយៗ|និង")
    #expect(parts("ផ្សេងៗ") == "ផ្សេងៗ")
    #expect(parts("គ.ជ.អ.ប ។ល។") == "គ.ជ.អ.ប| |។ល។")
    #expect(parts("ៗ") == "ៗ")
  }

  @Test("What the author divided is divided there and nowhere else")
  func author() {
    #expect(parts("ប្រជា\u{200B}ពលរដ្ឋ") == "ប្រជា|ពលរដ្ឋ")
    #expect(parts("សាលាជាតិ\u{200B}រដ្ឋបាលមូលដ្ឋាន") == "សាលាជាតិ|រដ្ឋបាលមូលដ្ឋាន")
    #expect(parts("លោ\u{200B}ក") == "លោ|ក")
    #expect(parts("\u{200B}\u{200B}") == "")
    #expect(parts("ក \u{200B} ខ") == "ក| | |ខ")
    // A stretch far longer than a word was not divided on purpose.
    let long = String(repeating: "ប្រជាពលរដ្ឋនៅក្នុងឃុំ", count: 3)
    #expect(KhmerSegmenter.standard.parts(long + "\u{200B}ហើយ").count > 6)
  }

  @Test("Terms are never divided, at the ends of syllables only")
  func terms() {
    #expect(parts("លោកវណ្ណារិទ្ធមក", ["វណ្ណារិទ្ធ"]) == "លោក|វណ្ណារិទ្ធ|មក")
    #expect(parts("កោះរ៉ុងសន្លឹម", ["កោះ រ៉ុងសន្លឹម"]).contains("រ៉ុងសន្លឹម"))
    #expect(parts("សេចក្ដីណែនាំ") == "សេចក្ដីណែនាំ")
    #expect(
      KhmerSegmenter(protecting: ["", " ", "abc", "\u{17D2}"]).parts("abc ក") == ["abc", " ", "ក"])
  }

  @Test("A lone consonant is no word among others, and a title is whole")
  func loneLetters() {
    let name = parts("លោកវណ្ណារិទ្ធ ស៊ីថុន នាយករងសាលា")
    #expect(!name.split(separator: "|").contains("ក"))
    #expect(name.hasPrefix("លោក|"))
    #expect(parts("ក") == "ក")
    #expect(parts("ក ខ គ") == "ក| |ខ| |គ")
  }

  @Test("Behind a title stand a family name and a given name, and an office is none")
  func names() {
    #expect(parts("លោកហ៊ុនស៊ីថុន បាន") == "លោក|ហ៊ុន|ស៊ីថុន| |បាន")
    #expect(parts("លោក ហ៊ុន ស៊ីណូរ៉ា បាន") == "លោក| |ហ៊ុន| |ស៊ីណូរ៉ា| |បាន")
    #expect(parts("លោកអភិបាលខេត្តកំពត") == "លោក|អភិបាល|ខេត្ត|កំពត")
    #expect(parts("លោក អភិបាលខេត្តកំពត") == "លោក| |អភិបាល|ខេត្ត|កំពត")
  }

  @Test("A letter behind a word that takes one is a label")
  func labels() {
    #expect(parts("ជ្រើសជម្រើសក។") == "ជ្រើស|ជម្រើស|ក|។")
    #expect(parts("ក្រុមខ") == "ក្រុម|ខ")
  }

  @Test("No part begins with a sign or divides a syllable")
  func signs() {
    for sentence in LineWrappingTests.sentences {
      for part in KhmerSegmenter.standard.parts(sentence) {
        let first = part.unicodeScalars.first
        #expect(first?.isKhmerDependent == false && first?.value != 0x17D7)
        #expect(part.unicodeScalars.last?.value != 0x17D2)
      }
    }
  }

  @Test("Other scripts are divided as ICU does")
  func scripts() {
    #expect(parts("hello world") == "hello| |world")
    #expect(parts("สวัสดีครับ") == "สวัสดี|ครับ")
    #expect(KhmerSegmenter.standard.parts("日本語").joined() == "日本語")
    #expect(parts("👩‍👩‍👧ក") == "👩‍👩‍👧|ក")
    #expect(parts("café naïve") == "café| |naïve")
  }

  @Test("A very long line takes no more than its length")
  func long() {
    let text = String(repeating: "ប្រជាពលរដ្ឋចូលរួមក្នុងការសម្រេចចិត្តនៅឃុំសង្កាត់", count: 400)
    #expect(KhmerSegmenter.standard.parts(text).joined() == text)
    let hostile = String(repeating: "\u{17D2}", count: 20_000)
    #expect(KhmerSegmenter.standard.parts(hostile).joined().unicodeScalars.count == 20_000)
    let letters = String(repeating: "ក", count: 20_000)
    #expect(KhmerSegmenter.standard.parts(letters).joined().unicodeScalars.count == 20_000)
    let stops = String(repeating: "ក.", count: 10_000)
    #expect(KhmerSegmenter.standard.parts(stops).joined().unicodeScalars.count == 20_000)
  }
}
