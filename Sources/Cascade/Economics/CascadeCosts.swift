package import Curriculum

/// What a planned cascade costs.
package struct CascadeCosts: Sendable, Hashable {
  /// The currency.
  package var currency: String
  /// What each generation after the first costs, in order.
  package var generations: [Generation]

  /// All generations together.
  package var total: Double { generations.reduce(0) { $0 + $1.total } }

  /// What a generation costs.
  package struct Generation: Sendable, Hashable {
    /// Its number.
    package var number: Int
    /// The days of its trainers.
    package var trainers: Double
    /// Their ways.
    package var travel: Double
    /// Rooms and organisation.
    package var classes: Double
    /// Meals and allowances of those who come.
    package var participants: Double
    /// What those who come keep.
    package var materials: Double
    /// People reached.
    package var reach: Int
    /// People reached who pass the post-test, not rounded; `nil` where the plan does not say.
    package var competent: Double?

    /// All together.
    package var total: Double { trainers + travel + classes + participants + materials }
    /// For each person reached; `nil` where there is none.
    package var perPerson: Double? { reach > 0 ? total / Double(reach) : nil }
    /// For each person who passes; `nil` where there is none or nobody knows.
    package var perCompetent: Double? {
      competent.flatMap { $0 > 0 ? total / $0 : nil }
    }
  }

  /// For each person reached by all generations; `nil` where there is none.
  package var perPerson: Double? {
    let reach = generations.reduce(0) { $0 + $1.reach }
    return reach > 0 ? total / Double(reach) : nil
  }

  /// For each person who passes; `nil` where one generation does not say how many do.
  package var perCompetent: Double? {
    let known = generations.compactMap(\.competent)
    let sum = known.reduce(0, +)
    return known.count == generations.count && sum > 0 ? total / sum : nil
  }

  /// Computes what the classes held cost; `nil` where the plan names no costs.
  ///
  /// Trainer-days and ways are those of the classes held; participants and materials those of the
  /// people reached. Cost for each competent person rather than for each trained one, because the
  /// cheaper course by the second measure may be the dearer by the first (O'Malley et al., Human
  /// Resources for Health 11:20, 2013).
  package init?(_ report: CascadeReport) {
    guard let costs = report.plan.costs else { return nil }
    currency = costs.currency
    generations = report.generations.dropFirst().map { generation in
      let training =
        report.plan.generations.first { $0.number == generation.number }?.training
      let facilitators = Double(training?.facilitators.value ?? 0)
      let days = Double(training?.days.value ?? 0)
      let held = Double(generation.classesHeld)
      let reach = Double(generation.reach)
      func cost(_ figure: Figure<Double>?) -> Double { figure?.value ?? 0 }
      return Generation(
        number: generation.number,
        trainers: Double(generation.trainerDaysHeld) * cost(costs.trainerDay),
        travel: held * facilitators * cost(costs.travel), classes: held * cost(costs.classCost),
        participants: reach * days * cost(costs.participantDay),
        materials: reach * cost(costs.materials), reach: generation.reach,
        competent: training?.pass.map { reach * $0.value })
    }
  }
}

/// A plan beside its scenarios.
package struct ScenarioComparison: Sendable {
  /// The plan itself, then its scenarios in the order of the file.
  package var columns: [Column]

  /// A plan that is compared.
  package struct Column: Sendable {
    /// The scenario; `nil` for the plan itself.
    package var scenario: CascadePlan.Scenario?
    /// What it comes to.
    package var report: CascadeReport
    /// What it costs; `nil` where the plan names no costs.
    package var costs: CascadeCosts?
    /// The share of the first learning that arrives in the last generation; `nil` where the plan
    /// says nothing of it.
    package var content: Double?
    /// The last day of its last generation; `nil` without dates.
    package var lastDay: CalendarDate?
  }

  /// Computes a plan and all its scenarios.
  package init(_ plan: CascadePlan) {
    let scenarios: [CascadePlan.Scenario?] = [nil] + plan.scenarios.map { $0 }
    columns = scenarios.map { scenario in
      let changed = scenario.map { plan.changed(by: $0) } ?? plan
      let report = CascadePlanning.plan(changed)
      let steps = changed.generations.count - 1
      return Column(
        scenario: scenario, report: report, costs: CascadeCosts(report),
        content: changed.fidelity?.passed.map {
          Elementary.power($0.value, Double(max(0, steps)))
        },
        lastDay: changed.generations.compactMap { $0.training?.window?.value.to }.max())
    }
  }
}
