import LocalServer
package import Text

/// What a package offers to a learner, as its manifest says it.
package struct PreviewCourse: Sendable, Hashable {
  /// How its pages speak with an LMS.
  package enum Standard: String, Sendable, Hashable {
    /// By the API of SCORM 1.2.
    case scorm12
    /// By the API of SCORM 2004.
    case scorm2004
    /// By statements to a learning record store.
    case cmi5
    /// Not at all.
    case pages
  }

  /// How its pages speak with an LMS.
  package var standard: Standard
  /// The title in each language, where the package has it.
  package var title: LocalizedText
  /// The id of the course in cmi5; empty elsewhere.
  package var id: String
  /// What stands in the table of contents, in its order.
  package var items: [Item]

  /// One line of the table of contents.
  package struct Item: Sendable, Hashable {
    /// The identifier, unique in the course.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// How many items it stands below.
    package var depth: Int
    /// The path of the page in the package, without a query; `nil` where nothing can be opened.
    package var path: String?
    /// What is added to the address: a query with its `?`, a fragment with its `#`.
    package var suffix: String
    /// What the manifest gives to the page by the API, under the names of its elements or
    /// attributes, such as `masteryscore`.
    package var settings: [String: String]
    /// The objectives whose state the LMS holds from the start, the primary one first.
    package var objectives: [String]
    /// Whether the page speaks with the LMS.
    package var isTracked: Bool

    /// What is added to the address of a preview so that the item is opened at once; `nil` where
    /// nothing can be opened.
    package var fragment: String? {
      path.map { _ in "#" + PercentCoding.encoded(id) }
    }

    /// Creates an item.
    package init(
      id: String, title: LocalizedText, depth: Int = 0, path: String? = nil, suffix: String = "",
      settings: [String: String] = [:], objectives: [String] = [], isTracked: Bool = false
    ) {
      self.id = id
      self.title = title
      self.depth = depth
      self.path = path
      self.suffix = suffix
      self.settings = settings
      self.objectives = objectives
      self.isTracked = isTracked
    }
  }

  /// Returns what a package offers; with an error there is nothing.
  ///
  /// A package with `imsmanifest.xml` at its root follows a content packaging manifest, one with
  /// `cmi5.xml` a cmi5 course structure; of any other all pages are offered. Findings: those of
  /// `XMLReading`, `preview-nothing`, and as warnings `preview-missing-file` and `preview-remote`.
  ///
  /// - Parameter files: The files of the package.
  /// - Returns: The course, and the findings.
  package static func read(_ files: PreviewFiles) -> (PreviewCourse?, [Diagnostic]) {
    let (course, findings) =
      if files["imsmanifest.xml"] != nil {
        ManifestReading.course(files)
      } else if files["cmi5.xml"] != nil {
        CMI5Reading.course(files)
      } else {
        (pages(files), [Diagnostic]())
      }
    guard let course else { return (nil, findings) }
    guard course.items.contains(where: { $0.path != nil }) else {
      return (nil, findings + [PreviewMessages.nothingToOpen(files.name)])
    }
    return (course, findings)
  }

  /// All pages of a folder; `index.html` first.
  private static func pages(_ files: PreviewFiles) -> PreviewCourse {
    let pages = files.paths.filter(ContentType.isPage)
    let first = pages.filter { $0 == "index.html" || $0 == "index.htm" }
    let items = (first + pages.filter { !first.contains($0) }).map { path in
      Item(id: path, title: LocalizedText(same: path), path: path)
    }
    return PreviewCourse(
      standard: .pages, title: LocalizedText(same: files.name), id: "", items: items)
  }
}

/// A reference from a manifest to a page.
struct PageReference {
  /// The path in the package, decoded.
  let path: String
  /// The query and fragment.
  let suffix: String

  /// Resolves a reference against a folder; `nil` where it leads out of the package.
  ///
  /// - Parameters:
  ///   - text: The reference, as the manifest has it.
  ///   - base: The folder that it starts from, empty or with `/` at its end.
  init?(_ text: String, base: String = "") {
    guard !Self.isAddress(text), text.utf8.first != UInt8(ascii: "/"), !text.utf8.contains(0x5C)
    else { return nil }
    let head = text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let decoded = PercentCoding.decoded(Array(base.utf8) + Array(head)) else { return nil }
    var parts: [Substring] = []
    for part in decoded.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    guard !parts.isEmpty else { return nil }
    path = parts.joined(separator: "/")
    suffix = String(decoding: text.utf8.dropFirst(head.count), as: UTF8.self)
  }

  /// Tells whether a reference names a scheme or a host.
  static func isAddress(_ text: String) -> Bool {
    if text.utf8.starts(with: "//".utf8) { return true }
    let head = text.utf8.prefix { !":/?#".utf8.contains($0) }
    return head.count < text.utf8.count && Array(text.utf8)[head.count] == UInt8(ascii: ":")
  }
}
