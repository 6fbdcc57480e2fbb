import Testing
import Text

@testable import Markup

private func html(
  _ text: String, language: Language = .english, headingOffset: Int = 0, firstTable: Int = 1
) -> String {
  MarkdownDocument.parse(text, startingAt: SourceLocation(file: "a.md")).0
    .html(language: language, headingOffset: headingOffset, firstTable: firstTable) {
      $0 == "known" ? 7 : nil
    }
}

@Suite("A document becomes HTML")
struct MarkdownHTMLTests {
  @Test("Running text is escaped and marked")
  func inlines() {
    #expect(
      html("a & \"b\" *c* **d** ~~e~~ `<f>`  \ng\nh")
        == "<p>a &amp; &quot;b&quot; <em>c</em> <strong>d</strong> <del>e</del> "
        + "<code>&lt;f&gt;</code><br />\ng\nh</p>\n")
    #expect(html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n")
    #expect(html("x&#1;y&#0;") == "<p>xy\u{FFFD}</p>\n")
  }

  @Test("Blocks are semantic elements, and tight items hold no paragraphs")
  func blocks() {
    #expect(html("# A\n\n###### B", headingOffset: 2) == "<h3>A</h3>\n<h6>B</h6>\n")
    #expect(html("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
    #expect(
      html("2. a\n\n3. b") == "<ol start=\"2\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n")
    #expect(html("- a\n  1. b") == "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol></li>\n</ul>\n")
    #expect(html("> q\n\n---") == "<blockquote>\n<p>q</p>\n</blockquote>\n<hr />\n")
    #expect(
      html("```a\"b c\n<x>\n```")
        == "<pre tabindex=\"0\"><code class=\"language-a&quot;b\">&lt;x&gt;\n</code></pre>\n")
    #expect(html("    x") == "<pre tabindex=\"0\"><code>x\n</code></pre>\n")
    #expect(html("") == "")
  }

  @Test("Links and pictures are attributes that nothing can break out of")
  func links() {
    #expect(
      html("[a *b*](c.html?x=1&y=\"2\") ![d \"e\"](f.png)")
        == "<p><a href=\"c.html?x=1&amp;y=&quot;2&quot;\">a <em>b</em></a> "
        + "<img src=\"f.png\" alt=\"d &quot;e&quot;\" /></p>\n")
    let document = MarkdownDocument(blocks: [
      MarkdownBlock(
        .paragraph([
          .link(destination: "javascript:x", [.text("a")]), .image(source: "data:x", alt: "<b>"),
        ]), at: SourceLocation(file: "a.md"))
    ])
    #expect(document.html { _ in nil } == "<p>a&lt;b&gt;</p>\n")
  }

  @Test("Destinations can be given other names, and unsafe names are left out")
  func targets() {
    let document = MarkdownDocument.parse(
      "[a](x) ![b](y)", startingAt: SourceLocation(file: "a.md")
    ).0
    let result = document.html(target: { $0 == "x" ? "../z/x" : "javascript:y" }) { _ in nil }
    #expect(result == "<p><a href=\"../z/x\">a</a> b</p>\n")
  }

  @Test("Citations are numbered links, but not inside a link")
  func citations() {
    #expect(
      html("a[^known] [^other] [b[^known]](c)")
        == "<p>a<sup class=\"cite\"><a href=\"#source-7\">7</a></sup> "
        + "<sup class=\"cite\">[other]</sup> "
        + "<a href=\"c\">b<sup class=\"cite\">7</sup></a></p>\n")
  }

  @Test("Tables scroll in a named region and their headers have a scope")
  func tables() {
    #expect(
      html("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|*4*|", language: .khmer, firstTable: 2)
        == """
        <div class="table" role="region" tabindex="0" aria-label="តារាងទី ២">
        <table>
        <thead>
        <tr><th scope="col">a</th><th scope="col" class="left">b</th>\
        <th scope="col" class="center">c</th><th scope="col" class="right">d</th></tr>
        </thead>
        <tbody>
        <tr><td>1</td><td class="left">2</td><td class="center">3</td>\
        <td class="right"><em>4</em></td></tr>
        </tbody>
        </table>
        </div>

        """)
    let two = html("|a|\n|-|\n\n> |b|\n> |-|\n")
    #expect(two.contains("Table 1") && two.contains("Table 2") && !two.contains("<tbody>"))
  }

  @Test("Running text alone becomes HTML without a paragraph")
  func inlineHTML() {
    let inlines: [MarkdownInline] = [.text("A&B "), .strong([.text("c")]), .citation("known")]
    #expect(
      inlines.html { _ in 1 }
        == "A&amp;B <strong>c</strong><sup class=\"cite\"><a href=\"#source-1\">1</a></sup>")
    #expect(inlines.plainText == "A&B c")
  }
}

@Suite("A document becomes plain text")
struct MarkdownPlainTextTests {
  private func lines(_ text: String, width: Int = 30) -> [String] {
    MarkdownDocument.parse(text, startingAt: SourceLocation(file: "a.md")).0
      .plainText(width: width) { $0 == "known" ? 7 : nil }
  }

  @Test("Paragraphs are wrapped and separated by an empty line")
  func paragraphs() {
    #expect(
      lines("# Title\n\nOne *two* three[^known] four\nfive six[^x]  \nseven", width: 24)
        == ["Title", "", "One two three[7] four", "five six[x]", "seven"])
    #expect(
      lines("[a](https://b.kh) <https://c.kh> [d](e) ![f](g)", width: 60)
        == ["a (https://b.kh) https://c.kh d f"])
  }

  @Test("Khmer is broken between words, and no line is too wide")
  func khmer() {
    let text = "រដ្ឋបាលថ្នាក់មូលដ្ឋានត្រូវស្តាប់ប្រជាពលរដ្ឋ"
    let found = lines(text, width: 20)
    #expect(found.count > 1)
    #expect(found.joined() == text)
    #expect(found.allSatisfy { DisplayWidth.columns(of: $0) <= 20 })
  }

  @Test("Lists keep their marks and hang under them")
  func lists() {
    #expect(
      lines("9. alpha beta gamma delta epsilon\n10. b\n    - c\n", width: 20)
        == ["9.  alpha beta gamma", "    delta epsilon", "10. b", "    • c"])
    #expect(lines("- a\n\n  b\n-\n") == ["• a", "", "  b", "", "•"].map { $0 == "•" ? "• " : $0 })
  }

  @Test("Quotations, code and lines across the page are recognised")
  func otherBlocks() {
    #expect(lines("> a\n>\n> b") == ["│ a", "│", "│ b"])
    #expect(lines("```\nx\n\ny\n```") == ["    x", "", "    y"])
    #expect(lines("---", width: 10) == ["──────────"])
  }

  @Test("Rows of a table are lines of header and value")
  func tables() {
    #expect(
      lines("|Who||\n|-|-|\n|A|1|\n|B||")
        == ["Who: A", "1", "", "Who: B"])
    #expect(lines("|Who|What|\n|-|-|") == ["Who, What"])
  }
}
