package import Curriculum
import Inspection
import Source
package import Text

/// The competencies of a curriculum with their outcomes, as other systems read them.
package enum CompetencyFramework {
  /// A competency with the outcomes that belong to it.
  package struct Entry: Sendable {
    /// The competency.
    package let competency: Competency
    /// Its outcomes with their modules, in teaching order.
    package let outcomes: [(module: Module, outcome: LearningOutcome)]
  }

  /// Returns the competencies in the order of the curriculum, each with its outcomes.
  ///
  /// An outcome whose competency is not known has no place; `sala check` names it.
  package static func entries(_ curriculum: Curriculum) -> [Entry] {
    var outcomes: [String: [(module: Module, outcome: LearningOutcome)]] = [:]
    for module in curriculum.modules {
      for outcome in module.outcomes {
        outcomes[outcome.competency.value, default: []].append((module, outcome))
      }
    }
    return curriculum.competencies.map {
      Entry(competency: $0, outcomes: outcomes[$0.id] ?? [])
    }
  }

  /// The name of a proficiency level.
  package static func name(_ level: ProficiencyLevel) -> LocalizedText {
    switch level {
    case .foundation: LocalizedText(en: "Foundation", km: "មូលដ្ឋាន")
    case .practitioner: LocalizedText(en: "Practitioner", km: "អ្នកអនុវត្ត")
    case .leading: LocalizedText(en: "Leading", km: "អ្នកដឹកនាំ")
    }
  }

  /// The title of the framework.
  package static func title(_ curriculum: Curriculum) -> LocalizedText {
    LocalizedText(
      en: "Competencies: \(curriculum.title.text(in: .english))",
      km: "សមត្ថភាព៖ \(curriculum.title.text(in: .khmer))")
  }

  /// Where an outcome is taught, and how far it leads.
  static func place(_ outcome: LearningOutcome, in module: Module) -> LocalizedText {
    let level = name(outcome.proficiency)
    return LocalizedText(
      en: "Module: \(module.title.text(in: .english)). Level: \(level.en).",
      km: "ម៉ូឌុល៖ \(module.title.text(in: .khmer))។ កម្រិត៖ \(level.km)។")
  }

  /// The purpose of the curriculum, and that it is a draft where it is one.
  static func description(_ curriculum: Curriculum) -> LocalizedText {
    CourseDescription.text(curriculum)
  }
}

extension LocalizedText {
  /// Returns the text in the languages that are asked for, one after the other; of two that read
  /// the same only one.
  func joined(_ languages: [Language], by divider: String) -> String {
    var halves: [String] = []
    for language in languages {
      let half = ManifestValue.line(text(in: language))
      if !half.isEmpty, !halves.contains(half) { halves.append(half) }
    }
    return halves.joined(separator: divider)
  }
}
