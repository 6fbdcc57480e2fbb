import Source
import Testing
import Text

@testable import Assessment

@Suite("What a person types as an answer of several parts")
struct PartsInputTests {
  private static func texts(_ count: Int) -> [ChoiceOption] {
    (0..<count).map {
      ChoiceOption(
        id: ChoiceOption.id(at: $0), text: LocalizedText(en: "Option \($0)", km: "ជម្រើស \($0)"),
        isCorrect: $0 == 0)
    }
  }

  static let order = Samples.item("order", .order(OrderInteraction(options: texts(3))))

  static let match = Samples.item(
    "match",
    .match(
      MatchInteraction(
        sources: (0..<3).map {
          .init(
            id: ChoiceOption.id(at: $0), text: LocalizedText(same: "s\($0)"), target: "\($0 + 1)")
        },
        targets: (1...4).map { .init(id: "\($0)", text: LocalizedText(same: "t\($0)")) })))

  static let length = NumericInteraction(
    answers: [.init(value: 12, tolerance: 0)],
    units: [.init(symbol: "km", factor: 1), .init(symbol: "m", factor: 0.001)])

  static let blanks = Samples.item(
    "blanks",
    .blanks(
      BlanksInteraction(blanks: [
        .init(id: "a", entry: .text(TextInteraction(accepted: ["x"]))),
        .init(id: "b", entry: .numeric(length)),
        .init(
          id: "c", entry: .choice(ChoiceInteraction(isMultiple: false, options: texts(3)))),
      ])))

  static func read(_ typed: String, _ item: Item, seed: String = "", _ current: Response? = nil)
    -> Response?
  {
    guard
      case .response(let response) = AnswerInput.read(
        typed, item: item, seed: seed, current: current)
    else { return nil }
    return response
  }

  static func remedy(_ typed: String, _ item: Item) -> LocalizedText? {
    guard case .notUnderstood(let remedy) = AnswerInput.read(typed, item: item, seed: "") else {
      return nil
    }
    return remedy
  }

  @Test(
    "A number may have one of its units, Khmer digits or none",
    arguments: [
      ("12 km", 12.0), ("12", 12), ("១២ km", 12), ("12km", 12), ("12000 m", 12), ("១២.៥", 12.5),
    ])
  func units(_ typed: String, _ number: Double) {
    #expect(Self.read(typed, Samples.item("n", .numeric(Self.length))) == .number(number))
  }

  @Test("A number with a unit of another kind is not understood, and the units are named")
  func otherUnits() {
    let item = Samples.item("n", .numeric(Self.length))
    for typed in ["12 miles", "km", "12 KM", ""] {
      let remedy = Self.remedy(typed, item)
      #expect(
        remedy?.en == "Type a number, alone or with its unit (km, m), such as 12.5 km.", "\(typed)")
      #expect(remedy?.km.contains("ឯកតា (km, m)") == true)
    }
  }

  @Test(
    "An order is typed in the letters or numbers shown, Latin or Khmer, with anything between",
    arguments: [
      "c a b", "cab", "គ ក ខ", "គកខ", "3 1 2", "312", "៣ ១ ២", "៣១២", "c > a > b", "C,A,B", "c-a-b",
    ])
  func order(_ typed: String) {
    for seed in ["", "K-1/f", "K-2/f", "K-3/f"] {
      let shown = OptionOrder.options(of: Self.order, seed: seed).map(\.id)
      #expect(
        Self.read(typed, Self.order, seed: seed) == .order([shown[2], shown[0], shown[1]]),
        "\(typed)")
    }
  }

  @Test(
    "An order that leaves something out, says it twice or names nothing is not understood",
    arguments: [
      "", "a b", "a b b", "a b c d", "a b c a", "1 2 4", "0 1 2", "123 1", "x",
      "9999999999999999999",
    ])
  func noOrder(_ typed: String) {
    #expect(
      Self.remedy(typed, Self.order)
        == LocalizedText(
          en: "Type all letters from a to c, each once, in the right order, such as 'c b a'.",
          km: "សូមវាយអក្សរទាំងអស់ ពី ក ដល់ គ មួយដងៗ តាមលំដាប់ត្រឹមត្រូវ ដូចជា 'គ ខ ក'។"))
  }

  @Test(
    "Pairs are a letter and a number, in either order, Latin or Khmer, with anything between",
    arguments: [
      "a2 b1 c4", "ក២ ខ១ គ៤", "a=2, b=1, c=4", "2-a 1-b 4-c", "១-ខ ២-ក ៤-គ", "a2b1c4",
      "a → 2; b → 1; c → 4",
      "A:2 B:1 C:4", "2 1 4", "២ ១ ៤", "ក៖២ ខ៖១ គ៖៤", "(a)2 (b)1 (c)4",
    ])
  func pairs(_ typed: String) {
    for seed in ["", "K-1/f", "K-2/f"] {
      let shown = OptionOrder.targets(of: Self.match, seed: seed).map(\.id)
      #expect(
        Self.read(typed, Self.match, seed: seed)
          == .pairs(["a": shown[1], "b": shown[0], "c": shown[3]]), "\(typed)")
    }
  }

  @Test("Pairs typed one at a time are added to what was joined before")
  func onePair() {
    let shown = OptionOrder.targets(of: Self.match, seed: "").map(\.id)
    let first = Self.read("a2", Self.match)
    #expect(first == .pairs(["a": shown[1]]))
    let second = Self.read("b1", Self.match, first)
    #expect(second == .pairs(["a": shown[1], "b": shown[0]]))
    #expect(Self.read("a3", Self.match, second) == .pairs(["a": shown[2], "b": shown[0]]))
  }

  @Test(
    "What is no pair is not understood",
    arguments: [
      "", "a", "2", "a2 b", "a2 a3", "a5", "d1", "a0", "a b", "1 2", "a2!", "ab12", "a99999999999",
    ])
  func noPairs(_ typed: String) {
    #expect(
      Self.remedy(typed, Self.match)?.en
        == "Type a letter from a to c with a number from 1 to 4 for each pair, such as 'a2 b1'.")
  }

  @Test(
    "Several blanks are named, or filled in turn",
    arguments: [
      "a=x y; b=12 km; c=2", "x y; 12 km; 2", "ក=x y; ខ=១២; គ=ខ", "1=x y;2=12000 m;3=b",
      "c=2;b=12;a=x y;",
      "x y;12;Option 1", "x y;12;ជម្រើស 1",
    ])
  func blanks(_ typed: String) {
    #expect(
      Self.read(typed, Self.blanks) == .blanks(["a": "x y", "b": "12", "c": "b"]), "\(typed)")
  }

  @Test("Semicolons and backslashes can be part of a text")
  func escapes() {
    #expect(Self.read("a=x\\;y; b=1", Self.blanks) == .blanks(["a": "x;y", "b": "1"]))
    #expect(Self.read("x\\\\y; 1", Self.blanks) == .blanks(["a": "x\\y", "b": "1"]))
    #expect(Self.read("x\\y\\", Self.blanks) == .blanks(["a": "x\\y\\"]))
    #expect(Self.read("t=5;1", Self.blanks) == .blanks(["a": "t=5", "b": "1"]))
  }

  @Test("Named blanks are added to what was filled in before; an empty one is taken back")
  func blanksInTurn() {
    let before = Response.blanks(["a": "x", "b": "12"])
    #expect(Self.read("c=1", Self.blanks, before) == .blanks(["a": "x", "b": "12", "c": "a"]))
    #expect(Self.read("b=", Self.blanks, before) == .blanks(["a": "x"]))
    #expect(Self.read("y", Self.blanks, before) == .blanks(["a": "y"]))
    #expect(Self.read(";7", Self.blanks) == .blanks(["b": "7"]))
  }

  @Test("What cannot stand in a blank is said with the blank's name")
  func badBlanks() {
    #expect(Self.remedy("b=many", Self.blanks)?.en.hasPrefix("Blank b: Type a number") == true)
    #expect(Self.remedy("c=9", Self.blanks)?.en == "Blank c: Type one of a to c or 1 to 3.")
    for typed in ["", ";;", "x;1;2;3", "a=x; 12", "a=x; a=y", " \u{200B} "] {
      #expect(
        Self.remedy(typed, Self.blanks)?.en.hasPrefix("Type what belongs in the 3") == true,
        "\(typed)")
    }
  }

  @Test("One blank takes the text alone, or with its name")
  func oneBlank() {
    let item = Samples.item(
      "one",
      .blanks(
        BlanksInteraction(blanks: [.init(id: "a", entry: .text(TextInteraction(accepted: ["x"])))]))
    )
    #expect(Self.read(" x; y=1 ", item) == .blanks(["a": "x; y=1"]))
    #expect(Self.read("a=x", item) == .blanks(["a": "x"]))
    #expect(Self.remedy("", item)?.en == "Type what belongs in the blank.")
  }

  @Test("A blank whose id is a word is named by it, or by its place")
  func wordID() {
    let text = BlanksInteraction.Entry.text(TextInteraction(accepted: ["x"]))
    let item = Samples.item(
      "w",
      .blanks(
        BlanksInteraction(blanks: [.init(id: "city", entry: text), .init(id: "year", entry: text)]))
    )
    #expect(Self.read("City=x; year=y", item) == .blanks(["city": "x", "year": "y"]))
    #expect(Self.read("ខ=y", item) == .blanks(["year": "y"]))
    #expect(Self.read("2=y", item) == .blanks(["year": "y"]))
    #expect(Self.read("3=y; z", item) == .blanks(["city": "3=y", "year": "z"]))
  }

  @Test("A place on a scale is typed as number or letter; nothing is typed for a performance")
  func others() {
    let rating = Samples.item(
      "r", .rating(RatingInteraction(isSelfRating: false, options: Self.texts(5))))
    for typed in ["4", "៤", "d", "ឃ"] { #expect(Self.read(typed, rating) == .chosen(["d"])) }
    #expect(Self.read("1 2", rating) == nil && Self.read("6", rating) == nil)
    let performance = Samples.item("p", .performance)
    #expect(Self.remedy("done", performance)?.en.contains("nothing to type") == true)
    let essay = Samples.item("e", .essay(EssayInteraction()))
    #expect(Self.read("one\ntwo", essay) == .text("one\ntwo"))
  }

  @Test("What is typed for the right answer wins all points, whatever the order shown")
  func right() {
    for seed in ["", "K-1", "K-2", "K-3"] {
      let shown = OptionOrder.options(of: Self.order, seed: seed).map(\.id)
      let typed = ["a", "b", "c"].compactMap { shown.firstIndex(of: $0) }.map {
        ChoiceOption.id(at: $0)
      }
      let response = Self.read(typed.joined(separator: " "), Self.order, seed: seed)
      #expect(ResponseProcessing.score(Self.order, response).isCorrect)
    }
  }
}

@Suite("Order of options that are ordered and joined")
struct ApartTests {
  private static func options(_ count: Int) -> [ChoiceOption] {
    (0..<count).map {
      ChoiceOption(
        id: ChoiceOption.id(at: $0), text: LocalizedText(same: "o"), isCorrect: $0 == 0)
    }
  }

  @Test("What is ordered or joined never stands in the key's order, on paper neither")
  func never() {
    for count in 2...5 {
      let targets = (1...count).map {
        MatchInteraction.Target(id: "\($0)", text: LocalizedText(same: "t"))
      }
      for number in 0..<200 {
        let seed = number == 0 ? "" : "learner \(number)"
        let order = Samples.item(
          "o\(number % 7)", .order(OrderInteraction(options: Self.options(count))))
        let shown = OptionOrder.options(of: order, seed: seed).map(\.id)
        #expect(shown != order.interaction.options.map(\.id))
        #expect(Set(shown).count == count)
        let match = Samples.item(
          "m\(number % 7)", .match(MatchInteraction(sources: [], targets: targets)))
        let joined = OptionOrder.targets(of: match, seed: seed)
        #expect(joined != targets && Set(joined) == Set(targets))
      }
    }
  }

  @Test("One thing has but one order, and other kinds have no targets")
  func one() {
    let order = Samples.item("o", .order(OrderInteraction(options: Self.options(1))))
    #expect(OptionOrder.options(of: order, seed: "x").count == 1)
    #expect(OptionOrder.targets(of: order, seed: "x").isEmpty)
    let blank = BlanksInteraction.Blank(id: "a", entry: .text(TextInteraction(accepted: ["x"])))
    #expect(OptionOrder.options(of: blank, in: order, seed: "x").isEmpty)
  }

  @Test("True and false, scales, and choices that keep their order stand as in the source")
  func kept() {
    let options = Self.options(6)
    let items = [
      Samples.item("t", .choice(ChoiceInteraction(isTrue: false))),
      Samples.item("r", .rating(RatingInteraction(isSelfRating: true, options: options))),
      Samples.item(
        "k", .choice(ChoiceInteraction(isMultiple: false, keepsOrder: true, options: options))),
    ]
    for item in items {
      for number in 0..<50 {
        #expect(OptionOrder.options(of: item, seed: "\(number)") == item.interaction.options)
      }
    }
  }

  @Test("The options of a blank are shuffled by learner, and stand as in the source on paper")
  func blank() {
    let blank = BlanksInteraction.Blank(
      id: "a", entry: .choice(ChoiceInteraction(isMultiple: false, options: Self.options(5))))
    let item = Samples.item("b", .blanks(BlanksInteraction(blanks: [blank])))
    #expect(OptionOrder.options(of: blank, in: item, seed: "") == Self.options(5))
    let orders = Set(
      (0..<50).map { OptionOrder.options(of: blank, in: item, seed: "\($0)").map(\.id) })
    #expect(orders.count > 20)
  }
}
