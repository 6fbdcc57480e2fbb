package import LocalServer

/// A preview as it runs: the site, and the learning record store that fills while pages are used.
package struct PreviewService: Sendable {
  /// What does not change.
  package let site: PreviewSite
  private var store: LearningRecordStore

  /// Creates a service with an empty store.
  ///
  /// - Parameters:
  ///   - site: What does not change.
  ///   - seed: Where the ids of statements without one come from.
  package init(site: PreviewSite, seed: UInt64) {
    self.site = site
    store = LearningRecordStore(course: site.course, seed: seed)
  }

  /// Returns the answer to any request.
  ///
  /// Refused before anything is looked at: a request whose `Host` is not this machine (421), which
  /// is how a page of another site would reach it by a name of its own, and one that a page of
  /// another site sends (403). Every answer is kept out of caches and of other sites.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The answer, complete.
  package mutating func answer(_ request: HTTPRequest, now: Double) -> HTTPResponse {
    var response = refused(request) ?? routed(request, now: now)
    response.fields += [
      HTTPResponse.Field("Cache-Control", "no-store"),
      HTTPResponse.Field("X-Content-Type-Options", "nosniff"),
      HTTPResponse.Field("Referrer-Policy", "no-referrer"),
      HTTPResponse.Field("Cross-Origin-Resource-Policy", "same-origin"),
      HTTPResponse.Field("X-Frame-Options", "SAMEORIGIN"),
    ]
    return response
  }

  private mutating func routed(_ request: HTTPRequest, now: Double) -> HTTPResponse {
    let path = String(request.rawPath)
    let isStore = ["/lrs/", "/cmi5/"].contains { path.utf8.starts(with: $0.utf8) }
    return isStore ? store.answer(request, now: now) : site.response(to: request)
  }

  private func refused(_ request: HTTPRequest) -> HTTPResponse? {
    guard let host = request.fields["host"] else {
      return HTTPResponse(400, saying: "The request names no host.")
    }
    guard Self.isThisMachine(host) else {
      return HTTPResponse(421, saying: "This server answers only for 127.0.0.1 and localhost.")
    }
    let isForeign =
      request.fields["origin"].map { $0.lowercased() != "http://\(host.lowercased())" } ?? false
    // A link from elsewhere may open the page; nothing else may reach it from there.
    let isCross =
      request.fields["sec-fetch-site"].map { ["cross-site", "same-site"].contains($0) } ?? false
    guard isForeign || (isCross && request.fields["sec-fetch-mode"] != "navigate") else {
      return nil
    }
    return HTTPResponse(403, saying: "Pages of other sites have no access.")
  }

  private static func isThisMachine(_ host: String) -> Bool {
    let parts = host.lowercased().split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, ["127.0.0.1", "localhost"].contains(name) else { return false }
    return parts.count == 1
      || (parts.count == 2 && (1...5).contains(parts[1].utf8.count)
        && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
  }
}
