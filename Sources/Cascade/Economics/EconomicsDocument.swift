package import Curriculum
package import Document
import Text

extension CascadePlanning {
  /// The blocks about costs; none where the plan names no costs.
  static func costBlocks(_ report: CascadeReport) -> [Document.Block] {
    guard let costs = CascadeCosts(report) else { return [] }
    typealias Words = EconomicsMessages
    let columns: [Table.Column] = [
      .init("generation", CascadeMessages.generation, .number),
      .init("trainers", Words.trainers, .number), .init("travel", Words.travel, .number),
      .init("classes", Words.classes, .number),
      .init("participants", Words.participants, .number),
      .init("materials", Words.materials, .number), .init("total", Words.total, .number),
      .init("perPerson", Words.perPerson, .number),
      .init("perCompetent", Words.perCompetent, .number),
    ]
    let rows = costs.generations.map { generation -> [Table.Cell] in
      [
        .integer(generation.number), .number(generation.trainers, digits: 0),
        .number(generation.travel, digits: 0), .number(generation.classes, digits: 0),
        .number(generation.participants, digits: 0), .number(generation.materials, digits: 0),
        .number(generation.total, digits: 0),
        .number(generation.perPerson, digits: 2, orMissing: Words.nobody),
        .number(generation.perCompetent, digits: 2, orMissing: Words.noPass),
      ]
    }
    return [
      .heading(Words.heading(costs.currency)),
      .keyValues(
        KeyValues(
          id: "costs",
          items: [
            .init(key: "currency", title: Words.currency, value: .text(costs.currency)),
            .init(key: "totalCost", title: Words.total, value: .number(costs.total, digits: 0)),
            .init(
              key: "costPerPerson", title: Words.perPerson,
              value: .number(costs.perPerson, digits: 2, orMissing: Words.nobody)),
            .init(
              key: "costPerCompetentPerson", title: Words.perCompetent,
              value: .number(costs.perCompetent, digits: 2, orMissing: Words.noPass)),
          ])),
      .table(
        Table(
          id: "costsByGeneration", caption: Words.caption, columns: columns, rows: rows,
          footnotes: [Words.rule])),
    ]
  }

  /// The blocks that set the plan beside its scenarios; none where there are no scenarios.
  static func scenarioBlocks(_ plan: CascadePlan) -> [Document.Block] {
    guard !plan.scenarios.isEmpty else { return [] }
    typealias Words = EconomicsMessages
    let comparison = ScenarioComparison(plan)
    let columns: [Table.Column] = [
      .init("scenario", Words.scenario), .init("title", Words.title),
      .init("reach", CascadeMessages.totalReach, .number),
      .init("target", CascadeMessages.totalTarget, .number),
      .init("classes", CascadeMessages.totalClasses, .number),
      .init("trainerDays", CascadeMessages.trainerDays, .number),
      .init("binds", CascadeMessages.binds), .init("cost", Words.total, .number),
      .init("perPerson", Words.perPerson, .number),
      .init("perCompetent", Words.perCompetent, .number),
      .init("content", ForecastMessages.content, .number),
      .init("lastDay", ForecastMessages.lastDay),
    ]
    let rows = comparison.columns.map { column -> [Table.Cell] in
      [
        .text(column.scenario?.id ?? "plan"),
        .localized(column.scenario?.title ?? Words.asPlanned),
        .integer(column.report.totalReach), .integer(column.report.totalTarget),
        .integer(column.report.totalClasses), .integer(column.report.totalTrainerDays),
        .text(column.report.binding?.limit.rawValue ?? "none"),
        .number(column.costs?.total, digits: 0, orMissing: Words.noCosts),
        .number(column.costs?.perPerson, digits: 2, orMissing: Words.noCosts),
        .number(column.costs?.perCompetent, digits: 2, orMissing: Words.noPass),
        .number(column.content, digits: 2, orMissing: ForecastMessages.noFidelity),
        column.lastDay.map { .text($0.text) } ?? .empty,
      ]
    }
    return [
      .heading(Words.scenarios),
      .table(
        Table(id: "scenarios", caption: Words.scenariosCaption, columns: columns, rows: rows)),
    ]
  }

  /// Returns what a search for the cheapest shape found, as a document.
  package static func document(
    for answer: ShapeSearch.Answer, request: ShapeSearch.Request, plan: CascadePlan
  ) -> Document {
    typealias Words = EconomicsMessages
    var blocks: [Document.Block] = [.paragraph(Words.asked(request))]
    switch answer {
    case .refused(let refusal): blocks.append(.note(.warning, Words.refused(refusal, request)))
    case .shapes(let shapes):
      if let first = shapes.first { blocks.append(.paragraph(Words.cheapest(first))) }
      let columns: [Table.Column] = [
        .init("generations", Words.generations, .number),
        .init("classSize", CascadeMessages.classSize, .number),
        .init("facilitators", CascadeMessages.facilitators, .number),
        .init("invited", Words.invited), .init("classes", CascadeMessages.totalClasses, .number),
        .init("trainerDays", CascadeMessages.trainerDays, .number),
        .init("days", Words.days, .number), .init("cost", Words.total, .number),
        .init("content", ForecastMessages.content, .number),
        .init("probability", ForecastMessages.meetsTarget, .number),
      ]
      blocks.append(
        .table(
          Table(
            id: "shapes", caption: Words.shapesCaption, columns: columns,
            rows: shapes.map { shape in
              [
                .integer(shape.generations), .integer(shape.classSize),
                .integer(shape.facilitators),
                .text(shape.invited.map(String.init).joined(separator: " → ")),
                .integer(shape.classes), .integer(shape.trainerDays), .integer(shape.days),
                .number(shape.cost, digits: 0, orMissing: Words.noCosts),
                .number(shape.content, digits: 2), .number(shape.probability, digits: 3),
              ]
            }, footnotes: [Words.shapeRule])))
    }
    return Document(title: Words.shapeTitle, blocks: blocks)
  }
}

/// The words about costs, scenarios and shapes.
enum EconomicsMessages {
  static func heading(_ currency: String) -> LocalizedText {
    LocalizedText(en: "What it costs (\(currency))", km: "ថ្លៃចំណាយ (\(currency))")
  }
  static let caption = LocalizedText(
    en: "Costs of the classes held, by generation", km: "ថ្លៃចំណាយនៃថ្នាក់ដែលធ្វើបាន តាមជំនាន់")
  static let trainerDay = LocalizedText(en: "Cost of a trainer's day", km: "ថ្លៃគ្រូមួយថ្ងៃ")
  static let way = LocalizedText(en: "Cost of a trainer's way", km: "ថ្លៃធ្វើដំណើររបស់គ្រូម្តង")
  static let classCost = LocalizedText(en: "Cost of a class", km: "ថ្លៃចំណាយសម្រាប់មួយថ្នាក់")
  static let participantDay = LocalizedText(
    en: "Cost of a participant's day", km: "ថ្លៃចំណាយសម្រាប់សិក្ខាកាមម្នាក់ក្នុងមួយថ្ងៃ")
  static let floor = LocalizedText(
    en: "Least share of learning that should arrive", km: "ចំណែកអប្បបរមានៃការរៀនដែលគួរទៅដល់")
  static let currency = LocalizedText(en: "Currency", km: "រូបិយប័ណ្ណ")
  static let trainers = LocalizedText(en: "Trainers", km: "គ្រូ")
  static let travel = LocalizedText(en: "Travel", km: "ការធ្វើដំណើរ")
  static let classes = LocalizedText(en: "Classes", km: "ថ្នាក់")
  static let participants = LocalizedText(en: "Participants", km: "សិក្ខាកាម")
  static let materials = LocalizedText(en: "Materials", km: "សម្ភារៈ")
  static let total = LocalizedText(en: "Total cost", km: "ថ្លៃចំណាយសរុប")
  static let perPerson = LocalizedText(en: "Per person reached", km: "ក្នុងអ្នកទទួលបានម្នាក់")
  static let perCompetent = LocalizedText(en: "Per person who passes", km: "ក្នុងអ្នកជាប់តេស្តម្នាក់")
  static let nobody = LocalizedText(en: "nobody is reached", km: "គ្មានអ្នកទទួលបានទេ")
  static let noPass = LocalizedText(
    en: "the plan does not say how many pass", km: "ផែនការមិនបញ្ជាក់ថាប៉ុន្មាននាក់ជាប់")
  static let noCosts = LocalizedText(en: "the plan names no costs", km: "ផែនការមិនបញ្ជាក់ថ្លៃចំណាយ")
  static let rule = LocalizedText(
    en: "Trainers: trainer-days × cost of a day. Travel: classes × trainers in a class × cost of a "
      + "way. Participants: people reached × days × cost of a day.",
    km: "គ្រូ៖ ថ្ងៃគ្រូ × ថ្លៃមួយថ្ងៃ។ ការធ្វើដំណើរ៖ ថ្នាក់ × គ្រូក្នុងមួយថ្នាក់ × ថ្លៃធ្វើដំណើរម្តង។ សិក្ខាកាម៖ "
      + "ចំនួនអ្នកទទួលបាន × ថ្ងៃ × ថ្លៃមួយថ្ងៃ។")
  static let scenarios = LocalizedText(en: "Scenarios side by side", km: "ប្រៀបធៀបសេណារីយ៉ូ")
  static let scenariosCaption = LocalizedText(
    en: "The plan beside its scenarios", km: "ផែនការ និងសេណារីយ៉ូរបស់វា")
  static let scenario = LocalizedText(en: "Scenario", km: "សេណារីយ៉ូ")
  static let title = LocalizedText(en: "What is different", km: "អ្វីដែលខុសគ្នា")
  static let asPlanned = LocalizedText(en: "as planned", km: "តាមផែនការ")
  static let shapeTitle = LocalizedText(
    en: "The cheapest shape of the cascade", km: "ទម្រង់ថោកបំផុតនៃការបណ្តុះបណ្តាលបន្តគ្នា")
  static let shapesCaption = LocalizedText(
    en: "Shapes that reach the target surely enough, the cheapest first",
    km: "ទម្រង់ដែលអាចសម្រេចគោលដៅដោយមានភាពប្រាកដគ្រប់គ្រាន់ ថោកបំផុតនៅមុនគេ")
  static let generations = LocalizedText(en: "Generations", km: "ចំនួនជំនាន់")
  static let invited = LocalizedText(en: "People invited, by generation", km: "ចំនួនអ្នកអញ្ជើញ តាមជំនាន់")
  static let days = LocalizedText(en: "Working days in all", km: "ថ្ងៃធ្វើការសរុប")
  static let shapeRule = LocalizedText(
    en: "Everybody in the target is trained by the last generation; those between train as many as "
      + "are needed as trainers. Each trainer leads as many classes as the limit of days allows.",
    km: "អ្នកទាំងអស់ក្នុងគោលដៅត្រូវបានបណ្តុះបណ្តាលដោយជំនាន់ចុងក្រោយ។ ជំនាន់នៅចន្លោះបណ្តុះបណ្តាលតែចំនួនគ្រូដែលត្រូវការ។ "
      + "គ្រូម្នាក់ៗដឹកនាំថ្នាក់តាមចំនួនថ្ងៃដែលកម្រិតអនុញ្ញាត។")

  private static func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, digits: 0)
  }

  static func asked(_ request: ShapeSearch.Request) -> LocalizedText {
    LocalizedText(
      en:
        "Wanted: at least \(NumberText.grouped(request.target, in: .english)) people with a probability of "
        + "\(percent(request.probability)) percent, with at least \(percent(request.floor)) percent "
        + "of the learning arriving (\(request.runs) runs for each shape, seed \(request.seed)).",
      km: Khmer.withKhmerDigits(
        "ត្រូវការ៖ យ៉ាងតិច \(request.target) នាក់ ដោយប្រូបាប \(percent(request.probability)) ភាគរយ "
          + "ហើយការរៀនយ៉ាងតិច \(percent(request.floor)) ភាគរយទៅដល់ (\(request.runs) ដងសម្រាប់ទម្រង់នីមួយៗ "
          + "លេខចាប់ផ្តើម \(request.seed))។"))
  }

  static func cheapest(_ shape: ShapeSearch.Shape) -> LocalizedText {
    LocalizedText(
      en: "Cheapest: generations of training: \(shape.generations); people in a class: "
        + "\(shape.classSize); trainers in a class: \(shape.facilitators); classes in all: "
        + "\(shape.classes).",
      km: Khmer.withKhmerDigits(
        "ថោកបំផុត៖ \(shape.generations) ជំនាន់ ថ្នាក់ទំហំ \(shape.classSize) នាក់ មានគ្រូ "
          + "\(shape.facilitators) នាក់ សរុប \(shape.classes) ថ្នាក់។"))
  }

  static func refused(
    _ refusal: ShapeSearch.Refusal, _ request: ShapeSearch.Request
  ) -> LocalizedText {
    switch refusal {
    case .nothingToTrainWith:
      LocalizedText(
        en: "The plan has no master trainers, or no generation that is trained.",
        km: "ផែនការគ្មានគ្រូបង្គោល ឬគ្មានជំនាន់ដែលត្រូវបណ្តុះបណ្តាល។")
    case .floor(let after):
      LocalizedText(
        en:
          "Even one generation keeps only \(percent(after)) percent of the learning; the floor of "
          + "\(percent(request.floor)) percent cannot be kept.",
        km: Khmer.withKhmerDigits(
          "សូម្បីតែមួយជំនាន់ក៏រក្សាបានតែ \(percent(after)) ភាគរយនៃការរៀន។ កម្រិតអប្បបរមា "
            + "\(percent(request.floor)) ភាគរយ មិនអាចរក្សាបានទេ។"))
    case .reach(let best):
      LocalizedText(
        en:
          "No shape reaches the target surely enough with these trainers, days and loads; the best "
          + "one does so in \(percent(best)) of 100 runs. More master trainers, more days or a "
          + "higher limit of days for each trainer would help.",
        km: Khmer.withKhmerDigits(
          "គ្មានទម្រង់ណាសម្រេចគោលដៅដោយភាពប្រាកដគ្រប់គ្រាន់ ជាមួយគ្រូ ថ្ងៃ និងបន្ទុកទាំងនេះទេ។ ទម្រង់ល្អបំផុតសម្រេចបាន "
            + "\(percent(best)) ដងក្នុង ១០០។ គ្រូបង្គោលច្រើនជាង ថ្ងៃច្រើនជាង ឬកម្រិតថ្ងៃខ្ពស់ជាងសម្រាប់គ្រូម្នាក់ៗ អាចជួយបាន។"))
    }
  }
}
