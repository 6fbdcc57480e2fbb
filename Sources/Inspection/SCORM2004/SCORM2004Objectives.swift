import Text
import XML

/// Objectives, and how they read and write those that activities share.
extension SCORM2004Rules {
  /// Returns what is wrong with the objectives of a sequencing.
  func objectives(_ element: XMLElement) -> [Diagnostic] {
    let added = SCORM2004Namespace.sequencingExtensions.uri
    return element.elements("objectives", uri: sequencing).flatMap { list in
      primary(list) + duplicates(list, "REQ_31.10.2.2.2")
        + twice(
          list, uri: sequencing, reads: SCORM2004Grammar.reads, "REQ_31.10.1.4.6",
          writes: SCORM2004Grammar.writes, "REQ_31.10.1.4.7")
    }
      + element.elements("objectives", uri: added).flatMap { list in
        duplicates(list, "REQ_31.15.2.1.2")
          + twice(
            list, uri: added, reads: SCORM2004Grammar.extendedReads, "REQ_31.15.2.2.12",
            writes: SCORM2004Grammar.extendedWrites, "REQ_31.15.2.2.13")
      }
  }

  private func primary(_ list: XMLElement) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let primary = list.elements("primaryObjective", uri: sequencing)
    if primary.count != 1 {
      result.append(
        broken(.primaryObjective, primary.dropFirst().first ?? list, "\(primary.count)"))
    }
    for objective in primary {
      if objective.attribute("objectiveID", uri: "") == nil,
        objective.first("mapInfo", uri: sequencing) != nil
      {
        result.append(broken(.unnamedObjective, objective))
      }
    }
    for objective in list.elements {
      let isMeasured = objective.attribute("satisfiedByMeasure", uri: "") ?? ""
      if let measure = objective.first("minNormalizedMeasure", uri: sequencing),
        ManifestValue.line(isMeasured) != "true"
      {
        result.append(broken(.idleMeasure, measure, measure.text))
      }
    }
    return result
  }

  private func duplicates(_ list: XMLElement, _ requirement: String) -> [Diagnostic] {
    var seen: Set<SCORM2004Name> = []
    return list.elements.compactMap { objective in
      guard let name = objective.attribute("objectiveID", uri: "").map(SCORM2004Name.init),
        !seen.insert(name).inserted
      else { return nil }
      return broken(.duplicateObjective, objective, name.text, requirement: requirement)
    }
  }

  /// An objective reads each thing from one global objective at most, and a global objective is
  /// written by one objective of an activity at most; what is not said does not count.
  private func twice(
    _ list: XMLElement, uri: String, reads: [String], _ readRequirement: String,
    writes: [String], _ writeRequirement: String
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var written = writes.map { _ in Set<SCORM2004Name>() }
    for objective in list.elements {
      let maps = objective.elements("mapInfo", uri: uri)
      for (index, name) in reads.enumerated() {
        let readers = maps.filter { isTrue($0, name) }
        if readers.count > 1 {
          result.append(
            broken(
              .readTwice, readers[1], name: name, requirement: "\(readRequirement).\(index + 1)"))
        }
      }
      for map in maps {
        let target = SCORM2004Name(map.attribute("targetObjectiveID", uri: "") ?? "")
        for (index, name) in writes.enumerated() where isTrue(map, name) {
          if !written[index].insert(target).inserted {
            result.append(
              broken(
                .writtenTwice, map, target.text, name: name,
                requirement: "\(writeRequirement).\(index + 1)"))
          }
        }
      }
    }
    return result
  }

  private func isTrue(_ element: XMLElement, _ name: String) -> Bool {
    element.attribute(name, uri: "").map(ManifestValue.line) == "true"
  }

  /// A global objective that is read and that nothing in the package writes may be misspelt.
  func neverWritten() -> [Diagnostic] {
    var written: Set<SCORM2004Name> = []
    var read: [(name: SCORM2004Name, element: XMLElement)] = []
    var seen: Set<SCORM2004Name> = []
    func visit(_ element: XMLElement) {
      let name = SCORM2004Grammar.name(element.name) ?? ""
      let isAdded = name == "adlseq:mapInfo"
      if isAdded || name == "imsss:mapInfo",
        let target = element.attribute("targetObjectiveID", uri: "").map(SCORM2004Name.init)
      {
        let writes = isAdded ? SCORM2004Grammar.extendedWrites : SCORM2004Grammar.writes
        let reads = isAdded ? SCORM2004Grammar.extendedReads : SCORM2004Grammar.reads
        if writes.contains(where: { isTrue(element, $0) }) {
          written.insert(target)
        } else if reads.contains(where: { element.attribute($0, uri: "") != "false" }),
          !target.isEmpty, seen.insert(target).inserted
        {
          read.append((target, element))
        }
      }
      for child in element.elements { visit(child) }
    }
    visit(manifest)
    return read.filter { !written.contains($0.name) }
      .map { broken(.neverWritten, $0.element, $0.name.text) }
  }
}
