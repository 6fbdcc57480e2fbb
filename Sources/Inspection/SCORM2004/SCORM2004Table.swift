import XML

/// What stands in a manifest, beside sequencing.
extension SCORM2004Grammar {
  private typealias Child = SCORM2004Element.Child
  private typealias Attribute = SCORM2004Element.Attribute

  static func once(_ name: String, _ requirement: String) -> SCORM2004Element.Child {
    SCORM2004Element.Child(name: name, count: 1...1, requirement: requirement)
  }

  static func atMostOnce(_ name: String, _ requirement: String) -> SCORM2004Element.Child {
    SCORM2004Element.Child(name: name, count: 0...1, requirement: requirement)
  }

  static func atLeastOnce(_ name: String, _ requirement: String) -> SCORM2004Element.Child {
    SCORM2004Element.Child(name: name, count: 1...Int.max, requirement: requirement)
  }

  static func attribute(
    _ name: String, _ value: SCORM2004Value, _ requirement: String, isRequired: Bool = false,
    isOfFourth: Bool = false
  ) -> SCORM2004Element.Attribute {
    SCORM2004Element.Attribute(
      name: name, value: value, requirement: requirement, isRequired: isRequired,
      isOfFourth: isOfFourth)
  }

  /// Titles, items and identifiers have rules of their own.
  static let packaging: [SCORM2004Element] = [
    SCORM2004Element(
      name: "cp:manifest",
      children: [
        once("cp:metadata", "REQ_30.5"), once("cp:organizations", "REQ_30.6"),
        once("cp:resources", "REQ_30.7"), atMostOnce("imsss:sequencingCollection", "REQ_30.9"),
      ]),
    SCORM2004Element(
      name: "cp:organization",
      children: [
        atMostOnce("cp:title", "REQ_30.6.3.5"), atMostOnce("cp:metadata", "REQ_30.6.3.7"),
        atMostOnce("imsss:sequencing", "REQ_30.6.3.8"),
        atMostOnce("adlcp:completionThreshold", "REQ_30.6.3.6.13"),
      ],
      attributes: [
        attribute("adlseq:objectivesGlobalToSystem", .truth, "REQ_30.6.3.3.1"),
        attribute("adlcp:sharedDataGlobalToSystem", .truth, "REQ_30.6.3.4.2", isOfFourth: true),
      ]),
    SCORM2004Element(
      name: "cp:item",
      children: [
        atMostOnce("cp:title", "REQ_30.6.3.6.6"), atMostOnce("cp:metadata", "REQ_30.6.3.6.8"),
        atMostOnce("adlcp:timeLimitAction", "REQ_30.6.3.6.9"),
        atMostOnce("adlcp:dataFromLMS", "REQ_30.6.3.6.10"),
        atMostOnce("imsss:sequencing", "REQ_30.6.3.6.11"),
        atMostOnce("adlnav:presentation", "REQ_30.6.3.6.12"),
        atMostOnce("adlcp:completionThreshold", "REQ_30.6.3.6.13"),
        atMostOnce("adlcp:data", "REQ_30.6.3.7.14"),
      ],
      attributes: [attribute("isvisible", .truth, "REQ_30.6.3.6.3.1")]),
    SCORM2004Element(
      name: "cp:resource", children: [atMostOnce("cp:metadata", "REQ_30.7.3.8")],
      attributes: [attribute("type", .any, "REQ_30.7.3.2", isRequired: true)]),
    SCORM2004Element(
      name: "cp:file", children: [atMostOnce("cp:metadata", "REQ_30.7.3.9.3")],
      attributes: [attribute("href", .any, "REQ_30.7.3.9.2", isRequired: true)]),
    SCORM2004Element(
      name: "cp:dependency",
      attributes: [attribute("identifierref", .any, "REQ_30.7.3.10.1", isRequired: true)]),
  ]

  static let extensions: [SCORM2004Element] = [
    SCORM2004Element(
      name: "adlcp:location", parents: ["cp:metadata"], requirement: "REQ_30.6.3.7.1.1.2.2"),
    SCORM2004Element(
      name: "adlcp:dataFromLMS", parents: ["cp:item"], requirement: "REQ_30.6.3.6.10.1"),
    SCORM2004Element(
      name: "adlcp:timeLimitAction", parents: ["cp:item"], requirement: "REQ_30.6.3.6.9.1",
      text: (.words(ManifestValue.timeLimitActions.sorted()), .timeLimitAction)),
    SCORM2004Element(
      name: "adlcp:completionThreshold", parents: ["cp:item", "cp:organization"],
      requirement: "REQ_30.6.3.6.13",
      attributes: [
        attribute("completedByMeasure", .truth, "REQ_30.6.3.6.13", isOfFourth: true),
        attribute("minProgressMeasure", .decimal(0...1), "REQ_30.6.3.6.13", isOfFourth: true),
        attribute("progressWeight", .decimal(0...1), "REQ_30.6.3.6.13", isOfFourth: true),
      ]),
    SCORM2004Element(
      name: "adlcp:data", parents: ["cp:item"], requirement: "REQ_30.6.3.7.14.1",
      children: [atLeastOnce("adlcp:map", "REQ_30.6.3.7.14.2")], isOfFourth: true),
    SCORM2004Element(
      name: "adlcp:map", parents: ["adlcp:data"], requirement: "REQ_30.6.3.7.14.2",
      attributes: [
        attribute("targetID", .name, "REQ_30.6.3.7.14.2.1", isRequired: true),
        attribute("readSharedData", .truth, "REQ_30.6.3.7.14.2.2.2"),
        attribute("writeSharedData", .truth, "REQ_30.6.3.7.14.2.3.2"),
      ], isOfFourth: true),
    SCORM2004Element(
      name: "adlnav:presentation", parents: ["cp:item"], requirement: "REQ_33.1",
      children: [atMostOnce("adlnav:navigationInterface", "REQ_33.1")]),
    SCORM2004Element(
      name: "adlnav:navigationInterface", parents: ["adlnav:presentation"],
      requirement: "REQ_33.3.2"),
    SCORM2004Element(
      name: "adlnav:hideLMSUI", parents: ["adlnav:navigationInterface"],
      requirement: "REQ_33.3.1.2",
      text: (
        .words([
          "previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll",
        ]), .hiddenControl
      )),
  ]

  /// The parts of LOM that stand once (IEEE 1484.12.1, base schema).
  static let metadata: [SCORM2004Element] = [
    single("lom", ["general", "lifeCycle", "metaMetadata", "technical", "rights"]),
    single("general", ["title", "structure", "aggregationLevel"]),
    single("identifier", ["catalog", "entry"]), single("lifeCycle", ["version", "status"]),
    single("contribute", ["role", "date"]), single("metaMetadata", ["language"]),
    single(
      "technical", ["size", "installationRemarks", "otherPlatformRequirements", "duration"]),
    single("orComposite", ["type", "name", "minimumVersion", "maximumVersion"]),
    single(
      "educational",
      [
        "interactivityType", "interactivityLevel", "semanticDensity", "difficulty",
        "typicalLearningTime",
      ]),
    single("rights", ["cost", "copyrightAndOtherRestrictions", "description"]),
    single("relation", ["kind", "resource"]),
    single("annotation", ["entity", "date", "description"]),
    single("classification", ["purpose", "description"]), single("taxonPath", ["source"]),
    single("taxon", ["id", "entry"]),
  ]

  private static func single(_ name: String, _ children: [String]) -> SCORM2004Element {
    SCORM2004Element(
      name: "lom:\(name)", children: children.map { atMostOnce("lom:\($0)", "REQ_30.5.4.1") })
  }
}
