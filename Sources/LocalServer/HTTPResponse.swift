/// An answer to a browser.
package struct HTTPResponse: Sendable, Hashable {
  /// The status code.
  package var status: Int
  /// The fields in the order in which they are sent, without the length.
  package var fields: [Field]
  /// The body.
  package var body: [UInt8]
  /// Whether only the head is sent, with the length that the body would have.
  package var isHeadOnly = false

  /// A field of the head.
  package struct Field: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// Creates a field.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates an answer.
  package init(_ status: Int, fields: [Field] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// Creates an answer with a body of a type.
  package init(_ status: Int = 200, type: String, body: [UInt8]) {
    self.init(status, fields: [Field("Content-Type", type)], body: body)
  }

  /// Creates an answer that says one line to a person.
  package init(_ status: Int, saying text: String, fields: [Field] = []) {
    self.init(
      status, fields: [Field("Content-Type", "text/plain; charset=utf-8")] + fields,
      body: Array((text + "\n").utf8))
  }

  /// Returns the value of a field, or `nil`.
  package subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Returns the bytes to send.
  ///
  /// - Parameter closing: Whether the connection ends with them.
  /// - Returns: The head and the body.
  package func encoded(closing: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    if status != 204, status != 304 { head += "Content-Length: \(body.count)\r\n" }
    head += "Connection: \(closing ? "close" : "keep-alive")\r\n\r\n"
    return Array(head.utf8) + (isHeadOnly ? [] : body)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 204: "No Content"
    case 206: "Partial Content"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 411: "Length Required"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    case 422: "Unprocessable Content"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    default: "Status"
    }
  }
}
