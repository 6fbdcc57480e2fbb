/// The colours of pictures, and what tells series apart without them.
///
/// Every colour has a contrast of at least 4.5:1 on white (WCAG 2.2, 1.4.3 and 1.4.11). Series also
/// differ by dashes, by marks and by hatching, so a black-and-white printer loses nothing.
enum Ink {
  static let text = "#1b1f24"
  static let axis = "#59636e"
  static let grid = "#d5dae0"
  static let main = "#1f5fa8"
  static let warning = "#a13300"
  static let paper = "#fff"

  /// How one of several series is drawn.
  struct Series {
    var colour: String
    var dash: String
    var mark: Mark
  }

  /// The form of a mark.
  enum Mark: CaseIterable {
    case circle, square, triangle, diamond, cross, ring

    /// The same mark in a text.
    var letter: String {
      switch self {
      case .circle: "●"
      case .square: "■"
      case .triangle: "▲"
      case .diamond: "◆"
      case .cross: "✕"
      case .ring: "○"
      }
    }
  }

  private static let all = [
    Series(colour: main, dash: "", mark: .circle),
    Series(colour: warning, dash: "7 4", mark: .square),
    Series(colour: "#1b6b3a", dash: "2 4", mark: .triangle),
    Series(colour: "#6a3d9a", dash: "10 4 2 4", mark: .diamond),
    Series(colour: text, dash: "1 3", mark: .cross),
    Series(colour: "#00696d", dash: "14 5", mark: .ring),
  ]

  /// Returns the looks of a series; they repeat after six.
  static func series(_ place: Int) -> Series { all[((place % all.count) + all.count) % all.count] }

  /// Five steps of one colour, on each of which `text` has a contrast of at least 7:1.
  static let steps = ["#ffffff", "#e6eff9", "#cfe0f3", "#b3cfec", "#94bce4"]
}
