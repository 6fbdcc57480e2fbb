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
    guard let document = xmlNewDoc("1.0") else { return [] }
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
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter { !isForbidden($0) })
    return String(result)
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
    let used = [element.name.namespace] + element.attributes.map(\.name.namespace)
    for namespace in used.compactMap(\.self) + element.declarations
    where !namespace.prefix.isEmpty && namespace.prefix != XMLNamespace.xml.prefix {
      if uris[namespace.prefix, default: []].insert(namespace.uri).inserted {
        order.append(namespace)
      }
    }
    for child in element.elements { collect(child, &order, &uris) }
  }
}

/// Builds the tree that libxml2 writes.
private struct TreeWriter {
  let document: xmlDocPtr

  func node(_ element: XMLElement, parent: xmlNodePtr?, extra: [XMLNamespace]) -> xmlNodePtr? {
    precondition(Self.isName(element.name.local), "not a name of XML: \(element.name.local)")
    guard let node = xmlNewDocNode(document, nil, element.name.local, nil) else { return nil }
    if let parent { xmlAddChild(parent, node) }
    declare(element, at: node, extra: extra)
    if let namespace = element.name.namespace {
      xmlSetNs(node, search(namespace, from: node))
    }
    for attribute in element.attributes {
      precondition(Self.isName(attribute.name.local), "not a name of XML: \(attribute.name.local)")
      let namespace = attribute.name.namespace.flatMap { search($0, from: node) }
      xmlNewNsProp(node, namespace, attribute.name.local, XMLWriting.allowed(attribute.value))
    }
    for child in element.children {
      switch child {
      case .element(let element): _ = self.node(element, parent: node, extra: [])
      case .text(let text):
        let text = XMLWriting.allowed(text)
        if !text.isEmpty { xmlAddChild(node, xmlNewDocText(document, text)) }
      }
    }
    return node
  }

  /// Declares what the element itself declares and what its names need and do not find above.
  private func declare(_ element: XMLElement, at node: xmlNodePtr, extra: [XMLNamespace]) {
    let names = [element.name] + element.attributes.map(\.name)
    for namespace in names.compactMap(\.namespace) + element.declarations + extra
    where namespace.prefix != XMLNamespace.xml.prefix && find(namespace, from: node) == nil {
      let prefix = namespace.prefix.isEmpty ? nil : namespace.prefix
      xmlNewNs(node, namespace.uri, prefix)
    }
    if element.name.namespace == nil, xmlSearchNs(document, node, nil) != nil {
      xmlNewNs(node, "", nil)
    }
  }

  private func search(_ namespace: XMLNamespace, from node: xmlNodePtr) -> xmlNsPtr? {
    namespace.prefix == XMLNamespace.xml.prefix
      ? xmlSearchNs(document, node, namespace.prefix) : find(namespace, from: node)
  }

  private func find(_ namespace: XMLNamespace, from node: xmlNodePtr) -> xmlNsPtr? {
    let prefix = namespace.prefix.isEmpty ? nil : namespace.prefix
    guard let found = xmlSearchNs(document, node, prefix), let uri = found.pointee.href,
      String(cString: uri) == namespace.uri
    else { return nil }
    return found
  }

  private static func isName(_ text: String) -> Bool {
    xmlValidateNCName(text, 0) == 0
  }
}
