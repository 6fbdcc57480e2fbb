import Scheduling
import Text

/// What a schedule, or the lack of one, comes to in words.
enum ScheduleWords {
  static let title = LocalizedText(en: "Schedule of the cascade", km: "កាលវិភាគបណ្តុះបណ្តាលបន្តគ្នា")
  static let province = LocalizedText(en: "Province", km: "ខេត្ត")
  static let module = LocalizedText(en: "Module", km: "ម៉ូឌុល")
  static let week = LocalizedText(en: "Week", km: "សប្តាហ៍")
  static let trainers = LocalizedText(en: "Trainers", km: "គ្រូឧទ្ទេស")
  static let trainer = LocalizedText(en: "Trainer", km: "គ្រូឧទ្ទេស")
  static let sessions = LocalizedText(en: "Sessions", km: "វគ្គ")
  static let travel = LocalizedText(en: "Travel, km", km: "ចម្ងាយធ្វើដំណើរ (គ.ម.)")
  static let weeks = LocalizedText(en: "Weeks", km: "សប្តាហ៍")
  static let timetable = LocalizedText(
    en: "Weeks of the modules, province by province", km: "សប្តាហ៍នៃម៉ូឌុល តាមខេត្ត")
  static let sessionsCaption = LocalizedText(
    en: "Sessions with their trainers", km: "វគ្គ និងគ្រូឧទ្ទេសរបស់វា")
  static let loads = LocalizedText(en: "What every trainer holds", km: "វគ្គរបស់គ្រូឧទ្ទេសម្នាក់ៗ")
  static let status = LocalizedText(en: "Status", km: "ស្ថានភាព")
  static let cost = LocalizedText(en: "Cost", km: "តម្លៃសរុប")
  static let bound = LocalizedText(en: "No schedule costs less than", km: "គ្មានកាលវិភាគណាថោកជាង")
  static let noBound = LocalizedText(en: "not proven", km: "មិនទាន់បញ្ជាក់")
  static let largestLoad = LocalizedText(
    en: "Most sessions of one trainer", km: "ចំនួនវគ្គច្រើនបំផុតរបស់គ្រូឧទ្ទេសម្នាក់")
  static let changesTitle = LocalizedText(en: "What changes", km: "អ្វីដែលប្រែប្រួល")
  static let noChange = LocalizedText(en: "Nothing changes.", km: "គ្មានអ្វីប្រែប្រួលទេ។")
  static let reasons = LocalizedText(en: "Why there is no schedule", km: "ហេតុអ្វីគ្មានកាលវិភាគ")
  static let remedies = LocalizedText(
    en: "Each of these alone would be enough", km: "វិធីនីមួយៗខាងក្រោមតែមួយក៏គ្រប់គ្រាន់ដែរ")
  static let noRemedy = LocalizedText(
    en: "No single change that was tried is enough.", km: "គ្មានការប្តូរតែមួយណាដែលបានសាកល្បង គ្រប់គ្រាន់ទេ។")

  static func status(_ status: ScheduleAnswer.Status) -> LocalizedText {
    switch status {
    case .optimal:
      LocalizedText(en: "No schedule is cheaper; proven.", km: "គ្មានកាលវិភាគណាថោកជាងនេះទេ (បានបញ្ជាក់)។")
    case .feasible:
      LocalizedText(
        en: "A schedule that keeps every rule; a cheaper one may exist.",
        km: "កាលវិភាគនេះគោរពវិធានទាំងអស់ តែអាចមានកាលវិភាគថោកជាងនេះ។")
    case .infeasible:
      LocalizedText(
        en: "No schedule keeps the rules; proven.", km: "គ្មានកាលវិភាគណាគោរពវិធានទាំងអស់បានទេ (បានបញ្ជាក់)។")
    case .unknown:
      LocalizedText(
        en: "No schedule was found in time, and no proof that there is none; allow more time.",
        km: "រកមិនឃើញកាលវិភាគទាន់ពេល ហើយក៏មិនទាន់បញ្ជាក់ថាគ្មានដែរ។ សូមទុកពេលបន្ថែម។")
    }
  }

  // MARK: Reasons

  static func reasons(
    _ explanation: ScheduleExplanation, of instance: ScheduleInstance
  ) -> [LocalizedText] {
    var texts = explanation.withoutWeek.map { place in
      let module = instance.modules[place.module]
      let province = instance.provinces[place.province].id
      return LocalizedText(
        en:
          "Module \(module) has no week left in \(province): in no week that the order of modules "
          + "and the calendar leave are enough competent trainers free, women among them.",
        km: "ម៉ូឌុល \(module) គ្មានសប្តាហ៍នៅសល់ក្នុង \(province) ទេ៖ ក្នុងសប្តាហ៍ដែលលំដាប់ម៉ូឌុល"
          + "និងប្រតិទិនអនុញ្ញាត គ្មានគ្រូឧទ្ទេសមានសមត្ថភាពទំនេរគ្រប់ចំនួន រួមទាំងស្ត្រីទេ។")
    }
    texts += explanation.shortages.prefix(3).map { shortage($0, of: instance) }
    if texts.isEmpty, !explanation.conflict.isEmpty {
      let rules = explanation.conflict.map { rule($0, of: instance) }
      texts.append(
        LocalizedText(
          en: "These rules cannot all be kept, though without any one of them the rest can be: "
            + rules.map(\.en).joined(separator: "; ") + ".",
          km: "វិធានទាំងនេះមិនអាចគោរពទាំងអស់ព្រមគ្នាបានទេ តែបើដកមួយណាចេញ វិធាននៅសល់អាចគោរពបាន៖ "
            + rules.map { $0.text(in: .khmer) }.joined(separator: " ") + "។"))
    }
    if texts.isEmpty {
      texts.append(
        LocalizedText(
          en: "The rules together leave no schedule; no smaller set of them was found in time.",
          km: "វិធានទាំងអស់រួមគ្នាមិនទុកឱ្យមានកាលវិភាគទេ។ រកមិនឃើញសំណុំវិធានតូចជាងនេះទាន់ពេល។"))
    }
    return texts
  }

  private static func shortage(
    _ shortage: ScheduleExplanation.Shortage, of instance: ScheduleInstance
  ) -> LocalizedText {
    let names = shortage.modules.map { instance.modules[$0] }.joined(separator: ", ")
    let (first, last) = (shortage.weeks.lowerBound, shortage.weeks.upperBound)
    let order =
      shortage.isNarrowed
      ? LocalizedText(
        en: " (the modules before and after leave no others)",
        km: " (ម៉ូឌុលមុន និងក្រោយមិនទុកសប្តាហ៍ផ្សេងទេ)") : LocalizedText(same: "")
    let count = shortage.trainers.count
    let shown = shortage.trainers.prefix(6).map { free in
      let id = instance.trainers[free.trainer].id
      let weeks = list(free.weeks)
      return LocalizedText(
        en: "\(id), free in \(free.weeks.count == 1 ? "week" : "weeks") \(weeks)",
        km: "\(id) ទំនេរសប្តាហ៍ទី \(Khmer.withKhmerDigits(weeks))")
    }
    let rest = count - shown.count
    let people = shortage.isOfWomen
    let englishWho =
      people
      ? (count == 1 ? "only one competent woman" : "only \(count) competent women")
      : (count == 1 ? "only one competent trainer" : "only \(count) competent trainers")
    let khmerWho =
      people ? "មានស្ត្រីមានសមត្ថភាពតែ \(count) នាក់" : "មានគ្រូឧទ្ទេសមានសមត្ថភាពតែ \(count) នាក់"
    let provinces = shortage.provinces.count
    var english = "\(shortage.modules.count == 1 ? "Module" : "Modules") \(names): "
    english += "to be held in weeks \(first) to \(last)\(order.en); \(englishWho)"
    if !shown.isEmpty { english += ": " + shown.map(\.en).joined(separator: "; ") }
    if rest > 0 { english += "; and \(rest) more" }
    english +=
      ". \(provinces) \(provinces == 1 ? "province needs" : "provinces need") "
      + "\(shortage.needed) such places; \(shortage.available) can be filled."
    var khmer = "ម៉ូឌុល \(names)៖ អាចធ្វើពីសប្តាហ៍ទី "
    khmer += Khmer.withKhmerDigits("\(first) ដល់ទី \(last)") + order.text(in: .khmer)
    khmer += "។ " + Khmer.withKhmerDigits(khmerWho)
    if !shown.isEmpty {
      khmer += "៖ " + shown.map { $0.text(in: .khmer) }.joined(separator: " ")
    }
    if rest > 0 { khmer += Khmer.withKhmerDigits(" និង \(rest) នាក់ទៀត") }
    khmer += Khmer.withKhmerDigits(
      "។ ខេត្ត \(provinces) ត្រូវការ \(shortage.needed) កន្លែង តែអាចបំពេញបានតែ \(shortage.available)។")
    return LocalizedText(en: english, km: khmer)
  }

  /// Weeks with runs written as ranges: 1–3, 7.
  static func list(_ weeks: [Int]) -> String {
    var parts: [String] = []
    var index = 0
    while index < weeks.count {
      var end = index
      while end + 1 < weeks.count, weeks[end + 1] == weeks[end] + 1 { end += 1 }
      switch end - index {
      case 0: parts.append("\(weeks[index])")
      case 1: parts += ["\(weeks[index])", "\(weeks[end])"]
      default: parts.append("\(weeks[index])–\(weeks[end])")
      }
      index = end + 1
    }
    return parts.joined(separator: ", ")
  }

  private static func rule(
    _ rule: ScheduleExplanation.Rule, of instance: ScheduleInstance
  ) -> LocalizedText {
    switch rule {
    case .women:
      LocalizedText(en: "the number of women in a session", km: "ចំនួនស្ត្រីក្នុងវគ្គ")
    case .order: LocalizedText(en: "the order of modules", km: "លំដាប់ម៉ូឌុល")
    case .weekly:
      LocalizedText(en: "how often a trainer teaches in a week", km: "ចំនួនវគ្គរបស់គ្រូឧទ្ទេសក្នុងមួយសប្តាហ៍")
    case .closedWeeks:
      LocalizedText(en: "the weeks in which provinces are closed", km: "សប្តាហ៍ដែលខេត្តបិទ")
    case .locks: LocalizedText(en: "the settled sessions", km: "វគ្គដែលបានកំណត់រួច")
    case .province(let index):
      LocalizedText(
        en: "province \(instance.provinces[index].id)", km: "ខេត្ត \(instance.provinces[index].id)")
    case .module(let index):
      LocalizedText(
        en: "module \(instance.modules[index])", km: "ម៉ូឌុល \(instance.modules[index])")
    }
  }

  // MARK: Remedies

  static func remedy(
    _ remedy: ScheduleExplanation.Remedy, of instance: ScheduleInstance
  ) -> LocalizedText {
    switch remedy {
    case .withoutWomen:
      LocalizedText(
        en: "Hold sessions without a woman where none is free.", km: "អនុញ្ញាតឱ្យមានវគ្គដែលគ្មានស្ត្រី។")
    case .withoutOrder:
      LocalizedText(en: "Hold the modules in any order.", km: "អនុញ្ញាតឱ្យធ្វើម៉ូឌុលដោយគ្មានលំដាប់។")
    case .oneMoreWeek:
      LocalizedText(
        en: "Add one week to the calendar in which every trainer is free.",
        km: "បន្ថែមមួយសប្តាហ៍ក្នុងប្រតិទិន ដែលគ្រូឧទ្ទេសទាំងអស់ទំនេរ។")
    case .oneTrainerFewer:
      LocalizedText(en: "Hold sessions with one trainer fewer.", km: "បន្ថយគ្រូឧទ្ទេសម្នាក់ក្នុងវគ្គនីមួយៗ។")
    case .withoutLocks:
      LocalizedText(en: "Let the settled sessions move.", km: "អនុញ្ញាតឱ្យផ្លាស់ប្តូរវគ្គដែលបានកំណត់រួច។")
    case .withoutProvince(let provinces, let isAny):
      isAny
        ? LocalizedText(en: "Leave out any one province.", km: "ទុកខេត្តណាមួយចោល។")
        : LocalizedText(
          en: "Leave out one of these provinces: "
            + provinces.map { instance.provinces[$0].id }.joined(separator: ", ") + ".",
          km: "ទុកខេត្តមួយក្នុងចំណោមនេះចោល៖ "
            + provinces.map { instance.provinces[$0].id }.joined(separator: ", ") + "។")
    case .alsoFree(let trainer, let week):
      LocalizedText(
        en: "Free \(instance.trainers[trainer].id) in week \(week) too.",
        km: "ឱ្យ \(instance.trainers[trainer].id) ទំនេរនៅសប្តាហ៍ទី "
          + Khmer.withKhmerDigits("\(week) ដែរ។"))
    case .alsoCompetent(let trainer, let module):
      LocalizedText(
        en:
          "Train \(instance.trainers[trainer].id) to teach module \(instance.modules[module]) too.",
        km: "បណ្តុះបណ្តាល \(instance.trainers[trainer].id) ឱ្យអាចបង្រៀនម៉ូឌុល "
          + "\(instance.modules[module]) ដែរ។")
    }
  }

  // MARK: Changes

  static func change(_ change: ScheduleChange, of instance: ScheduleInstance) -> LocalizedText {
    switch change {
    case .moved(let province, let module, let from, let to):
      let (place, name) = (instance.provinces[province].id, instance.modules[module])
      return LocalizedText(
        en: "\(place), module \(name): week \(to) instead of week \(from).",
        km: "\(place) ម៉ូឌុល \(name)៖ "
          + Khmer.withKhmerDigits("សប្តាហ៍ទី \(to) ជំនួសសប្តាហ៍ទី \(from)។"))
    case .joined(let province, let module, let trainer, let others):
      let (place, name) = (instance.provinces[province].id, instance.modules[module])
      let gone = others.map { instance.trainers[$0].id }.joined(separator: ", ")
      let id = instance.trainers[trainer].id
      return LocalizedText(
        en: "\(place), module \(name): \(id)" + (gone.isEmpty ? "." : " instead of \(gone)."),
        km: "\(place) ម៉ូឌុល \(name)៖ \(id)" + (gone.isEmpty ? "។" : " ជំនួស \(gone)។"))
    }
  }

  static func progress(_ progress: ScheduleProgress, seconds: Double) -> LocalizedText {
    let time = NumberText.fixed(seconds, digits: 0)
    guard let cost = progress.objective else {
      return LocalizedText(
        en: "\(time) s: \(progress.uncovered) places without a trainer",
        km: Khmer.withKhmerDigits("\(time) វិនាទី៖ កន្លែងគ្មានគ្រូឧទ្ទេស \(progress.uncovered)"))
    }
    let own = NumberText.fixed(cost, digits: 0)
    let bound = progress.bound.map { NumberText.fixed($0, digits: 0) } ?? "–"
    return LocalizedText(
      en: "\(time) s: cost \(own), none below \(bound)",
      km: Khmer.withKhmerDigits("\(time) វិនាទី៖ តម្លៃ \(own) គ្មានក្រោម \(bound)"))
  }
}
