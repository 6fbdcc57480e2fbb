import Source
import Testing
import Text

@testable import Assessment

/// Checks forms against a blueprint without any of the code that assembles them.
enum FormChecker {
  /// Returns the constraints that forms break, each once.
  static func broken(_ forms: [TestForm], _ blueprint: Blueprint) -> Set<FormConstraint> {
    var broken: Set<FormConstraint> = []
    let constraints = blueprint.constraints ?? BlueprintConstraints()
    for form in forms {
      for total in constraints.totals {
        let count = form.items.count { total.counts($0, outcomes: outcomes) }
        if !total.limits.holds(Double(count)) {
          broken.insert(.total(total.dimension, id: total.id.value))
        }
      }
      if let points = constraints.points, !points.holds(form.maximum) { broken.insert(.points) }
      for set in constraints.enemies {
        let ids = Set(set.map(\.value))
        if form.items.count(where: { ids.contains($0.id) }) > 1 {
          broken.insert(.enemies(set.map(\.value)))
        }
      }
      let known = form.items.compactMap { $0.statistics?.difficulty }
      if let each = constraints.difficulty?.each, !known.allSatisfy({ each.holds($0) }) {
        broken.insert(.itemDifficulty)
      }
      if let mean = constraints.difficulty?.mean, let found = self.mean(form), !mean.holds(found) {
        broken.insert(.meanDifficulty)
      }
    }
    let most = constraints.overlap?.value ?? blueprint.anchorCount
    if FormBalance(forms).shared > most { broken.insert(.overlap) }
    if let most = constraints.balance?.points, spread(forms.map(\.maximum)) > most + 1e-9 {
      broken.insert(.balancedPoints)
    }
    if let most = constraints.balance?.difficulty,
      spread(forms.compactMap(mean)) > most + 1e-9
    {
      broken.insert(.balancedDifficulty)
    }
    return broken
  }

  static func imbalance(_ forms: [TestForm], anchors: Int) -> FormImbalance {
    var shared = 0
    for (number, form) in forms.enumerated() {
      for other in forms.dropFirst(number + 1) {
        shared += Set(form.items.map(\.id)).intersection(other.items.map(\.id)).count - anchors
      }
    }
    return FormImbalance(
      shared: shared, points: spread(forms.map(\.maximum)),
      difficulty: Int((spread(forms.compactMap(mean)) * 100 + 1e-7).rounded()))
  }

  static func mean(_ form: TestForm) -> Double? {
    let known = form.items.compactMap { $0.statistics?.difficulty }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  static func spread(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

  static let outcomes = [
    "A": OutcomePlace(module: "m", competency: "C1"),
    "B": OutcomePlace(module: "m", competency: "C2"),
  ]
}

@Suite("Assembly of forms under constraints")
struct FormAssemblyTests {
  static let place = FormTests.place

  /// Items of two outcomes with points of 1 to 3 and difficulties in whole tenths.
  static func bank(_ generator: inout SeededGenerator, a: Int, b: Int) -> [Item] {
    let names = (0..<a).map { "a-\($0)" } + (0..<b).map { "b-\($0)" }
    return names.map { name in
      var item = Samples.item(
        name, outcome: name.utf8.first == 0x61 ? "A" : "B",
        points: Double(1 + generator.index(below: 3)),
        generator.index(below: 2) == 0 ? Samples.choice("x ") : Samples.numeric(1))
      if generator.index(below: 5) > 0 {
        item.statistics = ItemStatistics(
          n: 50, difficulty: Double(2 + generator.index(below: 8)) / 10)
      }
      return item
    }
  }

  static func constraints(_ generator: inout SeededGenerator, overlap: Int? = nil)
    -> BlueprintConstraints
  {
    var constraints = BlueprintConstraints()
    if generator.index(below: 2) == 0 {
      let least = Double(5 + generator.index(below: 4))
      constraints.points = .init(least: least, most: least + 1, location: place)
    }
    if generator.index(below: 2) == 0 {
      constraints.enemies = [
        ["a-0", "a-1", "b-0"].map { Located($0, at: place) },
        ["b-1", "b-2"].map { Located($0, at: place) },
      ]
    }
    if generator.index(below: 2) == 0 {
      constraints.totals = [
        .init(.kind, id: Located("numeric", at: place), limits: .init(least: 1, most: 2))
      ]
    }
    if generator.index(below: 3) == 0 {
      constraints.difficulty = .init(
        mean: .init(least: 0.45, most: 0.6, location: place),
        each: .init(most: 0.8, location: place))
    }
    if generator.index(below: 3) == 0 {
      constraints.balance = .init(points: 0, difficulty: 0.05, location: place)
    }
    constraints.overlap = overlap.map { Located($0, at: place) }
    return constraints
  }

  static func blueprint(_ seed: Int, _ constraints: BlueprintConstraints) -> Blueprint {
    var blueprint = FormTests.blueprint(
      seed: seed,
      cells: [
        FormTests.cell("A", .understand, count: 2, anchors: 1),
        FormTests.cell("B", .understand, count: 2, anchors: 0),
      ])
    blueprint.constraints = constraints
    return blueprint
  }

  static func choices(_ items: [Item], _ count: Int) -> [[Item]] {
    guard count > 0 else { return [[]] }
    return items.indices.flatMap { index in
      choices(Array(items[(index + 1)...]), count - 1).map { [items[index]] + $0 }
    }
  }

  /// Every way to fill the two forms of `blueprint(_:_:)`.
  static func everyWay(_ blueprint: Blueprint, _ bank: [Item]) -> [[TestForm]] {
    let a = bank.filter { $0.outcome.value == "A" }
    let b = choices(bank.filter { $0.outcome.value == "B" }, 2)
    var ways: [[TestForm]] = []
    for anchor in a {
      for first in a where first.id != anchor.id {
        for second in a where second.id != anchor.id {
          for left in b {
            for right in b {
              ways.append(
                [[anchor, first] + left, [anchor, second] + right].map { items in
                  TestForm(
                    id: "", title: LocalizedText(same: ""), items: items, anchors: [anchor.id],
                    minutes: 1, masteryPercent: 0)
                })
            }
          }
        }
      }
    }
    return ways
  }

  @Test("On small banks it finds what trying everything finds", arguments: [nil, 2, 3])
  func bruteForce(_ overlap: Int?) {
    var generator = SeededGenerator(seed: 71)
    var met = 0
    var searched = 0
    for seed in 0..<40 {
      let bank = Self.bank(&generator, a: 4, b: overlap == nil ? 5 : 3)
      let blueprint = Self.blueprint(seed, Self.constraints(&generator, overlap: overlap))
      let report = FormAssembly.assemble(
        blueprint, bank: bank, outcomes: FormChecker.outcomes, nodeLimit: 1_000_000)
      let good = Self.everyWay(blueprint, bank).filter {
        FormChecker.broken($0, blueprint).isEmpty
      }
      #expect(report.isExact)
      #expect(report.isMet == !good.isEmpty, "\(seed): \(report.unmet.map(\.message.en))")
      #expect(FormChecker.broken(report.forms, blueprint) == Set(report.unmet.map(\.constraint)))
      if report.isMet { met += 1 }
      if report.isMet, report.nodes > 0 {
        searched += 1
        let best = good.map { FormChecker.imbalance($0, anchors: 1) }.min()
        #expect(FormChecker.imbalance(report.forms, anchors: 1) == best, "\(seed)")
      }
    }
    // Both answers must have been given, or the comparison says nothing.
    #expect((5...38).contains(met) && searched > 3, "\(met), \(searched)")
  }

  @Test("Whatever is asked of larger banks, the report names exactly what the forms break")
  func properties() {
    var generator = SeededGenerator(seed: 72)
    for seed in 0..<30 {
      let bank = Self.bank(&generator, a: 14, b: 16)
      var constraints = Self.constraints(&generator)
      constraints.items = Located(7, at: Self.place)
      constraints.totals.append(
        .init(.competency, id: Located("C1", at: Self.place), limits: .init(least: 3, most: 4)))
      constraints.points = .init(least: 12, most: 14, location: Self.place)
      let blueprint = Self.blueprint(seed, constraints)
      let report = FormAssembly.assemble(
        blueprint, bank: bank, outcomes: FormChecker.outcomes, nodeLimit: 300)
      #expect(report.forms.count == 2 && report.forms.allSatisfy { $0.items.count == 7 })
      #expect(report.forms.allSatisfy { Set($0.items.map(\.id)).count == 7 })
      #expect(FormChecker.broken(report.forms, blueprint) == Set(report.unmet.map(\.constraint)))
      #expect(report.unmet.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
      let again = FormAssembly.assemble(
        blueprint, bank: generator.shuffled(bank), outcomes: FormChecker.outcomes, nodeLimit: 300)
      #expect(again == report)
    }
  }

  @Test("Constraints that the plain draw keeps change nothing")
  func plain() {
    let bank = FormTests.bank
    let plain = FormAssembly.forms(FormTests.blueprint(), bank: bank)
    var blueprint = FormTests.blueprint()
    blueprint.constraints = BlueprintConstraints(
      totals: [.init(.outcome, id: Located("A", at: Self.place), limits: .init(least: 5))],
      points: .init(least: 7, most: 7))
    let report = FormAssembly.assemble(blueprint, bank: bank)
    #expect(report.forms == plain && report.nodes == 0 && report.isExact && report.isMet)
  }

  @Test("Enemies never meet in a form, and the forms are found by search")
  func enemies() {
    let plain = FormAssembly.forms(FormTests.blueprint(), bank: FormTests.bank)
    var blueprint = FormTests.blueprint()
    let pair = [plain[0].items[1].id, plain[0].items[3].id]
    blueprint.constraints = BlueprintConstraints(
      enemies: [pair.map { Located($0, at: Self.place) }])
    let report = FormAssembly.assemble(blueprint, bank: FormTests.bank)
    #expect(report.isMet && report.isExact && report.nodes > 0)
    for form in report.forms {
      #expect(form.items.count { pair.contains($0.id) } < 2)
    }
    #expect(FormAssembly.forms(blueprint, bank: FormTests.bank) == report.forms)
  }

  @Test("What cannot be met is named with what is needed, what there is, and why")
  func unmet() throws {
    var blueprint = FormTests.blueprint()
    blueprint.constraints = BlueprintConstraints(points: .init(least: 9, location: Self.place))
    var report = FormAssembly.assemble(blueprint, bank: FormTests.bank)
    #expect(report.isExact && report.unmet.map(\.form) == ["t-0", "t-1"])
    let first = try #require(report.unmet.first)
    #expect(first.constraint == .points && first.least == 9 && first.found == 7)
    #expect(first.cause == .bank)
    #expect(
      first.message.en
        == "Points in 't-0': at least 9 needed, 7 found; the bank cannot give it.")
    #expect(FormAssembly.forms(blueprint, bank: FormTests.bank) == [])

    blueprint.constraints = BlueprintConstraints(overlap: Located(2, at: Self.place))
    report = FormAssembly.assemble(blueprint, bank: FormTests.bank)
    #expect(report.unmet.map(\.constraint) == [.overlap])
    #expect(report.unmet.first?.cause == .bank && report.unmet.first?.found == 3)

    blueprint.constraints = BlueprintConstraints(items: Located(5, at: Self.place))
    report = FormAssembly.assemble(blueprint, bank: FormTests.bank)
    #expect(report.unmet.map(\.constraint) == [.items] && report.unmet.first?.most == 5)
    blueprint.constraints = BlueprintConstraints(items: Located(20, at: Self.place))
    report = FormAssembly.assemble(blueprint, bank: FormTests.bank)
    #expect(report.unmet.map(\.least) == [37] && report.unmet.map(\.found) == [24])
  }

  @Test("Two requirements that exclude each other are said to do so")
  func together() {
    // Two items of 3 points are numeric; a form of two points-rich items has no choice.
    let bank = (0..<4).map {
      Samples.item(
        "a-\($0)", outcome: "A", points: $0 < 2 ? 3 : 1,
        $0 < 2 ? Samples.numeric(1) : Samples.choice("x "))
    }
    var blueprint = FormTests.blueprint(
      forms: 1, cells: [FormTests.cell("A", .understand, count: 2, anchors: 0)])
    blueprint.constraints = BlueprintConstraints(
      totals: [.init(.kind, id: Located("numeric", at: Self.place), limits: .init(most: 1))],
      points: .init(least: 6))
    let report = FormAssembly.assemble(blueprint, bank: bank)
    #expect(!report.isMet && report.isExact)
    #expect(report.unmet.allSatisfy { $0.cause == .together })
    let cut = FormAssembly.assemble(blueprint, bank: bank, nodeLimit: 1)
    #expect(!cut.isMet && !cut.isExact && cut.unmet.allSatisfy { $0.cause == .notFound })
  }

  @Test("Where a cell lacks items, overlap lets forms share as few as possible")
  func overlap() {
    let bank = (0..<3).map { Samples.item("a-\($0)", outcome: "A", Samples.choice("x ")) }
    var blueprint = FormTests.blueprint(
      cells: [FormTests.cell("A", .understand, count: 2, anchors: 0)])
    #expect(FormAssembly.unmet(blueprint, bank: bank).map(\.lacking) == [1])
    blueprint.constraints = BlueprintConstraints(overlap: Located(2, at: Self.place))
    let report = FormAssembly.assemble(blueprint, bank: bank)
    #expect(report.isMet && FormBalance(report.forms).shared == 1)
    blueprint.constraints?.overlap?.value = 0
    let none = FormAssembly.assemble(blueprint, bank: bank)
    #expect(none.unmet.map(\.constraint) == [.overlap] && none.unmet.map(\.found) == [1])
  }

  @Test("More places than the search takes are mended")
  func large() {
    let bank = (0..<1300).map { number in
      Samples.item(
        "a-\(number)", outcome: "A", points: number % 2 == 0 ? 1 : 2,
        Samples.choice("x "))
    }
    var blueprint = FormTests.blueprint(
      cells: [FormTests.cell("A", .understand, count: 501, anchors: 0)])
    blueprint.constraints = BlueprintConstraints(balance: .init(points: 0))
    let report = FormAssembly.assemble(blueprint, bank: bank)
    #expect(!report.isExact && report.forms.count == 2 && report.nodes == 0)
    #expect(FormChecker.broken(report.forms, blueprint) == Set(report.unmet.map(\.constraint)))
  }

  @Test("Practice forms take practice items, and two cells for one thing share its items")
  func modes() {
    var blueprint = FormTests.blueprint(
      forms: 1, cells: [FormTests.cell("A", .understand, count: 1, anchors: 0)])
    blueprint.policy.mode = .practice
    #expect(FormAssembly.forms(blueprint, bank: FormTests.bank)[0].items.map(\.id) == ["practice"])
    let cell = FormTests.cell("A", .understand, count: 5, anchors: 0)
    let twice = FormTests.blueprint(forms: 1, cells: [cell, cell])
    #expect(FormAssembly.unmet(twice, bank: FormTests.bank).map(\.lacking) == [2])
  }

  @Test("Every constraint has its sentence in both languages")
  func messages() {
    let all: [FormConstraint] = [
      .cell(outcome: "A", cognitive: .apply), .items, .total(.module, id: "m"), .points,
      .enemies(["a", "b"]), .overlap, .meanDifficulty, .itemDifficulty, .balancedPoints,
      .balancedDifficulty,
    ]
    for constraint in all {
      for cause in [UnmetConstraint.Cause.bank, .together, .notFound] {
        let unmet = UnmetConstraint(
          constraint: constraint, form: nil, least: 0.45, most: 0.6, found: 0.71, cause: cause,
          location: Self.place)
        #expect(unmet.message.isComplete && unmet.remedy.isComplete)
        #expect(unmet.message.en.contains("0.7"))
      }
    }
  }
}
