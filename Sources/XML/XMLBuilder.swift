import CLibXML2

/// Builds values from the events of libxml2, so that no second tree stands in memory beside them.
final class XMLBuilder {
  /// The outermost element, once it has ended.
  private(set) var root: XMLElement?
  /// Whether elements stood deeper inside each other than allowed; reading stopped there.
  private(set) var isTooDeep = false

  private let taken: String?
  private let take: (XMLElement) -> Void
  private var open: [XMLElement] = []
  private var openTaken = 0
  private var text: [UInt8] = []
  /// libxml2 keeps each name once, so that its address stands for it.
  private var names: [UnsafePointer<xmlChar>: XMLName] = [:]
  private var qualified: [Key: XMLName] = [:]

  private struct Key: Hashable {
    var local: UnsafePointer<xmlChar>
    var prefix: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>
  }

  /// Creates a builder that gives the elements called `taken` to `take`, and keeps them without
  /// what they hold.
  init(taken: String? = nil, take: @escaping (XMLElement) -> Void = { _ in }) {
    self.taken = taken
    self.take = take
  }

  /// Begins an element; tells whether reading may go on.
  func start(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, declarations: [XMLNamespace], attributes: [XMLAttribute],
    line: Int
  ) -> Bool {
    endText()
    guard open.count < XMLReading.deepestLevel else {
      isTooDeep = true
      return false
    }
    let name = name(local, prefix, uri)
    if name.local == taken { openTaken += 1 }
    open.append(
      XMLElement(
        name, attributes: attributes, declarations: declarations, children: [], line: line))
    return true
  }

  /// Ends the innermost element.
  func end() {
    endText()
    guard var element = open.popLast() else { return }
    if element.name.local == taken {
      openTaken -= 1
      if openTaken == 0 {
        take(element)
        element.children = []
      }
    }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  /// Adds a piece of text.
  func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
    text.append(contentsOf: bytes)
  }

  private func endText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
    }
    text.removeAll(keepingCapacity: true)
  }

  /// Returns a name, which is made once for all places where it stands.
  func name(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> XMLName {
    guard let uri else {
      if let known = names[local] { return known }
      let name = XMLName(String(cString: local))
      names[local] = name
      return name
    }
    let key = Key(local: local, prefix: prefix, uri: uri)
    if let known = qualified[key] { return known }
    let name = XMLName(String(cString: local), in: Self.namespace(prefix, uri))
    qualified[key] = name
    return name
  }

  static func namespace(
    _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) -> XMLNamespace {
    XMLNamespace(
      prefix: prefix.map { String(cString: $0) } ?? "", uri: uri.map { String(cString: $0) } ?? "")
  }
}

extension XMLBuilder {
  /// Makes a parser tell its builder, which `XMLTree.problems` holds, and build no tree itself.
  static func listen(to parser: xmlParserCtxtPtr) {
    let handler = parser.pointee.sax
    handler?.pointee.startElementNs = {
      context, local, prefix, uri, count, declared, attributeCount, _, attributes in
      guard let builder = XMLTree.problems(context)?.builder, let local else { return }
      let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self)
      let line = parser?.pointee.input.map { Int($0.pointee.line) } ?? 0
      let goesOn = builder.start(
        local, prefix, uri, declarations: XMLBuilder.declarations(declared, count: Int(count)),
        attributes: builder.attributes(attributes, count: Int(attributeCount)), line: line)
      if !goesOn, let parser { xmlStopParser(parser) }
    }
    handler?.pointee.endElementNs = { context, _, _, _ in XMLTree.problems(context)?.builder?.end()
    }
    let characters:
      @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlChar>?, Int32) ->
        Void = { context, text, count in
          XMLTree.problems(context)?.builder?.add(
            UnsafeBufferPointer(start: text, count: Int(count)))
        }
    handler?.pointee.characters = characters
    handler?.pointee.ignorableWhitespace = characters
    handler?.pointee.comment = nil
    handler?.pointee.processingInstruction = nil
  }

  private static func declarations(
    _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [XMLNamespace] {
    guard let pairs, count > 0 else { return [] }
    return (0..<count).map { namespace(pairs[2 * $0], pairs[2 * $0 + 1]) }
  }

  /// Each attribute is five pointers: local name, prefix, URI, and the value's two ends.
  private func attributes(
    _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [XMLAttribute] {
    guard let parts, count > 0 else { return [] }
    return (0..<count).compactMap { index in
      let part = parts + 5 * index
      guard let local = part[0], let start = part[3], let end = part[4] else { return nil }
      let bytes = UnsafeBufferPointer(start: start, count: end - start)
      return XMLAttribute(
        name(local, part[1], part[2]), String(decoding: bytes, as: UTF8.self))
    }
  }
}
