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
  /// Findings: `xml-syntax`, `doctype`, `too-large` (more than `limit` bytes), `too-deep` (more than
  /// 200 levels), `too-complex` (more than 1000 attributes in a tag, or namespaces in force).
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, or in the encoding that it declares.
  ///   - file: The name for the places of findings.
  ///   - limit: The most bytes; 32 MiB, where the caller does not say.
  /// - Returns: The outermost element, and the findings.
  package static func parse(
    _ bytes: [UInt8], file: String, limit: Int = 32 << 20
  ) -> (XMLElement?, [Diagnostic]) {
    build(bytes, file: file, limit: limit, XMLBuilder())
  }

  /// Reads a document as `parse` does, and gives each element called `name` to `body` as soon as it
  /// ends, so that a document of many parts is never in memory as a whole.
  ///
  /// What was given before a finding turned up is worth nothing: look at the findings first.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, or in the encoding that it declares.
  ///   - file: The name for the places of findings.
  ///   - limit: The most bytes.
  ///   - name: The local name, in any namespace, of the elements to give; of those inside each
  ///     other, the outermost.
  ///   - body: Takes each of them, in the order of the file.
  /// - Returns: The outermost element, in which the elements given are without children, and the
  ///   findings.
  package static func parse(
    _ bytes: [UInt8], file: String, limit: Int, taking name: String, _ body: (XMLElement) -> Void
  ) -> (XMLElement?, [Diagnostic]) {
    withoutActuallyEscaping(body) { body in
      build(bytes, file: file, limit: limit, XMLBuilder(taken: name, take: body))
    }
  }

  private static func build(
    _ bytes: [UInt8], file: String, limit: Int, _ builder: XMLBuilder
  ) -> (XMLElement?, [Diagnostic]) {
    XMLTree.read(bytes, file: file, limit: limit, builder: builder) { _ in builder.root }
  }
}

/// Reads documents into trees of libxml2, which live as long as a call.
enum XMLTree {
  /// Reads a document under the rules of `XMLReading.parse` and returns what `body` makes of it;
  /// `body` is not called where there is a finding.
  ///
  /// With a builder the tree stays empty.
  static func read<Result>(
    _ bytes: [UInt8], file: String, limit: Int = XMLReading.largestDocument,
    builder: XMLBuilder? = nil, body: (xmlDocPtr) -> Result?
  ) -> (Result?, [Diagnostic]) {
    let whole = SourceLocation(file: file)
    guard bytes.count <= min(limit, Int(Int32.max)) else {
      return (
        nil,
        [
          Diagnostic(
            "too-large", at: whole, XMLMessages.tooLarge(limit: limit),
            remedy: XMLMessages.tooLargeRemedy)
        ]
      )
    }
    guard XMLBounds.areKept(bytes) else {
      return (
        nil,
        [
          Diagnostic(
            "too-complex", at: whole, XMLMessages.tooComplex, remedy: XMLMessages.tooComplexRemedy)
        ]
      )
    }
    XMLLibrary.prepare()
    let problems = XMLProblems()
    problems.builder = builder
    let document = withExtendedLifetime(problems) { parse(bytes, problems: problems) }
    defer { xmlFreeDoc(document) }
    if let builder, builder.isTooDeep {
      return (
        nil,
        [
          Diagnostic(
            "too-deep", at: whole, XMLMessages.tooDeep(limit: XMLReading.deepestLevel),
            remedy: XMLMessages.tooDeepRemedy)
        ]
      )
    }
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
    if problems.builder != nil { XMLBuilder.listen(to: context) }
    // There are no entities but the five of XML, which events carry resolved under NOENT.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOENT.rawValue
    return bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        nil, Int32(options))
    }
  }

  static func problems(_ context: UnsafeMutableRawPointer?) -> XMLProblems? {
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
