import CPreview
import Document
package import LocalServer
package import Text

/// What a preview serves that does not change while it runs: the package, and the page of the LMS.
package struct PreviewSite: Sendable {
  /// The files of the package.
  let files: PreviewFiles
  /// What it offers.
  package let course: PreviewCourse
  /// The name of the learner.
  let learner: String
  /// The language that the page opens in.
  let language: Language

  /// Creates a site.
  ///
  /// - Parameters:
  ///   - files: The files of the package.
  ///   - course: What it offers.
  ///   - learner: The name of the learner, as the package is told it.
  ///   - language: The language that the page of the LMS opens in.
  package init(
    files: PreviewFiles, course: PreviewCourse, learner: String, language: Language
  ) {
    self.files = files
    self.course = course
    self.learner = learner
    self.language = language
  }

  /// Returns the answer to a request for a file; the same for the same request.
  ///
  /// `/` is the page of the LMS, `/lms/…` belongs to it, `/package/…` is the package. Anything but
  /// GET and HEAD is refused with 405. The answer still lacks the fields that all answers have.
  ///
  /// - Parameter request: The request.
  /// - Returns: 200, 206, 204, 302, 400, 404, 405 or 416.
  package func response(to request: HTTPRequest) -> HTTPResponse {
    guard ["GET", "HEAD"].contains(request.method) else {
      return HTTPResponse(
        405, saying: "Only GET and HEAD are possible here.",
        fields: [HTTPResponse.Field("Allow", "GET, HEAD")])
    }
    var response = file(request)
    response.isHeadOnly = request.method == "HEAD"
    return response
  }

  private func file(_ request: HTTPRequest) -> HTTPResponse {
    guard let path = PercentCoding.decoded(request.rawPath.utf8), Self.isSafe(path) else {
      return HTTPResponse(400, saying: "This is not a path.")
    }
    switch path {
    case "/": return own(PreviewAssets.page, "text/html; charset=utf-8")
    case "/lms/page.css": return own(PreviewAssets.style, "text/css; charset=utf-8")
    case "/lms/page.js": return own(PreviewAssets.script, "text/javascript; charset=utf-8")
    case "/lms/course.json":
      return own(Array(json.encoded().utf8), "application/json; charset=utf-8")
    case "/lms/done":
      return own(PreviewAssets.done, "text/html; charset=utf-8")
    case "/favicon.ico": return HTTPResponse(204)
    default: break
    }
    let folder = "/package/"
    guard path.utf8.starts(with: folder.utf8) else { return Self.missing }
    let name = String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
    guard let bytes = files[name] else { return Self.missing }
    return ByteRange.response(
      type: ContentType.of(name), bytes: bytes, range: request.fields["range"])
  }

  private static let missing = HTTPResponse(404, saying: "The package has no such file.")

  /// A file of the LMS's page: it loads nothing from elsewhere and runs no script but its own.
  private func own(_ bytes: [UInt8], _ type: String) -> HTTPResponse {
    var response = HTTPResponse(type: type, body: bytes)
    response.fields.append(
      HTTPResponse.Field(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'self'"))
    return response
  }

  /// Tells whether a decoded path leads downwards from the root and holds nothing that could steer
  /// a system.
  static func isSafe(_ path: String) -> Bool {
    path.utf8.first == UInt8(ascii: "/")
      && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      && path.utf8.split(separator: UInt8(ascii: "/"))
        .allSatisfy { !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8) }
  }

  // MARK: The course for the page

  /// The course as the script of the page reads it.
  var json: JSONValue {
    .object([
      "standard": .string(course.standard.rawValue),
      "title": Self.json(course.title),
      "package": .string(files.name),
      "key": .string(key),
      "learner": .string(learner),
      "language": .string(language.rawValue),
      "items": .array(course.items.map(Self.json)),
    ])
  }

  /// Tells packages apart, so that what one left in the browser is not taken for another's.
  private var key: String {
    let sizes = files.paths.map { "\($0) \(files[$0]?.count ?? 0)" }
    return StableHash.hex64(([files.name, course.id] + sizes).joined(separator: "\n"))
  }

  private static func json(_ text: LocalizedText) -> JSONValue {
    .object(["en": .string(text.text(in: .english)), "km": .string(text.text(in: .khmer))])
  }

  private static func json(_ item: PreviewCourse.Item) -> JSONValue {
    let address = item.path.map { "/package/\(PercentCoding.encoded($0))\(item.suffix)" }
    return .object([
      "id": .string(item.id),
      "title": json(item.title),
      "depth": .int(item.depth),
      "address": JSONValue(text: address),
      "isTracked": .bool(item.isTracked),
      "settings": .object(
        JSONObject(
          item.settings.sorted { $0.key < $1.key }
            .map { JSONObject.Member($0.key, .string($0.value)) })),
      "objectives": .array(item.objectives.map { .string($0) }),
    ])
  }
}

/// The files of the LMS's page, which are compiled in.
enum PreviewAssets {
  static let page = bytes(sala_preview_page_bytes(), sala_preview_page_length)
  static let style = bytes(sala_preview_style_bytes(), sala_preview_style_length)
  static let script = bytes(sala_preview_script_bytes(), sala_preview_script_length)
  static let done = bytes(sala_preview_done_bytes(), sala_preview_done_length)

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}

/// A part of a file, which players of videos ask for (RFC 9110, 14.1.2).
enum ByteRange {
  /// Returns a file, or the one part of it that is asked for; what is no single range is the whole.
  static func response(type: String, bytes: [UInt8], range: String?) -> HTTPResponse {
    let whole = HTTPResponse(
      200,
      fields: [
        HTTPResponse.Field("Content-Type", type), HTTPResponse.Field("Accept-Ranges", "bytes"),
      ], body: bytes)
    guard let range, range.utf8.starts(with: "bytes=".utf8), !range.utf8.contains(0x2C) else {
      return whole
    }
    let sides = range.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return whole }
    let first = Int(sides[0])
    let last = Int(sides[1])
    let bounds: (Int, Int)
    switch (first, last) {
    case (let first?, let last?): bounds = (first, min(last, bytes.count - 1))
    case (let first?, nil): bounds = (first, sides[1].isEmpty ? bytes.count - 1 : -1)
    case (nil, let count?) where sides[0].isEmpty:
      bounds = (max(0, bytes.count - count), count == 0 ? -1 : bytes.count - 1)
    default: return whole
    }
    guard bounds.0 <= bounds.1 else {
      return HTTPResponse(
        416, saying: "There is no such part.",
        fields: [HTTPResponse.Field("Content-Range", "bytes */\(bytes.count)")])
    }
    var part = whole
    part.status = 206
    part.fields.append(
      HTTPResponse.Field("Content-Range", "bytes \(bounds.0)-\(bounds.1)/\(bytes.count)"))
    part.body = Array(bytes[bounds.0...bounds.1])
    return part
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
