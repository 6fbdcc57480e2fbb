/// What a search for a schedule found.
package struct ScheduleAnswer: Sendable {
  /// What is known about the schedule.
  package var status: Status
  /// The sessions, province by province in the order of modules; empty where there is none.
  package var sessions: [ScheduledSession] = []
  /// What the schedule costs, or `nil` where there is none.
  package var objective: Double?
  /// A cost that no schedule can go below, or `nil` where none was proven.
  package var bound: Double?
  /// Provinces that were taken out and put back.
  package var moves = 0
  /// Evaluations of the relaxed problem.
  package var evaluations = 0
  /// What differs from the earlier schedule: sessions in another week and trainers new to a session.
  package var changes: Int?

  /// What is known about a schedule.
  package enum Status: String, Sendable {
    /// No schedule costs less.
    case optimal
    /// A schedule; a cheaper one may exist.
    case feasible
    /// No schedule keeps the rules.
    case infeasible
    /// Neither a schedule nor a proof that there is none was found within the limits.
    case unknown
  }
}

/// How far a search may go.
package struct ScheduleLimits {
  /// The seed of every random choice.
  package var seed: UInt64 = 1
  /// Moves of the search, at most; `nil` leaves the end to `elapsed`.
  package var iterations: Int?
  /// The share of the time limit that has gone, from 0; at 1 the search ends.
  package var elapsed: () -> Double = { 0 }
  /// Called now and then with what was found so far.
  package var progress: (ScheduleProgress) -> Void = { _ in }

  /// Creates limits: seed 1 and no end but a proof.
  package init() {}
}

/// What a search has found so far.
package struct ScheduleProgress: Sendable, Hashable {
  /// The cost of the best schedule, or `nil` while there is none.
  package var objective: Double?
  /// A cost that no schedule goes below, or `nil`.
  package var bound: Double?
  /// Slots that still lack a trainer, while there is no schedule.
  package var uncovered: Int
  /// Moves so far.
  package var moves: Int
}
