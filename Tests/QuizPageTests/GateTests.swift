import Assessment
import LocalServer
import Testing
import Text

@testable import QuizPage

@Suite("Who gets in to a quiz in a browser")
struct GateTests {
  private func status(
    _ method: String, _ target: String, _ fields: [String: String]
  ) throws -> Int {
    try Tab().send(HTTPRequest(method, target, fields: fields)).status
  }

  @Test("Only this machine and port are answered, and only with the token")
  func gate() throws {
    let host = ["host": "127.0.0.1:4000"]
    #expect(try status("GET", "/0123456789abcdef/", host) == 200)
    #expect(try status("HEAD", "/0123456789abcdef/", ["host": "LOCALHOST:4000"]) == 200)
    for target in [
      "/", "/0123456789abcdef", "/0123456789abcdee/", "/0123456789ABCDEF/", "/0123456789abcde/",
      "//0123456789abcdef/", "/x/../0123456789abcdef/", "/%30123456789abcdef/", "/favicon.ico",
      "/0123456789abcdef/q/0", "/0123456789abcdef/q/13", "/0123456789abcdef/q/01",
      "/0123456789abcdef/q/+1", "/0123456789abcdef/q/1/", "/0123456789abcdef/../x",
      "/0123456789abcdef/do", "/0123456789abcdef/closed", "/0123456789abcdef/done",
    ] {
      #expect(try status("GET", target, host) == 404, "\(target)")
    }
    for name in [
      "127.0.0.1", "localhost", "127.0.0.1:4001", "evil.example:4000", "127.0.0.1:4000.evil", "",
      "127.0.0.1:4000:4000", "0.0.0.0:4000", "[::1]:4000",
    ] {
      #expect(try status("GET", "/0123456789abcdef/", ["host": name]) == 421, "\(name)")
    }
    #expect(try status("GET", "/0123456789abcdef/", [:]) == 400)
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "get"] {
      #expect(try status(method, "/0123456789abcdef/", host) == 405)
    }
  }

  @Test("Pages of other sites may open it by a link, and nothing more")
  func otherSites() throws {
    let path = "/0123456789abcdef/"
    func get(_ fields: [String: String]) throws -> Int {
      try status("GET", path, fields.merging(["host": "127.0.0.1:4000"]) { $1 })
    }
    #expect(try get(["sec-fetch-site": "none"]) == 200)
    #expect(try get(["sec-fetch-site": "same-origin"]) == 200)
    let link = [
      "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
    ]
    #expect(try get(link) == 200)
    #expect(try get(link.merging(["sec-fetch-dest": "iframe"]) { $1 }) == 403)
    #expect(try get(link.merging(["sec-fetch-mode": "no-cors"]) { $1 }) == 403)
    #expect(try get(["sec-fetch-site": "same-site"]) == 403)
    #expect(try get(["origin": "http://evil.example"]) == 403)
    #expect(try get(["origin": "null"]) == 403)
  }

  @Test("A form is taken from our own pages alone")
  func forms() throws {
    let tab = Tab()
    try tab.open("q/1")
    let good = tab.request(tab.hidden + [("c", "a"), ("do", "next")])
    let changes: [(inout HTTPRequest) -> Void] = [
      { $0.fields["origin"] = "http://evil.example" }, { $0.fields["origin"] = "null" },
      { $0.fields["origin"] = "http://localhost:4000" }, { $0.fields["origin"] = "" },
      { $0.fields["sec-fetch-site"] = "cross-site" },
      {
        $0.fields["sec-fetch-site"] = "cross-site"
        $0.fields["sec-fetch-mode"] = "navigate"
        $0.fields["sec-fetch-dest"] = "document"
      },
    ]
    for change in changes {
      var request = good
      change(&request)
      #expect(try tab.send(request).status == 403)
    }
    for proof in ["", "fedcba987654321", "fedcba9876543211"] {
      let request = tab.request(
        [("proof", proof), ("item", "single"), ("c", "a"), ("do", "next")])
      #expect(try tab.send(request).status == 403)
    }
    let wrong: [(inout HTTPRequest) -> Void] = [
      { $0.fields["content-type"] = "text/plain" },
      { $0.fields["content-type"] = "multipart/form-data; boundary=x" },
      { $0.fields["content-type"] = nil }, { $0.body = [] }, { $0.body = Array("a=%FF".utf8) },
      { $0.body = Array(repeating: 0x26, count: 100) },
    ]
    for change in wrong {
      var request = good
      change(&request)
      #expect(try tab.send(request).status == 400)
    }
    var large = good
    large.body += Array("&x=".utf8) + Array(repeating: 0x61, count: QuizPage.mostBody)
    #expect(try tab.send(large).status == 413)
    var elsewhere = good
    elsewhere.target = "/0123456789abcdef/q/1"
    #expect(try tab.send(elsewhere).status == 404)
    #expect(tab.events.isEmpty)
    // A browser that names no origin has the proof all the same.
    var old = good
    old.fields["origin"] = nil
    #expect(try tab.send(old).status == 303)
    #expect(tab.attempt.responses.count == 1)
  }

  @Test("Every answer forbids to keep it, to frame it and to run anything that is not ours")
  func fields() throws {
    let tab = Tab()
    for target in ["/", "/0123456789abcdef/", "/0123456789abcdef/style.css", "/0123456789abcdef/x"]
    {
      let answer = try tab.send(
        HTTPRequest("GET", target, fields: ["host": "127.0.0.1:4000"]))
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["X-Frame-Options"] == "DENY")
      #expect(answer["Access-Control-Allow-Origin"] == nil)
      let policy = try #require(answer["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    }
    let style = try tab.send(
      HTTPRequest("GET", "/0123456789abcdef/style.css", fields: ["host": "127.0.0.1:4000"]))
    #expect(String(decoding: style.body, as: UTF8.self).contains("html.large"))
    #expect(String(decoding: style.body, as: UTF8.self).contains("Noto Sans Khmer"))
  }

  @Test("What cannot be saved is said, and nothing seems to be saved")
  func fullDisk() throws {
    let tab = Tab()
    tab.clock.isFull = true
    try tab.open("q/1")
    #expect(throws: FullDisk()) { try tab.press("next", [("c", "a")]) }
    #expect(tab.attempt.responses.isEmpty)
    for language in Language.allCases {
      let page = tab.page.failure(language)
      #expect(page.status == 500)
      let text = QuizPageMessages.notSaved[language]
      #expect(String(decoding: page.body, as: UTF8.self).contains(text))
    }
  }

  @Test("A browser is started where there is a window, and by words that no shell reads")
  func opening() {
    let address = "http://127.0.0.1:4000/x/"
    func command(_ environment: [String: String]) -> [String]? {
      BrowserOpening.command(opening: address, environment: environment)
    }
    #expect(command([:]) == nil)
    #expect(command(["DISPLAY": "", "BROWSER": "firefox"]) == nil)
    #expect(command(["DISPLAY": ":0"]) == ["xdg-open", address])
    #expect(command(["WAYLAND_DISPLAY": "w", "BROWSER": ""]) == ["xdg-open", address])
    #expect(
      command(["DISPLAY": ":0", "BROWSER": "firefox -P x:other"]) == [
        "firefox", "-P", "x", address,
      ])
    #expect(
      command(["DISPLAY": ":0", "BROWSER": "b --url=%s %% %z $(x)"]) == [
        "b", "--url=\(address)", "%", "%z", "$(x)",
      ])
    #expect(
      BrowserOpening.command(opening: "file:///etc/passwd", environment: ["DISPLAY": ":0"]) == nil)
    #expect(!BrowserOpening.start([]))
    #expect(!BrowserOpening.start(["/nowhere/at/all", address]))
    #expect(!BrowserOpening.start(["true", "a\0b"]))
    #expect(BrowserOpening.start(["true", address]))
  }
}
