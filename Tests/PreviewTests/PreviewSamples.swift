import Archive
import LocalServer
import Preview
import Text

/// Synthetic packages.
enum PreviewSamples {
  static func files(_ contents: KeyValuePairs<String, String>) -> PreviewFiles {
    PreviewFiles(
      name: "sample.zip",
      contents.map { ArchiveEntry(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  static let scorm12 = files([
    "imsmanifest.xml": """
    <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="m">
      <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
      <organizations default="o">
        <organization identifier="o">
          <title>A synthetic course</title>
          <item identifier="root"><title>All</title>
            <item identifier="one" identifierref="r1" parameters="?a=1">
              <title> សំណួរ
                One </title>
              <adlcp:masteryscore>70</adlcp:masteryscore>
              <adlcp:datafromlms>x</adlcp:datafromlms>
            </item>
            <item identifier="two" identifierref="r2"><title>Two</title></item>
            <item identifier="three" identifierref="r3"><title>Three</title></item>
            <item identifier="four" identifierref="r4"><title>Four</title></item>
          </item>
        </organization>
      </organizations>
      <resources>
        <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="a%20b/page.html?q=2#end"/>
        <resource identifier="r2" type="webcontent" adlcp:scormtype="asset" href="two.html"/>
        <resource identifier="r3" type="webcontent" adlcp:scormtype="sco" href="gone.html"/>
        <resource identifier="r4" type="webcontent" adlcp:scormtype="sco" href="https://example.org/"/>
      </resources>
    </manifest>
    """,
    "a b/page.html": "<p>one</p>", "two.html": "<p>two</p>", "a b/style.css": "p {}",
    "film.mp4": "0123456789",
  ])

  static let scorm2004 = files([
    "imsmanifest.xml": """
    <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
      xmlns:imsss="http://www.imsglobal.org/xsd/imsss" identifier="m">
      <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
      <organizations default="b">
        <organization identifier="a"><title>Other</title>
          <item identifier="x" identifierref="r"><title>X</title></item>
        </organization>
        <organization identifier="b"><title>Wanted</title>
          <item identifier="x" identifierref="r"><title>Y</title>
            <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>
            <imsss:sequencing>
              <imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/>
              <imsss:objectives>
                <imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true">
                  <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>
                </imsss:primaryObjective>
                <imsss:objective objectiveID="other"/>
              </imsss:objectives>
            </imsss:sequencing>
          </item>
        </organization>
      </organizations>
      <resources xml:base="pages/">
        <resource identifier="r" type="webcontent" adlcp:scormType="sco" href="y.html"/>
      </resources>
    </manifest>
    """,
    "pages/y.html": "<p>y</p>",
  ])

  static let cmi5 = files([
    "cmi5.xml": """
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="https://example.org/course">
        <title><langstring lang="en">Course</langstring><langstring lang="km">វគ្គ</langstring></title>
      </course>
      <block id="https://example.org/block">
        <title><langstring lang="en">Block</langstring></title>
        <au id="https://example.org/au" moveOn="Passed" masteryScore="0.7">
          <title><langstring lang="de">Einheit</langstring></title>
          <url>au.html?x=1</url>
          <launchParameters>p</launchParameters>
        </au>
      </block>
      <au id="https://example.org/far"><url>https://example.org/au</url></au>
      <au id="https://example.org/lost"><url>lost.html</url></au>
    </courseStructure>
    """,
    "au.html": "<p>unit</p>",
  ])

  static func site(_ files: PreviewFiles) throws -> PreviewSite {
    guard let course = PreviewCourse.read(files).0 else { throw NoCourse() }
    return PreviewSite(files: files, course: course, learner: "Sok Dara", language: .english)
  }

  struct NoCourse: Error {}
}

extension HTTPRequest {
  /// A request as a browser sends it to this machine.
  static func get(_ target: String, _ fields: [String: String] = [:]) -> HTTPRequest {
    HTTPRequest("GET", target, fields: ["host": "127.0.0.1:8000"].merging(fields) { $1 })
  }
}
