package import Source
package import Text

/// How trainers train trainers, generation by generation, as it is planned.
package struct CascadePlan: Sendable {
  /// The title.
  package var title: LocalizedText
  /// Who takes part, by function.
  package var people: [PeopleGroup]
  /// The teams in which officials and members of civil society work together.
  package var teams: [Team]
  /// The occasions on which people meet.
  package var events: [Event]
  /// The generations from 0 on; generation 0 are the master trainers.
  package var generations: [Generation]
  /// What no generation should exceed.
  package var limits: Limits
  /// The share of the content that passes from one generation to the next by a rule of thumb, for
  /// illustration only; `nil` where the plan names none.
  package var retention: Figure<Double>?
  /// What things cost; `nil` where the plan does not say.
  package var costs: Costs?
  /// How learning fares on its way through generations and time; `nil` where the plan does not say.
  package var fidelity: Fidelity?
  /// Named changes of this plan that are compared with it.
  package var scenarios: [Scenario] = []
  /// The works that figures are taken from.
  package var sources: [CitedSource]
  /// Where it is written.
  package var location: SourceLocation
  /// What is known for a timetable, or `nil` where the plan says nothing of it.
  package var schedule: ScheduleSection?

  /// Returns a group of people by its id.
  package func group(_ id: String) -> PeopleGroup? { people.first { $0.id == id } }
  /// Returns a source by its id.
  package func source(_ id: String) -> CitedSource? { sources.first { $0.id == id } }

  /// People with the same function; never a named person.
  package struct PeopleGroup: Sendable, Hashable {
    /// The id.
    package var id: String
    /// Who they are.
    package var title: LocalizedText
    /// The side that they come from.
    package var kind: Kind
    /// The province where they work, or `nil` at the national tier.
    package var province: Located<String>?
    /// Where it is written.
    package var location: SourceLocation

    /// The side that people come from.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Trainers of the school.
      case trainer
      /// Officials of a ministry or a sub-national administration.
      case official
      /// Members of civil society organisations.
      case cso
    }
  }

  /// A team that mixes officials and members of civil society.
  package struct Team: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// The province where it works.
    package var province: Located<String>?
    /// Its members by group.
    package var members: [Member]
    /// Where it is written.
    package var location: SourceLocation

    /// How many people of a group belong to a team.
    package struct Member: Sendable, Hashable {
      /// The group.
      package var group: Located<String>
      /// How many.
      package var people: Figure<Int>
    }
  }

  /// An occasion on which people meet.
  package struct Event: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// The generation that is trained there, or `nil` where people work rather than train.
    package var generation: Located<Int>?
    /// The groups that come.
    package var groups: [Located<String>]
    /// The teams that come.
    package var teams: [Located<String>]
    /// The step of the delivery path that it belongs to.
    package var step: Located<String>?
    /// Where it is written.
    package var location: SourceLocation
  }

  /// What no generation should exceed.
  package struct Limits: Sendable, Hashable {
    /// The most people in a class.
    package var classSize: Figure<Int>
    /// The most days that one active trainer leads in a generation.
    package var load: Figure<Double>
    /// The last generation that content should pass to.
    package var generation: Figure<Int>
  }

  /// One generation: who is trained, by the trainers of the generation before, and how.
  package struct Generation: Sendable {
    /// Its number, from 0.
    package var number: Int
    /// The title.
    package var title: LocalizedText
    /// Whether the plan stands without it.
    package var isOptional: Bool
    /// Who is trained, each group in classes of its own.
    package var targets: [Target]
    /// How classes are held; `nil` in generation 0, which this plan does not train.
    package var training: Training?
    /// The share of those reached who are certified to train others, from 0 to 1.
    package var certified: Figure<Double>
    /// The least share of women among those trained, from 0 to 1, or `nil` where none is set.
    package var womenShare: Figure<Double>?
    /// Where it is written.
    package var location: SourceLocation

    /// How many people there are to train.
    package var people: Int { targets.reduce(0) { $0 + $1.people.value } }
  }

  /// How many people of a group are to be trained.
  package struct Target: Sendable, Hashable {
    /// The group.
    package var group: Located<String>
    /// How many, 0 to 100,000.
    package var people: Figure<Int>
  }

  /// How the classes of a generation are held.
  package struct Training: Sendable {
    /// People invited to a class.
    package var classSize: Figure<Int>
    /// The share of those invited who come, over 0 to 1.
    package var showUp: Figure<Double>
    /// Trainers who lead a class together.
    package var facilitators: Figure<Int>
    /// How many days a class takes.
    package var days: Figure<Int>
    /// The share of the certified trainers of the generation before who lead classes, from 0 to 1.
    package var active: Figure<Double>
    /// The most classes that one trainer leads.
    package var classesPerTrainer: Figure<Int>
    /// When classes may be held, or `nil` where no dates are set.
    package var window: Figure<DateWindow>?
    /// The share of those who came who leave before the end, or `nil` where nobody said.
    package var dropOut: Figure<Double>?
    /// The share of those reached who pass the post-test, or `nil` where nobody said.
    package var pass: Figure<Double>?
  }
}
