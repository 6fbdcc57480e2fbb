import Assessment
import Text

/// A column that stands once.
enum TableField: String, CaseIterable {
  case id, kind, answer, weights, outcome, cognitive, points, pool, status, scoring, floor, order
  case `case`, units, table, rubric, lines, words

  /// Other names that headers have for it, in small letters.
  fileprivate var aliases: [String] {
    switch self {
    case .id: ["code", "លេខសម្គាល់", "លេខកូដ"]
    case .kind: ["type", "question type", "ប្រភេទ", "ប្រភេទសំណួរ"]
    case .answer:
      ["answers", "correct", "correct answer", "key", "ចម្លើយ", "ចម្លើយត្រឹមត្រូវ"]
    case .weights: ["weight", "ទម្ងន់"]
    case .outcome: ["learning outcome", "លទ្ធផលសិក្សា"]
    case .cognitive: ["level", "cognitive level", "កម្រិតនៃការយល់ដឹង"]
    case .points: ["point", "marks", "score", "ពិន្ទុ"]
    case .pool: ["បណ្តុំសំណួរ"]
    case .status: ["ស្ថានភាព"]
    case .units: ["unit", "ឯកតា"]
    case .rubric: ["តារាងវាយតម្លៃ"]
    case .scoring, .floor, .order, .case, .table, .lines, .words: []
    }
  }

  static let byName: [String: TableField] = {
    var names: [String: TableField] = [:]
    for field in allCases {
      names[field.rawValue] = field
      for alias in field.aliases { names[alias] = field }
    }
    return names
  }()
}

extension TableColumns {
  /// The values that a column takes where they are few, by the column's name; `nil` for others.
  static func values(of name: String) -> [String]? {
    switch TableField(rawValue: name) {
    case .kind: InteractionKind.allCases.map(\.rawValue)
    case .cognitive: CognitiveLevel.allCases.map(\.rawValue)
    case .pool: ItemPool.allCases.map(\.rawValue)
    case .status: ItemStatus.allCases.map(\.rawValue)
    default: nil
    }
  }
}

/// A text in two languages: the columns that it stands in.
struct TableTextColumns {
  /// The columns by language, and the one whose header names none.
  var english: Int?
  var khmer: Int?
  var neutral: Int?

  /// Takes a column; `false` where there is one already.
  mutating func take(_ column: Int, _ language: Language?) -> Bool {
    switch language {
    case .english?:
      guard english == nil else { return false }
      english = column
    case .khmer?:
      guard khmer == nil else { return false }
      khmer = column
    case nil:
      guard neutral == nil else { return false }
      neutral = column
    }
    return true
  }

  /// Any of the columns.
  var first: Int? { english ?? khmer ?? neutral }
}

/// What the columns of a table hold.
struct TableColumns {
  /// The highest number that an option may have.
  static let mostOptions = 200

  var fields: [TableField: Int] = [:]
  var title = TableTextColumns()
  var question = TableTextColumns()
  var feedback = TableTextColumns()
  /// Options by their number from 1, and the feedback to each.
  var options: [Int: TableTextColumns] = [:]
  var optionFeedback: [Int: TableTextColumns] = [:]
  /// Columns whose header says nothing known, and those whose header stands twice.
  var unknown: [Int] = []
  var twice: [Int] = []

  /// Whether this is the header of a table of questions.
  var isRecognised: Bool { question.first != nil }

  init(header: [String]) {
    for (index, cell) in header.enumerated() where !cell.isEmpty {
      switch TableHeading(cell) {
      case .field(let field)?:
        if fields[field] == nil { fields[field] = index } else { twice.append(index) }
      case .title(let language)?: if !title.take(index, language) { twice.append(index) }
      case .question(let language)?: if !question.take(index, language) { twice.append(index) }
      case .feedback(let language)?: if !feedback.take(index, language) { twice.append(index) }
      case .option(let number, let language)?:
        if !options[number, default: TableTextColumns()].take(index, language) {
          twice.append(index)
        }
      case .optionFeedback(let number, let language)?:
        if !optionFeedback[number, default: TableTextColumns()].take(index, language) {
          twice.append(index)
        }
      case nil: unknown.append(index)
      }
    }
  }

  /// The names that a header may have, without numbers, for suggestions.
  static var names: [String] {
    ["question", "question.en", "question.km", "title", "feedback", "option 1", "feedback 1"]
      + TableField.allCases.map(\.rawValue)
  }
}

/// What one cell of the header says.
enum TableHeading {
  case field(TableField)
  case title(Language?)
  case question(Language?)
  case feedback(Language?)
  case option(Int, Language?)
  case optionFeedback(Int, Language?)

  /// Reads a header such as `Option 2.km`, `ជម្រើស ២` or `B`; `nil` where it is none.
  init?(_ cell: String) {
    let name = Khmer.withLatinDigits(cell.trimmed).lowercased()
    if let field = TableField.byName[name] {
      self = .field(field)
      return
    }
    let (base, language) = Self.language(name)
    if let made = Self.text(base, language) {
      self = made
      return
    }
    let bytes = Array(base.utf8)
    if bytes.count == 1, let byte = bytes.first, (0x61...0x7A).contains(byte) {
      self = .option(Int(byte) - 0x60, language)
      return
    }
    let digits = bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), digits < bytes.count,
      let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self)),
      (1...TableColumns.mostOptions).contains(number)
    else { return nil }
    switch String(decoding: bytes.dropLast(digits), as: UTF8.self).trimmed {
    case "option", "choice", "answer", "ជម្រើស": self = .option(number, language)
    case "feedback", "យោបល់ត្រឡប់": self = .optionFeedback(number, language)
    default: return nil
    }
  }

  private static func text(_ base: String, _ language: Language?) -> TableHeading? {
    switch base {
    case "title", "ចំណងជើង": .title(language)
    case "question", "stem", "question text", "សំណួរ": .question(language)
    case "feedback", "explanation", "យោបល់ត្រឡប់": .feedback(language)
    default: nil
    }
  }

  /// Splits `.en` or `.km` off.
  private static func language(_ name: String) -> (String, Language?) {
    let bytes = Array(name.utf8)
    for (ending, language) in [
      (".en", Language.english), (".km", .khmer), (" (en)", .english), (" (km)", .khmer),
    ]
    where bytes.count > ending.utf8.count
      && bytes.suffix(ending.utf8.count) == Array(ending.utf8)[...]
    {
      return (
        String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self).trimmed, language
      )
    }
    return (name, nil)
  }
}
