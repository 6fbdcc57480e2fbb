import Document
import LocalServer
import Testing
import Text

@testable import Preview

@Suite("The site of a preview")
struct SiteTests {
  private let site: PreviewSite

  init() throws {
    site = try PreviewSamples.site(PreviewSamples.scorm12)
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    var service = PreviewService(site: site, seed: 1)
    return service.answer(request, now: 0)
  }

  private func text(_ response: HTTPResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test(
    "Files of the package have their types",
    arguments: [
      ("/package/two.html", "text/html; charset=utf-8"),
      ("/package/a%20b/page.html?q=2", "text/html; charset=utf-8"),
      ("/package/a%20b/style.css#x", "text/css; charset=utf-8"),
      ("/package/imsmanifest.xml", "application/xml; charset=utf-8"),
      ("/package/film.mp4", "video/mp4"),
      ("/", "text/html; charset=utf-8"), ("/lms/page.css", "text/css; charset=utf-8"),
      ("/lms/page.js", "text/javascript; charset=utf-8"),
      ("/lms/course.json", "application/json; charset=utf-8"),
      ("/lms/done", "text/html; charset=utf-8"),
    ])
  func types(_ target: String, _ type: String) {
    let response = answer(.get(target))
    #expect(response.status == 200)
    #expect(response["content-type"] == type)
    #expect(!response.body.isEmpty)
  }

  @Test(
    "The type follows from the end of the name, whatever its capitals",
    arguments: [
      ("a/B.HTM", "text/html; charset=utf-8"), ("x.woff2", "font/woff2"),
      ("x", "application/octet-stream"), ("a.b/x", "application/octet-stream"),
      ("x.unknown", "application/octet-stream"), ("រូប.PNG", "image/png"),
    ])
  func typeOfName(_ path: String, _ type: String) {
    #expect(ContentType.of(path) == type)
  }

  @Test(
    "No path leads out of the package, however it is written",
    arguments: [
      "/package/../etc/passwd", "/package/%2e%2e/x", "/package/a/%2E%2E/%2e%2e/x",
      "/package/..%2fx", "/package/a%5c..%5cx", "/package/%00", "/package/./two.html",
      "/package/%zz", "/package/%", "/package/%ff", "/package/a%0d%0ab",
    ])
  func traversal(_ target: String) {
    #expect(answer(.get(target)).status == 400)
  }

  @Test(
    "What is not there is not found, and folders are not listed",
    arguments: ["/package/", "/package/a%20b/", "/package/Two.html", "/x", "/package", "/lms/x"])
  func missing(_ target: String) {
    #expect(answer(.get(target)).status == 404)
  }

  @Test("HEAD has the length but no body; other methods are refused")
  func methods() {
    var request = HTTPRequest.get("/package/two.html")
    request.method = "HEAD"
    let head = answer(request)
    #expect(head.status == 200)
    let sent = String(decoding: head.encoded(closing: false), as: UTF8.self)
    #expect(sent.utf8.starts(with: "HTTP/1.1 200 OK\r\n".utf8))
    #expect(sent.contains("Content-Length: 10\r\n"))
    #expect(sent.hasSuffix("keep-alive\r\n\r\n"))
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      request.method = method
      let refused = answer(request)
      #expect(refused.status == 405)
      #expect(refused["allow"] == "GET, HEAD")
    }
  }

  @Test(
    "Only names of this machine are answered",
    arguments: [
      ("127.0.0.1", 200), ("localhost:80", 200), ("LOCALHOST:8000", 200), ("example.org", 421),
      ("127.0.0.1.example.org", 421), ("localhost:", 421), ("localhost:x", 421),
      ("localhost:1:2", 421), ("", 421), ("[::1]:80", 421),
    ])
  func hosts(_ host: String, _ status: Int) {
    #expect(answer(.get("/", ["host": host])).status == status)
  }

  @Test("A request without a host is refused")
  func noHost() {
    #expect(answer(HTTPRequest("GET", "/")).status == 400)
  }

  @Test("Pages of other sites have no access, but a link may open the preview")
  func otherSites() {
    let own = ["origin": "http://127.0.0.1:8000"]
    #expect(answer(.get("/", own)).status == 200)
    for origin in ["http://example.org", "null", "http://127.0.0.1:9", "https://127.0.0.1:8000"] {
      #expect(answer(.get("/", ["origin": origin])).status == 403)
    }
    let fetched = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"]
    #expect(answer(.get("/package/film.mp4", fetched)).status == 403)
    let opened = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]
    #expect(answer(.get("/", opened)).status == 200)
    #expect(answer(.get("/", ["sec-fetch-site": "same-origin"])).status == 200)
  }

  @Test("Every answer stays out of caches and of other sites; the page runs its own script only")
  func securityFields() {
    for target in ["/", "/package/two.html", "/nothing", "/package/%"] {
      let response = answer(.get(target))
      #expect(response["Cache-Control"] == "no-store")
      #expect(response["X-Content-Type-Options"] == "nosniff")
      #expect(response["Referrer-Policy"] == "no-referrer")
      #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(response["X-Frame-Options"] == "SAMEORIGIN")
    }
    let policy = answer(.get("/"))["content-security-policy"] ?? ""
    #expect(policy.utf8.starts(with: "default-src 'none'; script-src 'self';".utf8))
    #expect(answer(.get("/package/two.html"))["content-security-policy"] == nil)
  }

  @Test(
    "A part of a file is sent where one is asked for",
    arguments: [
      ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=8-", 206, "89", "bytes 8-9/10"),
      ("bytes=-3", 206, "789", "bytes 7-9/10"), ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
      ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
    ])
  func ranges(_ range: String, _ status: Int, _ body: String, _ field: String) {
    let response = answer(.get("/package/film.mp4", ["range": range]))
    #expect(response.status == status)
    #expect(text(response) == body)
    #expect(response["Content-Range"] == field)
  }

  @Test("A part beyond the end is refused; what is no single part gives the whole file")
  func otherRanges() {
    for range in ["bytes=10-", "bytes=-0", "bytes=5-3"] {
      let refused = answer(.get("/package/film.mp4", ["range": range]))
      #expect(refused.status == 416)
      #expect(refused["Content-Range"] == "bytes */10")
    }
    for range in ["bytes=0-1,3-4", "lines=1-2", "bytes=", "bytes=-", "bytes=a-b", "bytes=1-2-3"] {
      let whole = answer(.get("/package/film.mp4", ["range": range]))
      #expect(whole.status == 200)
      #expect(text(whole) == "0123456789")
    }
    let beyond = "bytes=99999999999999999999-"
    #expect([200, 416].contains(answer(.get("/package/film.mp4", ["range": beyond])).status))
  }

  @Test("The course reaches the page as JSON, with addresses that find their files")
  func courseJSON() throws {
    let json = try #require(JSONValue.parse(text(answer(.get("/lms/course.json")))))
    #expect(json["standard"] == "scorm12")
    #expect(json["learner"] == "Sok Dara")
    let items = try #require(json["items"]?.arrayValue)
    #expect(items.count == 5)
    #expect(items[1]["address"] == "/package/a%20b/page.html?q=2&a=1#end")
    #expect(items[1]["settings"]?["masteryscore"] == "70")
    for item in items {
      guard let address = item["address"]?.stringValue else { continue }
      #expect(answer(.get(address)).status == 200)
    }
  }

  @Test("A browser that asks for an icon gets none, and no error")
  func icon() {
    #expect(answer(.get("/favicon.ico")).status == 204)
  }
}
