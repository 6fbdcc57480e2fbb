import Text
import XML

/// Reads the assignable units of a cmi5 course structure (cmi5, clause 13).
enum CMI5Reading {
  static let file = "cmi5.xml"

  static func course(_ files: PreviewFiles) -> (PreviewCourse?, [Diagnostic]) {
    let (root, findings) = XMLReading.parse(files[file] ?? [], file: file)
    guard let root else { return (nil, findings) }
    let course = root.first("course")
    let title = course.flatMap { Self.title(of: $0) } ?? LocalizedText(same: files.name)
    var reading = CMI5Items(files: files)
    reading.read(root, depth: 0)
    return (
      PreviewCourse(
        standard: .cmi5, title: title, id: course?.attribute("id") ?? "urn:sala:preview",
        items: reading.items), findings + reading.findings
    )
  }

  /// The title of a part in both languages; where one is missing, the first text stands for it.
  static func title(of element: XMLElement) -> LocalizedText? {
    let strings = element.first("title")?.elements("langstring") ?? []
    func text(_ language: Language) -> String? {
      strings.first { string in
        Language(locale: string.attribute("lang") ?? "") == language
      }.map { ManifestReading.line($0.text) }
    }
    guard let first = strings.first else { return nil }
    let any = text(.english) ?? ManifestReading.line(first.text)
    return LocalizedText(en: any, km: text(.khmer) ?? any)
  }
}

/// One reading of a course structure.
private struct CMI5Items {
  let files: PreviewFiles
  var items: [PreviewCourse.Item] = []
  var findings: [Diagnostic] = []
  private var ids = ItemIdentifiers()

  init(files: PreviewFiles) {
    self.files = files
  }

  mutating func read(_ parent: XMLElement, depth: Int) {
    for element in parent.elements where items.count < ManifestReading.mostItems {
      if element.name.local == "block" {
        items.append(
          PreviewCourse.Item(
            id: free(element), title: CMI5Reading.title(of: element) ?? LocalizedText(same: ""),
            depth: depth))
        read(element, depth: depth + 1)
      } else if element.name.local == "au" {
        items.append(unit(element, depth: depth))
      }
    }
  }

  private mutating func unit(_ element: XMLElement, depth: Int) -> PreviewCourse.Item {
    let id = free(element)
    var item = PreviewCourse.Item(
      id: id, title: CMI5Reading.title(of: element) ?? LocalizedText(same: id), depth: depth,
      isTracked: true)
    for name in ["launchParameters", "entitlementKey"] {
      if let value = element.first(name)?.text { item.settings[name] = value }
    }
    item.settings["moveOn"] = element.attribute("moveOn") ?? "NotApplicable"
    item.settings["launchMethod"] = element.attribute("launchMethod") ?? "AnyWindow"
    if let score = element.attribute("masteryScore") { item.settings["masteryScore"] = score }
    let place = SourceLocation(file: CMI5Reading.file, line: element.line)
    let address = element.first("url").map { ManifestReading.line($0.text) } ?? ""
    guard let page = PageReference(address) else {
      findings.append(PreviewMessages.remote(item.title.en, address, place))
      return item
    }
    guard files[page.path] != nil else {
      findings.append(PreviewMessages.missing(item.title.en, page.path, place))
      return item
    }
    item.path = page.path
    item.suffix = page.suffix
    return item
  }

  private mutating func free(_ element: XMLElement) -> String {
    ids.free(element.attribute("id") ?? "urn:sala:preview:item", at: items.count)
  }
}
