/// What is to be scheduled: every province takes every module once, with the asked trainers.
///
/// Weeks count from 1; provinces, modules and trainers are named by their place in the lists.
package struct ScheduleInstance: Sendable, Hashable {
  /// The number of weeks of the calendar, at least 1.
  package var weeks: Int
  /// The modules, in the order in which a province takes them.
  package var modules: [String]
  /// The provinces.
  package var provinces: [Province]
  /// The trainers.
  package var trainers: [Trainer]
  /// The rules that every schedule keeps.
  package var rules = Rules()
  /// What a schedule costs.
  package var weights = Weights()
  /// Sessions that are settled already and stay as they are.
  package var locked: [ScheduledSession] = []
  /// A schedule from which as little as possible is to change, or `nil`.
  package var earlier: [ScheduledSession]?

  /// A place where every module is held once.
  package struct Province: Sendable, Hashable {
    /// The identifier.
    package var id: String
    /// Weeks in which nothing can be held there.
    package var closedWeeks: Set<Int> = []

    /// Creates a province.
    package init(id: String, closedWeeks: Set<Int> = []) {
      self.id = id
      self.closedWeeks = closedWeeks
    }
  }

  /// A person who teaches.
  package struct Trainer: Sendable, Hashable {
    /// The identifier, a code and not a name.
    package var id: String
    /// Whether the trainer counts as a woman for the rule of women in a session.
    package var isWoman: Bool
    /// The modules that the trainer can teach.
    package var competent: Set<Int>
    /// The weeks in which the trainer can teach.
    package var availableWeeks: Set<Int>
    /// The distance to each province in kilometres; `nil` where the trainer cannot go there.
    package var travel: [Double?]

    /// Creates a trainer.
    package init(
      id: String, isWoman: Bool, competent: Set<Int>, availableWeeks: Set<Int>, travel: [Double?]
    ) {
      self.id = id
      self.isWoman = isWoman
      self.competent = competent
      self.availableWeeks = availableWeeks
      self.travel = travel
    }
  }

  /// The rules.
  package struct Rules: Sendable, Hashable {
    /// Trainers in every session.
    package var trainersPerSession = 2
    /// Women among them, at least.
    package var minimumWomenPerSession = 1
    /// Sessions of one trainer in one week, at most.
    package var maximumSessionsPerTrainerAndWeek = 1
    /// Whether each module comes in a later week of its province than the module before it; where
    /// not, nothing ties the weeks of a province's sessions to one another.
    package var modulesInOrder = true

    /// Creates the usual rules: two trainers, one of them a woman, one session a week, in order.
    package init() {}
  }

  /// What a schedule costs: a sum of the two parts.
  package struct Weights: Sendable, Hashable {
    /// Cost of a kilometre of a trainer's way to a session.
    package var travelKm = 1.0
    /// Cost of each session of the trainer who holds most.
    package var largestTrainerLoad = 60.0

    /// Creates the usual weights: 1 and 60.
    package init() {}
  }

  /// Creates an instance with the usual rules and weights.
  package init(weeks: Int, modules: [String], provinces: [Province], trainers: [Trainer]) {
    self.weeks = weeks
    self.modules = modules
    self.provinces = provinces
    self.trainers = trainers
  }

  /// Returns what a schedule costs; sessions that are missing cost nothing.
  package func cost(of sessions: [ScheduledSession]) -> Double {
    var load = [Int](repeating: 0, count: trainers.count)
    var travel = 0.0
    for session in sessions {
      for trainer in session.trainers {
        load[trainer] += 1
        travel += trainers[trainer].travel[session.province] ?? 0
      }
    }
    return weights.travelKm * travel + weights.largestTrainerLoad * Double(load.max() ?? 0)
  }
}

/// One module in one province: its week and its trainers.
package struct ScheduledSession: Sendable, Hashable {
  /// The province, by its place in the instance.
  package var province: Int
  /// The module, by its place in the instance.
  package var module: Int
  /// The week, from 1.
  package var week: Int
  /// The trainers, by their place in the instance, in rising order.
  package var trainers: [Int]

  /// Creates a session.
  package init(province: Int, module: Int, week: Int, trainers: [Int]) {
    self.province = province
    self.module = module
    self.week = week
    self.trainers = trainers
  }
}
