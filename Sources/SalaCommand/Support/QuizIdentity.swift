import Assessment
import Records
import Terminal
import Text

/// Who sits down to a test, as far as the records know: shown before it begins, so that nobody
/// answers under the code of somebody else.
struct QuizIdentity {
  let code: String
  let number: Int?
  let office: String?
  let province: String?

  /// Returns who takes a test of an event; `nil` for practice and outside events, where nothing is
  /// joined to a person.
  init?(_ setting: QuizSetting, in store: Store) throws {
    guard let event = setting.event, setting.occasion != .practice else { return nil }
    let links = CodeLinks(try store.statements().links.map(\.record))
    let person = PersonAttributes.joined(try store.people(), by: links)
      .first { $0.code == links.person(setting.code) }
    code = setting.code
    number = event.learner(setting.code)?.number
    office = person?.office ?? person?.organisation
    province = person?.province
  }

  /// What is shown, such as `K7M4-QX2P · number 7 · Planning office · Kampot`.
  var words: LocalizedText {
    let place = province.map(ProvinceNames.name)
    let numbers = number.map {
      LocalizedText(en: "number \($0)", km: "លេខរៀង \(Khmer.withKhmerDigits("\($0)"))")
    }
    return LocalizedText(
      en: [code, numbers?.en, office, place?.en].compactMap(\.self).joined(separator: " · "),
      km: [code, numbers?.km, office, place?.km].compactMap(\.self).joined(separator: " · "))
  }

  /// A notice with who sits down under it, for a page that cannot ask first.
  func notice(_ notice: LocalizedText?) -> LocalizedText {
    guard let notice else { return words }
    return LocalizedText(
      en: "\(notice.en) \(words.en)", km: "\(notice.km) \(words.km)")
  }

  /// Asks a person at a terminal; whoever says no, or nothing that is understood in three tries,
  /// does not begin.
  ///
  /// Where nobody sits there, nothing is asked.
  func isConfirmed(_ console: Console, _ language: Language) -> Bool {
    guard console.isInteractive else { return true }
    console.line(HelpText.visible(words.text(in: language)))
    for _ in 0..<3 {
      switch console.ask(Self.isThisYou, in: language)?.lowercased() {
      case "y", "yes", "បាទ", "ចាស", "ចា៎ះ", "ត្រូវ": return true
      case "n", "no", "ទេ", "មិនមែន":
        console.line(Self.askTheTrainer.text(in: language))
        return false
      default: continue
      }
    }
    console.line(Self.askTheTrainer.text(in: language))
    return false
  }

  static let isThisYou = LocalizedText(
    en: "Is this you? Type y for yes, n for no:", km: "តើនេះជាអ្នកមែនទេ? សូមវាយ y បើមែន ឬ n បើមិនមែន៖")
  static let askTheTrainer = LocalizedText(
    en: "The test was not begun. Compare the code with your card, or ask the trainer.",
    km: "តេស្តមិនទាន់ចាប់ផ្តើមទេ។ សូមផ្ទៀងកូដជាមួយប័ណ្ណរបស់អ្នក ឬសួរគ្រូឧទ្ទេស។")
}
