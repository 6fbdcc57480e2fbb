package import Assessment
package import Markup
package import Situation
package import Source
package import Text

/// A whole curriculum as its files describe it, in both languages.
package struct Curriculum: Sendable {
  /// The id, which is also the name of its folder.
  package var id: String
  /// The version of the content, such as `0.1.0`.
  package var version: String
  /// The title.
  package var title: LocalizedText
  /// What it is for, in a paragraph.
  package var purpose: LocalizedText
  /// The institution whose programme it is.
  package var institution: LocalizedText
  /// The languages that every text must be written in.
  package var languages: [Language]
  /// The recorded approval, or `nil` while it is a draft.
  package var approval: Approval?
  /// What people are to become able to do.
  package var competencies: [Competency]
  /// The modules in teaching order.
  package var modules: [Module]
  /// The works that facts are taken from.
  package var sources: [CitedSource]
  /// The questions of every module.
  package var items: [Item]
  /// The blueprint of the pre- and post-test, or `nil` where there is none.
  package var blueprint: Blueprint?
  /// The parallel forms drawn by the blueprint; empty where it cannot be met.
  package var forms: [TestForm]
  /// How the assembly of the parallel forms went; `nil` without a blueprint.
  package var assembly: AssemblyReport?
  /// The other forms as `tests:` describes them.
  package var specifications: [FormSpecification] = []
  /// The other forms whose sections can be filled, in order.
  package var tests: [TestForm] = []
  /// The ids that the records of statistics name, each with its place.
  package var statisticsItems: [Located<String>] = []
  /// The rubrics by which humans judge essays and deeds.
  package var rubrics: [Rubric]
  /// The forms about reaction and behaviour.
  package var surveys: [SurveyForm] = []
  /// The situation exercises.
  package var situations: [Situation]
  /// The provinces that overlay some of the content.
  package var contexts: [ProvinceContext]
  /// Cascade, delivery path and results framework, as far as they are written.
  package var programme: Programme

  /// Returns a module by its id.
  package func module(_ id: String) -> Module? { modules.first { $0.id == id } }
  /// Returns a competency by its id.
  package func competency(_ id: String) -> Competency? { competencies.first { $0.id == id } }
  /// Returns a learning outcome by its id, with its module.
  package func outcome(_ id: String) -> (module: Module, outcome: LearningOutcome)? {
    for module in modules {
      if let outcome = module.outcomes.first(where: { $0.id == id }) { return (module, outcome) }
    }
    return nil
  }
  /// Returns a form by its id: a parallel one, or one of `tests`.
  package func form(_ id: String) -> TestForm? { (forms + tests).first { $0.id == id } }

  /// Module and competency of every learning outcome, by its id.
  package var outcomePlaces: [String: OutcomePlace] {
    Self.outcomePlaces(modules)
  }

  /// Module and competency of every learning outcome of some modules; of two with one id the first.
  static func outcomePlaces(_ modules: [Module]) -> [String: OutcomePlace] {
    var places: [String: OutcomePlace] = [:]
    for module in modules {
      for outcome in module.outcomes where places[outcome.id] == nil {
        places[outcome.id] = OutcomePlace(
          module: module.id, competency: outcome.competency.value)
      }
    }
    return places
  }
}

/// The record that an institution approved a text.
package struct Approval: Sendable, Hashable {
  /// Who approved it.
  package var by: String
  /// When, as `2026-11-23`.
  package var date: String
  /// The letter or decision.
  package var reference: String

  /// The words that every text carries until it is approved.
  package static let draftNotice = LocalizedText(
    en: "Draft written for Sala, not approved by NASLA",
    km: "សេចក្តីព្រាងដែលសរសេរសម្រាប់ Sala មិនទាន់បានការឯកភាពពីសាលាជាតិរដ្ឋបាលមូលដ្ឋាន (NASLA) ទេ")
}

/// What people are to become able to do, across modules.
package struct Competency: Sendable, Hashable {
  /// The id, such as `ENG`.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// What it means.
  package var description: LocalizedText
  /// How it looks at each proficiency level, from the lowest.
  package var proficiency: [Descriptor]
  /// Where it is written.
  package var location: SourceLocation

  /// What a person at one proficiency level does.
  package struct Descriptor: Sendable, Hashable {
    /// The proficiency level.
    package var level: ProficiencyLevel
    /// What such a person does.
    package var description: LocalizedText
  }
}

/// How far a person has come in a competency.
package enum ProficiencyLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Does it with help, in a familiar case.
  case foundation
  /// Does it alone, in the usual cases.
  case practitioner
  /// Does it in new cases and teaches it.
  case leading

  /// Orders proficiency levels from the lowest.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How an outcome is shown to have been reached.
package enum AssessmentMethod: String, Sendable, Hashable, CaseIterable {
  /// By questions of a test.
  case test
  /// By a rubric on a task.
  case rubric
  /// By watching somebody do it.
  case observation
  /// By something made, such as a plan.
  case product
}

/// One module.
package struct Module: Sendable {
  /// The id, such as `cse`.
  package var id: String
  /// The name of its folder, such as `01-citizen-engagement`.
  package var folder: String
  /// The title.
  package var title: LocalizedText
  /// What it is for.
  package var purpose: LocalizedText
  /// The teaching time, in minutes.
  package var minutes: Int
  /// What people can do after it.
  package var outcomes: [LearningOutcome]
  /// The sessions in order.
  package var sessions: [Session]
  /// The lessons in the order in which the sessions use them.
  package var lessons: [Lesson]
  /// Where it is written.
  package var location: SourceLocation
}

/// What a person can do after a module.
package struct LearningOutcome: Sendable, Hashable {
  /// The id, such as `CSE-1`.
  package var id: String
  /// The verb that says what the person does.
  package var verb: String
  /// The sentence.
  package var text: LocalizedText
  /// Its cognitive level.
  package var cognitive: CognitiveLevel
  /// The competency it belongs to.
  package var competency: Located<String>
  /// The proficiency level it reaches.
  package var proficiency: ProficiencyLevel
  /// How it is assessed.
  package var assessed: [AssessmentMethod]
  /// Where it is written.
  package var location: SourceLocation
}

/// One sitting of a module.
package struct Session: Sendable {
  /// The id, such as `cse-s1`.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// Its length, in minutes.
  package var minutes: Int
  /// The outcomes it teaches.
  package var outcomes: [Located<String>]
  /// The lessons it uses, by slug.
  package var lessons: [Located<String>]
  /// What happens, in order.
  package var activities: [Activity]
  /// Where it is written.
  package var location: SourceLocation
}

/// One part of a session.
package struct Activity: Sendable, Hashable {
  /// The id, such as `cse-s1-a1`.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// Its length, in minutes.
  package var minutes: Int
  /// How it is done.
  package var method: Method
  /// How many people work together: 1 alone, 0 the whole room.
  package var groupSize: Int
  /// What must lie ready.
  package var materials: [LocalizedText]
  /// What the facilitator should do and say.
  package var notes: LocalizedText
  /// The situation exercise it plays, by slug.
  package var situation: Located<String>?
  /// Where it is written.
  package var location: SourceLocation

  /// How an activity is done.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// The facilitator explains.
    case presentation
    /// The room talks it over.
    case discussion
    /// Small groups make something.
    case groupWork = "group-work"
    /// People act a part.
    case rolePlay = "role-play"
    /// Each works alone.
    case individual
    /// A case is read and worked through.
    case caseStudy = "case-study"
    /// A situation exercise is played.
    case situation
    /// People go and look.
    case fieldWork = "field-work"
    /// The room looks back on what it did.
    case reflection
    /// A test or quiz is taken.
    case test
  }
}

/// One lesson to read.
package struct Lesson: Sendable {
  /// The slug, which is also its file name.
  package var slug: String
  /// The title.
  package var title: LocalizedText
  /// The outcomes it serves.
  package var outcomes: [Located<String>]
  /// The blocks in order.
  package var blocks: [LessonBlock]
  /// The recorded approval of this text, or `nil`.
  package var approval: Approval?
  /// The languages whose text a native reader should review.
  package var review: Set<Language>
  /// Where each language stands.
  package var locations: [Language: SourceLocation]
}

/// One headed part of a lesson; what a province may replace and a translation keeps in step with.
package struct LessonBlock: Sendable {
  /// The id, unique in the lesson.
  package var id: String
  /// The heading.
  package var title: LocalizedText
  /// The text in Markdown.
  package var text: LocalizedText
  /// The text as a tree, by language.
  package var documents: [Language: MarkdownDocument]
  /// The hash of the English source.
  package var sourceHash: String
  /// The province that wrote it, or `nil` for the common text.
  package var context: String?
  /// Where each language stands.
  package var locations: [Language: SourceLocation]
}

/// A work that facts are taken from.
package struct CitedSource: Sendable, Hashable {
  /// The id that texts cite as `[^id]`.
  package var id: String
  /// Title, publisher and date in one line.
  package var title: LocalizedText
  /// When the fact was last checked, as `2026-11-23`.
  package var checked: String
  /// Where it is written.
  package var location: SourceLocation
}

/// A province's overlay: the blocks it replaces.
package struct ProvinceContext: Sendable {
  /// The province's id, such as `kampot`.
  package var id: String
  /// The province's name.
  package var title: LocalizedText
  /// The blocks, each with the lesson it belongs to.
  package var blocks: [Overlay]

  /// One replaced block.
  package struct Overlay: Sendable {
    /// The folder of the module.
    package var module: String
    /// The slug of the lesson.
    package var lesson: String
    /// The new block; its id is that of the block it replaces.
    package var block: LessonBlock
  }
}

/// The provinces of the programme, and those that a plan may reach.
package enum Province {
  /// The ids of the programme's provinces with the names: those that have an overlay.
  package static let all: [(id: String, title: LocalizedText)] = [
    "kampong-cham", "kampot", "ratanakiri", "siem-reap",
  ].map { ($0, CambodianProvinces.name($0)) }

  /// The ids of all provinces of the country, where people of a cascade may work.
  package static let national = CambodianProvinces.all.map(\.id)

  /// Returns the name of a province, or its id where there is none of that name.
  package static func title(_ id: String) -> LocalizedText { CambodianProvinces.name(id) }
}

extension Curriculum {
  /// Returns the curriculum as one province teaches it: its blocks in place of the common ones.
  package func inContext(_ province: String) -> Curriculum {
    guard let context = contexts.first(where: { $0.id == province }) else { return self }
    var result = self
    for overlay in context.blocks {
      for (m, module) in modules.enumerated() where module.folder == overlay.module {
        for (l, lesson) in module.lessons.enumerated() where lesson.slug == overlay.lesson {
          let index = lesson.blocks.firstIndex { $0.id == overlay.block.id }
          if let index { result.modules[m].lessons[l].blocks[index] = overlay.block }
        }
      }
    }
    return result
  }

  /// Returns the curriculum with only the named modules, in their order; tests stay whole.
  package func with(modules ids: [String]) -> Curriculum {
    var result = self
    result.modules = modules.filter { ids.contains($0.id) || ids.contains($0.folder) }
    return result
  }
}
