import Text

/// Where a picture is drawn: the elements of an SVG that grows downwards.
///
/// Units are about the pixels of a small phone, so that letters of 13 units stay readable there.
struct Canvas {
  let language: Language
  /// The beginning of ids, unique in the page.
  let prefix: String
  let width: Double
  /// The lower end of what has been drawn from the top.
  var y = 6.0
  private var drawn: [String] = []
  private var hatches: Set<Int> = []

  static let lineHeight = 22.0
  /// The width of one terminal column in letters of size 1, on the safe side for Khmer.
  static let columnWidth = 0.62

  init(language: Language, prefix: String, width: Double) {
    self.language = language
    self.prefix = prefix
    self.width = width
  }

  var left: Double { 10 }
  var right: Double { width - 10 }

  /// The elements, patterns first.
  var elements: [String] {
    let patterns = hatches.sorted().map(pattern)
    return (patterns.isEmpty ? [] : ["<defs>"] + patterns + ["</defs>"]) + drawn
  }

  // MARK: Shapes

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String = Ink.axis,
    width: Double = 1, dash: String = ""
  ) {
    drawn.append(
      "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\""
        + stroke(colour, width, dash) + "/>")
  }

  mutating func polyline(
    _ points: [(x: Double, y: Double)], _ colour: String, width: Double = 2, dash: String = ""
  ) {
    guard points.count > 1 else { return }
    drawn.append(
      "<polyline points=\"\(Self.list(points))\" fill=\"none\"" + stroke(colour, width, dash)
        + "/>")
  }

  mutating func polygon(
    _ points: [(x: Double, y: Double)], fill: Fill, edge: String? = nil
  ) {
    drawn.append(
      "<polygon points=\"\(Self.list(points))\"\(self.fill(fill))"
        + (edge.map { stroke($0, 1, "") } ?? "") + "/>")
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Fill, edge: String? = nil
  ) {
    drawn.append(
      "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\""
        + " height=\"\(n(max(0, height)))\"\(self.fill(fill))"
        + (edge.map { stroke($0, 1, "") } ?? "") + "/>")
  }

  /// Draws a band between two upright edges, bent like a river.
  mutating func band(
    from x1: Double, _ top1: Double, _ bottom1: Double, to x2: Double, _ top2: Double,
    _ bottom2: Double, fill: Fill
  ) {
    let middle = (x1 + x2) / 2
    drawn.append(
      "<path d=\"M\(n(x1)) \(n(top1))C\(n(middle)) \(n(top1)) \(n(middle)) \(n(top2))"
        + " \(n(x2)) \(n(top2))V\(n(bottom2))C\(n(middle)) \(n(bottom2)) \(n(middle))"
        + " \(n(bottom1)) \(n(x1)) \(n(bottom1))Z\"\(self.fill(fill))"
        + stroke(Ink.axis, 0.5, "") + "/>")
  }

  /// Draws a mark around a point.
  mutating func mark(
    _ mark: Ink.Mark, _ x: Double, _ y: Double, _ colour: String, size r: Double = 5
  ) {
    let edge = stroke(colour, 2, "")
    switch mark {
    case .circle, .ring:
      let fill = mark == .circle ? colour : Ink.paper
      drawn.append(
        "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(r))\" fill=\"\(fill)\"\(edge)/>")
    case .square: rect(x - r, y - r, 2 * r, 2 * r, fill: .plain(colour))
    case .triangle:
      polygon([(x, y - r), (x + r, y + r), (x - r, y + r)], fill: .plain(colour))
    case .diamond:
      polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], fill: .plain(colour))
    case .cross:
      line(x - r, y - r, x + r, y + r, colour, width: 2)
      line(x - r, y + r, x + r, y - r, colour, width: 2)
    }
  }

  // MARK: Words

  /// Writes words on one line.
  ///
  /// - Parameters:
  ///   - words: The words, not yet escaped.
  ///   - x: Where they begin, end or have their middle.
  ///   - y: Their base line.
  ///   - anchor: `start`, `middle` or `end`.
  ///   - size: The size of the letters.
  ///   - room: Where given, longer words are narrowed to it.
  ///   - isBold: Whether they are bold.
  ///   - hasHalo: Whether they stand on white, over something drawn.
  mutating func text(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", size: Double = 13,
    room: Double? = nil, isBold: Bool = false, hasHalo: Bool = false
  ) {
    var attributes = " text-anchor=\"\(anchor)\""
    if size != 13 { attributes += " font-size=\"\(n(size))\"" }
    if isBold { attributes += " font-weight=\"bold\"" }
    if hasHalo { attributes += " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\"" }
    if let room, Self.width(of: words, size: size) > room {
      attributes += " textLength=\"\(n(room))\" lengthAdjust=\"spacingAndGlyphs\""
    }
    drawn.append(
      "<text x=\"\(n(x))\" y=\"\(n(y))\"\(attributes)>\(HTMLText.escaped(words))</text>")
  }

  /// Writes wrapped words over the whole width and moves on below them.
  mutating func paragraph(_ words: String, isBold: Bool = false) {
    for line in wrapped(words) {
      y += Self.lineHeight
      text(line, left, y - 6, isBold: isBold)
    }
  }

  /// Writes a name, and its value at the end of the last line or on one of its own.
  mutating func heading(_ name: String, value: String) {
    let lines = wrapped(name)
    for line in lines {
      y += Self.lineHeight
      text(line, left, y - 6)
    }
    let taken = DisplayWidth.columns(of: lines.last ?? "") + DisplayWidth.columns(of: value)
    if taken + 2 > columns { y += Self.lineHeight }
    text(value, right, y - 6, anchor: "end")
  }

  /// Returns words as lines that fit the width.
  func wrapped(_ words: String) -> [String] {
    LineWrapping.lines(CellText.onOneLine(words), width: columns)
  }

  private var columns: Int { max(8, Int((right - left) / (13 * 0.57))) }

  /// Returns the width that words are thought to take.
  static func width(of words: String, size: Double) -> Double {
    Double(DisplayWidth.columns(of: words)) * columnWidth * size
  }

  // MARK: Attributes

  /// What a shape is filled with.
  enum Fill {
    case none
    case plain(String)
    /// The hatching of a series, light enough for words over it.
    case hatch(Int)
  }

  private mutating func fill(_ fill: Fill) -> String {
    switch fill {
    case .none: return " fill=\"none\""
    case .plain(let colour): return " fill=\"\(colour)\""
    case .hatch(let place):
      let place = ((place % 6) + 6) % 6
      hatches.insert(place)
      return " fill=\"url(#\(prefix)-h\(place))\""
    }
  }

  private func pattern(_ place: Int) -> String {
    let colour = Ink.series(place).colour
    let marks =
      switch place {
      case 0: ""
      case 1: "<path d=\"M0 8L8 0\" stroke=\"\(colour)\" stroke-width=\"1.5\"/>"
      case 2: "<circle cx=\"4\" cy=\"4\" r=\"1.4\" fill=\"\(colour)\"/>"
      case 3: "<path d=\"M0 0L8 8\" stroke=\"\(colour)\" stroke-width=\"1.5\"/>"
      case 4: "<path d=\"M0 4H8\" stroke=\"\(colour)\" stroke-width=\"1.2\"/>"
      default: "<path d=\"M4 0V8\" stroke=\"\(colour)\" stroke-width=\"1.2\"/>"
      }
    let ground = place == 0 ? "#b3cfec" : "#f4f6f8"
    return "<pattern id=\"\(prefix)-h\(place)\" width=\"8\" height=\"8\""
      + " patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"\(ground)\"/>"
      + marks + "</pattern>"
  }

  private func stroke(_ colour: String, _ width: Double, _ dash: String) -> String {
    " stroke=\"\(colour)\"" + (width == 1 ? "" : " stroke-width=\"\(n(width))\"")
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  private func n(_ value: Double) -> String { Self.coordinate(value) }

  /// Returns a coordinate with one decimal, which is finer than anyone sees.
  static func coordinate(_ value: Double) -> String {
    NumberText.fixed(value, digits: 1, fallback: "0")
  }

  private static func list(_ points: [(x: Double, y: Double)]) -> String {
    points.map { coordinate($0.x) + "," + coordinate($0.y) }.joined(separator: " ")
  }
}
