import Assessment
import Source
import Text

/// Both languages are complete and say the same.
struct LanguagesCompleteRule: Rule {
  let codes = ["missing-translation", "languages-differ"]
  let summary = LocalizedText(
    en: "Every text stands in each language of the curriculum, built the same way.",
    km: "អត្ថបទនីមួយៗត្រូវមានជាភាសាទាំងអស់នៃកម្មវិធីសិក្សា ដោយមានរចនាសម្ព័ន្ធដូចគ្នា។")
  let reason = LocalizedText(
    en: "Somebody who reads only one of the languages must not get less.",
    km: "អ្នកដែលអានបានតែភាសាមួយ មិនត្រូវទទួលបានតិចជាងគេទេ។")
  let examples: [RuleExample] = [
    .failing("missing-translation", ExampleCurriculum.main, ", km: ការស្តាប់}", "}"),
    .failing(
      "languages-differ", ExampleCurriculum.lessonKhmer, "{#who-decides}", "{#who-decided}"),
    .failing(
      "languages-differ", ExampleCurriculum.itemsKhmer, "- (x) សួរអ្នកដែលអវត្តមាន",
      "- ( ) សួរអ្នកដែលអវត្តមាន"),
    .failing(
      "missing-translation", ExampleCurriculum.itemsKhmer, "## aaa-002 {", "## aaa-902 {"),
  ]
}

/// Translations keep step with their sources.
struct TranslationsFreshRule: Rule {
  let codes = ["stale-translation"]
  let summary = LocalizedText(
    en: "A translation was looked over after its source last changed (warning).",
    km: "ការបកប្រែត្រូវបានពិនិត្យ ក្រោយពេលអត្ថបទដើមផ្លាស់ប្តូរចុងក្រោយ (ព្រមាន)។")
  let reason = LocalizedText(
    en: "Otherwise the two languages slowly come to say different things.",
    km: "បើមិនដូច្នេះទេ ភាសាទាំងពីរនឹងនិយាយខុសគ្នាបន្តិចម្តងៗ។")
  let examples: [RuleExample] = [
    .failing(
      "stale-translation", ExampleCurriculum.lessonEnglish, "Listening comes first.",
      "Listening comes before speaking."),
    .failing(
      "stale-translation", ExampleCurriculum.itemsEnglish, "What comes first?",
      "What should come first?"),
  ]
}

/// Khmer text is in normal form.
struct NormalTextRule: Rule {
  let codes = ["text-not-normal"]
  let summary = LocalizedText(
    en: "Text is in Unicode form NFC, and Khmer syllables are well formed.",
    km: "អត្ថបទត្រូវជាទម្រង់ Unicode NFC ហើយព្យាង្គខ្មែរត្រូវត្រឹមត្រូវ។")
  let reason = LocalizedText(
    en: "Two spellings that look alike are found, sorted and compared as different.",
    km: "ការសរសេរពីរបែបដែលមើលទៅដូចគ្នា ត្រូវបានស្វែងរក តម្រៀប និងប្រៀបធៀបជាពាក្យខុសគ្នា។")
  let examples: [RuleExample] = [
    .failing(
      "text-not-normal", ExampleCurriculum.lessonKhmer, "ការស្តាប់មកមុន", "ការស\u{17D2}\u{17B6}ប់មកមុន"),
    .failing(
      "text-not-normal", ExampleCurriculum.lessonKhmer, "ការស្តាប់មកមុន", "\u{1780}\u{17C1}\u{17B8}ត"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.files.values.sorted { $0.path < $1.path }.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        guard !line.utf8.allSatisfy({ $0 < 0x80 }),
          let offset = Khmer.firstAbnormality(in: line)
        else { return nil }
        return context.finding(
          "text-not-normal", at: file.location(index + 1, offset + 1), RuleMessages.notNormal,
          remedy: RuleMessages.notNormalRemedy)
      }
    }
  }
}

/// Overlays hit existing blocks.
struct OverlaysRule: Rule {
  let codes = ["overlay-misses"]
  let summary = LocalizedText(
    en: "A province's text replaces a block that its lesson has.",
    km: "អត្ថបទខេត្តត្រូវជំនួសផ្នែកដែលមេរៀនមាន។")
  let reason = LocalizedText(
    en: "An overlay that misses would never be shown.", km: "អត្ថបទខេត្តដែលរកផ្នែកមិនឃើញ នឹងមិនត្រូវបង្ហាញឡើយ។")
  let examples: [RuleExample] = [
    .failing(
      "overlay-misses", ExampleCurriculum.overlayEnglish, "{#who-decides}", "{#who-decide}")
  ]
}
