/// The messages of this module.
package enum TextMessages {
  /// Returns the word for a severity.
  package static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(en: "error", km: "កំហុស")
    case .warning: LocalizedText(en: "warning", km: "ព្រមាន")
    case .note: LocalizedText(en: "note", km: "កំណត់សម្គាល់")
    }
  }

  /// Returns what is wrong where a fault of Khmer text is.
  package static func fault(_ kind: KhmerFault.Kind) -> LocalizedText {
    switch kind {
    case .notComposed:
      LocalizedText(
        en: "The text is not in the composed form NFC.", km: "អត្ថបទមិនស្ថិតក្នុងទម្រង់ NFC ទេ។")
    case .loneCoeng:
      LocalizedText(
        en: "The subscript sign (coeng) has no letter after it, or none before it.",
        km: "សញ្ញាជើងអក្សរគ្មានព្យញ្ជនៈនៅក្រោយ ឬនៅមុខវាទេ។")
    case .strayMark:
      LocalizedText(
        en: "The vowel or sign belongs to no letter.", km: "ស្រៈ ឬសញ្ញានេះគ្មានព្យញ្ជនៈជាគោលទេ។")
    case .order:
      LocalizedText(
        en: "The signs of the syllable are not in their order: subscripts, shifter, vowel, signs.",
        km: "សញ្ញាក្នុងព្យាង្គមិនតាមលំដាប់ទេ៖ ជើងអក្សរ សញ្ញាប្តូរសំឡេង ស្រៈ រួចសញ្ញាផ្សេងទៀត។")
    case .splitVowel:
      LocalizedText(
        en: "One vowel was typed as two, such as េ and ី for ើ.", km: "ស្រៈមួយត្រូវបានវាយជាពីរ ដូចជា េ និង ី ជំនួស ើ។")
    case .shifterAsVowel:
      LocalizedText(
        en: "ុ was typed for the shifter ៉ or ៊, which looks like it under a vowel above.",
        km: "ុ ត្រូវបានវាយជំនួស ៉ ឬ ៊ ដែលមើលទៅដូចគ្នា ពេលមានស្រៈនៅខាងលើ។")
    case .coengRo:
      LocalizedText(
        en: "The subscript of រ was typed before another subscript.", km: "ជើងរ ត្រូវបានវាយមុនជើងអក្សរផ្សេង។")
    case .coengDa:
      LocalizedText(
        en: "The subscript of ដ was typed, which looks like that of ត.",
        km: "ជើងដ ត្រូវបានវាយ ដែលមើលទៅដូចជើងត។")
    case .idleJoiner:
      LocalizedText(
        en: "An invisible sign stands in the syllable and changes nothing.",
        km: "មានសញ្ញាមើលមិនឃើញក្នុងព្យាង្គ ដែលមិនប្តូរអ្វីទេ។")
    case .coengs, .vowels, .signs: tooMany(kind)
    case .signAfterU:
      LocalizedText(
        en: "The sign cannot stand with the vowel ុ.", km: "សញ្ញានេះមិនអាចនៅជាមួយស្រៈ ុ បានទេ។")
    case .finalCoeng:
      LocalizedText(
        en: "A final subscript is written only in Middle Khmer.",
        km: "ជើងអក្សរចុងព្យាង្គ សរសេរតែក្នុងភាសាខ្មែរមជ្ឈិមសម័យប៉ុណ្ណោះ។")
    case .deprecated:
      LocalizedText(
        en: "Unicode advises against this character.", km: "យូនីកូដណែនាំមិនឱ្យប្រើតួអក្សរនេះទេ។")
    }
  }

  private static func tooMany(_ kind: KhmerFault.Kind) -> LocalizedText {
    switch kind {
    case .coengs:
      LocalizedText(
        en: "The syllable has more than two subscripts, or that of រ twice.",
        km: "ព្យាង្គមានជើងអក្សរលើសពីពីរ ឬមានជើងរពីរដង។")
    case .vowels:
      LocalizedText(en: "The syllable has more than one vowel.", km: "ព្យាង្គមានស្រៈលើសពីមួយ។")
    default:
      LocalizedText(
        en: "The syllable has more signs of this kind than one can.",
        km: "ព្យាង្គមានសញ្ញាប្រភេទនេះច្រើនពេក។")
    }
  }

  /// Returns what to do about a fault of Khmer text.
  package static func remedy(_ kind: KhmerFault.Kind) -> LocalizedText {
    if kind.isMended {
      return LocalizedText(
        en: "'sala text normalize' writes it the one right way.",
        km: "'sala text normalize' នឹងសរសេរវាតាមរបៀបត្រឹមត្រូវតែមួយ។")
    }
    return switch kind {
    case .deprecated:
      LocalizedText(
        en: "Type the letters that stand for it today, such as អ for U+17A3.",
        km: "សូមវាយតួអក្សរដែលប្រើសព្វថ្ងៃ ដូចជា អ ជំនួស U+17A3។")
    default:
      LocalizedText(
        en: "Type the syllable again: a letter, its subscripts, then one vowel and the signs.",
        km: "សូមវាយព្យាង្គនេះឡើងវិញ៖ ព្យញ្ជនៈ ជើងអក្សរ រួចស្រៈមួយ និងសញ្ញា។")
    }
  }
}
