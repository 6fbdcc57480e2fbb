import Source
import Text

/// The messages about what a table says of people.
extension EventMessages {
  static func unknownAttribute(
    _ file: SourceFile, line: Int, name: String, _ typed: String
  ) -> Diagnostic {
    let (code, remedy) = attributeRemedy(name)
    return file.diagnostic(
      code, line: line,
      LocalizedText(
        en: "'\(typed)' is not understood in the column '\(name)'.",
        km: "មិនយល់ '\(typed)' ក្នុងជួរឈរ '\(name)' ទេ។"), remedy: remedy)
  }

  private static func attributeRemedy(_ name: String) -> (code: String, remedy: LocalizedText) {
    switch name {
    case "sex":
      (
        "unknown-sex",
        LocalizedText(
          en: "Write female, male or other, or leave the cell empty.",
          km: "សូមសរសេរ ស្រី ប្រុស ឬផ្សេង ឬទុកក្រឡាឱ្យទទេ។")
      )
    case "born":
      (
        "unknown-birth-years",
        LocalizedText(
          en:
            "Write the year, such as 1985, or its ten years, 1980-1989; only the ten years are kept.",
          km: "សូមសរសេរឆ្នាំ ដូចជា ១៩៨៥ ឬចន្លោះដប់ឆ្នាំ ដូចជា ១៩៨០-១៩៨៩។ រក្សាទុកតែចន្លោះដប់ឆ្នាំប៉ុណ្ណោះ។")
      )
    case "sector":
      (
        "unknown-sector",
        LocalizedText(
          en: "Write official, cso or other, or leave the cell empty.",
          km: "សូមសរសេរ មន្ត្រី អង្គការ ឬផ្សេង ឬទុកក្រឡាឱ្យទទេ។")
      )
    case "disability":
      (
        "unknown-disability",
        LocalizedText(
          en: "Write yes or no, or give the six answers of the Washington Group short set.",
          km: "សូមសរសេរ មាន ឬគ្មាន ឬផ្តល់ចម្លើយទាំងប្រាំមួយនៃសំណួរខ្លី Washington Group។")
      )
    default:
      (
        "unknown-answer",
        LocalizedText(
          en: "Write 1 no difficulty, 2 some, 3 a lot or 4 cannot do at all.",
          km: "សូមសរសេរ ១ គ្មានការលំបាក ២ លំបាកខ្លះ ៣ លំបាកខ្លាំង ឬ ៤ មិនអាចធ្វើបានទាល់តែសោះ។")
      )
    }
  }

  static func fewAnswers(_ file: SourceFile, line: Int, _ count: Int) -> Diagnostic {
    file.diagnostic(
      "few-answers", .warning, line: line,
      LocalizedText(
        en:
          "Only \(count) of the six answers are there, and none is above the cut-off; nothing is kept.",
        km: Khmer.withKhmerDigits(
          "មានតែចម្លើយ \(count) ក្នុងចំណោម 6 ហើយគ្មានចម្លើយណាលើសកម្រិតកំណត់ទេ។ មិនរក្សាទុកអ្វីទេ។")),
      remedy: LocalizedText(
        en: "Ask all six questions, or leave all six cells empty.",
        km: "សូមសួរសំណួរទាំងប្រាំមួយ ឬទុកក្រឡាទាំងប្រាំមួយឱ្យទទេ។"))
  }
}
