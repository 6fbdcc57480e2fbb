package import Text

/// A way to show text that a person may choose: as letters, shaped, or whatever else there is.
package struct DrawingChoice {
  /// The id, by which the choice is remembered.
  package var id: String
  /// What it is called.
  package var name: LocalizedText
  /// Makes the drawing; `nil` where this machine cannot, such as for want of a library.
  package var make: () -> (any TextDrawing)?

  /// Creates a choice.
  package init(
    id: String, name: LocalizedText, make: @escaping () -> (any TextDrawing)?
  ) {
    self.id = id
    self.name = name
    self.make = make
  }

  /// Text as its letters.
  package static var plain: DrawingChoice {
    DrawingChoice(
      id: "plain",
      name: LocalizedText(en: "Letters of the terminal", km: "អក្សរធម្មតារបស់ Terminal")
    ) { PlainDrawing() }
  }
}

/// Draws every text once for each width: shaping costs more than anything else on the screen.
final class DrawnCache {
  private let drawing: any TextDrawing
  private var lines: [Int: [String: [DrawnLine]]] = [:]

  init(_ drawing: any TextDrawing) {
    self.drawing = drawing
  }

  var rowsPerLine: Int { max(1, drawing.rowsPerLine) }

  func lines(_ text: String, columns: Int) -> [DrawnLine] {
    if let known = lines[columns]?[text] { return known }
    let drawn = drawing.lines(text, columns: max(8, columns))
    // Only widths of the window as it is are worth keeping.
    if lines.count > 8 { lines = [:] }
    lines[columns, default: [:]][text] = drawn
    return drawn
  }
}

/// The ways to draw text, each made when it is first asked for and then kept with all that it drew.
final class DrawingShelf {
  let choices: [DrawingChoice]
  private var made: [String: DrawnCache?] = [:]

  init(_ choices: [DrawingChoice]) {
    self.choices = choices.isEmpty ? [.plain] : choices
  }

  /// The drawing of an id; `nil` where this machine cannot make it.
  func drawing(_ id: String) -> DrawnCache? {
    if let known = made[id] { return known }
    let drawing = choices.first { $0.id == id }?.make().map(DrawnCache.init)
    made[id] = .some(drawing)
    return drawing
  }

  /// The ids of those that this machine can make.
  var usable: [String] { choices.map(\.id).filter { drawing($0) != nil } }

  /// The first of them, or letters.
  var first: (id: String, drawing: DrawnCache) {
    for choice in choices {
      if let drawing = drawing(choice.id) { return (choice.id, drawing) }
    }
    return (DrawingChoice.plain.id, DrawnCache(PlainDrawing()))
  }
}
