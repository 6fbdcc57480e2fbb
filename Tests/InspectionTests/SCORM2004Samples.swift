import Archive
import Testing
import Text
import XML

@testable import Inspection

/// Manifests of synthetic courses that follow SCORM 2004.
enum SCORM2004Samples {
  private static let namespaces = """
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
      xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
      xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
      xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
      xmlns:lom="http://ltsc.ieee.org/xsd/LOM"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd
        http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd
        http://ltsc.ieee.org/xsd/LOM lom.xsd"
    """

  /// A manifest of the 4th Edition that uses everything which SCORM 2004 has.
  static let fourth = """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="SYNTHETIC-COURSE" version="1.0" xml:base="course/" \(namespaces)>
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>2004 4th Edition</schemaversion>
        <lom:lom>
          <lom:general>
            <lom:identifier><lom:catalog>URI</lom:catalog><lom:entry>urn:sala:synthetic</lom:entry></lom:identifier>
            <lom:title>
              <lom:string language="en">Sample course</lom:string>
              <lom:string language="km">វគ្គគំរូ</lom:string>
            </lom:title>
            <lom:language>en</lom:language>
            <lom:language>km</lom:language>
            <lom:description><lom:string language="km">ទិន្នន័យគំរូ</lom:string></lom:description>
            <lom:keyword><lom:string language="en">synthetic</lom:string></lom:keyword>
            <lom:aggregationLevel><lom:source>LOMv1.0</lom:source><lom:value>3</lom:value></lom:aggregationLevel>
          </lom:general>
          <lom:lifeCycle>
            <lom:version><lom:string language="en">1.0</lom:string></lom:version>
            <lom:status><lom:source>LOMv1.0</lom:source><lom:value>final</lom:value></lom:status>
            <lom:contribute>
              <lom:role><lom:source>LOMv1.0</lom:source><lom:value>author</lom:value></lom:role>
              <lom:entity>BEGIN:VCARD FN:Synthetic END:VCARD</lom:entity>
              <lom:date><lom:dateTime>2026-01-15</lom:dateTime></lom:date>
            </lom:contribute>
          </lom:lifeCycle>
          <lom:metaMetadata><lom:metadataSchema>LOMv1.0</lom:metadataSchema><lom:language>en</lom:language></lom:metaMetadata>
          <lom:technical><lom:format>text/html</lom:format><lom:size>1024</lom:size></lom:technical>
          <lom:educational>
            <lom:typicalLearningTime><lom:duration>PT2H30M</lom:duration></lom:typicalLearningTime>
          </lom:educational>
          <lom:rights><lom:cost><lom:source>LOMv1.0</lom:source><lom:value>no</lom:value></lom:cost></lom:rights>
        </lom:lom>
      </metadata>
      <organizations default="ORG-1">
        <organization identifier="ORG-1" structure="hierarchical"
          adlseq:objectivesGlobalToSystem="false" adlcp:sharedDataGlobalToSystem="false">
          <title>វគ្គគំរូ · Sample course</title>
          <item identifier="ITEM-PRE" identifierref="RES-PRE" parameters="?form=a&amp;part=1" isvisible="true">
            <title>Pre-test</title>
            <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>
            <adlcp:dataFromLMS>form=a</adlcp:dataFromLMS>
            <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8" progressWeight="0.5"/>
            <adlcp:data>
              <adlcp:map targetID="urn:sala:notes" readSharedData="true" writeSharedData="true"/>
            </adlcp:data>
            <imsss:sequencing>
              <imsss:sequencingRules>
                <imsss:exitConditionRule>
                  <imsss:ruleConditions>
                    <imsss:ruleCondition condition="attemptLimitExceeded"/>
                  </imsss:ruleConditions>
                  <imsss:ruleAction action="exit"/>
                </imsss:exitConditionRule>
                <imsss:postConditionRule>
                  <imsss:ruleConditions conditionCombination="all">
                    <imsss:ruleCondition referencedObjective="PRE-C1" measureThreshold="-0.25" operator="not" condition="objectiveMeasureGreaterThan"/>
                  </imsss:ruleConditions>
                  <imsss:ruleAction action="continue"/>
                </imsss:postConditionRule>
              </imsss:sequencingRules>
              <imsss:limitConditions attemptLimit="1" attemptAbsoluteDurationLimit="PT45M"/>
              <imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="true" objectiveMeasureWeight="0.0"/>
              <imsss:objectives>
                <imsss:primaryObjective objectiveID="PRE" satisfiedByMeasure="true">
                  <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>
                  <imsss:mapInfo targetObjectiveID="urn:sala:pre" readSatisfiedStatus="true" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>
                  <imsss:mapInfo targetObjectiveID="urn:sala:pre-copy" readSatisfiedStatus="false" writeNormalizedMeasure="true"/>
                </imsss:primaryObjective>
                <imsss:objective objectiveID="PRE-C1" satisfiedByMeasure="true">
                  <imsss:minNormalizedMeasure>0.5</imsss:minNormalizedMeasure>
                  <imsss:mapInfo targetObjectiveID="urn:sala:c1" readSatisfiedStatus="false" writeSatisfiedStatus="true"/>
                </imsss:objective>
                <imsss:objective objectiveID="PRE-C2"/>
              </imsss:objectives>
              <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
              <adlseq:objectives>
                <adlseq:objective objectiveID="PRE-C1">
                  <adlseq:mapInfo targetObjectiveID="urn:sala:c1" readRawScore="true" writeRawScore="true"/>
                  <adlseq:mapInfo targetObjectiveID="urn:sala:c1-copy" readRawScore="false" writeMaxScore="true"/>
                </adlseq:objective>
                <adlseq:objective objectiveID="PRE-C2">
                  <adlseq:mapInfo targetObjectiveID="urn:sala:c2" readRawScore="true" writeProgressMeasure="true"/>
                </adlseq:objective>
              </adlseq:objectives>
            </imsss:sequencing>
            <adlnav:presentation>
              <adlnav:navigationInterface>
                <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>
                <adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
              </adlnav:navigationInterface>
            </adlnav:presentation>
          </item>
          <item identifier="ITEM-M1">
            <title>ម៉ូឌុលទី១</title>
            <item identifier="ITEM-L1" identifierref="RES-LESSON">
              <title>Lesson</title>
              <metadata><adlcp:location>lesson-metadata.xml</adlcp:location></metadata>
            </item>
            <item identifier="ITEM-READING" identifierref="RES-READING"><title>Reading</title></item>
            <imsss:sequencing IDRef="SEQ-MODULE">
              <imsss:controlMode choice="true" choiceExit="false" flow="true" forwardOnly="false" useCurrentAttemptObjectiveInfo="true" useCurrentAttemptProgressInfo="false"/>
              <imsss:rollupRules>
                <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5">
                  <imsss:rollupConditions conditionCombination="any">
                    <imsss:rollupCondition operator="noOp" condition="completed"/>
                  </imsss:rollupConditions>
                  <imsss:rollupAction action="completed"/>
                </imsss:rollupRule>
                <imsss:rollupRule childActivitySet="atLeastCount" minimumCount="1">
                  <imsss:rollupConditions>
                    <imsss:rollupCondition condition="satisfied"/>
                  </imsss:rollupConditions>
                  <imsss:rollupAction action="satisfied"/>
                </imsss:rollupRule>
              </imsss:rollupRules>
              <imsss:objectives>
                <imsss:primaryObjective objectiveID="M1"/>
                <imsss:objective objectiveID="skip%20module">
                  <imsss:mapInfo targetObjectiveID="urn:sala:c1"/>
                </imsss:objective>
              </imsss:objectives>
              <imsss:randomizationControls randomizationTiming="once" selectCount="2" reorderChildren="true" selectionTiming="never"/>
              <adlseq:constrainedChoiceConsiderations preventActivation="false" constrainChoice="true"/>
              <adlseq:rollupConsiderations requiredForSatisfied="ifNotSkipped" requiredForNotSatisfied="always" requiredForCompleted="ifAttempted" requiredForIncomplete="ifNotSuspended" measureSatisfactionIfActive="true"/>
            </imsss:sequencing>
          </item>
          <imsss:sequencing>
            <imsss:controlMode flow="true"/>
            <imsss:sequencingRules>
              <imsss:postConditionRule>
                <imsss:ruleConditions><imsss:ruleCondition condition="completed"/></imsss:ruleConditions>
                <imsss:ruleAction action="exitAll"/>
              </imsss:postConditionRule>
            </imsss:sequencingRules>
          </imsss:sequencing>
          <adlcp:completionThreshold minProgressMeasure="1.0"/>
        </organization>
      </organizations>
      <resources xml:base="pages/">
        <resource identifier="RES-PRE" type="webcontent" adlcp:scormType="sco" href="test.html?mode=pre" xml:base="pre/">
          <file href="test.html"/>
          <dependency identifierref="RES-SHARED"/>
        </resource>
        <resource identifier="RES-LESSON" type="webcontent" adlcp:scormType="sco" href="player.html">
          <file href="lesson.html"/>
          <dependency identifierref="RES-SHARED"/>
        </resource>
        <resource identifier="RES-READING" type="webcontent" adlcp:scormType="asset" href="https://example.org/reading"/>
        <resource identifier="RES-SHARED" type="webcontent" adlcp:scormType="asset">
          <file href="player.html"/>
          <file href="style.css"><metadata><adlcp:location>style-metadata.xml</adlcp:location></metadata></file>
        </resource>
      </resources>
      <imsss:sequencingCollection>
        <imsss:sequencing ID="SEQ-MODULE">
          <imsss:sequencingRules>
            <imsss:preConditionRule>
              <imsss:ruleConditions conditionCombination="any">
                <imsss:ruleCondition referencedObjective=" skip  module " condition="satisfied"/>
              </imsss:ruleConditions>
              <imsss:ruleAction action="skip"/>
            </imsss:preConditionRule>
          </imsss:sequencingRules>
        </imsss:sequencing>
      </imsss:sequencingCollection>
    </manifest>

    """

  /// A small manifest of the 3rd Edition.
  static let third = """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="SYNTHETIC-THIRD" \(namespaces)>
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>2004 3rd Edition</schemaversion>
      </metadata>
      <organizations default="ORG-1">
        <organization identifier="ORG-1" adlseq:objectivesGlobalToSystem="false">
          <title>Sample course</title>
          <item identifier="ITEM-1" identifierref="RES-1" parameters="#part">
            <title>Lesson</title>
            <adlcp:completionThreshold>0.75</adlcp:completionThreshold>
            <imsss:sequencing>
              <imsss:objectives>
                <imsss:primaryObjective satisfiedByMeasure="true">
                  <imsss:minNormalizedMeasure>-0.5</imsss:minNormalizedMeasure>
                </imsss:primaryObjective>
              </imsss:objectives>
            </imsss:sequencing>
          </item>
        </organization>
      </organizations>
      <resources>
        <resource identifier="RES-1" type="webcontent" adlcp:scormType="sco" href="lesson.html">
          <file href="lesson.html"/>
        </resource>
      </resources>
    </manifest>

    """

  /// Reads a manifest, which must be well-formed.
  static func package(_ text: String, files: [ArchiveEntry]? = nil) throws -> InspectedPackage {
    let bytes = Array(text.utf8)
    let (root, findings) = XMLReading.parse(bytes, file: "imsmanifest.xml")
    #expect(findings == [])
    return InspectedPackage(
      root: try #require(root), manifest: bytes, file: "imsmanifest.xml", files: files)
  }

  /// The findings about a manifest alone.
  static func findings(_ text: String) throws -> [Diagnostic] {
    SCORM2004Rules.findings(in: try package(text))
  }

  /// Returns a text with the first place of another changed, which must be there.
  static func spoiled(_ text: String, _ original: String, _ replacement: String) throws -> String {
    let range = try #require(text.firstRange(of: original), "'\(original)' is not in the sample")
    return text.replacingCharacters(range, replacement)
  }

  /// The files of a package of the manifest of the 4th Edition.
  static var files: [ArchiveEntry] {
    [ArchiveEntry(path: "imsmanifest.xml", bytes: Array(fourth.utf8))]
      + [
        "course/pages/pre/test.html", "course/pages/lesson.html", "course/pages/player.html",
        "course/pages/style.css",
      ].map { ArchiveEntry(path: $0, bytes: []) }
      + PackageStandard.scorm2004Fourth.controlDocuments
  }
}

extension String {
  fileprivate func replacingCharacters(
    _ range: Range<String.Index>, _ replacement: String
  ) -> String {
    String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
  }
}
