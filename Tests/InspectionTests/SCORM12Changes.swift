@testable import Inspection

extension SCORM12Change {
  /// Changes of the manifest's head, its organizations and items.
  static let ofItems = [
    SCORM12Change(
      "manifest-root", "http://www.imsproject.org/xsd/imscp_rootv1p1p2\"",
      "http://www.imsproject.org/xsd/imscp_rootv1p1\"", also: ["namespace-unknown"]),
    SCORM12Change("schema-name", "<schema>ADL SCORM<", "<schema>adl scorm<"),
    SCORM12Change("schema-name", "<schema>ADL SCORM</schema>", ""),
    SCORM12Change(
      "schema-version", "<schemaversion>1.2<", "<schemaversion>2004 4th Edition<",
      also: ["signals-mixed"]),
    SCORM12Change("schema-version", "<schemaversion>1.2<", "<schemaversion>1.20<"),
    SCORM12Change("schema-version", "<schemaversion>1.2</schemaversion>", ""),
    SCORM12Change(
      "xml-schema", "<schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>",
      "<schemaversion>1.2</schemaversion><schema>ADL SCORM</schema>"),
    SCORM12Change("xml-schema", "<title>Part one</title>", "<title>Part</title><Item/>"),
    SCORM12Change("xml-schema", " isvisible=\"true\">", " visible=\"true\">"),
    SCORM12Change("xml-schema", "<title>Part one</title>", "<title>Part <b>one</b></title>"),
    SCORM12Change("xml-schema", "<organizations default=\"course\">", "$0text"),
    SCORM12Change(
      "manifest-version", "version=\"1.1\"", "version=\"1.1 of the year of the dragon\"",
      verdict: .conformant),
    SCORM12Change(
      "sub-manifest", "</resources>", "</resources><manifest identifier=\"inner\"/>",
      verdict: .conformant),
    SCORM12Change("default-organization", "default=\"course\"", "default=\"Course\""),
    SCORM12Change("default-organization", "default=\"course\"", "default=\"test\""),
    SCORM12Change("default-organization", " default=\"course\"", ""),
    SCORM12Change(
      "item-missing",
      "<item identifier=\"short-test\" identifierref=\"r-test\">"
        + "<title>Test</title></item>", ""),
    SCORM12Change(
      "identifier-duplicate", "item identifier=\"short-test\"", "item identifier=\"test\""),
    SCORM12Change(
      "identifier-duplicate", "organization identifier=\"short\"",
      "organization identifier=\"r-test\""),
    SCORM12Change("identifier-invalid", "identifier=\"short\"", "identifier=\"2nd\""),
    SCORM12Change("identifier-invalid", "identifier=\"short\"", "identifier=\"a b\""),
    SCORM12Change("identifier-invalid", " identifier=\"org.example.village\"", ""),
    SCORM12Change("title-missing", "<title>Part one</title>", ""),
    SCORM12Change("title-missing", "<title>Part one</title>", "<title> \n </title>"),
    SCORM12Change("title-missing", "<title>Short course</title>", ""),
    SCORM12Change(
      "title-long", "Short course", String(repeating: "ក", count: 201), verdict: .conformant),
    SCORM12Change("element-twice", "<title>Part one</title>", "<title>A</title><title>B</title>"),
    SCORM12Change("item-reference", "identifierref=\"r-lesson\"", "identifierref=\"r-lessons\""),
    SCORM12Change("item-reference", "identifierref=\"r-lesson\"", "identifierref=\"lesson\""),
    SCORM12Change("item-reference", "identifierref=\"r-lesson\"", "identifierref=\"\""),
    SCORM12Change(
      "item-without-resource", " identifierref=\"r-welcome\"", ""),
    SCORM12Change(
      "item-launches-with-children", "item identifier=\"part-1\"",
      "item identifier=\"part-1\" identifierref=\"r-welcome\"", verdict: .conformant),
    SCORM12Change("item-parameters", "?part=1&amp;lang=km", "?part=1 &amp;lang=km"),
    SCORM12Change(
      "item-parameters", "?part=1&amp;lang=km", "?p=" + String(repeating: "x", count: 1000)),
    SCORM12Change("item-visibility", " isvisible=\"true\"", " isvisible=\"True\""),
    SCORM12Change("item-visibility", " isvisible=\"true\"", " isvisible=\"yes\""),
    SCORM12Change(
      "resource-href-missing", "identifierref=\"r-welcome\"", "identifierref=\"r-shared\""),
    SCORM12Change("mastery-score", "masteryscore>70<", "masteryscore>seventy<"),
    SCORM12Change("mastery-score", "masteryscore>70<", "masteryscore>101<"),
    SCORM12Change("mastery-score", "masteryscore>70<", "masteryscore>-1<"),
    SCORM12Change("mastery-score", "masteryscore>70<", "masteryscore>0,7<"),
    SCORM12Change("mastery-score", "masteryscore>70<", "masteryscore> 70<"),
    SCORM12Change("time-limit", ">00:45:00<", ">45<"),
    SCORM12Change("time-limit", ">00:45:00<", ">0:45:00<"),
    SCORM12Change("time-limit", ">00:45:00<", ">PT45M<"),
    SCORM12Change("time-limit-action", ">exit,message<", ">exit, message<"),
    SCORM12Change("time-limit-action", ">exit,message<", ">quit,message<"),
    SCORM12Change(
      "launch-data", "start=1<", String(repeating: "ខ", count: 256) + "<"),
    SCORM12Change("prerequisites", "type=\"aicc_script\"", "type=\"script\""),
    SCORM12Change("prerequisites", " type=\"aicc_script\"", ""),
    SCORM12Change(
      "prerequisites", ">welcome<", ">welcome" + String(repeating: " ", count: 200) + "<"),
    SCORM12Change("prerequisites-reference", ">welcome<", ">welcom<", verdict: .conformant),
    SCORM12Change("prerequisites-reference", "2*{welcome,", "2*{greeting,", verdict: .conformant),
    SCORM12Change(
      "element-twice", "<adlcp:masteryscore>",
      "<adlcp:masteryscore>60</adlcp:masteryscore><adlcp:masteryscore>"),
    SCORM12Change(
      "extension-unknown", "adlcp:masteryscore>70</adlcp:masteryscore",
      "adlcp:masteryScore>70</adlcp:masteryScore"),
    SCORM12Change(
      "extension-misplaced", "<adlcp:datafromlms>start=1</adlcp:datafromlms>",
      "<adlcp:location>a.xml</adlcp:location>"),
    SCORM12Change(
      "extension-misplaced", "</organization>\n  </organizations>",
      "<adlcp:masteryscore>70</adlcp:masteryscore></organization></organizations>"),
    SCORM12Change(
      "extension-without-sco",
      "<metadata><adlcp:location>meta/welcome.xml</adlcp:location></metadata>",
      "$0<adlcp:masteryscore>70</adlcp:masteryscore>", verdict: .conformant),
  ]

  /// Changes of resources and files.
  static let ofFiles = [
    SCORM12Change("resource-type", "type=\"webcontent\"", "type=\"Webcontent\""),
    SCORM12Change("resource-type", " type=\"webcontent\"", ""),
    SCORM12Change("scormtype", "adlcp:scormtype=\"sco\"", "adlcp:scormType=\"sco\""),
    SCORM12Change("scormtype", "adlcp:scormtype=\"sco\"", "adlcp:scormtype=\"SCO\""),
    SCORM12Change("scormtype", " adlcp:scormtype=\"sco\"", ""),
    SCORM12Change("resource-href-missing", " href=\"index.html?start=1\"", ""),
    SCORM12Change("resource-href", "href=\"index.html?start=1\"", "href=\"start.html\""),
    SCORM12Change("resource-href", "href=\"Welcome.html\">", "href=\"welcome.html\">"),
    SCORM12Change(
      "resource-href", "href=\"Welcome.html\">", "href=\"test.js\">", verdict: .conformant),
    SCORM12Change(
      "dependency-reference", "<dependency identifierref=\"r-shared\"",
      "<dependency identifierref=\"r-share\""),
    SCORM12Change(
      "dependency-reference", "<dependency identifierref=\"r-shared\"",
      "<dependency identifierref=\"welcome\""),
    SCORM12Change("dependency-reference", "<dependency identifierref=\"r-shared\"", "<dependency"),
    SCORM12Change("path-unsafe", "<file href=\"style.css\"/>", "<file href=\"../style.css\"/>"),
    SCORM12Change("path-unsafe", "<file href=\"style.css\"/>", "<file href=\"a\\style.css\"/>"),
    SCORM12Change("path-unsafe", "<file href=\"style.css\"/>", "<file href=\"a//style.css\"/>"),
    SCORM12Change("path-unsafe", "<file href=\"style.css\"/>", "<file href=\"%2E%2E/style.css\"/>"),
    SCORM12Change("path-unsafe", "<file href=\"style.css\"/>", "<file/>"),
    SCORM12Change("path-unsafe", "xml:base=\"content/\"", "xml:base=\"/content/\""),
    SCORM12Change("path-unsafe", "xml:base=\"content/\"", "xml:base=\"http://example.org/\""),
    SCORM12Change(
      "path-unsafe", "<adlcp:location>meta/welcome.xml<", "<adlcp:location>../welcome.xml<"),
    SCORM12Change("base-slash", "xml:base=\"content/\"", "xml:base=\"content\""),
    SCORM12Change("base-slash", "xml:base=\"lesson/\"", "xml:base=\"lesson\""),
    SCORM12Change(
      "metadata-file-missing", "<adlcp:location>meta/welcome.xml<",
      "<adlcp:location>welcome.xml<"),
    SCORM12Change("metadata-file-missing", taken: ["content/lesson/lesson.xml"]),
    SCORM12Change(
      "xml-schema", "<file href=\"test.js\"/>\n      <dependency identifierref=\"r-shared\"/>",
      "<dependency identifierref=\"r-shared\"/><file href=\"test.js\"/>"),
    SCORM12Change("xml-schema", "<file href=\"style.css\"/>", "$0<files/>"),
    SCORM12Change(
      "xml-schema", "<file href=\"style.css\"/>", "<file name=\"a\" href=\"style.css\"/>"),
    SCORM12Change("file-missing", taken: ["content/style.css"]),
    SCORM12Change("file-missing", taken: ["content/lesson/a picture.png"]),
    SCORM12Change("file-missing", "<file href=\"style.css\"/>", "$0<file href=\"none.css\"/>"),
    SCORM12Change("file-case", taken: ["content/style.css"], also: ["file-unlisted"])
      .adding("content/Style.css"),
    SCORM12Change(
      "file-twice", "<file href=\"style.css\"/>", "$0$0", verdict: .conformant),
    SCORM12Change("file-unlisted", added: ["content/more.js"], verdict: .conformant),
    SCORM12Change(
      "file-unlisted", "<file href=\"style.css\"/>", "", verdict: .conformant),
    SCORM12Change(
      "path-not-ascii", added: ["content/ភូមិ.html"], also: ["file-unlisted"],
      verdict: .conformant),
    SCORM12Change("control-document-missing", taken: ["ims_xml.xsd"], verdict: .conformant),
    SCORM12Change(
      "control-document-missing", " imscp_rootv1p1p2.xsd", " imscp_other.xsd", verdict: .conformant),
  ]

  static let all = ofItems + ofFiles + ofMetadata

  /// Changes of the metadata.
  static let ofMetadata = [
    SCORM12Change(
      "metadata-structure", "<imsmd:language>km<", "<imsmd:tongue/><imsmd:language>km<"),
    SCORM12Change("metadata-structure", "<imsmd:title>", "<imsmd:language>en</imsmd:language>$0"),
    SCORM12Change("metadata-structure", "<imsmd:lifecycle>", "<imsmd:general/>$0"),
    SCORM12Change("metadata-structure", "<imsmd:format>text/html<", "<imsmd:format><b/><"),
    SCORM12Change("metadata-structure", "<imsmd:format>", "<imsmd:format><imsmd:b/>"),
    SCORM12Change(
      "metadata-structure", "<imsmd:langstring xml:lang=\"en\">one</imsmd:langstring>", "one"),
    SCORM12Change(
      "metadata-structure", "<imsmd:langstring xml:lang=\"en\">one</imsmd:langstring>",
      "<imsmd:string>one</imsmd:string>"),
    SCORM12Change(
      "metadata-structure",
      "<imsmd:value><imsmd:langstring xml:lang=\"x-none\">Draft</imsmd:langstring></imsmd:value>",
      "$0$0"),
    SCORM12Change(
      "metadata-language", "<imsmd:langstring xml:lang=\"en\">A", "<imsmd:langstring>A",
      verdict: .conformant),
    SCORM12Change(
      "metadata-long", ">A village<", ">" + String(repeating: "ក", count: 1_001) + "<",
      verdict: .conformant),
    SCORM12Change("metadata-vocabulary", ">Draft<", ">draft<", verdict: .conformant),
  ]

  private func adding(_ path: String) -> SCORM12Change {
    var change = self
    change.added.append(path)
    return change
  }
}
