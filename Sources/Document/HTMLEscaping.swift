/// Text for pages that a command writes itself, such as cards to cut.
package enum HTMLEscaping {
  /// Returns `text` with the characters that mean something in HTML as character references, and
  /// those that HTML does not allow as U+FFFD.
  package static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
