package import Curriculum
package import Scheduling
package import Source
package import Text

/// Makes an instance of the scheduling problem from a plan.
///
/// One generation is scheduled; every province of its groups takes every module once, in one
/// class. Trainers in a class are the generation's, weeks those of its dates. What the section
/// `schedule:` does not say is supposed: trainers are those whom the generation before certifies,
/// a woman for each that its share asks for; they can teach everything, are free in every week and
/// have no way to go; there is one module. Each supposition is a note.
package enum SchedulePlanning {
  /// Reads a plan and makes the instance, or gives `nil` after findings.
  package static func instance(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> ScheduleInstance? {
    guard let plan = ProgrammeLoading.cascade(file, collector: collector),
      !collector.diagnostics.hasErrors
    else { return nil }
    return instance(plan, collector: collector)
  }

  /// Makes the instance of a plan, or gives `nil` after findings.
  package static func instance(
    _ plan: CascadePlan, collector: DiagnosticCollector
  ) -> ScheduleInstance? {
    typealias Words = SchedulePlanningMessages
    func find(
      _ code: String, _ severity: Severity, _ location: SourceLocation, _ message: LocalizedText
    ) {
      collector.add(
        Diagnostic(code, severity, at: location, message, remedy: Words.remedy))
    }
    func provinces(_ generation: CascadePlan.Generation) -> [String] {
      var seen: [String] = []
      for target in generation.targets where target.people.value > 0 {
        if let id = plan.group(target.group.value)?.province?.value, !seen.contains(id) {
          seen.append(id)
        }
      }
      return seen
    }
    let section = plan.schedule
    let generation =
      section?.generation.map { number in plan.generations.first { $0.number == number.value } }
      ?? plan.generations.last { $0.training != nil && !$0.isOptional && !provinces($0).isEmpty }
    guard let generation, let training = generation.training, !provinces(generation).isEmpty else {
      find("no-schedule", .error, section?.generation?.location ?? plan.location, Words.noClasses)
      return nil
    }
    let places = provinces(generation)
    let modules = section?.modules.map(\.value) ?? ["course"]
    let days = training.window.map { $0.value.to.number - $0.value.from.number + 1 }
    guard let weeks = section?.weeks ?? days.map({ max(1, ($0 + 6) / 7) }) else {
      find("no-schedule", .error, generation.location, Words.noWeeks)
      return nil
    }
    var trainers: [ScheduleInstance.Trainer] = []
    if let section, !section.trainers.isEmpty {
      trainers = section.trainers.map { trainer in
        var free = Set(trainer.free.filter { $0 <= weeks })
        if trainer.free.isEmpty { free = Set(1...weeks) }
        var ways: [String: Double] = [:]
        for (province, km) in trainer.travel { ways[province.value] = km }
        let known = trainer.competent.compactMap { modules.firstIndex(of: $0.value) }
        return ScheduleInstance.Trainer(
          id: trainer.code, isWoman: trainer.isWoman,
          competent: trainer.competent.isEmpty ? Set(modules.indices) : Set(known),
          availableWeeks: free, travel: places.map { ways[$0] ?? 0 })
      }
    } else {
      let reports = CascadePlanning.plan(plan).generations
      let before = plan.generations.last { $0.number < generation.number }
      let count = min(
        2000, reports.first { $0.number == before?.number }?.nextTrainers ?? 0)
      let share = before?.womenShare?.value ?? 0
      let women = Int((Double(count) * share - 1e-9).rounded(.up))
      trainers = (0..<count).map { index in
        ScheduleInstance.Trainer(
          id: "g\(before?.number ?? 0)-\(index + 1)", isWoman: index < women,
          competent: Set(modules.indices), availableWeeks: Set(1...weeks),
          travel: places.map { _ in 0 })
      }
      find("supposed", .note, generation.location, Words.supposed(count, women: women))
    }
    if section == nil { find("supposed", .note, generation.location, Words.oneModule) }
    var instance = ScheduleInstance(
      weeks: weeks, modules: modules, provinces: places.map { .init(id: $0) }, trainers: trainers)
    instance.rules.trainersPerSession = training.facilitators.value
    instance.rules.minimumWomenPerSession = min(section?.women ?? 1, training.facilitators.value)
    return instance
  }
}

/// The words about making an instance from a plan.
enum SchedulePlanningMessages {
  static let remedy = LocalizedText(
    en: "The section schedule: of the plan says it; see docs/cascade-schedule.md.",
    km: "សូមសរសេរក្នុងផ្នែក schedule: នៃផែនការ។ សូមមើល docs/cascade-schedule.md។")
  static let noClasses = LocalizedText(
    en: "The plan has no such generation with classes in provinces to schedule.",
    km: "ផែនការគ្មានជំនាន់បែបនេះដែលមានថ្នាក់ក្នុងខេត្តសម្រាប់រៀបកាលវិភាគទេ។")
  static let noWeeks = LocalizedText(
    en: "Neither the generation's dates nor the schedule say how many weeks there are.",
    km: "ទាំងកាលបរិច្ឆេទនៃជំនាន់ ទាំងផ្នែកកាលវិភាគ មិនបានបញ្ជាក់ចំនួនសប្តាហ៍ទេ។")
  static let oneModule = LocalizedText(
    en: "The plan names no modules: one course is scheduled in every province.",
    km: "ផែនការមិនបានរៀបរាប់ម៉ូឌុលទេ៖ វគ្គតែមួយត្រូវបានរៀបក្នុងខេត្តនីមួយៗ។")

  static func supposed(_ count: Int, women: Int) -> LocalizedText {
    LocalizedText(
      en: "Trainers are supposed: \(count), \(women) of them women, who can teach everything, are "
        + "always free and have no way to go.",
      km: Khmer.withKhmerDigits(
        "គ្រូឧទ្ទេសត្រូវបានសន្មត៖ \(count) នាក់ ក្នុងនោះស្ត្រី \(women) នាក់ ដែលអាចបង្រៀនគ្រប់ម៉ូឌុល "
          + "ទំនេរជានិច្ច និងគ្មានចម្ងាយធ្វើដំណើរ។"))
  }
}
