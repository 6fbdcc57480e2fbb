import CLibXML2
package import Text

/// Reads XML into values.
package enum XMLReading {
  /// The most bytes of a document.
  static let largestDocument = 32 << 20
  /// The most elements inside each other.
  static let deepestLevel = 200

  /// Reads a document; what is wrong with it is returned as findings, and then there is no element.
  ///
  /// Nothing outside `bytes` is looked at: a DOCTYPE is refused before what it declares is read, so
  /// there are no entities but the five of XML, and neither files nor the network are touched.
  /// Findings: `xml-syntax`, `doctype`, `too-large` (more than 32 MiB), `too-deep` (more than 200
  /// levels).
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, or in the encoding that it declares.
  ///   - file: The name for the places of findings.
  /// - Returns: The outermost element, and the findings.
  package static func parse(_ bytes: [UInt8], file: String) -> (XMLElement?, [Diagnostic]) {
    let (element, findings) = XMLTree.read(bytes, file: file) { document in
      xmlDocGetRootElement(document).flatMap { value(of: $0, document, depth: 1) }
    }
    guard findings.isEmpty, element == nil else { return (element, findings) }
    return (
      nil,
      [
        Diagnostic(
          "too-deep", at: SourceLocation(file: file), XMLMessages.tooDeep(limit: deepestLevel),
          remedy: XMLMessages.tooDeepRemedy)
      ]
    )
  }

  private static func value(of node: xmlNodePtr, _ document: xmlDocPtr, depth: Int) -> XMLElement? {
    guard depth <= deepestLevel else { return nil }
    var children: [XMLNode] = []
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        guard let element = value(of: current, document, depth: depth + 1) else { return nil }
        children.append(.element(element))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        let text = string(current.pointee.content)
        if case .text(let before)? = children.last {
          children[children.count - 1] = .text(before + text)
        } else {
          children.append(.text(text))
        }
      default: break
      }
      child = current.pointee.next
    }
    return XMLElement(
      name(node.pointee.name, node.pointee.ns), attributes: attributes(node, document),
      declarations: declarations(node), children: children, line: Int(xmlGetLineNo(node)))
  }

  private static func attributes(_ node: xmlNodePtr, _ document: xmlDocPtr) -> [XMLAttribute] {
    var result: [XMLAttribute] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      let value = xmlNodeListGetString(document, current.pointee.children, 1)
      result.append(
        XMLAttribute(name(current.pointee.name, current.pointee.ns), string(value)))
      sala_xml_free(value)
      attribute = current.pointee.next
    }
    return result
  }

  private static func declarations(_ node: xmlNodePtr) -> [XMLNamespace] {
    var result: [XMLNamespace] = []
    var namespace = node.pointee.nsDef
    while let current = namespace {
      result.append(Self.namespace(current))
      namespace = current.pointee.next
    }
    return result
  }

  private static func name(_ local: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> XMLName {
    XMLName(string(local), in: namespace.map(Self.namespace))
  }

  private static func namespace(_ namespace: xmlNsPtr) -> XMLNamespace {
    XMLNamespace(
      prefix: string(namespace.pointee.prefix), uri: string(namespace.pointee.href))
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

/// Reads documents into trees of libxml2, which live as long as a call.
enum XMLTree {
  /// Reads a document under the rules of `XMLReading.parse` and returns what `body` makes of it;
  /// `body` is not called where there is a finding.
  static func read<Result>(
    _ bytes: [UInt8], file: String, body: (xmlDocPtr) -> Result?
  ) -> (Result?, [Diagnostic]) {
    let whole = SourceLocation(file: file)
    guard bytes.count <= XMLReading.largestDocument else {
      return (
        nil,
        [
          Diagnostic(
            "too-large", at: whole, XMLMessages.tooLarge(limit: XMLReading.largestDocument),
            remedy: XMLMessages.tooLargeRemedy)
        ]
      )
    }
    XMLLibrary.prepare()
    let problems = XMLProblems()
    let document = withExtendedLifetime(problems) { parse(bytes, problems: problems) }
    defer { xmlFreeDoc(document) }
    let findings = findings(problems, bytes: bytes, file: file)
    guard let document else {
      let empty = Diagnostic(
        "xml-syntax", at: whole, XMLMessages.empty, remedy: XMLMessages.syntaxRemedy)
      return (nil, findings.isEmpty ? [empty] : findings)
    }
    return findings.isEmpty ? (body(document), []) : (nil, findings)
  }

  private static func parse(_ bytes: [UInt8], problems: XMLProblems) -> xmlDocPtr? {
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    // The collector must not become `userData`: the default handlers take that for the context.
    context.pointee._private = problems.opaque
    context.pointee.sax.pointee.serror = { context, error in
      XMLTree.problems(context)?.add(error)
    }
    context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      XMLTree.problems(context)?.doctypeLine = parser.pointee.input.map { Int($0.pointee.line) }
      xmlStopParser(parser)
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    return bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        nil, Int32(options))
    }
  }

  private static func problems(_ context: UnsafeMutableRawPointer?) -> XMLProblems? {
    XMLProblems.from(
      context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private)
  }

  private static func findings(
    _ problems: XMLProblems, bytes: [UInt8], file: String
  ) -> [Diagnostic] {
    if let line = problems.doctypeLine {
      let place = SourceLocation(file: file, line: line)
      return [
        Diagnostic("doctype", at: place, XMLMessages.doctype, remedy: XMLMessages.doctypeRemedy)
      ]
    }
    return XMLPlaces(bytes, file: file).findings(
      "xml-syntax", problems, remedy: XMLMessages.syntaxRemedy, XMLMessages.syntax)
  }
}

/// Turns the places of libxml2 into places in a file.
struct XMLPlaces {
  /// Longer lines are not shown; a program wrote them.
  private static let longestExcerpt = 200

  private let bytes: [UInt8]
  private let file: String

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  func findings(
    _ code: String, _ problems: XMLProblems, remedy: LocalizedText,
    _ message: (String) -> LocalizedText
  ) -> [Diagnostic] {
    var result = problems.problems.map { problem in
      let line = line(problem.line)
      let excerpt =
        line.count > Self.longestExcerpt * 3 ? "" : String(decoding: line, as: UTF8.self)
      return Diagnostic(
        code, at: SourceLocation(file: file, line: problem.line, column: problem.column),
        message(problem.message), remedy: remedy, excerpt: excerpt)
    }
    if problems.isCut {
      result.append(
        Diagnostic(
          "more-findings", .note, at: SourceLocation(file: file), XMLMessages.moreFindings,
          remedy: remedy))
    }
    return result
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1 else { return [] }
    var line = 1
    var start = bytes.startIndex
    while line < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return [] }
      start = end + 1
      line += 1
    }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    let text = bytes[start..<end]
    return text.last == 0x0D ? text.dropLast() : text
  }
}
