package import Source
package import Text

/// A question: stem, interaction, key, and what it is meant to show.
///
/// The words are QTI's: an item has one interaction, a person gives a response, and response
/// processing turns the two into an outcome.
package struct Item: Sendable, Hashable {
  /// The id, unique in the bank.
  package var id: String
  /// A name for people, which learners do not see; may be empty.
  package var title: LocalizedText
  /// The learning outcome it gives evidence of; an empty id where an imported item names none.
  package var outcome: Located<String>
  /// What a person has to do in the mind to answer it; `nil` where an imported item does not say.
  package var cognitive: CognitiveLevel?
  /// The points of a right answer, above 0 and at most 1000.
  package var points: Double
  /// Whether it is kept for tests or given for practice, never both.
  package var pool: ItemPool
  /// How far it has come in its life.
  package var status: ItemStatus
  /// The question, in Markdown.
  package var stem: LocalizedText
  /// How a person answers.
  package var interaction: Interaction
  /// How the parts of an answer become points.
  package var scoring: Scoring
  /// The id of the rubric by which a human judges; `nil` where none is named.
  package var rubric: Located<String>?
  /// What is said after any answer; may be empty.
  package var feedback: LocalizedText
  /// Where each language stands.
  package var locations: [Language: SourceLocation]
  /// The hash of the English source, which the Khmer file repeats.
  package var sourceHash: String
  /// What trials found out about it, which decides no score; `nil` before any.
  package var statistics: ItemStatistics?

  /// Creates an item.
  package init(
    id: String, title: LocalizedText = LocalizedText(same: ""), outcome: Located<String>,
    cognitive: CognitiveLevel?, points: Double = 1, pool: ItemPool = .test,
    status: ItemStatus = .draft, stem: LocalizedText, interaction: Interaction,
    scoring: Scoring = .exact, rubric: Located<String>? = nil,
    feedback: LocalizedText = LocalizedText(same: ""),
    locations: [Language: SourceLocation] = [:], sourceHash: String = ""
  ) {
    self.id = id
    self.title = title
    self.outcome = outcome
    self.cognitive = cognitive
    self.points = points
    self.pool = pool
    self.status = status
    self.stem = stem
    self.interaction = interaction
    self.scoring = scoring
    self.rubric = rubric
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
    StableHash.hex64("\(id)|\(Self.text(points))|\(KeyText.text(interaction, scoring))")
  }

  /// The most points that can be won: the points, or 0 for an opinion, which is never scored.
  package var maximum: Double { interaction.kind.isScored ? points : 0 }

  private static func text(_ points: Double) -> String {
    points == points.rounded() ? "\(Int(points))" : "\(points)"
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
  /// Opinions about the teaching or oneself, never part of a score.
  case survey
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
