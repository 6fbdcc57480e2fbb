import Assessment
import XML

/// Writes declarations and response processing.
struct QTIProgramWriter {
  let version: QTIVersion

  private func element(
    _ name: String, _ attributes: [(String, String)] = [], _ children: [XMLElement] = []
  ) -> XMLElement {
    XMLElement(
      version.space(name), attributes: attributes.map { XMLAttribute(XMLName($0.0), $0.1) },
      children: children.map(XMLNode.element))
  }

  private func element(
    _ name: String, _ attributes: [(String, String)] = [], text: String
  ) -> XMLElement {
    XMLElement(
      version.space(name), attributes: attributes.map { XMLAttribute(XMLName($0.0), $0.1) },
      children: [.text(text)])
  }

  // MARK: Declarations

  /// Returns the declarations in the order of the schema.
  func declarations(_ program: ResponseProgram) -> [XMLElement] {
    program.responses.map(declaration) + program.outcomes.map(declaration)
  }

  private func kind(_ cardinality: QTICardinality, _ type: QTIBaseType?) -> [(String, String)] {
    [("cardinality", cardinality.rawValue)] + (type.map { [("baseType", $0.rawValue)] } ?? [])
  }

  private func values(_ name: String, _ value: QTIValue) -> [XMLElement] {
    let values = value.scalars.map { element("value", text: $0.text) }
    return values.isEmpty ? [] : [element(name, [], values)]
  }

  private func declaration(_ response: ResponseDeclaration) -> XMLElement {
    var children =
      values("defaultValue", response.defaultValue) + values("correctResponse", response.correct)
    if let mapping = response.mapping, !mapping.entries.isEmpty {
      var attributes: [(String, String)] = []
      if let bound = mapping.lowerBound { attributes.append(("lowerBound", QTIScalar.text(bound))) }
      if let bound = mapping.upperBound { attributes.append(("upperBound", QTIScalar.text(bound))) }
      attributes.append(("defaultValue", QTIScalar.text(mapping.defaultValue)))
      let entries = mapping.entries.map { entry in
        var attributes = [
          ("mapKey", entry.key.text), ("mappedValue", QTIScalar.text(entry.value)),
        ]
        if case .string = entry.key {
          attributes.append(("caseSensitive", entry.isCaseSensitive ? "true" : "false"))
        }
        return element("mapEntry", attributes)
      }
      children.append(element("mapping", attributes, entries))
    }
    return element(
      "responseDeclaration",
      [("identifier", response.identifier)] + kind(response.cardinality, response.baseType),
      children)
  }

  /// QTI 2.1 cannot say who scores.
  private func declaration(_ outcome: OutcomeDeclaration) -> XMLElement {
    var attributes =
      [("identifier", outcome.identifier)] + kind(outcome.cardinality, outcome.baseType)
    if let most = outcome.normalMaximum {
      attributes.append(("normalMaximum", QTIScalar.text(most)))
    }
    if let scorer = outcome.externalScored, version == .v22 {
      attributes.append(("externalScored", scorer))
    }
    return element(
      "outcomeDeclaration", attributes, values("defaultValue", outcome.defaultValue))
  }

  // MARK: Rules

  /// Returns the response processing: a standard template where the rules are its, or the rules.
  func processing(_ rules: [ResponseRule]) -> XMLElement? {
    if rules.isEmpty { return nil }
    if let template = ResponseTemplate.allCases.first(where: { $0.rules == rules }) {
      return element(
        "responseProcessing", [("template", version.templates + template.rawValue)])
    }
    return element("responseProcessing", [], rules.compactMap(rule))
  }

  private func rule(_ rule: ResponseRule) -> XMLElement? {
    switch rule {
    case .setOutcome(let name, let value):
      return element("setOutcomeValue", [("identifier", name)], [expression(value)])
    case .lookup(let name, let value):
      return element("lookupOutcomeValue", [("identifier", name)], [expression(value)])
    case .fragment(let rules):
      return element("responseProcessingFragment", [], rules.compactMap(self.rule))
    case .exit: return element("exitResponse")
    case .unsupported: return nil
    case .condition(let branches, let otherwise):
      guard !branches.isEmpty else { return nil }
      var parts = branches.enumerated().map { index, branch in
        element(
          index == 0 ? "responseIf" : "responseElseIf", [],
          [expression(branch.condition)] + branch.rules.compactMap(self.rule))
      }
      if !otherwise.isEmpty {
        parts.append(element("responseElse", [], otherwise.compactMap(self.rule)))
      }
      return element("responseCondition", [], parts)
    }
  }

  // MARK: Expressions

  private func expression(_ expression: QTIExpression) -> XMLElement {
    switch expression {
    case .value(let value):
      guard let scalar = value.scalar else {
        return value == .null
          ? element("null")
          : element(
            isOrdered(value) ? "ordered" : "multiple", [],
            value.scalars.map { self.expression(.value(.single($0))) })
      }
      return element("baseValue", [("baseType", scalar.type.rawValue)], text: scalar.text)
    case .variable(let name): return element("variable", [("identifier", name)])
    case .correct(let name): return element("correct", [("identifier", name)])
    case .defaultValue(let name): return element("default", [("identifier", name)])
    case .mapResponse(let name): return element("mapResponse", [("identifier", name)])
    case .unsupported: return element("null")
    case .operation(let kind, let operands):
      let (name, attributes) = written(kind)
      return element(name, attributes, operands.map(self.expression))
    }
  }

  private func isOrdered(_ value: QTIValue) -> Bool {
    if case .ordered = value { true } else { false }
  }

  private func text(_ operand: QTIOperand) -> String {
    switch operand {
    case .number(let number): QTIScalar.text(number)
    case .variable(let name): name
    }
  }

  private func flag(_ flag: Bool) -> String { flag ? "true" : "false" }

  private func written(_ kind: QTIOperator) -> (String, [(String, String)]) {
    let mode = { (isSignificant: Bool) in
      ("roundingMode", isSignificant ? "significantFigures" : "decimalPlaces")
    }
    switch kind {
    case .index(let place): return ("index", [("n", text(place))])
    case .fieldValue(let name): return ("fieldValue", [("fieldIdentifier", name)])
    case .anyN(let least, let most):
      return ("anyN", [("min", text(least)), ("max", text(most))])
    case .substring(let isSensitive): return ("substring", [("caseSensitive", flag(isSensitive))])
    case .stringMatch(let isSensitive, let isSubstring):
      return (
        "stringMatch", [("caseSensitive", flag(isSensitive)), ("substring", flag(isSubstring))]
      )
    case .equal(let tolerance): return ("equal", written(tolerance))
    case .equalRounded(let isSignificant, let figures):
      return ("equalRounded", [mode(isSignificant), ("figures", text(figures))])
    case .roundTo(let isSignificant, let figures):
      return ("roundTo", [mode(isSignificant), ("figures", text(figures))])
    case .randomInteger(let least, let most, let step):
      return ("randomInteger", [("min", text(least)), ("max", text(most)), ("step", text(step))])
    case .randomFloat(let least, let most):
      return ("randomFloat", [("min", text(least)), ("max", text(most))])
    default: return ("\(kind)", [])
    }
  }

  private func written(_ tolerance: QTITolerance) -> [(String, String)] {
    if tolerance.mode == .exact { return [("toleranceMode", "exact")] }
    return [
      ("toleranceMode", tolerance.mode.rawValue),
      ("tolerance", "\(text(tolerance.below)) \(text(tolerance.above))"),
      ("includeLowerBound", flag(tolerance.includesLower)),
      ("includeUpperBound", flag(tolerance.includesUpper)),
    ]
  }
}
