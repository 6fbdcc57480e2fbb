package import Text

/// A situation exercise.
package struct Situation: Sendable {
  /// The slug, which is also its file name.
  package var slug: String
  /// The title.
  package var title: LocalizedText
}
