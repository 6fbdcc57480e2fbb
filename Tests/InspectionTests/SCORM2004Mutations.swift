import Testing

/// A change of a manifest that breaks one rule.
struct SCORM2004Mutation: Sendable, CustomTestStringConvertible {
  /// The code of the rule, or `xml-schema` where the schema alone says it.
  let code: String
  let original: String
  let replacement: String

  init(_ code: String, _ original: String, _ replacement: String) {
    self.code = code
    self.original = original
    self.replacement = replacement
  }

  var testDescription: String { "\(code): \(original) → \(replacement)" }

  /// Changes after which the package no longer follows the 4th Edition.
  static let errors: [SCORM2004Mutation] = package + items + resources + sequencing + objectives

  private static let package: [SCORM2004Mutation] = [
    Self("manifest-root", "imsglobal.org/xsd/imscp_v1p1\"", "imsglobal.org/xsd/imscp_v1p2\""),
    Self("schema-name", "ADL SCORM", "ADL scorm"),
    Self("schema-version", "2004 4th Edition", "2004 4th edition"),
    Self("schema-version", "2004 4th Edition", "1.2"),
    Self("schema-version", "2004 4th Edition", ""),
    Self(
      "metadata-order",
      "<schema>ADL SCORM</schema>\n    <schemaversion>2004 4th Edition</schemaversion>",
      "<schemaversion>2004 4th Edition</schemaversion>\n    <schema>ADL SCORM</schema>"),
    Self("metadata-order", "<schema>ADL SCORM</schema>", ""),
    Self(
      "element-twice", "<lom:language>en</lom:language></lom:metaMetadata>",
      "<lom:language>en</lom:language><lom:language>km</lom:language></lom:metaMetadata>"),
    Self(
      "element-twice", "<lom:catalog>URI</lom:catalog>",
      "<lom:catalog>URI</lom:catalog><lom:catalog>URI</lom:catalog>"),
    Self("xml-schema", "2026-01-15", "15 January 2026"),
    Self("xml-schema", "PT2H30M", "2.5 hours"),
    Self("xml-schema", "language=\"km\">វគ្គគំរូ", "language=\"ភាសាខ្មែរ\">វគ្គគំរូ"),
    Self("xml-schema", "<lom:size>1024", "<lom:size>about 1 kB"),
    Self("xml-schema", "<lom:keyword>", "<lom:keywords>x</lom:keywords><lom:keyword>"),
    Self("default-organization", " default=\"ORG-1\"", ""),
    Self("default-organization", "default=\"ORG-1\"", "default=\"ITEM-M1\""),
    Self("xml-base", "xml:base=\"course/\"", "xml:base=\"course\""),
    Self("xml-base", "xml:base=\"pages/\"", "xml:base=\"/pages/\""),
    Self("xml-base", "xml:base=\"pre/\"", "xml:base=\"pre\\\""),
    Self(
      "identifier-invalid", "manifest identifier=\"SYNTHETIC-COURSE\"", "manifest identifier=\"1\""),
    Self("identifier-invalid", "<item identifier=\"ITEM-M1\"", "<item"),
    Self("identifier-duplicate", "identifier=\"ITEM-L1\"", "identifier=\"ITEM-PRE\""),
    Self("identifier-duplicate", "identifier=\"RES-LESSON\" ", "identifier=\"RES-SHARED\" "),
    Self(
      "submanifest", "<imsss:sequencingCollection>",
      "<manifest identifier=\"RES-X\"><item identifier=\"RES-READING2\"/><resources><resource identifier=\"RES-PRE\"/></resources></manifest><imsss:sequencingCollection>"
    ),
  ]

  private static let items: [SCORM2004Mutation] = [
    Self("title-missing", "<title>Lesson</title>", ""),
    Self("title-missing", "<title>Reading</title>", "<title> </title>"),
    Self("title-missing", "<title>វគ្គគំរូ · Sample course</title>", ""),
    Self("element-twice", "<title>Lesson</title>", "<title>Lesson</title><title>Lesson</title>"),
    Self("item-reference", "identifierref=\"RES-LESSON\"", "identifierref=\"RES-NOWHERE\""),
    Self("item-reference", "identifierref=\"RES-LESSON\"", "identifierref=\"ITEM-M1\""),
    Self("item-without-resource", " identifierref=\"RES-LESSON\"", ""),
    Self(
      "item-launches-with-children", "<item identifier=\"ITEM-M1\"",
      "<item identifierref=\"RES-LESSON\" identifier=\"ITEM-M1\""),
    Self("resource-href-missing", " href=\"player.html\">", ">"),
    Self("item-parameters", "?form=a&amp;part=1", "form"),
    Self("item-parameters", "?form=a&amp;part=1", "?form=a b"),
    Self("item-parameters", "?form=a&amp;part=1", "?form="),
    Self("item-parameters", "?form=a&amp;part=1", ""),
    Self("item-parameters", "?form=a&amp;part=1", "?form=\(String(repeating: "a", count: 1000))"),
    Self("attribute-value", "isvisible=\"true\"", "isvisible=\"yes\""),
    Self("attribute-value", "isvisible=\"true\"", "isvisible=\"1\""),
    Self(
      "attribute-value", "objectivesGlobalToSystem=\"false\"", "objectivesGlobalToSystem=\"no\""),
    Self("attribute-value", "sharedDataGlobalToSystem=\"false\"", "sharedDataGlobalToSystem=\"0\""),
    Self(
      "attribute-unknown", "<item identifier=\"ITEM-L1\"",
      "<item adlcp:scormType=\"sco\" identifier=\"ITEM-L1\""),
    Self(
      "attribute-unknown", "<item identifier=\"ITEM-L1\"",
      "<item adlseq:objectivesGlobalToSystem=\"true\" identifier=\"ITEM-L1\""),
    Self("time-limit-action", "exit,message", "exit, message"),
    Self("sco-only", "identifierref=\"RES-PRE\"", "identifierref=\"RES-READING\""),
    Self(
      "sco-only", "<imsss:sequencing IDRef",
      "<adlcp:dataFromLMS>x</adlcp:dataFromLMS><imsss:sequencing IDRef"),
    Self("launch-data", "form=a</adlcp", "\(String(repeating: "ក", count: 4001))</adlcp"),
    Self("element-twice", "<adlcp:dataFromLMS>", "<adlcp:dataFromLMS/><adlcp:dataFromLMS>"),
    Self(
      "element-place", "</organizations>",
      "<adlcp:dataFromLMS>x</adlcp:dataFromLMS></organizations>"),
    Self(
      "completion-threshold", "progressWeight=\"0.5\"/>",
      "progressWeight=\"0.5\">0.8</adlcp:completionThreshold>"),
    Self("attribute-value", "minProgressMeasure=\"0.8\"", "minProgressMeasure=\"80\""),
    Self("attribute-value", "minProgressMeasure=\"0.8\"", "minProgressMeasure=\"-0.1\""),
    Self("attribute-value", "progressWeight=\"0.5\"", "progressWeight=\"1.01\""),
    Self("attribute-value", "completedByMeasure=\"true\"", "completedByMeasure=\"True\""),
    Self("attribute-unknown", "minProgressMeasure=\"0.8\"", "minprogressmeasure=\"0.8\""),
    Self("leaf-only", "<imsss:sequencing IDRef", "<adlnav:presentation/><imsss:sequencing IDRef"),
    Self(
      "leaf-only", "<imsss:sequencing IDRef",
      "<adlcp:data><adlcp:map targetID=\"x\"/></adlcp:data><imsss:sequencing IDRef"),
    Self(
      "element-missing",
      "<adlcp:map targetID=\"urn:sala:notes\" readSharedData=\"true\" writeSharedData=\"true\"/>",
      ""),
    Self("attribute-missing", "targetID=\"urn:sala:notes\" ", ""),
    Self("attribute-value", "targetID=\"urn:sala:notes\"", "targetID=\" \""),
    Self("attribute-value", "readSharedData=\"true\"", "readSharedData=\"always\""),
    Self("hide-lms-ui", "<adlnav:hideLMSUI>previous", "<adlnav:hideLMSUI>next"),
    Self(
      "element-unknown", "<adlnav:hideLMSUI>previous</adlnav:hideLMSUI>",
      "<adlnav:hideLmsUi>previous</adlnav:hideLmsUi>"),
    Self(
      "element-twice", "</adlnav:navigationInterface>",
      "</adlnav:navigationInterface><adlnav:navigationInterface/>"),
    Self(
      "element-place", "<adlcp:location>lesson-metadata.xml</adlcp:location></metadata>",
      "</metadata><adlcp:location>lesson-metadata.xml</adlcp:location>"),
  ]

  private static let resources: [SCORM2004Mutation] = [
    Self(
      "scormtype", "adlcp:scormType=\"sco\" href=\"player", "adlcp:scormtype=\"sco\" href=\"player"),
    Self(
      "scormtype", "adlcp:scormType=\"sco\" href=\"player", "adlcp:scormType=\"SCO\" href=\"player"),
    Self("scormtype", "adlcp:scormType=\"sco\" href=\"player", "href=\"player"),
    Self(
      "attribute-missing", "type=\"webcontent\" adlcp:scormType=\"sco\" href=\"player",
      "adlcp:scormType=\"sco\" href=\"player"),
    Self(
      "attribute-unknown", "href=\"player.html\">",
      "href=\"player.html\" adlcp:persistState=\"true\">"),
    Self("resource-href", "href=\"player.html\"/>", "href=\"Player.html\"/>"),
    Self("resource-href", "href=\"test.html?mode=pre\"", "href=\"style.css\""),
    Self("dependency-reference", "identifierref=\"RES-SHARED\"", "identifierref=\"RES-NOWHERE\""),
    Self("attribute-missing", "dependency identifierref=\"RES-SHARED\"", "dependency"),
    Self("attribute-missing", "file href=\"lesson.html\"", "file"),
    Self("path-unsafe", "file href=\"lesson.html\"", "file href=\"../../../lesson.html\""),
    Self("path-unsafe", "file href=\"lesson.html\"", "file href=\"a\\lesson.html\""),
    Self("path-unsafe", "file href=\"lesson.html\"", "file href=\"%2e%2e/lesson.html\""),
    Self("path-unsafe", "file href=\"lesson.html\"", "file href=\"file:///lesson.html\""),
    Self("path-unsafe", "https://example.org/reading", "file:///reading"),
  ]

  private static let sequencing: [SCORM2004Mutation] = [
    Self("sequencing-reference", "IDRef=\"SEQ-MODULE\"", "IDRef=\"SEQ-NOWHERE\""),
    Self("sequencing-id", " ID=\"SEQ-MODULE\"", ""),
    Self("sequencing-id", " ID=\"SEQ-MODULE\"", " ID=\"SEQ-MODULE\" IDRef=\"SEQ-MODULE\""),
    Self("sequencing-id", "IDRef=\"SEQ-MODULE\"", "IDRef=\"SEQ-MODULE\" ID=\"SEQ-2\""),
    Self(
      "sequencing-id", "<imsss:sequencing ID=\"SEQ-MODULE\">",
      "<imsss:sequencing ID=\"SEQ-MODULE\"/><imsss:sequencing ID=\"SEQ-MODULE\">"),
    Self(
      "element-twice", "<imsss:sequencingCollection>",
      "<imsss:sequencingCollection><imsss:sequencing ID=\"SEQ-2\"/></imsss:sequencingCollection><imsss:sequencingCollection>"
    ),
    Self(
      "element-twice", "<imsss:controlMode flow=\"true\"/>",
      "<imsss:controlMode flow=\"true\"/><imsss:controlMode/>"),
    Self("attribute-value", "choiceExit=\"false\"", "choiceExit=\"never\""),
    Self("attribute-value", "controlMode flow=\"true\"", "controlMode flow=\"TRUE\""),
    Self("attribute-unknown", "controlMode flow=\"true\"", "controlMode flows=\"true\""),
    Self("attribute-value", "condition=\"attemptLimitExceeded\"", "condition=\"attemptsExceeded\""),
    Self("attribute-missing", " condition=\"attemptLimitExceeded\"", ""),
    Self("attribute-value", "operator=\"not\"", "operator=\"NOT\""),
    Self("attribute-value", "measureThreshold=\"-0.25\"", "measureThreshold=\"-1.25\""),
    Self("attribute-value", "measureThreshold=\"-0.25\"", "measureThreshold=\"NaN\""),
    Self("attribute-value", "conditionCombination=\"all\"", "conditionCombination=\"both\""),
    Self("attribute-value", "action=\"skip\"", "action=\"exit\""),
    Self("attribute-value", "action=\"exit\"", "action=\"exitAll\""),
    Self("attribute-value", "action=\"continue\"", "action=\"skip\""),
    Self("attribute-missing", "ruleAction action=\"continue\"", "ruleAction"),
    Self("rule-action-place", "action=\"exitAll\"", "action=\"exitParent\""),
    Self("element-missing", "<imsss:ruleAction action=\"continue\"/>", ""),
    Self(
      "element-missing",
      "<imsss:ruleConditions><imsss:ruleCondition condition=\"completed\"/></imsss:ruleConditions>",
      ""),
    Self("element-missing", "<imsss:ruleCondition condition=\"completed\"/>", ""),
    Self(
      "element-twice", "<imsss:ruleAction action=\"skip\"/>",
      "<imsss:ruleAction action=\"skip\"/><imsss:ruleAction action=\"disabled\"/>"),
    Self("objective-reference", "referencedObjective=\"PRE-C1\"", "referencedObjective=\"PRE-C9\""),
    Self(
      "objective-reference", "referencedObjective=\" skip  module \"", "referencedObjective=\"M2\""),
    Self("attribute-value", "referencedObjective=\"PRE-C1\"", "referencedObjective=\"%20\""),
    Self("attribute-value", "attemptLimit=\"1\"", "attemptLimit=\"-1\""),
    Self(
      "attribute-value", "attemptAbsoluteDurationLimit=\"PT45M\"",
      "attemptAbsoluteDurationLimit=\"00:45:00\""),
    Self("attribute-value", "objectiveMeasureWeight=\"0.0\"", "objectiveMeasureWeight=\"2\""),
    Self(
      "attribute-value", "rollupObjectiveSatisfied=\"false\"", "rollupObjectiveSatisfied=\"off\""),
    Self("attribute-value", "childActivitySet=\"atLeastPercent\"", "childActivitySet=\"most\""),
    Self("attribute-value", "minimumPercent=\"0.5\"", "minimumPercent=\"50\""),
    Self("attribute-value", "minimumCount=\"1\"", "minimumCount=\"1.5\""),
    Self(
      "attribute-value", "rollupCondition operator=\"noOp\" condition=\"completed\"",
      "rollupCondition condition=\"always\""),
    Self("attribute-value", "rollupAction action=\"satisfied\"", "rollupAction action=\"passed\""),
    Self("element-missing", "<imsss:rollupAction action=\"completed\"/>", ""),
    Self("attribute-value", "randomizationTiming=\"once\"", "randomizationTiming=\"twice\""),
    Self("attribute-value", "selectionTiming=\"never\"", "selectionTiming=\"no\""),
    Self("attribute-value", "selectCount=\"2\"", "selectCount=\"two\""),
    Self("attribute-value", "reorderChildren=\"true\"", "reorderChildren=\"\""),
    Self("attribute-value", "tracked=\"true\"", "tracked=\"t\""),
    Self("attribute-value", "completionSetByContent=\"true\"", "completionSetByContent=\"yes\""),
    Self("attribute-value", "constrainChoice=\"true\"", "constrainChoice=\"x\""),
    Self(
      "attribute-value", "requiredForSatisfied=\"ifNotSkipped\"",
      "requiredForSatisfied=\"ifSkipped\""),
    Self(
      "element-unknown", "<adlseq:rollupConsiderations",
      "<adlseq:rollupConsideration/><adlseq:rollupConsiderations"),
    Self(
      "element-place", "<imsss:controlMode flow=\"true\"/>", "<imsss:ruleAction action=\"skip\"/>"),
    Self("element-place", "</organizations>", "<imsss:sequencing/></organizations>"),
    Self("xml-schema", "attemptLimit=\"1\"", "attemptLimit=\"1\" beginTimeLimit=\"tomorrow\""),
  ]

  private static let objectives: [SCORM2004Mutation] = [
    Self("primary-objective", "<imsss:primaryObjective objectiveID=\"M1\"/>", ""),
    Self(
      "primary-objective", "<imsss:primaryObjective objectiveID=\"M1\"/>",
      "<imsss:primaryObjective objectiveID=\"M1\"/><imsss:primaryObjective objectiveID=\"M3\"/>"),
    Self(
      "objective-unnamed", "<imsss:primaryObjective objectiveID=\"PRE\"", "<imsss:primaryObjective"),
    Self(
      "objective-duplicate", "<imsss:objective objectiveID=\"PRE-C2\"/>",
      "<imsss:objective objectiveID=\" PRE-C1%20\"/>"),
    Self(
      "objective-duplicate", "objectiveID=\"PRE-C1\" satisfied", "objectiveID=\"PRE\" satisfied"),
    Self(
      "objective-duplicate", "<adlseq:objective objectiveID=\"PRE-C2\">",
      "<adlseq:objective objectiveID=\"PRE-C1\">"),
    Self("attribute-missing", "<imsss:objective objectiveID=\"PRE-C2\"/>", "<imsss:objective/>"),
    Self(
      "attribute-value", "<imsss:objective objectiveID=\"PRE-C2\"/>",
      "<imsss:objective objectiveID=\"\"/>"),
    Self(
      "objective-reference", "<adlseq:objective objectiveID=\"PRE-C2\">",
      "<adlseq:objective objectiveID=\"PRE-C9\">"),
    Self("normalized-measure", "<imsss:minNormalizedMeasure>0.6", "<imsss:minNormalizedMeasure>60"),
    Self(
      "normalized-measure", "<imsss:minNormalizedMeasure>0.6", "<imsss:minNormalizedMeasure>-1.0001"
    ),
    Self(
      "normalized-measure", "<imsss:minNormalizedMeasure>0.6", "<imsss:minNormalizedMeasure>1e-1"),
    Self(
      "normalized-measure", "<imsss:minNormalizedMeasure>0.6", "<imsss:minNormalizedMeasure>sixty"),
    Self(
      "element-twice", "<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>",
      "<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure><imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>"
    ),
    Self("attribute-value", "satisfiedByMeasure=\"true\"", "satisfiedByMeasure=\"1\""),
    Self("attribute-missing", "mapInfo targetObjectiveID=\"urn:sala:pre\"", "mapInfo"),
    Self("attribute-value", "targetObjectiveID=\"urn:sala:pre\"", "targetObjectiveID=\"\""),
    Self("attribute-value", "writeSatisfiedStatus=\"true\"", "writeSatisfiedStatus=\"yes\""),
    Self(
      "objective-read-twice",
      "targetObjectiveID=\"urn:sala:pre-copy\" readSatisfiedStatus=\"false\"",
      "targetObjectiveID=\"urn:sala:pre-copy\" readSatisfiedStatus=\"true\""),
    Self(
      "objective-written-twice", "targetObjectiveID=\"urn:sala:c1\" readSatisfiedStatus=\"false\"",
      "targetObjectiveID=\"urn:sala:pre\" readSatisfiedStatus=\"false\""),
    Self("objective-read-twice", "readRawScore=\"false\"", "readRawScore=\"true\""),
    Self(
      "objective-written-twice", "targetObjectiveID=\"urn:sala:c2\" readRawScore=\"true\"",
      "targetObjectiveID=\"urn:sala:c1\" writeRawScore=\"true\""),
    Self("attribute-value", "writeMaxScore=\"true\"", "writeMaxScore=\"max\""),
    Self(
      "element-missing",
      "<adlseq:mapInfo targetObjectiveID=\"urn:sala:c2\" readRawScore=\"true\" writeProgressMeasure=\"true\"/>",
      ""),
    Self(
      "element-place", "<imsss:objective objectiveID=\"PRE-C2\"/>",
      "<imsss:objective objectiveID=\"PRE-C2\"/><imsss:controlMode/>"),
  ]

  /// Changes after which the package follows the 4th Edition still, but not well.
  static let warnings: [SCORM2004Mutation] = [
    Self("schema-version-spaces", "2004 4th Edition", " 2004 4th Edition "),
    Self("title-long", "<title>Reading", "<title>\(String(repeating: "ក", count: 195))Reading"),
    Self(
      "item-parameters-idle", "<item identifier=\"ITEM-M1\"",
      "<item parameters=\"a=1\" identifier=\"ITEM-M1\""),
    Self(
      "resource-type", "type=\"webcontent\" adlcp:scormType=\"sco\" href=\"player",
      "type=\"text/html\" adlcp:scormType=\"sco\" href=\"player"),
    Self(
      "resource-idle", "<resource identifier=\"RES-SHARED\"",
      "<resource identifier=\"RES-X\" type=\"webcontent\" adlcp:scormType=\"asset\"/><resource identifier=\"RES-SHARED\""
    ),
    Self(
      "sequencing-caution", "condition=\"attemptLimitExceeded\"", "condition=\"timeLimitExceeded\""),
    Self("sequencing-caution", "attemptLimit=\"1\"", "beginTimeLimit=\"2026-01-15T08:00:00\""),
    Self(
      "sequencing-caution", "<imsss:rollupRules>",
      "<imsss:auxiliaryResources><imsss:auxiliaryResource auxiliaryResourceID=\"x\" purpose=\"help\"/></imsss:auxiliaryResources><imsss:rollupRules>"
    ),
    Self(
      "objective-never-written", "<imsss:mapInfo targetObjectiveID=\"urn:sala:c1\"/>",
      "<imsss:mapInfo targetObjectiveID=\"urn:sala:c9\"/>"),
    Self("measure-idle", "objectiveID=\"PRE\" satisfiedByMeasure=\"true\"", "objectiveID=\"PRE\""),
    Self(
      "submanifest", "<imsss:sequencingCollection>",
      "<manifest identifier=\"INNER\"><resources/></manifest><imsss:sequencingCollection>"),
  ]

  /// Changes after which a package of the 3rd Edition no longer follows it.
  static let third: [SCORM2004Mutation] = [
    Self("schema-version", "2004 3rd Edition", "2004 2nd Edition"),
    Self("completion-threshold", ">0.75<", ">75<"),
    Self("completion-threshold", ">0.75<", "><"),
    Self(
      "edition", "<adlcp:completionThreshold>",
      "<adlcp:completionThreshold minProgressMeasure=\"0.5\">"),
    Self(
      "edition", "adlseq:objectivesGlobalToSystem=\"false\"",
      "adlcp:sharedDataGlobalToSystem=\"false\""),
    Self(
      "edition", "</imsss:objectives>",
      "</imsss:objectives><adlseq:objectives><adlseq:objective objectiveID=\"x\"><adlseq:mapInfo targetObjectiveID=\"x\"/></adlseq:objective></adlseq:objectives>"
    ),
    Self(
      "edition", "<imsss:sequencing>",
      "<adlcp:data><adlcp:map targetID=\"x\"/></adlcp:data><imsss:sequencing>"),
    Self("sco-only", "scormType=\"sco\"", "scormType=\"asset\""),
    Self(
      "element-place", "</organization>",
      "<adlcp:completionThreshold>0.5</adlcp:completionThreshold></organization>"),
    Self("normalized-measure", ">-0.5<", ">-5<"),
    Self("item-parameters", "#part", "#part#two"),
  ]
}
