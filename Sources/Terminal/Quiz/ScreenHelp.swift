import Text

/// The page of all keys.
enum ScreenHelp {
  static func paragraphs(canOpenPage: Bool) -> [LocalizedText] {
    [answers, texts, parts, moving] + (canOpenPage ? [page] : []) + [drawing, ending]
  }

  private static let answers = LocalizedText(
    en: """
      Choosing: press the letter or number of the answer, in Latin or Khmer, or go to it with Up \
      and Down and press Space. It is saved at once. Enter goes on.
      """,
    km: """
      ជ្រើសរើស៖ សូមចុចអក្សរ ឬលេខនៃចម្លើយ ជាឡាតាំង ឬខ្មែរ ឬប្រើ ↑ ↓ រួចចុច Space។ ចម្លើយត្រូវបានរក្សាទុកភ្លាមៗ។ \
      ចុច Enter ដើម្បីបន្ត។
      """)

  private static let texts = LocalizedText(
    en: """
      Typing: Enter saves and goes on; in a long text Enter begins a new line and Tab goes on. \
      Backspace takes back one whole syllable. Ctrl-U empties what stands before the cursor.
      """,
    km: """
      វាយអត្ថបទ៖ Enter រក្សាទុក និងបន្ត។ ក្នុងអត្ថបទវែង Enter ចុះបន្ទាត់ថ្មី ហើយ Tab បន្តទៅមុខ។ \
      Backspace លុបមួយព្យាង្គ។ Ctrl-U លុបអ្វីដែលនៅមុខទស្សន៍ទ្រនិច។
      """)

  private static let parts = LocalizedText(
    en: """
      Joining: press a letter, then the number that belongs to it; Left and Right change it. \
      Order: press the letters one after another; Backspace takes the last one back. \
      Blanks: Tab goes from one to the next.
      """,
    km: """
      ផ្គូផ្គង៖ សូមចុចអក្សរ រួចចុចលេខដែលត្រូវគ្នា ចុច ← → ដើម្បីប្តូរ។ លំដាប់៖ សូមចុចអក្សរតាមលំដាប់ \
      ចុច Backspace ដើម្បីដកចុងក្រោយ។ ចន្លោះ៖ ចុច Tab ដើម្បីទៅចន្លោះបន្ទាប់។
      """)

  private static let moving = LocalizedText(
    en: """
      Elsewhere: - back, / list and hand in, ! mark to come back to. While typing: Ctrl-P back, \
      Ctrl-N next, F3 or Ctrl-R list, F2 or Ctrl-F mark, F1 or Ctrl-G help. PgUp and PgDn turn \
      the pages of what is long, and Home shows a long question again.
      """,
    km: """
      ទៅកន្លែងផ្សេង៖ - ថយ, / បញ្ជី និងប្រគល់, ! សម្គាល់ដើម្បីត្រឡប់មកវិញ។ ពេលកំពុងវាយ៖ Ctrl-P ថយ, Ctrl-N បន្ទាប់, \
      F3 ឬ Ctrl-R បញ្ជី, F2 ឬ Ctrl-F សម្គាល់, F1 ឬ Ctrl-G ជំនួយ។ PgUp និង PgDn បើកទំព័រនៃអត្ថបទវែង ហើយ Home បង្ហាញសំណួរវែងម្តងទៀត។
      """)

  private static let page = LocalizedText(
    en: "@, F4 or Ctrl-O goes on with the same test in a browser.",
    km: "@, F4 ឬ Ctrl-O បន្តតេស្តដដែលក្នុងកម្មវិធីរុករក។")

  private static let drawing = LocalizedText(
    en: "#, F5 or Ctrl-T chooses how the text is shown, and the language.",
    km: "#, F5 ឬ Ctrl-T ជ្រើសរើសវិធីបង្ហាញអក្សរ និងភាសា។")

  private static let ending = LocalizedText(
    en: """
      . or Ctrl-C stops; the answers are saved, and the same command goes on. Ctrl-Z puts the \
      quiz aside. What is pasted never chooses an answer.
      """,
    km: """
      . ឬ Ctrl-C ឈប់សិន។ ចម្លើយត្រូវបានរក្សាទុក ហើយពាក្យបញ្ជាដដែលនឹងបន្ត។ Ctrl-Z ទុកតេស្តមួយឡែកសិន។ \
      អ្វីដែលបិទភ្ជាប់ មិនអាចជ្រើសរើសចម្លើយបានទេ។
      """)
}
