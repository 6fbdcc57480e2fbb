import Assessment
import Markup
import Text

/// What stands in the fields of a question, by their names: what was answered, or what was typed and
/// cannot be understood yet.
struct FieldValues: Equatable {
  /// The values of the fields, in the order of the page.
  private(set) var values: [String: [String]] = [:]
  /// Whether the order that is shown was given as an answer.
  var isGiven = false

  /// The fields of a choice or a scale.
  static let choice = "c"
  /// The field of a number, a short text or an essay.
  static let text = "t"
  /// The lines of an order.
  static let order = "o"
  /// The list beside a source.
  static func source(_ id: String) -> String { "m.\(id)" }
  /// The field of a blank.
  static func blank(_ id: String) -> String { "b.\(id)" }

  /// Returns the only value of a field; nothing where it has none.
  func one(_ name: String) -> String { values[name]?.first ?? "" }

  /// Returns all values of a field.
  subscript(name: String) -> [String] { values[name] ?? [] }

  /// Takes what was sent.
  init(sent: [String: [String]], isGiven: Bool) {
    values = sent
    self.isGiven = isGiven
  }

  /// Shows an answer, or empty fields where there is none.
  init(_ response: Response?, to item: Item, seed: String, text: PageText) {
    if case .order = item.interaction {
      values[Self.order] = OptionOrder.options(of: item, seed: seed).map(\.id)
    }
    switch response {
    case nil: break
    case .choice(let ids)?: values[Self.choice] = ids
    case .number?:
      var shown = text.digits(response?.encoded ?? "")
      if case .numeric(let numeric) = item.interaction, let unit = numeric.units.first {
        shown += " \(unit.symbol)"
      }
      values[Self.text] = [shown]
    case .text(let typed)?: values[Self.text] = [typed]
    case .pairs(let pairs)?:
      for (source, target) in pairs { values[Self.source(source)] = [target] }
    case .order(let ids)?:
      values[Self.order] = ids
      isGiven = true
    case .blanks(let entries)?: show(entries, of: item, text)
    }
  }

  private mutating func show(_ entries: [String: String], of item: Item, _ text: PageText) {
    guard case .blanks(let blanks) = item.interaction else { return }
    for blank in blanks.blanks {
      guard let entry = entries[blank.id] else { continue }
      if case .numeric(let numeric) = blank.entry {
        let unit = numeric.units.first.map { " \($0.symbol)" } ?? ""
        values[Self.blank(blank.id)] = [text.digits(entry) + unit]
      } else {
        values[Self.blank(blank.id)] = [entry]
      }
    }
  }
}
