import Assessment
import Text

/// Finds the scoring of Sala that gives every response the score of an item's own response
/// processing.
struct QTIScoringReader {
  private(set) var item: Item
  private(set) var binding: ResponseBinding
  private(set) var lost: [LocalizedText] = []
  private(set) var unsupported: [String] = []
  /// The responses that were tried, none of them empty, and what response processing made of them.
  private(set) var responses: [Response] = []
  private(set) var runs: [ProcessedResponse] = []
  private var program: ResponseProgram
  private var scores: [Double] = []
  private let outcome: String
  /// Whether the rules were recognised, so that no response was tried.
  private var isKnown = false

  /// The most responses that are all tried.
  static let mostResponses = 1024

  init(item: Item, program: ResponseProgram, binding: ResponseBinding) {
    self.item = item
    self.program = program
    self.binding = binding
    let numbers = program.outcomes.filter {
      $0.cardinality == .single && $0.baseType?.isNumeric == true
    }
    outcome =
      numbers.contains { $0.identifier == "SCORE" }
      ? "SCORE"
      : numbers.first { $0.identifier.utf8.starts(with: "SCORE".utf8) }?.identifier ?? "SCORE"
  }

  private var declared: Double? {
    let score = program.outcomes.first { $0.identifier == outcome }
    let most = program.outcomes.first { $0.identifier == "MAXSCORE" }
    return score?.normalMaximum ?? most?.defaultValue.number
  }

  mutating func read() {
    let kind = item.interaction.kind
    if kind.needsRater || !kind.isScored {
      if let declared, declared > 0, declared <= 1000 { item.points = declared }
      if program.setsScore { lost.append(QTI2Messages.responseProcessing) }
      attempt(QTIResponseSpace.all(item.interaction) ?? [.text("\u{2603}")])
      return
    }
    addMatchCorrect()
    QTIKeyReader(program, binding, outcome: outcome, points: declared).fill(&item.interaction)
    if recognise() { return }
    let isWhole: Bool
    if let all = QTIResponseSpace.all(item.interaction) {
      isWhole = true
      attempt(all)
    } else {
      isWhole = false
      attempt(QTIResponseSpace.probes(item.interaction, program, binding))
    }
    settle(isWhole: isWhole)
  }

  /// An item without rules whose right answers are declared wants them matched.
  private mutating func addMatchCorrect() {
    let keyed = program.responses.filter { $0.correct != .null }
    guard !program.setsScore, !keyed.isEmpty else { return }
    if !program.outcomes.contains(where: { $0.identifier == outcome }) {
      program.outcomes.append(OutcomeDeclaration(outcome, .single, .float))
    }
    let parts = keyed.map {
      QTIExpression.operation(.match, [.variable($0.identifier), .correct($0.identifier)])
    }
    program.rules += [
      .condition(
        [.init(.operation(.and, parts), [.setOutcome(outcome, .float(declared ?? 1))])],
        otherwise: [])
    ]
  }

  private mutating func attempt(_ tried: [Response]) {
    responses = tried.filter { !$0.isEmpty }
    let prepared = PreparedProgram(program)
    runs = responses.map { prepared.run(binding.values($0, to: item)) }
    scores = runs.map { $0.points(outcome) }
    unsupported = Set(runs.flatMap(\.unsupported)).sorted()
    if runs.contains(where: { !$0.isComplete }) { unsupported.append("…") }
  }

  // MARK: Recognising

  /// Takes the scoring that the shape of the rules names; `false` where it names none.
  private mutating func recognise() -> Bool {
    let known = QTIKnownScoring(program, binding, outcome: outcome)
    let before = item
    if let exact = known.exactPoints(of: item.interaction), max(declared ?? 0, exact) == exact,
      exact <= 1000
    {
      item.points = exact
      item.scoring = .exact
      markKey()
      isKnown = true
      return true
    }
    if let points = mappedPoints(known) {
      item.points = points
      markKey()
      item = candidates()[0]
      isKnown = item.scoring.rule == .parts
      if !isKnown { item = before }
      return isKnown
    }
    guard let declared, declared > 0, declared <= 1000 else { return false }
    item.points = declared
    if case .choice = item.interaction, program.responses.first?.correct == .null {
      item = before
      return false
    }
    markKey()
    for candidate in candidates().prefix(2) where known.isProgram(of: candidate) {
      item = candidate
      isKnown = true
      return true
    }
    item = before
    return false
  }

  /// The points of a choice of one option that is scored by its mapping.
  private func mappedPoints(_ known: QTIKnownScoring) -> Double? {
    guard known.isMapped, case .choice(let choice) = item.interaction, !choice.isMultiple,
      let declaration = known.declaration, declaration.cardinality == .single,
      declaration.defaultValue == .null, !declaration.correct.scalars.isEmpty,
      let mapping = declaration.mapping
    else { return nil }
    let wins = choice.options.map { option in
      mapping.score(.single(.identifier(binding.identifiers[option.id] ?? "")))
    }
    let least = min(0, mapping.lowerBound ?? 0)
    let points = max(declared ?? 0, wins.max() ?? 0)
    guard let most = wins.max(), most > 0, points <= 1000, -least <= points,
      wins.allSatisfy({ $0 >= least && $0 == ($0 * 1e9).rounded() / 1e9 })
    else { return nil }
    return points
  }

  /// Tries responses where none was tried, for the sake of feedback.
  mutating func tryForFeedback() {
    guard isKnown, responses.isEmpty else { return }
    let known = QTIKnownScoring(program, binding, outcome: outcome)
    var tried = QTIResponseSpace.probes(item.interaction, program, binding)
    if case .choice(let choice) = item.interaction, !choice.isMultiple {
      tried = choice.options.map { .choice([$0.id]) }
    }
    responses = tried.filter { !$0.isEmpty }
    let prepared = PreparedProgram(known.withoutScore)
    runs = responses.map { prepared.run(binding.values($0, to: item)) }
  }

  // MARK: Settling

  private mutating func settle(isWhole: Bool) {
    let reached = scores.max() ?? 0
    let points = max(declared ?? 0, reached)
    guard unsupported.isEmpty, points <= 1000 else {
      lost.append(QTI2Messages.responseProcessing)
      item.points = declared.flatMap { $0 > 0 && $0 <= 1000 ? $0 : nil } ?? 1
      return markKey()
    }
    item.points = points > 0 ? points : 1
    QTIKeyReader(program, binding, outcome: outcome, points: item.points)
      .fill(&item.interaction)
    markKey()
    if reached <= 0 { lost.append(QTI2Messages.key) }
    for candidate in candidates() where agrees(candidate) {
      item = candidate
      return
    }
    if isWhole, let table = table(), agrees(table) {
      item = table
      return
    }
    if reached > 0 { lost.append(QTI2Messages.responseProcessing) }
  }

  private func agrees(_ candidate: Item) -> Bool {
    zip(responses, scores).allSatisfy {
      ResponseProcessing.points(candidate, $0.0) == $0.1
    }
  }

  private func candidates() -> [Item] {
    let scorings = [Scoring.exact, Scoring(.parts, floor: floor)]
    var made = scorings.map { scoring in
      var candidate = item
      candidate.scoring = scoring
      return candidate
    }
    if case .choice(let choice) = item.interaction {
      made[1].interaction = .choice(weighted(choice))
      if !choice.isMultiple {
        var alone = made[1]
        alone.interaction = .choice(weighted(choice, byMapping: false))
        made.append(alone)
      }
    }
    if floor < 0 {
      var exact = item
      exact.scoring.floor = floor
      made.append(exact)
    }
    // The rule that writes these very rules is meant, where both give the same scores.
    let isMapped: Bool
    switch item.interaction {
    case .choice, .match: isMapped = program.rules.contains(where: Self.maps)
    default:
      isMapped =
        ItemProgram.program(for: made[1]).map {
          !$0.program.rules.isEmpty && program.rules.starts(with: $0.program.rules)
        } ?? false
    }
    if isMapped, !isText { made.swapAt(0, 1) }
    return made
  }

  private var isText: Bool {
    switch item.interaction {
    case .text, .numeric: true
    default: false
    }
  }

  private static func maps(_ rule: ResponseRule) -> Bool {
    switch rule {
    case .setOutcome(_, .mapResponse): true
    case .condition(let branches, let otherwise):
      branches.contains { $0.rules.contains(where: maps) } || otherwise.contains(where: maps)
    case .fragment(let rules): rules.contains(where: maps)
    default: false
    }
  }

  /// The least score in percent, by the bounds of the mapping or as it was reached.
  private var floor: Double {
    let bound = program.responses.first?.mapping?.lowerBound
    let least = min(0, bound ?? scores.min() ?? 0, scores.min() ?? 0)
    return max(-100, QTIWeight.percent(least, of: item.points))
  }

  /// The weights by the mapping, or by the scores of each option alone.
  private func weighted(
    _ choice: ChoiceInteraction, byMapping: Bool = true
  ) -> ChoiceInteraction {
    let declaration = program.responses.first { $0.identifier == binding.variable }
    let mapping = byMapping ? declaration?.mapping : nil
    var weighted = choice
    for index in choice.options.indices {
      let id = choice.options[index].id
      let identifier = QTIScalar.identifier(binding.identifiers[id] ?? "")
      let alone = responses.firstIndex(of: .choice([id])).map { scores[$0] } ?? 0
      let won = mapping?.score(.single(identifier)) ?? alone
      weighted.options[index].weight = QTIWeight.percent(won, of: item.points)
    }
    let stated = weighted.options.map { $0.weight ?? 0 }
    if zip(choice.weights(), stated).allSatisfy({ ($0 - $1).magnitude < 1e-9 }) { return choice }
    return weighted
  }

  /// Marks the right options: those declared, or those of the answer that wins most.
  private mutating func markKey() {
    guard case .choice(var choice) = item.interaction else { return }
    let declaration = program.responses.first { $0.identifier == binding.variable }
    let best = zip(responses, scores).filter { $0.1 > 0 }.max { $0.1 < $1.1 }
    var right = Set<String>()
    let declared = Set(declaration?.correct.scalars.map(\.text) ?? [])
    if declared.isEmpty {
      if case .choice(let ids)? = best?.0 { right = Set(ids) }
    } else {
      right = Set(
        choice.options.map(\.id).filter { declared.contains(binding.identifiers[$0] ?? "") })
    }
    for index in choice.options.indices {
      choice.options[index].isCorrect = right.contains(choice.options[index].id)
    }
    item.interaction = .choice(choice)
  }

  private func table() -> Item? {
    var listed = item
    let table = zip(responses, scores).filter { $0.1 != 0 }.map { ($0.0.encoded, $0.1) }
    guard !table.isEmpty else { return nil }
    listed.scoring = Scoring(
      .table, floor: floor, table: Dictionary(table, uniquingKeysWith: { first, _ in first }))
    return listed
  }
}

/// Turns scores into percentages.
enum QTIWeight {
  /// Returns the percentage that `won` is of `points`: the plainest number that gives exactly the
  /// same score again.
  static func percent(_ won: Double, of points: Double) -> Double {
    let percent = won * 100 / points
    guard percent.isFinite, percent.magnitude < 1e9 else { return percent }
    for scale in [1.0, 10, 100, 1e5] {
      let plain = (percent * scale).rounded() / scale
      if plain * points / 100 == won { return plain + 0 }
    }
    for parts in 2...30 {
      let count = (percent * Double(parts) / 100).rounded()
      let plain = count * (100 / Double(parts))
      if plain * points / 100 == won { return plain }
    }
    return percent
  }
}

extension ResponseProgram {
  /// Whether the rules set a number, which is then a score.
  var setsScore: Bool {
    let numbers = Set(outcomes.filter { $0.baseType?.isNumeric == true }.map(\.identifier))
    func sets(_ rule: ResponseRule) -> Bool {
      switch rule {
      case .setOutcome(let name, _), .lookup(let name, _): numbers.contains(name) || name == "SCORE"
      case .condition(let branches, let otherwise):
        branches.contains { $0.rules.contains(where: sets) } || otherwise.contains(where: sets)
      case .fragment(let rules): rules.contains(where: sets)
      case .exit: false
      case .unsupported: true
      }
    }
    return rules.contains(where: sets)
  }
}
