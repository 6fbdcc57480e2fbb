import CPango

/// Pango with a Khmer font: measures and draws one line at a time.
///
/// Belongs to one thread at a time. The libraries are opened by `open` and not before.
package final class LineShaper {
  /// The families that are looked for, the best first.
  package static let families = [
    "Noto Sans Khmer", "Khmer OS Battambang", "Khmer OS Siemreap", "Khmer OS", "Noto Serif Khmer",
    "Khmer OS System", "Leelawadee UI", "Khmer UI", "Khmer Sangam MN",
  ]

  /// The bytes of UTF-8 of the longest line that is drawn.
  package static let longestLine = Int(SALA_PANGO_LONGEST)

  /// The family of the font that is drawn with.
  package let family: String
  private let handle: OpaquePointer

  private init(_ handle: OpaquePointer) {
    self.handle = handle
    family = sala_pango_family(handle).map { String(cString: $0) } ?? ""
  }

  deinit { sala_pango_close(handle) }

  /// Begins to open the first of `families` on another thread, so that the next `open` need not
  /// wait for all of it; a second call does nothing.
  package static func prepare() {
    sala_pango_prepare(families.joined(separator: "\n"))
  }

  /// Opens the libraries and the first of `families` that has Khmer letters.
  ///
  /// - Parameter families: The families to look for; when none will do, the system's own choice
  ///   for Khmer is tried.
  /// - Returns: A shaper, or what is missing on this machine.
  package static func open(
    families: [String] = LineShaper.families
  ) -> Result<LineShaper, ShapingError> {
    var status = SALA_PANGO_OK
    var detail = [CChar](repeating: 0, count: 128)
    let handle = sala_pango_open(
      families.joined(separator: "\n"), &status, &detail, detail.count)
    if let handle { return .success(LineShaper(handle)) }
    let name = String(
      decoding: detail.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    switch status {
    case SALA_PANGO_NO_LIBRARY: return .failure(.noLibrary(name))
    case SALA_PANGO_NO_FUNCTION: return .failure(.noFunction(name))
    case SALA_PANGO_NO_FONT: return .failure(.noFont)
    default: return .failure(.noMemory)
    }
  }

  /// Returns the pixels that a line takes from left to right.
  ///
  /// - Parameters:
  ///   - text: The line; a line end in it counts as a space.
  ///   - style: How it would be drawn.
  /// - Returns: The width, or `nil` where the line is too long to draw.
  package func width(of text: String, style: ShapedStyle) -> Int? {
    var width: Int32 = 0
    let status = withStyle(style) { style in
      withBytes(of: text) { sala_pango_measure(handle, $0, $1, style, &width) }
    }
    return status == SALA_PANGO_OK ? Int(width) : nil
  }

  /// Draws a line.
  ///
  /// - Parameters:
  ///   - text: The line; a line end in it is drawn as a space.
  ///   - style: How to draw it.
  /// - Returns: Its ink and the row on which the letters stand, or `nil` where the line is too long.
  package func draw(_ text: String, style: ShapedStyle) -> ShapedLine? {
    var drawn = sala_pango_bitmap()
    let status = withStyle(style) { style in
      withBytes(of: text) { sala_pango_draw(handle, $0, $1, style, &drawn) }
    }
    defer { sala_pango_bitmap_free(&drawn) }
    guard status == SALA_PANGO_OK else { return nil }
    guard let pixels = drawn.pixels else {
      return ShapedLine(bitmap: Bitmap(width: Int(drawn.width), height: 0), baseline: 0)
    }
    let count = Int(drawn.width) * Int(drawn.height)
    let bytes = Array(UnsafeBufferPointer(start: pixels, count: count))
    return ShapedLine(
      bitmap: Bitmap(pixels: bytes, width: Int(drawn.width), threshold: style.threshold),
      baseline: Int(drawn.baseline))
  }

  private func withStyle<Value>(
    _ style: ShapedStyle, _ body: (UnsafePointer<sala_pango_style>) -> Value
  ) -> Value {
    let values = sala_pango_style(
      size: style.size, stretch: style.stretch, weight: 400, hinting: style.hinting.rawValue)
    return withUnsafePointer(to: values, body)
  }

  private func withBytes<Value>(
    of text: String, _ body: (UnsafePointer<CChar>?, Int) -> Value
  ) -> Value {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) }
    }
  }
}

/// The ink of a line, and where its letters stand.
package struct ShapedLine: Sendable, Hashable {
  /// The ink.
  package var bitmap: Bitmap
  /// The rows of the picture that lie above the baseline.
  package var baseline: Int

  /// Creates a line.
  package init(bitmap: Bitmap, baseline: Int) {
    self.bitmap = bitmap
    self.baseline = baseline
  }
}
