package import Text

/// The forms a document can take.
package enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// Lines for a terminal.
  case text
  /// The tables as comma-separated values.
  case csv
  /// Everything, for programs.
  case json
  /// One page that needs nothing else.
  case html
}

/// What a person may choose about the form of a document.
package struct RenderingOptions: Sendable, Hashable {
  /// How many terminal columns a line of text may take.
  package var width: Int
  /// Whether CSV begins with a byte order mark, which Excel needs to read Khmer.
  package var hasByteOrderMark: Bool
  /// The only table that CSV shall hold, or `nil` for all of them; the id of a plot gives its numbers.
  package var table: String?
  /// Whether text may draw with letters; a screen reader is given sentences instead.
  package var drawsPictures: Bool

  /// Creates options.
  package init(
    width: Int = 80, hasByteOrderMark: Bool = false, table: String? = nil,
    drawsPictures: Bool = true
  ) {
    self.drawsPictures = drawsPictures
    self.width = width
    self.hasByteOrderMark = hasByteOrderMark
    self.table = table
  }
}

/// The front door of this module: turns a document into bytes, the same for the same input.
package enum DocumentRendering {
  /// Returns the document in the asked form, ending in a line end.
  ///
  /// - Parameters:
  ///   - document: What there is to say.
  ///   - format: The form.
  ///   - language: The language; where a text lacks that half, the other one stands in.
  ///   - options: The width of text and the details of CSV.
  /// - Returns: The text, to be written as UTF-8.
  package static func render(
    _ document: Document, as format: DocumentFormat, language: Language,
    options: RenderingOptions = RenderingOptions()
  ) -> String {
    switch format {
    case .text:
      TextRendering(
        language: language, width: options.width, drawsPictures: options.drawsPictures
      ).render(document)
    case .csv: CSVRendering(language: language, options: options).render(document)
    case .json: DocumentJSON(language: language).value(document).encoded(indented: true) + "\n"
    case .html: HTMLRendering(language: language).render(document)
    }
  }
}
