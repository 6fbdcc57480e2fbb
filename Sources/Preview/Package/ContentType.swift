/// What a browser is told a file is.
enum ContentType {
  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8",
    "xhtml": "application/xhtml+xml; charset=utf-8",
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
    "map": "application/json; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "xsd": "application/xml; charset=utf-8", "dtd": "application/xml-dtd; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "md": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "bmp": "image/bmp", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf",
    "otf": "font/otf", "eot": "application/vnd.ms-fontobject", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "wav": "audio/wav",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "pdf": "application/pdf", "wasm": "application/wasm", "zip": "application/zip",
    "swf": "application/x-shockwave-flash",
  ]

  /// Returns the type of a file by the end of its name; bytes of which nothing is known otherwise.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let end = parts.last else { return "application/octet-stream" }
    return types[end.lowercased()] ?? "application/octet-stream"
  }

  /// Tells whether a file is a page that a browser opens.
  static func isPage(_ path: String) -> Bool {
    let type = of(path)
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
  }
}
