import Psychometrics
import Text

/// The words of comparisons of groups.
enum FairnessWords {
  static let title = LocalizedText(
    en: "Fairness of items (DIF)", km: "ភាពយុត្តិធម៌នៃសំណួរ (DIF)")
  static let difference = LocalizedText(en: "difference", km: "ភាពខុសគ្នា")
  static let uniform = LocalizedText(en: "p uniform", km: "p ស្មើសាច់")
  static let nonUniform = LocalizedText(en: "p not uniform", km: "p មិនស្មើសាច់")
  static let category = LocalizedText(en: "class", km: "ប្រភេទ")
  static let harder = LocalizedText(en: "harder for", km: "លំបាកជាងសម្រាប់")
  static let plotAxis = LocalizedText(
    en: "Δ, below 0: harder for the focal group", km: "Δ ក្រោម 0៖ លំបាកជាងសម្រាប់ក្រុមដែលពិនិត្យ")
  static let plotSummary = LocalizedText(
    en: "The difference of each item with its 95 % interval.",
    km: "ភាពខុសគ្នានៃសំណួរនីមួយៗ ជាមួយចន្លោះជឿជាក់ ៩៥%។")

  static func plotTitle(_ focal: String) -> LocalizedText {
    LocalizedText(
      en: "How much harder or easier items are for '\(focal)'",
      km: "សំណួរលំបាក ឬងាយជាងប៉ុណ្ណាសម្រាប់ '\(focal)'")
  }

  static func caption(_ focal: String, _ reference: String) -> LocalizedText {
    LocalizedText(
      en: "'\(focal)' compared with '\(reference)'", km: "'\(focal)' ធៀបនឹង '\(reference)'")
  }

  static func groups(
    _ reference: String, _ counts: [String: Int], _ focal: [String]
  ) -> LocalizedText {
    func named(_ label: String) -> String { "'\(label)' (n = \(counts[label] ?? 0))" }
    let others = focal.map(named).joined(separator: ", ")
    let own = named(reference)
    return LocalizedText(
      en: "Reference group: \(own). Focal: \(others.isEmpty ? "none" : others). People are matched "
        + "by their total score, the studied item included.",
      km: "ក្រុមយោង៖ \(own)។ ក្រុមដែលពិនិត្យ៖ \(others.isEmpty ? "គ្មាន" : others)។ មនុស្សត្រូវផ្គូផ្គងតាមពិន្ទុសរុប "
        + "ដែលរាប់ទាំងសំណួរដែលពិនិត្យ។")
  }

  static func classes(_ method: ItemFairness.Method) -> LocalizedText {
    switch method {
    case .mantelHaenszel:
      LocalizedText(
        en: "ETS classes: B if |Δ| ≥ 1 and p < .05; C if |Δ| ≥ 1.5 and |Δ| − 1.645 · error > 1; "
          + "otherwise A (Zwick 2012).",
        km: "ប្រភេទ ETS៖ B បើ |Δ| ≥ 1 និង p < .05; C បើ |Δ| ≥ 1.5 និង |Δ| − 1.645 · កំហុស > 1; "
          + "ក្រៅពីនេះ A (Zwick ២០១២)។")
    case .standardization:
      LocalizedText(
        en: "Classes: A below .05 of the item's points, B below .10, otherwise C (Dorans and "
          + "Holland 1993).",
        km: "ប្រភេទ៖ A ក្រោម .05 នៃពិន្ទុសំណួរ, B ក្រោម .10, ក្រៅពីនេះ C (Dorans និង Holland ១៩៩៣)។")
    case .logistic:
      LocalizedText(
        en: "Classes where p < .05: A below ΔR² (Nagelkerke) of .035, B below .070, otherwise C "
          + "(Jodoin and Gierl 2001).",
        km: "ប្រភេទបើ p < .05៖ A បើ ΔR² (Nagelkerke) ក្រោម .035, B ក្រោម .070, ក្រៅពីនេះ C "
          + "(Jodoin និង Gierl ២០០១)។")
    }
  }

  static func method(_ method: ItemFairness.Method, isPurified: Bool) -> LocalizedText {
    let name: LocalizedText
    switch method {
    case .mantelHaenszel:
      name = LocalizedText(
        en: "Mantel and Haenszel's common odds ratio with continuity correction (Holland and "
          + "Thayer 1988).",
        km: "ផលធៀបឱកាសរួមរបស់ Mantel និង Haenszel ដោយមានការកែតម្រូវភាពជាប់គ្នា (Holland និង Thayer ១៩៨៨)។")
    case .standardization:
      name = LocalizedText(
        en: "The difference of mean scores at equal totals, weighted by the focal group (Dorans "
          + "and Kulick 1986).",
        km: "ភាពខុសគ្នានៃពិន្ទុមធ្យមនៅពិន្ទុសរុបស្មើគ្នា ថ្លឹងតាមក្រុមដែលពិនិត្យ (Dorans និង Kulick ១៩៨៦)។")
    case .logistic:
      name = LocalizedText(
        en: "Logistic regression on total, group and their product (Swaminathan and Rogers 1990).",
        km: "តំរែតំរង់ឡូជីស្ទិកលើពិន្ទុសរុប ក្រុម និងផលគុណរបស់វា (Swaminathan និង Rogers ១៩៩០)។")
    }
    let matching =
      isPurified
      ? LocalizedText(
        en:
          "Items that differ were taken out of the matching score until the same ones stayed out.",
        km: "សំណួរដែលខុសគ្នាត្រូវដកចេញពីពិន្ទុផ្គូផ្គង រហូតដល់លែងប្រែប្រួល។")
      : LocalizedText(
        en: "The matching score was not purified.", km: "ពិន្ទុផ្គូផ្គងមិនត្រូវបានបន្សុទ្ធទេ។")
    return LocalizedText(en: name.en + " " + matching.en, km: name.km + " " + matching.km)
  }

  static func purified(_ items: [String], _ rounds: Int) -> LocalizedText {
    let list = StatisticsMessages.list(items)
    return LocalizedText(
      en: "Taken out of the matching score in \(rounds) rounds: \(list).",
      km: "ដកចេញពីពិន្ទុផ្គូផ្គង ក្នុង \(Khmer.withKhmerDigits("\(rounds)")) ជុំ៖ \(list)។")
  }

  static let notSettled = LocalizedText(
    en: "Purification came back to items it had taken out before; the last round is shown.",
    km: "ការបន្សុទ្ធវិលមករកសំណួរដែលធ្លាប់ដកចេញ ដូច្នេះបង្ហាញតែជុំចុងក្រោយ។")

  static func withoutGroup(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "People without a group, left out: \(count).",
      km: "មនុស្សដែលគ្មានក្រុម ហើយត្រូវទុកចោល៖ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  static func withoutScore(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "People with a missing score, left out: \(count).",
      km: "មនុស្សដែលខ្វះពិន្ទុ ហើយត្រូវទុកចោល៖ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  static func few(_ labels: [String]) -> LocalizedText {
    let list = StatisticsMessages.list(labels)
    return LocalizedText(
      en: "Fewer than \(ItemFairness.advised) people in one of two groups that are compared "
        + "(\(list)): only large differences can be found, and no class is worth a claim (Zwick 2012).",
      km: "មានមនុស្សតិចជាង \(Khmer.withKhmerDigits("\(ItemFairness.advised)")) នាក់ក្នុងក្រុមមួយដែលប្រៀបធៀប "
        + "(\(list))៖ រកឃើញបានតែភាពខុសគ្នាធំ ហើយមិនគួរអះអាងអ្វីពីប្រភេទទេ (Zwick ២០១២)។")
  }

  static func tooSmall(
    _ groups: [(String, Int)], _ fewest: Int, _ path: String
  ) -> Diagnostic {
    let list = groups.prefix(8).map { "'\($0.0)' (n = \($0.1))" }.joined(separator: ", ")
    return Diagnostic(
      "group-too-small", at: SourceLocation(file: path),
      LocalizedText(
        en: "Too small to be compared, fewer than \(fewest) people with all scores: \(list).",
        km: "តូចពេកមិនអាចប្រៀបធៀប ព្រោះមានមនុស្សតិចជាង \(Khmer.withKhmerDigits("\(fewest)")) នាក់ដែលមានពិន្ទុគ្រប់៖ "
          + "\(list)។"),
      remedy: LocalizedText(
        en:
          "Join groups that belong together, or wait for more people; --fewest sets another limit "
          + "(Muñiz, Hambleton and Xing 2001 found 50 barely enough).",
        km: "សូមបញ្ចូលក្រុមដែលទាក់ទងគ្នា ឬរង់ចាំមនុស្សបន្ថែម។ --fewest កំណត់ចំនួនផ្សេង "
          + "(Muñiz, Hambleton និង Xing ២០០១ យល់ថា ៥០ នាក់ស្ទើរតែមិនគ្រប់)។"))
  }

  static func oneItem(_ path: String) -> Diagnostic {
    Diagnostic(
      "one-item", at: SourceLocation(file: path),
      LocalizedText(
        en: "With one item there is no total to match people by.",
        km: "បើមានសំណួរតែមួយ គ្មានពិន្ទុសរុបសម្រាប់ផ្គូផ្គងមនុស្សទេ។"),
      remedy: LocalizedText(
        en: "Give the scores of the whole test.", km: "សូមដាក់ពិន្ទុនៃតេស្តទាំងមូល។"))
  }

  static func oneGroup(_ label: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "one-group", at: SourceLocation(file: path),
      LocalizedText(
        en: "Everybody is of the group '\(label)'; there is nobody to compare with.",
        km: "មនុស្សទាំងអស់ស្ថិតក្នុងក្រុម '\(label)' ដូច្នេះគ្មាននរណាសម្រាប់ប្រៀបធៀបទេ។"),
      remedy: LocalizedText(
        en: "Name a column with two groups or more with --group.",
        km: "សូមដាក់ឈ្មោះជួរឈរដែលមានពីរក្រុមឡើងទៅ ដោយ --group។"))
  }

  static func noReference(_ name: String, _ labels: [String], _ path: String) -> Diagnostic {
    let list = StatisticsMessages.list(labels)
    return Diagnostic(
      "no-group", at: SourceLocation(file: path),
      LocalizedText(
        en: name.isEmpty
          ? "Nobody has a group and all scores." : "There is no group called '\(name)'.",
        km: name.isEmpty
          ? "គ្មាននរណាមានទាំងក្រុម និងពិន្ទុគ្រប់ទេ។" : "គ្មានក្រុមឈ្មោះ '\(name)' ទេ។"),
      remedy: LocalizedText(
        en: "The groups are: \(list.isEmpty ? "none" : list).",
        km: "ក្រុមមាន៖ \(list.isEmpty ? "គ្មាន" : list)។"))
  }
}
