package import Text

/// The characters that a picture is made of.
package enum CellKind: String, Sendable, Hashable, CaseIterable {
  /// Two by three pixels a cell.
  case sextants
  /// Two by two pixels a cell, for terminals whose fonts lack sextants.
  case quadrants
  /// Two by four dots a cell.
  case braille

  /// The pixels of a cell from its left to its right.
  package var width: Int { 2 }

  /// The pixels of a cell from its top to its bottom.
  package var height: Int {
    switch self {
    case .sextants: 3
    case .quadrants: 2
    case .braille: 4
    }
  }

  /// Returns the picture as rows of cells.
  package func rows(_ bitmap: Bitmap) -> [String] {
    switch self {
    case .sextants: Sextants.rows(bitmap)
    case .quadrants: Quadrants.rows(bitmap)
    case .braille: Braille.rows(bitmap)
    }
  }
}

/// How shaped text is drawn.
///
/// The figures were found by trial: real questions, screens of real terminals, read back by an OCR
/// program at five sizes; see `docs/terminal-khmer.md`.
package struct ShapedStyle: Sendable, Hashable {
  /// The id, by which a choice is remembered.
  package var id: String
  /// What the style is called.
  package var name: LocalizedText
  /// The characters that are drawn with.
  package var cells: CellKind
  /// The size of the font, in pixels.
  package var size: Double
  /// How much wider than high the pixels of the font are drawn.
  package var stretch: Double
  /// How far the font's outlines are moved onto pixels.
  package var hinting: Hinting
  /// The least darkness, from 1 to 255, that becomes ink.
  package var threshold: UInt8
  /// The most rows of cells of one line.
  package var mostRows: Int

  /// How far outlines are moved onto pixels.
  package enum Hinting: Int32, Sendable, Hashable {
    /// Not at all.
    case none = 0
    /// Up and down only.
    case slight = 1
    /// As far as the font says.
    case full = 2
  }

  /// The style for terminals that draw sextants themselves: 90 cells by 6 rows for 30 letters.
  package static let sextants = ShapedStyle(
    id: "sextants", name: ShapingWords.sextants, cells: .sextants, size: 15, stretch: 1,
    hinting: .slight, threshold: 72, mostRows: 7)

  /// A smaller one, for 80 columns by 24 rows.
  package static let small = ShapedStyle(
    id: "small", name: ShapingWords.small, cells: .sextants, size: 13, stretch: 1,
    hinting: .full, threshold: 72, mostRows: 7)

  /// A larger one, for who needs large print.
  package static let large = ShapedStyle(
    id: "large", name: ShapingWords.large, cells: .sextants, size: 22, stretch: 1,
    hinting: .slight, threshold: 96, mostRows: 12)

  /// The style for terminals without sextants, such as xterm.
  package static let quadrants = ShapedStyle(
    id: "quadrants", name: ShapingWords.quadrants, cells: .quadrants, size: 12, stretch: 1.6,
    hinting: .full, threshold: 64, mostRows: 9)

  /// Braille dots, for who asks for them.
  package static let braille = ShapedStyle(
    id: "braille", name: ShapingWords.braille, cells: .braille, size: 15, stretch: 1,
    hinting: .slight, threshold: 96, mostRows: 6)

  /// Every style, in the order in which a person who cannot read one should be shown the next.
  package static let all = [sextants, quadrants, small, large, braille]

  /// Returns the style of an id.
  package static func named(_ id: String) -> ShapedStyle? { all.first { $0.id == id } }
}
