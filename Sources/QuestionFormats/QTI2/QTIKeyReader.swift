import Assessment

/// Fills in the accepted texts, numbers and options of fields, by trying what response processing
/// compares them with.
struct QTIKeyReader {
  private let program: ResponseProgram
  private let prepared: PreparedProgram
  private let binding: ResponseBinding
  private let outcome: String
  /// The points of a right answer; `nil` where they are what is reached.
  private let points: Double?

  init(_ program: ResponseProgram, _ binding: ResponseBinding, outcome: String, points: Double?) {
    self.program = program
    prepared = PreparedProgram(program)
    self.binding = binding
    self.outcome = outcome
    self.points = points
  }

  /// Fills in what is right.
  func fill(_ interaction: inout Interaction) {
    switch interaction {
    case .text: interaction = .text(text(binding.variable, weigh(binding.variable)))
    case .numeric:
      interaction = .numeric(numeric(binding.variable, weigh(binding.variable)))
    case .blanks(var blanks):
      fill(&blanks)
      interaction = .blanks(blanks)
    default: break
    }
  }

  private func score(_ values: [String: QTIValue]) -> Double {
    prepared.run(values).points(outcome)
  }

  /// Weighs a value of the only variable by its score.
  private func weigh(_ variable: String) -> (QTIValue) -> Double {
    let literals = QTILiterals(program, variable)
    let reached =
      (literals.texts.map(QTIScalar.string) + numbers(literals, variable))
      .map { score([variable: .single($0)]) }.max() ?? 0
    let points = max(points ?? 0, reached)
    return { value in
      points > 0 ? QTIWeight.percent(score([variable: value]), of: points) : 0
    }
  }

  private func isWhole(_ variable: String) -> Bool {
    program.responses.first { $0.identifier == variable }?.baseType == .integer
  }

  private func numbers(_ literals: QTILiterals, _ variable: String) -> [QTIScalar] {
    literals.numbers.compactMap { scalar($0.value, variable) }
  }

  private func scalar(_ number: Double, _ variable: String) -> QTIScalar? {
    isWhole(variable) ? Int(exactly: number).map(QTIScalar.integer) : .float(number)
  }

  private func text(
    _ variable: String, _ weight: (QTIValue) -> Double
  ) -> TextInteraction {
    let scored = QTILiterals(program, variable).texts.prefix(500)
      .map { ($0, weight(.single(.string($0)))) }.filter { $0.1 != 0 }
    let isCaseSensitive = !scored.allSatisfy { text, won in
      [text.lowercased(), text.uppercased()].allSatisfy {
        weight(.single(.string($0))) == won
      }
    }
    var made = TextInteraction(answers: [], isCaseSensitive: isCaseSensitive)
    var seen: [String: Double] = [:]
    for (text, won) in scored {
      let form = made.normalised(text)
      guard !form.isEmpty, seen[form] != won else { continue }
      seen[form] = won
      made.answers.append(.init(text, weight: won))
    }
    return made
  }

  private func numeric(
    _ variable: String, _ weight: (QTIValue) -> Double
  ) -> NumericInteraction {
    let answers = QTILiterals(program, variable).numbers.prefix(200)
      .compactMap { number -> NumericInteraction.Answer? in
        // The middle of a range of whole numbers may be none.
        guard let inside = scalar(number.value, variable) ?? scalar(number.value + 0.5, variable)
        else { return nil }
        let edge = scalar(number.value + number.tolerance, variable) ?? inside
        let middle = weight(.single(inside))
        let won = number.tolerance > 0 ? min(middle, weight(.single(edge))) : middle
        // Within one range another may win more.
        let kept = won == 0 ? middle : won
        return kept == 0
          ? nil : .init(value: number.value, tolerance: number.tolerance, weight: kept)
      }
    return NumericInteraction(answers: answers)
  }

  // MARK: Blanks

  private func fill(_ interaction: inout BlanksInteraction) {
    let base = base(interaction)
    for index in interaction.blanks.indices {
      guard index < binding.blanks.count else { return }
      let bound = binding.blanks[index].binding
      let weight = weight(bound.variable, base)
      switch interaction.blanks[index].entry {
      case .text: interaction.blanks[index].entry = .text(text(bound.variable, weight))
      case .numeric:
        interaction.blanks[index].entry = .numeric(numeric(bound.variable, weight))
      case .choice(var choice):
        for option in choice.options.indices {
          let identifier = bound.identifiers[choice.options[option].id] ?? ""
          choice.options[option].isCorrect = weight(.single(.identifier(identifier))) == 100
        }
        interaction.blanks[index].entry = .choice(choice)
      }
    }
  }

  /// The best value of every variable.
  private func base(_ interaction: BlanksInteraction) -> [String: QTIValue] {
    var base: [String: QTIValue] = [:]
    for declaration in program.responses {
      let best = declaration.mapping?.entries.max { $0.value < $1.value }
      let literals = QTILiterals(program, declaration.identifier)
      let literal =
        literals.texts.first.map(QTIScalar.string)
        ?? numbers(literals, declaration.identifier).first
      base[declaration.identifier] =
        declaration.correct != .null
        ? declaration.correct : (best?.key ?? literal).map(QTIValue.single) ?? .null
    }
    return base
  }

  /// Weighs a value of one variable: by the part that Sala's own programs set, or by what it adds
  /// to the best values of the others.
  private func weight(_ variable: String, _ base: [String: QTIValue]) -> (QTIValue) -> Double {
    let part =
      variable.utf8.starts(with: "RESPONSE_".utf8)
      ? "PART_" + variable.utf8.dropFirst(9).text : ""
    if program.outcomes.contains(where: { $0.identifier == part }) {
      let run = alone(variable, part)
      return { value in
        let won = run.run([variable: value]).points(part)
        return QTIWeight.percent(won, of: 1)
      }
    }
    let most = score(base)
    let least = score(base.merging([variable: .null]) { $1 })
    guard most > least else { return { _ in 0 } }
    return { value in
      QTIWeight.percent(
        score(base.merging([variable: value]) { $1 }) - least, of: most - least)
    }
  }

  /// The only rule that sets a part, where that part hangs on its variable alone; or all rules.
  private func alone(_ variable: String, _ part: String) -> PreparedProgram {
    let setting = program.rules.filter { $0.isSet { $0 == part } }
    guard setting.count == 1, setting[0].isSimple(of: variable, setting: part),
      !program.rules.contains(where: \.mayExit),
      !program.outcomes.contains(where: { $0.identifier == variable })
    else { return prepared }
    var alone = program
    alone.responses = program.responses.filter { $0.identifier == variable }
    alone.outcomes = program.outcomes.filter { $0.identifier == part }
    alone.rules = setting
    return PreparedProgram(alone)
  }
}
