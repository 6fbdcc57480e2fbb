package import Curriculum
package import Text

/// What a planned cascade comes to.
package struct CascadeReport: Sendable {
  /// The plan that was computed.
  package var plan: CascadePlan
  /// The generations in order; the first one is there already and trains the second.
  package var generations: [GenerationReport]

  /// People reached by all generations after the first.
  package var totalReach: Int { trained.reduce(0) { $0 + $1.reach } }
  /// People who were to be reached by all generations after the first.
  package var totalTarget: Int { trained.reduce(0) { $0 + $1.target } }
  /// Classes that can be held in all generations.
  package var totalClasses: Int { trained.reduce(0) { $0 + $1.classesHeld } }
  /// Trainer-days that those classes take.
  package var totalTrainerDays: Int { trained.reduce(0) { $0 + $1.trainerDaysHeld } }
  /// The first generation that misses its target, with what binds there; `nil` where all are met.
  package var binding: (generation: GenerationReport, limit: Limit)? {
    for generation in trained {
      if let limit = generation.binding { return (generation, limit) }
    }
    return nil
  }

  private var trained: ArraySlice<GenerationReport> { generations.dropFirst() }

  /// What keeps a generation from its target.
  package enum Limit: String, Sendable, Hashable, CaseIterable {
    /// Too few trainers, even if each led as many classes as the dates allow.
    case trainers
    /// Each trainer leads too few classes; the dates would allow more.
    case classesPerTrainer = "classes-per-trainer"
    /// The largest class allowed is smaller than the plan's, and the plan's would do.
    case classSize = "class-size"
    /// The dates hold fewer classes than the trainers could lead.
    case dates
  }
}

/// What one generation of a cascade comes to.
///
/// Letters as in the formulas: T trainers, a share active, k classes per trainer, f trainers in a
/// class, c class size, s show-up, d days, p share certified.
package struct GenerationReport: Sendable, Hashable {
  /// The number of the generation.
  package var number: Int
  /// The title.
  package var title: LocalizedText
  /// Whether the plan stands without it.
  package var isOptional: Bool
  /// People to be reached.
  package var target: Int
  /// T, the certified trainers that the generation before gives; 0 for the first generation.
  package var trainers: Int
  /// T·a, those of them who lead classes, as a number that need not be whole.
  package var activeTrainers: Double
  /// The class size that was counted with: the plan's, or the limit where that is smaller.
  package var classSize: Int
  /// S, the classes that the target needs: ⌈target / (c·s)⌉ for each group, summed.
  package var classesNeeded: Int
  /// Classes that the trainers can lead: ⌊T·a·k / f⌋.
  package var trainerCapacity: Int
  /// Classes that the dates hold: ⌊T·a / f⌋ at a time, each d working days; `nil` without dates.
  package var dateCapacity: Int?
  /// Classes that are held: the least of the three.
  package var classesHeld: Int
  /// Trainer-days that the target needs: S·f·d.
  package var trainerDays: Int
  /// Trainer-days of the classes that are held.
  package var trainerDaysHeld: Int
  /// Trainer-days that the target needs for each active trainer; `nil` where there are none.
  package var load: Double?
  /// Whether the load passes the plan's limit.
  package var isOverloaded: Bool
  /// R, the people reached: at most c·s in a class and the target in all.
  package var reach: Int
  /// People reached by this generation and all before it, without the first generation.
  package var cumulativeReach: Int
  /// T′ = R·p, the trainers for the next generation, rounded down.
  package var nextTrainers: Int
  /// The least number of women among those reached, or `nil` where no share is set.
  package var womenNeeded: Int?
  /// What keeps the generation from its target, or `nil` where that is met.
  package var binding: CascadeReport.Limit?
  /// The share of the content that a rule of thumb leaves here; an illustration, never a result.
  package var illustratedContent: Double?
}
