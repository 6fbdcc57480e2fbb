/// A rule of response processing (QTI 2.1 information model, 8.1, responseRule).
package indirect enum ResponseRule: Sendable, Hashable {
  /// The first branch whose condition is true, or else the last rules (responseCondition).
  case condition([Branch], otherwise: [ResponseRule])
  /// Sets an outcome (setOutcomeValue).
  case setOutcome(String, QTIExpression)
  /// Sets an outcome to what its table holds for a number (lookupOutcomeValue).
  case lookup(String, QTIExpression)
  /// Rules that stand together (responseProcessingFragment).
  case fragment([ResponseRule])
  /// Ends response processing (exitResponse).
  case exit
  /// A rule that Sala does not know, by its name.
  case unsupported(String)

  /// A condition and what it leads to (responseIf, responseElseIf).
  package struct Branch: Sendable, Hashable {
    /// The condition; NULL counts as false.
    package var condition: QTIExpression
    /// The rules.
    package var rules: [ResponseRule]

    /// Creates a branch.
    package init(_ condition: QTIExpression, _ rules: [ResponseRule]) {
      self.condition = condition
      self.rules = rules
    }
  }
}

/// An expression (QTI 2.1 information model, 15).
package indirect enum QTIExpression: Sendable, Hashable {
  /// A value written down; NULL where the text was none of its type (15.1, baseValue and null).
  case value(QTIValue)
  /// The value of a variable (15.1, variable).
  case variable(String)
  /// The right value of a response variable (15.1, correct).
  case correct(String)
  /// The default of a variable (15.1, default).
  case defaultValue(String)
  /// The score of a response variable by its mapping (15.1, mapResponse).
  case mapResponse(String)
  /// An operator with its operands (15.2 to 15.4).
  case operation(QTIOperator, [QTIExpression])
  /// An expression that Sala does not compute, by its name; it is NULL.
  case unsupported(String)

  /// Creates a number written down.
  package static func float(_ number: Double) -> QTIExpression { .value(.float(number)) }
}

/// An operator, with what its attributes say.
package enum QTIOperator: Sendable, Hashable {
  // 15.2, built-in general operators.
  /// The standard's operators of the same names.
  case multiple, ordered, containerSize, isNull, index(QTIOperand), fieldValue(String), random
  /// The standard's operators of the same names.
  case member, delete, contains, substring(isCaseSensitive: Bool), not, and, or
  /// The standard's operators of the same names.
  case anyN(least: QTIOperand, most: QTIOperand), match
  /// The standard's operator of the same name.
  case stringMatch(isCaseSensitive: Bool, isSubstring: Bool)
  /// The standard's operators of the same names.
  case equal(QTITolerance), equalRounded(isSignificant: Bool, figures: QTIOperand)
  /// The standard's operators of the same names.
  case lt, gt, lte, gte, durationLT, durationGTE
  /// The standard's operator of the same name.
  case randomInteger(least: QTIOperand, most: QTIOperand, step: QTIOperand)
  /// The standard's operator of the same name.
  case randomFloat(least: QTIOperand, most: QTIOperand)
  // 15.3 and 15.4, numeric operators.
  /// The standard's operators of the same names.
  case sum, product, subtract, divide, power, integerDivide, integerModulus, truncate, round
  /// The standard's operators of the same names.
  case integerToFloat, min, max, gcd, lcm, roundTo(isSignificant: Bool, figures: QTIOperand)
}

/// A number in an attribute: written there, or that of a variable (QTI 2.1 information model,
/// integerOrVariableRef).
package enum QTIOperand: Sendable, Hashable {
  /// The number itself.
  case number(Double)
  /// The variable that holds it.
  case variable(String)

  /// Reads an attribute; `nil` where it is empty.
  package init?(_ text: String) {
    guard let word = QTIScalar(text, .identifier)?.text else { return nil }
    self = QTIScalar.number(word).map(QTIOperand.number) ?? .variable(word)
  }
}

/// How near two numbers have to be (QTI 2.1 information model, 15.2, equal).
package struct QTITolerance: Sendable, Hashable {
  /// How the bounds are made.
  package enum Mode: String, Sendable, Hashable {
    /// The same number.
    case exact
    /// So much above and below.
    case absolute
    /// So many percent above and below.
    case relative
  }

  /// How the bounds are made.
  package var mode: Mode
  /// How far below.
  package var below: QTIOperand
  /// How far above.
  package var above: QTIOperand
  /// Whether the lower bound is near enough.
  package var includesLower: Bool
  /// Whether the upper bound is near enough.
  package var includesUpper: Bool

  /// Creates a tolerance.
  package init(
    _ mode: Mode, below: QTIOperand = .number(0), above: QTIOperand = .number(0),
    includesLower: Bool = true, includesUpper: Bool = true
  ) {
    self.mode = mode
    self.below = below
    self.above = above
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// Creates the tolerance of so much above and below.
  package static func absolute(_ tolerance: Double) -> QTITolerance {
    QTITolerance(.absolute, below: .number(tolerance), above: .number(tolerance))
  }
}

/// The standard templates (QTI 2.1 information model, 8.3).
package enum ResponseTemplate: String, Sendable, Hashable, CaseIterable {
  /// 1 for the right value, otherwise 0.
  case matchCorrect = "match_correct"
  /// The mapped score, or 0 without a response.
  case mapResponse = "map_response"
  /// The score of areas, which Sala does not compute.
  case mapResponsePoint = "map_response_point"

  /// Finds a template by its address, whatever the version in it: `…/match_correct`, also with the
  /// ending `.xml`.
  package init?(address: String) {
    var name = address.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    let ending = Array(".xml".utf8)
    if name.suffix(4) == ending[...] { name.removeLast(4) }
    self.init(rawValue: String(decoding: name, as: UTF8.self))
  }

  /// The rules that the template stands for; its variables are RESPONSE and SCORE.
  package var rules: [ResponseRule] {
    let response = QTIExpression.variable("RESPONSE")
    switch self {
    case .matchCorrect:
      return [
        .condition(
          [.init(.operation(.match, [response, .correct("RESPONSE")]), [.score(1)])],
          otherwise: [.score(0)])
      ]
    case .mapResponse:
      return [
        .condition(
          [.init(.operation(.isNull, [response]), [.score(0)])],
          otherwise: [.setOutcome("SCORE", .mapResponse("RESPONSE"))])
      ]
    case .mapResponsePoint:
      return [
        .condition(
          [.init(.operation(.isNull, [response]), [.score(0)])],
          otherwise: [.setOutcome("SCORE", .unsupported("mapResponsePoint"))])
      ]
    }
  }
}

extension ResponseRule {
  /// Sets SCORE to a number.
  package static func score(_ points: Double) -> ResponseRule {
    .setOutcome("SCORE", .float(points))
  }
}

/// The declarations and the response processing of an item.
package struct ResponseProgram: Sendable, Hashable {
  /// The response variables.
  package var responses: [ResponseDeclaration]
  /// The outcome variables.
  package var outcomes: [OutcomeDeclaration]
  /// The rules; those of the template where one is named.
  package var rules: [ResponseRule]

  /// Creates a program.
  package init(
    responses: [ResponseDeclaration], outcomes: [OutcomeDeclaration], rules: [ResponseRule]
  ) {
    self.responses = responses
    self.outcomes = outcomes
    self.rules = rules
  }

  /// The template whose rules these are.
  package var template: ResponseTemplate? {
    ResponseTemplate.allCases.first { $0.rules == rules }
  }
}
