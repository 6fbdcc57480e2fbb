import Text
import XML

/// A quiz or a bank of questions in a cartridge as it is looked through.
struct CartridgeQuiz {
  let root: XMLElement
  let file: String
  let isBank: Bool

  private let scope = CartridgeContent.questions

  init(root: XMLElement, file: String, isBank: Bool) {
    self.root = root
    self.file = file
    self.isBank = isBank
  }

  private func place(_ element: XMLElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line)
  }

  private func broken(
    _ rule: CartridgeRule, _ element: XMLElement, _ value: String = ""
  ) -> Diagnostic {
    rule.finding(at: place(element), value)
  }

  /// Returns what of the questions breaks a rule, in their order.
  func findings() -> [Diagnostic] {
    let wanted = isBank ? "objectbank" : "assessment"
    guard let content = root.first(wanted, uri: scope) else {
      let found = root.elements.first
      return [
        PackagingRule.contentRoot.finding(
          at: place(found ?? root), found?.name.local ?? "", wanted: wanted)
      ]
    }
    let fields = isBank ? [] : content.elements("qtimetadata", uri: scope)
    var result = findings(fields: fields, rules: Self.quizFields).findings
    var seen: Set<String> = []
    let holders = isBank ? [content] : content.elements("section", uri: scope)
    for item in holders.flatMap({ $0.elements("item", uri: scope) }) {
      let identifier = item.attribute("ident", uri: "") ?? ""
      if !seen.insert(identifier).inserted { result.append(broken(.question, item, identifier)) }
      result += findings(item)
    }
    return result
  }

  // MARK: Fields

  /// What the entry of a field may be; `nil` is any text.
  private typealias Fields = [String: (@Sendable (String) -> Bool)?]

  private static let isYesOrNo: @Sendable (String) -> Bool = { ["Yes", "No"].contains($0) }

  private static func isCount(_ most: Int) -> @Sendable (String) -> Bool {
    { text in
      guard !text.isEmpty, text.utf8.count < 9,
        text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let count = Int(text)
      else { return false }
      return (1...most).contains(count)
    }
  }

  /// The fields of a quiz (QTI profile, metadata of the assessment).
  private static let quizFields: Fields = [
    "cc_profile": { $0 == "cc.exam.v0p1" },
    "qmd_assessmenttype": { $0 == "Examination" },
    "qmd_scoretype": { $0 == "Percentage" },
    "qmd_feedbackpermitted": isYesOrNo, "qmd_hintspermitted": isYesOrNo,
    "qmd_solutionspermitted": isYesOrNo, "qmd_timelimit": isCount(527_040),
    "cc_allow_late_submission": isYesOrNo,
    "cc_maxattempts": { ["Examination", "1", "2", "3", "4", "5", "unlimited"].contains($0) },
  ]

  /// The fields of a question (QTI profile, metadata of the item).
  private static let questionFields: Fields = [
    "cc_profile": { CartridgeQuestionKind(rawValue: $0) != nil },
    "cc_question_category": nil, "cc_weighting": isCount(99),
    "qmd_scoringpermitted": { $0 == "Yes" }, "qmd_computerscored": isYesOrNo,
  ]

  /// Looks through fields, and returns their entries by label.
  private func findings(
    fields: [XMLElement], rules: Fields
  ) -> (findings: [Diagnostic], entries: [String: String]) {
    var result: [Diagnostic] = []
    var entries: [String: String] = [:]
    for field in fields.flatMap({ $0.elements("qtimetadatafield", uri: scope) }) {
      let label = ManifestValue.line(field.first("fieldlabel", uri: scope)?.text ?? "")
      let entry = ManifestValue.line(field.first("fieldentry", uri: scope)?.text ?? "")
      guard let rule = rules[label] else {
        result.append(broken(.field, field, label))
        continue
      }
      if let rule, !rule(entry) { result.append(broken(.fieldValue, field, "\(label): \(entry)")) }
      if entries.updateValue(entry, forKey: label) != nil {
        result.append(broken(.fieldTwice, field, label))
      }
    }
    return (result, entries)
  }

  // MARK: Questions

  private func findings(_ item: XMLElement) -> [Diagnostic] {
    let metadata = item.elements("itemmetadata", uri: scope)
    let (wrong, entries) = findings(
      fields: metadata.flatMap { $0.elements("qtimetadata", uri: scope) },
      rules: Self.questionFields)
    let identifier = item.attribute("ident", uri: "") ?? ""
    var result = wrong
    guard let profile = entries["cc_profile"] else {
      return result + [broken(.noProfile, item, identifier)]
    }
    let question = CartridgeQuestion(item, scope: scope)
    if let kind = CartridgeQuestionKind(rawValue: profile) {
      result += findings(item, question, kind)
      if kind == .essay, entries["qmd_computerscored"] != "No" {
        let entry = entries["qmd_computerscored"] ?? ""
        result.append(broken(.fieldValue, item, "qmd_computerscored: \(entry)"))
      }
    }
    return result + references(question) + feedback(item, question)
  }

  private func findings(
    _ item: XMLElement, _ question: CartridgeQuestion, _ kind: CartridgeQuestionKind
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let name = item.attribute("ident", uri: "") ?? ""
    for response in question.responses {
      if response.isChoice != kind.isChoice || response.isRenderedAsChoice != kind.isChoice {
        result.append(broken(.response, response.element, response.element.name.local))
      } else if let cardinality = kind.cardinality, response.cardinality != cardinality {
        result.append(broken(.cardinality, response.element, response.cardinality))
      } else if kind.isChoice {
        let count = response.labels.count
        let isRight = kind == .trueFalse ? count == 2 : count >= 2
        if !isRight {
          result.append(broken(.options, response.element, "\(count)"))
        } else if kind == .single, count == 2 {
          result.append(broken(.fewOptions, response.element, name))
        }
      }
    }
    if question.responses.isEmpty { result.append(broken(.response, item, "")) }
    result += question.comparisons.filter { !kind.allows($0.name.local) }
      .map { broken(.comparison, $0, $0.name.local) }
    let known = Set(question.responses.map(\.identifier))
    let hasKey = question.comparisons.contains {
      known.contains($0.attribute("respident", uri: "") ?? "")
    }
    if kind != .essay, !hasKey { result.append(broken(.noKey, item, name)) }
    return result
  }

  private func references(_ question: CartridgeQuestion) -> [Diagnostic] {
    let responses = Dictionary(
      question.responses.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    return question.comparisons.compactMap { comparison in
      let reference = comparison.attribute("respident", uri: "") ?? ""
      guard let response = responses[reference] else {
        return broken(.responseReference, comparison, reference)
      }
      let answer = ManifestValue.line(comparison.text)
      guard response.isChoice, comparison.name.local == "varequal",
        !response.labels.contains(answer)
      else { return nil }
      return broken(.answerReference, comparison, answer)
    }
  }

  // MARK: Feedback

  private func feedback(_ item: XMLElement, _ question: CartridgeQuestion) -> [Diagnostic] {
    let all = item.elements("itemfeedback", uri: scope)
    let named = Dictionary(
      all.map { ($0.attribute("ident", uri: "") ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    var result: [Diagnostic] = []
    for trigger in question.triggers {
      let reference = trigger.attribute("linkrefid", uri: "") ?? ""
      let kind = trigger.attribute("feedbacktype", uri: "") ?? ""
      used.insert(reference)
      guard let feedback = named[reference] else {
        result.append(broken(.feedbackReference, trigger, reference))
        continue
      }
      let parts = Set(feedback.elements.map(\.name.local))
      let isRight =
        switch kind {
        case "Solution": parts.isSubset(of: ["solution"]) && reference != "hint"
        case "Hint": parts.isSubset(of: ["hint"]) && reference != "solution"
        default: parts.isDisjoint(with: ["solution", "hint"])
        }
      if !isRight { result.append(broken(.feedbackKind, trigger, kind)) }
    }
    for feedback in all {
      let name = feedback.attribute("ident", uri: "") ?? ""
      if !used.contains(name) { result.append(broken(.unusedFeedback, feedback, name)) }
    }
    return result
  }
}

/// The kinds of questions in a cartridge; the raw value is the entry of `cc_profile`.
enum CartridgeQuestionKind: String, Sendable {
  case single = "cc.multiple_choice.v0p1"
  case multiple = "cc.multiple_response.v0p1"
  case trueFalse = "cc.true_false.v0p1"
  case blank = "cc.fib.v0p1"
  case pattern = "cc.pattern_match.v0p1"
  case essay = "cc.essay.v0p1"

  /// Whether it is answered by choosing options, not by typing.
  var isChoice: Bool { [.single, .multiple, .trueFalse].contains(self) }

  /// What the cardinality of its response must be.
  var cardinality: String? {
    switch self {
    case .single, .trueFalse: "Single"
    case .multiple: "Multiple"
    default: nil
    }
  }

  /// Tells whether an answer may be compared by an element of this name.
  func allows(_ comparison: String) -> Bool {
    switch self {
    case .pattern: true
    case .essay: false
    default: comparison == "varequal"
    }
  }
}

/// The parts of a question that refer to each other.
private struct CartridgeQuestion {
  struct Response {
    let element: XMLElement
    let identifier: String
    let cardinality: String
    let isChoice: Bool
    let isRenderedAsChoice: Bool
    let labels: Set<String>
  }

  private(set) var responses: [Response] = []
  private(set) var comparisons: [XMLElement] = []
  private(set) var triggers: [XMLElement] = []
  private let scope: String

  init(_ item: XMLElement, scope: String) {
    self.scope = scope
    for presentation in item.elements("presentation", uri: scope) { collect(presentation) }
    for processing in item.elements("resprocessing", uri: scope) { collect(processing) }
  }

  /// Elements stand in each other; the reader of XML bounds how deep.
  private mutating func collect(_ element: XMLElement) {
    for child in element.elements where child.name.matches(child.name.local, uri: scope) {
      switch child.name.local {
      case "response_lid", "response_str": responses.append(response(child))
      case "varequal", "varsubstring": comparisons.append(child)
      case "displayfeedback": triggers.append(child)
      default: collect(child)
      }
    }
  }

  private func response(_ element: XMLElement) -> Response {
    var labels: Set<String> = []
    func visit(_ element: XMLElement) {
      for child in element.elements {
        if child.name.matches("response_label", uri: scope) {
          labels.insert(child.attribute("ident", uri: "") ?? "")
        } else {
          visit(child)
        }
      }
    }
    visit(element)
    return Response(
      element: element, identifier: element.attribute("ident", uri: "") ?? "",
      cardinality: element.attribute("rcardinality", uri: "") ?? "Single",
      isChoice: element.name.local == "response_lid",
      isRenderedAsChoice: element.first("render_fib", uri: scope) == nil,
      labels: labels)
  }
}
