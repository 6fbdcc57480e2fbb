import Assessment
import Source
import Text

/// The places where `forms.yaml` names things.
enum FormPlaces {
  /// Returns the ids of all forms.
  static func ids(of curriculum: Curriculum) -> [(String, SourceLocation)] {
    (curriculum.blueprint?.forms ?? []).map { ($0.id, $0.location) }
      + curriculum.specifications.map { ($0.id.value, $0.id.location) }
  }

  /// Returns the outcomes that cells, totals and sections name.
  static func outcomes(of curriculum: Curriculum) -> [Located<String>] {
    (curriculum.blueprint?.cells ?? []).map(\.outcome) + totals(.outcome, of: curriculum)
      + curriculum.specifications.flatMap(\.sections).compactMap(\.outcome)
  }

  /// Returns what the totals of a dimension name.
  static func totals(
    _ dimension: BlueprintConstraints.Dimension, of curriculum: Curriculum
  ) -> [Located<String>] {
    (curriculum.blueprint?.constraints?.totals ?? []).filter { $0.dimension == dimension }
      .map(\.id)
  }

  /// Returns the items that enemies and sections name.
  static func items(of curriculum: Curriculum) -> [Located<String>] {
    (curriculum.blueprint?.constraints?.enemies ?? []).flatMap { $0 }
      + curriculum.specifications.flatMap(\.sections).flatMap { $0.items + $0.ids }
  }
}
