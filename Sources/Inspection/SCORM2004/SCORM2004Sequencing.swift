import Text
import XML

/// Sequencing: its names, what refers to it, and what its rules refer to.
extension SCORM2004Rules {
  /// Where a sequencing stands.
  private enum Owner: Equatable {
    case item, organization, collection
  }

  func sequencingFindings() -> [Diagnostic] {
    var result: [Diagnostic] = []
    let users = activities()
    for (element, owner) in users {
      result += findings(element, owner) + references(element)
    }
    var names: Set<String> = []
    for collection in manifest.elements("sequencingCollection", uri: sequencing) {
      for element in collection.elements("sequencing", uri: sequencing) {
        let name = element.attribute("ID", uri: "").map(ManifestValue.line)
        if let name, ManifestValue.isIdentifier(name), names.insert(name).inserted {
        } else {
          result.append(
            broken(
              .sequencingID, element, name ?? "",
              requirement: name == nil ? "REQ_31.3.3" : "REQ_31.3.2"))
        }
        result += findings(element, .collection)
      }
    }
    return result + sharedReferences(users.map(\.0)) + neverWritten()
  }

  /// The sequencing of the organizations and their items.
  private func activities() -> [(XMLElement, Owner)] {
    var result: [(XMLElement, Owner)] = []
    func visit(_ element: XMLElement, _ owner: Owner) {
      result += element.elements("sequencing", uri: sequencing).map { ($0, owner) }
      for item in element.elements("item", uri: scope) { visit(item, .item) }
    }
    for list in manifest.elements("organizations", uri: scope) {
      for organization in list.elements("organization", uri: scope) {
        visit(organization, .organization)
      }
    }
    return result
  }

  private func findings(_ element: XMLElement, _ owner: Owner) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let isShared = owner == .collection
    if !isShared, let name = element.attribute("ID", uri: "") {
      result.append(broken(.sequencingID, element, name, requirement: "REQ_31.3.4"))
    }
    if let reference = element.attribute("IDRef", uri: "") {
      if isShared {
        result.append(broken(.sequencingID, element, reference, requirement: "REQ_31.4"))
      } else if shared[ManifestValue.line(reference)] == nil {
        result.append(broken(.sequencingReference, element, reference))
      }
    }
    for rules in element.elements("sequencingRules", uri: sequencing) {
      for rule in rules.elements {
        result += self.rule(rule, isOfOrganization: owner == .organization)
      }
    }
    return result + cautions(element) + objectives(element)
  }

  // MARK: Rules

  private func rule(_ rule: XMLElement, isOfOrganization: Bool) -> [Diagnostic] {
    guard let actions = SCORM2004Grammar.actions[SCORM2004Grammar.name(rule.name) ?? ""] else {
      return []
    }
    return rule.elements("ruleAction", uri: sequencing).compactMap { element in
      guard let written = element.attribute("action", uri: "") else { return nil }
      let action = ManifestValue.line(written)
      guard actions.words.contains(action) else {
        return broken(
          .attributeValue, element, written, name: "action",
          allowed: SCORM2004Value.words(actions.words).words, requirement: actions.requirement)
      }
      return isOfOrganization && ["exitParent", "previous"].contains(action)
        ? broken(.actionPlace, element, action) : nil
    }
  }

  /// What ADL advises against.
  private func cautions(_ element: XMLElement) -> [Diagnostic] {
    var result: [Diagnostic] = []
    func visit(_ element: XMLElement) {
      switch SCORM2004Grammar.name(element.name) ?? "" {
      case "imsss:auxiliaryResources":
        result.append(
          broken(.caution, element, name: "auxiliaryResources", requirement: "REQ_31.8"))
      case "imsss:limitConditions":
        for name in SCORM2004Grammar.cautiousLimits
        where element.attribute(name, uri: "") != nil {
          result.append(broken(.caution, element, name: name))
        }
      case "imsss:ruleCondition", "imsss:rollupCondition":
        let condition = ManifestValue.line(element.attribute("condition", uri: "") ?? "")
        if SCORM2004Grammar.cautious.contains(condition) {
          result.append(
            broken(.caution, element, name: condition, requirement: "REQ_31.6.3.1.2.4.1"))
        }
      default: break
      }
      for child in element.elements { visit(child) }
    }
    visit(element)
    return result
  }

  // MARK: References to objectives

  /// A name that sequencing refers to.
  private struct Reference {
    let name: SCORM2004Name
    let element: XMLElement
    let requirement: String
  }

  /// The objectives that the rules of a sequencing ask for, and those that ADL's part adds to.
  private func referred(in element: XMLElement) -> [Reference] {
    var result: [Reference] = []
    for rules in element.elements("sequencingRules", uri: sequencing) {
      for rule in rules.elements {
        for conditions in rule.elements("ruleConditions", uri: sequencing) {
          for condition in conditions.elements("ruleCondition", uri: sequencing) {
            guard let name = condition.attribute("referencedObjective", uri: "") else { continue }
            let kind = ["exitConditionRule": "2", "postConditionRule": "3"][rule.name.local] ?? "1"
            result.append(
              Reference(
                name: SCORM2004Name(name), element: condition,
                requirement: "REQ_31.6.\(kind).1.2.1.3"))
          }
        }
      }
    }
    let added = SCORM2004Namespace.sequencingExtensions.uri
    for objectives in element.elements("objectives", uri: added) {
      for objective in objectives.elements("objective", uri: added) {
        guard let name = objective.attribute("objectiveID", uri: "") else { continue }
        result.append(
          Reference(
            name: SCORM2004Name(name), element: objective, requirement: "REQ_31.15.2.1.4"))
      }
    }
    return result.filter { !$0.name.isEmpty }
  }

  /// The names of the objectives of a sequencing, or `nil` where it has none of its own.
  private func objectiveNames(_ element: XMLElement) -> Set<SCORM2004Name>? {
    guard let objectives = element.first("objectives", uri: sequencing) else { return nil }
    return Set(
      objectives.elements.compactMap { $0.attribute("objectiveID", uri: "") }.map(
        SCORM2004Name.init))
  }

  /// An activity refers to its own objectives, and where it has none, to those that it shares.
  private func references(_ element: XMLElement) -> [Diagnostic] {
    let referred = referred(in: element)
    guard !referred.isEmpty else { return [] }
    let reference = element.attribute("IDRef", uri: "").map(ManifestValue.line)
    let names =
      objectiveNames(element) ?? reference.flatMap { shared[$0] }.flatMap(objectiveNames) ?? []
    return referred.filter { !names.contains($0.name) }.map {
      broken(.objectiveReference, $0.element, $0.name.text, requirement: $0.requirement)
    }
  }

  /// What shared rules refer to must be there in each activity that uses them; for an activity
  /// that lacks several objectives, the first is named.
  private func sharedReferences(_ users: [XMLElement]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var used: Set<String> = []
    var wanted: [String: [Reference]] = [:]
    for (name, element) in shared {
      var seen: Set<SCORM2004Name> = []
      wanted[name] = referred(in: element).filter { seen.insert($0.name).inserted }
    }
    for user in users {
      guard let name = user.attribute("IDRef", uri: "").map(ManifestValue.line),
        let references = wanted[name]
      else { continue }
      guard let own = objectiveNames(user) else {
        used.insert(name)
        continue
      }
      if let missing = references.first(where: { !own.contains($0.name) }) {
        result.append(
          broken(.objectiveReference, user, missing.name.text, requirement: missing.requirement))
      }
    }
    let other = Set(users.compactMap { $0.attribute("IDRef", uri: "").map(ManifestValue.line) })
    for (name, references) in wanted where used.contains(name) || !other.contains(name) {
      let names = shared[name].flatMap(objectiveNames) ?? []
      result += references.filter { !names.contains($0.name) }.map {
        broken(.objectiveReference, $0.element, $0.name.text, requirement: $0.requirement)
      }
    }
    return Self.ordered(result)
  }
}
