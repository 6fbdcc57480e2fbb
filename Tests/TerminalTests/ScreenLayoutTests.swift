import Assessment
import Source
import Testing
import Text

@testable import Terminal

@Suite("What fits on a screen")
struct ScreenLayoutTests {
  static var tall: DrawingChoice {
    DrawingChoice(id: "tall", name: LocalizedText(en: "Tall", km: "ខ្ពស់")) { TallDrawing() }
  }
  static var missing: DrawingChoice {
    DrawingChoice(id: "none", name: LocalizedText(same: "None")) { nil }
  }

  static var long: Item {
    var item = Sample.choice("long", " x  ")
    item.stem.en = (1...60).map { "word\($0)" }.joined(separator: " ")
    if case .choice(var choice) = item.interaction {
      for index in choice.options.indices {
        choice.options[index].text.en = "option \(index) " + String(repeating: "more ", count: 12)
      }
      item.interaction = .choice(choice)
    }
    return item
  }

  @Test("Tall lines: the question has pages, then options come one at a time with the key in sight")
  func shaped() {
    let play = Play([Self.long], drawings: [Self.tall], drawing: "tall")
    #expect(play.text.contains("word1 ") && !play.text.contains("a)"))
    #expect(play.text.contains("-- 0% -- PgUp, PgDn: more"))
    for _ in 0..<8 where !play.text.contains("a)") { play.press(.pageDown) }
    #expect(play.text.contains("> ( ) a) option 0") && !play.text.contains("word60"))
    play.press(.down)
    #expect(play.text.contains("> ( ) b) option 1") && !play.text.contains("( ) a) option 0"))
    play.press("d")
    #expect(play.text.contains("> (x) d) option 3"))
    #expect(play.text.contains("Home: question"))
    play.press(.home)
    #expect(play.text.contains("word1 ") && !play.text.contains("d)"), "one key away")
    play.press(.down)
    #expect(play.text.contains("> (x) d) option 3"), "and one key back")
  }

  @Test("A question that fits stays in sight while the options scroll")
  func pinned() {
    var item = Self.long
    item.stem.en = "Short question"
    let play = Play([item], columns: 40, rows: 14)
    #expect(play.text.contains("Short question\n> ( ) a) option 0"))
    play.press("d")
    #expect(play.text.contains("Short question\n") && play.text.contains("> (x) d) option 3"))
  }

  @Test("A change of size in the middle of a question keeps everything and shows the focus")
  func resize() {
    let play = Play([Self.long, Sample.items[3]])
    play.press("c")
    for (columns, rows) in [(40, 24), (20, 10), (100, 12), (60, 60), (80, 24)] {
      play.quiz.size = ScreenSize(columns: columns, rows: rows)
      #expect(play.cursorRow.hasPrefix("> (|x) c) "), "\(columns)x\(rows): \(play.text)")
    }
    play.press(.control("n"), "half")
    play.quiz.size = ScreenSize(columns: 40, rows: 24)
    #expect(play.cursorRow == "> half|")
  }

  @Test("Too small a window says so, takes no keys but the ones that end, and loses nothing")
  func tooSmall() {
    let play = Play()
    play.quiz.size = ScreenSize(columns: 19, rows: 24)
    #expect(play.text.contains("Please make the"))
    #expect(play.press("b", .enter).isEmpty)
    #expect(play.press(.control("c")) == [.stop(.interrupt)])
    play.quiz.size = ScreenSize(columns: 80, rows: 9)
    #expect(play.text.contains("Please make the window larger"))
    play.quiz.size = ScreenSize(columns: 1, rows: 1)
    #expect(play.quiz.screen().rows.count == 1)
    play.quiz.size = ScreenSize(columns: 80, rows: 24)
    #expect(play.cursorRow == "> (| ) a) Option a")
  }

  @Test("The smallest window shows place, time, focus and the most needed keys")
  func smallest() {
    let play = Play(columns: 20, rows: 10, limit: 600)
    #expect(
      play.text == """
        1/4 10 min
        What about one?
        > ( ) a) Option a
          ( ) b) Option b
          ( ) c) Option c
        Enter: next  ?: help
        """)
  }

  @Test("A long remark has rows of its own on a narrow screen")
  func remarks() {
    let play = Play(columns: 40)
    play.press(.enter)
    #expect(play.text.contains("No answer yet: press its letter; Enter\nto skip.\nletter or Space"))
    let low = Play(columns: 40, rows: 12)
    low.press(.enter)
    #expect(low.text.contains("No answer yet: press its letter; Enter …"))
  }

  @Test("A list of forty questions pages and follows the focus")
  func longList() {
    let items = (1...40).map { Sample.choice("q\($0)", "x ") }
    let play = Play(items)
    play.press("/")
    #expect(play.text.contains("> [ ]   1. ") && !play.text.contains(" 40. "))
    play.press("៣៩")
    #expect(play.text.contains("> [ ]  39. no answer"))
    play.press(.end)
    #expect(play.text.contains("> --> Hand in"))
    play.press(.pageUp)
    #expect(!play.text.contains("--> Hand in") && play.cursorRow.hasPrefix("> [|"))
    play.press(.home)
    #expect(play.text.contains("> [ ]   1. "))
  }

  @Test("A long essay scrolls with the cursor")
  func longEssay() {
    let play = Play([Sample.item("e", .essay(EssayInteraction()))], rows: 12)
    for line in 1...30 {
      play.press(Pressed("line \(line)".unicodeScalars.map { .scalar($0) }), .enter)
    }
    #expect(play.text.contains("line 30") && !play.text.contains("line 1\n"))
    play.press(.times(35, .up))
    #expect(play.text.contains("> line 1\n") && !play.text.contains("line 30"))
  }

  @Test("Khmer readers are asked once which drawing they can read; the choice draws at once")
  func reading() {
    let play = Play(
      language: .khmer, notice: [], drawings: [Self.missing, .plain, Self.tall], drawing: nil,
      canOpenPage: true, skipsFront: false)
    #expect(
      play.text == """
        តើអ្នកអាចអានបានទេ? / Can you read this?
        មន្ត្រីឃុំ សង្កាត់បម្រើប្រជាពលរដ្ឋដោយស្មោះត្រង់
        > (x) 1. អក្សរធម្មតារបស់ Terminal / Letters of the terminal
          ( ) 2. ខ្ពស់ / Tall
          ( ) 3. ក្នុងកម្មវិធីរុករក / In a browser
          ( ) 4. សំណួរជាភាសាអង់គ្លេស / Questions in English
        ↑ ↓៖ សាកល្បង / Up, Down: try  Enter៖ យក / Enter: take it
        """)
    play.press(.down)
    #expect(play.text.contains("####\nមន្ត្រី") && play.cursorRow.hasPrefix("> (|x) 2. "))
    #expect(play.press(.enter) == [.chose(drawing: "tall")])
    #expect(play.text.contains("####\nតើថ្ងៃណា"), "the example is drawn so")
    play.press("b", .enter, .enter, "#", "១", .enter)
    #expect(play.effects.last == .chose(drawing: "plain"))
    #expect(play.text.hasPrefix("សំណួរ ១/៤") && !play.text.contains("####"))
    play.press(.function(5), "4", .enter)
    #expect(play.effects.last == .spoke(.english) && play.text.hasPrefix("Question 1/4"))
    play.press("#", "3", .enter)
    #expect(play.effects.last == .openPage)
  }

  @Test("A choice that was remembered is not asked for again; one that is gone is")
  func remembered() {
    func first(_ id: String?) -> String {
      Play(
        language: .khmer, drawings: [Self.missing, .plain, Self.tall], drawing: id,
        skipsFront: false
      ).text
    }
    let english = Play(drawings: [Self.tall, .plain], drawing: nil, skipsFront: false)
    #expect(english.text.contains("####"), "large print in English, where nobody is asked")
    #expect(first("tall").contains("####") && !first("tall").contains("Can you read this?"))
    #expect(first("none").contains("Can you read this?"))
    #expect(first(nil).contains("Can you read this?"))
  }

  @Test("Typed Khmer is drawn above its field where letters are tall")
  func drawnField() {
    let play = Play([Sample.items[3]], drawings: [Self.tall], drawing: "tall")
    play.press("ស្ត្រី")
    #expect(play.text.contains("####\nស្ត្រី\n####\n####\n> ស្ត្រី"))
    #expect(play.cursorRow == "> ស្ត្រី|")
    play.press(.backspace)
    #expect(play.cursorRow == "> |________")
  }

  @Test("Every message has both languages, and no invisible sign reaches a terminal")
  func messages() {
    let items = Sample.items + KindsTests.all
    for language in Language.allCases {
      for columns in [20, 40, 80] {
        let play = Play(items, language: language, columns: columns, limit: 900, canOpenPage: true)
        for _ in 0...items.count {
          for view in [[], [Key.scalar("?")]] {
            play.press(Pressed(view))
            let text = play.quiz.screen().text
            #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
            if language == .khmer, columns == 80 {
              for word in ["Question", "Enter:", "left", "Answered"] {
                #expect(!text.contains(word), "\(text)")
              }
            }
            if !view.isEmpty { play.press(.escape) }
          }
          play.press(.control("n"))
        }
      }
    }
  }
}
