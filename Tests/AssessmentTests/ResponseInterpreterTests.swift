import Assessment
import Testing
import Text

/// Short ways to write values.
private func int(_ number: Int) -> QTIValue { .single(.integer(number)) }
private func name(_ text: String) -> QTIValue { .single(.identifier(text)) }
private func text(_ text: String) -> QTIValue { .single(.string(text)) }
private func names(_ all: String...) -> QTIValue { .container(all.map(QTIScalar.identifier)) }
private func row(_ all: String...) -> QTIValue {
  .container(all.map(QTIScalar.identifier), isOrdered: true)
}
private let yes = QTIValue.boolean(true)
private let no = QTIValue.boolean(false)

@Suite("Expressions of response processing")
struct ResponseExpressionTests {
  /// The value of an operator over values, through an outcome of the type of what is expected.
  private func value(_ kind: QTIOperator, _ operands: [QTIValue]) -> QTIValue {
    let outcomes = [QTICardinality.single, .multiple, .ordered].flatMap { cardinality in
      QTIBaseType.allCases.map {
        OutcomeDeclaration("\(cardinality)-\($0)", cardinality, $0, defaultValue: .null)
      }
    }
    let expression = QTIExpression.operation(kind, operands.map(QTIExpression.value))
    let set = outcomes.map { ResponseRule.setOutcome($0.identifier, expression) }
    let run = ResponseInterpreter.run(
      ResponseProgram(responses: [], outcomes: outcomes, rules: set), [:])
    return outcomes.lazy.compactMap { run.outcomes[$0.identifier] }.first { $0 != .null } ?? .null
  }

  @Test(
    "Logic has three values",
    arguments: [
      (QTIOperator.and, [yes, yes], yes), (.and, [yes, no], no), (.and, [yes, .null], .null),
      (.and, [no, .null], no), (.or, [no, yes], yes), (.or, [no, .null], .null),
      (.or, [yes, .null], yes), (.or, [no, no], no), (.not, [yes], no), (.not, [.null], .null),
      (.and, [yes, int(1)], .null),
      (.anyN(least: .number(1), most: .number(2)), [yes, no, no], yes),
      (.anyN(least: .number(2), most: .number(2)), [yes, no, .null], .null),
      (.anyN(least: .number(2), most: .number(3)), [yes, no, no], no),
      (.anyN(least: .number(0), most: .number(1)), [yes, yes, .null], no),
    ])
  func logic(_ kind: QTIOperator, _ operands: [QTIValue], _ expected: QTIValue) {
    #expect(value(kind, operands) == expected)
  }

  @Test(
    "Containers",
    arguments: [
      (QTIOperator.match, [names("a", "b"), names("b", "a")], yes),
      (.match, [names("a", "a", "b"), names("a", "b", "b")], no),
      (.match, [row("a", "b"), row("b", "a")], no), (.match, [row("a"), names("a")], .null),
      (.match, [name("a"), text("a")], .null), (.match, [.null, .null], .null),
      (.match, [.single(.unordered("B", "A")), .single(.unordered("A", "B"))], yes),
      (.match, [.single(.directedPair("B", "A")), .single(.directedPair("A", "B"))], no),
      (.isNull, [.null], yes), (.isNull, [names("a")], no), (.containerSize, [.null], int(0)),
      (.containerSize, [row("a", "b")], int(2)), (.index(.number(2)), [row("a", "b")], name("b")),
      (.index(.number(3)), [row("a", "b")], .null), (.index(.number(1)), [names("a")], .null),
      (.member, [name("a"), names("b", "a")], yes), (.member, [name("c"), row("a")], no),
      (.member, [.null, row("a")], .null),
      (.delete, [name("a"), row("a", "b", "a")], row("b")),
      (.delete, [name("a"), names("a")], .null),
      (.contains, [names("a", "b", "c"), names("c", "a")], yes),
      (.contains, [names("a", "b"), names("a", "a")], no),
      (.contains, [row("a", "b", "c"), row("b", "c")], yes),
      (.contains, [row("a", "b", "c"), row("a", "c")], no),
      (.multiple, [name("a"), .null, names("b")], names("a", "b")),
      (.multiple, [name("a"), int(1)], .null), (.ordered, [name("a"), row("b")], row("a", "b")),
      (.ordered, [names("a")], .null), (.multiple, [], .null),
      (.fieldValue("x"), [.record(["x": .integer(4)])], int(4)),
      (.fieldValue("y"), [.record(["x": .integer(4)])], .null),
    ])
  func containers(_ kind: QTIOperator, _ operands: [QTIValue], _ expected: QTIValue) {
    #expect(value(kind, operands).matches(expected))
  }

  @Test(
    "Texts",
    arguments: [
      (QTIOperator.stringMatch(isCaseSensitive: true, isSubstring: false), "York", "york", no),
      (.stringMatch(isCaseSensitive: false, isSubstring: false), "York", "york", yes),
      (.stringMatch(isCaseSensitive: true, isSubstring: true), "New York", "York", yes),
      (.substring(isCaseSensitive: true), "York", "New York", yes),
      (.substring(isCaseSensitive: true), "york", "New York", no),
      (.substring(isCaseSensitive: true), "ត", "ខេត្តកំពត", yes),
    ])
  func texts(_ kind: QTIOperator, _ first: String, _ second: String, _ expected: QTIValue) {
    #expect(value(kind, [text(first), text(second)]) == expected)
  }

  @Test(
    "Numbers",
    arguments: [
      (QTIOperator.sum, [int(2), int(3)], int(5)), (.sum, [int(2), .float(0.5)], .float(2.5)),
      (.sum, [int(2), .null], .null), (.product, [int(4), .float(0.5)], .float(2)),
      (.subtract, [int(2), int(5)], int(-3)), (.divide, [int(1), int(4)], .float(0.25)),
      (.divide, [int(1), int(0)], .null), (.power, [int(2), int(10)], .float(1024)),
      (.power, [int(-1), .float(0.5)], .null), (.integerDivide, [int(-7), int(2)], int(-4)),
      (.integerModulus, [int(-7), int(2)], int(1)), (.integerDivide, [int(7), int(0)], .null),
      (.integerDivide, [.float(7), int(2)], .null), (.truncate, [.float(-6.8)], int(-6)),
      (.round, [.float(6.5)], int(7)), (.round, [.float(-6.5)], int(-6)),
      (.integerToFloat, [int(3)], .float(3)), (.min, [int(3), int(2)], int(2)),
      (.max, [int(3), .float(3.5)], .float(3.5)), (.gcd, [int(12), int(18)], int(6)),
      (.lcm, [int(4), int(6)], int(12)), (.gcd, [int(-4), int(6)], .null),
      (.sum, [int(.max), int(1)], .null), (.product, [.single(.integer(.max)), int(2)], .null),
      (.lt, [int(1), .float(1.5)], yes), (.gte, [int(1), int(1)], yes),
      (.gt, [int(1), int(1)], no), (.lte, [int(2), int(1)], no), (.lt, [.null, int(1)], .null),
      (.roundTo(isSignificant: true, figures: .number(2)), [.float(1234)], .float(1200)),
      (.roundTo(isSignificant: false, figures: .number(1)), [.float(0.25)], .float(0.3)),
      (
        .equalRounded(isSignificant: false, figures: .number(2)), [.float(3.175), .float(3.183)],
        yes
      ),
      (
        .equalRounded(isSignificant: true, figures: .number(3)), [.float(3.175), .float(3.183)], yes
      ),
      (
        .equalRounded(isSignificant: true, figures: .number(4)), [.float(3.175), .float(3.1749)],
        yes
      ),
      (.equalRounded(isSignificant: true, figures: .number(0)), [.float(1), .float(1)], .null),
      (.equal(.absolute(0.5)), [.float(10), .float(10.5)], yes),
      (.equal(.absolute(0.5)), [.float(10), .float(10.51)], no),
      (.equal(QTITolerance(.exact)), [int(3), .float(3)], yes),
      (
        .equal(QTITolerance(.relative, below: .number(10), above: .number(5))),
        [int(200), int(180)], yes
      ),
      (
        .equal(QTITolerance(.relative, below: .number(10), above: .number(5))),
        [int(200), int(211)], no
      ),
      (
        .equal(
          QTITolerance(
            .absolute, below: .number(1), above: .number(1), includesLower: false,
            includesUpper: false)), [int(5), int(6)], no
      ),
      (.durationLT, [.single(.duration(1)), .single(.duration(2))], yes),
      (.durationGTE, [.single(.duration(1)), .single(.duration(2))], no),
    ])
  func numbers(_ kind: QTIOperator, _ operands: [QTIValue], _ expected: QTIValue) {
    let made = value(kind, operands)
    if let number = expected.number {
      #expect(made.number == number)
    } else {
      #expect(made == expected)
    }
  }

  @Test("Chance draws from the generator that is given, within the bounds")
  func chance() {
    let rules: [ResponseRule] = [
      .setOutcome(
        "I",
        .operation(.randomInteger(least: .number(2), most: .number(11), step: .number(3)), [])),
      .setOutcome("F", .operation(.randomFloat(least: .number(1), most: .number(2)), [])),
      .setOutcome("N", .operation(.random, [.value(names("a", "b"))])),
    ]
    let program = ResponseProgram(
      responses: [],
      outcomes: [
        OutcomeDeclaration("I", .single, .integer), OutcomeDeclaration("F", .single, .float),
        OutcomeDeclaration("N", .single, .identifier),
      ], rules: rules)
    var seen: Set<Double> = []
    for seed in 0..<60 {
      let generator = SeededGenerator(seed: UInt64(seed))
      let run = ResponseInterpreter.run(program, [:], generator: generator)
      #expect(run == ResponseInterpreter.run(program, [:], generator: generator))
      seen.insert(run.outcomes["I"]?.number ?? -1)
      #expect((1...2).contains(run.outcomes["F"]?.number ?? 0))
      #expect([name("a"), name("b")].contains(run.outcomes["N"]))
    }
    #expect(seen == [2, 5, 8, 11])
  }

  @Test(
    "Values are read as they are written, and others are none",
    arguments: [
      ("true", QTIBaseType.boolean, "true"), ("1", .boolean, "true"), ("yes", .boolean, nil),
      (" 12 ", .integer, "12"), ("12.5", .integer, nil), ("1e3", .float, "1000"),
      ("nan", .float, nil), ("0x10", .float, nil), ("3 4", .point, "3 4"), ("3", .point, nil),
      ("B A", .pair, "A B"), ("B A", .directedPair, "B A"), ("B", .pair, nil),
      (" a b ", .string, " a b "), ("", .string, nil), ("2.5", .duration, "2.5"),
      ("-1", .duration, nil), ("a\n b", .identifier, "a b"), ("x.png", .file, "x.png"),
      ("http://a", .uri, "http://a"), ("0.25", .float, "0.25"),
    ] as [(String, QTIBaseType, String?)])
  func reading(_ written: String, _ type: QTIBaseType, _ expected: String?) {
    let value = QTIScalar(written, type)
    #expect(value?.text == expected)
    #expect(value == nil || value?.type == type)
  }
}

@Suite("Rules of response processing")
struct ResponseRuleTests {
  private let score = OutcomeDeclaration("SCORE", .single, .float)

  private func program(
    _ response: ResponseDeclaration, _ rules: [ResponseRule], _ more: [OutcomeDeclaration] = []
  ) -> ResponseProgram {
    ResponseProgram(responses: [response], outcomes: [score] + more, rules: rules)
  }

  @Test("match_correct gives 1 or 0")
  func matchCorrect() {
    let program = program(
      ResponseDeclaration("RESPONSE", .single, .identifier, correct: name("a")),
      ResponseTemplate.matchCorrect.rules)
    #expect(program.template == .matchCorrect)
    #expect(ResponseInterpreter.run(program, ["RESPONSE": name("a")]).points() == 1)
    #expect(ResponseInterpreter.run(program, ["RESPONSE": name("b")]).points() == 0)
    #expect(ResponseInterpreter.run(program, [:]).points() == 0)
  }

  @Test("map_response counts every value once, between the bounds")
  func mapResponse() {
    let mapping = ResponseMapping(
      lowerBound: -1, upperBound: 2, defaultValue: -2,
      entries: [.init(.identifier("a"), 1.5), .init(.identifier("b"), 1)])
    let program = program(
      ResponseDeclaration("RESPONSE", .multiple, .identifier, mapping: mapping),
      ResponseTemplate.mapResponse.rules)
    for (value, points) in [
      (names("a"), 1.5), (names("a", "a"), 1.5), (names("a", "b"), 2), (names("c", "d"), -1),
      (names("a", "c"), -0.5), (.null, 0),
    ] {
      #expect(ResponseInterpreter.run(program, ["RESPONSE": value]).points() == points)
    }
    let texts = ResponseMapping(
      entries: [.init(.string("York"), 1, isCaseSensitive: false), .init(.string("a"), 2)])
    #expect(texts.score(text("YORK")) == 1)
    #expect(texts.score(text("A")) == 0)
  }

  @Test("Areas and what is not known are named and score nothing")
  func unsupported() {
    let response = ResponseDeclaration("RESPONSE", .single, .point, hasAreaMapping: true)
    let points = program(response, ResponseTemplate.mapResponsePoint.rules)
    let run = ResponseInterpreter.run(
      points, ["RESPONSE": .single(.point(x: 1, y: 2))])
    #expect(run.unsupported == ["mapResponsePoint"])
    #expect(run.points() == 0)
    let rule = program(response, [.unsupported("customRule")])
    #expect(ResponseInterpreter.run(rule, [:]).unsupported == ["customRule"])
    #expect(ResponseTemplate(address: "http://x/match_correct.xml") == .matchCorrect)
    #expect(ResponseTemplate(address: "http://x/CC2_match") == nil)
  }

  @Test("Tables look numbers up")
  func lookup() {
    let match = LookupTable(
      .match, rows: [.init(1, name("low")), .init(2, name("high"))], defaultValue: name("none"))
    let steps = LookupTable(
      .interpolation,
      rows: [
        .init(10, includesBoundary: false, name("over")), .init(5, name("five")),
        .init(0, name("some")),
      ])
    #expect(match.value(for: 2) == name("high"))
    #expect(match.value(for: 3) == name("none"))
    #expect(steps.value(for: 10) == name("five"))
    #expect(steps.value(for: 10.5) == name("over"))
    #expect(steps.value(for: -1) == .null)
    let grade = OutcomeDeclaration("GRADE", .single, .identifier, table: match)
    let looked = program(
      ResponseDeclaration("RESPONSE", .single, .integer),
      [.lookup("GRADE", .variable("RESPONSE")), .lookup("SCORE", .float(1))], [grade])
    let run = ResponseInterpreter.run(looked, ["RESPONSE": int(1)])
    #expect(run.outcomes["GRADE"] == name("low"))
    #expect(run.unsupported == ["lookupOutcomeValue"])
  }

  @Test("Conditions take the first true branch; exit ends everything")
  func flow() {
    let rules: [ResponseRule] = [
      .fragment([.score(1)]),
      .condition(
        [
          .init(.value(.null), [.score(2)]), .init(.value(yes), [.score(3), .exit]),
          .init(.value(yes), [.score(4)]),
        ], otherwise: [.score(5)]),
      .score(6),
    ]
    let flow = program(ResponseDeclaration("R", .single, .integer), rules)
    #expect(ResponseInterpreter.run(flow, [:]).points() == 3)
    #expect(ResponseInterpreter.run(flow, [:]).isComplete)
  }

  @Test("Outcomes keep their type, and defaults are found")
  func types() {
    let declaration = ResponseDeclaration(
      "R", .single, .integer, defaultValue: int(7), correct: int(9))
    let more = [
      OutcomeDeclaration("I", .single, .integer), OutcomeDeclaration("M", .multiple, .identifier),
      OutcomeDeclaration("D", .single, .integer, defaultValue: int(4)),
      OutcomeDeclaration("X", .single, .identifier), OutcomeDeclaration("REC", .record, nil),
    ]
    let run = ResponseInterpreter.run(
      program(
        declaration,
        [
          .setOutcome("SCORE", .variable("R")), .setOutcome("I", .float(2.5)),
          .setOutcome("M", .value(names("a"))), .setOutcome("X", .value(text("a"))),
          .setOutcome("REC", .value(.record(["a": .integer(1)]))),
          .setOutcome("nowhere", .float(1)), .setOutcome("completionStatus", .value(name("done"))),
          .setOutcome(
            "D",
            .operation(
              .sum, [.defaultValue("D"), .defaultValue("R"), .correct("R"), .variable("D")])),
        ], more), [:])
    #expect(run.outcomes["SCORE"] == .float(7))
    #expect(run.outcomes["I"] == .null)
    #expect(run.outcomes["M"] == names("a"))
    #expect(run.outcomes["X"] == .null)
    #expect(run.outcomes["REC"] == .record(["a": .integer(1)]))
    #expect(run.outcomes["D"] == int(24))
    #expect(run.outcomes["nowhere"] == nil)
    #expect(run.outcomes["completionStatus"] == name("done"))
  }

  @Test("Steps and depth are bounded")
  func bounds() {
    let many = program(
      ResponseDeclaration("R", .single, .integer),
      Array(repeating: .score(1), count: 100))
    #expect(!ResponseInterpreter.run(many, [:], steps: 50).isComplete)
    var deep = QTIExpression.value(yes)
    for _ in 0..<400 { deep = .operation(.not, [deep]) }
    let nested = program(
      ResponseDeclaration("R", .single, .integer),
      [.condition([.init(deep, [.score(1)])], otherwise: []), .score(2)])
    let run = ResponseInterpreter.run(nested, [:])
    #expect(!run.isComplete)
    #expect(run.points() == 0)
  }
}
