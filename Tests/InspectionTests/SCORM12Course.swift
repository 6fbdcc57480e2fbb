import Archive
import Testing
import Text

@testable import Inspection

/// A synthetic package of SCORM 1.2, written by hand, that uses all parts of a manifest which other
/// programs write.
enum SCORM12Course {
  static let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Synthetic: no real course. -->
    <manifest identifier="org.example.village" version="1.1"
      xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
      xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
        http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd
        http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>1.2</schemaversion>
        <imsmd:lom>
          <imsmd:general>
            <imsmd:title>
              <imsmd:langstring xml:lang="en">A village</imsmd:langstring>
              <imsmd:langstring xml:lang="km">ភូមិមួយ</imsmd:langstring>
            </imsmd:title>
            <imsmd:catalogentry>
              <imsmd:catalog>Example</imsmd:catalog>
              <imsmd:entry><imsmd:langstring xml:lang="x-none">v1</imsmd:langstring></imsmd:entry>
            </imsmd:catalogentry>
            <imsmd:language>km</imsmd:language>
            <imsmd:keyword><imsmd:langstring xml:lang="en">one</imsmd:langstring></imsmd:keyword>
            <imsmd:keyword><imsmd:langstring xml:lang="en">two</imsmd:langstring></imsmd:keyword>
          </imsmd:general>
          <imsmd:lifecycle>
            <imsmd:version><imsmd:langstring xml:lang="en">1</imsmd:langstring></imsmd:version>
            <imsmd:status>
              <imsmd:source><imsmd:langstring xml:lang="x-none">LOMv1.0</imsmd:langstring></imsmd:source>
              <imsmd:value><imsmd:langstring xml:lang="x-none">Draft</imsmd:langstring></imsmd:value>
            </imsmd:status>
          </imsmd:lifecycle>
          <imsmd:technical>
            <imsmd:format>text/html</imsmd:format>
            <imsmd:duration><imsmd:datetime>PT45M</imsmd:datetime></imsmd:duration>
          </imsmd:technical>
          <imsmd:classification>
            <imsmd:taxonpath>
              <imsmd:source><imsmd:langstring xml:lang="en">Map</imsmd:langstring></imsmd:source>
              <imsmd:taxon><imsmd:id>1</imsmd:id></imsmd:taxon>
            </imsmd:taxonpath>
          </imsmd:classification>
        </imsmd:lom>
      </metadata>
      <organizations default="course">
        <organization identifier="course" structure="hierarchical">
          <title>ភូមិ &amp; ឃុំ</title>
          <item identifier="part-1" isvisible="true">
            <title>Part one</title>
            <item identifier="welcome" identifierref="r-welcome" isvisible="true">
              <title>Welcome</title>
              <metadata><adlcp:location>meta/welcome.xml</adlcp:location></metadata>
            </item>
            <item identifier="lesson" identifierref="r-lesson" parameters="?part=1&amp;lang=km">
              <title>Lesson</title>
              <adlcp:prerequisites type="aicc_script">welcome</adlcp:prerequisites>
              <adlcp:datafromlms>start=1</adlcp:datafromlms>
            </item>
          </item>
          <item identifier="test" identifierref="r-test">
            <title>Test</title>
            <adlcp:prerequisites type="aicc_script">lesson="completed"&amp;2*{welcome,lesson}</adlcp:prerequisites>
            <adlcp:maxtimeallowed>00:45:00</adlcp:maxtimeallowed>
            <adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
            <adlcp:masteryscore>70</adlcp:masteryscore>
          </item>
        </organization>
        <organization identifier="short">
          <title>Short course</title>
          <item identifier="short-test" identifierref="r-test"><title>Test</title></item>
        </organization>
      </organizations>
      <resources xml:base="content/">
        <resource identifier="r-welcome" type="webcontent" adlcp:scormtype="asset"
          href="Welcome.html">
          <file href="Welcome.html"/>
          <dependency identifierref="r-shared"/>
        </resource>
        <resource identifier="r-lesson" type="webcontent" adlcp:scormtype="sco"
          xml:base="lesson/" href="index.html?start=1">
          <metadata><adlcp:location>lesson.xml</adlcp:location></metadata>
          <file href="index.html"><metadata/></file>
          <file href="a%20picture.png"/>
          <dependency identifierref="r-shared"/>
        </resource>
        <resource identifier="r-test" type="webcontent" adlcp:scormtype="sco" href="shell.html">
          <file href="test.js"/>
          <dependency identifierref="r-shared"/>
        </resource>
        <resource identifier="r-shared" type="webcontent" adlcp:scormtype="asset">
          <file href="shell.html"/>
          <file href="style.css"/>
        </resource>
      </resources>
    </manifest>

    """

  static let paths = [
    "meta/welcome.xml", "content/lesson/lesson.xml", "content/Welcome.html",
    "content/lesson/index.html", "content/lesson/a picture.png", "content/test.js",
    "content/shell.html", "content/style.css", "imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd",
    "imsmd_rootv1p2p1.xsd", "ims_xml.xsd",
  ]

  /// The files with another manifest, and others added and taken away.
  static func files(
    _ manifest: String = manifest, adding added: [String] = [], without taken: [String] = []
  ) -> [ArchiveEntry] {
    [ArchiveEntry(path: "imsmanifest.xml", bytes: Array(manifest.utf8))]
      + (paths.filter { !taken.contains($0) } + added).map { path in
        let text = path.hasSuffix(".xml") ? lom : "synthetic \(path)"
        return ArchiveEntry(path: path, bytes: Array(text.utf8))
      }
  }

  /// What stands in the files of metadata.
  static let lom = """
    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title>
    <langstring xml:lang="en">Synthetic</langstring></title></general></lom>
    """

  static func report(_ files: [ArchiveEntry]) -> InspectionReport {
    Inspection.inspect(.folder(files, name: "course", findings: []))
  }

  /// The manifest with its first occurrence of a text replaced.
  static func changed(_ original: String, _ replacement: String) throws -> String {
    let place = try #require(manifest.firstRange(of: original), "not there: \(original)")
    return manifest[..<place.lowerBound] + replacement + manifest[place.upperBound...]
  }
}

/// One change of the good package that breaks one rule.
struct SCORM12Change: Sendable, CustomTestStringConvertible {
  let code: String
  var original = ""
  var replacement = ""
  var added: [String] = []
  var taken: [String] = []
  /// The verdict that it leads to.
  var verdict = InspectionVerdict.notConformant
  /// Codes that come along, for one mistake can break several rules.
  var also: Set<String> = []

  var testDescription: String { "\(code): \(original) → \(replacement) \(added) \(taken)" }

  init(
    _ code: String, _ original: String, _ replacement: String, also: Set<String> = [],
    verdict: InspectionVerdict = .notConformant
  ) {
    self.code = code
    self.original = original
    self.replacement = replacement
    self.also = also
    self.verdict = verdict
  }

  init(
    _ code: String, added: [String] = [], taken: [String] = [], also: Set<String> = [],
    verdict: InspectionVerdict = .notConformant
  ) {
    self.code = code
    self.added = added
    self.taken = taken
    self.also = also
    self.verdict = verdict
  }
}
