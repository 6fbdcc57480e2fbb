import Text
import XML

/// Reads the table of contents of a content packaging manifest: SCORM 1.2, SCORM 2004, and any
/// other profile, of which the pages are offered.
///
/// It takes what it can use and leaves judging to `sala inspect`.
enum ManifestReading {
  static let file = "imsmanifest.xml"
  /// The most items that are listed; a table of contents is read by a person.
  static let mostItems = 5000

  static func course(_ files: PreviewFiles) -> (PreviewCourse?, [Diagnostic]) {
    let (root, findings) = XMLReading.parse(files[file] ?? [], file: file)
    guard let root else { return (nil, findings) }
    var reading = ManifestItems(root: root, files: files, standard: standard(of: root))
    reading.read()
    let course = PreviewCourse(
      standard: reading.standard, title: LocalizedText(same: reading.title ?? files.name), id: "",
      items: reading.items)
    return (course, findings + reading.findings)
  }

  /// The standard by the version that the manifest states, or by the namespaces in use.
  static func standard(of root: XMLElement) -> PreviewCourse.Standard {
    let version = root.first("metadata")?.first("schemaversion")?.text ?? ""
    if version.contains("2004") || version.contains("CAM 1.3") { return .scorm2004 }
    let uris = namespaces(of: root)
    if uris.contains(where: { $0.contains("adlcp_v1p3") }) { return .scorm2004 }
    if uris.contains(where: { $0.contains("adlcp_rootv1p2") }) || line(version) == "1.2" {
      return .scorm12
    }
    return .pages
  }

  private static func namespaces(of root: XMLElement) -> Set<String> {
    var result: Set<String> = []
    var waiting = [root]
    while let element = waiting.popLast() {
      result.formUnion(element.declarations.map(\.uri))
      result.formUnion(element.attributes.compactMap { $0.name.namespace?.uri })
      if let uri = element.name.namespace?.uri { result.insert(uri) }
      waiting += element.elements
    }
    return result
  }

  /// Joins the parameters of an item to an address (SCORM 1.2, Content Aggregation Model, 2.3.5.2,
  /// and the algorithm of SCORM 2004, 3.4.1.12).
  static func joined(_ own: String, _ parameters: String) -> String {
    var text = parameters
    while let first = text.utf8.first, first == UInt8(ascii: "?") || first == UInt8(ascii: "&") {
      text = String(decoding: text.utf8.dropFirst(), as: UTF8.self)
    }
    guard !text.isEmpty else { return own }
    if text.utf8.first == UInt8(ascii: "#") {
      return own.utf8.contains(UInt8(ascii: "#")) ? own : own + text
    }
    let query = own.utf8.prefix { $0 != UInt8(ascii: "#") }
    let fragment = String(decoding: own.utf8.dropFirst(query.count), as: UTF8.self)
    return String(decoding: query, as: UTF8.self) + (query.contains(UInt8(ascii: "?")) ? "&" : "?")
      + text + fragment
  }

  /// A text on one line, without spaces at its ends.
  static func line(_ text: String) -> String {
    text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
  }
}

/// One reading of a manifest.
private struct ManifestItems {
  let root: XMLElement
  let files: PreviewFiles
  let standard: PreviewCourse.Standard
  var title: String?
  var items: [PreviewCourse.Item] = []
  var findings: [Diagnostic] = []
  private var ids = ItemIdentifiers()
  private var resources: [String: XMLElement] = [:]
  private var base = ""

  init(root: XMLElement, files: PreviewFiles, standard: PreviewCourse.Standard) {
    self.root = root
    self.files = files
    self.standard = standard
    let list = root.first("resources")
    base = Self.base(of: root) + Self.base(of: list)
    for resource in list?.elements("resource") ?? [] {
      if let id = resource.attribute("identifier"), resources[id] == nil {
        resources[id] = resource
      }
    }
  }

  private static func base(of element: XMLElement?) -> String {
    element?.attribute("base", uri: XMLNamespace.xml.uri) ?? ""
  }

  mutating func read() {
    let list = root.first("organizations")
    let all = list?.elements("organization") ?? []
    let wanted = list?.attribute("default")
    // The default organization first; a manifest may hold others.
    let ordered =
      all.filter { $0.attribute("identifier") == wanted }
      + all.filter { $0.attribute("identifier") != wanted }
    for organization in ordered {
      let name = organization.first("title").map { ManifestReading.line($0.text) }
      if title == nil { title = name }
      if ordered.count > 1 {
        items.append(
          PreviewCourse.Item(
            id: free("organization"), title: LocalizedText(same: name ?? "")))
      }
      read(organization, depth: ordered.count > 1 ? 1 : 0)
    }
    if items.isEmpty { readResources() }
  }

  private mutating func read(_ parent: XMLElement, depth: Int) {
    for element in parent.elements("item") where items.count < ManifestReading.mostItems {
      if element.attribute("isvisible") == "false", element.first("item") == nil,
        element.attribute("identifierref") == nil
      {
        continue
      }
      items.append(item(element, depth: depth))
      read(element, depth: depth + 1)
    }
  }

  private mutating func item(_ element: XMLElement, depth: Int) -> PreviewCourse.Item {
    let id = free(element.attribute("identifier") ?? "item")
    let name = element.first("title").map { ManifestReading.line($0.text) } ?? id
    var item = PreviewCourse.Item(id: id, title: LocalizedText(same: name), depth: depth)
    if let reference = element.attribute("identifierref"), let resource = resources[reference] {
      open(resource, with: element.attribute("parameters") ?? "", for: &item, line: element.line)
    }
    item.settings = settings(element)
    item.objectives = objectives(element, settings: &item.settings)
    return item
  }

  private mutating func open(
    _ resource: XMLElement, with parameters: String, for item: inout PreviewCourse.Item, line: Int
  ) {
    guard let href = resource.attribute("href") else { return }
    let place = SourceLocation(file: ManifestReading.file, line: line)
    guard let page = PageReference(href, base: base + Self.base(of: resource)) else {
      findings.append(PreviewMessages.remote(item.title.en, href, place))
      return
    }
    guard files[page.path] != nil else {
      findings.append(PreviewMessages.missing(item.title.en, page.path, place))
      return
    }
    item.path = page.path
    item.suffix = ManifestReading.joined(page.suffix, parameters)
    let type = resource.attribute("scormtype") ?? resource.attribute("scormType")
    item.isTracked = standard != .pages && type?.lowercased() == "sco"
  }

  private func settings(_ element: XMLElement) -> [String: String] {
    var result: [String: String] = [:]
    let names = [
      "masteryscore", "maxtimeallowed", "timelimitaction", "datafromlms", "prerequisites",
      "timeLimitAction", "dataFromLMS",
    ]
    for name in names {
      if let value = element.first(name)?.text { result[name.lowercased()] = value }
    }
    if let threshold = element.first("completionThreshold") {
      let value = threshold.attribute("minProgressMeasure") ?? ManifestReading.line(threshold.text)
      // The 4th Edition gives 1.0 where the element says no measure.
      if threshold.attribute("completedByMeasure") != "false" {
        result["completionthreshold"] = value.isEmpty ? "1.0" : value
      }
    }
    let sequencing = element.first("sequencing")
    if let limit = sequencing?.first("limitConditions")?
      .attribute("attemptAbsoluteDurationLimit")
    {
      result["maxtimeallowed"] = limit
    }
    return result
  }

  private func objectives(
    _ element: XMLElement, settings: inout [String: String]
  ) -> [String] {
    guard let list = element.first("sequencing")?.first("objectives") else { return [] }
    let primary = list.first("primaryObjective")
    if primary?.attribute("satisfiedByMeasure") == "true" {
      let measure = primary?.first("minNormalizedMeasure")?.text
      settings["scaledpassingscore"] = ManifestReading.line(measure ?? "1.0")
    }
    return ([primary].compactMap(\.self) + list.elements("objective"))
      .compactMap { $0.attribute("objectiveID") }
  }

  /// A manifest without items: its pages in their order.
  private mutating func readResources() {
    for resource in root.first("resources")?.elements("resource") ?? []
    where items.count < ManifestReading.mostItems {
      let id = free(resource.attribute("identifier") ?? "resource")
      guard let href = resource.attribute("href"), ContentType.isPage(PagePath.of(href)) else {
        continue
      }
      var item = PreviewCourse.Item(id: id, title: LocalizedText(same: href))
      open(resource, with: "", for: &item, line: resource.line)
      items.append(item)
    }
  }

  /// An identifier that no item has yet.
  private mutating func free(_ wanted: String) -> String {
    ids.free(wanted, at: items.count)
  }
}

/// The identifiers of a course.
struct ItemIdentifiers {
  private var taken: Set<String> = []

  /// Returns an identifier that no item has yet: the wanted one where it is free.
  mutating func free(_ wanted: String, at place: Int) -> String {
    var id = wanted
    while !taken.insert(id).inserted { id += "-\(place)" }
    return id
  }
}

/// The path in a reference.
enum PagePath {
  static func of(_ reference: String) -> String {
    String(decoding: reference.utf8.prefix { !"?#".utf8.contains($0) }, as: UTF8.self)
  }
}
