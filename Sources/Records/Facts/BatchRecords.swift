package import Assessment
package import Text

/// What many imported attempts have in common, said once: the rows that follow name it by its key.
///
/// A file of a hundred thousand tests would otherwise repeat its questions and keys in each of
/// them; a journal of rows is a tenth as long.
package struct BatchRecord: Sendable, Hashable, Codable {
  /// What tells it from others: the first 16 digits of the SHA-256 of all the rest of it.
  package private(set) var batch = ""
  /// The event; absent for practice outside any.
  package var event: String?
  /// Why the tests were taken.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// The ids of the items, in the order of the form.
  package var items: [String]
  /// What kind of response each item takes.
  package var kinds: [RecordedResponse.Kind]
  /// The points of a right answer to each item.
  package var maxima: [Double]
  /// The version of the key of each item.
  package var keys: [String]
  /// The language of the tests.
  package var language: Language
  /// How the answers reached Sala.
  package var mode: AttemptMode
  /// The name of the file, without its folder.
  package var file: String
  /// The SHA-256 of the file's text, by which the same content is known again.
  package var sha256: String

  /// Creates a record; its key follows from the rest.
  package init(
    event: String?, occasion: Occasion, form: TestForm, language: Language, mode: AttemptMode,
    file: String, sha256: String
  ) throws(RecordsError) {
    self.event = event
    self.occasion = occasion
    self.form = form.id
    formVersion = form.version
    items = form.items.map(\.id)
    kinds = form.items.map { RecordedResponse.Kind($0.interaction) }
    maxima = form.items.map(\.maximum)
    keys = form.items.map(\.keyVersion)
    self.language = language
    self.mode = mode
    self.file = file
    self.sha256 = sha256
    batch = try key()
  }

  private func key() throws(RecordsError) -> String {
    var rest = self
    rest.batch = ""
    return String(JournalLine.hash(of: try CanonicalJSON.bytes(rest)).prefix(16))
  }

  /// Whether it bears its own key and its lists have one entry for each item.
  var isSound: Bool { isWhole && (try? key()) == batch }

  private var isWhole: Bool {
    kinds.count == items.count && maxima.count == items.count && keys.count == items.count
  }

  /// Returns the record of an attempt of it.
  func attempt(_ row: RowRecord) -> AttemptRecord {
    AttemptRecord(
      event: event, code: row.code, occasion: occasion, form: form, formVersion: formVersion,
      items: items, language: language, mode: mode, optionSeed: "",
      accommodation: row.accommodation, largePrint: row.largePrint == true)
  }

  /// Returns the outcomes of a row: an item without an answer was not answered.
  func outcomes(_ row: RowRecord) -> [OutcomeRecord] {
    items.indices.map { place in
      OutcomeRecord(
        Outcome(
          item: items[place], score: (row.won[place] ?? 0), maximum: maxima[place],
          isAnswered: !row.answers[place].isEmpty, isPending: row.won[place] == nil,
          keyVersion: keys[place]))
    }
  }

  /// Returns the answers of a row by item.
  func answers(_ row: RowRecord) -> [(item: String, response: RecordedResponse)] {
    items.indices.compactMap { place in
      row.answers[place].isEmpty
        ? nil
        : (items[place], RecordedResponse(kind: kinds[place], text: row.answers[place]))
    }
  }
}

/// A whole attempt out of a file, as one row of its batch.
package struct RowRecord: Sendable, Hashable, Codable {
  /// The key of the batch, which was described before in the same journal.
  package var batch: String
  /// The learner's code.
  package var code: String
  /// The text form of the response to each item of the batch; empty where none was given.
  package var answers: [String]
  /// The points of each item of the batch; `nil` where a human has still to judge.
  package var won: [Double?]
  /// When it was begun, where the file says so.
  package var startedAt: String?
  /// When it was handed in, where the file says so.
  package var submittedAt: String?
  /// The milliseconds of the attempt that were used; absent where the file does not say it.
  package var elapsed: Int?
  /// Which of several attempts of the same learner at the same occasion; absent for the first.
  package var repetition: Int?
  /// The time that the person was granted beyond the form's.
  package var accommodation: TimeGrant?
  /// `true` where the person was granted large print; absent otherwise.
  package var largePrint: Bool?

  /// Creates a record.
  package init(batch: String, code: String, answers: [String], won: [Double?]) {
    self.batch = batch
    self.code = code
    self.answers = answers
    self.won = won
  }

  /// Whether it has as many answers and points as its batch has items.
  func fits(_ batch: BatchRecord) -> Bool {
    answers.count == batch.items.count && won.count == batch.items.count
  }
}

extension RecordedResponse.Kind {
  /// The kind of response that an interaction takes.
  init(_ interaction: Interaction) {
    self =
      switch interaction {
      case .choice, .rating: .choice
      case .numeric: .number
      case .text, .essay, .performance: .text
      case .match: .pairs
      case .order: .order
      case .blanks: .blanks
      }
  }
}
