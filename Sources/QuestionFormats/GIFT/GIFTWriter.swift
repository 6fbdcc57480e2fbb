import Assessment
import Text

/// Writes one item as a block of GIFT.
struct GIFTWriter {
  let item: Item
  let language: Language

  /// Returns the block with its comments, or `nil` where GIFT has no such question.
  func block() -> String? {
    guard let answers = answers() else { return nil }
    let title = item.title.text(in: language)
    var marks = ["[id:\(Self.commented(item.id))]"]
    marks += ItemTags.tags(of: item).map { "[tag:\(Self.commented($0))]" }
    let general = item.feedback.text(in: language)
    let end = general.isEmpty ? "" : "####\(Self.escaped(general))"
    return "// \(marks.joined(separator: " "))\n"
      + "::\(Self.escaped(title.isEmpty ? item.id : title))::"
      + "[markdown]\(Self.escaped(item.stem.text(in: language))) {\(answers)\(end)}\n"
  }

  /// The floor that a reader of GIFT takes for an item: the lowest weight where one option is
  /// chosen, 0 otherwise.
  var floorWhenRead: Double {
    guard item.scoring.rule == .parts, case .choice(let choice) = item.interaction,
      !choice.isMultiple
    else { return 0 }
    return min(0, choice.weights().min() ?? 0)
  }

  private func answers() -> String? {
    switch item.interaction {
    case .choice(let choice): return choice.isTrueFalse ? statement(choice) : options(choice)
    case .numeric(let numeric):
      return "#\n"
        + numeric.answers.map { answer in
          let tolerance = answer.tolerance == 0 ? "" : ":\(Self.number(answer.tolerance))"
          return line(
            "=", weight: answer.weight == 100 ? nil : answer.weight,
            Self.number(answer.value) + tolerance, answer.feedback)
        }.joined()
    case .text(let text):
      // Moodle reads '->' among right answers as a pair, whatever stands before it.
      guard !text.answers.contains(where: { Self.holdsArrow($0.text) }) else { return nil }
      return "\n"
        + text.answers.map { answer in
          line(
            "=", weight: answer.weight == 100 ? nil : answer.weight,
            Self.escaped(answer.text.replacing("*", with: "\\*")), answer.feedback)
        }.joined()
    case .match(let match): return pairs(match)
    case .essay: return ""
    case .order, .blanks, .rating, .performance: return nil
    }
  }

  private func statement(_ choice: ChoiceInteraction) -> String? {
    guard item.scoring.rule == .exact, choice.options.count == 2 else { return nil }
    let isTrue = choice.options[0].isCorrect
    let right = choice.options[isTrue ? 0 : 1].feedback.text(in: language)
    let wrong = choice.options[isTrue ? 1 : 0].feedback.text(in: language)
    var text = isTrue ? "TRUE" : "FALSE"
    if !right.isEmpty || !wrong.isEmpty { text += "#\(Self.escaped(wrong))" }
    if !right.isEmpty { text += "#\(Self.escaped(right))" }
    return text
  }

  private func options(_ choice: ChoiceInteraction) -> String? {
    guard item.scoring.rule != .table, choice.options.count >= 2 else { return nil }
    let weights: [Double?]
    if item.scoring.rule == .parts {
      weights = choice.weights()
    } else if choice.isMultiple {
      let right = Double(max(1, choice.correctIDs.count))
      weights = choice.options.map { $0.isCorrect ? 100 / right : -100 }
    } else {
      weights = choice.options.map { _ in nil }
    }
    guard weights.allSatisfy({ ($0 ?? 0).magnitude <= 100 }) else { return nil }
    if choice.isMultiple {
      guard zip(choice.options, weights).allSatisfy({ $0.isCorrect == (($1 ?? 0) > 0) }),
        choice.options.contains(where: \.isCorrect)
      else { return nil }
    } else if choice.correctIDs.count != 1 {
      return nil
    }
    return "\n"
      + zip(choice.options, weights).map { option, weight in
        let isMarked = !choice.isMultiple && option.isCorrect
        let shown = isMarked && weight == 100 ? nil : weight
        return line(
          isMarked ? "=" : "~", weight: shown, text(option.text.text(in: language)),
          option.feedback)
      }.joined()
  }

  private func pairs(_ match: MatchInteraction) -> String? {
    var lines = ""
    let texts = Dictionary(
      match.targets.map { ($0.id, $0.text.text(in: language)) },
      uniquingKeysWith: { first, _ in first })
    guard item.scoring.rule != .table, match.sources.count >= 2,
      Set(texts.values).count == match.targets.count
    else { return nil }
    for source in match.sources {
      let left = source.text.text(in: language)
      guard !Self.holdsArrow(left), let right = texts[source.target], !right.isEmpty else {
        return nil
      }
      lines += "\t=\(text(left)) -> \(Self.escaped(right))\n"
    }
    let used = Set(match.sources.map(\.target))
    for target in match.targets where !used.contains(target.id) {
      lines += "\t= -> \(Self.escaped(target.text.text(in: language)))\n"
    }
    return "\n" + lines
  }

  private func line(_ mark: String, weight: Double?, _ text: String, _ feedback: LocalizedText)
    -> String
  {
    let percent = weight.map { "%\(Self.number($0))%" } ?? ""
    let words = feedback.text(in: language)
    return "\t\(mark)\(percent)\(text)" + (words.isEmpty ? "" : "#\(self.text(words))") + "\n"
  }

  /// A text of its own: one that begins like a name of a format, or a weight, says which it is.
  private func text(_ text: String) -> String {
    let first = text.utf8.first
    let isOpen = first == UInt8(ascii: "[") || first == UInt8(ascii: "%")
    return (isOpen ? "[markdown]" : "") + Self.escaped(text)
  }

  // MARK: Signs

  private static func holdsArrow(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == 0x3E }
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "#"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"):
        bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func commented(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("]", with: "\\]")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
