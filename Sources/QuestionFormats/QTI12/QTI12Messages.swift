import Text

/// The messages of reading and writing QTI 1.2.
enum QTI12Messages {
  static let notQTI = LocalizedText(
    en: "This XML is not QTI 1.2: its outermost element is not 'questestinterop'.",
    km: "XML នេះមិនមែនជា QTI 1.2 ទេ៖ ធាតុក្រៅបំផុតមិនមែនជា 'questestinterop' ទេ។")
  static let notQTIRemedy = LocalizedText(
    en: "Export the questions as QTI 1.2, or name their format with --from.",
    km: "សូមនាំសំណួរចេញជា QTI 1.2 ឬបញ្ជាក់ទម្រង់ដោយ --from។")
  static let noFile = LocalizedText(
    en: "There is no QTI 1.2 file in this package.", km: "គ្មានឯកសារ QTI 1.2 ក្នុងកញ្ចប់នេះទេ។")

  static func whole(_ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "This question cannot be read: \(what.en).", km: "មិនអាចអានសំណួរនេះបានទេ៖ \(what.km)។")
  }
  static let wholeRemedy = LocalizedText(
    en: "Write it again as a choice, a number, a short text, pairs, an order, blanks or an essay.",
    km: "សូមសរសេរវាឡើងវិញជាជម្រើស លេខ អត្ថបទខ្លី គូចម្លើយ លំដាប់ ចន្លោះ ឬអត្ថបទវែង។")
  static let noText = LocalizedText(en: "it has no text", km: "វាគ្មានអត្ថបទ")
  static let noResponse = LocalizedText(
    en: "nothing in it is to be answered", km: "គ្មានអ្វីត្រូវឆ្លើយទេ")
  static let noKey = LocalizedText(
    en: "no answer of it wins points", km: "គ្មានចម្លើយណាមួយបានពិន្ទុទេ")
  static let dialect = LocalizedText(
    en: "it is in a dialect of another platform", km: "វាជាទម្រង់ផ្ទាល់របស់ប្រព័ន្ធផ្សេង")
  static func kind(_ name: String) -> LocalizedText {
    LocalizedText(en: "it is of the kind '\(name)'", km: "វាជាប្រភេទ '\(name)'")
  }

  // MARK: What is lost

  static let scoring = LocalizedText(
    en: "scoring: conditions that no rule of Sala equals",
    km: "ការដាក់ពិន្ទុ៖ លក្ខខណ្ឌដែលគ្មានវិធានណាមួយនៃ Sala ស្មើ")
  static let patterns = LocalizedText(
    en: "accepted answers that only have to contain a text",
    km: "ចម្លើយដែលទទួលយកពេលមានអត្ថបទមួយនៅក្នុង")
  static let hints = LocalizedText(
    en: "hints and solutions", km: "តម្រុយ និងដំណោះស្រាយ")
  static let feedback = LocalizedText(
    en: "feedback to several answers together", km: "យោបល់ត្រឡប់ចំពោះចម្លើយច្រើនរួមគ្នា")
  static let parts = LocalizedText(
    en: "parts of the test and their navigation", km: "ផ្នែកនៃវិញ្ញាសា និងរបៀបរុករក")
}
