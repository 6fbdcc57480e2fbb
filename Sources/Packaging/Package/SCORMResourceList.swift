import XML

/// The list of resources of a manifest of SCORM, whose versions differ in their names alone.
struct SCORMResourceList {
  let content: SCORMContent
  /// The namespace of content packaging.
  let scope: XMLNamespace
  /// The attribute that tells a SCO from an asset.
  let type: XMLName

  var element: XMLElement {
    let launched = content.launches.map(resource)
    return XMLElement(scope("resources"), children: launched + (content.isSingle ? [] : [shared]))
  }

  private var shared: XMLElement {
    XMLElement(
      scope("resource"),
      ["identifier": "resource-shared", "type": "webcontent", type: "asset"],
      children: content.shared.map(file))
  }

  private func resource(_ launch: SCORMLaunch) -> XMLElement {
    let dependency = XMLElement(scope("dependency"), ["identifierref": "resource-shared"])
    return XMLElement(
      scope("resource"),
      [
        "identifier": "resource-\(launch.name)", "type": "webcontent", type: "sco",
        "href": launch.path,
      ],
      children: launch.files.map(file) + (content.isSingle ? [] : [dependency]))
  }

  private func file(_ path: String) -> XMLElement {
    XMLElement(scope("file"), ["href": path])
  }
}
