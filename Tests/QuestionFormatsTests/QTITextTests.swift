import Testing
import XML

@testable import QuestionFormats

@Suite("Texts between Markdown and QTI")
struct QTITextTests {
  private let space = XMLNamespace(prefix: "", uri: "urn:test")

  private func elements(_ markdown: String) -> String {
    let root = XMLElement(
      space("x"), attributes: [],
      children: QTIBlockText.elements(QTIBlockText.parse(markdown), space) { _ in nil }
        .map(XMLNode.element))
    let text = String(decoding: XMLWriting.bytes(of: root, indented: false), as: UTF8.self)
    let start = text.range("<x xmlns=\"urn:test\">")
    return start.map { String(text.dropFirst($0)).replacingEnd("</x>\n") } ?? text
  }

  private func markdown(_ xml: String) -> (String, Int) {
    let (root, findings) = XMLReading.parse(Array("<x>\(xml)</x>".utf8), file: "x")
    #expect(findings == [])
    var reader = QTIBodyReader()
    return (QTIBlockText.markdown(reader.blocks(root?.children ?? [])), reader.lost.count)
  }

  @Test(
    "Markdown becomes elements, and comes back",
    arguments: [
      ("plain", "<p>plain</p>"), ("a *b* c", "<p>a <em>b</em> c</p>"),
      ("**b** `c*`", "<p><strong>b</strong> <code>c*</code></p>"),
      ("one\n\ntwo", "<p>one</p><p>two</p>"), ("a\\\nb", "<p>a<br/>b</p>"),
      ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
      ("1. a\n2. b\n   - c", "<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>"),
      ("> q\n>\n> r", "<blockquote><p>q</p><p>r</p></blockquote>"),
      ("[a](b.html)", "<p><a href=\"b.html\">a</a></p>"),
      ("![a](b.png)", "<p><img src=\"b.png\" alt=\"a\"/></p>"),
      ("2 * 3 * 4", "<p>2 * 3 * 4</p>"), ("5*3", "<p>5*3</p>"), ("a_b_c", "<p>a_b_c</p>"),
      ("\\*a\\*", "<p>*a*</p>"), ("1\\. a", "<p>1. a</p>"), ("\\- a", "<p>- a</p>"),
      ("\\> a", "<p>&gt; a</p>"), ("7. a", "<p>7. a</p>"), ("back\\slash", "<p>back\\slash</p>"),
      ("a < b & c", "<p>a &lt; b &amp; c</p>"), ("\\<b>", "<p>&lt;b&gt;</p>"),
      ("```\na\n  b\n```", "<pre>a\n  b</pre>"), ("`` a`b ``", "<p><code>a`b</code></p>"),
      ("[x] (y)", "<p>[x] (y)</p>"), ("**", "<p>**</p>"),
      ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
      ("ស្ត្រី *ឃុំ*", "<p>ស្ត្រី <em>ឃុំ</em></p>"),
    ])
  func both(_ text: String, _ xml: String) {
    #expect(elements(text) == xml)
    #expect(markdown(xml).0 == text)
  }

  @Test(
    "Elements that Markdown does not have are read as text, and named",
    arguments: [
      ("<h2>Title</h2><div><p>a</p>b</div>", "**Title**\n\na\n\nb", 0),
      ("<p> a\n\t <b> b </b>c</p>", "a **b** c", 0), ("<p><em> </em>x</p>", "x", 0),
      ("<p>x<sub>2</sub></p>", "x2", 1), ("<p><q>a</q></p>", "“a”", 0),
      ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\n\nc", 1),
      ("<object data=\"a.png\"><p>alt</p></object>", "alt", 1),
      ("<rubricBlock view=\"scorer\"><p>secret</p></rubricBlock>", "", 1),
      ("<rubricBlock view=\"candidate\"><p>read</p></rubricBlock>", "read", 0),
      ("<feedbackBlock><p>f</p></feedbackBlock>", "", 1),
      ("<p>a <feedbackInline>f</feedbackInline></p>", "a", 1),
      ("<p><math><mi>x</mi> <mo>=</mo> <mn>1</mn></math></p>", "x=1", 1),
      ("<hr/><p>a</p>", "a", 0),
      ("<p>a <img src=\"b c.png\" alt=\"[d]\"/></p>", "a ![d](b%20c.png)", 1),
      ("<ul><li/></ul>", "", 0), ("<pre/>", "", 0), ("<p>a<br/></p>", "a", 0),
      ("<p><span>a</span> <a href=\"u\">b</a></p>", "a [b](u)", 0),
      ("<p>a<include/><printedVariable/></p>", "a", 2), ("<infoControl/>", "", 1),
      ("<p>*a* <b>x</b> [b](c)</p>", "\\*a\\* **x** \\[b\\](c)", 0),
      ("<span>a<table><tr><td>b</td></tr></table></span>", "ab", 1),
    ])
  func lost(_ xml: String, _ expected: String, _ count: Int) {
    let (text, lost) = markdown(xml)
    #expect(text == expected)
    #expect(lost == count)
  }

  @Test("Deep and long texts are read in bounded time")
  func hostile() {
    let stars = String(repeating: "*a ", count: 20_000)
    #expect(!QTIInlineText.parse(stars).isEmpty)
    let brackets = String(repeating: "[", count: 20_000)
    #expect(QTIInlineText.plain(QTIInlineText.parse(brackets)) == brackets)
    let ticks = (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    #expect(!QTIInlineText.parse(ticks).isEmpty)
    let quotes = String(repeating: "> ", count: 5000) + "a"
    #expect(!QTIBlockText.parse(quotes).isEmpty)
    let lists = (0..<500).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    #expect(!QTIBlockText.parse(lists).isEmpty)
  }
}

extension String {
  /// How many characters stand up to the end of a part.
  fileprivate func range(_ part: String) -> Int? {
    guard let found = firstRange(of: part) else { return nil }
    return distance(from: startIndex, to: found.upperBound)
  }

  fileprivate func replacingEnd(_ end: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) : self
  }
}
