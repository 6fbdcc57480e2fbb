package import Curriculum
import Source
package import Text

/// Computes what a planned cascade comes to.
package enum CascadePlanning {
  /// Reads a plan from a file on disk.
  ///
  /// - Parameter path: The path of a `cascade.yaml`.
  /// - Returns: The plan, or `nil` where nothing can be planned, with every finding.
  package static func load(_ path: String) -> (plan: CascadePlan?, diagnostics: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let plan = FileReading.file(path, collector: collector).flatMap {
      ProgrammeLoading.cascade($0, collector: collector)
    }
    return (plan, collector.diagnostics.inReadingOrder)
  }

  /// Returns what a plan comes to, generation by generation.
  ///
  /// Every generation is trained by those of the one before who were certified. Its classes are
  /// held group by group, so that people of two groups never share a class.
  package static func plan(_ plan: CascadePlan) -> CascadeReport {
    var reports: [GenerationReport] = []
    var trainers = 0
    var cumulative = 0
    for (index, generation) in plan.generations.enumerated() {
      var report =
        index == 0
        ? Self.first(generation)
        : Self.trained(generation, by: trainers, limits: plan.limits)
      if index > 0 { cumulative += report.reach }
      report.cumulativeReach = cumulative
      report.illustratedContent = plan.retention.map { Self.power($0.value, index) }
      trainers = report.nextTrainers
      reports.append(report)
    }
    return CascadeReport(plan: plan, generations: reports)
  }

  // MARK: Generations

  /// The generation that is there already: everybody is reached, nothing is held.
  private static func first(_ generation: CascadePlan.Generation) -> GenerationReport {
    let people = generation.people
    var report = empty(generation)
    report.reach = people
    report.nextTrainers = down(Double(people) * generation.certified.value)
    report.womenNeeded = women(generation, of: people)
    return report
  }

  private static func trained(
    _ generation: CascadePlan.Generation, by trainers: Int, limits: CascadePlan.Limits
  ) -> GenerationReport {
    var report = empty(generation)
    report.trainers = trainers
    guard let training = generation.training else { return report }
    let size = min(training.classSize.value, limits.classSize.value)
    let people = Double(size) * training.showUp.value
    let facilitators = max(1, training.facilitators.value)
    let active = Double(trainers) * training.active.value
    report.activeTrainers = active
    report.classSize = size
    let classes = generation.targets.flatMap { Self.classes($0.people.value, each: people) }
    report.classesNeeded = classes.count
    report.trainerCapacity = down(
      active * Double(training.classesPerTrainer.value) / Double(facilitators))
    report.dateCapacity = training.window.map { window in
      let atOnce = down(active / Double(facilitators))
      return atOnce * (window.value.workingDays / max(1, training.days.value))
    }
    let capacity = min(report.trainerCapacity, report.dateCapacity ?? .max)
    report.classesHeld = min(report.classesNeeded, capacity)
    let daysPerClass = facilitators * training.days.value
    report.trainerDays = report.classesNeeded * daysPerClass
    report.trainerDaysHeld = report.classesHeld * daysPerClass
    report.load = active > 0 ? Double(report.trainerDays) / active : nil
    report.isOverloaded = (report.load ?? 0) > limits.load.value + tolerance
    // Where not all classes can be held, the fullest are.
    report.reach = down(classes.sorted(by: >).prefix(report.classesHeld).reduce(0, +))
    report.nextTrainers = down(Double(report.reach) * generation.certified.value)
    report.womenNeeded = women(generation, of: report.reach)
    report.binding = binding(report, generation: generation, training: training, active: active)
    return report
  }

  /// Says what keeps a generation from its target.
  ///
  /// Class size binds where the limit made classes smaller and the plan's own size would have met
  /// the target. Otherwise dates bind where they hold fewer classes than the trainers could lead;
  /// classes per trainer bind where more of them would be enough within the dates; and where
  /// neither is so, there are too few trainers.
  private static func binding(
    _ report: GenerationReport, generation: CascadePlan.Generation, training: CascadePlan.Training,
    active: Double
  ) -> CascadeReport.Limit? {
    guard report.classesNeeded > report.classesHeld else { return nil }
    if report.classSize < training.classSize.value {
      let wanted = Double(training.classSize.value) * training.showUp.value
      let classes = generation.targets.reduce(0) {
        $0 + Self.classes($1.people.value, each: wanted).count
      }
      if classes <= report.classesHeld { return .classSize }
    }
    let facilitators = Double(max(1, training.facilitators.value))
    guard active + tolerance >= facilitators else { return .trainers }
    guard let dates = report.dateCapacity else { return .classesPerTrainer }
    if dates < report.trainerCapacity { return .dates }
    return dates >= report.classesNeeded ? .classesPerTrainer : .trainers
  }

  /// Returns the people in each class that a group needs: full ones, then the rest.
  private static func classes(_ target: Int, each people: Double) -> [Double] {
    guard people > 0, target > 0 else { return [] }
    let count = up(Double(target) / people)
    let rest = Double(target) - Double(count - 1) * people
    return Array(repeating: people, count: count - 1) + [rest]
  }

  private static func empty(_ generation: CascadePlan.Generation) -> GenerationReport {
    GenerationReport(
      number: generation.number, title: generation.title, isOptional: generation.isOptional,
      target: generation.people, trainers: 0, activeTrainers: 0, classSize: 0, classesNeeded: 0,
      trainerCapacity: 0, dateCapacity: nil, classesHeld: 0, trainerDays: 0, trainerDaysHeld: 0,
      load: nil, isOverloaded: false, reach: 0, cumulativeReach: 0, nextTrainers: 0,
      womenNeeded: nil, binding: nil, illustratedContent: nil)
  }

  // MARK: Numbers

  /// Products of shares miss whole numbers by a hair; nobody counts a hair as a person.
  private static let tolerance = 1e-9

  private static func women(_ generation: CascadePlan.Generation, of people: Int) -> Int? {
    generation.womenShare.map { up(Double(people) * $0.value) }
  }

  private static func down(_ value: Double) -> Int {
    Int(min(1e12, max(0, (value + tolerance).rounded(.down))))
  }

  private static func up(_ value: Double) -> Int {
    Int(min(1e12, max(0, (value - tolerance).rounded(.up))))
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
  }
}
