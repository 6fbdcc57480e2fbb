package import Assessment
package import Curriculum
package import Text

/// What a report must know of a curriculum: which question stands for what, and under which key.
package struct TestContent: Sendable, Hashable {
  /// The title of the curriculum.
  package var title: LocalizedText
  /// The version of its content.
  package var version: String
  /// The competencies in order.
  package var competencies: [Topic]
  /// The modules in order.
  package var modules: [Topic]
  /// The questions by id.
  package var questions: [String: Question]
  /// The forms by id.
  package var forms: [String: Form]

  /// A competency or a module.
  package struct Topic: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The title.
    package var title: LocalizedText

    /// Creates a topic.
    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }

  /// What a question stands for.
  package struct Question: Sendable, Hashable {
    /// The id of the competency, or `nil` where its outcome is unknown.
    package var competency: String?
    /// The id of the module, or `nil` where its outcome is unknown.
    package var module: String?
    /// The version of its key as the curriculum has it now.
    package var keyVersion: String
    /// The options of a choice; empty for other questions.
    package var options: [Option] = []

    /// Creates a question.
    package init(competency: String?, module: String?, keyVersion: String) {
      self.competency = competency
      self.module = module
      self.keyVersion = keyVersion
    }
  }

  /// An option of a choice.
  package struct Option: Sendable, Hashable {
    /// The id, such as `a`.
    package var id: String
    /// Whether it belongs to the key.
    package var isKey: Bool

    /// Creates an option.
    package init(id: String, isKey: Bool) {
      self.id = id
      self.isKey = isKey
    }
  }

  /// A form as the curriculum has it now.
  package struct Form: Sendable, Hashable {
    /// The title.
    package var title: LocalizedText
    /// The version.
    package var version: String

    /// Creates a form.
    package init(title: LocalizedText, version: String) {
      self.title = title
      self.version = version
    }
  }

  /// Creates content.
  package init(
    title: LocalizedText, version: String, competencies: [Topic] = [], modules: [Topic] = [],
    questions: [String: Question] = [:], forms: [String: Form] = [:]
  ) {
    self.title = title
    self.version = version
    self.competencies = competencies
    self.modules = modules
    self.questions = questions
    self.forms = forms
  }

  /// Creates the content of a curriculum.
  ///
  /// Where in a file an id stands is of no concern here, so the caller says how to get at the id
  /// alone: `TestContent(curriculum, outcome: \.outcome.value, competency: \.competency.value)`.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - outcome: Gives the id of the outcome of an item.
  ///   - competency: Gives the id of the competency of an outcome.
  package init(
    _ curriculum: Curriculum, outcome: (Item) -> String, competency: (LearningOutcome) -> String
  ) {
    self.init(
      title: curriculum.title, version: curriculum.version,
      competencies: curriculum.competencies.map { Topic(id: $0.id, title: $0.title) },
      modules: curriculum.modules.map { Topic(id: $0.id, title: $0.title) })
    // Forms last: their items are those of the bank unless the bank was cut down.
    for item in curriculum.items + curriculum.forms.flatMap(\.items) {
      let place = curriculum.outcome(outcome(item))
      questions[item.id] = Question(
        competency: place.map { competency($0.outcome) }, module: place?.module.id,
        keyVersion: item.keyVersion)
      if case .choice(let choice) = item.interaction {
        questions[item.id]?.options = choice.options.map {
          Option(id: $0.id, isKey: $0.isCorrect)
        }
      }
    }
    for form in curriculum.forms {
      forms[form.id] = Form(title: form.title, version: form.version)
    }
  }

  /// Returns the title of a form, or its id where the curriculum has no such form.
  func formTitle(_ id: String) -> LocalizedText {
    forms[id]?.title ?? LocalizedText(same: id)
  }
}
