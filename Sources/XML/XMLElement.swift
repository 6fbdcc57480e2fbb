/// A namespace and the prefix it is written with.
package struct XMLNamespace: Sendable, Hashable {
  /// The prefix; empty means the default namespace.
  package let prefix: String
  /// The URI that names it.
  package let uri: String

  /// Creates a namespace.
  package init(prefix: String, uri: String) {
    self.prefix = prefix
    self.uri = uri
  }

  /// The namespace of `xml:lang` and `xml:base`, which needs no declaration.
  package static let xml = XMLNamespace(
    prefix: "xml", uri: "http://www.w3.org/XML/1998/namespace")

  /// Returns the name of an element or attribute in this namespace.
  package func callAsFunction(_ local: String) -> XMLName {
    XMLName(local, in: self)
  }
}

/// The name of an element or attribute (Namespaces in XML 1.0).
package struct XMLName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The part after the colon.
  package let local: String
  /// The prefix and the URI; `nil` for a name in no namespace.
  package let namespace: XMLNamespace?

  /// Creates a name.
  package init(_ local: String, in namespace: XMLNamespace? = nil) {
    self.local = local
    self.namespace = namespace
  }

  /// Creates a name in no namespace.
  package init(stringLiteral local: String) {
    self.init(local)
  }

  /// The name as it is written, with its prefix.
  package var qualified: String {
    guard let namespace, !namespace.prefix.isEmpty else { return local }
    return "\(namespace.prefix):\(local)"
  }

  /// Tells whether this is `local` in the namespace `uri`, whatever the prefix; `nil` is any.
  package func matches(_ local: String, uri: String?) -> Bool {
    self.local == local && (uri == nil || uri == (namespace?.uri ?? ""))
  }
}

/// An attribute of an element.
package struct XMLAttribute: Sendable, Hashable {
  /// The name.
  package let name: XMLName
  /// The value, with entities resolved.
  package var value: String

  /// Creates an attribute.
  package init(_ name: XMLName, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What stands in an element.
package indirect enum XMLNode: Sendable, Hashable {
  /// An element.
  case element(XMLElement)
  /// Text, with entities resolved; CDATA sections are text like any other.
  case text(String)
}

/// An element of an XML document, as a value.
package struct XMLElement: Sendable, Hashable {
  /// The name.
  package let name: XMLName
  /// The attributes in their order, without declarations of namespaces.
  package var attributes: [XMLAttribute]
  /// The namespaces declared here, whether the names below use them or not.
  package var declarations: [XMLNamespace]
  /// Elements and text in their order; comments and processing instructions are not kept.
  package var children: [XMLNode]
  /// The line in the file, counted from 1; 0 for an element that was not read.
  package let line: Int

  /// Creates an element from all its parts.
  package init(
    _ name: XMLName, attributes: [XMLAttribute], declarations: [XMLNamespace] = [],
    children: [XMLNode], line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.declarations = declarations
    self.children = children
    self.line = line
  }

  /// Creates an element that holds elements, or nothing.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - attributes: The attributes in the order in which they are written.
  ///   - declarations: Namespaces to declare here though no name below uses them.
  ///   - children: The elements in it.
  package init(
    _ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:],
    declarations: [XMLNamespace] = [], children: [XMLElement] = []
  ) {
    self.init(
      name, attributes: attributes.map { XMLAttribute($0.key, $0.value) },
      declarations: declarations, children: children.map(XMLNode.element))
  }

  /// Creates an element that holds text.
  package init(
    _ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:], text: String
  ) {
    self.init(
      name, attributes: attributes.map { XMLAttribute($0.key, $0.value) },
      children: text.isEmpty ? [] : [.text(text)])
  }

  /// Adds an element at the end.
  package mutating func append(_ child: XMLElement) {
    children.append(.element(child))
  }

  /// The elements in it, without the text.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text in it and in the elements below, in the order of the file.
  package var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// Returns the elements in it with a name; `uri` `nil` is any namespace, empty is none.
  package func elements(_ local: String, uri: String? = nil) -> [XMLElement] {
    elements.filter { $0.name.matches(local, uri: uri) }
  }

  /// Returns the first element in it with a name; `uri` `nil` is any namespace, empty is none.
  package func first(_ local: String, uri: String? = nil) -> XMLElement? {
    elements.first { $0.name.matches(local, uri: uri) }
  }

  /// Returns the value of an attribute; `uri` `nil` is any namespace, empty is none.
  package func attribute(_ local: String, uri: String? = nil) -> String? {
    attributes.first { $0.name.matches(local, uri: uri) }?.value
  }
}
