import Assessment
import Source
import Text

/// What the script of a page must know of questions; the key is not in it.
enum PageItems {
  /// Returns the questions, as `answers.js` describes them.
  static func json(_ items: [Item]) -> PageJSON { .array(items.map(json)) }

  private static func json(_ item: Item) -> PageJSON {
    .object(
      [
        ("id", .string(item.id)), ("kind", .string(kind(item.interaction))),
        ("options", .array(parts(item.interaction).map(PageJSON.string))),
        ("points", .number(item.maximum)), ("outcome", .string(item.outcome.value)),
      ] + extras(item.interaction))
  }

  private static func kind(_ interaction: Interaction) -> String {
    switch interaction {
    case .choice: "choice"
    case .numeric: "numeric"
    case .text: "text"
    case .match: "match"
    case .order: "order"
    case .blanks: "blanks"
    case .rating: "rating"
    case .essay: "essay"
    case .performance: "performance"
    }
  }

  /// The ids of what is chosen, ordered, joined or filled in.
  private static func parts(_ interaction: Interaction) -> [String] {
    switch interaction {
    case .match(let match): match.sources.map(\.id)
    case .blanks(let blanks): blanks.blanks.map(\.id)
    default: interaction.options.map(\.id)
    }
  }

  private static func extras(_ interaction: Interaction) -> [(String, PageJSON)] {
    switch interaction {
    case .choice(let choice):
      return order(choice) + (choice.isTrueFalse ? [("isTrueFalse", .bool(true))] : [])
    case .numeric(let numeric): return units(numeric)
    case .match(let match):
      return [("targets", .array(match.targets.map { .string($0.id) }))]
    case .blanks(let blanks): return [("entries", .array(blanks.blanks.map { entry($0.entry) }))]
    case .text, .order, .rating, .essay, .performance: return []
    }
  }

  private static func entry(_ entry: BlanksInteraction.Entry) -> PageJSON {
    switch entry {
    case .text: .object([])
    case .numeric(let numeric): .object([("isNumber", .bool(true))] + units(numeric))
    case .choice(let choice):
      .object([("options", .array(choice.options.map { .string($0.id) }))] + order(choice))
    }
  }

  private static func order(_ choice: ChoiceInteraction) -> [(String, PageJSON)] {
    choice.keepsOrder || choice.isTrueFalse ? [("keepsOrder", .bool(true))] : []
  }

  /// The units with their factors, the longest first, in the form in which texts are compared.
  private static func units(_ numeric: NumericInteraction) -> [(String, PageJSON)] {
    guard !numeric.units.isEmpty else { return [] }
    let longestFirst = numeric.units.sorted { $0.symbol.utf8.count > $1.symbol.utf8.count }
    let units = longestFirst.map { unit in
      PageJSON.array([
        .string(TextInteraction.normalised(unit.symbol, isCaseSensitive: true)),
        .number(unit.factor),
      ])
    }
    return [("units", .array(units))]
  }
}
