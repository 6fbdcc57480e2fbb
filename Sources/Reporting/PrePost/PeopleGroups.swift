import Curriculum
import Psychometrics
import Records
import Text

/// Some of the people in pairs, by what they have in common.
struct PeopleGroup: Sendable {
  /// What they have in common, for sorting and hiding; an unknown value is empty.
  let values: [String]
  /// The same in words.
  let titles: [LocalizedText]
  /// Their pairs.
  let pairs: [MatchedPair]
  /// Their change.
  let change: PairedChange
  /// How many people they are: one at several events has several pairs and is still one.
  var people: Int { Set(pairs.map(\.pre.code)).count }

  /// Creates a group and its change.
  init(values: [String], titles: [LocalizedText], pairs: [MatchedPair]) {
    self.values = values
    self.titles = titles
    self.pairs = pairs
    change = PairedChange(pre: pairs.map(\.prePercent), post: pairs.map(\.postPercent))
  }
}

/// Divides the same people by their attributes.
struct PeopleGrouping {
  let attributes: [Grouping]
  let input: PrePostInput

  /// Returns the groups that have people, in the order of their values; unknown values come last.
  func groups(_ pairs: [MatchedPair]) -> [PeopleGroup] {
    Dictionary(grouping: pairs) { pair in attributes.map { value($0, pair) } }
      .sorted { isBefore($0.key, $1.key) }
      .map { values, members in
        PeopleGroup(
          values: values, titles: zip(attributes, values).map(title), pairs: members)
      }
  }

  /// Divides anything that belongs to people, in the same order as `groups`.
  ///
  /// - Parameters:
  ///   - members: What is divided.
  ///   - value: Gives the value of an attribute; empty where nobody said.
  /// - Returns: The groups that have members.
  func divide<Member>(
    _ members: [Member], value: (Grouping, Member) -> String
  ) -> [(values: [String], titles: [LocalizedText], members: [Member])] {
    Dictionary(grouping: members) { member in attributes.map { value($0, member) } }
      .sorted { isBefore($0.key, $1.key) }
      .map { ($0, zip(attributes, $0).map(title), $1) }
  }

  private func isBefore(_ left: [String], _ right: [String]) -> Bool {
    for (first, second) in zip(left, right) where first != second {
      if first.isEmpty != second.isEmpty { return second.isEmpty }
      let keys = (Collation.key(first, in: .khmer), Collation.key(second, in: .khmer))
      return keys.0 == keys.1 ? first < second : keys.0.lexicographicallyPrecedes(keys.1)
    }
    return false
  }

  /// Returns what a pair has for an attribute; empty where nobody said.
  private func value(_ attribute: Grouping, _ pair: MatchedPair) -> String {
    switch attribute {
    case .event: pair.event ?? ""
    case .form: pair.pre.form + Self.joint + pair.post.form
    case .language: pair.pre.language.rawValue + Self.joint + pair.post.language.rawValue
    case .province, .sex, .organisation, .role, .born, .disability, .ethnicity, .office, .sector:
      PlainText.trimmed(pair.person[attribute.rawValue] ?? "")
    case .competency, .module: ""
    }
  }

  /// Stands between the first and the second of two values; no id holds it.
  private static let joint = "\u{1F}"

  func title(_ attribute: Grouping, _ value: String) -> LocalizedText {
    guard !value.isEmpty else {
      return attribute == .event ? ReportingMessages.noEvent : ReportingMessages.notStated
    }
    let parts = value.split(separator: Self.joint, omittingEmptySubsequences: false)
      .map(String.init)
    switch attribute {
    case .event: return input.eventTitle(value)
    case .province: return Province.title(value)
    case .sex: return ReportingMessages.sex(value)
    case .form: return change(parts.map(input.content.formTitle))
    case .language:
      return change(parts.compactMap(Language.init(rawValue:)).map(ReportingMessages.language))
    case .born:
      return LocalizedText(en: value, km: Khmer.withKhmerDigits(value))
    case .disability: return ReportingMessages.yesOrNo(value)
    case .sector: return ReportingMessages.sector(value)
    case .organisation, .role, .ethnicity, .office, .competency, .module:
      return LocalizedText(same: value)
    }
  }

  /// Returns one name, or two with an arrow where they differ.
  private func change(_ names: [LocalizedText]) -> LocalizedText {
    guard let first = names.first, let last = names.last, first != last else {
      return names.first ?? ReportingMessages.notStated
    }
    return LocalizedText(en: "\(first.en) → \(last.en)", km: "\(first.km) → \(last.km)")
  }
}

extension PrePostInput {
  /// Returns the title of an event, or its id where the events do not tell.
  func eventTitle(_ id: String) -> LocalizedText {
    let title = events.first { $0.id == id }?.title
    return title.map { $0.isEmpty ? LocalizedText(same: id) : $0 } ?? LocalizedText(same: id)
  }
}
