import FoundationEssentials
import Testing
import Text

@testable import SalaCommand

@Suite("What was chosen for a terminal")
struct TerminalChoicesTests {
  private let folder = TemporaryFolder()
  private var environment: [String: String] {
    ["XDG_CONFIG_HOME": folder.path + "/config", "TERM": "xterm-256color", "VTE_VERSION": "7006"]
  }
  private var file: String { folder.path + "/config/sala/terminals.json" }

  @Test("is remembered for this kind of terminal and no other")
  func remembered() throws {
    #expect(TerminalChoices.load(environment).choice == .init())
    let choice = TerminalChoices.Choice(drawing: .sextants, language: .khmer)
    #expect(TerminalChoices.remember(choice, environment) == nil)
    #expect(TerminalChoices.load(environment).choice == choice)
    var other = environment
    other["VTE_VERSION"] = "7600"
    #expect(TerminalChoices.load(other).choice == .init())
    #expect(TerminalChoices.remember(.init(drawing: .page), other) == nil)
    #expect(TerminalChoices.load(other).choice == .init(drawing: .page))
    #expect(TerminalChoices.load(environment).choice == choice)
    #expect(TerminalChoices.remember(.init(), environment) == nil)
    #expect(TerminalChoices.load(environment).choice == .init())
    #expect(Files.names(folder.path + "/config/sala") == ["terminals.json"])
  }

  @Test("has one form: format, then the terminals in the order of the choices")
  func bytes() throws {
    var choices = TerminalChoices()
    choices[.init(term: "linux", program: "", vte: "")] = .init(drawing: .plain)
    choices[.init(term: "xterm", program: "iTerm.app", vte: "")] = .init(language: .english)
    let bytes = try choices.encoded()
    #expect(TerminalChoices.decoded(bytes) == .choices(choices))
    let json = JSON(String(decoding: bytes, as: UTF8.self))
    #expect(json["format"].number == 1)
    #expect(json["terminals"][0]["term"].string == "linux")
    #expect(json["terminals"][1]["program"].string == "iTerm.app")
    #expect(json["terminals"][1]["drawing"] == .null)
    choices[.init(term: "linux", program: "", vte: "")] = .init(drawing: .sextants)
    #expect(choices.entries.map(\.key.term) == ["xterm", "linux"])
  }

  @Test("keeps the latest fifty")
  func most() {
    var choices = TerminalChoices()
    for number in 0..<60 {
      choices[.init(term: "t\(number)", program: "", vte: "")] = .init(drawing: .plain)
    }
    #expect(choices.entries.count == TerminalChoices.most)
    #expect(choices.entries.first?.key.term == "t10")
  }

  @Test("a broken file is passed over with a note and written anew, whatever its bytes are")
  func broken() throws {
    let choice = TerminalChoices.Choice(drawing: .sextants)
    for text in ["", "{", "[]", "{\"format\":0,\"terminals\":[]}", "{\"format\":1}", "\u{0}\u{1}"] {
      try Files.write(text, to: file)
      let loaded = TerminalChoices.load(environment)
      #expect(loaded.choice == .init() && loaded.note?.isComplete == true, "\(text)")
      #expect(TerminalChoices.remember(choice, environment) == nil)
      #expect(TerminalChoices.load(environment).choice == choice)
    }
    var generator = SeededGenerator(seed: 3, purpose: "choices")
    for _ in 0..<300 {
      let bytes = (0..<generator.index(below: 60)).map { _ in UInt8(generator.index(below: 256)) }
      #expect(TerminalChoices.decoded(bytes) == .broken)
    }
  }

  @Test("a word that is not known is no choice; the file of a newer Sala is left as it is")
  func newer() throws {
    let odd = """
      {"format":1,"more":2,"terminals":[{"term":"xterm-256color","program":"","vte":"7006",\
      "drawing":"holograms","language":"km"}]}
      """
    try Files.write(odd, to: file)
    #expect(TerminalChoices.load(environment).choice == .init(language: .khmer))
    let newer = "{\"format\":2,\"rooms\":[]}"
    try Files.write(newer, to: file)
    #expect(TerminalChoices.load(environment).note?.isComplete == true)
    #expect(TerminalChoices.remember(.init(drawing: .page), environment)?.isComplete == true)
    #expect(Files.text(file) == newer)
  }

  @Test("lies where the user keeps settings, or nowhere")
  func places() {
    typealias Choices = TerminalChoices
    #expect(Choices.path(["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "/x/sala/terminals.json")
    #expect(
      Choices.path(["XDG_CONFIG_HOME": "x", "HOME": "/h"]) == "/h/.config/sala/terminals.json")
    #expect(
      Choices.path(["XDG_CONFIG_HOME": "", "HOME": "/h"]) == "/h/.config/sala/terminals.json")
    #expect(Choices.path(["HOME": ""]) == nil && Choices.path([:]) == nil)
    #expect(Choices.remember(.init(drawing: .plain), [:])?.isComplete == true)
    #expect(Choices.load([:]).choice == .init())
    let nowhere = ["XDG_CONFIG_HOME": "/proc/nowhere", "TERM": "x"]
    #expect(Choices.remember(.init(drawing: .plain), nowhere)?.isComplete == true)
  }
}
