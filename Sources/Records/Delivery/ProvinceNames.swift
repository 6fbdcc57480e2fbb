package import Text

/// What people write for a province, as the ids that records use.
package enum ProvinceNames {
  /// Returns the name behind an id; the id itself where it is none of these.
  package static func name(_ id: String) -> LocalizedText { CambodianProvinces.name(id) }

  /// Returns the id of what a person typed, `Siem Reap` and `សៀមរាប` as `siem-reap`.
  ///
  /// A person may come from anywhere, so that what is none of the 25 is kept: in Latin letters as an
  /// id is written, in Khmer as it was typed.
  static func id(_ text: String) -> String { known(text) ?? written(text) }

  private static func written(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.lowercased().split { " _-".contains($0) }.joined(separator: "-")
  }

  /// Returns the id of one of the 25 that a text names in either language, or `nil`.
  package static func known(_ text: String) -> String? {
    let id = written(Khmer.normalised(text))
    return CambodianProvinces.all.first {
      $0.id == id || $0.name.km == id || "ខេត្ត" + $0.name.km == id
    }?.id
  }
}
