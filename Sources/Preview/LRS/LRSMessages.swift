import Text

/// Why the store refuses something: the status and the rule, for the AU and for the person.
struct LRSRefusal: Error, Hashable {
  /// The status code.
  let status: Int
  /// The rule that is broken.
  let rule: LocalizedText
  /// The clause of cmi5, or the part of xAPI.
  let clause: String

  init(_ status: Int, _ clause: String, _ en: String, _ km: String) {
    self.status = status
    self.clause = clause
    rule = LocalizedText(en: en, km: km)
  }
}

/// The refusals of requests and documents; those of statements stand with their rules.
enum LRSMessages {
  static let noVersion = LRSRefusal(
    400, "xAPI 3.3", "The header X-Experience-API-Version: 1.0.3 is missing or another.",
    "បឋមកថា X-Experience-API-Version: 1.0.3 មិនមាន ឬខុស។")
  static let noToken = LRSRefusal(
    401, "cmi5 8.2.2", "The header Authorization has no token that was given for a session.",
    "បឋមកថា Authorization គ្មានសញ្ញាសម្គាល់ដែលបានផ្តល់ឱ្យសម័យរៀនទេ។")
  static let notJSON = LRSRefusal(
    400, "xAPI 2.1", "The body is not JSON, or has a key twice.",
    "តួសំណើមិនមែនជា JSON ឬមានឈ្មោះដដែលពីរដង។")
  static let noSuchResource = LRSRefusal(
    404, "xAPI 7", "The store has no such resource.", "ឃ្លាំងកំណត់ត្រាគ្មានធនធាននេះទេ។")
  static let wrongMethod = LRSRefusal(
    405, "xAPI 7", "The resource does not know this method.", "ធនធាននេះមិនស្គាល់វិធីនេះទេ។")
  static let missingParameter = LRSRefusal(
    400, "xAPI 7", "A parameter of the address is missing or is not well formed.",
    "ប៉ារ៉ាម៉ែត្រមួយក្នុងអាសយដ្ឋានបាត់ ឬសរសេរមិនត្រូវទម្រង់។")
  static let noDocument = LRSRefusal(
    404, "xAPI 7.3", "There is no such document.", "គ្មានឯកសារនេះទេ។")
  static let launchData = LRSRefusal(
    403, "cmi5 10.2.1", "A page must not change the document LMS.LaunchData.",
    "ទំព័រមិនត្រូវកែឯកសារ LMS.LaunchData ទេ។")
  static let notMerged = LRSRefusal(
    400, "xAPI 7.3", "POST joins JSON objects only, and one of the two is none.",
    "POST បញ្ចូលគ្នាតែវត្ថុ JSON ប៉ុណ្ណោះ ហើយមួយក្នុងចំណោមពីរមិនមែនទេ។")
  static let changed = LRSRefusal(
    412, "xAPI 6.3", "The document is not the one that If-Match or If-None-Match asks for.",
    "ឯកសារមិនដូចអ្វីដែល If-Match ឬ If-None-Match ទាមទារទេ។")
  static let noCondition = LRSRefusal(
    409, "xAPI 6.3", "The document exists: say with If-Match which one is replaced.",
    "ឯកសារមានរួចហើយ។ សូមបញ្ជាក់ដោយ If-Match ថាជំនួសមួយណា។")
  static let full = LRSRefusal(
    413, "preview", "The preview's store is full; start it again.",
    "ឃ្លាំងនៃការមើលជាមុនពេញហើយ។ សូមចាប់ផ្តើមឡើងវិញ។")
  static let noItem = LRSRefusal(
    404, "cmi5 8.1", "The course has no such unit that can be opened.",
    "វគ្គនេះគ្មានផ្នែកនេះដែលអាចបើកបានទេ។")
}
