import CResources

/// The files that lie beside every page: two scripts and a style sheet, the same for all content.
package enum PageAssets {
  /// A file of a package.
  package struct File: Sendable, Hashable {
    /// The name, in ASCII.
    package let name: String
    /// What it holds.
    package let bytes: [UInt8]
  }

  /// The script that speaks with an LMS, without any knowledge of pages.
  package static let runtime = File(
    name: "runtime.js",
    bytes: bytes(sala_runtime_script_bytes(), count: sala_runtime_script_length))
  /// The script that moves the page.
  package static let script = File(
    name: "page.js", bytes: bytes(sala_page_script_bytes(), count: sala_page_script_length))
  /// The style sheet.
  package static let style = File(
    name: "page.css", bytes: bytes(sala_page_style_bytes(), count: sala_page_style_length))

  /// The script of the page that holds a whole course together as one SCO; only such a package has it.
  package static let course = File(
    name: "course.js", bytes: bytes(sala_course_script_bytes(), count: sala_course_script_length))

  /// What every package has, in the order in which a manifest lists them.
  package static let files = [style, script, runtime]

  private static func bytes(_ start: UnsafePointer<UInt8>?, count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}
