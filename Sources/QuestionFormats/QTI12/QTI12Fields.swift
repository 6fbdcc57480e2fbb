import Assessment
import Text

/// Items with several fields: pairs, and blanks in a text.
extension QTI12Question {
  mutating func matching(
    _ responses: [QTI12Presentation.Response], _ scoring: inout Scoring
  ) -> Interaction? {
    struct Mark: Hashable {
      var ident: String
      var text: String
    }
    var key: [String: String] = [:]
    for rule in winning where rule.actions.contains(where: { $0.value > 0 }) {
      for response in responses {
        if let value = rule.condition.values(of: response.ident).first?.text {
          key[response.ident] = key[response.ident] ?? value
        }
      }
    }
    guard responses.allSatisfy({ key[$0.ident] != nil }) else {
      problem = QTI12Messages.noKey
      return nil
    }
    var marks: [Mark] = []
    var known: Set<Mark> = []
    func note(_ mark: Mark) {
      if known.insert(mark).inserted { marks.append(mark) }
    }
    var right: [Mark] = []
    for response in responses {
      guard let label = response.labels.first(where: { $0.ident == key[response.ident] }) else {
        problem = QTI12Messages.noKey
        return nil
      }
      right.append(Mark(ident: label.ident, text: label.text))
    }
    right.forEach(note)
    // Labels of other sources that say the same are the same target.
    var byText: Set<String> = Set(marks.map(\.text))
    for label in responses.flatMap(\.labels) {
      let mark = Mark(ident: label.ident, text: label.text)
      if !known.contains(mark), byText.insert(label.text).inserted { note(mark) }
    }
    let ids = Dictionary(
      marks.enumerated().map { ($1, "\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
    let match = MatchInteraction(
      sources: zip(responses, right).enumerated().map { index, pair in
        .init(
          id: ChoiceOption.id(at: index), text: LocalizedText(pair.0.text, in: language),
          target: ids[pair.1] ?? "1")
      },
      targets: marks.enumerated().map { index, mark in
        .init(id: "\(index + 1)", text: LocalizedText(mark.text, in: language))
      })
    scoring = shares(zip(responses, right).map { ($0.ident, $1.ident) })
    return .match(match)
  }

  /// The rule by which right parts win: each its equal share, or all together.
  private mutating func shares(_ right: [(ident: String, value: String)]) -> Scoring {
    let all = Dictionary(
      right.map { ($0.ident, [$0.value]) }, uniquingKeysWith: { first, _ in first })
    setMost([all])
    let share = 100 / Double(max(1, right.count))
    let single = right.map { percent([$0.ident: [$0.value]]) }
    let slack = QTI12Choice.slack * Double(right.count)
    let isWhole = (percent(all) - 100).magnitude <= slack
    if right.count > 1, isWhole, single.allSatisfy({ $0 == 0 }) { return .exact }
    if !isWhole || single.contains(where: { ($0 - share).magnitude > slack }) {
      lose(QTI12Messages.scoring)
    }
    return Scoring(.parts)
  }

  /// Canvas's blanks: `[name]` in the text, and a response called `response_name` for each.
  mutating func named(
    _ responses: [QTI12Presentation.Response], _ scoring: inout Scoring, _ stem: inout String
  ) -> Interaction? {
    var blanks: [BlanksInteraction.Blank] = []
    var right: [(ident: String, value: String)] = []
    let isChoice = kind == "multiple_dropdowns_question"
    var names: [String: String] = [:]
    for response in responses {
      let id = ChoiceOption.id(at: blanks.count)
      let name =
        response.text.isEmpty
        ? String(response.ident.dropFirst("response_".count)) : response.text
      names[name] = id
      let values = winning.flatMap { $0.condition.values(of: response.ident).map(\.text) }
      let key = response.labels.first { values.contains($0.ident) }
      if let key { right.append((response.ident, key.ident)) }
      guard isChoice else {
        let answers = response.labels.map {
          TextInteraction.Answer($0.text, feedback: said(response.ident, $0.ident))
        }
        guard !answers.isEmpty else { continue }
        blanks.append(.init(id: id, entry: .text(TextInteraction(answers: answers))))
        continue
      }
      var options = options(response)
      for index in options.indices {
        options[index].isCorrect = response.labels[index].ident == key?.ident
      }
      blanks.append(
        .init(
          id: id,
          entry: .choice(
            ChoiceInteraction(
              isMultiple: false, keepsOrder: response.keepsOrder, options: options))))
    }
    guard !blanks.isEmpty, right.count == responses.count else {
      problem = QTI12Messages.noKey
      return nil
    }
    stem = Self.named(stem, names)
    scoring = shares(right)
    return .blanks(BlanksInteraction(blanks: blanks))
  }

  /// Turns `[name]` into `[[id]]`.
  private static func named(_ stem: String, _ names: [String: String]) -> String {
    var out: [UInt8] = []
    var rest = Substring(stem).utf8
    while let byte = rest.first {
      let inner = rest.dropFirst().prefix { $0 != 0x5D && $0 != 0x5B && $0 != 0x0A }.prefix(200)
      if byte == 0x5B, rest.dropFirst(1 + inner.count).first == 0x5D,
        let id = names[String(decoding: inner, as: UTF8.self)]
      {
        out.append(contentsOf: "[[\(id)]]".utf8)
        rest = rest.dropFirst(2 + inner.count)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Blanks that stand within the text, in the order of the file.
  mutating func inline(_ scoring: inout Scoring, _ stem: inout String) -> Interaction? {
    let responses = presentation.responses
    setMost([])
    // What all of one blank wins, and a right answer of each: the first that wins anything alone.
    var right: [(ident: String, value: String)] = []
    for response in responses {
      var values = winning.flatMap { $0.condition.values(of: response.ident).map(\.text) }
      if values.isEmpty {
        values = winning.flatMap { $0.condition.intervals(of: response.ident) }
          .map { "\($0.value)" }
      }
      guard let value = values.max(by: { alone(response, $0) < alone(response, $1) }) else {
        problem = QTI12Messages.noKey
        return nil
      }
      right.append((response.ident, value))
    }
    scoring = shares(right)
    let isExact = presentation.parts.contains { if case .exact = $0 { true } else { false } }
    var blanks: [BlanksInteraction.Blank] = []
    var text = ""
    var index = 0
    for part in presentation.parts {
      switch part {
      case .text(let piece):
        text += text.isEmpty || piece.isEmpty ? piece : " " + piece
      case .exact(let piece): text += piece
      case .response(let response):
        let id = ChoiceOption.id(at: index)
        guard let entry = blank(response, right, index, scoring) else {
          problem = QTI12Messages.noKey
          return nil
        }
        blanks.append(.init(id: id, entry: entry))
        text += (text.isEmpty || isExact ? "" : " ") + "[[\(id)]]"
        index += 1
      }
    }
    stem = text.trimmed
    return .blanks(BlanksInteraction(blanks: blanks))
  }

  private func alone(_ response: QTI12Presentation.Response, _ value: String) -> Double {
    processing.evaluate([response.ident: [value]]).score
  }

  private mutating func blank(
    _ response: QTI12Presentation.Response, _ right: [(ident: String, value: String)],
    _ index: Int, _ scoring: Scoring
  ) -> BlanksInteraction.Entry? {
    if response.rendering == "render_choice" {
      var options = options(response)
      for place in options.indices {
        options[place].isCorrect = response.labels[place].ident == right[index].value
      }
      return .choice(
        ChoiceInteraction(
          isMultiple: false, keepsOrder: response.keepsOrder, options: options))
    }
    guard scoring.rule == .exact else {
      return entry(response, share: 100 / Double(max(1, right.count)))
    }
    return whole(response)
  }

  /// What is right in one field where only all fields together win.
  private mutating func whole(
    _ response: QTI12Presentation.Response
  ) -> BlanksInteraction.Entry? {
    let isNumber =
      response.kind == "response_num"
      || ["decimal", "integer", "scientific"].contains(response.fibType.lowercased())
    if isNumber {
      let found = winning.flatMap { $0.condition.intervals(of: response.ident) }
      let answers = found.map {
        NumericInteraction.Answer(
          value: $0.value, tolerance: $0.tolerance,
          feedback: said(response.ident, Self.mark($0.value, $0.tolerance)))
      }
      return answers.isEmpty ? nil : .numeric(NumericInteraction(answers: answers))
    }
    let found = winning.flatMap { $0.condition.values(of: response.ident) }
    var seen: Set<String> = []
    let answers = found.filter { seen.insert($0.text).inserted }.map {
      TextInteraction.Answer($0.text, feedback: said(response.ident, $0.text))
    }
    return answers.isEmpty
      ? nil
      : .text(
        TextInteraction(
          answers: answers, isCaseSensitive: found.contains { $0.isCaseSensitive }))
  }
}
