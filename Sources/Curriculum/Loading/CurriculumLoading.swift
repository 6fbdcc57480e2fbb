import Markup
import Situation
import Source
package import Text

/// A curriculum as it was read, with everything that was found on the way.
package struct LoadedCurriculum {
  /// The curriculum, or `nil` where its main file cannot be read.
  package var curriculum: Curriculum?
  /// The findings of reading and of all rules, in reading order.
  package var diagnostics: [Diagnostic]
  /// What was read, for the counts that a check prints.
  package var counts: Counts
  /// What tells how far each text is translated; `nil` where the main file cannot be read.
  var translationReading: TranslationReading?

  /// How far each text is translated; found out when it is asked for, which few commands do.
  package var translations: [TranslationEntry] { translationReading?.entries() ?? [] }

  /// How much there is of everything.
  package struct Counts: Sendable, Hashable {
    /// The files that were read.
    package var files = 0
    /// Modules.
    package var modules = 0
    /// Sessions.
    package var sessions = 0
    /// Lessons.
    package var lessons = 0
    /// Learning outcomes.
    package var outcomes = 0
    /// Competencies.
    package var competencies = 0
    /// Questions.
    package var questions = 0
    /// Rubrics.
    package var rubrics = 0
    /// Situation exercises.
    package var situations = 0
    /// Test forms.
    package var forms = 0
    /// Provinces with an overlay.
    package var contexts = 0
    /// Texts without a recorded approval.
    package var drafts = 0
    /// Texts that a native reader should still review.
    package var toReview = 0
    /// Translated blocks whose source changed since.
    package var stale = 0
    /// Texts that one language lacks.
    package var untranslated = 0
  }
}

/// Reads a whole curriculum and checks it by every rule, in one pass.
package enum CurriculumLoading {
  /// The newest format of our YAML files that this Sala reads.
  package static let format = 1
  /// The bank of the questions that belong to no module: the reaction to an event.
  package static let surveyBank = "survey"

  /// Returns the ids of the curricula of a tree, in order.
  package static func ids(in tree: some FileTree) -> [String] {
    tree.names(in: "curricula").filter { tree.exists("curricula/\($0)/curriculum.yaml") }
  }

  /// How much of a curriculum is read.
  package enum Scope: Sendable {
    /// All of it, checked by every rule.
    case whole
    /// What tests stand on: modules with their outcomes, questions, forms and rubrics. Lessons,
    /// situations, overlays and the programme are left out, and no rule is asked, so that a quiz
    /// begins at once.
    case tests
  }

  /// Reads one curriculum.
  ///
  /// - Parameters:
  ///   - id: The name of its folder under `curricula/`.
  ///   - tree: Where its files are.
  ///   - scope: How much of it.
  /// - Returns: The curriculum with every finding; a curriculum with error findings is as complete
  ///   as could be read.
  package static func load(
    _ id: String, from tree: some FileTree, scope: Scope = .whole
  ) -> LoadedCurriculum {
    let reader = CurriculumReader(id: id, tree: tree, scope: scope)
    let curriculum = reader.read()
    var diagnostics = reader.collector.diagnostics
    if let curriculum, scope == .whole {
      let context = RuleContext(curriculum: curriculum, files: reader.files)
      diagnostics += Rules.all.flatMap { $0.findings(in: context) }
    }
    var seen: Set<Diagnostic> = []
    diagnostics = diagnostics.filter { seen.insert($0).inserted }.inReadingOrder
    return LoadedCurriculum(
      curriculum: curriculum, diagnostics: diagnostics,
      counts: counts(curriculum, reader: reader, diagnostics: diagnostics),
      translationReading: curriculum.map {
        TranslationReading(
          curriculum: $0, files: reader.files, reviews: reader.reviews, diagnostics: diagnostics)
      })
  }

  private static func counts(
    _ curriculum: Curriculum?, reader: CurriculumReader, diagnostics: [Diagnostic]
  ) -> LoadedCurriculum.Counts {
    var counts = LoadedCurriculum.Counts()
    counts.files = reader.files.count
    counts.drafts = reader.drafts
    counts.toReview = reader.toReview
    counts.stale = diagnostics.count { $0.code == "stale-translation" }
    counts.untranslated = diagnostics.count { $0.code == "missing-translation" }
    guard let curriculum else { return counts }
    counts.modules = curriculum.modules.count
    counts.sessions = curriculum.modules.reduce(0) { $0 + $1.sessions.count }
    counts.lessons = curriculum.modules.reduce(0) { $0 + $1.lessons.count }
    counts.outcomes = curriculum.modules.reduce(0) { $0 + $1.outcomes.count }
    counts.competencies = curriculum.competencies.count
    counts.questions = curriculum.items.count
    counts.rubrics = curriculum.rubrics.count
    counts.situations = curriculum.situations.count
    counts.forms = curriculum.forms.count + curriculum.tests.count
    counts.contexts = curriculum.contexts.count
    return counts
  }
}
