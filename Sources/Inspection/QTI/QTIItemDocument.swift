import Text
import XML

/// An item of QTI 2 as its references are looked through.
struct QTIItemDocument {
  private let root: XMLElement
  private let file: String
  private let scope: String

  init(_ root: XMLElement, file: String) {
    self.root = root
    self.file = file
    scope = root.name.namespace?.uri ?? ""
  }

  private func broken(_ rule: QTIRule, _ element: XMLElement, _ value: String) -> Diagnostic {
    rule.finding(at: SourceLocation(file: file, line: element.line), value)
  }

  /// Returns what of the item breaks a rule, in its order.
  func findings() -> [Diagnostic] {
    attributes() + variables() + responses()
  }

  private func attributes() -> [Diagnostic] {
    ["identifier", "title", "adaptive", "timeDependent"]
      .filter { name in
        let value = root.attribute(name, uri: "")
        return name == "title" ? value == nil : (value ?? "").isEmpty
      }
      .map { broken(.attribute, root, $0) }
  }

  private static let declarations: Set<String> = [
    "responseDeclaration", "outcomeDeclaration", "templateDeclaration",
  ]

  private func variables() -> [Diagnostic] {
    var seen: Set<String> = []
    return root.elements.compactMap { element in
      guard Self.declarations.contains(element.name.local),
        element.name.matches(element.name.local, uri: scope)
      else { return nil }
      let identifier = element.attribute("identifier", uri: "") ?? ""
      guard !identifier.isEmpty else { return broken(.attribute, element, "identifier") }
      return seen.insert(identifier).inserted ? nil : broken(.variable, element, identifier)
    }
  }

  // MARK: Responses

  /// What a response may name: the identifiers of the choices of its interactions.
  private func responses() -> [Diagnostic] {
    let declared = root.elements("responseDeclaration", uri: scope)
    let names = Set(declared.map { $0.attribute("identifier", uri: "") ?? "" })
    var result: [Diagnostic] = []
    var choices: [String: Set<String>] = [:]
    func visit(_ element: XMLElement, _ response: String?) {
      var response = response
      if let named = element.attribute("responseIdentifier", uri: "") {
        if !names.contains(named) { result.append(broken(.response, element, named)) }
        choices[named, default: []] = choices[named] ?? []
        response = named
      } else if let response, let identifier = element.attribute("identifier", uri: "") {
        choices[response]?.insert(identifier)
      }
      for child in element.elements { visit(child, response) }
    }
    for body in root.elements("itemBody", uri: scope) { visit(body, nil) }
    // In a template, a variable may take the place of a choice.
    guard root.first("templateDeclaration", uri: scope) == nil else { return result }
    return result + declared.flatMap { answers($0, choices) }
  }

  private func answers(
    _ declaration: XMLElement, _ choices: [String: Set<String>]
  ) -> [Diagnostic] {
    let type = declaration.attribute("baseType", uri: "") ?? ""
    guard ["identifier", "pair", "directedPair"].contains(type),
      let known = choices[declaration.attribute("identifier", uri: "") ?? ""], !known.isEmpty
    else { return [] }
    let values = declaration.elements("correctResponse", uri: scope)
      .flatMap { $0.elements("value", uri: scope) }.map { ($0, $0.text) }
    let keys = declaration.elements("mapping", uri: scope)
      .flatMap { $0.elements("mapEntry", uri: scope) }
      .map { ($0, $0.attribute("mapKey", uri: "") ?? "") }
    return (values + keys).compactMap { element, text in
      let parts = ManifestValue.line(text).split(separator: " ").map(String.init)
      let isKnown =
        parts.count == (type == "identifier" ? 1 : 2) && parts.allSatisfy(known.contains)
      return isKnown ? nil : broken(.answer, element, ManifestValue.line(text))
    }
  }
}
