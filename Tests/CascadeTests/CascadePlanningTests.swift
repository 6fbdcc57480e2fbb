import Curriculum
import Document
import Source
import Testing
import Text

@testable import Cascade

@Suite("A cascade is arithmetic on its plan")
struct CascadePlanningTests {
  private func report(
    trainers: Int, _ steps: [Plans.Step], classLimit: Int = 30, load: Double = 100
  ) -> CascadeReport {
    CascadePlanning.plan(
      Plans.plan(trainers: trainers, steps, classLimit: classLimit, load: load))
  }

  // 100 people, classes of 20 of whom 16 come: 7 classes (6.25 rounded up), 7·2·3 = 42 trainer-days.
  // 10 trainers of whom 9 are active can lead 9·2/2 = 9 classes; 42/9 days each.
  // All 100 are reached and half of them, 50, can train others; 30 must be women.
  @Test("One generation agrees with a computation by hand")
  func oneByHand() throws {
    let report = report(trainers: 10, [Plans.Step()])
    let first = try #require(report.generations.last)
    #expect(first.trainers == 10)
    #expect(first.activeTrainers == 9)
    #expect(first.classesNeeded == 7)
    #expect(first.trainerCapacity == 9)
    #expect(first.classesHeld == 7)
    #expect(first.trainerDays == 42)
    #expect(first.load == 42.0 / 9)
    #expect(first.reach == 100)
    #expect(first.nextTrainers == 50)
    #expect(first.womenNeeded == 30)
    #expect(first.binding == nil)
    #expect(report.binding == nil)
    #expect(report.totalReach == 100)
    #expect(report.totalClasses == 7)
    #expect(report.totalTrainerDays == 42)
  }

  // Generation 1: 4 trainers, all active, one class each, 2 in a class: 2 classes of 10 who all
  // come, so 20 of 25; 3 classes were needed. 0.3 of 20 gives 6 trainers. Generation 2: 6·0.5 = 3
  // active, 3·3/2 = 4 classes of 8 = 32 of 40; 5 were needed.
  @Test("Two generations agree with a computation by hand")
  func twoByHand() throws {
    let report = report(
      trainers: 4,
      [
        Plans.Step(
          target: 25, classSize: 10, showUp: 1, facilitators: 2, days: 2, active: 1,
          classesPerTrainer: 1, certified: 0.3),
        Plans.Step(
          target: 40, classSize: 10, showUp: 0.8, facilitators: 2, days: 1, active: 0.5,
          classesPerTrainer: 3, certified: 0.1),
      ])
    #expect(report.generations.map(\.classesNeeded) == [0, 3, 5])
    #expect(report.generations.map(\.classesHeld) == [0, 2, 4])
    #expect(report.generations.map(\.reach) == [4, 20, 32])
    #expect(report.generations.map(\.cumulativeReach) == [0, 20, 52])
    #expect(report.generations.map(\.nextTrainers) == [4, 6, 3])
    #expect(report.generations.map(\.trainerDays) == [0, 12, 10])
    #expect(report.generations.map(\.trainerDaysHeld) == [0, 8, 8])
    #expect(report.binding?.generation.number == 1)
    #expect(report.binding?.limit == .classesPerTrainer)
  }

  @Test("Groups never share a class, and the fullest classes are held first")
  func groups() throws {
    var plan = Plans.plan(
      trainers: 3,
      [
        Plans.Step(
          target: 25, classSize: 20, showUp: 1, facilitators: 1, active: 1, classesPerTrainer: 1)
      ])
    let target = plan.generations[1].targets[0]
    plan.generations[1].targets = [target, target]
    let report = CascadePlanning.plan(plan)
    #expect(report.generations[1].target == 50)
    #expect(report.generations[1].classesNeeded == 4)
    #expect(report.generations[1].classesHeld == 3)
    #expect(report.generations[1].reach == 45)
  }

  @Test("What binds is named")
  func limits() {
    let two = Plans.Step(facilitators: 2, active: 1, classesPerTrainer: 2)
    #expect(report(trainers: 1, [two]).binding?.limit == .trainers)
    #expect(report(trainers: 0, [two]).binding?.limit == .trainers)
    #expect(report(trainers: 4, [two]).binding?.limit == .classesPerTrainer)
    var dated = two
    dated.window = ("2027-08-02", "2027-08-04")
    // Four trainers lead two classes at a time and the dates hold one round: 2 of 7.
    #expect(report(trainers: 4, [dated]).binding?.limit == .dates)
    dated.window = ("2027-08-02", "2027-08-13")
    // Three rounds of two classes would be 6: neither more classes each nor the dates suffice.
    #expect(report(trainers: 4, [dated]).binding?.limit == .trainers)
    dated.window = ("2027-08-02", "2027-08-31")
    #expect(report(trainers: 4, [dated]).binding?.limit == .classesPerTrainer)
    let large = Plans.Step(
      classSize: 40, showUp: 1, facilitators: 1, active: 1, classesPerTrainer: 1)
    #expect(report(trainers: 3, [large], classLimit: 20).binding?.limit == .classSize)
    #expect(report(trainers: 3, [large], classLimit: 20).generations[1].reach == 60)
  }

  @Test("A load over the limit is marked, and without active trainers there is none")
  func load() {
    #expect(report(trainers: 10, [Plans.Step()], load: 4).generations[1].isOverloaded)
    #expect(!report(trainers: 10, [Plans.Step()], load: 5).generations[1].isOverloaded)
    #expect(report(trainers: 0, [Plans.Step()], load: 5).generations[1].load == nil)
  }

  @Test("Products of shares that miss a whole number by a hair count as that number")
  func hair() {
    // 0.1 + 0.2 style errors: 100 · 0.29 is 28.999999999999996.
    let step = Plans.Step(target: 100, facilitators: 1, active: 1, certified: 0.29)
    #expect(report(trainers: 100, [step]).generations[1].nextTrainers == 29)
  }

  @Test("A plan without generations, and one that lacks its training, come to nothing")
  func empty() {
    var plan = Plans.plan(trainers: 5, [Plans.Step()])
    plan.generations[1].training = nil
    #expect(CascadePlanning.plan(plan).totalReach == 0)
    plan.generations = []
    #expect(CascadePlanning.plan(plan).generations.isEmpty)
    #expect(CascadePlanning.plan(plan).binding == nil)
  }

  @Test("The rule of thumb gives 0.75, then 0.5625, and nothing where the plan names none")
  func illustration() {
    let plan = Plans.plan(trainers: 5, [Plans.Step(), Plans.Step()], retention: 0.75)
    #expect(
      CascadePlanning.plan(plan).generations.map(\.illustratedContent) == [1, 0.75, 0.5625])
    let without = Plans.plan(trainers: 5, [Plans.Step()])
    #expect(CascadePlanning.plan(without).generations.map(\.illustratedContent) == [nil, nil])
  }

  @Test("Whatever the plan, bounds hold, and more trainers, time or classes never reach fewer")
  func properties() {
    var random = SeededGenerator(seed: 20_261_123)
    for _ in 0..<2000 {
      let steps = (0...random.index(below: 4)).map { _ in
        Plans.Step(
          target: random.index(below: 500), classSize: 1 + random.index(below: 40),
          showUp: 0.01 + 0.99 * random.unit(), facilitators: 1 + random.index(below: 4),
          days: 1 + random.index(below: 6), active: random.unit(),
          classesPerTrainer: random.index(below: 5),
          window: random.index(below: 2) == 0
            ? nil : ("2027-03-01", "2027-03-2\(random.index(below: 10))"),
          certified: random.unit())
      }
      let trainers = random.index(below: 40)
      let base = report(trainers: trainers, steps)
      for (generation, step) in zip(base.generations.dropFirst(), steps) {
        #expect(generation.reach <= generation.target)
        #expect(generation.classesHeld <= generation.classesNeeded)
        #expect(generation.nextTrainers <= generation.reach)
        #expect(
          Double(generation.reach)
            <= Double(generation.classesHeld * step.classSize) * step.showUp + 1e-6)
        #expect((generation.binding == nil) == (generation.classesHeld == generation.classesNeeded))
        #expect((generation.binding == nil) == (generation.reach == generation.target))
      }
      let reach = base.totalReach
      #expect(report(trainers: trainers + 1 + random.index(below: 5), steps).totalReach >= reach)
      func changed(_ change: (inout Plans.Step) -> Void) -> Int {
        report(
          trainers: trainers,
          steps.map { step in
            var step = step
            change(&step)
            return step
          }
        ).totalReach
      }
      #expect(changed { $0.classesPerTrainer += 1 } >= reach)
      #expect(changed { $0.active = min(1, $0.active + 0.1) } >= reach)
      #expect(changed { $0.window = nil } >= reach)
      #expect(changed { $0.certified = min(1, $0.certified + 0.1) } >= reach)
    }
  }
}

@Suite("A cascade is told as a document")
struct CascadeDocumentTests {
  @Test("The document has the figures, in both languages and every form")
  func forms() throws {
    let plan = Plans.plan(
      trainers: 4,
      [
        Plans.Step(active: 1, window: ("2027-08-02", "2027-08-04")), Plans.Step(), Plans.Step(),
        Plans.Step(),
      ], load: 3, retention: 0.75)
    let document = CascadePlanning.document(for: CascadePlanning.plan(plan))
    #expect(document.tables.map(\.id) == ["generations", "illustration", "figures"])
    for language in Language.allCases {
      for format in DocumentFormat.allCases {
        #expect(!DocumentRendering.render(document, as: format, language: language).isEmpty)
      }
    }
    let text = DocumentRendering.render(
      document, as: .text, language: .english, options: RenderingOptions(width: 4000))
    #expect(text.contains("the dates"))
    #expect(text.contains("rule of thumb"))
    #expect(text.contains("assumptions"))
    #expect(text.contains("beyond generation 3"))
    #expect(text.contains("days of each active trainer"))
    let khmer = DocumentRendering.render(
      document, as: .text, language: .khmer, options: RenderingOptions(width: 4000))
    #expect(khmer.contains("កាលបរិច្ឆេទ"))
    #expect(khmer.contains("ការសន្មត"))
  }

  @Test("The JSON names reach, classes and what binds")
  func json() throws {
    let plan = Plans.plan(
      trainers: 4, [Plans.Step(active: 1, window: ("2027-08-02", "2027-08-04"))])
    let document = CascadePlanning.document(for: CascadePlanning.plan(plan))
    let text = DocumentRendering.render(document, as: .json, language: .english)
    let value = try #require(JSONValue.parse(text))
    #expect(value["facts"]?["totals"]?["binds"]?.stringValue == "dates")
    #expect(value["facts"]?["totals"]?["reach"]?.intValue == 32)
    #expect(
      value["tables"]?["generations"]?["rows"]?.arrayValue?.last?["classesHeld"]?.intValue == 2)
  }

  @Test("A plan whose targets are all met says so, and one without a rule shows none")
  func met() {
    let document = CascadePlanning.document(
      for: CascadePlanning.plan(
        Plans.plan(trainers: 10, [Plans.Step(), Plans.Step(target: 0)])))
    #expect(document.tables.map(\.id) == ["generations", "figures"])
    let text = DocumentRendering.render(
      document, as: .text, language: .english, options: RenderingOptions(width: 4000))
    #expect(text.contains("every generation can meet its target"))
    #expect(text.contains("nobody is to be trained"))
  }

  @Test("Every limit has a name in both languages", arguments: CascadeReport.Limit.allCases)
  func names(_ limit: CascadeReport.Limit) {
    #expect(CascadeMessages.name(limit).isComplete)
  }
}
