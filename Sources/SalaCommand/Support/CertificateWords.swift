import Assessment
import Curriculum
import Paper
import Records
import Text

/// The words of certificates and of the commands about them.
enum CertificateWords {
  private static func digits(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }

  static func title(_ kind: CertificateKind) -> LocalizedText {
    switch kind {
    case .attendance:
      LocalizedText(en: "Certificate of Attendance", km: "វិញ្ញាបនបត្រចូលរួមវគ្គ")
    case .completion:
      LocalizedText(en: "Certificate of Completion", km: "វិញ្ញាបនបត្របញ្ចប់វគ្គ")
    }
  }

  static func certificate(
    _ kind: CertificateKind, _ learner: Completion, _ setting: CompletionSetting,
    course: Curriculum, name: PersonName?, date: KhmerDate
  ) -> PaperCertificate {
    let event = setting.event
    let when = dates(setting.days.dates)
    let place =
      setting.days.venue.map {
        LocalizedText(en: " at \($0)", km: " នៅ\($0)")
      } ?? LocalizedText(same: "")
    let verb =
      kind == .attendance
      ? LocalizedText(en: "who attended the training", km: "ដែលបានចូលរួមវគ្គបណ្តុះបណ្តាល")
      : LocalizedText(en: "who completed the training", km: "ដែលបានបញ្ចប់វគ្គបណ្តុះបណ្តាល")
    let words = LocalizedText(
      en: "\(verb.en) “\(course.title.text(in: .english))” (\(event.title.text(in: .english)))"
        + "\(when.en)\(place.en)",
      km: "\(verb.km) «\(course.title.text(in: .khmer))» (\(event.title.text(in: .khmer)))"
        + "\(when.km)\(place.km)")
    let number = zeroPadded(learner.number)
    return PaperCertificate(
      title: title(kind), institution: course.institution, khmerName: name?.khmer ?? "",
      latinName: name?.latin ?? "", words: words, given: date.text(.full),
      number: "\(event.id)/\(number)/\(kind == .attendance ? "A" : "C")",
      code: CertificateCode.make(event: event.id, learner: learner.code, kind: kind))
  }

  private static func zeroPadded(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  private static func dates(_ days: [KhmerDate?]) -> LocalizedText {
    let known = days.compactMap(\.self)
    guard let first = known.first, let last = known.last else { return LocalizedText(same: "") }
    if first == last {
      return LocalizedText(
        en: " on \(first.text(.long, in: .english))", km: " \(first.text(.long, in: .khmer))")
    }
    return LocalizedText(
      en: " from \(first.text(.long, in: .english)) to \(last.text(.long, in: .english))",
      km: " ពី\(first.text(.long, in: .khmer)) ដល់\(last.text(.long, in: .khmer))")
  }

  static func badTests(_ typed: String) -> LocalizedText {
    LocalizedText(
      en: "'\(typed)' names no tests; write some of pre, post and follow-up, or none.",
      km: "'\(typed)' មិនបញ្ជាក់តេស្តទេ។ សូមសរសេរ pre, post ឬ follow-up ឬ none។")
  }

  static func mendNames(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "Nothing was printed; mend '\(path)' first.",
      km: "មិនបានបោះពុម្ពអ្វីទេ។ សូមកែ '\(path)' ជាមុនសិន។")
  }

  static func earned(_ count: Int, of total: Int, _ kind: CertificateKind) -> LocalizedText {
    LocalizedText(
      en: "\(count) of \(total) learners meet the rule.",
      km: "សិក្ខាកាម \(digits(count)) ក្នុងចំណោម \(digits(total)) នាក់ បំពេញលក្ខខណ្ឌ។")
  }

  static func nobody(
    _ kind: CertificateKind, _ setting: CompletionSetting, only: String?
  ) -> LocalizedText {
    let rule = LocalizedText(
      en: "at least \(setting.rule.leastShare) % of \(setting.days.dates.count) days",
      km:
        "យ៉ាងតិច \(digits(setting.rule.leastShare)) % នៃ \(digits(setting.days.dates.count)) ថ្ងៃ")
    let tests = setting.rule.tests.map(\.rawValue).joined(separator: ", ")
    let more =
      kind == .attendance || tests.isEmpty
      ? LocalizedText(same: "")
      : LocalizedText(en: ", and the tests \(tests)", km: " និងតេស្ត \(tests)")
    guard let only else {
      return LocalizedText(
        en: "Nobody of '\(setting.event.id)' meets the rule: \(rule.en)\(more.en).",
        km: "គ្មានសិក្ខាកាមណានៃ '\(setting.event.id)' បំពេញលក្ខខណ្ឌទេ៖ \(rule.km)\(more.km)។")
    }
    return LocalizedText(
      en: "\(only) does not meet the rule: \(rule.en)\(more.en).",
      km: "\(only) មិនបំពេញលក្ខខណ្ឌទេ៖ \(rule.km)\(more.km)។")
  }

  static func noCode(_ typed: String) -> LocalizedText {
    LocalizedText(
      en: "'\(typed)' is no code of a certificate: a character is wrong, missing or swapped.",
      km: "'\(typed)' មិនមែនជាលេខកូដវិញ្ញាបនបត្រទេ៖ មានតួអក្សរខុស ខ្វះ ឬឆ្លាស់កន្លែង។")
  }

  static func unknownCode(_ code: String) -> LocalizedText {
    LocalizedText(
      en: "These records know no certificate with the code \(code).",
      km: "កំណត់ត្រាទាំងនេះគ្មានវិញ្ញាបនបត្រដែលមានលេខកូដ \(code) ទេ។")
  }

  static func attests(
    _ kind: CertificateKind, _ learner: Completion, _ setting: CompletionSetting, isEarned: Bool
  ) -> LocalizedText {
    let days = Response.number(learner.attended).encoded
    let total = setting.days.dates.count
    let tests = Occasion.allCases.filter(learner.tests.contains).map(\.rawValue)
      .joined(separator: ", ")
    let title = title(kind)
    let verdict =
      isEarned
      ? LocalizedText(en: "The records bear it out.", km: "កំណត់ត្រាគាំទ្រ។")
      : LocalizedText(
        en: "The records do NOT bear it out.", km: "កំណត់ត្រាមិនគាំទ្រទេ។")
    return LocalizedText(
      en:
        "\(title.en), event '\(setting.event.id)', learner no. \(learner.number) (\(learner.code)): attended \(days) of \(total) days; tests handed in: \(tests.isEmpty ? "none" : tests). \(verdict.en)",
      km:
        "\(title.km) ព្រឹត្តិការណ៍ '\(setting.event.id)' សិក្ខាកាមលេខ \(digits(learner.number)) (\(learner.code))៖ ចូលរួម \(Khmer.withKhmerDigits(days)) ក្នុង \(digits(total)) ថ្ងៃ។ តេស្តដែលបានប្រគល់៖ \(tests.isEmpty ? "គ្មាន" : tests)។ \(verdict.km)"
    )
  }
}
