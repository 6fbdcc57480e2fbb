import Testing
import Text

@testable import XML

private let cp = XMLNamespace(prefix: "", uri: "urn:cp")
private let adl = XMLNamespace(prefix: "adl", uri: "urn:adl")

private func text(_ element: XMLElement, indented: Bool = true) -> String {
  String(decoding: XMLWriting.bytes(of: element, indented: indented), as: UTF8.self)
}

@Suite("Values are written as XML")
struct XMLWritingTests {
  @Test("A document has a declaration, indented elements and its namespaces on the root")
  func document() {
    var root = XMLElement(
      cp("manifest"), ["version": "1", "identifier": "m", XMLNamespace.xml("lang"): "km"],
      declarations: [XMLNamespace(prefix: "xsi", uri: "urn:xsi")],
      children: [XMLElement(cp("title"), text: "ថ្នាក់ & <A> \"B\"")])
    root.append(XMLElement(cp("item"), [adl("type"): "a&b<c>\"d\""]))
    #expect(
      text(root) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest xmlns="urn:cp" xmlns:xsi="urn:xsi" xmlns:adl="urn:adl" version="1" \
        identifier="m" xml:lang="km">
          <title>ថ្នាក់ &amp; &lt;A&gt; "B"</title>
          <item adl:type="a&amp;b&lt;c&gt;&quot;d&quot;"/>
        </manifest>

        """)
    #expect(text(root) == text(root))
    #expect(text(root, indented: false).contains("</title><item "))
  }

  @Test("A stream gives the bytes of the whole document", arguments: [0, 1, 2, 5])
  func stream(count: Int) {
    func shell(_ children: [XMLElement]) -> XMLElement {
      XMLElement(
        cp("manifest"), ["title": "ខ្មែរ \"&\""], declarations: [adl],
        children: [
          XMLElement(cp("head"), text: "ក & ខ"),
          XMLElement(
            cp("body"),
            children: [XMLElement(cp("list"), [adl("n"): "1"], children: children)]),
          XMLElement(cp("foot")),
        ])
    }
    let elements = (0..<count).map { index in
      XMLElement(
        cp("item"), ["id": "\(index)", adl("type"): "\"ខ\"\n"],
        children: [
          XMLElement(cp("p"), text: "\(index) < ច្បាប់"), XMLElement("plain"), XMLElement(cp("q")),
        ])
    }
    for indented in [true, false] {
      let stream = XMLStream(shell: shell([XMLStream.place]), indented: indented)
      for element in elements { stream.write(element) }
      #expect(
        String(decoding: stream.finish(), as: UTF8.self)
          == text(shell(elements), indented: indented))
    }
  }

  @Test("Prefixes that change their meaning are declared where they do")
  func namespaces() {
    let other = XMLNamespace(prefix: "adl", uri: "urn:other")
    let root = XMLElement(
      "r",
      children: [
        XMLElement(adl("a")), XMLElement(other("b")),
        XMLElement(cp("c"), children: [XMLElement("d"), XMLElement(cp("e"))]),
      ])
    let written = text(root, indented: false)
    #expect(
      written.hasSuffix(
        "<r><adl:a xmlns:adl=\"urn:adl\"/><adl:b xmlns:adl=\"urn:other\"/>"
          + "<c xmlns=\"urn:cp\"><d xmlns=\"\"/><e/></c></r>\n"))
    let read = XMLReading.parse(Array(written.utf8), file: "a.xml").0
    #expect(read?.elements.map(\.name) == [adl("a"), other("b"), cp("c")])
    #expect(read?.first("c")?.elements.map(\.name) == ["d", cp("e")])
  }

  @Test("Characters that XML forbids are left out, and white space survives")
  func characters() {
    let root = XMLElement("a", ["b": "1\n2\t3\u{0}\u{1F}4"], text: "x\u{0}\u{8}\u{FFFF}\r\ny\t😀")
    let written = XMLWriting.bytes(of: root)
    let (read, findings) = XMLReading.parse(written, file: "a.xml")
    #expect(findings == [])
    #expect(read?.attribute("b") == "1\n2\t34")
    #expect(read?.text == "x\r\ny\t😀")
    #expect(XMLWriting.allowed("ខ្មែរ\u{FFFE}") == "ខ្មែរ")
  }

  @Test("Text with elements in it is not indented")
  func mixedContent() {
    let root = XMLElement(
      "p", attributes: [],
      children: [.text("a "), .element(XMLElement("b", text: "c")), .text(" d")])
    #expect(text(root).hasSuffix("<p>a <b>c</b> d</p>\n"))
    #expect(root.text == "a c d")
    #expect(XMLElement("e", text: "").children == [])
  }

  @Test("What is written is read as it was", arguments: 0..<10)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "write")
    for _ in 0..<50 {
      let root = element(depth: 0, &generator)
      let written = XMLWriting.bytes(of: root, indented: false)
      let (read, findings) = XMLReading.parse(written, file: "a.xml")
      #expect(findings == [])
      #expect(read.map { XMLWriting.bytes(of: $0, indented: false) } == written)
      #expect(read?.text == XMLWriting.allowed(root.text))
    }
  }

  @Test("A name that is none is the caller's mistake")
  func badName() async {
    await #expect(processExitsWith: .failure) { _ = XMLWriting.bytes(of: XMLElement("a b")) }
  }

  private func element(depth: Int, _ generator: inout SeededGenerator) -> XMLElement {
    let spaces = [nil, cp, adl, XMLNamespace(prefix: "adl", uri: "urn:2")]
    let words = ["ក្រុម", "<&>\"'", "]]>", "a\nb", " ", "\u{1}", "&#1;", ""]
    var result = XMLElement(XMLName("e", in: spaces[generator.index(below: spaces.count)]))
    result.attributes = ["x", "y"].prefix(generator.index(below: 3)).map {
      XMLAttribute(XMLName($0), words[generator.index(below: words.count)])
    }
    for _ in 0..<(depth > 4 ? 0 : generator.index(below: 4)) {
      result.children.append(
        generator.index(below: 2) == 0
          ? .text(words[generator.index(below: words.count)])
          : .element(element(depth: depth + 1, &generator)))
    }
    return result
  }
}
