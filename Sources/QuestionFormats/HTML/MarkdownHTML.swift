/// Turns Markdown into the HTML that learning platforms show.
enum MarkdownHTML {
  /// Returns the HTML of a text, or `nil` where the text has no marks, or marks whose HTML would
  /// not be read back as the same text: then it is better carried as it is.
  static func html(_ markdown: String) -> String? {
    guard markdown.utf8.contains(where: isMark) else { return nil }
    let html = paragraphs(markdown)
    guard html != "<p>\(escaped(markdown))</p>" else { return nil }
    let back = HTMLMarkdown(html)
    return back.lost.isEmpty && back.markdown.utf8.elementsEqual(markdown.utf8) ? html : nil
  }

  /// Returns a text in which the signs of HTML are references.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 { append(byte, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x26: bytes.append(contentsOf: "&amp;".utf8)
    case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
    case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
    default: bytes.append(byte)
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x5B || byte == 0x5C || byte == 0x0A || byte == 0x60 || byte == 0x2D
      || byte == 0x23
  }

  private static func paragraphs(_ markdown: String) -> String {
    var html = ""
    var list: String?
    var paragraph: [Substring] = []
    func end() {
      if !paragraph.isEmpty { html += "<p>\(inline(paragraph.joined(separator: "\n")))</p>" }
      paragraph = []
      if let open = list { html += "</\(open)>" }
      list = nil
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let (kind, text) = item(line)
      if line.isEmpty {
        end()
      } else if let kind, paragraph.isEmpty {
        if list != kind {
          end()
          html += "<\(kind)>"
          list = kind
        }
        html += "<li>\(inline(String(text)))</li>"
      } else {
        if list != nil { end() }
        paragraph.append(line)
      }
    }
    end()
    return html
  }

  private static func item(_ line: Substring) -> (kind: String?, text: Substring) {
    if line.hasPrefix("- ") { return ("ul", line.dropFirst(2)) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    if (1...3).contains(digits.count), rest.hasPrefix(". ") { return ("ol", rest.dropFirst(2)) }
    return (nil, line)
  }

  /// Strong and emphasised text, links, code and escapes; a mark without its partner is text.
  private static func inline(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x5C, at + 1 < bytes.count, bytes[at + 1] == 0x0A {
        out.append(contentsOf: "<br>".utf8)
        at += 2
      } else if byte == 0x5C, at + 1 < bytes.count, isPunctuation(bytes[at + 1]) {
        append(bytes[at + 1], to: &out)
        at += 2
      } else if let (tag, inner, next) = span(bytes, at) {
        out.append(contentsOf: "<\(tag)>".utf8)
        for byte in inner { append(byte, to: &out) }
        out.append(contentsOf: "</\(tag.prefix { $0 != " " })>".utf8)
        at = next
      } else {
        append(byte, to: &out)
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A span without others in it, at most 2000 bytes long.
  private static func span(
    _ bytes: [UInt8], _ at: Int
  ) -> (tag: String, inner: ArraySlice<UInt8>, next: Int)? {
    let isDouble = at + 1 < bytes.count && bytes[at] == 0x2A && bytes[at + 1] == 0x2A
    switch bytes[at] {
    case 0x2A where isDouble:
      return enclosed(bytes, at + 2, 0x2A, count: 2).map { ("strong", $0, $0.endIndex + 2) }
    case 0x2A: return enclosed(bytes, at + 1, 0x2A, count: 1).map { ("em", $0, $0.endIndex + 1) }
    case 0x60: return enclosed(bytes, at + 1, 0x60, count: 1).map { ("code", $0, $0.endIndex + 1) }
    case 0x5B:
      guard let name = enclosed(bytes, at + 1, 0x5D, count: 1), name.endIndex + 1 < bytes.count,
        bytes[name.endIndex + 1] == 0x28,
        let target = enclosed(bytes, name.endIndex + 2, 0x29, count: 1),
        !target.contains(0x22), !target.contains(0x20)
      else { return nil }
      let address = escaped(String(decoding: target, as: UTF8.self))
      return ("a href=\"\(address)\"", name, target.endIndex + 1)
    default: return nil
    }
  }

  private static func enclosed(
    _ bytes: [UInt8], _ start: Int, _ mark: UInt8, count: Int
  ) -> ArraySlice<UInt8>? {
    let limit = min(bytes.count, start + 2000)
    guard start < limit, bytes[start] != 0x20,
      let end = bytes[start..<limit].firstIndex(where: { $0 == mark || $0 == 0x5C || $0 == 0x0A }),
      end > start, bytes[end] == mark, bytes[end - 1] != 0x20, end + count <= bytes.count,
      count == 1 || bytes[end + 1] == mark
    else { return nil }
    return bytes[start..<end]
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
