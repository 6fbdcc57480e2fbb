import Archive
import Text
import XML

/// The documents in a cartridge that an LMS reads: links, topics, tools and quizzes.
struct CartridgeContent {
  let listed: ManifestFiles

  private static let links = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
  private static let topics = "http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"
  private static let tools = "http://www.imsglobal.org/xsd/imslticc_v1p0"
  private static let toolValues = "http://www.imsglobal.org/xsd/imsbasiclti_v1p0"
  /// The namespace of quizzes and banks of questions.
  static let questions = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"

  /// Returns what of the documents breaks a rule, in the order of the manifest.
  func findings() -> [Diagnostic] {
    var seen: Set<String> = []
    return listed.resources.flatMap { resource -> [Diagnostic] in
      guard let kind = CartridgeKind(rawValue: resource.type), !kind.showsFile,
        let path = resource.files.first?.name, ManifestPath.isSafe(path),
        let entry = listed.entry(path), seen.insert(entry.path).inserted
      else { return [] }
      let (root, unreadable) = XMLReading.parse(entry.bytes, file: entry.path)
      guard let root else { return unreadable }
      return findings(kind, root, entry)
    }
  }

  private func findings(
    _ kind: CartridgeKind, _ root: XMLElement, _ entry: ArchiveEntry
  ) -> [Diagnostic] {
    let wanted: (name: String, uri: String) =
      switch kind {
      case .link: ("webLink", Self.links)
      case .topic: ("topic", Self.topics)
      case .tool: ("cartridge_basiclti_link", Self.tools)
      default: ("questestinterop", Self.questions)
      }
    guard root.name.matches(wanted.name, uri: wanted.uri) else {
      let found = ManifestValue.line(
        "\(root.name.qualified) \(root.name.namespace?.uri ?? "")")
      return [
        PackagingRule.contentRoot.finding(
          at: SourceLocation(file: entry.path, line: root.line), found,
          wanted: "\(wanted.name) \(wanted.uri)")
      ]
    }
    switch kind {
    case .link:
      return CartridgeSchemas.link.findings(in: entry.bytes, file: entry.path)
        + link(root, entry.path)
    case .topic:
      return CartridgeSchemas.topic.findings(in: entry.bytes, file: entry.path)
        + topic(root, entry.path)
    case .tool: return tool(root, entry.path)
    default:
      return CartridgeSchemas.questions.findings(in: entry.bytes, file: entry.path)
        + CartridgeQuiz(root: root, file: entry.path, isBank: kind == .bank).findings()
    }
  }

  private func link(_ root: XMLElement, _ file: String) -> [Diagnostic] {
    root.elements("url", uri: Self.links).compactMap { url in
      let address = ManifestValue.line(url.attribute("href", uri: "") ?? "")
      guard !WebAddress.isAbsolute(address) else { return nil }
      return CartridgeRule.linkAddress.finding(
        at: SourceLocation(file: file, line: url.line), address)
    }
  }

  /// An attachment is named from the folder of the topic, or from the root of the package.
  private func topic(_ root: XMLElement, _ file: String) -> [Diagnostic] {
    let attachments = root.elements("attachments", uri: Self.topics)
      .flatMap { $0.elements("attachment", uri: Self.topics) }
    return attachments.compactMap { attachment in
      let reference = ManifestValue.line(attachment.attribute("href", uri: "") ?? "")
      guard !ManifestPath.isAddress(reference) else { return nil }
      let places = [file, ""].compactMap { ManifestPath.resolved(reference, from: $0) }
      guard !places.contains(where: { listed.entry($0) != nil }) else { return nil }
      return CartridgeRule.attachment.finding(
        at: SourceLocation(file: file, line: attachment.line), reference)
    }
  }

  private func tool(_ root: XMLElement, _ file: String) -> [Diagnostic] {
    let addresses = ["launch_url", "secure_launch_url"]
      .flatMap { root.elements($0, uri: Self.toolValues) }
    let isLaunched = addresses.contains { WebAddress.isPage(ManifestValue.line($0.text)) }
    guard !isLaunched else { return [] }
    let line = (addresses.first ?? root).line
    let value = addresses.first.map { ManifestValue.line($0.text) } ?? ""
    return [CartridgeRule.toolLaunch.finding(at: SourceLocation(file: file, line: line), value)]
  }
}
