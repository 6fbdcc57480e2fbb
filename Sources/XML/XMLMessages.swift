import Text

/// The messages of this module.
enum XMLMessages {
  static func syntax(_ problem: String) -> LocalizedText {
    LocalizedText(
      en: "The XML is not well formed: \(problem).",
      km: "XML នេះមិនត្រឹមត្រូវតាមទម្រង់៖ \(problem)។")
  }

  static let syntaxRemedy = LocalizedText(
    en: "Mend the XML here, or make the file again with the program that wrote it.",
    km: "សូមកែ XML នៅទីនេះ ឬបង្កើតឯកសារម្តងទៀតដោយកម្មវិធីដែលបានសរសេរវា។")

  static let empty = LocalizedText(
    en: "The file is empty, so it is not XML.", km: "ឯកសារនេះទទេ ដូច្នេះវាមិនមែនជា XML ទេ។")

  static let doctype = LocalizedText(
    en: "The XML has a DOCTYPE, which is not allowed because it can load or multiply text.",
    km: "XML នេះមាន DOCTYPE ដែលមិនត្រូវបានអនុញ្ញាត ព្រោះវាអាចទាញយក ឬពហុគុណអត្ថបទ។")

  static let doctypeRemedy = LocalizedText(
    en: "Take the DOCTYPE out of the file.", km: "សូមដក DOCTYPE ចេញពីឯកសារ។")

  static func tooLarge(limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The XML is larger than \(limit >> 20) MiB.", km: "XML នេះធំជាង \(limit >> 20) MiB។")
  }

  static let tooLargeRemedy = LocalizedText(
    en: "Divide it into several files.", km: "សូមបំបែកវាជាឯកសារតូចៗច្រើន។")

  static func tooDeep(limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The XML has more than \(limit) elements inside each other.",
      km: "XML នេះមានធាតុត្រួតគ្នាលើសពី \(limit)។")
  }

  static let tooDeepRemedy = LocalizedText(
    en: "Put fewer elements inside each other.", km: "សូមបន្ថយចំនួនធាតុដែលត្រួតគ្នា។")

  static let tooComplex = LocalizedText(
    en: "A tag has more than \(XMLBounds.mostAttributes) attributes, or as many namespaces are in "
      + "force, or the encoding is a rare one.",
    km: "ស្លាកមួយមានលក្ខណៈលើសពី \(XMLBounds.mostAttributes) ឬមានលំហឈ្មោះច្រើនដូចគ្នា "
      + "ឬការអ៊ិនកូដកម្រប្រើ។")

  static let tooComplexRemedy = LocalizedText(
    en: "Make the file again in UTF-8 with a program for course packages.",
    km: "សូមបង្កើតឯកសារម្តងទៀតជា UTF-8 ដោយកម្មវិធីសម្រាប់កញ្ចប់មេរៀន។")

  static func invalid(_ problem: String) -> LocalizedText {
    LocalizedText(
      en: "The XML breaks the schema: \(problem).", km: "XML នេះខុសពីគ្រោងការណ៍៖ \(problem)។")
  }

  static let invalidRemedy = LocalizedText(
    en: "Write what the schema of the standard asks for here.",
    km: "សូមសរសេរនៅទីនេះតាមអ្វីដែលគ្រោងការណ៍នៃស្តង់ដារតម្រូវ។")

  static func schemaMissing(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The schema '\(name)' is not among the documents at hand.",
      km: "គ្រោងការណ៍ '\(name)' មិនមានក្នុងចំណោមឯកសារដែលមាននៅក្នុងដៃទេ។")
  }

  static let schemaMissingRemedy = LocalizedText(
    en: "Add the document to the set; schemas are never fetched from the network.",
    km: "សូមបន្ថែមឯកសារនេះទៅក្នុងសំណុំ។ គ្រោងការណ៍មិនត្រូវបានទាញយកពីបណ្តាញទេ។")

  static func schemaBroken(_ problem: String) -> LocalizedText {
    LocalizedText(
      en: "The schema cannot be used: \(problem).", km: "មិនអាចប្រើគ្រោងការណ៍នេះបានទេ៖ \(problem)។")
  }

  static let schemaBrokenRemedy = LocalizedText(
    en: "Take the schema as the standard publishes it.",
    km: "សូមប្រើគ្រោងការណ៍ដូចដែលស្តង់ដារបានបោះពុម្ពផ្សាយ។")

  static let moreFindings = LocalizedText(
    en: "There are more findings of this kind; they are not listed.",
    km: "មានបញ្ហាប្រភេទនេះច្រើនទៀត ដែលមិនបានរាយនៅទីនេះ។")
}
