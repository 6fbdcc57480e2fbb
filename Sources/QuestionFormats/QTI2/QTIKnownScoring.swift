import Assessment

/// Recognises response processing by its shape, so that no response has to be tried.
struct QTIKnownScoring {
  private let program: ResponseProgram
  private let binding: ResponseBinding
  private let outcome: String

  init(_ program: ResponseProgram, _ binding: ResponseBinding, outcome: String) {
    self.program = program
    self.binding = binding
    self.outcome = outcome
  }

  // MARK: Programs of Sala

  /// Tells whether the program is the one that Sala writes for an item which can be won, with
  /// nothing behind it but what leaves the score alone.
  func isProgram(of candidate: Item) -> Bool {
    guard outcome == "SCORE", Self.canWin(candidate),
      let made = ItemProgram.program(for: candidate),
      made.program.responses == program.responses, !made.program.rules.isEmpty,
      program.outcomes.starts(with: made.program.outcomes),
      program.rules.starts(with: made.program.rules),
      isHarmless(program.rules.dropFirst(made.program.rules.count))
    else { return false }
    switch candidate.interaction {
    case .choice, .match, .order:
      return made.binding.form == binding.form && made.binding.identifiers == binding.identifiers
        && made.binding.targets == binding.targets
    case .blanks:
      return zip(made.binding.blanks, binding.blanks).allSatisfy {
        $0.binding.variable == $1.binding.variable
          && $0.binding.identifiers == $1.binding.identifiers
      }
    default: return made.binding.variable == binding.variable
    }
  }

  private static func canWin(_ item: Item) -> Bool {
    func best(_ entry: BlanksInteraction.Entry) -> Double {
      switch entry {
      case .text(let text): text.answers.map(\.weight).max() ?? 0
      case .numeric(let numeric): numeric.answers.map(\.weight).max() ?? 0
      case .choice(let choice): choice.correctIDs.count == 1 ? 100 : 0
      }
    }
    switch item.interaction {
    case .choice(let choice):
      if item.scoring.rule == .parts { return choice.weights().contains { $0 > 0 } }
      return choice.isMultiple ? !choice.correctIDs.isEmpty : choice.correctIDs.count == 1
    case .text(let text): return best(.text(text)) > 0
    case .numeric(let numeric): return best(.numeric(numeric)) > 0
    case .match(let match): return !match.sources.isEmpty
    case .order(let order): return !order.options.isEmpty
    case .blanks(let blanks):
      let least = item.scoring.rule == .parts ? 1e-6 : 100
      return !blanks.blanks.isEmpty && blanks.blanks.allSatisfy { best($0.entry) >= least }
    case .rating, .essay, .performance: return false
    }
  }

  // MARK: The standard templates

  /// The points that exactly the declared answer wins, where the rules say only this
  /// (match_correct, QTI 2.1 information model, 8.3).
  func exactPoints(of interaction: Interaction) -> Double? {
    guard setsFloat, let rule = program.rules.first, isHarmless(program.rules.dropFirst()),
      case .condition(let branches, let otherwise) = rule, branches.count == 1,
      isMatch(branches[0].condition), otherwise.isEmpty || otherwise == [zero],
      branches[0].rules.count == 1,
      case .setOutcome(outcome, .value(let value)) = branches[0].rules[0],
      let points = value.number, points > 0, isWhole(interaction)
    else { return nil }
    return points
  }

  /// Whether the score of a choice of one option is that of the mapping (map_response).
  var isMapped: Bool {
    guard setsFloat, let rule = program.rules.first, isHarmless(program.rules.dropFirst()),
      let declaration
    else { return false }
    let variable = QTIExpression.variable(declaration.identifier)
    let mapped = ResponseRule.setOutcome(outcome, .mapResponse(declaration.identifier))
    let guarded = ResponseRule.condition(
      [.init(.operation(.isNull, [variable]), [zero])], otherwise: [mapped])
    return rule == mapped || rule == guarded
  }

  /// The only response variable, which no outcome hides.
  var declaration: ResponseDeclaration? {
    guard program.responses.count == 1, let only = program.responses.first,
      only.identifier == binding.variable,
      !program.outcomes.contains(where: { $0.identifier == only.identifier })
    else { return nil }
    return only
  }

  private var zero: ResponseRule { .setOutcome(outcome, .float(0)) }

  /// Whether the score is a number that begins at 0.
  private var setsFloat: Bool {
    let declared = program.outcomes.filter { $0.identifier == outcome }
    return declared.count == 1 && declared[0].cardinality == .single
      && declared[0].baseType == .float && declared[0].initialValue == .float(0)
  }

  private func isMatch(_ condition: QTIExpression) -> Bool {
    if case .operation(.and, let parts) = condition, parts.count == 1 { return isMatch(parts[0]) }
    let sides: [QTIExpression] = [.variable(binding.variable), .correct(binding.variable)]
    return condition == .operation(.match, sides)
      || condition == .operation(.match, sides.reversed())
  }

  /// Whether every option has a name of its own and the declared answer can be given.
  private func isWhole(_ interaction: Interaction) -> Bool {
    guard let declaration, declaration.defaultValue == .null else { return false }
    let right = declaration.correct.scalars
    guard !right.isEmpty, Set(right).count == right.count,
      Set(binding.identifiers.values).count == binding.identifiers.count
    else { return false }
    switch interaction {
    case .choice(let choice):
      let names = Set(binding.identifiers.values.map(QTIScalar.identifier))
      let isContainer = declaration.cardinality == .multiple
      guard isContainer || declaration.cardinality == .single, right.allSatisfy(names.contains),
        binding.form == .choice(isContainer: isContainer),
        binding.identifiers.count == choice.options.count
      else { return false }
      return choice.isMultiple || right.count == 1
    case .match(let match):
      return declaration.cardinality == .multiple && right.count == match.sources.count
        && binding.identifiers.count == match.sources.count
        && binding.targets.count == match.targets.count
    default: return false
    }
  }

  // MARK: What is left over

  /// Whether rules only hand on what was answered, or a fixed value, to outcomes that are no
  /// number.
  private func isHarmless(_ rules: ArraySlice<ResponseRule>) -> Bool {
    rules.allSatisfy { rule in
      guard case .setOutcome(let name, let expression) = rule, name != outcome,
        let declared = program.outcomes.first(where: { $0.identifier == name }),
        declared.baseType?.isNumeric != true
      else { return false }
      switch expression {
      case .value: return true
      case .variable(let variable):
        return program.responses.contains { $0.identifier == variable }
          && !program.outcomes.contains { $0.identifier == variable }
      default: return false
      }
    }
  }

  /// The same program without the rules that make the score.
  var withoutScore: ResponseProgram {
    var rest = program
    rest.rules = program.rules.filter { isHarmless([$0]) }
    return rest
  }
}

extension ResponseRule {
  /// Tells whether an outcome is set whose name is meant.
  func isSet(_ isMeant: (String) -> Bool) -> Bool {
    switch self {
    case .setOutcome(let name, _), .lookup(let name, _): isMeant(name)
    case .condition(let branches, let otherwise):
      branches.contains { $0.rules.contains { $0.isSet(isMeant) } }
        || otherwise.contains { $0.isSet(isMeant) }
    case .fragment(let rules): rules.contains { $0.isSet(isMeant) }
    case .exit, .unsupported: false
    }
  }

  /// Whether rules behind it may not be followed.
  var mayExit: Bool {
    switch self {
    case .exit, .unsupported: true
    case .condition(let branches, let otherwise):
      branches.contains { $0.rules.contains(where: \.mayExit) }
        || otherwise.contains(where: \.mayExit)
    case .fragment(let rules): rules.contains(where: \.mayExit)
    case .setOutcome, .lookup: false
    }
  }

  /// Tells whether all it does is to set `part`, by `variable` alone and plain operators.
  func isSimple(of variable: String, setting part: String) -> Bool {
    switch self {
    case .setOutcome(part, let expression): expression.isSimple(of: variable)
    case .condition(let branches, let otherwise):
      branches.allSatisfy {
        $0.condition.isSimple(of: variable)
          && $0.rules.allSatisfy { $0.isSimple(of: variable, setting: part) }
      } && otherwise.allSatisfy { $0.isSimple(of: variable, setting: part) }
    default: false
    }
  }
}

extension QTIExpression {
  fileprivate func isSimple(of name: String) -> Bool {
    switch self {
    case .value, .variable(name), .correct(name), .mapResponse(name): true
    case .operation(.not, let operands), .operation(.isNull, let operands),
      .operation(.match, let operands):
      operands.allSatisfy { $0.isSimple(of: name) }
    case .operation(.equal(let tolerance), let operands):
      tolerance.isFixed && operands.allSatisfy { $0.isSimple(of: name) }
    default: false
    }
  }
}

extension QTITolerance {
  fileprivate var isFixed: Bool {
    if case .number = below, case .number = above { true } else { false }
  }
}
