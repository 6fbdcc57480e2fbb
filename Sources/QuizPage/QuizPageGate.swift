import LocalServer

/// Lets through what the person's own browser asks of this sitting, and nothing else.
struct QuizPageGate {
  let page: QuizPage

  /// Returns why a request is refused, or `nil` where it is not.
  ///
  /// - A `Host` other than this machine and port is how a page of another site would reach the
  ///   server by a name of its own (421).
  /// - A request that a page of another site sends is refused (403), but for opening a page by a
  ///   link; a form is taken from our own pages alone.
  /// - A path without the token is answered as if nothing were there (404).
  func refusal(of request: HTTPRequest) -> HTTPResponse? {
    guard let host = request.fields["host"] else {
      return HTTPResponse(400, saying: "The request names no host.")
    }
    guard ["127.0.0.1:\(page.port)", "localhost:\(page.port)"].contains(host.lowercased()) else {
      return HTTPResponse(421, saying: "This server answers only for this machine.")
    }
    guard ["GET", "HEAD", "POST"].contains(request.method) else {
      return HTTPResponse(
        405, saying: "Only GET, HEAD and POST are understood.",
        fields: [HTTPResponse.Field("Allow", "GET, HEAD, POST")])
    }
    guard isOwn(request, host: host) else {
      return HTTPResponse(403, saying: "Pages of other sites have no access.")
    }
    guard hasToken(request.rawPath) else {
      return HTTPResponse(404, saying: "There is nothing here.")
    }
    return nil
  }

  private func isOwn(_ request: HTTPRequest, host: String) -> Bool {
    let isSameOrigin =
      request.fields["origin"].map { $0.lowercased() == "http://\(host.lowercased())" } ?? true
    guard isSameOrigin else { return false }
    switch request.fields["sec-fetch-site"]?.lowercased() {
    case nil, "same-origin", "none": return true
    default:
      return request.method != "POST"
        && request.fields["sec-fetch-mode"]?.lowercased() == "navigate"
        && request.fields["sec-fetch-dest"]?.lowercased() == "document"
    }
  }

  private func hasToken(_ path: Substring) -> Bool {
    let bytes = Array(path.utf8)
    let wanted = Array("/\(page.token)/".utf8)
    guard bytes.count >= wanted.count else { return false }
    return Self.areEqual(bytes.prefix(wanted.count), wanted)
  }

  /// Tells whether two secrets are the same, in a time that does not depend on where they differ.
  static func areEqual(_ left: String, _ right: String) -> Bool {
    areEqual(Array(left.utf8), Array(right.utf8))
  }

  private static func areEqual(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
