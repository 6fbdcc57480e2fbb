import Psychometrics
import Text

/// The words of the report on fairness.
enum FairnessWords {
  static let introduction = LocalizedText(
    en:
      "People with the same points are compared: is a question harder for one group than for the others? "
      + "A difference is a reason to read the question, not yet a fault of it.",
    km: "ប្រៀបធៀបមនុស្សដែលបានពិន្ទុដូចគ្នា៖ តើសំណួរមួយពិបាកសម្រាប់ក្រុមមួយជាងក្រុមផ្សេងទេ? "
      + "ភាពខុសគ្នាជាហេតុផលឱ្យអានសំណួរឡើងវិញ មិនទាន់ជាកំហុសរបស់សំណួរទេ។")
  static let unsteady = LocalizedText(
    en:
      "Where a group has fewer than \(ItemFairness.fewest) people no class is given; the figures are a "
      + "hint where to look.",
    km: "បើក្រុមមានមនុស្សតិចជាង \(Prose.count(ItemFairness.fewest).km) នាក់ មិនដាក់ថ្នាក់ទេ។ តួលេខជាចំណុចគួរពិនិត្យប៉ុណ្ណោះ។")
  static let summaryCaption = LocalizedText(en: "Comparisons", km: "ការប្រៀបធៀប")
  static let caption = LocalizedText(
    en: "Each question in each comparison", km: "សំណួរនីមួយៗក្នុងការប្រៀបធៀបនីមួយៗ")
  static let comparison = LocalizedText(en: "Comparison", km: "ការប្រៀបធៀប")
  static let focal = LocalizedText(en: "People of the group", km: "ចំនួនមនុស្សក្នុងក្រុម")
  static let reference = LocalizedText(en: "Others", km: "អ្នកផ្សេង")
  static let moderate = LocalizedText(en: "Class B", km: "ថ្នាក់ B")
  static let large = LocalizedText(en: "Class C", km: "ថ្នាក់ C")
  static let delta = LocalizedText(en: "Delta", km: "ដែលតា")
  static let error = LocalizedText(en: "Standard error", km: "កម្រិតលម្អៀងគំរូ")
  static let standardised = LocalizedText(
    en: "Difference of shares, % points", km: "ភាពខុសគ្នានៃភាគ, ចំណុចភាគរយ")
  static let category = LocalizedText(en: "Class", km: "ថ្នាក់")
  static let tooFewForClass = LocalizedText(
    en: "fewer than \(ItemFairness.fewest) people in a group",
    km: "ក្រុមមួយមានតិចជាង \(Prose.count(ItemFairness.fewest).km) នាក់")

  static func title(
    _ attribute: Grouping, _ group: LocalizedText, _ others: LocalizedText?
  ) -> LocalizedText {
    let name = ReportingMessages.grouping(attribute)
    let rest = others ?? LocalizedText(en: "all others", km: "អ្នកផ្សេងទាំងអស់")
    return LocalizedText(
      en: "\(name.en): \(group.en) beside \(rest.en)",
      km: "\(name.km)៖ \(group.text(in: .khmer)) ធៀបនឹង\(rest.text(in: .khmer))")
  }

  static func tooFew(_ comparisons: [Comparison]) -> LocalizedText {
    let names = comparisons.map { comparison in
      let n = comparison.smaller
      let form = comparison.formTitle
      return LocalizedText(
        en:
          "\(comparison.title.en), \(form.en) (\(n < Suppression.minimum ? "fewer than 5" : "\(n)"))",
        km: "\(comparison.title.km) \(form.km) "
          + "(\(n < Suppression.minimum ? "តិចជាង ៥" : Prose.count(n).km))")
    }
    let list = ReportFrame.joined(names)
    return LocalizedText(
      en:
        "Fewer than \(FairnessReport.fewest) people in the smaller group, and not judged: \(list.en).",
      km: "ក្រុមតូចជាងមានមនុស្សតិចជាង \(Prose.count(FairnessReport.fewest).km) នាក់ ហើយមិនបានវិនិច្ឆ័យ៖ \(list.km)។")
  }

  static func parts(_ items: [String]) -> LocalizedText {
    let list = items.joined(separator: ", ")
    return LocalizedText(
      en: "Questions that give parts of their points are not judged here: \(list).",
      km: "សំណួរដែលផ្តល់ពិន្ទុជាផ្នែក មិនបានវិនិច្ឆ័យនៅទីនេះទេ៖ \(list)។")
  }

  static let note = LocalizedText(
    en:
      "Delta below 0, and a difference of shares below 0: harder for the group. Class by the rule of ETS: "
      + "A negligible, B moderate (at least 1 and clearly not 0), C large (at least 1.5 and clearly "
      + "above 1).",
    km: "ដែលតាក្រោម ០ និងភាពខុសគ្នានៃភាគក្រោម ០៖ ពិបាកជាងសម្រាប់ក្រុម។ ថ្នាក់តាមវិធាន ETS៖ A តិចតួច "
      + "B មធ្យម (យ៉ាងតិច ១ និងច្បាស់ថាមិនមែន ០) C ធំ (យ៉ាងតិច ១,៥ និងច្បាស់ថាលើស ១)។")
  static let notes = [
    LocalizedText(
      en:
        "Mantel and Haenszel's odds ratio within people of the same points (Holland and Thayer 1988), with "
        + "the classes of ETS, significance included (Zwick 2012); questions of class C are taken out "
        + "of the points and all is reckoned again, until it stays the same.",
      km: "សមាមាត្រឱកាសតាម Mantel and Haenszel ក្នុងចំណោមមនុស្សដែលបានពិន្ទុដូចគ្នា (Holland and Thayer 1988) "
        + "ជាមួយថ្នាក់តាម ETS (Zwick 2012)។ សំណួរថ្នាក់ C ត្រូវដកចេញពីពិន្ទុ ហើយគណនាម្តងទៀតរហូតដល់មិនប្រែប្រួល។"),
    LocalizedText(
      en:
        "The difference of shares is weighted by the people of the group (Dorans and Kulick 1986).",
      km: "ភាពខុសគ្នានៃភាគត្រូវថ្លឹងតាមមនុស្សក្នុងក្រុម (Dorans and Kulick 1986)។"),
    LocalizedText(
      en:
        "People who took the test in Khmer and in English are different people: a question that differs "
        + "by language may be translated badly, or may be about what the two groups know differently.",
      km: "អ្នកធ្វើតេស្តជាភាសាខ្មែរ និងជាភាសាអង់គ្លេស ជាមនុស្សផ្សេងគ្នា៖ សំណួរដែលខុសគ្នាតាមភាសា អាចបកប្រែមិនបានល្អ "
        + "ឬអាចនិយាយអំពីអ្វីដែលក្រុមទាំងពីរចេះខុសគ្នា។"),
  ]
}
