import CLibXML2

/// Builds the tree that libxml2 writes.
struct TreeWriter {
  let document: xmlDocPtr

  /// Returns an empty document whose names are kept once, and whose letters stay letters in
  /// attributes too; who takes it frees it.
  static func document() -> xmlDocPtr? {
    guard let document = xmlNewDoc("1.0") else { return nil }
    document.pointee.dict = xmlDictCreate()
    document.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
    return document
  }

  /// Returns the node of an element with everything in it, added to `parent` where there is one.
  @discardableResult
  func node(
    _ element: XMLElement, parent: xmlNodePtr?, extra: [XMLNamespace] = []
  ) -> xmlNodePtr? {
    guard let name = name(element.name.local),
      let node = xmlNewDocNodeEatName(document, nil, UnsafeMutablePointer(mutating: name), nil)
    else { return nil }
    if let parent { xmlAddChild(parent, node) }
    declare(element, at: node, extra: extra)
    if let namespace = element.name.namespace {
      xmlSetNs(node, search(namespace, from: node))
    }
    for attribute in element.attributes {
      guard let name = self.name(attribute.name.local) else { continue }
      let namespace = attribute.name.namespace.flatMap { search($0, from: node) }
      xmlNewNsProp(node, namespace, name, XMLWriting.allowed(attribute.value))
    }
    for child in element.children {
      switch child {
      case .element(let element): self.node(element, parent: node)
      case .text(let text):
        let text = XMLWriting.allowed(text)
        if !text.isEmpty { xmlAddChild(node, xmlNewDocText(document, text)) }
      }
    }
    return node
  }

  /// Declares what the element itself declares and what its names need and do not find above.
  private func declare(_ element: XMLElement, at node: xmlNodePtr, extra: [XMLNamespace]) {
    if let namespace = element.name.namespace { declare(namespace, at: node) }
    for attribute in element.attributes {
      if let namespace = attribute.name.namespace { declare(namespace, at: node) }
    }
    for namespace in element.declarations { declare(namespace, at: node) }
    for namespace in extra { declare(namespace, at: node) }
    if element.name.namespace == nil, xmlSearchNs(document, node, nil) != nil {
      xmlNewNs(node, "", nil)
    }
  }

  private func declare(_ namespace: XMLNamespace, at node: xmlNodePtr) {
    guard namespace.prefix != XMLNamespace.xml.prefix, find(namespace, from: node) == nil else {
      return
    }
    xmlNewNs(node, namespace.uri, namespace.prefix.isEmpty ? nil : namespace.prefix)
  }

  private func search(_ namespace: XMLNamespace, from node: xmlNodePtr) -> xmlNsPtr? {
    namespace.prefix == XMLNamespace.xml.prefix
      ? xmlSearchNs(document, node, namespace.prefix) : find(namespace, from: node)
  }

  private func find(_ namespace: XMLNamespace, from node: xmlNodePtr) -> xmlNsPtr? {
    let prefix = namespace.prefix.isEmpty ? nil : namespace.prefix
    guard let found = xmlSearchNs(document, node, prefix), let uri = found.pointee.href,
      xmlStrEqual(uri, namespace.uri) == 1
    else { return nil }
    return found
  }

  /// The name as the document keeps it; a name is looked at once.
  private func name(_ text: String) -> UnsafePointer<xmlChar>? {
    let names = document.pointee.dict
    if let known = xmlDictExists(names, text, -1) { return known }
    precondition(xmlValidateNCName(text, 0) == 0, "not a name of XML: \(text)")
    return xmlDictLookup(names, text, -1)
  }
}
