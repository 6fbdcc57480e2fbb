import Source
import Testing
import Text

@testable import Assessment

@Suite("What a person types as an answer")
struct AnswerInputTests {
  static func read(_ typed: String, _ item: Item, shown: [ChoiceOption]? = nil) -> Response? {
    let displayed = shown ?? Samples.options(of: item)
    guard case .response(let response) = AnswerInput.read(typed, item: item, displayed: displayed)
    else { return nil }
    return response
  }

  @Test(
    "An option is named by number or letter, Latin or Khmer",
    arguments: ["2", "២", "b", "B", "ខ", " 2 ", "b,", "2 2"])
  func single(_ typed: String) {
    let item = Samples.item("c", Samples.choice(" x "))
    let expected: Response? = typed == "2 2" ? nil : .chosen(["b"])
    #expect(Self.read(typed, item) == expected)
  }

  @Test(
    "Several are named with commas, spaces or as letters in a row",
    arguments: ["a,c", "1 3", "ac", "កគ", "ក, គ", "១;៣", "ក\u{200B}គ", "c a", "1,c", "a\tc", "aca"])
  func several(_ typed: String) {
    let item = Samples.item("c", Samples.choice("x x", isMultiple: true))
    #expect(Self.read(typed, item) == .chosen(["a", "c"]))
  }

  @Test(
    "What names no option is not understood",
    arguments: [
      "", ",", "4", "0", "-1", "d", "ឃ", "a,d", "yes", "12", "១២", "99999999999999999999",
    ])
  func notUnderstood(_ typed: String) {
    let item = Samples.item("c", Samples.choice("x x", isMultiple: true))
    let reading = AnswerInput.read(typed, item: item, displayed: Samples.options(of: item))
    guard case .notUnderstood(let remedy) = reading else {
      Issue.record("\(typed) was read as \(reading)")
      return
    }
    #expect(remedy.en == "Type one or more of a to c or 1 to 3, such as 'a, c'.")
    #expect(remedy.km == "សូមវាយមួយ ឬច្រើន ពី ក ដល់ គ ឬពី ១ ដល់ ៣ ដូចជា 'ក, គ'។")
  }

  @Test("A single choice takes one option and says so")
  func oneOnly() {
    let item = Samples.item("c", Samples.choice("x  "))
    let reading = AnswerInput.read("a,b", item: item, displayed: Samples.options(of: item))
    #expect(
      reading
        == .notUnderstood(
          LocalizedText(
            en: "Type one of a to c or 1 to 3.", km: "សូមវាយមួយ ពី ក ដល់ គ ឬពី ១ ដល់ ៣។")))
  }

  @Test("Numbers and letters mean the options as they are shown")
  func displayed() {
    let item = Samples.item("c", Samples.choice("x   "))
    let shown = Array(Samples.options(of: item).reversed())
    #expect(Self.read("1", item, shown: shown) == .chosen(["d"]))
    #expect(Self.read("ឃ", item, shown: shown) == .chosen(["a"]))
    #expect(Self.read("1", item, shown: []) == nil)
  }

  @Test("Beyond the ten Khmer letters the Latin ones go on")
  func many() {
    let item = Samples.item("c", Samples.choice(String(repeating: " ", count: 12)))
    #expect(Self.read("l", item) == .chosen(["l"]) && Self.read("១២", item) == .chosen(["l"]))
    let reading = AnswerInput.read("z", item: item, displayed: Samples.options(of: item))
    guard case .notUnderstood(let remedy) = reading else { return #expect(Bool(false)) }
    #expect(remedy.km.contains("ដល់ l ឬ"))
  }

  @Test("Numbers and texts")
  func others() {
    let numeric = Samples.item("n", Samples.numeric(1))
    #expect(Self.read("១២,៥", numeric) == .number(12.5))
    #expect(Self.read("many", numeric) == nil)
    let text = Samples.item("t", Samples.text("x"))
    #expect(Self.read(" ភូមិ ", text) == .text(" ភូមិ "))
    #expect(Self.read(" \u{200B} ", text) == nil)
  }
}
