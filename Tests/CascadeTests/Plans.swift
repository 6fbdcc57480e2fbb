import Source
import Text

@testable import Curriculum

/// Small plans for tests, as text and as values.
enum Plans {
  /// One group of 100 people trained by 10 certified trainers in classes of 20.
  static let cascade = """
    format: 1
    title: {en: A plan, km: ផែនការ}
    sources:
      - {id: study, title: {en: A study, km: ការសិក្សា}, checked: 2026-11-23}
    people:
      - {id: masters, title: {en: Masters, km: គ្រូបង្គោល}, kind: trainer}
      - {id: officials, title: {en: Officials, km: មន្ត្រី}, kind: official, province: kampot}
      - {id: groups, title: {en: Groups, km: ក្រុម}, kind: cso}
    teams:
      - id: team
        title: {en: Team, km: ក្រុមការងារ}
        members:
          - {group: officials, people: {value: 2, basis: assumption}}
          - {group: groups, people: {value: 2, basis: assumption}}
    events:
      - {id: event, title: {en: Event, km: ព្រឹត្តិការណ៍}, generation: 1, groups: [officials], teams: [team], step: training}
    limits:
      class-size: {value: 30, source: study}
    generations:
      - generation: 0
        title: {en: Masters, km: គ្រូបង្គោល}
        targets:
          - {group: masters, people: {value: 10, basis: assumption}}
        certified: {value: 1, basis: assumption}
      - generation: 1
        title: {en: Officials, km: មន្ត្រី}
        targets:
          - {group: officials, people: {value: 100, basis: assumption}}
        training:
          class-size: {value: 20, basis: assumption}
          show-up: {value: 0.8, source: study}
          facilitators: {value: 2, basis: assumption}
          days: {value: 3, basis: assumption}
          active: {value: 0.9, basis: assumption}
          classes-per-trainer: {value: 2, basis: assumption}
          window: {from: 2027-08-02, to: 2027-08-13, basis: assumption}
        certified: {value: 0.5, basis: assumption}
        women-share: {value: 0.3, basis: assumption}
    """

  static let delivery = """
    format: 1
    title: {en: Path, km: ផ្លូវ}
    steps:
      - id: training
        title: {en: Training, km: វគ្គ}
        description: {en: People learn., km: មនុស្សរៀន។}
        participants: [officials]
        led-by: {en: Masters, km: គ្រូបង្គោល}
        modules: [cse]
        duration: {days: 3, basis: assumption}
        window: {from: 2027-08-02, to: 2027-08-13, basis: assumption}
        generation: 1
        serves: ["1.1"]
      - id: challenge
        title: {en: Challenge, km: ការប្រកួត}
        description: {en: People try., km: មនុស្សសាកល្បង។}
        participants: [officials, groups]
        people: {value: 8, basis: assumption}
        led-by: {en: Teams, km: ក្រុម}
        duration: {weeks: 3, days-a-week: 1, basis: assumption}
        window: {from: 2027-09-01, to: 2027-09-30, basis: assumption}
        after: [training]
        serves: ["1.2"]
    """

  static let results = """
    format: 1
    title: {en: Results, km: លទ្ធផល}
    outcome: {id: o, text: {en: Better., km: ប្រសើរ។}}
    outputs:
      - id: "1"
        text: {en: Together., km: រួមគ្នា។}
        activities:
          - {id: "1.1", text: {en: Train., km: បណ្តុះបណ្តាល។}}
          - {id: "1.2", text: {en: Try., km: សាកល្បង។}}
    indicators:
      - id: trained
        text: {en: People trained, km: ចំនួនមនុស្ស}
        unit: {en: people, km: នាក់}
        measures: "1.1"
        method: {en: Register, km: បញ្ជី}
        baseline: {value: 0, basis: assumption}
        target: null
    """

  /// Reads the three texts.
  static func read(
    cascade: String? = cascade, delivery: String? = delivery, results: String? = results
  ) -> (Programme, [Diagnostic]) {
    let collector = DiagnosticCollector()
    func file(_ name: String, _ text: String?) -> SourceFile? {
      text.map { SourceFile(path: name, text: $0) }
    }
    let programme = ProgrammeLoading.read(
      cascade: file("cascade.yaml", cascade), delivery: file("delivery.yaml", delivery),
      results: file("results-framework.yaml", results), collector: collector)
    return (programme, collector.diagnostics)
  }

  /// Returns `text` with each `word` replaced.
  static func replacing(_ word: String, _ other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  // MARK: Values

  /// What one generation of a plan is made of.
  struct Step {
    var target = 100
    var classSize = 20
    var showUp = 0.8
    var facilitators = 2
    var days = 3
    var active = 0.9
    var classesPerTrainer = 2
    var window: (String, String)?
    var certified = 0.5
  }

  /// Returns a plan whose first generation has so many certified trainers.
  static func plan(
    trainers: Int, _ steps: [Step], classLimit: Int = 30, load: Double = 100,
    retention: Double? = nil
  ) -> CascadePlan {
    let place = SourceLocation(file: "plan")
    func target(_ people: Int) -> CascadePlan.Target {
      CascadePlan.Target(
        group: Located("g", at: place), people: Figure(people, .assumption))
    }
    let first = CascadePlan.Generation(
      number: 0, title: LocalizedText(same: "0"), isOptional: false, targets: [target(trainers)],
      training: nil, certified: Figure(1, .assumption), womenShare: nil, location: place)
    let others = steps.enumerated().map { index, step in
      let window = step.window.flatMap { from, to in
        CalendarDate(from).flatMap { first in
          CalendarDate(to).flatMap { DateWindow(from: first, to: $0) }
        }
      }
      return CascadePlan.Generation(
        number: index + 1, title: LocalizedText(same: "\(index + 1)"), isOptional: false,
        targets: [target(step.target)],
        training: CascadePlan.Training(
          classSize: Figure(step.classSize, .assumption),
          showUp: Figure(step.showUp, .assumption),
          facilitators: Figure(step.facilitators, .assumption),
          days: Figure(step.days, .assumption), active: Figure(step.active, .assumption),
          classesPerTrainer: Figure(step.classesPerTrainer, .assumption),
          window: window.map { Figure($0, .assumption) }),
        certified: Figure(step.certified, .assumption), womenShare: Figure(0.3, .assumption),
        location: place)
    }
    return CascadePlan(
      title: LocalizedText(same: ""), people: [], teams: [], events: [],
      generations: [first] + others,
      limits: CascadePlan.Limits(
        classSize: Figure(classLimit, .assumption), load: Figure(load, .assumption),
        generation: Figure(3, .assumption)),
      retention: retention.map { Figure($0, .source("rule")) }, sources: [], location: place)
  }
}
