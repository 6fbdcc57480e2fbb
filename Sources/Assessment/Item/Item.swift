package import Source
package import Text

/// A question: stem, interaction, key, and what it is meant to show.
///
/// The words are QTI's: an item has one interaction, a person gives a response, and response
/// processing turns the two into an outcome.
package struct Item: Sendable, Hashable {
  /// The id, unique in the bank.
  package var id: String
  /// The learning outcome it gives evidence of.
  package var outcome: Located<String>
  /// What a person has to do in the mind to answer it.
  package var cognitive: CognitiveLevel
  /// The points of a right answer, at least 1.
  package var points: Int
  /// Whether it is kept for tests or given for practice, never both.
  package var pool: ItemPool
  /// How far it has come in its life.
  package var status: ItemStatus
  /// The question, in Markdown.
  package var stem: LocalizedText
  /// How a person answers.
  package var interaction: Interaction
  /// What is said after any answer; may be empty.
  package var feedback: LocalizedText
  /// Where each language stands.
  package var locations: [Language: SourceLocation]
  /// The hash of the English source, which the Khmer file repeats.
  package var sourceHash: String

  /// Creates an item.
  package init(
    id: String, outcome: Located<String>, cognitive: CognitiveLevel, points: Int = 1,
    pool: ItemPool = .test, status: ItemStatus = .draft, stem: LocalizedText,
    interaction: Interaction, feedback: LocalizedText = LocalizedText(same: ""),
    locations: [Language: SourceLocation] = [:], sourceHash: String = ""
  ) {
    self.id = id
    self.outcome = outcome
    self.cognitive = cognitive
    self.points = points
    self.pool = pool
    self.status = status
    self.stem = stem
    self.interaction = interaction
    self.feedback = feedback
    self.locations = locations
    self.sourceHash = sourceHash
  }

  /// Where the item begins, in whichever language is written.
  package var location: SourceLocation {
    locations[.english] ?? locations[.khmer] ?? outcome.location
  }

  /// The version of the key: a hash of everything that decides a score.
  ///
  /// Two results may be compared only when their items have the same key version.
  package var keyVersion: String {
    StableHash.hex64("\(id)|\(points)|\(interaction.keyText)")
  }
}

/// How a person answers an item.
package enum Interaction: Sendable, Hashable {
  /// One or several of the options (QTI choiceInteraction).
  case choice(ChoiceInteraction)
  /// A number within a tolerance.
  case numeric(NumericInteraction)
  /// A short text out of a list of accepted ones (QTI textEntryInteraction).
  case text(TextInteraction)

  /// The options, empty for other interactions.
  package var options: [ChoiceOption] {
    if case .choice(let choice) = self { return choice.options }
    return []
  }

  fileprivate var keyText: String {
    switch self {
    case .choice(let choice):
      "choice:\(choice.isMultiple):"
        + choice.options.map { "\($0.id)=\($0.isCorrect)" }.joined(separator: ",")
    case .numeric(let numeric): "numeric:\(numeric.value):\(numeric.tolerance)"
    case .text(let text):
      "text:" + text.accepted.map(TextInteraction.normalised).sorted().joined(separator: "|")
    }
  }
}

/// A choice among options.
package struct ChoiceInteraction: Sendable, Hashable {
  /// Whether several options may be chosen.
  package var isMultiple: Bool
  /// The options, in the order of the source.
  package var options: [ChoiceOption]

  /// Creates a choice.
  package init(isMultiple: Bool, options: [ChoiceOption]) {
    self.isMultiple = isMultiple
    self.options = options
  }

  /// The ids of the right options, in order.
  package var correctIDs: [String] { options.filter(\.isCorrect).map(\.id) }
}

/// One option of a choice.
package struct ChoiceOption: Sendable, Hashable {
  /// The id (`a`, `b`, …): the place in the source, kept whatever order a learner sees.
  package var id: String
  /// The text, in Markdown.
  package var text: LocalizedText
  /// Whether it belongs to the key.
  package var isCorrect: Bool
  /// What is said to whoever chose it; may be empty.
  package var feedback: LocalizedText
  /// Where it stands in the first language written.
  package var location: SourceLocation

  /// Creates an option.
  package init(
    id: String, text: LocalizedText, isCorrect: Bool,
    feedback: LocalizedText = LocalizedText(same: ""),
    location: SourceLocation = SourceLocation(file: "")
  ) {
    self.id = id
    self.text = text
    self.isCorrect = isCorrect
    self.feedback = feedback
    self.location = location
  }

  /// Returns the id of the option at `index`, counted from 0: `a` … `z`, then `o26` and so on.
  package static func id(at index: Int) -> String {
    guard index < 26, let scalar = Unicode.Scalar(UInt32(0x61 + index)) else { return "o\(index)" }
    return String(Character(scalar))
  }
}

/// A number that is right within a tolerance.
package struct NumericInteraction: Sendable, Hashable {
  /// The right number.
  package var value: Double
  /// How far an answer may lie from it, at least 0; the bounds belong to the right answers.
  package var tolerance: Double

  /// Creates a numeric interaction.
  package init(value: Double, tolerance: Double) {
    self.value = value
    self.tolerance = tolerance
  }
}

/// A short text out of a list of accepted ones.
package struct TextInteraction: Sendable, Hashable {
  /// The accepted texts of both languages.
  package var accepted: [String]

  /// Creates a text interaction.
  package init(accepted: [String]) {
    self.accepted = accepted
  }

  /// Returns the form in which texts are compared: NFC, Latin digits, lower case, single spaces,
  /// without zero-width characters (U+200B–U+200D, U+2060).
  package static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    let shown = Khmer.withLatinDigits(Khmer.nfc(text)).lowercased().unicodeScalars
    for scalar in shown where !isZeroWidth(scalar) {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, scalars.isEmpty || scalars.last == " " { continue }
      scalars.append(isSpace ? " " : scalar)
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200D).contains(scalar.value) || scalar.value == 0x2060
  }
}

/// What a person has to do in the mind, from the revised taxonomy.
///
/// Source: Anderson and Krathwohl (eds.), A Taxonomy for Learning, Teaching, and Assessing, 2001.
package enum CognitiveLevel: String, Sendable, Hashable, CaseIterable, Codable {
  /// Retrieves from memory.
  case remember
  /// Builds meaning.
  case understand
  /// Carries out a procedure in a situation.
  case apply
  /// Breaks into parts and relates them.
  case analyse
  /// Judges by criteria.
  case evaluate
  /// Puts together something new.
  case create
}

/// What an item may be used for.
package enum ItemPool: String, Sendable, Hashable, CaseIterable, Codable {
  /// Tests alone: its key and feedback are not shown while an event is open.
  case test
  /// Practice alone.
  case practice
}

/// How far an item has come in its life.
package enum ItemStatus: String, Sendable, Hashable, CaseIterable, Codable {
  /// Written, not tried.
  case draft
  /// Tried, with statistics.
  case piloted
  /// In use.
  case operational
  /// Out of use.
  case retired
}
