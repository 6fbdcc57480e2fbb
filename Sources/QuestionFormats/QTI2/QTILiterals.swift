import Assessment

/// What response processing compares a variable with.
struct QTILiterals {
  /// A number, and how far from it is near enough.
  struct Number: Hashable {
    var value: Double
    var tolerance: Double
  }

  private(set) var texts: [String] = []
  private(set) var numbers: [Number] = []
  private var bounds: [Double] = []
  private let variable: String
  private let correct: QTIValue
  private let isOnly: Bool

  init(_ program: ResponseProgram, _ variable: String) {
    self.variable = variable
    isOnly = program.responses.count == 1
    let declaration = program.responses.first { $0.identifier == variable }
    correct = declaration?.correct ?? .null
    if let mapping = declaration?.mapping {
      for entry in mapping.entries { add(entry.key, tolerance: 0) }
    }
    for rule in program.rules { look(rule) }
    for scalar in correct.scalars where !numbers.contains(where: { $0.value == scalar.number }) {
      add(scalar, tolerance: 0)
    }
    if bounds.count == 2, let low = bounds.min(), let high = bounds.max() {
      add(Number(value: (low + high) / 2, tolerance: (high - low) / 2))
    }
  }

  private mutating func add(_ scalar: QTIScalar, tolerance: Double) {
    if case .string(let text) = scalar, !texts.contains(text) { texts.append(text) }
    if let number = scalar.number { add(Number(value: number, tolerance: tolerance)) }
  }

  private mutating func add(_ number: Number) {
    if !numbers.contains(number) { numbers.append(number) }
  }

  // MARK: Rules

  private mutating func look(_ rule: ResponseRule) {
    switch rule {
    case .condition(let branches, let otherwise):
      for branch in branches {
        look(branch.condition)
        for rule in branch.rules { look(rule) }
      }
      for rule in otherwise { look(rule) }
    case .fragment(let rules): for rule in rules { look(rule) }
    case .setOutcome(_, let expression), .lookup(_, let expression): look(expression)
    case .exit, .unsupported: break
    }
  }

  private mutating func look(_ expression: QTIExpression) {
    guard case .operation(let kind, let operands) = expression else { return }
    if isOnly || operands.contains(where: names) {
      for operand in operands { take(operand, of: kind) }
    }
    for operand in operands { look(operand) }
  }

  private func names(_ expression: QTIExpression) -> Bool {
    switch expression {
    case .variable(let name): name == variable
    case .operation(_, let operands): operands.contains(where: names)
    default: false
    }
  }

  private mutating func take(_ operand: QTIExpression, of kind: QTIOperator) {
    let scalar: QTIScalar?
    switch operand {
    case .value(let value): scalar = value.scalar
    case .correct(variable): scalar = correct.scalar
    case .operation(.multiple, let inner), .operation(.ordered, let inner):
      for operand in inner { take(operand, of: kind) }
      return
    default: scalar = nil
    }
    guard let scalar else { return }
    guard let number = scalar.number else { return add(scalar, tolerance: 0) }
    switch kind {
    case .equal(let tolerance): add(Self.number(number, tolerance))
    case .lt, .lte, .gt, .gte: bounds.append(number)
    case .match, .member, .equalRounded: add(Number(value: number, tolerance: 0))
    default: break
    }
  }

  private static func number(_ value: Double, _ tolerance: QTITolerance) -> Number {
    guard tolerance.mode != .exact, case .number(var below) = tolerance.below,
      case .number(var above) = tolerance.above
    else { return Number(value: value, tolerance: 0) }
    if tolerance.mode == .relative {
      below *= value.magnitude / 100
      above *= value.magnitude / 100
    }
    if below == above { return Number(value: value, tolerance: above) }
    return Number(value: value + (above - below) / 2, tolerance: (above + below) / 2)
  }
}

/// The responses by which scorings are compared.
enum QTIResponseSpace {
  /// Returns every response, without the empty one; `nil` where there are too many or no end.
  static func all(_ interaction: Interaction) -> [Response]? {
    let most = QTIScoringReader.mostResponses
    switch interaction {
    case .choice(let choice):
      let ids = choice.options.map(\.id)
      guard choice.isMultiple else { return ids.map { .choice([$0]) } }
      guard ids.count <= 10 else { return nil }
      return (1..<(1 << ids.count)).map { bits in
        .chosen(ids.indices.filter { bits & (1 << $0) != 0 }.map { ids[$0] })
      }
    case .rating(let rating): return rating.options.map { .choice([$0.id]) }
    case .order(let order):
      return order.options.count <= 6
        ? permutations(order.options.map(\.id)).map(Response.order) : nil
    case .match(let match):
      let parts = match.sources.map { source in
        [nil] + match.targets.map { Optional((source.id, $0.id)) }
      }
      return products(parts, most: most)?.dropFirst().map { pairs in
        .pairs(Dictionary(pairs.compactMap(\.self), uniquingKeysWith: { first, _ in first }))
      }
    case .blanks(let blanks):
      var parts: [[(String, String)?]] = []
      for blank in blanks.blanks {
        guard case .choice(let choice) = blank.entry else { return nil }
        parts.append([nil] + choice.options.map { Optional((blank.id, $0.id)) })
      }
      return products(parts, most: most)?.dropFirst().map { entries in
        .blanks(Dictionary(entries.compactMap(\.self), uniquingKeysWith: { first, _ in first }))
      }
    case .numeric, .text, .essay, .performance: return nil
    }
  }

  private static func permutations(_ ids: [String]) -> [[String]] {
    guard let first = ids.first else { return [[]] }
    return permutations(Array(ids.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  /// Every way to take one member of each part, beginning with the first members.
  private static func products<Part>(_ parts: [[Part]], most: Int) -> [[Part]]? {
    var made: [[Part]] = [[]]
    for part in parts {
      guard made.count * part.count <= most else { return nil }
      made = made.flatMap { before in part.map { before + [$0] } }
    }
    return made
  }

  /// Returns responses that tell scorings apart where not all can be tried.
  static func probes(
    _ interaction: Interaction, _ program: ResponseProgram, _ binding: ResponseBinding
  ) -> [Response] {
    switch interaction {
    case .choice(let choice):
      let ids = choice.options.map(\.id).prefix(60)
      let pairs = ids.flatMap { one in ids.map { Response.chosen([one, $0]) } }
      let declaration = program.responses.first { $0.identifier == binding.variable }
      let names = Set(declaration?.correct.scalars.map(\.text) ?? [])
      let right = ids.filter { names.contains(binding.identifiers[$0] ?? "") }
      let near = ids.map { id in
        Response.chosen(right.contains(id) ? right.filter { $0 != id } : right + [id])
      }
      return pairs + [.chosen(right), .chosen(ids)] + near
    case .order(let order):
      let ids = order.options.map(\.id)
      let swaps = ids.indices.prefix(40).flatMap { one in
        ids.indices.prefix(40).map { other in
          var ids = ids
          ids.swapAt(one, other)
          return Response.order(ids)
        }
      }
      return swaps + [.order(ids.reversed()), .order(Array(ids.dropFirst()) + ids.prefix(1))]
    case .match(let match):
      let key = match.key
      var made = [Response.pairs(key)]
      for source in match.sources.prefix(30) {
        for target in match.targets.prefix(30) {
          made.append(.pairs([source.id: target.id]))
          made.append(.pairs(key.merging([source.id: target.id]) { $1 }))
        }
        made.append(.pairs(key.filter { $0.key != source.id }))
      }
      return made
    case .text: return texts(program, binding.variable).map(Response.text)
    case .numeric: return numbers(program, binding).map(Response.number)
    case .blanks(let blanks): return self.blanks(blanks, program, binding)
    case .rating, .essay, .performance: return []
    }
  }

  private static func texts(_ program: ResponseProgram, _ variable: String) -> [String] {
    let known = QTILiterals(program, variable).texts.prefix(200)
    return known.flatMap { [$0, $0.lowercased(), $0.uppercased()] } + ["\u{2603}\u{2603}"]
  }

  private static func numbers(_ program: ResponseProgram, _ binding: ResponseBinding) -> [Double] {
    let known = QTILiterals(program, binding.variable).numbers.prefix(100)
    let isWhole = binding.form == .number(.integer)
    let tried = known.flatMap { number -> [Double] in
      let (value, tolerance) = (number.value, number.tolerance)
      let past = tolerance * 1.01 + max(1, value.magnitude) * 1e-3
      return [0, tolerance / 2, tolerance, past, past * 3].flatMap { [value + $0, value - $0] }
    }
    return (tried + [-987_654_321]).filter { !isWhole || $0 == $0.rounded() }
  }

  private static func blanks(
    _ interaction: BlanksInteraction, _ program: ResponseProgram, _ binding: ResponseBinding
  ) -> [Response] {
    let tried = zip(interaction.blanks, binding.blanks).prefix(30).map { blank, bound in
      let answers: [String]
      switch blank.entry {
      case .text: answers = texts(program, bound.binding.variable)
      case .numeric:
        answers = numbers(program, bound.binding).map { Response.number($0).encoded }
      case .choice(let choice):
        let right = choice.correctIDs
        answers = right + choice.options.map(\.id).filter { !right.contains($0) }
      }
      return (id: blank.id, answers: answers)
    }
    let base = Dictionary(
      tried.map { ($0.id, $0.answers.first ?? "") }, uniquingKeysWith: { first, _ in first })
    return [.blanks(base)]
      + tried.flatMap { blank in
        blank.answers.prefix(60).flatMap { answer in
          [Response.blanks([blank.id: answer]), .blanks(base.merging([blank.id: answer]) { $1 })]
        } + [.blanks(base.filter { $0.key != blank.id })]
      }
  }
}
