import ArgumentParser
import Assessment
import Curriculum
import Records
import Terminal
import Text

/// `sala synthetic cascade`.
struct SyntheticCascadeCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "cascade",
    abstract: both(
      "Generations of trainers and learners, with tests, attendance and certificates.",
      "គ្រូ និងសិក្ខាកាមសំយោគជាជំនាន់ៗ ជាមួយតេស្ត វត្តមាន និងវិញ្ញាបនបត្រ។"))

  @Option(
    help: help("Generations below the master trainers.", "ចំនួនជំនាន់ក្រោមគ្រូបង្គោល។", value: "count"))
  var generations = 2
  @Option(
    help: help(
      "Classes of the first; each later one has twice those before it.",
      "ចំនួនថ្នាក់ក្នុងជំនាន់ទីមួយ។ ជំនាន់បន្ទាប់មានទ្វេដង។", value: "count"))
  var classes = 4
  @Option(help: help("People of a class.", "ចំនួនមនុស្សក្នុងមួយថ្នាក់។")) var people = 12
  @Option(
    help: help(
      "The share of learning that one generation passes on, in logits.",
      "ចំណែកនៃការរៀនដែលជំនាន់មួយបន្តទៅជំនាន់បន្ទាប់ គិតជា logit។", value: "floor"))
  var passed = 0.8
  @Option(help: help("What makes them up.", "លេខចាប់ផ្តើម។ លេខដដែលបង្កើតទិន្នន័យដដែល។")) var seed = 1
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try CommandFailure.unless(generations, isIn: 1...3, option: "--generations")
    try CommandFailure.unless(classes, isIn: 1...20, option: "--classes")
    try CommandFailure.unless(people, isIn: 2...60, option: "--people")
    try CommandFailure.unless(seed, isIn: 0...999_999_999, option: "--seed")
    let loaded = try LoadedForms.load(curriculum, console: console).curriculum
    let options = StoreOptions(
      clock: { "2026-01-05T02:00:00.000Z" }, makeDeviceID: { "synthetic\(seed)" },
      kind: .synthetic(seed: seed))
    let store = try Store.open(try store.folder(console), options: options)
    let cascade = SyntheticCascade(
      generations: generations, classes: classes, people: people,
      passed: min(1.2, max(0, passed)), seed: seed, curriculum: loaded)
    let made = try cascade.record(in: store)
    console.line(
      SyntheticWords.made(people: made.people, attempts: made.attempts, seed: seed)
        .text(in: language))
    return 0
  }
}

/// A cascade that did not happen: master trainers teach classes, whose first two people teach one
/// class each of the next generation.
struct SyntheticCascade {
  var generations: Int
  var classes: Int
  var people: Int
  var passed: Double
  var seed: Int
  var curriculum: Curriculum

  /// The share of those enrolled who come.
  static let showUp = 0.93

  /// Records everything; returns how many people and attempts were made up.
  func record(in store: Store) throws -> (people: Int, attempts: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "cascade")
    var trainers = (1...max(2, (classes + 1) / 2)).map { "MASTER-\($0)" }
    try store.append(
      trainers.map { .roleGiven(RoleRecord(code: $0, role: .masterTrainer)) })
    var attempts = 0
    var all = trainers.count
    for generation in 1...generations {
      let count = classes << (generation - 1)
      var next: [String] = []
      for number in 0..<count {
        let id = "g\(generation)-\(number + 1)"
        var cohort = SyntheticCohort(
          people: people, seed: UInt64(seed), eventID: id, curriculum: curriculum)
        cohort.gain =
          SyntheticCohort.meanGain * (1..<generation).reduce(1.0) { share, _ in share * passed }
          + 0.1 * SyntheticCohort.normal(&generator)
        attempts += try cohort.record(in: store)
        all += people
        let codes = try store.event(id)?.learners.map(\.code) ?? []
        try store.append(
          delivery(
            id, generation, trainer: trainers[number % trainers.count], codes, &generator))
        next += codes.prefix(2)
      }
      trainers = next
    }
    return (all, attempts)
  }

  /// What became known of one event beside its tests; who took a test was there.
  private func delivery(
    _ event: String, _ generation: Int, trainer: String, _ codes: [String],
    _ generator: inout SeededGenerator
  ) -> [Fact] {
    let month = 1 + 2 * generation
    let day = "2026-0\(month)-\(10 + generator.index(below: 15))"
    var facts: [Fact] = [
      .eventDescribed(
        EventDetails(
          event: event, generation: generation, from: day, to: day, status: .held)),
      .trainerAssigned(AssignmentRecord(event: event, code: trainer, role: .lead)),
      .observationGiven(
        ObservationRecord(
          event: event, trainer: trainer, observer: "MASTER-1", rubric: "synthetic",
          rubricVersion: "1", levels: ["delivery": 1 + generator.index(below: 3)],
          calibrated: true)),
    ]
    for (place, code) in codes.enumerated() {
      // Those who teach the next generation came.
      let isThere = place < 2 || generator.unit() < Self.showUp
      facts.append(
        .attendanceRecorded(
          AttendanceRecord(
            event: event, code: code, day: 1, presence: isThere ? .full : .absent)))
    }
    for code in codes.prefix(2) where generation < generations {
      facts.append(
        .certificationGiven(
          CertificationRecord(
            code: code, modules: curriculum.modules.map(\.id), from: day,
            until: "2027-0\(month)-28", event: event)))
    }
    return facts
  }
}
