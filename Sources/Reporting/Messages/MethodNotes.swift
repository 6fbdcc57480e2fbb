import Document
import Text

/// How the figures were made, in plain words, with what to read.
enum MethodNotes {
  static let heading = LocalizedText(en: "How this was reckoned", km: "របៀបគណនា")

  /// The notes of a report of change.
  static var prePost: [Document.Block] {
    [
      .heading(heading),
      .list([
        LocalizedText(
          en:
            "Only people with both tests are compared, each with themselves. Who has one test only "
            + "is counted in the table of people, and no figure of change is about them.",
          km: "ប្រៀបធៀបតែអ្នកដែលមានតេស្តទាំងពីរ ម្នាក់ៗជាមួយខ្លួនឯង។ អ្នកដែលមានតេស្តតែមួយត្រូវបានរាប់ក្នុងតារាងសិក្ខាកាម "
            + "ហើយគ្មានតួលេខបម្រែបម្រួលណានិយាយអំពីពួកគេទេ។"),
        LocalizedText(
          en:
            "A 95 % interval shows how far chance alone could have moved the mean: of a hundred such "
            + "intervals about 95 hold the true one (Student 1908).",
          km: "ចន្លោះជឿជាក់ ៩៥% បង្ហាញថាចៃដន្យតែម្យ៉ាងអាចធ្វើឱ្យមធ្យមភាគខុសប៉ុនណា៖ ក្នុងមួយរយចន្លោះបែបនេះ ប្រហែល ៩៥ "
            + "មានតម្លៃពិត (Student 1908)។"),
        LocalizedText(
          en:
            "Where many groups are compared, one differs by chance sooner or later; p adjusted counts "
            + "how many were compared (Holm 1979).",
          km: "បើប្រៀបធៀបក្រុមច្រើន យូរៗម្តងនឹងមានក្រុមមួយខុសគ្នាដោយចៃដន្យ។ p កែតម្រូវគិតដល់ចំនួនក្រុមដែលបានប្រៀបធៀប "
            + "(Holm 1979)។"),
        LocalizedText(
          en:
            "Hedges g gives the change in standard deviations, for comparing different tests (Hedges "
            + "1981).",
          km: "g តាម Hedges បង្ហាញបម្រែបម្រួលជាគម្លាតគំរូ សម្រាប់ប្រៀបធៀបតេស្តផ្សេងៗ (Hedges 1981)។"),
        LocalizedText(
          en:
            "Small groups are hidden, and with them others, so that nobody's result can be worked out "
            + "from the sums.",
          km: "ក្រុមតូចៗត្រូវបានលាក់ ព្រមទាំងក្រុមខ្លះទៀត ដើម្បីកុំឱ្យគេអាចគណនារកលទ្ធផលរបស់នរណាម្នាក់ពីផលបូក។"),
      ]),
    ]
  }
}
