import Curriculum
import Markup
import Text
import XML

/// A page of the web that a module's lessons link to.
struct CartridgeLink {
  /// The address.
  let address: String
  /// What the lessons call it.
  var title: LocalizedText

  /// The namespace of web links in Common Cartridge 1.1.
  static let scope = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1")

  /// Returns the links of a module, each address once, in the order of reading.
  static func links(of module: Module, languages: [Language]) -> [CartridgeLink] {
    var links: [CartridgeLink] = []
    var places: [String: Int] = [:]
    for lesson in module.lessons {
      for block in lesson.blocks {
        for language in languages {
          for (address, words) in found(in: block.documents[language]?.blocks ?? []) {
            let title = words.isEmpty ? address : words
            if let place = places[address] {
              if links[place].title[language].isEmpty { links[place].title[language] = title }
            } else {
              var text = LocalizedText(en: "", km: "")
              text[language] = title
              places[address] = links.count
              links.append(CartridgeLink(address: address, title: text))
            }
          }
        }
      }
    }
    return links
  }

  /// Returns the document that an LMS reads.
  func bytes(title: String) -> [UInt8] {
    XMLWriting.bytes(
      of: XMLElement(
        Self.scope("webLink"),
        children: [
          XMLElement(Self.scope("title"), text: title),
          XMLElement(Self.scope("url"), ["href": address, "target": "_blank"]),
        ]))
  }

  // MARK: Finding

  private static func found(in blocks: [MarkdownBlock]) -> [(address: String, words: String)] {
    blocks.flatMap { block -> [(address: String, words: String)] in
      switch block.content {
      case .paragraph(let inlines), .heading(_, let inlines): return found(in: inlines)
      case .bulletList(let items, _), .orderedList(_, let items, _):
        return items.flatMap { found(in: $0) }
      case .blockQuote(let blocks): return found(in: blocks)
      case .table(let table):
        return ([table.header] + table.rows).flatMap { row in row.flatMap { found(in: $0) } }
      case .codeBlock, .thematicBreak: return []
      }
    }
  }

  private static func found(in inlines: [MarkdownInline]) -> [(address: String, words: String)] {
    inlines.flatMap { inline -> [(address: String, words: String)] in
      switch inline {
      case .link(let destination, let children):
        let isOfWeb = ["http://", "https://"].contains { destination.hasPrefix($0) }
        return isOfWeb ? [(destination, children.plainText)] : []
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        return found(in: children)
      case .text, .code, .image, .citation, .softBreak, .lineBreak: return []
      }
    }
  }
}
