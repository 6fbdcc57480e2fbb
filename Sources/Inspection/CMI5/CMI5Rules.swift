import Archive
import Text
import XML

/// The rules of cmi5 about a course structure that a schema cannot say, or that the official one
/// misses.
///
/// Files that nothing names are no finding: nothing in cmi5 lists them (cmi5 14.1).
enum CMI5Rules: StandardRules {
  /// The name of a course structure in a package (cmi5 14.0).
  static let manifest = "cmi5.xml"
  /// The namespace of a course structure.
  static let namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"

  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    guard package.root.name.matches("courseStructure", uri: namespace) else {
      let found = package.root.name.qualified + " " + (package.root.name.namespace?.uri ?? "")
      let place = SourceLocation(file: package.file, line: package.root.line)
      return [
        PackagingRule.wrongRoot.finding(
          at: place, ManifestValue.line(found), wanted: "courseStructure \(namespace)",
          requirement: "cmi5 14.0")
      ]
    }
    var structure = CMI5Structure(package)
    return CMI5Schemas.set.findings(in: package.manifest, file: package.file)
      + structure.findings()
  }
}

/// A course structure as it is looked through, from its beginning to its end.
private struct CMI5Structure {
  private let package: InspectedPackage
  private let paths: Set<String>?
  private let scope = CMI5Rules.namespace
  /// Parameters that the LMS adds to the address of a unit (cmi5 8.1).
  private static let reserved: Set<String> = [
    "endpoint", "fetch", "actor", "registration", "activityId",
  ]
  private var objectives: Set<String> = []
  private var identifiers: Set<String> = []
  private var found: [Diagnostic] = []

  init(_ package: InspectedPackage) {
    self.package = package
    paths = package.paths.map(Set.init)
  }

  private func place(_ element: XMLElement) -> SourceLocation {
    SourceLocation(file: package.file, line: element.line)
  }

  private mutating func add(
    _ rule: CMI5Rule, _ element: XMLElement, _ value: String = "", section: String? = nil
  ) {
    found.append(
      rule.finding(at: place(element), value, requirement: section.map { "cmi5 \($0)" }))
  }

  mutating func findings() -> [Diagnostic] {
    let root = package.root
    if let course = only("course", in: root, section: "13.1.1") {
      identifier(of: course, section: "13.1.1")
      words(of: course, section: "13.1.1")
    } else {
      add(.noCourse, root)
    }
    if let list = only("objectives", in: root, section: "13.1.3") { declare(list) }
    if !parts(of: root) { add(.noParts, root) }
    return found
  }

  // MARK: Parts

  /// Looks through the units and blocks of an element, and tells whether there are any; blocks
  /// stand in each other, and the reader of XML bounds how deep.
  private mutating func parts(of element: XMLElement) -> Bool {
    var isEmpty = true
    for child in element.elements {
      if child.name.matches("au", uri: scope) {
        isEmpty = false
        unit(child)
      } else if child.name.matches("block", uri: scope) {
        isEmpty = false
        block(child)
      }
    }
    return !isEmpty
  }

  private mutating func block(_ block: XMLElement) {
    identifier(of: block, section: "13.1.2")
    words(of: block, section: "13.1.2")
    references(of: block, section: "13.1.2")
    if !parts(of: block) { add(.emptyBlock, block, identifier(block)) }
  }

  private mutating func unit(_ unit: XMLElement) {
    identifier(of: unit, section: "13.1.4")
    words(of: unit, section: "13.1.4")
    references(of: unit, section: "13.1.4")
    address(of: unit)
    for name in ["launchParameters", "entitlementKey"] {
      _ = only(name, in: unit, section: "13.1.4")
    }
    if let score = unit.attribute("masteryScore", uri: "") { masteryScore(score, unit) }
    let words: [(String, Set<String>, CMI5Rule)] = [
      (
        "moveOn",
        ["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"],
        .moveOn
      ),
      ("launchMethod", ["AnyWindow", "OwnWindow"], .launchMethod),
    ]
    for (name, allowed, rule) in words {
      if let word = unit.attribute(name, uri: ""), !allowed.contains(word) {
        add(rule, unit, word)
      }
    }
    if let type = unit.attribute("activityType", uri: ""),
      !WebAddress.isAbsolute(ManifestValue.line(type))
    {
      add(.activityType, unit, type)
    }
  }

  /// Returns the one element with a name; a second one is a finding.
  private mutating func only(
    _ name: String, in element: XMLElement, section: String
  ) -> XMLElement? {
    let all = element.elements(name, uri: scope)
    if all.count > 1 {
      found.append(
        PackagingRule.twice.finding(at: place(all[1]), name, requirement: "cmi5 \(section)"))
    }
    return all.first
  }

  // MARK: Identifiers and words

  private func identifier(_ element: XMLElement) -> String {
    ManifestValue.line(element.attribute("id", uri: "") ?? "")
  }

  private mutating func identifier(of element: XMLElement, section: String) {
    let identifier = identifier(element)
    if !WebAddress.isAbsolute(identifier) {
      add(.identifier, element, identifier, section: section)
    } else if !identifiers.insert(identifier).inserted {
      add(.duplicateIdentifier, element, identifier, section: section)
    }
  }

  private mutating func words(of element: XMLElement, section: String) {
    let name = identifier(element)
    if let title = only("title", in: element, section: section) {
      if !languages(of: title, section: section) { add(.noTitle, element, name, section: section) }
    } else {
      add(.noTitle, element, name, section: section)
    }
    guard let description = only("description", in: element, section: section) else {
      return add(.noDescription, element, name, section: section)
    }
    if !languages(of: description, section: section) {
      add(.emptyDescription, element, name, section: section)
    }
  }

  /// Looks through the languages of a text, and tells whether one of them says anything.
  private mutating func languages(of text: XMLElement, section: String) -> Bool {
    let strings = text.elements("langstring", uri: scope)
    if strings.isEmpty {
      add(.noLanguageText, text, text.name.local, section: section)
      return true
    }
    var seen: Set<String> = []
    for string in strings {
      guard let language = string.attribute("lang", uri: "") else {
        add(.noLanguage, string, section: section)
        continue
      }
      let tag = ManifestValue.line(language)
      if !WebAddress.isLanguageTag(tag) {
        add(.language, string, language, section: section)
      } else if !seen.insert(tag.lowercased()).inserted {
        add(.languageTwice, string, tag, section: section)
      }
    }
    return strings.contains { !ManifestValue.line($0.text).isEmpty }
  }

  // MARK: Objectives

  private mutating func declare(_ list: XMLElement) {
    let all = list.elements("objective", uri: scope)
    if all.isEmpty { add(.noObjectives, list) }
    for objective in all {
      identifier(of: objective, section: "13.1.3")
      words(of: objective, section: "13.1.3")
      objectives.insert(identifier(objective))
    }
  }

  private mutating func references(of element: XMLElement, section: String) {
    guard let list = only("objectives", in: element, section: section) else { return }
    let all = list.elements("objective", uri: scope)
    if all.isEmpty { add(.noObjectives, list, section: section) }
    var seen: Set<String> = []
    for objective in all {
      let reference = ManifestValue.line(objective.attribute("idref", uri: "") ?? "")
      if !objectives.contains(reference) {
        add(.objective, objective, reference, section: section)
      } else if !seen.insert(reference).inserted {
        add(.objectiveTwice, objective, reference, section: section)
      }
    }
  }

  // MARK: Launching

  private mutating func address(of unit: XMLElement) {
    guard let element = only("url", in: unit, section: "13.1.4") else {
      return add(.noAddress, unit, identifier(unit))
    }
    let address = ManifestValue.line(element.text)
    guard !address.isEmpty else { return add(.noAddress, element, identifier(unit)) }
    for name in WebAddress.parameterNames(address) where Self.reserved.contains(name) {
      add(.reservedParameter, element, name)
    }
    guard !ManifestPath.isAddress(address) else {
      if !WebAddress.isAbsolute(address) { add(.address, element, address) }
      return
    }
    guard let path = ManifestPath.resolved(address, from: CMI5Rules.manifest) else {
      found.append(
        PackagingRule.unsafePath.finding(at: place(element), address, requirement: "cmi5 14.1"))
      return
    }
    guard WebAddress.hasAllowedSigns(address) else {
      return add(.address, element, address)
    }
    guard let paths else { return add(.relativeAlone, element, address) }
    if !ManifestPath.names(path).contains(where: paths.contains) {
      found.append(
        PackagingRule.missingFile.finding(at: place(element), path, requirement: "cmi5 14.1"))
    }
  }

  /// A score is a decimal number from 0 to 1 with up to four decimals (cmi5 13.1.4).
  private mutating func masteryScore(_ text: String, _ unit: XMLElement) {
    let score = ManifestValue.line(text)
    var digits = score.utf8[...]
    if digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count) && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumber, let whole = parts.first?.drop(while: { $0 == 0x30 }),
      whole.isEmpty || (whole.count == 1 && whole.first == 0x31)
    else { return add(.masteryScore, unit, text) }
    var decimals = parts.count == 2 ? parts[1] : parts[0].prefix(0)
    while decimals.last == 0x30 { decimals.removeLast() }
    if !whole.isEmpty, !decimals.isEmpty { return add(.masteryScore, unit, text) }
    if decimals.count > 4 { add(.precision, unit, text) }
  }
}
