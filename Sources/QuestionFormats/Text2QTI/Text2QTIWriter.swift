import Assessment
import Source
import Text

/// A loss is what keeps an item from being written.
extension QuestionLoss: Error {}

/// Writes one item.
struct Text2QTIWriter {
  let item: Item
  let language: Language
  let number: Int
  /// Whether spaces or blank lines at the ends of texts were left out.
  private(set) var changesLayout = false

  init(item: Item, language: Language, number: Int) {
    self.item = item
    self.language = language
    self.number = number
  }

  /// Whether the points are whole or half ones, which alone text2qti takes.
  var carriesPoints: Bool {
    let twice = item.points * 2
    return item.points > 0 && item.points <= 1000 && twice == twice.rounded()
  }

  /// Tells whether all choices among items keep their order, and at least one does.
  static func keepsOrder(_ items: [Item]) -> Bool {
    var isFixed = false
    for item in items {
      guard case .choice(let choice) = item.interaction, !choice.isTrueFalse else { continue }
      if !choice.keepsOrder { return false }
      isFixed = true
    }
    return isFixed
  }

  /// Returns the lines of the item, or its loss where text2qti would refuse them; `stems` are the
  /// questions written before, by their words, and this one is added.
  mutating func block(after stems: inout Set<String>) -> Result<String, QuestionLoss> {
    let stem = item.stem.text(in: language)
    let words = Self.words(stem)
    guard !words.isEmpty else { return .failure(whole(FormatMessages.noText)) }
    let answers: String
    switch self.answers() {
    case .success(let lines): answers = lines
    case .failure(let loss): return .failure(loss)
    }
    guard stems.insert(words).inserted else {
      return .failure(whole(Text2QTIMessages.twinQuestion))
    }
    var marks = ["[id:\(Self.commented(item.id))]"]
    marks += ItemTags.tags(of: item).map { "[tag:\(Self.commented($0))]" }
    var lines = "% \(marks.joined(separator: " "))\n"
    let title = item.title.text(in: language)
    if !Self.words(title).isEmpty {
      let line = Self.oneLine(title)
      if Array(line.utf8) != Array(title.utf8) { changesLayout = true }
      lines += "Title: \(line)\n"
    }
    if item.points != 1, carriesPoints { lines += "Points: \(Self.number(item.points))\n" }
    lines += text("\(number).", stem)
    let general = item.feedback.text(in: language)
    if !general.isEmpty { lines += feedback(general) }
    return .success(lines + answers)
  }

  private mutating func answers() -> Result<String, QuestionLoss> {
    switch item.interaction {
    case .choice(let choice): return options(choice)
    case .numeric(let numeric): return number(numeric)
    case .text(let text):
      var lines = ""
      var seen: Set<String> = []
      for answer in text.answers where answer.weight > 0 {
        let line = Self.oneLine(answer.text)
        // Answers are compared without regard to spaces, so a line break counts as one.
        if !line.isEmpty, seen.insert(line).inserted { lines += "*   \(line)\n" }
      }
      return lines.isEmpty ? .failure(item.wholeLoss()) : .success(lines)
    case .essay: return .success("____\n")
    case .match, .order, .blanks, .rating, .performance: return .failure(item.wholeLoss())
    }
  }

  private mutating func options(_ choice: ChoiceInteraction) -> Result<String, QuestionLoss> {
    let right = choice.correctIDs.count
    guard item.scoring.rule != .table, choice.isMultiple ? right > 0 : right == 1,
      choice.options.count >= 2, choice.isMultiple || choice.options.count <= 26
    else { return .failure(item.wholeLoss()) }
    var seen: Set<String> = []
    var lines = ""
    for (index, option) in choice.options.enumerated() {
      let words = option.text.text(in: language)
      let form = Self.words(words)
      guard !form.isEmpty else { return .failure(whole(FormatMessages.noText)) }
      guard seen.insert(form).inserted else {
        return .failure(whole(Text2QTIMessages.twinOptions))
      }
      let mark =
        choice.isMultiple
        ? option.isCorrect ? "[*]" : "[ ]"
        : (option.isCorrect ? "*" : "") + ChoiceOption.id(at: index) + ")"
      lines += text(mark, words)
      let said = option.feedback.text(in: language)
      if !said.isEmpty { lines += feedback(said) }
    }
    return .success(lines)
  }

  private func number(_ numeric: NumericInteraction) -> Result<String, QuestionLoss> {
    // `max` keeps the last of equals, so the list is walked from its end.
    let best = numeric.answers.reversed().max { $0.weight < $1.weight }
    guard let best, best.weight > 0, best.value.isFinite, best.tolerance.isFinite,
      best.tolerance >= 0
    else { return .failure(item.wholeLoss()) }
    let nearest = 1e-4
    guard (best.value - best.tolerance).magnitude >= nearest,
      (best.value + best.tolerance).magnitude >= nearest
    else { return .failure(whole(Text2QTIMessages.nearZero)) }
    let value = Self.number(best.value)
    let isWhole = best.value == best.value.rounded() && best.value.magnitude < 1e15
    if best.tolerance == 0, isWhole { return .success("=   \(value)\n") }
    return .success("=   \(value) +- \(Self.number(best.tolerance))\n")
  }

  private func whole(_ what: LocalizedText) -> QuestionLoss {
    QuestionLoss(item: item.id, what: what, isWhole: true, location: item.location)
  }

  // MARK: Texts

  private mutating func feedback(_ said: String) -> String {
    // Feedback of spaces alone would be a mark without content.
    guard !Self.words(said).isEmpty else {
      changesLayout = true
      return ""
    }
    return text("...", said)
  }

  /// Returns a mark and a text, whose further lines are indented as far as the first one.
  private mutating func text(_ mark: String, _ text: String) -> String {
    let width = max(4, mark.utf8.count + 1)
    let start = mark + String(repeating: " ", count: width - mark.utf8.count)
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x20 }) else { return start + text + "\n" }
    var lines: [String] = []
    for line in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: Self.isBreak) {
      let whole = String(Substring(line))
      let end = line.lastIndex { !Self.isSpace($0) }
      let shown = end.map { String(Substring(line[...$0])) } ?? ""
      if shown.utf8.count != whole.utf8.count { changesLayout = true }
      lines.append(shown)
    }
    if text.utf8.contains(0x0D) { changesLayout = true }
    while lines.last?.isEmpty == true {
      lines.removeLast()
      changesLayout = true
    }
    let skipped = lines.prefix { $0.isEmpty }.count
    if skipped > 0 { changesLayout = true }
    lines.removeFirst(skipped)
    guard let first = lines.first else { return start + "\n" }
    let trimmed = first.trimmed
    if trimmed.utf8.count != first.utf8.count { changesLayout = true }
    let indent = String(repeating: " ", count: width)
    return start + trimmed + "\n"
      + lines.dropFirst().map { $0.isEmpty ? "\n" : indent + $0 + "\n" }.joined()
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The words of a text, parted by single spaces: texts that differ only in spaces are the same
  /// to text2qti.
  private static func words(_ text: String) -> String {
    text.utf8.split { isBreak($0) || isSpace($0) || $0 == 0x0B || $0 == 0x0C }
      .map { String(Substring($0)) }.joined(separator: " ")
  }

  private static func oneLine(_ text: String) -> String {
    text.utf8.split(whereSeparator: isBreak).map { String(Substring($0)).trimmed }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func commented(_ text: String) -> String {
    GIFTWriter.commented(oneLine(text))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
