/// What a person pressed.
package enum Key: Sendable, Hashable {
  /// A letter, digit, sign or space; one scalar of what an input method may send as several.
  case scalar(Unicode.Scalar)
  /// Enter or Return.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Escape alone.
  case escape
  /// An arrow.
  case up
  /// An arrow.
  case down
  /// An arrow.
  case left
  /// An arrow.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page Up.
  case pageUp
  /// Page Down.
  case pageDown
  /// A function key, by its number from 1 to 12.
  case function(Int)
  /// Control with a small letter or a sign.
  case control(Unicode.Scalar)
  /// What was pasted, control characters taken out but for line ends; never a key press.
  case paste(String)
  /// The answer of the terminal to the question where its cursor stands, from 1.
  case cursorReport(row: Int, column: Int)
  /// Anything else, which means nothing.
  case unknown
}
