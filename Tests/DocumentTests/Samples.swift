import Text

@testable import Document

/// Documents that the tests of all four forms share; their numbers are made up.
enum Samples {
  static func same(_ text: String) -> LocalizedText { LocalizedText(same: text) }

  static let table = Table(
    id: "groups", caption: LocalizedText(en: "Change by province", km: "ការប្រែប្រួលតាមខេត្ត"),
    columns: [
      Table.Column("province", LocalizedText(en: "Province", km: "ខេត្ត")),
      Table.Column("n", LocalizedText(en: "Pairs", km: "ចំនួនគូ"), .number),
      Table.Column("gain", LocalizedText(en: "Gain", km: "ការកើនឡើង"), .number),
      Table.Column("interval", LocalizedText(en: "95 % CI", km: "ចន្លោះ 95%"), .interval),
    ],
    rows: [
      [
        .localized(LocalizedText(en: "Kampot", km: "កំពត")), .integer(12),
        .number(1.25, digits: 1), .interval(low: -0.5, high: 3, digits: 1),
      ],
      [
        .localized(LocalizedText(en: "Siem Reap", km: "សៀមរាប")), .integer(1),
        .number(nil, digits: 1, orMissing: reason), .missing(reason),
      ],
    ],
    footnotes: [LocalizedText(en: "Matched pairs only.", km: "តែគូដែលផ្គូផ្គងបាន។")])

  /// A table of groups by two attributes, with more columns than a terminal has room for.
  static let wide = Table(
    id: "wide", caption: LocalizedText(en: "Change by group", km: "ការប្រែប្រួលតាមក្រុម"),
    columns: [
      Table.Column("province", LocalizedText(en: "Province", km: "ខេត្ត")),
      Table.Column("sex", LocalizedText(en: "Sex", km: "ភេទ")),
    ]
      + (1...7).map {
        Table.Column("v\($0)", LocalizedText(en: "Value no. \($0)", km: "តម្លៃទី \($0)"), .number)
      } + [Table.Column("p", same("p"), .number)],
    rows: [
      [.text("Siem Reap"), .localized(LocalizedText(en: "female", km: "ស្រី"))]
        + (1...7).map { .number(Double($0), digits: 1) } + [.probability(0.000_02)],
      [.text("Siem Reap"), .localized(LocalizedText(en: "male", km: "ប្រុស"))]
        + (1...7).map { .number(-Double($0), digits: 1) } + [.probability(0.25)],
    ])

  static let reason = LocalizedText(en: "fewer than two pairs", km: "មានតិចជាងពីរគូ")

  static let facts = KeyValues(
    id: "matching",
    items: [
      KeyValues.Item(
        key: "matched", title: LocalizedText(en: "Matched", km: "ផ្គូផ្គងបាន"),
        value: .integer(13)),
      KeyValues.Item(
        key: "share", title: LocalizedText(en: "Share", km: "ភាគ"),
        value: .number(0.8125, digits: 2)),
      KeyValues.Item(
        key: "g", title: LocalizedText(en: "Hedges g", km: "ហេដជេស g"), value: .missing(reason)),
    ])

  static let intervals = Plot(
    id: "gains", title: LocalizedText(en: "Gain", km: "ការកើនឡើង"),
    summary: LocalizedText(en: "Kampot gained 1.3.", km: "កំពតកើន 1.3។"),
    axis: LocalizedText(en: "points", km: "ពិន្ទុ"),
    content: .intervals([
      Plot.Interval(
        label: LocalizedText(en: "Kampot", km: "កំពត"), value: 1.25, low: -0.5, high: 3),
      Plot.Interval(label: LocalizedText(en: "Siem Reap", km: "សៀមរាប"), value: 2),
    ]))

  static let slopes = Plot(
    id: "means", title: same("Means"), summary: same("Means rose."), axis: same("points"),
    digits: 0,
    content: .slopes(
      [Plot.Slope(label: same("All <1>"), first: 10, second: 15)],
      first: LocalizedText(en: "before", km: "មុន"), second: LocalizedText(en: "after", km: "ក្រោយ")))

  static let bars = Plot(
    id: "counts", title: same("Counts"), summary: same("Counts of pairs."), axis: same("pairs"),
    digits: 0,
    content: .bars([
      Plot.Bar(label: same("A"), value: 4), Plot.Bar(label: same("B"), value: 0),
      Plot.Bar(label: same("C"), value: .nan),
    ]))

  static let full = Document(
    title: LocalizedText(en: "Change", km: "ការប្រែប្រួល"),
    blocks: [
      .heading(LocalizedText(en: "By group", km: "តាមក្រុម")),
      .heading(LocalizedText(en: "Deeper", km: "ជ្រៅជាង"), depth: 3),
      .paragraph(LocalizedText(en: "A change is no effect.", km: "ការប្រែប្រួលមិនមែនជាឥទ្ធិពលទេ។")),
      .note(.info, LocalizedText(en: "Read with care.", km: "សូមអានដោយប្រយ័ត្ន។")),
      .note(.warning, LocalizedText(en: "Few pairs & <few> items.", km: "គូតិច។")),
      .list([same("one"), same("two")]), .list([same("one"), same("two")], isOrdered: true),
      .keyValues(facts), .table(table), .plot(intervals), .plot(slopes), .plot(bars),
    ])

  static var synthetic: Document {
    var document = full
    document.isSynthetic = true
    return document
  }
}
