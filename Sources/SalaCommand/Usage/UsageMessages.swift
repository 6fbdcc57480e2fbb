import Text

/// The messages about calls that cannot be understood.
enum UsageMessages {
  static func seeHelp(_ page: String) -> LocalizedText {
    LocalizedText(
      en: "'\(page)' explains everything it takes.",
      km: "សូមវាយ '\(page)' ដើម្បីមើលការពន្យល់លម្អិត។")
  }

  // MARK: What is wrong

  static func message(_ kind: UsageFinding.Kind) -> LocalizedText {
    switch kind {
    case .unknownCommand(let name, _, _):
      LocalizedText(
        en: "There is no command '\(name)'.", km: "គ្មានពាក្យបញ្ជា '\(name)' ទេ។")
    case .optionBeforeCommand(let name):
      LocalizedText(
        en: "'\(name)' stands before the command.", km: "'\(name)' ស្ថិតនៅមុនពាក្យបញ្ជា។")
    case .unknownOption(let name, _):
      LocalizedText(
        en: "This command has no option '\(name)'.",
        km: "ពាក្យបញ្ជានេះគ្មានជម្រើស '\(name)' ទេ។")
    case .missingValue(let option, _, nil):
      LocalizedText(en: "'\(option)' has no value.", km: "'\(option)' ខ្វះតម្លៃ។")
    case .missingValue(let option, _, .some(let number)):
      LocalizedText(
        en: "'\(number)' looks like an option, so '\(option)' has no value.",
        km: "'\(number)' មើលទៅដូចជម្រើស ដូច្នេះ '\(option)' ខ្វះតម្លៃ។")
    case .unexpectedValue(let flag, let value):
      LocalizedText(
        en: "'\(flag)' takes no value, but was given '\(value)'.",
        km: "'\(flag)' មិនទទួលតម្លៃទេ តែបានទទួល '\(value)'។")
    case .wrongValue("", let option, _, _):
      LocalizedText(
        en: "'\(option)' was given an empty value.", km: "'\(option)' បានទទួលតម្លៃទទេ។")
    case .wrongValue(let value, let option, _, _):
      LocalizedText(
        en: "'\(option)' does not know the value '\(value)'.",
        km: "'\(option)' មិនស្គាល់តម្លៃ '\(value)' ទេ។")
    case .noNumber(let value, let option):
      LocalizedText(
        en: "'\(value)' is not a number that '\(option)' can take.",
        km: "'\(value)' មិនមែនជាលេខដែល '\(option)' អាចទទួលបានទេ។")
    case .outOfRange(_, let option, let range):
      CommandMessages.outOfRange(option, range)
    case .missingOption(let option, _, _):
      LocalizedText(
        en: "The option '\(option)' is missing.", km: "ខ្វះជម្រើស '\(option)'។")
    case .missingArgument(let name):
      missingArgument(name)
    case .unexpectedArgument(let word, 0):
      LocalizedText(
        en: "This command takes no argument, but was given '\(word)'.",
        km: "ពាក្យបញ្ជានេះមិនទទួលធាតុបញ្ចូលទេ តែបានទទួល '\(word)'។")
    case .unexpectedArgument(let word, _):
      LocalizedText(
        en: "'\(word)' is one argument too many.", km: "'\(word)' លើសចំនួនធាតុបញ្ចូលដែលត្រូវផ្តល់។")
    case .optionTwice(let option, let first, let second):
      LocalizedText(
        en: "'\(option)' is given twice, as '\(first)' and as '\(second)'.",
        km: "'\(option)' ត្រូវបានផ្តល់ពីរដង គឺ '\(first)' និង '\(second)'។")
    case .notUnderstood:
      LocalizedText(
        en: "This call cannot be understood.", km: "មិនអាចយល់ពាក្យបញ្ជានេះបានទេ។")
    }
  }

  private static func missingArgument(_ name: String) -> LocalizedText {
    let value = ValueNames.text(name)
    return LocalizedText(en: "<\(value.en)> is missing.", km: "ខ្វះ <\(value.km)>។")
  }

  // MARK: What to do

  static func remedy(_ kind: UsageFinding.Kind) -> LocalizedText {
    switch kind {
    case .unknownCommand(_, let known, let suggestion): either(suggestion, known)
    case .optionBeforeCommand(let name):
      LocalizedText(
        en: "Name the command first, then '\(name)'. Only --language may stand before it.",
        km: "សូមសរសេរពាក្យបញ្ជាមុន រួចទើប '\(name)'។ មានតែ --language ទេ ដែលអាចនៅមុន។")
    case .unknownOption(_, .some(let suggestion)): didYouMean(suggestion)
    case .unknownOption(_, nil):
      LocalizedText(
        en: "Leave it out, or use one of the options below.",
        km: "សូមលុបវាចេញ ឬប្រើជម្រើសណាមួយខាងក្រោម។")
    case .missingValue(let option, let value, nil):
      missingValue(option, ValueNames.text(value))
    case .missingValue(let option, _, .some(let number)):
      LocalizedText(
        en: "Join the two: '\(option)=\(number)'.", km: "សូមសរសេរជាប់គ្នា៖ '\(option)=\(number)'។")
    case .unexpectedValue(let flag, _):
      LocalizedText(en: "Write '\(flag)' alone.", km: "សូមសរសេរតែ '\(flag)'។")
    case .wrongValue(_, _, let allowed, let suggestion): either(suggestion, allowed)
    case .noNumber(let value, _): number(value)
    case .outOfRange(let value, _, _):
      LocalizedText(
        en: "Write a number within these bounds instead of \(value).",
        km: "សូមសរសេរលេខក្នុងកម្រិតនេះ ជំនួស \(value)។")
    case .missingOption(let option, let value, let allowed):
      missingOption(option, value, allowed)
    case .missingArgument:
      LocalizedText(
        en: "Add it after the name of the command.", km: "សូមបន្ថែមវាក្រោយឈ្មោះពាក្យបញ្ជា។")
    case .unexpectedArgument:
      LocalizedText(
        en: "Leave it out; put single quotes around a name that holds spaces.",
        km: "សូមលុបវាចេញ។ បើឈ្មោះមានដកឃ្លា សូមដាក់ក្នុងសញ្ញា '…'។")
    case .optionTwice:
      LocalizedText(en: "Keep one of the two.", km: "សូមទុកតែមួយ។")
    case .notUnderstood:
      LocalizedText(
        en: "Compare it with the form below.", km: "សូមប្រៀបធៀបនឹងរបៀបប្រើខាងក្រោម។")
    }
  }

  private static func didYouMean(_ suggestion: String) -> LocalizedText {
    LocalizedText(
      en: "Did you mean '\(suggestion)'?", km: "តើអ្នកចង់សរសេរ '\(suggestion)' មែនទេ?")
  }

  private static func either(_ suggestion: String?, _ known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    let all = LocalizedText(en: "Known are: \(list).", km: "អាចប្រើបាន៖ \(list)។")
    guard let guess = suggestion.map(didYouMean) else { return all }
    return LocalizedText(en: "\(guess.en) \(all.en)", km: "\(guess.km) \(all.km)")
  }

  private static func missingValue(_ option: String, _ value: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Write it after the option: '\(option) <\(value.en)>'.",
      km: "សូមសរសេរតម្លៃក្រោយជម្រើស៖ '\(option) <\(value.km)>'។")
  }

  private static func missingOption(
    _ option: String, _ value: String, _ allowed: [String]
  ) -> LocalizedText {
    let name = ValueNames.text(value)
    let add = LocalizedText(
      en: "Add '\(option) <\(name.en)>'.", km: "សូមបន្ថែម '\(option) <\(name.km)>'។")
    guard !allowed.isEmpty else { return add }
    let known = either(nil, allowed)
    return LocalizedText(en: "\(add.en) \(known.en)", km: "\(add.km) \(known.km)")
  }

  private static func number(_ value: String) -> LocalizedText {
    let latin = Khmer.withLatinDigits(value)
    if latin != value, Double(latin) != nil {
      return LocalizedText(
        en: "Write it with the digits 0 to 9: '\(latin)'.",
        km: "សូមសរសេរដោយលេខ 0 ដល់ 9៖ '\(latin)'។")
    }
    return LocalizedText(
      en: "Write a number in digits, such as 12, within what the option allows.",
      km: "សូមសរសេរជាលេខ ដូចជា 12 ក្នុងកម្រិតដែលជម្រើសនេះអនុញ្ញាត។")
  }
}
