import Archive
import Text
import XML

/// The rules about resources, and about the files of the package and the paths that name them.
extension SCORM12Rules {
  // MARK: Resources

  func resourceFindings() -> [Diagnostic] {
    guard manifest.first("resources", uri: scope) != nil else {
      return [broken(.noResources, manifest)]
    }
    var result: [Diagnostic] = []
    var steps = SCORM12Resources.mostSteps
    for resource in resources.all where result.count < Self.mostFindings {
      result += typeFindings(resource.element)
      launchFinding(resource, steps: &steps).map { result.append($0) }
      for dependency in resource.element.elements("dependency", uri: scope) {
        let reference = dependency.attribute("identifierref", uri: "") ?? ""
        if resources.byID[reference] == nil {
          result.append(broken(.dependency, dependency, reference))
        }
      }
    }
    return result
  }

  private func typeFindings(_ resource: XMLElement) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let type = resource.attribute("type", uri: "") ?? ""
    if type != "webcontent" { result.append(broken(.resourceType, resource, type)) }
    let kind = resource.attribute("scormtype", uri: extensions)
    if !["sco", "asset"].contains(kind) {
      // The attribute of SCORM 2004 differs in one capital, and readers pass over it.
      let other = resource.attributes.first { $0.name.local.lowercased() == "scormtype" }
      result.append(broken(.scormType, resource, kind ?? other?.name.qualified ?? ""))
    } else if kind == "sco", resource.attribute("href", uri: "") == nil {
      result.append(
        broken(.noLaunchFile, resource, resource.attribute("identifier", uri: "") ?? ""))
    }
    return result
  }

  /// What is launched has to be among the files of the resource; where another resource lists it,
  /// the LMS still has the page.
  private func launchFinding(
    _ resource: SCORM12Resources.Resource, steps: inout Int
  ) -> Diagnostic? {
    guard let href = resource.element.attribute("href", uri: ""), !ManifestPath.isAddress(href)
    else { return nil }
    let path = ManifestPath.withoutQuery(resource.base + href)
    if resource.files.contains(path) || resources.has(path, resource, steps: &steps) { return nil }
    return broken(
      .launchFile, resource.element, href, resources.listed.contains(path) ? .warning : .error)
  }

  // MARK: Files

  func package() -> [Diagnostic] {
    var result = baseFindings()
    var listed: Set<String> = []
    let present = paths.map { Set($0) }
    let folded = Set((paths ?? []).map { $0.lowercased() })
    for resource in resources.all where result.count < Self.mostFindings {
      var seen: Set<String> = []
      for entry in resource.element.elements("file", uri: scope) {
        let path = resource.base + (entry.attribute("href", uri: "") ?? "")
        guard ManifestPath.isSafe(path) else {
          result.append(broken(.unsafePath, entry, path))
          continue
        }
        if !seen.insert(path).inserted { result.append(broken(.fileTwice, entry, path)) }
        let names = ManifestPath.names(path)
        listed.formUnion(names)
        if let present, !names.contains(where: present.contains) {
          let isThere = names.contains { folded.contains($0.lowercased()) }
          result.append(
            isThere ? broken(.fileCase, entry, path) : broken(.missingFile, entry, path))
        }
      }
    }
    let (metadata, described) = metadataFiles(present)
    result += metadata
    guard let paths, let present else { return result }
    let controls = SchemaDocuments.named(in: manifest)
      .union(SCORM12Schemas.set.documents.map(\.path))
    for name in controls.sorted() where !present.contains(name) {
      result.append(broken(.controlDocument, manifest, name))
    }
    listed.formUnion(described)
    listed.formUnion(controls.union([ManifestPath.manifest]))
    for path in paths {
      let place = SourceLocation(file: path)
      if !path.utf8.allSatisfy({ $0 < 0x80 }) {
        result.append(SCORM12DetailRule.nameNotASCII.finding(at: place, path))
      }
      if !listed.contains(path), !SchemaDocuments.isOne(path) {
        result.append(SCORM12Rule.unlistedFile.finding(at: place, path))
      }
    }
    return result
  }

  private func baseFindings() -> [Diagnostic] {
    let lists = manifest.elements("resources", uri: scope)
    return ([manifest] + lists + resources.all.map(\.element)).compactMap { element in
      let base = element.attribute("base", uri: XMLNamespace.xml.uri) ?? ""
      guard base.utf8.count <= SCORM12Resources.longestBase else {
        return broken(.unsafePath, element, base)
      }
      guard !base.isEmpty, base.utf8.last != UInt8(ascii: "/") else { return nil }
      return broken(.baseSlash, element, base)
    }
  }

  /// The files that hold metadata (`adlcp:location`): what is wrong with them, and their names.
  private func metadataFiles(_ present: Set<String>?) -> (findings: [Diagnostic], names: [String]) {
    var findings: [Diagnostic] = []
    var names: [String] = []
    func visit(_ element: XMLElement, _ base: String) {
      guard findings.count < Self.mostFindings else { return }
      let base = base + SCORM12Resources.base(of: element)
      for child in element.elements where child.name.matches(child.name.local, uri: scope) {
        if child.name.local != "metadata" { visit(child, base) }
        guard child.name.local == "metadata" else { continue }
        for location in child.elements("location", uri: extensions) {
          let path = base + ManifestValue.line(location.text)
          guard ManifestPath.isSafe(path) else {
            findings.append(broken(.unsafePath, location, path))
            continue
          }
          let found = ManifestPath.names(path)
          names += found
          if let present, !found.contains(where: present.contains) {
            findings.append(broken(.metadataFile, location, path))
          }
        }
      }
    }
    visit(manifest, "")
    return (findings, names)
  }

  /// What is wrong with the metadata in the manifest, and in the files that it names.
  func metadataContents(_ package: InspectedPackage) -> [Diagnostic] {
    var inside = SCORM12MetadataRules(file: file)
    inside.judge(below: manifest)
    var result = inside.findings
    let names = Set(metadataFiles(nil).names)
    for entry in package.files ?? [] where names.contains(entry.path) {
      guard result.count < Self.mostFindings else { break }
      let (root, unreadable) = ManifestReading.parse(entry.bytes, file: entry.path)
      result += unreadable
      guard let root, root.name.matches("lom", uri: SCORM12MetadataRules.uri) else { continue }
      var rules = SCORM12MetadataRules(file: entry.path)
      rules.judge(root, in: "")
      result += rules.findings
    }
    return result
  }
}
