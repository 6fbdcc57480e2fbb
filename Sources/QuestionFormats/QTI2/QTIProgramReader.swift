import Assessment
import XML

/// Reads declarations and response processing.
enum QTIProgramReader {
  /// Returns the program of an item.
  static func program(_ item: XMLElement) -> ResponseProgram {
    ResponseProgram(
      responses: item.elements("responseDeclaration").map(response),
      outcomes: item.elements("outcomeDeclaration").map(outcome),
      rules: item.first("responseProcessing").map(rules) ?? [])
  }

  // MARK: Declarations

  private static func response(_ element: XMLElement) -> ResponseDeclaration {
    let (cardinality, type) = kind(element)
    return ResponseDeclaration(
      element.attribute("identifier") ?? "", cardinality, type,
      defaultValue: value(element.first("defaultValue"), cardinality, type),
      correct: value(element.first("correctResponse"), cardinality, type),
      mapping: element.first("mapping").map { mapping($0, type) },
      hasAreaMapping: element.first("areaMapping") != nil)
  }

  private static func outcome(_ element: XMLElement) -> OutcomeDeclaration {
    let (cardinality, type) = kind(element)
    return OutcomeDeclaration(
      element.attribute("identifier") ?? "", cardinality, type,
      defaultValue: value(element.first("defaultValue"), cardinality, type),
      normalMaximum: number(element, "normalMaximum"),
      externalScored: element.attribute("externalScored"),
      table: table(element, type))
  }

  private static func kind(_ element: XMLElement) -> (QTICardinality, QTIBaseType?) {
    (
      QTICardinality(rawValue: element.attribute("cardinality") ?? "") ?? .single,
      QTIBaseType(rawValue: element.attribute("baseType") ?? "")
    )
  }

  private static func value(
    _ element: XMLElement?, _ cardinality: QTICardinality, _ type: QTIBaseType?
  ) -> QTIValue {
    guard let element else { return .null }
    let values = element.elements("value")
    if cardinality == .record {
      let fields = values.compactMap { value -> (String, QTIScalar)? in
        guard let name = value.attribute("fieldIdentifier"),
          let type = QTIBaseType(rawValue: value.attribute("baseType") ?? ""),
          let scalar = QTIScalar(value.text, type)
        else { return nil }
        return (name, scalar)
      }
      return fields.isEmpty
        ? .null : .record(Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    }
    guard let type else { return .null }
    let scalars = values.compactMap { QTIScalar($0.text, type) }
    if cardinality == .single { return scalars.first.map(QTIValue.single) ?? .null }
    return .container(scalars, isOrdered: cardinality == .ordered)
  }

  private static func mapping(_ element: XMLElement, _ type: QTIBaseType?) -> ResponseMapping {
    let entries = element.elements("mapEntry").compactMap { entry -> ResponseMapping.Entry? in
      guard let key = QTIScalar(entry.attribute("mapKey") ?? "", type ?? .identifier) else {
        return nil
      }
      return .init(
        key, number(entry, "mappedValue") ?? 0,
        isCaseSensitive: flag(entry, "caseSensitive") ?? true)
    }
    return ResponseMapping(
      lowerBound: number(element, "lowerBound"), upperBound: number(element, "upperBound"),
      defaultValue: number(element, "defaultValue") ?? 0, entries: entries)
  }

  private static func table(_ element: XMLElement, _ type: QTIBaseType?) -> LookupTable? {
    let type = type ?? .float
    func target(_ element: XMLElement, _ name: String) -> QTIValue {
      QTIScalar(element.attribute(name) ?? "", type).map(QTIValue.single) ?? .null
    }
    for (name, kind) in [
      ("matchTable", LookupTable.Kind.match), ("interpolationTable", .interpolation),
    ] {
      guard let table = element.first(name) else { continue }
      let rows = table.elements.compactMap { row in
        number(row, "sourceValue").map {
          LookupTable.Row(
            $0, includesBoundary: flag(row, "includeBoundary") ?? true, target(row, "targetValue"))
        }
      }
      return LookupTable(kind, rows: rows, defaultValue: target(table, "defaultValue"))
    }
    return nil
  }

  private static func number(_ element: XMLElement, _ name: String) -> Double? {
    element.attribute(name).flatMap { QTIScalar($0, .float)?.number }
  }

  private static func flag(_ element: XMLElement, _ name: String) -> Bool? {
    guard let text = element.attribute(name), case .boolean(let flag)? = QTIScalar(text, .boolean)
    else { return nil }
    return flag
  }

  // MARK: Rules

  private static func rules(_ processing: XMLElement) -> [ResponseRule] {
    let own = processing.elements.map(rule)
    guard own.isEmpty, let address = processing.attribute("template") else { return own }
    return ResponseTemplate(address: address)?.rules ?? [.unsupported("template \(address)")]
  }

  private static func rule(_ element: XMLElement) -> ResponseRule {
    let identifier = element.attribute("identifier") ?? ""
    switch element.name.local {
    case "responseCondition":
      let branches = element.elements.filter {
        $0.name.local == "responseIf" || $0.name.local == "responseElseIf"
      }
      return .condition(
        branches.map { branch in
          let parts = branch.elements
          return .init(
            parts.first.map(expression) ?? .value(.null), parts.dropFirst().map(rule))
        }, otherwise: element.first("responseElse")?.elements.map(rule) ?? [])
    case "setOutcomeValue": return .setOutcome(identifier, operand(element))
    case "lookupOutcomeValue": return .lookup(identifier, operand(element))
    case "responseProcessingFragment": return .fragment(element.elements.map(rule))
    case "exitResponse": return .exit
    default: return .unsupported(element.name.local)
    }
  }

  private static func operand(_ element: XMLElement) -> QTIExpression {
    element.elements.first.map(expression) ?? .value(.null)
  }

  // MARK: Expressions

  private static func expression(_ element: XMLElement) -> QTIExpression {
    let identifier = element.attribute("identifier") ?? ""
    switch element.name.local {
    case "baseValue":
      let type = QTIBaseType(rawValue: element.attribute("baseType") ?? "") ?? .string
      return .value(QTIScalar(element.text, type).map(QTIValue.single) ?? .null)
    case "null": return .value(.null)
    case "variable": return .variable(identifier)
    case "correct": return .correct(identifier)
    case "default": return .defaultValue(identifier)
    case "mapResponse": return .mapResponse(identifier)
    default:
      guard let kind = kind(of: element) else { return .unsupported(element.name.local) }
      return .operation(kind, element.elements.map(expression))
    }
  }

  private static let plain: [String: QTIOperator] = [
    "multiple": .multiple, "ordered": .ordered, "containerSize": .containerSize,
    "isNull": .isNull, "random": .random, "member": .member, "delete": .delete,
    "contains": .contains, "not": .not, "and": .and, "or": .or, "match": .match, "lt": .lt,
    "gt": .gt, "lte": .lte, "gte": .gte, "durationLT": .durationLT, "durationGTE": .durationGTE,
    "sum": .sum, "product": .product, "subtract": .subtract, "divide": .divide, "power": .power,
    "integerDivide": .integerDivide, "integerModulus": .integerModulus, "truncate": .truncate,
    "round": .round, "integerToFloat": .integerToFloat, "min": .min, "max": .max, "gcd": .gcd,
    "lcm": .lcm,
  ]

  private static func kind(of element: XMLElement) -> QTIOperator? {
    if let kind = plain[element.name.local] { return kind }
    func operand(_ name: String, _ fallback: Double) -> QTIOperand {
      element.attribute(name).flatMap(QTIOperand.init) ?? .number(fallback)
    }
    let isSignificant = element.attribute("roundingMode") != "decimalPlaces"
    switch element.name.local {
    case "index": return .index(operand("n", 0))
    case "fieldValue": return .fieldValue(element.attribute("fieldIdentifier") ?? "")
    case "anyN": return .anyN(least: operand("min", 0), most: operand("max", 0))
    case "substring": return .substring(isCaseSensitive: flag(element, "caseSensitive") ?? true)
    case "stringMatch":
      return .stringMatch(
        isCaseSensitive: flag(element, "caseSensitive") ?? true,
        isSubstring: flag(element, "substring") ?? false)
    case "equal": return .equal(tolerance(element))
    case "equalRounded":
      return .equalRounded(isSignificant: isSignificant, figures: operand("figures", 3))
    case "roundTo":
      return .roundTo(isSignificant: isSignificant, figures: operand("figures", 3))
    case "randomInteger":
      return .randomInteger(
        least: operand("min", 0), most: operand("max", 0), step: operand("step", 1))
    case "randomFloat": return .randomFloat(least: operand("min", 0), most: operand("max", 0))
    default: return nil
    }
  }

  /// One number is the tolerance on both sides.
  private static func tolerance(_ element: XMLElement) -> QTITolerance {
    let words = (element.attribute("tolerance") ?? "").split(separator: " ").map(String.init)
    let below = words.first.flatMap(QTIOperand.init) ?? .number(0)
    let above = words.count > 1 ? QTIOperand(words[1]) ?? below : below
    return QTITolerance(
      QTITolerance.Mode(rawValue: element.attribute("toleranceMode") ?? "") ?? .exact,
      below: below, above: above, includesLower: flag(element, "includeLowerBound") ?? true,
      includesUpper: flag(element, "includeUpperBound") ?? true)
  }
}
