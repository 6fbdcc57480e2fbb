package import Text

/// What a command has to say, as values; the same document becomes text, CSV, JSON or a page.
///
/// A document says what is shown, never how: there is no colour and no width in it.
package struct Document: Sendable, Hashable {
  /// The title of the whole.
  package var title: LocalizedText
  /// What stands under the title, in order.
  package var blocks: [Block]
  /// Whether the data were made up by a program; every form of the document then says so.
  package var isSynthetic: Bool

  /// Creates a document.
  package init(title: LocalizedText, blocks: [Block] = [], isSynthetic: Bool = false) {
    self.title = title
    self.blocks = blocks
    self.isSynthetic = isSynthetic
  }

  /// The tables in order.
  package var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The plots in order.
  package var plots: [Plot] {
    blocks.compactMap { if case .plot(let plot) = $0 { plot } else { nil } }
  }

  /// One part of a document.
  package enum Block: Sendable, Hashable {
    /// A heading; depth 2 stands right under the title, 6 is the deepest.
    case heading(LocalizedText, depth: Int = 2)
    /// Running text.
    case paragraph(LocalizedText)
    /// Running text whose figures point at the rows that they come from.
    case statement(Statement)
    /// Running text that must not be overlooked.
    case note(NoteKind, LocalizedText)
    /// Short texts, one under the other.
    case list([LocalizedText], isOrdered: Bool = false)
    /// Named values, such as counts.
    case keyValues(KeyValues)
    /// A table.
    case table(Table)
    /// A picture of numbers.
    case plot(Plot)
  }

  /// How urgent a note is.
  package enum NoteKind: String, Sendable, Hashable, CaseIterable {
    /// Good to know.
    case info
    /// Changes what the reader may conclude.
    case warning
  }
}

/// Named values that belong together.
package struct KeyValues: Sendable, Hashable {
  /// One named value.
  package struct Item: Sendable, Hashable {
    /// The name for machines: ASCII, unique within the group.
    package var key: String
    /// The name for people.
    package var title: LocalizedText
    /// The value.
    package var value: Table.Cell

    /// Creates a named value.
    package init(key: String, title: LocalizedText, value: Table.Cell) {
      self.key = key
      self.title = title
      self.value = value
    }
  }

  /// The name of the group for machines: ASCII, unique in the document.
  package var id: String
  /// The values in order.
  package var items: [Item]

  /// Creates a group.
  package init(id: String, items: [Item]) {
    self.id = id
    self.items = items
  }
}
