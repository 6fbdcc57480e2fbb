import Archive
import Text
import XML

/// The questions and tests in a package of QTI.
struct QTIContent {
  let listed: ManifestFiles
  /// The resources by the paths of what they show.
  private let resourceByPath: [String: ManifestFiles.Resource]

  init(listed: ManifestFiles) {
    self.listed = listed
    resourceByPath = Dictionary(
      listed.resources.compactMap { resource in
        resource.href.flatMap { listed.entry($0)?.path }.map { ($0, resource) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what of the documents breaks a rule, in the order of the manifest.
  func findings() -> [Diagnostic] {
    var seen: Set<String> = []
    return listed.resources.flatMap { resource -> [Diagnostic] in
      guard let kind = QTIKind(type: resource.type), let href = resource.href,
        let entry = listed.entry(href), seen.insert(entry.path).inserted
      else { return [] }
      let (root, unreadable) = XMLReading.parse(entry.bytes, file: entry.path)
      guard let root else { return unreadable }
      return findings(kind, root, entry.path, resource)
    }
  }

  private func findings(
    _ kind: QTIKind, _ root: XMLElement, _ file: String, _ resource: ManifestFiles.Resource
  ) -> [Diagnostic] {
    let uri = root.name.namespace?.uri ?? ""
    guard root.name.local == kind.root, kind.isNamespace(uri) else {
      return [
        PackagingRule.contentRoot.finding(
          at: SourceLocation(file: file, line: root.line),
          ManifestValue.line("\(root.name.qualified) \(uri)"),
          wanted: "\(kind.root) \(kind.namespace)")
      ]
    }
    switch kind.content {
    case .item: return QTIItemDocument(root, file: file).findings() + media(root, file)
    case .test, .section: return test(root, file, resource, uri)
    case .stimulus: return media(root, file)
    case .template, .questions: return []
    }
  }

  // MARK: Tests

  /// Tests and sections name items and sections by paths from their own file.
  private func test(
    _ root: XMLElement, _ file: String, _ resource: ManifestFiles.Resource, _ uri: String
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var identifiers: Set<String> = []
    var references = 0
    let needed = Set(resource.dependencies.map(\.name))
    func add(_ rule: QTIRule, _ element: XMLElement, _ value: String) {
      result.append(rule.finding(at: SourceLocation(file: file, line: element.line), value))
    }
    func required(_ names: [String], _ element: XMLElement) {
      for name in names where (element.attribute(name, uri: "") ?? "").isEmpty {
        add(.attribute, element, name)
      }
    }
    func follow(_ element: XMLElement) {
      references += 1
      let href = element.attribute("href", uri: "") ?? ""
      guard let path = ManifestPath.resolved(href, from: file) else {
        result.append(
          PackagingRule.unsafePath.finding(
            at: SourceLocation(file: file, line: element.line), href))
        return
      }
      guard let entry = listed.entry(path) else { return add(.itemFile, element, path) }
      let wanted: QTIKind.Content = element.name.local == "assessmentItemRef" ? .item : .section
      guard let target = resourceByPath[entry.path], QTIKind(type: target.type)?.content == wanted
      else { return add(.itemResource, element, path) }
      if !needed.contains(target.identifier) { add(.itemDependency, element, target.identifier) }
    }
    func visit(_ element: XMLElement) {
      let isOwn = element.name.matches(element.name.local, uri: uri)
      switch isOwn ? element.name.local : "" {
      case "testPart":
        required(["identifier"], element)
        for (name, words) in [
          ("navigationMode", ["linear", "nonlinear"]),
          ("submissionMode", ["individual", "simultaneous"]),
        ] {
          let word = element.attribute(name, uri: "") ?? ""
          if !words.contains(word) { add(.mode, element, "\(name)=\"\(word)\"") }
        }
      case "assessmentSection": required(["identifier", "title", "visible"], element)
      case "assessmentItemRef", "assessmentSectionRef":
        required(["identifier", "href"], element)
        if element.attribute("href", uri: "")?.isEmpty == false { follow(element) }
      default: break
      }
      let named = ["testPart", "assessmentSection", "assessmentItemRef", "assessmentSectionRef"]
      if isOwn, named.contains(element.name.local) {
        let identifier = element.attribute("identifier", uri: "") ?? ""
        if !identifier.isEmpty, !identifiers.insert(identifier).inserted {
          add(.reference, element, identifier)
        }
      }
      for child in element.elements { visit(child) }
    }
    required(["identifier", "title"], root)
    for child in root.elements { visit(child) }
    if references == 0 { add(.emptyTest, root, root.attribute("identifier", uri: "") ?? "") }
    return result
  }

  // MARK: Files

  /// Elements that name a file, with the attribute that does.
  private static let naming = [
    "img": "src", "audio": "src", "video": "src", "source": "src", "track": "src",
    "object": "data", "stylesheet": "href",
  ]

  private func media(_ root: XMLElement, _ file: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    func visit(_ element: XMLElement) {
      if let name = Self.naming[element.name.local],
        let reference = element.attribute(name, uri: "").map(ManifestValue.line),
        !reference.isEmpty, !ManifestPath.isAddress(reference)
      {
        let place = SourceLocation(file: file, line: element.line)
        if let path = ManifestPath.resolved(reference, from: file) {
          if listed.entry(path) == nil { result.append(QTIRule.media.finding(at: place, path)) }
        } else {
          result.append(PackagingRule.unsafePath.finding(at: place, reference))
        }
      }
      for child in element.elements { visit(child) }
    }
    visit(root)
    return result
  }
}
