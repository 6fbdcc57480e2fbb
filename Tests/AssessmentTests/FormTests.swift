import Source
import Testing
import Text

@testable import Assessment

@Suite("Parallel forms")
struct FormTests {
  static let place = SourceLocation(file: "forms.yaml", line: 1)

  static func cell(
    _ outcome: String, _ cognitive: CognitiveLevel, count: Int, anchors: Int
  ) -> Blueprint.Cell {
    Blueprint.Cell(
      outcome: Located(outcome, at: place), cognitive: cognitive, count: count, anchors: anchors)
  }

  static func blueprint(seed: Int = 7, forms: Int = 2, cells: [Blueprint.Cell]? = nil) -> Blueprint
  {
    Blueprint(
      id: "t", title: LocalizedText(same: "Test"), seed: seed, minutes: 45, masteryPercent: 70,
      statuses: [.draft, .operational],
      cells: cells ?? [
        cell("A", .understand, count: 3, anchors: 1), cell("A", .apply, count: 2, anchors: 0),
        cell("B", .understand, count: 2, anchors: 2),
      ],
      forms: (0..<forms).map {
        Blueprint.FormName(id: "t-\($0)", title: LocalizedText(same: "Form \($0)"))
      }, location: place)
  }

  /// Eight items for each cell of the blueprint, and some that may never be drawn.
  static var bank: [Item] {
    var items: [Item] = []
    for (outcome, level) in [("A", CognitiveLevel.understand), ("A", .apply), ("B", .understand)] {
      for number in 0..<8 {
        let id = "\(outcome)-\(level.rawValue)-\(number)".lowercased()
        items.append(Samples.item(id, outcome: outcome, cognitive: level, Samples.choice("x  ")))
      }
    }
    items.append(
      Samples.item("practice", outcome: "A", pool: .practice, Samples.choice("x ")))
    items.append(Samples.item("retired", outcome: "A", status: .retired, Samples.choice("x ")))
    return items
  }

  @Test("Each form holds what each cell asks for, at the same places")
  func counts() {
    let forms = FormAssembly.forms(Self.blueprint(forms: 3), bank: Self.bank)
    #expect(forms.map(\.id) == ["t-0", "t-1", "t-2"])
    for form in forms {
      #expect(
        form.items.map { "\($0.outcome.value) \($0.cognitive ?? .create)" } == [
          "A understand", "A understand", "A understand", "A apply", "A apply", "B understand",
          "B understand",
        ])
      #expect(Set(form.items.map(\.id)).count == 7)
      #expect(form.minutes == 45 && form.masteryPercent == 70)
      #expect(form.items.allSatisfy { $0.pool == .test && $0.status != .retired })
    }
  }

  @Test("Forms share exactly the anchors")
  func anchors() {
    let forms = FormAssembly.forms(Self.blueprint(forms: 3), bank: Self.bank)
    let sets = forms.map { Set($0.items.map(\.id)) }
    #expect(forms.allSatisfy { $0.anchors.count == 3 && $0.anchors == forms[0].anchors })
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      #expect(sets[first].intersection(sets[second]) == forms[0].anchors)
    }
    #expect(Self.blueprint().anchorCount == 3 && Self.blueprint().itemCount == 7)
  }

  @Test("The same seed gives the same forms, whatever the order of the bank; another one others")
  func determinism() {
    let forms = FormAssembly.forms(Self.blueprint(), bank: Self.bank)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10 {
      let again = FormAssembly.forms(Self.blueprint(), bank: generator.shuffled(Self.bank))
      #expect(again == forms)
    }
    let versions = Set(
      (0..<20).map { FormAssembly.forms(Self.blueprint(seed: $0), bank: Self.bank)[0].version })
    #expect(versions.count > 10)
  }

  @Test("A change in one cell leaves the others as they were")
  func independent() {
    let before = FormAssembly.forms(Self.blueprint(), bank: Self.bank)
    let more =
      Self.bank + [
        Samples.item("a-understand-new", outcome: "A", Samples.choice("x "))
      ]
    let after = FormAssembly.forms(Self.blueprint(), bank: more)
    for (old, new) in zip(before, after) {
      #expect(old.items[3...].map(\.id) == new.items[3...].map(\.id))
    }
    var cells = Self.blueprint().cells
    cells[0].count = 2
    let smaller = FormAssembly.forms(Self.blueprint(cells: cells), bank: Self.bank)
    for (old, new) in zip(before, smaller) {
      #expect(old.items[3...].map(\.id) == new.items[2...].map(\.id))
    }
  }

  @Test("A cell that the bank cannot fill is named with what it lacks, and nothing is drawn")
  func unmet() {
    let blueprint = Self.blueprint(cells: [
      Self.cell("A", .understand, count: 6, anchors: 2),
      Self.cell("C", .create, count: 1, anchors: 0),
    ])
    let unmet = FormAssembly.unmet(blueprint, bank: Self.bank)
    #expect(unmet.map(\.cell.outcome.value) == ["A", "C"])
    #expect(unmet.map(\.lacking) == [2, 2])
    #expect(FormAssembly.forms(blueprint, bank: Self.bank) == [])
    #expect(FormAssembly.unmet(Self.blueprint(), bank: Self.bank).isEmpty)
  }

  @Test("The version of a form follows its items, their order and their keys")
  func version() {
    let form = Samples.form(Array(Self.bank.prefix(3)))
    var other = form
    other.items.reverse()
    #expect(other.version != form.version)
    other = form
    other.items[0].interaction = Samples.choice(" x ")
    #expect(other.version != form.version)
    other = form
    other.title.en = "Another title"
    #expect(other.version == form.version)
  }
}

@Suite("Order of options")
struct OptionOrderTests {
  static let item = Samples.item("i", Samples.choice("x    "))

  @Test("Ids stay with their texts and keys in every order")
  func ids() {
    let original = Dictionary(
      uniqueKeysWithValues: Self.item.interaction.options.map { ($0.id, $0) })
    for number in 0..<50 {
      let options = OptionOrder.options(of: Self.item, seed: "learner \(number)")
      #expect(options.count == 5)
      #expect(options.allSatisfy { original[$0.id] == $0 })
      #expect(Set(options.map(\.id)) == Set(original.keys))
    }
  }

  @Test("An empty seed keeps the order of the source, and one seed gives one order")
  func seeds() {
    let source = Self.item.interaction.options
    #expect(OptionOrder.options(of: Self.item, seed: "") == source)
    let order = OptionOrder.options(of: Self.item, seed: "K-17/ila-a")
    #expect(OptionOrder.options(of: Self.item, seed: "K-17/ila-a") == order)
    let orders = Set((0..<50).map { OptionOrder.options(of: Self.item, seed: "\($0)").map(\.id) })
    #expect(orders.count > 20)
    #expect(OptionOrder.options(of: Samples.item("n", Samples.numeric(1)), seed: "x") == [])
  }
}

@Suite("Allotting a form by the hash of a code")
struct FormAllocationTests {
  @Test("10,000 codes fall into the halves as coins do")
  func balance() {
    // Six standard deviations of a binomial count with n = 10,000 and p = 1/2 are 300.
    for prefix in ["", "KPC-", "អ្នករៀន ", "2026-11-"] {
      let second = (0..<10_000).count {
        FormAllocation.takesSecondFormFirst(learner: "\(prefix)\($0)")
      }
      #expect((4700...5300).contains(second), "\(prefix): \(second)")
    }
  }

  @Test("Codes that follow each other are no rows of the same form")
  func runs() {
    let forms = (0..<10_000).map { FormAllocation.takesSecondFormFirst(learner: "L\($0)") }
    let changes = zip(forms, forms.dropFirst()).count { $0 != $1 }
    // Half of the 9,999 neighbours differ by chance; the bound is six standard deviations.
    #expect((4700...5300).contains(changes), "\(changes)")
  }

  @Test("A code always takes the same form")
  func stable() {
    for code in ["", "K-17", "ក-១៧"] {
      let first = FormAllocation.takesSecondFormFirst(learner: code)
      #expect(FormAllocation.takesSecondFormFirst(learner: code) == first)
    }
    // Computed by another program from the two published algorithms.
    let known = [("a", true), ("foobar", false), ("K-17", true), ("L1", true), ("L2", false)]
    for (code, isSecond) in known {
      #expect(FormAllocation.takesSecondFormFirst(learner: code) == isSecond)
    }
  }
}

@Suite("Reading forms.yaml")
struct FormsReadingTests {
  static let good = """
    format: 1
    id: t
    title: {en: Test, km: តេស្ត}
    seed: 7
    minutes: ៤៥
    mastery: 70
    statuses: [draft, piloted]
    blueprint:
      - {outcome: A-1, cognitive: understand, count: 2, anchors: 1}
      - {outcome: A-2, cognitive: apply, count: 1, anchors: 0}
    forms:
      - {id: t-a, title: {en: Form A, km: វិញ្ញាសា ក}}
      - {id: t-b, title: {en: Form B, km: វិញ្ញាសា ខ}}

    """

  static func read(_ text: String) -> (blueprint: Blueprint?, findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let blueprint = FormsReading.blueprint(
      SourceFile(path: "forms.yaml", text: text), collector: collector)
    return (blueprint, collector.diagnostics)
  }

  @Test("Everything that is written is read")
  func everything() {
    let (blueprint, findings) = Self.read(Self.good)
    #expect(findings.isEmpty)
    #expect(blueprint?.id == "t" && blueprint?.seed == 7 && blueprint?.minutes == 45)
    #expect(blueprint?.masteryPercent == 70 && blueprint?.statuses == [.draft, .piloted])
    #expect(blueprint?.cells.map(\.count) == [2, 1] && blueprint?.cells.map(\.anchors) == [1, 0])
    #expect(blueprint?.cells.map { $0.needed(forms: 2) } == [3, 2])
    #expect(blueprint?.cells.map(\.outcome.location.line) == [9, 10])
    #expect(blueprint?.forms.map(\.id) == ["t-a", "t-b"])
  }

  @Test("Without statuses only operational items are drawn")
  func statuses() {
    let text = Self.good.replacing("statuses: [draft, piloted]\n", with: "")
    #expect(Self.read(text).blueprint?.statuses == [.operational])
    let (blueprint, findings) = Self.read(Self.good.replacing("piloted", with: "pilotd"))
    #expect(blueprint?.statuses == [.draft])
    #expect(findings.map(\.code) == ["unknown-value"])
    #expect(findings.first?.remedy.en.contains("'piloted'") == true)
  }

  @Test(
    "What is wrong is found in its line",
    arguments: [
      ("count: 2, anchors: 1", "count: 2, anchors: 3", "wrong-kind", 9),
      ("count: 1, anchors", "count: 0, anchors", "wrong-kind", 10),
      ("cognitive: apply", "cognitive: aply", "unknown-value", 10),
      ("seed: 7", "seed: -7", "wrong-kind", 4), ("minutes: ៤៥", "minutes: long", "wrong-kind", 5),
      ("mastery: 70", "mastery: 101", "wrong-kind", 6), ("id: t\n", "", "missing-key", 1),
      ("format: 1", "format: 2", "newer-format", 1),
      ("{id: t-a, ", "{", "missing-key", 12), ("outcome: A-1, ", "", "missing-key", 9),
    ])
  func findings(_ original: String, _ replacement: String, _ code: String, _ line: Int) {
    let findings = Self.read(Self.good.replacing(original, with: replacement)).findings
    #expect(findings.first?.code == code)
    #expect(findings.first?.location.line == line)
  }

  @Test("Without a cell or a form there is no blueprint")
  func empty() {
    let cells = Self.good.replacing("cognitive: understand", with: "cognitive: x")
      .replacing("cognitive: apply", with: "cognitive: y")
    #expect(Self.read(cells).blueprint == nil)
    #expect(Self.read(Self.good.replacing("id: t-", with: "ids: t-")).blueprint == nil)
  }
}
