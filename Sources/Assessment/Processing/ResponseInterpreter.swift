package import Text

/// What response processing made of one set of responses.
package struct ProcessedResponse: Sendable, Hashable {
  /// The values of all outcome variables.
  package var outcomes: [String: QTIValue]
  /// The names of what stood in the way and Sala does not compute, sorted; those values are NULL.
  package var unsupported: [String]
  /// Whether all rules could be followed within the bounds of steps and depth.
  package var isComplete: Bool

  /// The number in an outcome, rounded to nine decimals as `ResponseProcessing` rounds points; 0
  /// for NULL and for what is no number.
  package func points(_ outcome: String = "SCORE") -> Double {
    let number = outcomes[outcome]?.number ?? 0
    guard number.isFinite, number.magnitude < 1e15 else { return 0 }
    return (number * 1e9).rounded() / 1e9
  }
}

/// Follows the rules of response processing (QTI 2.1 information model, 8); a pure function of the
/// program, the responses and the generator.
///
/// An adaptive item is followed through one attempt, from the defaults of its outcomes.
package enum ResponseInterpreter {
  /// The most rules and expressions that are looked at.
  package static let mostSteps = 100_000
  /// The most expressions or rules inside each other.
  static let deepest = 250

  /// Returns the outcomes of responses.
  ///
  /// A response variable that is not among `responses` has its default. Values of the wrong type
  /// are NULL where they are used, never an error (QTI 2.1 information model, 15).
  ///
  /// - Parameters:
  ///   - program: The declarations and the rules.
  ///   - responses: The values of the response variables.
  ///   - generator: What `random`, `randomInteger` and `randomFloat` draw from.
  ///   - steps: The most rules and expressions that are looked at.
  /// - Returns: The outcomes.
  package static func run(
    _ program: ResponseProgram, _ responses: [String: QTIValue],
    generator: SeededGenerator = SeededGenerator(seed: 0), steps: Int = mostSteps
  ) -> ProcessedResponse {
    PreparedProgram(program).run(responses, generator: generator, steps: steps)
  }
}

/// A program made ready to be run for many responses.
package struct PreparedProgram: Sendable {
  fileprivate let responseDeclarations: [String: ResponseDeclaration]
  fileprivate let outcomeDeclarations: [String: OutcomeDeclaration]
  fileprivate let initial: [String: QTIValue]
  private let rules: [ResponseRule]

  /// Prepares a program.
  package init(_ program: ResponseProgram) {
    responseDeclarations = Dictionary(
      program.responses.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    outcomeDeclarations = Dictionary(
      program.outcomes.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    initial = outcomeDeclarations.mapValues(\.initialValue)
    rules = program.rules
  }

  /// Returns the outcomes of responses, as `ResponseInterpreter.run` does.
  package func run(
    _ responses: [String: QTIValue], generator: SeededGenerator = SeededGenerator(seed: 0),
    steps: Int = ResponseInterpreter.mostSteps
  ) -> ProcessedResponse {
    var run = InterpreterRun(self, responses, generator: generator, steps: steps)
    _ = run.follow(rules, depth: 0)
    return ProcessedResponse(
      outcomes: run.outcomes, unsupported: run.unsupported.sorted(), isComplete: run.isComplete)
  }
}

/// One run through the rules.
struct InterpreterRun {
  private let responseDeclarations: [String: ResponseDeclaration]
  private let outcomeDeclarations: [String: OutcomeDeclaration]
  private let responses: [String: QTIValue]
  var generator: SeededGenerator
  private var steps: Int
  private(set) var outcomes: [String: QTIValue]
  private(set) var unsupported: Set<String> = []
  private(set) var isComplete = true

  init(
    _ program: PreparedProgram, _ responses: [String: QTIValue], generator: SeededGenerator,
    steps: Int
  ) {
    responseDeclarations = program.responseDeclarations
    outcomeDeclarations = program.outcomeDeclarations
    outcomes = program.initial
    self.responses = responses
    self.generator = generator
    self.steps = steps
  }

  mutating func note(unsupported name: String) { unsupported.insert(name) }

  private mutating func mayStep(depth: Int) -> Bool {
    steps -= 1
    if steps < 0 || depth > ResponseInterpreter.deepest { isComplete = false }
    return isComplete
  }

  // MARK: Rules

  /// Follows rules; `false` after exitResponse or at a bound, when no more may follow.
  mutating func follow(_ rules: [ResponseRule], depth: Int) -> Bool {
    for rule in rules {
      guard mayStep(depth: depth), follow(rule, depth: depth) else { return false }
    }
    return true
  }

  private mutating func follow(_ rule: ResponseRule, depth: Int) -> Bool {
    switch rule {
    case .exit: return false
    case .fragment(let rules): return follow(rules, depth: depth + 1)
    case .unsupported(let name):
      note(unsupported: name)
      return true
    case .setOutcome(let identifier, let expression):
      set(identifier, to: value(expression, depth: depth + 1))
      return isComplete
    case .lookup(let identifier, let expression):
      let source = value(expression, depth: depth + 1).number
      guard let table = outcomeDeclarations[identifier]?.table else {
        note(unsupported: "lookupOutcomeValue")
        return true
      }
      set(identifier, to: source.map(table.value) ?? table.defaultValue)
      return isComplete
    case .condition(let branches, let otherwise):
      for branch in branches where value(branch.condition, depth: depth + 1).truth == true {
        return follow(branch.rules, depth: depth + 1)
      }
      return isComplete && follow(otherwise, depth: depth + 1)
    }
  }

  /// Sets an outcome; a value of another type or cardinality becomes NULL, but an integer may
  /// stand for a float and the other way round where the number is whole.
  private mutating func set(_ identifier: String, to value: QTIValue) {
    guard let declaration = outcomeDeclarations[identifier] else {
      // completionStatus is declared by the standard itself (6.2).
      if identifier == "completionStatus" { outcomes[identifier] = value }
      return
    }
    outcomes[identifier] = Self.fitted(value, declaration)
  }

  private static func fitted(_ value: QTIValue, _ declaration: OutcomeDeclaration) -> QTIValue {
    switch (value, declaration.cardinality) {
    case (.null, _): return .null
    case (.single(let scalar), .single):
      return fitted(scalar, declaration.baseType).map(QTIValue.single) ?? .null
    case (.multiple(let values), .multiple), (.ordered(let values), .ordered):
      let fitting = values.compactMap { fitted($0, declaration.baseType) }
      guard fitting.count == values.count else { return .null }
      return .container(fitting, isOrdered: declaration.cardinality == .ordered)
    case (.record, .record): return value
    default: return .null
    }
  }

  private static func fitted(_ scalar: QTIScalar, _ type: QTIBaseType?) -> QTIScalar? {
    guard let type, scalar.type != type else { return type == nil ? nil : scalar }
    switch (scalar, type) {
    case (.integer(let number), .float): return .float(Double(number))
    case (.float(let number), .integer):
      return number == number.rounded() ? Int(exactly: number).map(QTIScalar.integer) : nil
    default: return nil
    }
  }

  // MARK: Expressions

  /// Returns the value of an expression.
  mutating func value(_ expression: QTIExpression, depth: Int) -> QTIValue {
    guard mayStep(depth: depth) else { return .null }
    switch expression {
    case .value(let value): return value
    case .variable(let identifier): return variable(identifier)
    case .correct(let identifier): return responseDeclarations[identifier]?.correct ?? .null
    case .defaultValue(let identifier):
      return responseDeclarations[identifier]?.defaultValue
        ?? outcomeDeclarations[identifier]?.defaultValue ?? .null
    case .mapResponse(let identifier):
      let given = variable(identifier)
      guard let mapping = responseDeclarations[identifier]?.mapping, given != .null else {
        return .null
      }
      return .float(mapping.score(given))
    case .unsupported(let name):
      note(unsupported: name)
      return .null
    case .operation(let kind, let operands):
      let values = operands.map { value($0, depth: depth + 1) }
      return isComplete ? result(of: kind, values) : .null
    }
  }

  private func variable(_ identifier: String) -> QTIValue {
    if let value = outcomes[identifier] { return value }
    guard let declaration = responseDeclarations[identifier] else { return .null }
    return responses[identifier] ?? declaration.defaultValue
  }

  /// The number of an attribute, which may be that of a variable.
  func number(_ operand: QTIOperand) -> Double? {
    switch operand {
    case .number(let number): number
    case .variable(let identifier): variable(identifier).number
    }
  }

  /// The whole number of an attribute.
  func whole(_ operand: QTIOperand) -> Int? {
    number(operand).flatMap { Int(exactly: $0) }
  }
}
