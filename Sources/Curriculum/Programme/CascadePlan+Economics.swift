package import Source
package import Text

extension CascadePlan {
  /// What things cost, in one currency; what is left out costs nothing here.
  package struct Costs: Sendable, Hashable {
    /// The currency, such as `USD`.
    package var currency: String
    /// A day of a trainer in a class: fee and subsistence.
    package var trainerDay: Figure<Double>?
    /// The way of a trainer to a class and back.
    package var travel: Figure<Double>?
    /// A class: room, equipment, organisation.
    package var classCost: Figure<Double>?
    /// A day of a participant: meals and allowance.
    package var participantDay: Figure<Double>?
    /// What each participant is given to keep.
    package var materials: Figure<Double>?
  }

  /// How learning fares on its way through generations and time.
  package struct Fidelity: Sendable, Hashable {
    /// The share of what trainers learned that those they train learn, over 0 to 1.
    package var passed: Figure<Double>?
    /// The share that is lost in a month without a refresher, from 0 to 1.
    package var monthlyLoss: Figure<Double>?
    /// The least share that should arrive, from 0 to 1.
    package var floor: Figure<Double>?
  }

  /// A named change of the plan.
  package struct Scenario: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// What is different.
    package var changes: [Change]
    /// The last generation that takes place; `nil` for that of the plan.
    package var lastGeneration: Int?
    /// Where it is written.
    package var location: SourceLocation

    /// What is different in one generation; `nil` stays as it is.
    package struct Change: Sendable, Hashable {
      /// The generation.
      package var generation: Located<Int>
      /// People invited to a class.
      package var classSize: Figure<Int>?
      /// The share of those invited who come.
      package var showUp: Figure<Double>?
      /// Trainers who lead a class together.
      package var facilitators: Figure<Int>?
      /// How many days a class takes.
      package var days: Figure<Int>?
      /// The share of the trainers who lead classes.
      package var active: Figure<Double>?
      /// The most classes that one trainer leads.
      package var classesPerTrainer: Figure<Int>?
      /// The share of those reached who are certified.
      package var certified: Figure<Double>?
    }
  }

  /// Returns the plan as a scenario has it.
  package func changed(by scenario: Scenario) -> CascadePlan {
    var plan = self
    plan.scenarios = []
    if let last = scenario.lastGeneration {
      plan.generations.removeAll { $0.number > last }
    }
    for change in scenario.changes {
      guard
        let index = plan.generations.firstIndex(where: { $0.number == change.generation.value })
      else { continue }
      if let certified = change.certified { plan.generations[index].certified = certified }
      guard var training = plan.generations[index].training else { continue }
      training.classSize = change.classSize ?? training.classSize
      training.showUp = change.showUp ?? training.showUp
      training.facilitators = change.facilitators ?? training.facilitators
      training.days = change.days ?? training.days
      training.active = change.active ?? training.active
      training.classesPerTrainer = change.classesPerTrainer ?? training.classesPerTrainer
      plan.generations[index].training = training
    }
    return plan
  }
}
