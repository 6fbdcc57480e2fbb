import Psychometrics
import Text

/// The words of item response models.
enum ItemResponseWords {
  // MARK: Names

  static func title(_ model: ItemResponseFit.Model) -> LocalizedText {
    let name = name(model)
    return LocalizedText(
      en: "Item response model: \(name.en)", km: "ម៉ូដែលចម្លើយសំណួរ៖ \(name.km)")
  }

  static func name(_ model: ItemResponseFit.Model) -> LocalizedText {
    switch model {
    case .rasch: LocalizedText(en: "Rasch", km: "Rasch")
    case .twoParameter: LocalizedText(en: "two parameters (2PL)", km: "ប៉ារ៉ាម៉ែត្រពីរ (2PL)")
    case .partialCredit: LocalizedText(en: "partial credit (PCM)", km: "ពិន្ទុដោយផ្នែក (PCM)")
    case .graded: LocalizedText(en: "graded answers (GRM)", km: "ចម្លើយតាមលំដាប់ (GRM)")
    }
  }

  static let item = LocalizedText(en: "item", km: "សំណួរ")
  static let step = LocalizedText(en: "step", km: "ជំហាន")
  static let people = LocalizedText(en: "people", km: "ចំនួនមនុស្ស")
  static let person = LocalizedText(en: "person", km: "មនុស្ស")
  static let slope = LocalizedText(en: "discrimination", km: "កម្រិតបែងចែក")
  static let difficulty = LocalizedText(en: "difficulty", km: "កម្រិតលំបាក")
  static let error = LocalizedText(en: "error", km: "កំហុសស្តង់ដារ")
  static let ability = LocalizedText(en: "ability", km: "កម្រិតចេះដឹង")
  static let meanScore = LocalizedText(en: "mean score", km: "ពិន្ទុមធ្យម")
  static let itemRest = LocalizedText(en: "item-rest correlation", km: "សហសម្ព័ន្ធជាមួយសំណួរដទៃ")
  static let logLikelihood = LocalizedText(en: "log-likelihood", km: "លោការីតនៃភាពទំនង")
  static let largestDerivative = LocalizedText(
    en: "largest derivative left", km: "ដេរីវេធំបំផុតដែលនៅសល់")
  static let looks = LocalizedText(en: "looks at all people", km: "ចំនួនដងដែលគណនាលើមនុស្សទាំងអស់")
  static let parameters = LocalizedText(en: "parameters", km: "ចំនួនប៉ារ៉ាម៉ែត្រ")
  static let reliability = LocalizedText(
    en: "reliability of abilities", km: "ភាពអាចទុកចិត្តបាននៃកម្រិតចេះដឹង")

  // MARK: Captions

  static let itemsCaption = LocalizedText(en: "Items", km: "សំណួរ")
  static let classicalCaption = LocalizedText(
    en: "Classical figures instead", km: "តួលេខបុរាណជំនួស")
  static let mapTitle = LocalizedText(
    en: "Items from the easiest to the hardest", km: "សំណួរពីងាយបំផុតដល់លំបាកបំផុត")
  static let mapSummary = LocalizedText(
    en: "The ability at which half of the people reach the item or step, with 95 % intervals.",
    km: "កម្រិតចេះដឹងដែលមនុស្សពាក់កណ្តាលឆ្លើយបាន ជាមួយចន្លោះជឿជាក់ ៩៥%។")
  static let abilityAxis = LocalizedText(en: "ability (logits)", km: "កម្រិតចេះដឹង (logit)")
  static let informationTitle = LocalizedText(
    en: "Where the test measures well", km: "កន្លែងដែលតេស្តវាស់បានល្អ")
  static let informationSummary = LocalizedText(
    en: "The information of the whole test at each ability; the error is one over its root.",
    km: "ព័ត៌មាននៃតេស្តទាំងមូលនៅកម្រិតចេះដឹងនីមួយៗ។ កំហុសស្តង់ដារគឺមួយចែកនឹងឫសការ៉េរបស់វា។")
  static let informationAxis = LocalizedText(
    en: "information, by ability", km: "ព័ត៌មាន តាមកម្រិតចេះដឹង")

  static func scoresCaption(_ method: PersonScore.Method) -> LocalizedText {
    let name = method.rawValue.uppercased()
    return LocalizedText(en: "Abilities (\(name))", km: "កម្រិតចេះដឹង (\(name))")
  }

  static let residualNote = LocalizedText(
    en: "infit and outfit near 1 are expected; above about 1.3 answers are less orderly than the "
      + "model says, below about 0.7 more so (Wright and Linacre 1994).",
    km: "infit និង outfit គួរនៅជិត ១។ លើសពីប្រហែល ១.៣ ចម្លើយមិនសូវត្រូវតាមម៉ូដែល ហើយក្រោមប្រហែល ០.៧ "
      + "ត្រូវតាមម៉ូដែលហួសហេតុ (Wright និង Linacre ១៩៩៤)។")
  static let scoreGroupNote = LocalizedText(
    en: "A small p says that the item does not follow the model; with very many people even a "
      + "harmless difference does that (Orlando and Thissen 2000).",
    km: "p តូចមានន័យថាសំណួរមិនដើរតាមម៉ូដែល។ បើមនុស្សច្រើនណាស់ សូម្បីភាពខុសគ្នាតិចតួចក៏ធ្វើឱ្យ p តូចដែរ "
      + "(Orlando និង Thissen ២០០០)។")

  // MARK: Sentences

  static let sameForAll = LocalizedText(
    en: "everybody has the same score", km: "មនុស្សទាំងអស់មានពិន្ទុដូចគ្នា")
  static let givenSlope = LocalizedText(en: "is 1 by definition", km: "ស្មើ ១ តាមនិយមន័យ")

  static func noScore(_ reason: UndefinedReason) -> LocalizedText {
    switch reason {
    case .noVariation:
      LocalizedText(
        en: "all right or all wrong has no most likely ability",
        km: "ត្រូវទាំងអស់ ឬខុសទាំងអស់ គ្មានកម្រិតចេះដឹងដែលទំនងបំផុតទេ")
    case .tooFew: LocalizedText(en: "no answers", km: "គ្មានចម្លើយ")
    default: StatisticsMessages.reason(reason)
    }
  }

  static func constantItems(_ names: [String]) -> LocalizedText {
    let list = StatisticsMessages.list(names)
    return LocalizedText(
      en: "Left out, since everybody has the same score: \(list).",
      km: "ទុកចោល ព្រោះមនុស្សទាំងអស់មានពិន្ទុដូចគ្នា៖ \(list)។")
  }

  static func closedUp(_ names: [String]) -> LocalizedText {
    let list = StatisticsMessages.list(names)
    return LocalizedText(
      en: "Nobody has one of the scores in between, so steps are counted without it: \(list).",
      km: "គ្មាននរណាមានពិន្ទុមួយក្នុងចំណោមពិន្ទុកណ្តាល ដូច្នេះជំហានត្រូវរាប់ដោយគ្មានពិន្ទុនោះ៖ \(list)។")
  }

  static func rareCategory(_ names: [String]) -> LocalizedText {
    let list = StatisticsMessages.list(names)
    return LocalizedText(
      en: "Fewer than 10 people have one of the scores, so its steps are unsure (Linacre 2002): "
        + "\(list).",
      km: "មានមនុស្សតិចជាង ១០ នាក់ដែលមានពិន្ទុមួយ ដូច្នេះជំហានរបស់វាមិនប្រាកដ (Linacre ២០០២)៖ \(list)។")
  }

  static func silent(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "People without any answer, left out: \(count).",
      km: "មនុស្សដែលគ្មានចម្លើយសោះ ហើយត្រូវទុកចោល៖ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  static func missingUsed(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Missing scores: \(count). They are passed over, not counted as wrong.",
      km: "ពិន្ទុដែលខ្វះ៖ \(Khmer.withKhmerDigits("\(count)"))។ ពិន្ទុទាំងនោះត្រូវរំលង មិនរាប់ថាខុសទេ។")
  }

  static func missingListwise(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Missing scores: \(count). People with one are left out of the fit.",
      km: "ពិន្ទុដែលខ្វះ៖ \(Khmer.withKhmerDigits("\(count)"))។ មនុស្សដែលខ្វះពិន្ទុត្រូវទុកចោលពីការប៉ាន់ស្មាន។")
  }

  static func fewPeople(_ model: ItemResponseFit.Model, people: Int) -> LocalizedText {
    let advised = ItemResponseFit.advised(model)
    let name = name(model)
    return LocalizedText(
      en:
        "\(people) people are few for \(name.en): \(advised) are advised (\(source(model, isAdvice: true))). "
        + "Look at the errors before you draw a conclusion.",
      km: "មនុស្ស \(Khmer.withKhmerDigits("\(people)")) នាក់គឺតិចសម្រាប់ \(name.km)៖ គួរមាន "
        + "\(Khmer.withKhmerDigits("\(advised)")) នាក់ (\(source(model, isAdvice: true)))។ "
        + "សូមមើលកំហុសស្តង់ដារ មុនទាញសេចក្តីសន្និដ្ឋាន។")
  }

  static func fallBack(
    _ asked: ItemResponseFit.Model, _ taken: ItemResponseFit.Model, people: Int, fewest: Int
  ) -> LocalizedText {
    let (from, to) = (name(asked), name(taken))
    return LocalizedText(
      en: "\(people) people are too few for \(from.en), which needs \(fewest) "
        + "(\(source(asked, isAdvice: false))). Fitted instead: \(to.en).",
      km: "មនុស្ស \(Khmer.withKhmerDigits("\(people)")) នាក់តិចពេកសម្រាប់ \(from.km) ដែលត្រូវការ "
        + "\(Khmer.withKhmerDigits("\(fewest)")) នាក់ (\(source(asked, isAdvice: false)))។ "
        + "បានប្រើជំនួស៖ \(to.km)។")
  }

  static func tooFew(_ asked: ItemResponseFit.Model, people: Int, fewest: Int) -> LocalizedText {
    let name = name(asked)
    return LocalizedText(
      en: "\(people) people are too few for \(name.en), which needs \(fewest) "
        + "(\(source(asked, isAdvice: false))).",
      km: "មនុស្ស \(Khmer.withKhmerDigits("\(people)")) នាក់តិចពេកសម្រាប់ \(name.km) ដែលត្រូវការ "
        + "\(Khmer.withKhmerDigits("\(fewest)")) នាក់ (\(source(asked, isAdvice: false)))។")
  }

  static let tooFewRemedy = LocalizedText(
    en: "Read the classical figures instead, join groups that took the same form, or set --fewest.",
    km: "សូមអានតួលេខបុរាណជំនួស ឬបញ្ចូលក្រុមដែលធ្វើវិញ្ញាសាដូចគ្នា ឬកំណត់ --fewest។")

  private static func source(_ model: ItemResponseFit.Model, isAdvice: Bool) -> String {
    switch (model, isAdvice) {
    case (.rasch, _), (.partialCredit, false): "Linacre 1994"
    case (.partialCredit, true): "Choi, Cook & Dodd 1997"
    case (.twoParameter, true): "de Ayala 2009"
    case (.graded, true): "Reise & Yu 1990"
    case (.twoParameter, false), (.graded, false): "Drasgow 1989"
    }
  }

  static func method(_ fit: ItemResponseFit) -> LocalizedText {
    guard fit.method == .marginal else {
      return LocalizedText(
        en: "Conditional maximum likelihood given people's totals (Andersen 1972): nothing is "
          + "assumed of abilities, slopes are 1, and difficulties sum to zero.",
        km: "ការប៉ាន់ស្មានតាមភាពទំនងមានលក្ខខណ្ឌលើពិន្ទុសរុប (Andersen ១៩៧២)៖ មិនសន្មតអ្វីអំពីកម្រិតចេះដឹង "
          + "កម្រិតបែងចែកស្មើ ១ ហើយផលបូកកម្រិតលំបាកស្មើសូន្យ។")
    }
    let nodes = Khmer.withKhmerDigits("\(fit.nodes)")
    let errors =
      fit.errorSource == .observed
      ? LocalizedText(
        en: "Errors come from the observed information.",
        km: "កំហុសស្តង់ដារគណនាពីព័ត៌មានដែលសង្កេតឃើញ។")
      : LocalizedText(
        en: "Errors come from the cross-products of people's derivatives.",
        km: "កំហុសស្តង់ដារគណនាពីផលគុណខ្វែងនៃដេរីវេរបស់មនុស្សម្នាក់ៗ។")
    return LocalizedText(
      en: "Marginal maximum likelihood (Bock and Aitkin 1981), abilities being normal with mean 0 "
        + "and spread 1, at \(fit.nodes) points. \(errors.en)",
      km: "ការប៉ាន់ស្មានតាមភាពទំនងរួម (Bock និង Aitkin ១៩៨១) ដោយសន្មតកម្រិតចេះដឹងមានរបាយធម្មតា មធ្យម ០ "
        + "និងគម្លាត ១ នៅ \(nodes) ចំណុច។ \(errors.km)")
  }
}
