import Assessment
import Curriculum
import Text
import XML

/// A quiz of a cartridge: one assessment of QTI 1.2 in the Common Cartridge profile.
struct CartridgeQuiz {
  /// The identifier, in ASCII.
  let ident: String
  let title: String
  /// What stands before the questions, as HTML; may be empty.
  let introduction: String
  let items: [Item]
  let languages: [Language]
  let showsFeedback: Bool
  /// How often it may be taken, 1 to 5; `nil` without a limit.
  let attempts: Int?

  private static let scope = CartridgeQuestion.scope

  /// Returns the questions that go in, and tells why others do not.
  ///
  /// Weights are shared out among the questions that go in alone.
  func questions(_ refused: (Item, LocalizedText) -> Void) -> [XMLElement] {
    let fitting = items.filter { item in
      guard case .refusal(let reason) = result(item, weight: 1) else { return true }
      refused(item, reason)
      return false
    }
    return zip(fitting, CartridgeScoring.weights(fitting)).compactMap { item, weight in
      switch result(item, weight: weight) {
      case .element(let element): return element
      case .refusal(let reason):
        refused(item, reason)
        return nil
      }
    }
  }

  private func result(_ item: Item, weight: Int?) -> CartridgeQuestion.Result {
    var question = CartridgeQuestion(item, languages: languages, showsFeedback: showsFeedback)
    return question.result(weight: weight)
  }

  /// Returns the document that holds these questions, of which there must be one at least.
  func bytes(_ questions: [XMLElement]) -> [UInt8] {
    let metadata = Self.metadata([
      ("cc_profile", "cc.exam.v0p1"), ("qmd_assessmenttype", "Examination"),
      ("qmd_scoretype", "Percentage"), ("qmd_feedbackpermitted", showsFeedback ? "Yes" : "No"),
      ("qmd_hintspermitted", "No"), ("qmd_solutionspermitted", "No"),
      ("cc_maxattempts", attempts.map { "\(min(5, max(1, $0)))" } ?? "unlimited"),
    ])
    var children = [metadata]
    if !introduction.isEmpty {
      children.append(
        XMLElement(
          Self.scope("presentation_material"),
          children: [XMLElement(Self.scope("flow_mat"), children: [Self.material(introduction)])]))
    }
    children.append(
      XMLElement(
        Self.scope("section"), ["ident": "root_section"], children: questions))
    let assessment = XMLElement(
      Self.scope("assessment"), ["ident": ident, "title": title], children: children)
    return XMLWriting.bytes(
      of: XMLElement(Self.scope("questestinterop"), children: [assessment]))
  }

  /// A text as HTML; every reader takes the text of a question for HTML, whatever it says.
  static func material(_ html: String) -> XMLElement {
    XMLElement(
      scope("material"),
      children: [XMLElement(scope("mattext"), ["texttype": "text/html"], text: html)])
  }

  /// Metadata as labels with entries.
  static func metadata(_ fields: [(String, String)]) -> XMLElement {
    XMLElement(
      scope("qtimetadata"),
      children: fields.map { label, entry in
        XMLElement(
          scope("qtimetadatafield"),
          children: [
            XMLElement(scope("fieldlabel"), text: label),
            XMLElement(scope("fieldentry"), text: entry),
          ])
      })
  }
}
