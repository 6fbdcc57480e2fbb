import CLibXML2

/// Writes a document with many like elements, of which memory holds one at a time.
///
/// The bytes are those that `XMLWriting.bytes(of:)` gives for the whole, if no element in it needs a
/// namespace with a prefix that the shell does not declare.
package final class XMLStream {
  private let document: xmlDocPtr?
  private let buffer = xmlBufferCreate()
  private let isIndented: Bool
  /// Where the elements go while they are written.
  private var parent: xmlNodePtr?
  /// How many elements stand around them.
  private var depth = 0
  private var bytes: [UInt8] = []
  private var tail: [UInt8] = []
  private let empty: [UInt8]
  private var count = 0

  /// The element in a shell that the written elements take the place of.
  package static let place = XMLElement("sala-elements-here")

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - shell: The outermost element with everything but the many elements, which go where it
  ///     holds `place` with no namespace.
  ///   - indented: Whether elements that hold no text are set on lines of their own.
  package init(shell: XMLElement, indented: Bool = true) {
    isIndented = indented
    empty = XMLWriting.bytes(of: Self.without(shell), indented: indented)
    XMLLibrary.prepare()
    document = TreeWriter.document()
    let whole = XMLWriting.bytes(of: shell, indented: indented)
    let mark = Self.mark(in: whole)
    bytes = Array(whole[..<mark.lowerBound])
    tail = Array(whole[mark.upperBound...])
    guard let document else { return }
    if let root = TreeWriter(document: document).node(Self.around(shell) ?? shell, parent: nil) {
      xmlDocSetRootElement(document, root)
      parent = root
      while let inner = parent?.pointee.children, inner.pointee.type == XML_ELEMENT_NODE {
        parent = inner
        depth += 1
      }
      depth += 1
    }
  }

  deinit {
    xmlBufferFree(buffer)
    xmlFreeDoc(document)
  }

  /// Writes the next element.
  package func write(_ element: XMLElement) {
    guard let document, let parent,
      let node = TreeWriter(document: document).node(element, parent: parent)
    else { return }
    if count > 0, isIndented {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
    count += 1
    xmlNodeDump(buffer, document, node, Int32(depth), isIndented ? 1 : 0)
    let length = Int(xmlBufferLength(buffer))
    bytes.append(contentsOf: UnsafeBufferPointer(start: xmlBufferContent(buffer), count: length))
    xmlBufferEmpty(buffer)
    xmlUnlinkNode(node)
    xmlFreeNode(node)
  }

  /// Returns the whole document; nothing can be written after it.
  package func finish() -> [UInt8] {
    guard count > 0 else { return empty }
    return bytes + tail
  }

  // MARK: Shell

  private static func isPlace(_ node: XMLNode) -> Bool {
    if case .element(let element) = node { element.name == place.name } else { false }
  }

  private static func without(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.filter { !isPlace($0) }.map { child in
      if case .element(let inner) = child { .element(without(inner)) } else { child }
    }
    return copy
  }

  /// The elements around the place, each with nothing else in it.
  private static func around(_ element: XMLElement) -> XMLElement? {
    var copy = element
    if element.children.contains(where: isPlace) {
      copy.children = []
      return copy
    }
    for case .element(let child) in element.children {
      if let inner = around(child) {
        copy.children = [.element(inner)]
        return copy
      }
    }
    return nil
  }

  /// Where the place stands in the bytes of a shell.
  ///
  /// In a default namespace it is written with `xmlns=""`.
  private static func mark(in bytes: [UInt8]) -> Range<Int> {
    let name = Array("<\(place.name.local)".utf8)
    var at = 0
    while at + name.count <= bytes.count {
      if bytes[at] == name[0], bytes[at..<(at + name.count)].elementsEqual(name) {
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        return at..<(end + 1)
      }
      at += 1
    }
    preconditionFailure("the shell has no place for its elements")
  }
}
