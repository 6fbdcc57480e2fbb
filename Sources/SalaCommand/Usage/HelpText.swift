import ArgumentParser
import Text

/// Carries both languages of a help text through ArgumentParser, which knows only one string.
///
/// The Khmer half stands between two control characters that no help text holds; `HelpPage`
/// takes the half it wants, and completion scripts drop it.
enum HelpText {
  private static let open: Unicode.Scalar = "\u{1F}"
  private static let close: Unicode.Scalar = "\u{1E}"

  /// Returns both halves as one string.
  static func joined(_ text: LocalizedText) -> String {
    "\(text.en)\(open)\(text.km)\(close)"
  }

  /// Returns the half in `language` of every joined text within `string`.
  static func half(_ string: String, in language: Language) -> String {
    var result = String.UnicodeScalarView()
    var english = String.UnicodeScalarView()
    var isKhmer = false
    for scalar in string.unicodeScalars {
      switch scalar {
      case open:
        isKhmer = true
        if language == .english { result.append(contentsOf: english) }
        english = String.UnicodeScalarView()
      case close: isKhmer = false
      default:
        if isKhmer {
          if language == .khmer { result.append(scalar) }
        } else {
          english.append(scalar)
        }
      }
    }
    result.append(contentsOf: english)
    return String(result)
  }

  /// Returns what a person typed without characters that steer a terminal: each is shown as �.
  static func visible(_ string: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let steers = (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar == "\u{7F}"
      result.append(steers ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Returns a string of many texts, such as a completion script, with the Khmer halves taken out.
  static func withoutKhmer(_ string: String) -> String {
    half(string, in: .english)
  }
}

/// Returns a help text for an argument.
///
/// - Parameters:
///   - en: The English text.
///   - km: The Khmer text.
///   - value: A key of `ValueNames`, where the option's own name does not say what its value is.
/// - Returns: The help text.
func help(_ en: String, _ km: String, value: String? = nil) -> ArgumentHelp {
  var help = ArgumentHelp(stringLiteral: HelpText.joined(LocalizedText(en: en, km: km)))
  help.valueName = value
  return help
}

/// The help text of an option that chooses how a result is written.
var formatHelp: ArgumentHelp { help("How the result is written.", "ទម្រង់នៃលទ្ធផល។") }

/// Returns a text in both languages for the abstract or discussion of a command.
func both(_ en: String, _ km: String) -> String {
  HelpText.joined(LocalizedText(en: en, km: km))
}
