/// The Khmer words that word segmentation never divides, whatever the dictionary says.
///
/// Titles, names of persons and places, words of the administration and recent words are what
/// ICU's dictionary lacks or cuts. A term is one word by the conventions written at the head of the
/// gold set, in the canonical encoding. It is meant to be matched between two syllables, the longest
/// term first. For that reason words of one syllable are rare here: they begin and end too many
/// others. A reader who knows the language should go through the list.
package enum ProtectedTerms {
  /// All terms, each once.
  package static let all: [String] = categories.flatMap { $0 }

  private static let categories: [[String]] = [
    honorifics, royalAndReligious, ranks, provinces, districts, otherPlaces, countries,
    institutions, administration, calendar, familyNames, womensNames, mensNames, foreignNames,
    engagement, data, innovation, learning, publicServices, derived, guards,
  ]
}
