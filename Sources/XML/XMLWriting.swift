import CLibXML2

/// Writes values as XML.
package enum XMLWriting {
  /// Returns a document in UTF-8, with its declaration; the same element gives the same bytes.
  ///
  /// Attributes stand in the order of the array. Namespaces are declared where they are first
  /// needed, and all that have a prefix of their own on the outermost element. Only `&`, `<`, `>`
  /// and `"` become entities, and line breaks and tabs in attributes, and carriage returns, become
  /// numbers because readers would lose them (XML 1.0, 2.11 and 3.3.3); Khmer stays Khmer.
  /// Characters that XML 1.0 (2.2) forbids are left out. Names have to be names of XML: anything
  /// else is a mistake of the caller.
  ///
  /// - Parameters:
  ///   - root: The outermost element.
  ///   - indented: Whether elements that hold no text are set on lines of their own.
  /// - Returns: The bytes, which end in a line break.
  package static func bytes(of root: XMLElement, indented: Bool = true) -> [UInt8] {
    XMLLibrary.prepare()
    guard let document = TreeWriter.document() else { return [] }
    defer { xmlFreeDoc(document) }
    let writer = TreeWriter(document: document)
    if let node = writer.node(root, parent: nil, extra: sharedNamespaces(root)) {
      xmlDocSetRootElement(document, node)
    }
    var memory: UnsafeMutablePointer<xmlChar>?
    var size: Int32 = 0
    xmlDocDumpFormatMemoryEnc(document, &memory, &size, "UTF-8", indented ? 1 : 0)
    defer { sala_xml_free(memory) }
    return Array(UnsafeBufferPointer(start: memory, count: Int(size)))
  }

  /// Returns `text` without the characters that XML 1.0 forbids, even as numbers (2.2, Char).
  package static func allowed(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeForbidden),
      text.unicodeScalars.contains(where: isForbidden)
    else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter { !isForbidden($0) })
    return String(result)
  }

  /// Bytes of control characters, and the first byte of U+F000 to U+FFFF: most texts have neither.
  private static func mayBeForbidden(_ byte: UInt8) -> Bool {
    byte == 0xEF || (byte < 0x20 && byte != 0x0A && byte != 0x09)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The namespaces whose prefix means nothing else anywhere, in the order of their first use.
  private static func sharedNamespaces(_ root: XMLElement) -> [XMLNamespace] {
    var order: [XMLNamespace] = []
    var uris: [String: Set<String>] = [:]
    collect(root, &order, &uris)
    return order.filter { uris[$0.prefix]?.count == 1 }
  }

  private static func collect(
    _ element: XMLElement, _ order: inout [XMLNamespace], _ uris: inout [String: Set<String>]
  ) {
    func use(_ namespace: XMLNamespace?) {
      guard let namespace, !namespace.prefix.isEmpty, namespace.prefix != XMLNamespace.xml.prefix
      else { return }
      if uris[namespace.prefix, default: []].insert(namespace.uri).inserted {
        order.append(namespace)
      }
    }
    use(element.name.namespace)
    for attribute in element.attributes { use(attribute.name.namespace) }
    for namespace in element.declarations { use(namespace) }
    for case .element(let child) in element.children { collect(child, &order, &uris) }
  }
}
