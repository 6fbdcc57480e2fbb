package import Assessment
package import Text

/// Where results come from.
package enum ResultsSource: String, Sendable, Hashable, CaseIterable {
  /// Tables of paper tests, and what `ResultsExport` wrote.
  case csv
  /// The result file that a page saves.
  case page
  /// The table of Moodle's report of SCORM interactions.
  case moodleScorm = "moodle-scorm"
  /// The table of Moodle's gradebook: totals without answers.
  case moodleGrades = "moodle-grades"
  /// Statements of a learning record store.
  case xapi
}

/// What a file of another system does not say itself.
package struct ResultsHints: Sendable, Hashable {
  /// The event; `nil` where it follows from who is enrolled.
  package var event: String?
  /// The occasion; `nil` where it follows from the form that is allocated.
  package var occasion: Occasion?
  /// The form of totals.
  package var form: String?
  /// The column of totals; `nil` where there is only one.
  package var column: String?
  /// The points that could be won, for totals that are no percentages.
  package var maximum: Double?
  /// Learner codes by the ids or addresses, in small letters, by which the other system knows them.
  package var learners: [String: String]

  /// Creates hints.
  package init(
    event: String? = nil, occasion: Occasion? = nil, form: String? = nil, column: String? = nil,
    maximum: Double? = nil, learners: [String: String] = [:]
  ) {
    self.event = event
    self.occasion = occasion
    self.form = form
    self.column = column
    self.maximum = maximum
    self.learners = learners
  }
}

/// Rows of a file that were not recorded, with the reason; none of them is lost silently.
package struct PassedOver: Sendable, Hashable {
  /// How many.
  package var count: Int
  /// Why.
  package var reason: LocalizedText
}

/// Counts what is passed over, by its reason.
struct PassedOverCount {
  private(set) var all: [PassedOver] = []

  mutating func add(_ reason: LocalizedText, _ count: Int = 1) {
    if let place = all.firstIndex(where: { $0.reason == reason }) {
      all[place].count += count
    } else {
      all.append(PassedOver(count: count, reason: reason))
    }
  }
}

/// An attempt as another system tells it.
struct ForeignAttempt {
  /// The line of the file at which it begins.
  var line: Int
  /// The words by which the other system knows the person: ids and addresses, never shown names.
  var persons: [String]
  var form: TestForm
  var startedAt: String?
  var submittedAt: String?
  /// The answers by item; `nil` where the system says that there was none.
  var answers: [String: Response?] = [:]
  /// Whether items of which nothing is said were left out by the person, not by the file.
  var isWhole = true
}

/// What a reader of another system found.
struct ForeignReading {
  /// How many rows or statements the file holds.
  var rows = 0
  var attempts: [ForeignAttempt] = []
  var passedOver = PassedOverCount()
}

/// Which question of which form an id of an interaction names, as pages write it.
struct InteractionIDs {
  private let forms: [TestForm]

  init(_ forms: [TestForm]) {
    // The longest first: `ila-a_2` is not question `2_q` of `ila-a`.
    self.forms = forms.sorted { $0.id.utf8.count > $1.id.utf8.count }
  }

  /// Returns what `<form>_<item>` (SCORM 1.2) or `urn:sala:<curriculum>:<form>:<item>` names.
  func item(_ id: String) -> (form: TestForm, item: Item)? {
    let words = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if words.count == 5, words[0] == "urn", words[1] == "sala" {
      guard let form = PercentText.decoded(words[3]), let item = PercentText.decoded(words[4])
      else { return nil }
      return find(form, item)
    }
    for form in forms where id.hasPrefix(form.id + "_") {
      if let found = find(form.id, String(id.dropFirst(form.id.count + 1))) { return found }
    }
    return nil
  }

  private func find(_ form: String, _ item: String) -> (form: TestForm, item: Item)? {
    guard let form = forms.first(where: { $0.id == form }), let item = form.item(item) else {
      return nil
    }
    return (form, item)
  }
}

/// Text with `%` before the hexadecimal digits of bytes (RFC 3986, 2.1).
enum PercentText {
  /// Returns the text, or `nil` where a sign is no such text.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x25 {
        guard place + 2 < bytes.count, bytes[place + 1] != 0x2B, bytes[place + 1] != 0x2D,
          let byte = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
        else { return nil }
        result.append(byte)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}
