import Archive
import Assessment
import Source
import Text

/// Aiken: a question on its lines, options with letters, and `ANSWER:` with the right letter.
///
/// Letters may be Latin (`A.`, `A)`) or Khmer (`ក)`), and `ចម្លើយ:` stands for `ANSWER:`.
enum AikenCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    let collector = DiagnosticCollector()
    var bank = QuestionBank()
    var naming = ItemNaming()
    for file in input.files {
      guard
        let source = SourceFile.exchanged(
          path: file.path, bytes: file.bytes, collector: collector)
      else { continue }
      var reader = AikenReader(file: source, collector: collector, naming: naming)
      reader.read()
      naming = reader.naming
      bank.items += reader.items
      bank.lost += reader.lost
    }
    bank.count = bank.items.count + bank.lost.count
    bank.findings = collector.diagnostics.inReadingOrder
    return bank
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    var text = ""
    var written = 0
    var lost: [QuestionLoss] = []
    for item in items {
      guard case .choice(let choice) = item.interaction, !choice.isMultiple,
        item.scoring.rule != .table, (2...26).contains(choice.options.count),
        choice.correctIDs.count == 1, let block = block(item, choice, options.language)
      else {
        lost.append(item.wholeLoss())
        continue
      }
      if !text.isEmpty { text += "\n" }
      text += block
      written += 1
      lost += item.losses(carrying: [], options: options)
    }
    let file = ArchiveEntry(path: "\(options.name).txt", bytes: Array(text.utf8))
    return WrittenQuestions(files: [file], written: written, lost: lost)
  }

  /// Returns an item as lines; a line break within a text becomes a space, for Aiken has none.
  private static func block(_ item: Item, _ choice: ChoiceInteraction, _ language: Language)
    -> String?
  {
    func line(_ text: LocalizedText) -> String {
      text.text(in: language).split(whereSeparator: \.isNewline).joined(separator: " ")
        .trimmingSpaces()
    }
    let stem = line(item.stem)
    // A stem that looks like an option or an answer cannot be told from one.
    guard !stem.isEmpty, AikenReader.option(stem) == nil, AikenReader.answer(stem) == nil else {
      return nil
    }
    var lines = [stem]
    var answer = ""
    for (index, option) in choice.options.enumerated() {
      let letter = ChoiceOption.id(at: index).uppercased()
      let text = line(option.text)
      guard !text.isEmpty else { return nil }
      lines.append("\(letter). \(text)")
      if option.isCorrect { answer = letter }
    }
    return (lines + ["ANSWER: \(answer)"]).joined(separator: "\n") + "\n"
  }
}

/// Reads one file.
struct AikenReader {
  let file: SourceFile
  let collector: DiagnosticCollector
  var naming: ItemNaming
  private(set) var items: [Item] = []
  private(set) var lost: [QuestionLoss] = []

  private let language: Language
  private var stem: [String] = []
  private var options: [(letter: Int, text: String, line: Int)] = []
  private var start = 0
  private var isSpoiled = false

  init(file: SourceFile, collector: DiagnosticCollector, naming: ItemNaming) {
    self.file = file
    self.collector = collector
    self.naming = naming
    language = file.language
  }

  /// Reads all questions; a question that has a mistake is lost whole, and the next one is read.
  mutating func read() {
    for (index, line) in file.lines.enumerated() {
      let number = index + 1
      let text = line.trimmingSpaces()
      if text.isEmpty { continue }
      if let answer = Self.answer(text) {
        end(answer, number: number)
      } else if let option = Self.option(text) {
        if stem.isEmpty {
          complain("no-stem", number, AikenMessages.noStem, AikenMessages.noStemRemedy)
          begin(number)
          isSpoiled = true
        }
        if option.letter != options.count {
          complain("option-order", number, AikenMessages.order, AikenMessages.orderRemedy)
          isSpoiled = true
        }
        options.append((option.letter, option.text, number))
      } else {
        // A line after options that is none begins the next question, so this one has no answer.
        if !options.isEmpty { lose(number, "no-answer", AikenMessages.noAnswer) }
        if stem.isEmpty { begin(number) }
        stem.append(text)
      }
    }
    if !stem.isEmpty || !options.isEmpty {
      lose(file.lines.count, "no-answer", AikenMessages.noAnswer)
    }
  }

  private mutating func begin(_ number: Int) {
    start = number
  }

  private mutating func end(_ answer: String, number: Int) {
    guard !stem.isEmpty || !options.isEmpty else {
      return complain("no-stem", number, AikenMessages.noStem, AikenMessages.noStemRemedy)
    }
    guard !isSpoiled else { return loseQuietly() }
    guard options.count >= 2 else {
      return lose(number, "few-options", AikenMessages.fewOptions)
    }
    guard let place = Self.letter(answer), place < options.count else {
      return lose(number, "bad-key", AikenMessages.badAnswer(answer))
    }
    let name = stem.joined(separator: "\n")
    let id = naming.id(for: "", number: items.count + lost.count + 1)
    let location = file.location(start, 1)
    items.append(
      Item(
        id: id, outcome: Located("", at: location), cognitive: nil,
        stem: LocalizedText(name, in: language),
        interaction: .choice(
          ChoiceInteraction(
            isMultiple: false,
            options: options.enumerated().map { index, option in
              ChoiceOption(
                id: ChoiceOption.id(at: index), text: LocalizedText(option.text, in: language),
                isCorrect: index == place, location: file.location(option.line, 1))
            })), locations: [language: location]))
    clear()
  }

  private mutating func lose(_ number: Int, _ code: String, _ message: LocalizedText) {
    complain(code, min(number, max(1, file.lines.count)), message, AikenMessages.shape)
    loseQuietly()
  }

  private mutating func loseQuietly() {
    lost.append(
      QuestionLoss(
        item: stem.first ?? "\(file.path):\(start)", what: FormatMessages.unreadable, isWhole: true,
        location: file.location(start, 1)))
    clear()
  }

  private mutating func clear() {
    stem = []
    options = []
    isSpoiled = false
  }

  private func complain(
    _ code: String, _ number: Int, _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    collector.add(
      file.diagnostic(
        code, line: number, column: 1, length: max(1, file.line(number).unicodeScalars.count),
        message, remedy: remedy))
  }

  // MARK: Lines

  /// Reads `A. text`, `A) text`, `ក) text`.
  static func option(_ line: String) -> (letter: Int, text: String)? {
    let scalars = line.unicodeScalars
    guard let first = scalars.first, let place = index(of: first) else { return nil }
    let rest = scalars.dropFirst()
    guard let mark = rest.first, mark == "." || mark == ")" else { return nil }
    let text = String(String.UnicodeScalarView(rest.dropFirst())).trimmingSpaces()
    return text.isEmpty ? nil : (place, text)
  }

  /// Reads the letter after `ANSWER:` or `ចម្លើយ:`.
  static func answer(_ line: String) -> String? {
    for mark in ["ANSWER:", "ចម្លើយ:", "ចម្លើយ៖"] where line.utf8.starts(with: mark.utf8) {
      return String(Substring(line.utf8.dropFirst(mark.utf8.count))).trimmingSpaces()
    }
    return nil
  }

  private static func letter(_ text: String) -> Int? {
    let scalars = text.unicodeScalars
    guard scalars.count == 1, let only = scalars.first else { return nil }
    return (0x61...0x7A).contains(only.value) ? Int(only.value) - 0x61 : index(of: only)
  }

  private static func index(of scalar: Unicode.Scalar) -> Int? {
    if (0x41...0x5A).contains(scalar.value) { return Int(scalar.value) - 0x41 }
    return Khmer.optionLetters.firstIndex(of: String(Character(scalar)))
  }
}

/// The messages about Aiken.
enum AikenMessages {
  static let noStem = LocalizedText(
    en: "An option or an answer stands here without a question.",
    km: "ជម្រើស ឬចម្លើយនេះគ្មានសំណួរទេ។")
  static let noStemRemedy = LocalizedText(
    en: "Write the question on the line above the options.",
    km: "សូមសរសេរសំណួរនៅបន្ទាត់ខាងលើជម្រើស។")
  static let order = LocalizedText(
    en: "The letters of the options do not follow each other.",
    km: "អក្សរនៃជម្រើសមិនតគ្នាទេ។")
  static let orderRemedy = LocalizedText(
    en: "Begin with A and leave no letter out.", km: "សូមចាប់ផ្តើមពី A ដោយមិនរំលងអក្សរ។")
  static let noAnswer = LocalizedText(
    en: "The question ends without 'ANSWER:'.", km: "សំណួរនេះចប់ដោយគ្មាន 'ANSWER:'។")
  static let fewOptions = LocalizedText(
    en: "The question has fewer than two options.", km: "សំណួរនេះមានជម្រើសតិចជាងពីរ។")
  static let shape = LocalizedText(
    en: "Write the question, then 'A. …' and 'B. …', then 'ANSWER: A'.",
    km: "សូមសរសេរសំណួរ រួច 'A. …' និង 'B. …' រួច 'ANSWER: A'។")

  static func badAnswer(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is not the letter of an option.", km: "'\(text)' មិនមែនជាអក្សរនៃជម្រើសទេ។")
  }
}
