import Testing
import Text

@testable import XML

private func parse(_ text: String) -> (XMLElement?, [Diagnostic]) {
  XMLReading.parse(Array(text.utf8), file: "a.xml")
}

private let cp = XMLNamespace(prefix: "", uri: "urn:cp")
private let adl = XMLNamespace(prefix: "adl", uri: "urn:adl")

@Suite("XML is read into values")
struct XMLReadingTests {
  @Test("Names, namespaces, attributes, text and lines are read")
  func tree() {
    let (root, findings) = parse(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- no -->
      <m xmlns="urn:cp" xmlns:adl="urn:adl" b="2" a="&lt;&#x1780;&quot;" adl:c="x">
        <adl:title xml:lang="km">ក &amp; <![CDATA[<ខ>]]><!-- x -->គ</adl:title>
        <?php no ?><item/><item xmlns=""><b>1</b>2</item>
      </m>
      """)
    #expect(findings == [])
    #expect(root?.name == cp("m"))
    #expect(root?.declarations == [cp, adl])
    #expect(
      root?.attributes == [
        XMLAttribute("b", "2"), XMLAttribute("a", "<ក\""), XMLAttribute(adl("c"), "x"),
      ])
    #expect(root?.line == 3)
    #expect(root?.elements.map(\.line) == [4, 5, 5])
    #expect(root?.first("title")?.children == [.text("ក & <ខ>គ")])
    #expect(root?.first("title")?.attribute("lang", uri: XMLNamespace.xml.uri) == "km")
    #expect(root?.first("title")?.name.qualified == "adl:title")
    #expect(root?.elements("item").count == 2)
    #expect(root?.elements("item", uri: "urn:cp").count == 1)
    #expect(root?.first("item", uri: "")?.text == "12")
    #expect(root?.first("item", uri: "")?.name == "item")
    #expect(root?.first("title", uri: "urn:cp") == nil)
    #expect(root?.attribute("c") == "x" && root?.attribute("c", uri: "") == nil)
  }

  @Test(
    "What is not well formed is a finding at its line",
    arguments: [
      ("<a>\n<b></a>", 2), ("<a>\n&undefined;</a>", 2), ("", 1), ("text", 1),
      ("<a x='1' x='2'/>", 1), ("<p:a/>", 1), ("<a>\n\u{1}</a>", 2), ("<a/><b/>", 1),
      ("<a>", 1), ("<?xml version='1.0' encoding='none-such'?><a/>", 1), ("<a>&#0;</a>", 1),
    ])
  func malformed(text: String, line: Int) {
    let (root, findings) = parse(text)
    #expect(root == nil)
    #expect(findings.first?.code == "xml-syntax")
    #expect(findings.first?.location.line == line)
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("A place counts scalars, and shows the line")
  func columns() {
    let findings = parse("<a>\nខ្មែរ<b></a>").1
    #expect(findings.first?.location == SourceLocation(file: "a.xml", line: 2, column: 13))
    #expect(findings.first?.excerpt == "ខ្មែរ<b></a>")
    let long = parse("<a>" + String(repeating: "x", count: 1000) + "</b>").1
    #expect(long.first?.excerpt == "")
  }

  @Test(
    "A DOCTYPE is refused before anything in it is read",
    arguments: [
      "<!DOCTYPE a>\n<a/>",
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
    ])
  func doctype(text: String) {
    let (root, findings) = parse(text)
    #expect(root == nil)
    #expect(findings.map(\.code) == ["doctype"])
    #expect(findings.map(\.location.line) == [1])
  }

  @Test("Elements too deep and documents too large are refused")
  func limits() {
    let start = String(repeating: "<a>", count: 201)
    let end = String(repeating: "</a>", count: 201)
    #expect(parse(start + end).1.map(\.code) == ["too-deep"])
    #expect(parse(String((start + end).dropFirst(3).dropLast(4))).1 == [])
    let hopeless = String(repeating: "<a>", count: 100_000)
    #expect(parse(hopeless).1.map(\.code) == ["too-deep"])
    let large = [UInt8](repeating: 0x20, count: XMLReading.largestDocument + 1)
    #expect(XMLReading.parse(large, file: "a.xml").1.map(\.code) == ["too-large"])
  }

  @Test("Hundreds of findings are cut short and say so")
  func manyFindings() {
    let (root, findings) = parse("<a>" + String(repeating: "<p:b/>\n", count: 500) + "</a>")
    #expect(root == nil)
    #expect(findings.count == XMLProblems.limit + 1)
    #expect(findings.last?.code == "more-findings")
  }

  @Test("Other encodings are read as they declare")
  func encodings() {
    let latin: [UInt8] =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(XMLReading.parse(latin, file: "a.xml").0?.text == "é")
    let text = "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>ក</a>"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(XMLReading.parse(wide, file: "a.xml").0?.text == "ក")
    #expect(XMLReading.parse([0x3C, 0x61, 0x3E, 0xFF, 0xFE], file: "a.xml").0 == nil)
  }

  @Test("Lines beyond 65535 are counted")
  func manyLines() {
    let (root, _) = parse("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>")
    #expect(root?.first("b")?.line == 70_001)
  }

  @Test("Random bytes and broken documents give a tree or a finding", arguments: 0..<10)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "xml")
    let valid = Array(
      "<?xml version='1.0'?><m xmlns='urn:a' xmlns:b='urn:b'><b:i x='1'>ខ្មែរ&amp;</b:i></m>".utf8)
    for round in 0..<100 {
      var bytes = valid
      if round % 4 == 0 {
        bytes = (0..<generator.index(below: 100)).map { _ in UInt8(generator.index(below: 256)) }
      } else {
        for _ in 0...generator.index(below: 4) {
          let at = generator.index(below: bytes.count)
          switch generator.index(below: 3) {
          case 0: bytes[at] = UInt8(generator.index(below: 256))
          case 1: bytes.remove(at: at)
          default: bytes.insert(UInt8(generator.index(below: 128)), at: at)
          }
        }
      }
      let (root, findings) = XMLReading.parse(bytes, file: "a.xml")
      #expect((root == nil) == findings.hasErrors)
      if let root {
        #expect(parse(String(decoding: XMLWriting.bytes(of: root), as: UTF8.self)).1 == [])
      }
    }
  }
}
