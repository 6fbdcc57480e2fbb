import Assessment
import Source
import Text

/// The question before the first one: it shows the keys, counts for nothing and is never recorded.
enum ExampleQuestion {
  static let item = Item(
    id: "example", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil,
    stem: LocalizedText(
      en: "Which day comes after Monday?", km: "តើថ្ងៃណាមកបន្ទាប់ពីថ្ងៃច័ន្ទ?"),
    interaction: .choice(
      ChoiceInteraction(
        isMultiple: false, keepsOrder: true,
        options: [
          ChoiceOption(
            id: "a", text: LocalizedText(en: "Sunday", km: "ថ្ងៃអាទិត្យ"), isCorrect: false),
          ChoiceOption(
            id: "b", text: LocalizedText(en: "Tuesday", km: "ថ្ងៃអង្គារ"), isCorrect: true),
          ChoiceOption(
            id: "c", text: LocalizedText(en: "Friday", km: "ថ្ងៃសុក្រ"), isCorrect: false),
        ])))
}
