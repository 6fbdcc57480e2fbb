package import Text

/// The words about the fields of questions, the same on every page that has some.
package enum FieldWords {
  /// Asks for one option.
  package static let chooseOne = LocalizedText(en: "Choose one.", km: "សូមជ្រើសរើសចម្លើយមួយ។")
  /// Asks for every right option.
  package static let chooseSeveral = LocalizedText(
    en: "Choose all that are right.", km: "សូមជ្រើសរើសចម្លើយត្រឹមត្រូវទាំងអស់។")

  /// Asks for a number, with the units it may have.
  package static func typeNumber(units: [String]) -> LocalizedText {
    guard !units.isEmpty else { return LocalizedText(en: "Type a number:", km: "សូមវាយចំនួន៖") }
    let list = units.joined(separator: ", ")
    return LocalizedText(
      en: "Type a number; you may add its unit (\(list)):",
      km: "សូមវាយចំនួន អ្នកអាចបន្ថែមឯកតាបាន (\(list))៖")
  }

  /// Asks for a short text.
  package static let typeText = LocalizedText(en: "Type a short answer:", km: "សូមវាយចម្លើយខ្លី៖")
  /// Says that something is no number.
  package static let numberWanted = LocalizedText(
    en: "This is not a number. Type one such as 12 or 12.5.",
    km: "នេះមិនមែនជាចំនួនទេ។ សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥។")

  /// Says that something is no number.
  package static func numberWanted(units: [String]) -> LocalizedText {
    guard let unit = units.first else { return numberWanted }
    return LocalizedText(
      en: "This is not a number. Type one such as 12 or 12.5 \(unit).",
      km: "នេះមិនមែនជាចំនួនទេ។ សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥ \(unit)។")
  }

  /// Keeps what is in the fields.
  package static let keepAnswer = LocalizedText(en: "Keep my answer", km: "រក្សាទុកចម្លើយរបស់ខ្ញុំ")
  /// Stands in a list before anything is chosen.
  package static let choose = LocalizedText(en: "– choose –", km: "– ជ្រើសរើស –")
  /// Asks what belongs to each line.
  package static let joinPairs = LocalizedText(
    en: "Choose for each line what belongs to it; the choices are listed below.",
    km: "សូមជ្រើសរើសអ្វីដែលត្រូវគ្នាសម្រាប់បន្ទាត់នីមួយៗ។ ជម្រើសមានរាយនៅខាងក្រោម។")
  /// Asks for the right order.
  package static let putInOrder = LocalizedText(
    en: "Put the lines into the right order with the arrows.",
    km: "សូមរៀបបន្ទាត់តាមលំដាប់ត្រឹមត្រូវ ដោយប្រើសញ្ញាព្រួញ។")
  /// Names the button that moves a line up.
  package static let moveUp = LocalizedText(en: "Move up:", km: "ឡើងលើ៖")
  /// Names the button that moves a line down.
  package static let moveDown = LocalizedText(en: "Move down:", km: "ចុះក្រោម៖")
  /// Takes the order as it is.
  package static let asShown = LocalizedText(
    en: "The order shown is my answer", km: "លំដាប់ដែលបង្ហាញជាចម្លើយរបស់ខ្ញុំ")
  /// Says that the order is taken.
  package static let orderGiven = LocalizedText(
    en: "The order shown is your answer.", km: "លំដាប់ដែលបង្ហាញជាចម្លើយរបស់អ្នក។")
  /// Asks how far somebody agrees.
  package static let agree = LocalizedText(
    en: "How far do you agree? No answer is right or wrong.",
    km: "តើអ្នកយល់ស្របកម្រិតណា? គ្មានចម្លើយត្រូវ ឬខុសទេ។")
  /// Asks how somebody rates himself.
  package static let rateYourself = LocalizedText(
    en: "How do you rate yourself? No answer is right or wrong.",
    km: "តើអ្នកវាយតម្លៃខ្លួនឯងកម្រិតណា? គ្មានចម្លើយត្រូវ ឬខុសទេ។")
  /// Asks for an essay.
  package static let writeText = LocalizedText(
    en: "Write your answer; your trainer will judge it:",
    km: "សូមសរសេរចម្លើយរបស់អ្នក គ្រូឧទ្ទេសនឹងវាយតម្លៃ៖")
  /// Says that nothing is to be answered.
  package static let trainerObserves = LocalizedText(
    en: "Your trainer observes this; there is nothing to answer here.",
    km: "គ្រូឧទ្ទេសជាអ្នកសង្កេតការងារនេះ មិនចាំបាច់ឆ្លើយនៅទីនេះទេ។")

  /// Asks to fill blanks.
  package static func fill(_ count: Int) -> LocalizedText {
    count == 1
      ? LocalizedText(en: "Fill the blank.", km: "សូមបំពេញចន្លោះ។")
      : LocalizedText(
        en: "Fill the \(count) blanks.", km: "សូមបំពេញចន្លោះទាំង \(Khmer.withKhmerDigits("\(count)"))។")
  }

  /// Names a blank.
  package static func blank(_ place: Int, of count: Int) -> LocalizedText {
    guard count > 1 else { return LocalizedText(en: "Blank", km: "ចន្លោះ") }
    return LocalizedText(
      en: "Blank \(place) of \(count)",
      km: "ចន្លោះទី\(Khmer.withKhmerDigits("\(place)"))"
        + " ក្នុងចំណោម \(Khmer.withKhmerDigits("\(count)"))")
  }
}
