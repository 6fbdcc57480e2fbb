import Source
import Text

extension SourceFile {
  /// The language of a file that does not say it.
  var language: Language { ScriptLanguage.of(text) }
}
