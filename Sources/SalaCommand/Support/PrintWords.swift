import Text

/// The words of the commands that print.
enum PrintWords {
  static let howToPrint = LocalizedText(
    en:
      "To print: open a file in a browser, paper A4, scale 100 %, margins as given, without the browser's own head and foot. --pdf makes PDF where there is Chromium.",
    km:
      "ដើម្បីបោះពុម្ព៖ បើកឯកសារក្នុងកម្មវិធីរុករក ក្រដាស A4 មាត្រដ្ឋាន ១០០ % គែមតាមលំនាំដើម និងគ្មានក្បាលទំព័ររបស់កម្មវិធីរុករក។ --pdf បង្កើត PDF បើមាន Chromium។"
  )
  static let noChromium = LocalizedText(
    en:
      "There is no Chromium here to make PDF with; the pages are written. Print them from a browser, or name the program in SALA_CHROMIUM.",
    km:
      "គ្មាន Chromium នៅទីនេះសម្រាប់បង្កើត PDF ទេ តែទំព័រត្រូវបានសរសេររួច។ សូមបោះពុម្ពពីកម្មវិធីរុករក ឬបញ្ជាក់កម្មវិធីក្នុង SALA_CHROMIUM។"
  )
  static let formOrEvent = LocalizedText(
    en: "Name a form to practise with, or an event with --event.",
    km: "សូមបញ្ជាក់វិញ្ញាសាសម្រាប់ហាត់ ឬព្រឹត្តិការណ៍ដោយ --event។")
  static let noPracticeInEvents = LocalizedText(
    en: "Practice belongs to no event; leave --event out.",
    km: "ការហាត់មិនស្ថិតក្នុងព្រឹត្តិការណ៍ទេ។ សូមលុប --event ចេញ។")

  static func noPDF(_ path: String, _ program: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' was not made: '\(program)' failed. The page beside it can be printed.",
      km: "មិនបានបង្កើត '\(path)' ទេ៖ '\(program)' បរាជ័យ។ អាចបោះពុម្ពទំព័រដែលនៅក្បែរវាបាន។")
  }

  static func slowPDF(_ path: String, _ program: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' was not made: '\(program)' took too long and was ended.",
      km: "មិនបានបង្កើត '\(path)' ទេ៖ '\(program)' ប្រើពេលយូរពេក ហើយត្រូវបានបញ្ឈប់។")
  }

  static func nobody(_ event: String, form: String?) -> LocalizedText {
    guard let form else {
      return LocalizedText(
        en: "Nobody is enrolled in '\(event)'; 'sala event roster' enrols people.",
        km: "គ្មានសិក្ខាកាមក្នុង '\(event)' ទេ។ 'sala event roster' ចុះបញ្ជីសិក្ខាកាម។")
    }
    return LocalizedText(
      en: "Nobody of '\(event)' takes the form '\(form)' in this test.",
      km: "គ្មានសិក្ខាកាមណានៃ '\(event)' ធ្វើវិញ្ញាសា '\(form)' ក្នុងតេស្តនេះទេ។")
  }

  static let daysUnknown = LocalizedText(
    en:
      "The days of the event are not recorded; the list has room for 3. --days and --first-day say it.",
    km: "មិនបានកត់ត្រាថ្ងៃនៃព្រឹត្តិការណ៍ទេ។ បញ្ជីមានកន្លែងសម្រាប់ ៣ ថ្ងៃ។ សូមប្រើ --days និង --first-day។")

  static let sex: [String: LocalizedText] = [
    "female": LocalizedText(en: "F", km: "ស្រី"), "male": LocalizedText(en: "M", km: "ប្រុស"),
  ]

  static func badDate(_ typed: String) -> LocalizedText {
    LocalizedText(
      en: "'\(typed)' is no date; write it as 2026-11-26.",
      km: "'\(typed)' មិនមែនជាកាលបរិច្ឆេទទេ។ សូមសរសេរដូចជា 2026-11-26។")
  }
}
