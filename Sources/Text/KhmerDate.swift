/// A day of the solar calendar, as Cambodian offices write it.
///
/// The lunar date that letters also carry is not computed.
package struct KhmerDate: Sendable, Hashable, Comparable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month.
  package let day: Int

  /// How a date is written.
  package enum Style: Sendable, Hashable, CaseIterable {
    /// `ថ្ងៃសុក្រ ទី២៩ ខែឧសភា ឆ្នាំ២០២៦`, Friday 29 May 2026.
    case full
    /// `ថ្ងៃទី២៩ ខែឧសភា ឆ្នាំ២០២៦`, 29 May 2026.
    case long
    /// `២៩-០៥-២០២៦`, 29-05-2026.
    case short
  }

  /// Creates a day; `nil` where the Gregorian calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day that a text such as `2026-05-29` names; Khmer digits do as well.
  package init?(iso text: String) {
    let parts = Khmer.withLatinDigits(text).split(separator: "-", omittingEmptySubsequences: false)
    let isRegular = parts.map(\.utf8.count) == [4, 2, 2]
    guard isRegular, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day of the week: 0 Sunday to 6 Saturday.
  package var weekday: Int {
    // Days since 1 January of the year 1, a Monday.
    let past = year - 1
    let years = past * 365 + past / 4 - past / 100 + past / 400
    let months = (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) }
    return (years + months + day) % 7
  }

  /// Returns the date in words and digits of a language.
  package func text(_ style: Style, in language: Language) -> String {
    switch (style, language) {
    case (.full, .khmer):
      "ថ្ងៃ\(Self.weekdays[weekday].km) ទី\(khmer(day)) ខែ\(Self.months[month - 1].km)"
        + " ឆ្នាំ\(khmer(year))"
    case (.full, .english):
      "\(Self.weekdays[weekday].en) \(day) \(Self.months[month - 1].en) \(year)"
    case (.long, .khmer):
      "ថ្ងៃទី\(khmer(day)) ខែ\(Self.months[month - 1].km) ឆ្នាំ\(khmer(year))"
    case (.long, .english): "\(day) \(Self.months[month - 1].en) \(year)"
    case (.short, .khmer): Khmer.withKhmerDigits(numbers)
    case (.short, .english): numbers
    }
  }

  /// Returns the date in both languages.
  package func text(_ style: Style) -> LocalizedText {
    LocalizedText(en: text(style, in: .english), km: text(style, in: .khmer))
  }

  /// Orders days by time.
  package static func < (left: KhmerDate, right: KhmerDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private var numbers: String {
    Self.padded(day, 2) + "-" + Self.padded(month, 2) + "-" + Self.padded(year, 4)
  }

  private func khmer(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days of the week, from Sunday.
  static let weekdays = [
    LocalizedText(en: "Sunday", km: "អាទិត្យ"), LocalizedText(en: "Monday", km: "ចន្ទ"),
    LocalizedText(en: "Tuesday", km: "អង្គារ"), LocalizedText(en: "Wednesday", km: "ពុធ"),
    LocalizedText(en: "Thursday", km: "ព្រហស្បតិ៍"), LocalizedText(en: "Friday", km: "សុក្រ"),
    LocalizedText(en: "Saturday", km: "សៅរ៍"),
  ]

  /// The months.
  static let months = [
    LocalizedText(en: "January", km: "មករា"), LocalizedText(en: "February", km: "កុម្ភៈ"),
    LocalizedText(en: "March", km: "មីនា"), LocalizedText(en: "April", km: "មេសា"),
    LocalizedText(en: "May", km: "ឧសភា"), LocalizedText(en: "June", km: "មិថុនា"),
    LocalizedText(en: "July", km: "កក្កដា"), LocalizedText(en: "August", km: "សីហា"),
    LocalizedText(en: "September", km: "កញ្ញា"), LocalizedText(en: "October", km: "តុលា"),
    LocalizedText(en: "November", km: "វិច្ឆិកា"), LocalizedText(en: "December", km: "ធ្នូ"),
  ]
}
