import Text
import XML

/// What can be said of each element by its name: where it stands, what stands in it, and what its
/// attributes are.
extension SCORM2004Rules {
  func structure() -> [Diagnostic] {
    var result: [Diagnostic] = []
    visit(manifest, in: "", &result)
    return result
  }

  /// Elements stand in each other; the reader of XML bounds how deep.
  ///
  /// A manifest in the manifest is passed over, as ADL's checks do.
  private func visit(_ element: XMLElement, in parent: String, _ result: inout [Diagnostic]) {
    let name = SCORM2004Grammar.name(element.name) ?? ""
    guard name != "cp:manifest" || parent.isEmpty else { return }
    let known = SCORM2004Grammar.elements[name]
    if let known {
      place(element, known, parent, &result)
      children(of: element, known, &result)
      text(of: element, known, &result)
    } else if !name.isEmpty, !name.hasPrefix("cp:"), !name.hasPrefix("lom:") {
      result.append(broken(.unknownElement, element, name: name))
    }
    attributes(of: element, known, name, &result)
    for child in element.elements { visit(child, in: name, &result) }
  }

  private func place(
    _ element: XMLElement, _ known: SCORM2004Element, _ parent: String,
    _ result: inout [Diagnostic]
  ) {
    if known.isOfFourth, edition == .third {
      result.append(broken(.edition, element, name: known.name))
    }
    var parents = known.parents
    if known.name == "adlcp:completionThreshold", edition == .third { parents = ["cp:item"] }
    if !parents.isEmpty, !parents.contains(parent) {
      let list = parents.joined(separator: ", ")
      result.append(
        broken(
          .elementPlace, element, name: known.name, allowed: LocalizedText(en: list, km: list),
          requirement: known.requirement))
    }
  }

  private func children(
    of element: XMLElement, _ known: SCORM2004Element, _ result: inout [Diagnostic]
  ) {
    guard !known.children.isEmpty else { return }
    let names = element.elements.map { ($0, SCORM2004Grammar.name($0.name) ?? "") }
    for child in known.children {
      let found = names.filter { $0.1 == child.name }.map(\.0)
      if found.count < child.count.lowerBound {
        result.append(
          broken(
            .missingElement, element, known.name, name: child.name,
            requirement: child.requirement))
      } else if found.count > child.count.upperBound, let second = found.dropFirst().first {
        result.append(broken(.twice, second, name: child.name, requirement: child.requirement))
      }
    }
  }

  private func text(
    of element: XMLElement, _ known: SCORM2004Element, _ result: inout [Diagnostic]
  ) {
    if let (value, rule) = known.text, !value.accepts(element.text) {
      result.append(
        broken(rule, element, element.text, name: known.name, allowed: value.words))
    }
    guard known.name == "adlcp:completionThreshold" else { return }
    let text = ManifestValue.line(element.text)
    switch edition {
    case .fourth where !text.isEmpty:
      result.append(broken(.completionThreshold, element, text))
    case .third:
      let share = SCORM2004Value.decimal(0...1)
      if !share.accepts(text) {
        result.append(
          broken(
            .completionThreshold, element, text, allowed: share.words,
            requirement: "REQ_30.6.3.6.13.2"))
      }
    case .fourth: break
    }
  }

  // MARK: Attributes

  private func attributes(
    of element: XMLElement, _ known: SCORM2004Element?, _ name: String,
    _ result: inout [Diagnostic]
  ) {
    let listed = known?.attributes ?? []
    for attribute in listed where attribute.isRequired {
      if value(attribute.name, of: element) == nil {
        result.append(
          broken(
            .missingAttribute, element, name, name: attribute.name,
            requirement: attribute.requirement))
      }
    }
    for written in element.attributes {
      let uri = written.name.namespace?.uri ?? ""
      let qualified =
        uri.isEmpty ? written.name.local : SCORM2004Grammar.name(written.name) ?? ""
      if let attribute = listed.first(where: { $0.name == qualified }) {
        if attribute.isOfFourth, edition == .third {
          result.append(broken(.edition, element, name: qualified))
        } else if !attribute.value.accepts(written.value) {
          result.append(
            broken(
              .attributeValue, element, written.value, name: qualified,
              allowed: attribute.value.words, requirement: attribute.requirement))
        }
      } else if isUnknown(qualified, uri, on: name), known != nil || !uri.isEmpty {
        result.append(
          broken(
            .unknownAttribute, element, name, name: qualified,
            requirement: Self.attributePlaces[qualified]))
      }
    }
  }

  private func value(_ name: String, of element: XMLElement) -> String? {
    element.attribute(name, uri: "")
  }

  /// The attributes of ADL stand on certain elements only; on elements beside those of content
  /// packaging and of LOM, there are no others without a prefix.
  private func isUnknown(_ attribute: String, _ uri: String, on name: String) -> Bool {
    if uri.isEmpty {
      return ["adlcp:", "adlseq:", "adlnav:", "imsss:"].contains { name.hasPrefix($0) }
    }
    guard !attribute.isEmpty, !attribute.hasPrefix("lom:"), !attribute.hasPrefix("cp:") else {
      return false
    }
    // A wrong scormType of a resource has a rule of its own.
    return !(name == "cp:resource" && attribute.lowercased() == "adlcp:scormtype")
  }

  private static let attributePlaces = [
    "adlcp:scormType": "REQ_30.7.3.4.2", "adlseq:objectivesGlobalToSystem": "REQ_30.6.3.3.2",
    "adlcp:sharedDataGlobalToSystem": "REQ_30.6.3.4.3",
  ]
}
