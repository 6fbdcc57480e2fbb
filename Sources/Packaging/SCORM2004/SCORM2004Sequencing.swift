import Assessment
import Curriculum
import Inspection
import XML

/// What an LMS is told about order, results and their rollup (SCORM 2004, Sequencing and
/// Navigation; IMS Simple Sequencing).
///
/// Every rule is an offer: an LMS that knows no sequencing shows the same list of pages, each of
/// which opens. The rules of the course:
///
/// - learners choose from the list or go from page to page;
/// - the post-test opens when all modules are completed, which the item that holds the modules
///   writes into an objective that the post-test reads;
/// - the course is completed when every page is, and passed when the post-test is; only the
///   post-test's measure is that of the course;
/// - what the post-test finds about each competency is a global objective, which modules show;
/// - where it was asked for, a module that the pre-test shows to be mastered is skipped.
struct SCORM2004Sequencing {
  let course: CourseSelection
  /// Whether an item holds the modules, so that the post-test can wait for them.
  let hasCluster: Bool
  private let competencies: [CourseObjective]
  /// The modules that may be skipped.
  private let skippable: [CourseObjective]
  private let outcomesOfPage: [String: Set<String>]

  private static let scope = SCORM2004Namespace.sequencing
  /// The local name of the objective that all modules are done.
  private static let modules = "modules"

  init(course: CourseSelection, content: SCORMContent) {
    self.course = course
    hasCluster =
      !content.isSingle && content.pages.contains { $0.kind == .postTest }
      && content.pages.contains { $0.kind == .lesson }
    competencies = course.competencyObjectives
    skippable = course.skipsMastered ? course.moduleObjectives : []
    outcomesOfPage = Dictionary(
      course.modules.map { (CoursePages.name(of: $0), Set($0.module.outcomes.map(\.id))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The name of an objective that all items of the package share.
  private func global(_ name: String) -> String { "\(course.identifier).\(name)" }

  // MARK: Items that hold others

  /// The sequencing of the whole course.
  var root: XMLElement {
    sequencing([controlMode(isCluster: true), rollup([Self.completedRule])])
  }

  /// The sequencing of the item that holds the modules.
  ///
  /// Modules write completion alone, so they are satisfied by that; its own status is not the
  /// course's, which depends on the post-test.
  var cluster: XMLElement {
    let done = objective(
      "primaryObjective", Self.modules, maps: [map(Self.modules, writes: ["SatisfiedStatus"])])
    return sequencing([
      controlMode(isCluster: true),
      rollup([Self.rule(action: "satisfied"), Self.completedRule], counts: false),
      group("objectives", [done]),
    ])
  }

  // MARK: Items that launch a page

  /// The sequencing of an item that an LMS launches.
  func leaf(_ launch: SCORMLaunch) -> XMLElement {
    var parts: [XMLElement] = []
    if let rules = rules(launch) { parts.append(rules) }
    if let rollup = rollup(launch) { parts.append(rollup) }
    parts.append(objectives(launch))
    // Without these an LMS marks whatever was opened and closed as completed and satisfied.
    parts.append(
      XMLElement(
        Self.scope("deliveryControls"),
        ["completionSetByContent": "true", "objectiveSetByContent": "true"]))
    return sequencing(parts)
  }

  private func rules(_ launch: SCORMLaunch) -> XMLElement? {
    switch launch.page {
    case .lesson where isSkippable(launch):
      let isMastered = XMLElement(Self.scope("ruleCondition"), ["condition": "satisfied"])
      return group(
        "sequencingRules", [preCondition([isMastered], combination: "all", action: "skip")])
    case .postTest where hasCluster:
      // A status that nobody has written yet is neither satisfied nor not satisfied (UP.2.1).
      let conditions = ["satisfied", "objectiveStatusKnown"].map { condition in
        XMLElement(
          Self.scope("ruleCondition"),
          ["referencedObjective": Self.modules, "operator": "not", "condition": condition])
      }
      return group(
        "sequencingRules", [preCondition(conditions, combination: "any", action: "disabled")])
    default: return nil
    }
  }

  private func preCondition(
    _ conditions: [XMLElement], combination: String, action: String
  ) -> XMLElement {
    group(
      "preConditionRule",
      [
        XMLElement(
          Self.scope("ruleConditions"), ["conditionCombination": combination],
          children: conditions),
        XMLElement(Self.scope("ruleAction"), ["action": action]),
      ])
  }

  /// What of a page counts for the item above it.
  private func rollup(_ launch: SCORMLaunch) -> XMLElement? {
    switch launch.page {
    case .preTest: rollup([], counts: false)
    // The item above asks whether modules are satisfied or completed; none has a measure.
    case .lesson:
      XMLElement(Self.scope("rollupRules"), ["objectiveMeasureWeight": "0"])
    case .postTest, nil: nil
    }
  }

  // MARK: Objectives

  private func isSkippable(_ launch: SCORMLaunch) -> Bool {
    skippable.contains { $0.id == launch.name }
  }

  private func objectives(_ launch: SCORMLaunch) -> XMLElement {
    let primary = objective(
      "primaryObjective", launch.name, mastery: launch.mastery,
      maps: isSkippable(launch) ? [map(launch.name, reads: true)] : [])
    return group("objectives", [primary] + others(launch))
  }

  /// The objectives that a page reports about or shows, beside its own.
  private func others(_ launch: SCORMLaunch) -> [XMLElement] {
    let mastery = course.forms.first?.masteryPercent
    let results = ["SatisfiedStatus", "NormalizedMeasure"]
    switch launch.page {
    case .postTest, nil:
      let modules =
        launch.page == .postTest && hasCluster
        ? [objective("objective", Self.modules, maps: [map(Self.modules, reads: true)])] : []
      return modules
        + competencies.map { one in
          objective("objective", one.id, mastery: mastery, maps: [map(one.id, writes: results)])
        }
    case .preTest:
      let skips = course.skipsMastered
      return (skips ? skippable : competencies).map { one in
        objective(
          "objective", one.id, mastery: skips ? mastery : nil,
          maps: skips ? [map(one.id, writes: results)] : [])
      }
    case .lesson:
      // Without the post-test in the same package nobody would write what is read here.
      guard hasCluster else { return [] }
      let own = outcomesOfPage[launch.name] ?? []
      return competencies.filter { $0.outcomes.contains(where: own.contains) }
        .map { objective("objective", $0.id, maps: [map($0.id, reads: true)]) }
    }
  }

  private func objective(
    _ element: String, _ id: String, mastery: Int? = nil, maps: [XMLElement] = []
  ) -> XMLElement {
    var attributes: [XMLAttribute] = []
    var children: [XMLElement] = []
    if let mastery {
      attributes.append(XMLAttribute("satisfiedByMeasure", "true"))
      children.append(
        XMLElement(Self.scope("minNormalizedMeasure"), text: Self.measure(percent: mastery)))
    }
    attributes.append(XMLAttribute("objectiveID", id))
    return XMLElement(
      Self.scope(element), attributes: attributes,
      children: (children + maps).map(XMLNode.element))
  }

  /// What an item reads from, or writes into, an objective of the whole course.
  private func map(_ name: String, reads: Bool = false, writes: [String] = []) -> XMLElement {
    let values = ["SatisfiedStatus", "NormalizedMeasure"]
    var attributes = [XMLAttribute("targetObjectiveID", global(name))]
    attributes += values.map { XMLAttribute(XMLName("read\($0)"), "\(reads)") }
    attributes += values.map { XMLAttribute(XMLName("write\($0)"), "\(writes.contains($0))") }
    return XMLElement(Self.scope("mapInfo"), attributes: attributes, children: [])
  }

  /// Returns a percentage as a measure from 0 to 1, such as `0.70`.
  static func measure(percent: Int) -> String {
    let percent = min(100, max(0, percent))
    let rest = percent % 100
    return "\(percent / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  // MARK: Elements

  private func sequencing(_ children: [XMLElement]) -> XMLElement {
    group("sequencing", children)
  }

  private func group(_ name: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement(Self.scope(name), children: children)
  }

  /// Results of earlier attempts count too, so that whoever comes back is not locked out again.
  private func controlMode(isCluster: Bool) -> XMLElement {
    XMLElement(
      Self.scope("controlMode"),
      [
        "choice": "true", "flow": "\(isCluster)", "useCurrentAttemptObjectiveInfo": "false",
        "useCurrentAttemptProgressInfo": "false",
      ])
  }

  /// The rules of rollup; `counts` says whether status and measure count for the item above.
  private func rollup(_ rules: [XMLElement], counts: Bool = true) -> XMLElement {
    let attributes: KeyValuePairs<XMLName, String> =
      counts ? [:] : ["rollupObjectiveSatisfied": "false", "objectiveMeasureWeight": "0"]
    return XMLElement(Self.scope("rollupRules"), attributes, children: rules)
  }

  /// All are completed, or satisfied without that because they were skipped.
  private static var completedRule: XMLElement { rule(action: "completed") }

  private static func rule(action: String) -> XMLElement {
    let conditions = ["completed", "satisfied"].map {
      XMLElement(scope("rollupCondition"), ["condition": $0])
    }
    return XMLElement(
      scope("rollupRule"), ["childActivitySet": "all"],
      children: [
        XMLElement(
          scope("rollupConditions"), ["conditionCombination": "any"], children: conditions),
        XMLElement(scope("rollupAction"), ["action": action]),
      ])
  }
}
