import Text

/// What the keys do, a few words each, for the rows at the bottom.
extension ScreenMessages {
  static let enterNext = LocalizedText(en: "Enter: next", km: "Enter៖ បន្ត")
  static let homeKey = LocalizedText(en: "Home: question", km: "Home៖ សំណួរ")
  static let pageKey = LocalizedText(en: "@: browser", km: "@៖ កម្មវិធីរុករក")
  static let pageKeyF4 = LocalizedText(en: "F4: browser", km: "F4៖ កម្មវិធីរុករក")
  private static let help = LocalizedText(en: "?: help", km: "?៖ ជំនួយ")
  private static let helpF1 = LocalizedText(en: "F1: help", km: "F1៖ ជំនួយ")
  private static let stop = LocalizedText(en: ".: stop", km: ".៖ ឈប់សិន")
  private static let listF3 = LocalizedText(en: "F3: list", km: "F3៖ បញ្ជី")

  static let keysSigns = [
    help, LocalizedText(en: "-: back", km: "-៖ ថយ"),
    LocalizedText(en: "/: list, hand in", km: "/៖ បញ្ជី ប្រគល់"),
    LocalizedText(en: "!: mark", km: "!៖ សម្គាល់"), stop,
  ]

  static func keysOptions(isMultiple: Bool) -> [LocalizedText] {
    [
      isMultiple
        ? LocalizedText(en: "letter or Space: tick", km: "អក្សរ ឬ Space៖ គូស")
        : LocalizedText(en: "letter or Space: choose", km: "អក្សរ ឬ Space៖ ជ្រើសរើស"),
      enterNext,
    ] + keysSigns
  }

  static let keysOrder =
    [
      LocalizedText(en: "letters in order", km: "អក្សរតាមលំដាប់"),
      LocalizedText(en: "Backspace: one less", km: "Backspace៖ ដកមួយ"), enterNext,
    ] + keysSigns

  static let keysPairs =
    [
      LocalizedText(en: "letter, number: join", km: "អក្សរ លេខ៖ ភ្ជាប់"),
      LocalizedText(en: "Left, Right: change", km: "← →៖ ប្តូរ"), enterNext,
    ] + keysSigns

  static func keysField(isMultiline: Bool) -> [LocalizedText] {
    let done =
      isMultiline
      ? LocalizedText(en: "Tab: done, next", km: "Tab៖ រួច បន្ត")
      : LocalizedText(en: "Enter: save, next", km: "Enter៖ រក្សាទុក បន្ត")
    return [done, helpF1] + keysFunctions
  }

  static let keysBlankField =
    [LocalizedText(en: "Enter: next blank", km: "Enter៖ ចន្លោះបន្ទាប់"), helpF1] + keysFunctions
  static let keysBlankOption =
    [
      LocalizedText(en: "number: choose", km: "លេខ៖ ជ្រើសរើស"),
      LocalizedText(en: "Tab: next blank", km: "Tab៖ ចន្លោះបន្ទាប់"), enterNext,
    ] + keysSigns

  private static let keysFunctions = [
    LocalizedText(en: "Ctrl-P: back", km: "Ctrl-P៖ ថយ"), listF3,
    LocalizedText(en: "F2: mark", km: "F2៖ សម្គាល់"),
    LocalizedText(en: "Ctrl-C: stop", km: "Ctrl-C៖ ឈប់សិន"),
  ]

  static let keysExample = [
    LocalizedText(en: "letter or Space: choose", km: "អក្សរ ឬ Space៖ ជ្រើសរើស"),
    LocalizedText(en: "Enter: done", km: "Enter៖ រួច"),
    LocalizedText(en: "?: all keys", km: "?៖ គ្រាប់ចុចទាំងអស់"), stop,
  ]
  static let keysNotice = [LocalizedText(en: "Enter: go on", km: "Enter៖ បន្ត"), help, stop]
  static let keysReady = [
    LocalizedText(en: "Enter: begin", km: "Enter៖ ចាប់ផ្តើម"), help, stop,
  ]
  static let keysPage = [LocalizedText(en: "Enter: go on", km: "Enter៖ បន្ត")]
  static let keysTimeOver = [LocalizedText(en: "Enter: end", km: "Enter៖ បញ្ចប់")]
  static let keysStop = [
    LocalizedText(en: "Enter: stop", km: "Enter៖ ឈប់"),
    LocalizedText(en: "any other key: go on", km: "គ្រាប់ចុចផ្សេង៖ បន្តធ្វើ"),
  ]
  static let keysConfirm = [
    LocalizedText(en: "Tab: other button", km: "Tab៖ ប៊ូតុងផ្សេង"),
    LocalizedText(en: "Enter: press it", km: "Enter៖ ចុច"),
    LocalizedText(en: "Esc: back", km: "Esc៖ ត្រឡប់"),
  ]
  static let keysList = [
    LocalizedText(en: "Up, Down or number, Enter: go there", km: "↑ ↓ ឬលេខ រួច Enter៖ ទៅទីនោះ"),
    LocalizedText(en: "-: back", km: "-៖ ថយ"), LocalizedText(en: "!: mark", km: "!៖ សម្គាល់"),
    help, stop,
  ]
}
