/// Small synthetic manifests of each standard, with the files of their packages.
enum FuzzManifests {
  /// A manifest, where it stands, and the files beside it.
  struct Sample {
    var path = "imsmanifest.xml"
    var files = ["a.html", "shared/b.css"]
    var text: String
  }

  static let all = [scorm12, scorm2004, scorm2004Third, cmi5, cartridge, qti21, qti12]

  private static let scorm12 = Sample(
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
        xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xml:base="">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="o">
          <organization identifier="o"><title>ភូមិ &amp; ឃុំ</title>
            <item identifier="i1"><title>One</title>
              <item identifier="i2" identifierref="r1" parameters="?a=1"><title>Two</title>
                <adlcp:prerequisites type="aicc_script">i3&amp;i1</adlcp:prerequisites>
                <adlcp:maxtimeallowed>00:45:00</adlcp:maxtimeallowed>
                <adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
                <adlcp:datafromlms>x</adlcp:datafromlms>
                <adlcp:masteryscore>70</adlcp:masteryscore></item></item>
            <item identifier="i3" identifierref="r1"><title>Three</title></item>
          </organization></organizations>
        <resources>
          <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="a.html">
            <file href="a.html"/><dependency identifierref="r2"/></resource>
          <resource identifier="r2" type="webcontent" adlcp:scormtype="asset" xml:base="shared/">
            <file href="b.css"/></resource></resources>
      </manifest>
      """)

  private static let scorm2004 = Sample(text: later("2004 4th Edition"))
  private static let scorm2004Third = Sample(text: later("2004 3rd Edition"))

  private static func later(_ edition: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="m" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
      xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
      xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
      xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
      <metadata><schema>ADL SCORM</schema><schemaversion>\(edition)</schemaversion></metadata>
      <organizations default="o">
        <organization identifier="o"><title>T</title>
          <item identifier="i1" identifierref="r1"><title>One</title>
            <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>
            <adlcp:dataFromLMS>x</adlcp:dataFromLMS>
            <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>
            <imsss:sequencing><imsss:controlMode choice="true" flow="true"/>
              <imsss:sequencingRules><imsss:preConditionRule>
                <imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/>
                </imsss:ruleConditions><imsss:ruleAction action="skip"/>
              </imsss:preConditionRule></imsss:sequencingRules>
              <imsss:rollupRules rollupObjectiveSatisfied="false"/>
              <imsss:objectives><imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true">
                <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>
                <imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true"/>
              </imsss:primaryObjective></imsss:objectives>
              <imsss:deliveryControls objectiveSetByContent="true"/></imsss:sequencing>
            <adlnav:presentation><adlnav:navigationInterface>
              <adlnav:hideLMSUI>exit</adlnav:hideLMSUI></adlnav:navigationInterface>
            </adlnav:presentation></item>
          <imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>
        </organization></organizations>
      <resources>
        <resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="a.html">
          <file href="a.html"/><file href="shared/b.css"/></resource></resources>
    </manifest>
    """
  }

  private static let cmi5 = Sample(
    path: "cmi5.xml",
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
        <course id="urn:course:a"><title><langstring lang="en">A</langstring></title>
          <description><langstring lang="km">ក</langstring></description></course>
        <objectives><objective id="urn:objective:a">
          <title><langstring lang="en">O</langstring></title>
          <description><langstring lang="en">O</langstring></description></objective></objectives>
        <block id="urn:block:a"><title><langstring lang="en">B</langstring></title>
          <description><langstring lang="en">B</langstring></description>
          <au id="urn:au:a" moveOn="CompletedAndPassed" masteryScore="0.7" launchMethod="AnyWindow">
            <title><langstring lang="en">U</langstring></title>
            <description><langstring lang="en">U</langstring></description>
            <objectives><objective idref="urn:objective:a"/></objectives>
            <url>a.html?x=1</url><launchParameters>p</launchParameters></au></block>
      </courseStructure>
      """)

  private static let cartridge = Sample(
    files: ["q/assessment.xml", "a.html", "d/topic.xml"],
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
        xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
        <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
          <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="en">A
            </lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
        <organizations><organization identifier="o" structure="rooted-hierarchy">
          <item identifier="root"><item identifier="i1" identifierref="r1"><title>Q</title></item>
            <item identifier="i2" identifierref="r2"><title>P</title></item></item>
        </organization></organizations>
        <resources>
          <resource identifier="r1" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
            <file href="q/assessment.xml"/></resource>
          <resource identifier="r2" type="webcontent" href="a.html"><file href="a.html"/></resource>
          <resource identifier="r3" type="imsdt_xmlv1p1"><file href="d/topic.xml"/></resource>
        </resources>
      </manifest>
      """)

  private static let qti21 = Sample(
    files: ["item.xml", "test.xml"],
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
        xmlns:imsqti="http://www.imsglobal.org/xsd/imsqti_metadata_v2p1">
        <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
        <organizations/>
        <resources>
          <resource identifier="t" type="imsqti_test_xmlv2p1" href="test.xml">
            <file href="test.xml"/><dependency identifierref="i"/></resource>
          <resource identifier="i" type="imsqti_item_xmlv2p1" href="item.xml">
            <metadata><imsqti:qtiMetadata><imsqti:interactionType>choiceInteraction
            </imsqti:interactionType></imsqti:qtiMetadata></metadata>
            <file href="item.xml"/></resource></resources>
      </manifest>
      """)

  private static let qti12 = Sample(
    files: ["questions.xml"],
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
        <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
        <organizations/>
        <resources><resource identifier="r" type="imsqti_xmlv1p2" href="questions.xml">
          <file href="questions.xml"/></resource></resources>
      </manifest>
      """)
}
