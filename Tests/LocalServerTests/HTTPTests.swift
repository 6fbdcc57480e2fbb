import Testing

@testable import LocalServer

@Suite("Requests")
struct HTTPTests {
  private func read(_ text: String) throws -> HTTPRequest? {
    var reading = HTTPReading()
    reading.append(text.utf8)
    return try reading.next()
  }

  @Test("A request is read whole, however its bytes arrive")
  func pieces() throws {
    let text =
      "POST /a?b=%41+c&d&b=2 HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a:  2 \r\n"
      + "Content-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n\r\n"
    var reading = HTTPReading()
    var requests: [HTTPRequest] = []
    for byte in text.utf8 {
      reading.append([byte])
      if let request = try reading.next() { requests.append(request) }
    }
    #expect(requests.count == 2)
    #expect(requests[0].method == "POST")
    #expect(requests[0].rawPath == "/a")
    #expect(requests[0].query == ["b": "2", "d": ""])
    #expect(requests[0].fields["x-a"] == "1, 2")
    #expect(requests[0].body == Array("abc".utf8))
    #expect(requests[1] == HTTPRequest("GET", "/"))
    #expect(!reading.isWaiting)
  }

  @Test("A body in chunks is joined, and fields after it are passed over")
  func chunks() throws {
    let text =
      "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3\r\nabc\r\n00A;x=y\r\n0123456789\r\n0\r\nX: y\r\n\r\n"
    #expect(try read(text)?.body == Array("abc0123456789".utf8))
    for end in text.utf8.indices.dropFirst() {
      #expect(try read(String(text.utf8[..<end]) ?? "") == nil)
    }
  }

  @Test("A plus sign in a query is a space, a coded one is not")
  func query() {
    #expect(HTTPRequest("GET", "/?a=1+2%2B3&%zz=1&=e").query == ["a": "1 2+3", "": "e"])
    #expect(HTTPRequest("GET", "/a#b?c=d").rawPath == "/a")
  }

  @Test("HTTP/1.0 ends its connection")
  func oldVersion() throws {
    #expect(try read("GET / HTTP/1.0\r\n\r\n")?.fields["connection"] == "close")
  }

  @Test(
    "What could be read in two ways is refused",
    arguments: [
      "GET / HTTP/1.1\r\nA : b\r\n\r\n", "GET / HTTP/1.1\r\n a\r\n\r\n",
      "GET / HTTP/1.1\r\nA\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n",
      "GET x HTTP/1.1\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n", "GET /\u{7F} HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\nA: b\r\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length:\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
      "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
      "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n12345678\r\n",
      "GET / HTTP/1.1\r\nA: \u{1}\r\n\r\n", "\r\n\r\n",
    ])
  func refused(_ text: String) {
    #expect(throws: HTTPReading.Refusal(status: 400)) { try read(text) }
  }

  @Test("What is too large or unknown is refused with its own status")
  func limits() {
    let long = String(repeating: "a", count: 40 << 10)
    #expect(throws: HTTPReading.Refusal(status: 431)) { try read(long) }
    #expect(throws: HTTPReading.Refusal(status: 431)) {
      try read("GET / HTTP/1.1\r\nA: \(long)\r\n\r\n")
    }
    #expect(throws: HTTPReading.Refusal(status: 413)) {
      try read("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")
    }
    #expect(throws: HTTPReading.Refusal(status: 413)) {
      try read("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFF\r\n")
    }
    #expect(throws: HTTPReading.Refusal(status: 501)) {
      try read("GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n")
    }
    #expect(throws: HTTPReading.Refusal(status: 400)) {
      try read("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n\(long)")
    }
    var reading = HTTPReading()
    reading.append(repeatElement(UInt8(ascii: "a"), count: reading.mostBuffer + 1))
    #expect(throws: HTTPReading.Refusal(status: 413)) { try reading.next() }
  }

  @Test("A connection may have smaller bodies than others")
  func smallBodies() throws {
    var reading = HTTPReading(mostBody: 3)
    reading.append("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc".utf8)
    #expect(try reading.next()?.body == Array("abc".utf8))
    reading.append("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd".utf8)
    #expect(throws: HTTPReading.Refusal(status: 413)) { try reading.next() }
  }

  @Test("The fields of a form are read in their order, and only of a form")
  func form() {
    let type = ["content-type": "application/x-www-form-urlencoded; charset=UTF-8"]
    let body = Array("a=1+2%2B3&a=%E1%9E%80&b&=c&".utf8)
    let fields = HTTPRequest("POST", "/", fields: type, body: body).form
    #expect(fields?.map(\.name) == ["a", "a", "b", ""])
    #expect(fields?.map(\.value) == ["1 2+3", "ក", "", "c"])
    #expect(HTTPRequest("POST", "/", body: body).form == nil)
    for wrong in ["a=%", "a=%4", "a=%zz", "a=%FF", "%C0%80=1"] {
      let request = HTTPRequest("POST", "/", fields: type, body: Array(wrong.utf8))
      #expect(request.form == nil, "\(wrong)")
    }
    let many = Array(repeatElement("a=1&", count: 2000).joined().utf8)
    #expect(HTTPRequest("POST", "/", fields: type, body: many).form == nil)
  }

  @Test("Every status that is sent has a reason, and only some have no length")
  func encoded() {
    let statuses =
      [200, 204, 206, 302, 303, 304, 400, 401, 403, 404, 405, 409, 411, 412, 413, 415, 416]
      + [421, 422, 431, 500, 501]
    for status in statuses {
      let text = String(decoding: HTTPResponse(status).encoded(closing: true), as: UTF8.self)
      #expect(!text.contains(" Status\r\n"))
      #expect(text.contains("Content-Length") == ![204, 304].contains(status))
      #expect(text.contains("Connection: close\r\n"))
    }
  }

  @Test("Coding and decoding give back what was there")
  func percent() {
    let text = "ទំព័រ a/b?c#d&e=%41.html"
    #expect(PercentCoding.decoded(PercentCoding.encoded(text).utf8) == text)
    #expect(PercentCoding.encoded("a b/ក") == "a%20b/%E1%9E%80")
  }
}
