package import Assessment
package import Curriculum
package import Psychometrics
package import Records
package import Text

/// What the status of a cascade is reckoned from: a plan, and what the records say.
package struct CascadeStatusInput: Sendable {
  /// The plan.
  package var plan: CascadePlan
  /// The events.
  package var events: [EventSummary]
  /// What facts say beside tests.
  package var statements: Statements
  /// What is known of people.
  package var people: [PersonAttributes]
  /// The attempts, handed in or not.
  package var attempts: [ScoredAttempt]
  /// The rubrics of the curriculum, which say how high their levels go.
  package var rubrics: [Rubric] = []
  /// The day as of which certificates end and learning fades.
  package var date: CalendarDate
  /// How people are broken down.
  package var grouping = CascadeStatusReport.Grouping.generation
  /// Whether the records are made up.
  package var isSynthetic = false

  /// Creates an input.
  package init(
    plan: CascadePlan, events: [EventSummary], statements: Statements,
    people: [PersonAttributes], attempts: [ScoredAttempt], rubrics: [Rubric] = [],
    date: CalendarDate, grouping: CascadeStatusReport.Grouping = .generation,
    isSynthetic: Bool = false
  ) {
    self.plan = plan
    self.events = events
    self.statements = statements
    self.people = people
    self.attempts = attempts
    self.rubrics = rubrics
    self.date = date
    self.grouping = grouping
    self.isSynthetic = isSynthetic
  }
}

/// What really happened in a cascade.
package struct CascadeStatusReport: Sendable {
  /// What it was reckoned from.
  package var input: CascadeStatusInput
  /// Who was taught by whom.
  package var lineage: CascadeLineage
  /// How many people each trainer reached through the lineage, in the order of codes.
  package var descendants: [(trainer: String, direct: Int, all: Int)]
  /// Planned against held, in the order of generations.
  package var generations: [GenerationStatus]
  /// How many are left after each stage, for everybody and for each group.
  package var dropOff: [DropOff]
  /// What was learned, by generation.
  package var learning: [Learning]
  /// What was learned, by the grouping; empty where that is the generation.
  package var groupLearning: [Learning]
  /// The share of learning passed on, or the reason why it is not known.
  package var decay: Result<GenerationDecay, GenerationDecay.Refusal>
  /// Effects of lead trainers on their learners' gains, in the order of codes.
  package var trainerEffects: [TrainerEffect]
  /// Lead trainers with too few learners who took both tests, in the order of codes.
  package var trainersWithFew: [String]
  /// How far delivery as observed goes together with gains, over events.
  package var fidelity: Association
  /// Certificates that end soon or have ended, in the order of codes.
  package var endingCertificates: [(code: String, until: CalendarDate, days: Int)]
  /// After how many months without training the plan's loss reaches its floor; `nil` where the plan
  /// states no loss or no floor.
  package var refreshAfter: Double?
  /// Trainers whose last training lies further back than that, in the order of codes.
  package var refreshers: [(code: String, last: CalendarDate, months: Double, left: Double)]
  /// Lineages with enough people whose share of learning is below the floor, in order of codes.
  package var weakLineages: [(trainer: String, people: Int, share: Double)]
  /// How many lineages had enough people to be looked at, and how many had too few.
  package var lineagesSeen: (enough: Int, few: Int)
  /// What cannot have happened as the records say.
  package var findings: [Diagnostic]

  /// The fewest people of a group whose figures are shown.
  package static let fewest = 5
  /// Certificates are named that end within so many days.
  package static let days = 90

  /// How people are broken down.
  package enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// By province.
    case province
    /// By sex.
    case sex
    /// By generation.
    case generation
  }

  /// One generation, planned and held.
  package struct GenerationStatus: Sendable, Hashable {
    /// The number of the generation.
    package var number: Int
    /// People to be reached, by the plan; `nil` where it has no such generation.
    package var target: Int?
    /// Classes that the plan needs.
    package var classes: Int?
    /// Events that are entered and neither held nor cancelled.
    package var planned: Int
    /// Events that took place.
    package var held: Int
    /// Events that were cancelled.
    package var cancelled: Int
    /// Different people who were there.
    package var reach: Int
  }

  /// How many of a group are left after each stage; people count once.
  package struct DropOff: Sendable, Hashable {
    /// The group; `nil` for everybody.
    package var group: String?
    /// Enrolled.
    package var enrolled: Int
    /// Of those, there on at least one day.
    package var attended: Int
    /// Of those, with a post-test that counts.
    package var tested: Int
    /// Of those, certified.
    package var certified: Int
    /// Whether the group is too small to be shown, or would tell such a one.
    package var isHidden = false
  }

  /// What people of a group learned, who took both tests of an event.
  package struct Learning: Sendable, Hashable {
    /// The group; `nil` for everybody.
    package var group: String?
    /// How many pairs of tests.
    package var people: Int
    /// The mean before, in percent.
    package var before: Double
    /// The mean after, in percent.
    package var after: Double
    /// The gain in percentage points, with events as clusters.
    package var gain: ClusteredMean
    /// Post-tests of forms that have a cut score.
    package var judged = 0
    /// How many of those reach it.
    package var over = 0
    /// Whether the group is too small to be shown.
    package var isHidden: Bool { people < CascadeStatusReport.fewest }
  }

  /// How far the gains of a trainer's learners lie from those of their generation.
  package struct TrainerEffect: Sendable, Hashable {
    /// The trainer's code.
    package var trainer: String
    /// How many events they led.
    package var events: Int
    /// How many learners took both tests there.
    package var people: Int
    /// The difference from the generation's mean, as observed and drawn towards all.
    package var effect: ShrunkenMeans.Group
  }
}
