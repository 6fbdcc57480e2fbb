import Assessment
import Curriculum
import Source

/// What a test reports about beside its own result: a competency, or the outcomes of a module.
package struct CourseObjective: Sendable, Hashable {
  /// The id in the manifest and in what the page tells the LMS: ASCII, without spaces.
  package let id: String
  /// The ids of the learning outcomes whose questions count.
  package let outcomes: [String]

  /// Creates an objective.
  package init(id: String, outcomes: [String]) {
    self.id = id
    self.outcomes = outcomes
  }

  /// Returns objectives as a page's data hold them: each id with the outcomes whose questions are
  /// of it; an outcome of two objectives counts for the first.
  static func json(_ objectives: [CourseObjective]) -> PageJSON {
    var seen: Set<String> = []
    return .array(
      objectives.map { objective in
        let own = objective.outcomes.filter { seen.insert($0).inserted }
        return .object([
          ("id", .string(objective.id)), ("outcomes", .array(own.map(PageJSON.string))),
        ])
      })
  }
}

extension CourseSelection {
  /// The competencies that the questions of the forms ask about, in the order of the curriculum.
  ///
  /// An id keeps its number in the curriculum where its letters say nothing or stand twice, so that
  /// it stays the same in every package.
  var competencyObjectives: [CourseObjective] {
    let places = curriculum.outcomePlaces
    var asked: [String: [String]] = [:]
    for outcome in askedOutcomes {
      if let competency = places[outcome]?.competency {
        asked[competency, default: []].append(outcome)
      }
    }
    var used: Set<String> = []
    var result: [CourseObjective] = []
    for (index, competency) in curriculum.competencies.enumerated() {
      let name = ASCIIName.name(competency.id)
      var id = "competency-\(name)"
      if name.isEmpty || !used.insert(id).inserted {
        id = name.isEmpty ? "competency-\(index + 1)" : "\(id)-\(index + 1)"
        used.insert(id)
      }
      if let outcomes = asked[competency.id] {
        result.append(CourseObjective(id: id, outcomes: outcomes))
      }
    }
    return result
  }

  /// The modules whose outcomes the questions ask about, under the names of their pages.
  var moduleObjectives: [CourseObjective] {
    let asked = Set(askedOutcomes)
    return modules.compactMap { entry in
      let outcomes = entry.module.outcomes.map(\.id).filter(asked.contains)
      return outcomes.isEmpty
        ? nil : CourseObjective(id: CoursePages.name(of: entry), outcomes: outcomes)
    }
  }

  /// The outcomes of the questions of the forms, each once, in the order of the curriculum.
  private var askedOutcomes: [String] {
    let asked = Set(forms.flatMap { $0.items.map(\.outcome.value) })
    var seen: Set<String> = []
    return curriculum.modules.flatMap(\.outcomes).map(\.id)
      .filter { asked.contains($0) && seen.insert($0).inserted }
  }
}
