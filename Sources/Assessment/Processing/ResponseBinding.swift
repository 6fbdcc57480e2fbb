/// How a response to one of Sala's items fills response variables.
package struct ResponseBinding: Sendable, Hashable {
  /// The response variable; empty for blanks, which have one each.
  package var variable: String
  /// The kind of value.
  package var form: Form
  /// Identifiers of QTI by Sala's ids of options or sources.
  package var identifiers: [String: String]
  /// Identifiers of QTI by Sala's ids of targets.
  package var targets: [String: String]
  /// The variables of blanks, by their ids, in order.
  package var blanks: [Blank]

  /// The kind of value.
  package enum Form: Sendable, Hashable {
    /// One identifier, or a container of them.
    case choice(isContainer: Bool)
    /// All identifiers in an order.
    case order
    /// Directed pairs; turned around where the target stands first.
    case pairs(isTurned: Bool)
    /// A number.
    case number(QTIBaseType)
    /// A text, in the form in which Sala compares texts, or as it was typed.
    case text(isRaw: Bool)
    /// Several variables.
    case blanks
  }

  /// The variable of a blank.
  package struct Blank: Sendable, Hashable {
    /// The id of the blank.
    package var id: String
    /// How its text fills a variable.
    package var binding: ResponseBinding

    /// Creates a blank's variable.
    package init(id: String, binding: ResponseBinding) {
      self.id = id
      self.binding = binding
    }
  }

  /// Creates a binding.
  package init(
    _ variable: String, _ form: Form, identifiers: [String: String] = [:],
    targets: [String: String] = [:], blanks: [Blank] = []
  ) {
    self.variable = variable
    self.form = form
    self.identifiers = identifiers
    self.targets = targets
    self.blanks = blanks
  }

  /// Returns the values of the variables for a response to `item`; those that nobody filled are
  /// NULL.
  ///
  /// Sala compares texts in one form (`TextInteraction.normalised`), which QTI's `match` and
  /// mapping cannot do; so the text is given in that form. Numbers are given in the first unit.
  package func values(_ response: Response?, to item: Item) -> [String: QTIValue] {
    guard let response, !response.isEmpty else { return [:] }
    switch (form, response, item.interaction) {
    case (.blanks, .blanks(let entries), .blanks(let interaction)):
      var values: [String: QTIValue] = [:]
      for blank in blanks {
        guard let typed = entries[blank.id],
          let entry = interaction.blanks.first(where: { $0.id == blank.id })?.entry
        else { continue }
        values[blank.binding.variable] = blank.binding.value(typed, in: entry)
      }
      return values
    case (.text(let isRaw), .text(let typed), .text(let text)):
      return [variable: Self.string(isRaw ? typed : text.normalised(typed))]
    case (.number(let type), .number(let number), _):
      return [variable: Self.number(number, type)]
    default: return [variable: value(response)]
    }
  }

  private func value(_ response: Response) -> QTIValue {
    switch (form, response) {
    case (.choice(let isContainer), .choice(let ids)):
      let chosen = ids.compactMap { identifiers[$0] }.map(QTIScalar.identifier)
      return isContainer ? .container(chosen) : chosen.first.map(QTIValue.single) ?? .null
    case (.order, .order(let ids)):
      let places = ids.compactMap { identifiers[$0] }.map(QTIScalar.identifier)
      return .container(places, isOrdered: true)
    case (.pairs(let isTurned), .pairs(let pairs)):
      return .container(
        pairs.sorted { $0.key < $1.key }.compactMap { source, target in
          guard let left = identifiers[source], let right = targets[target] else { return nil }
          return isTurned ? .directedPair(right, left) : .directedPair(left, right)
        })
    default: return .null
    }
  }

  private func value(_ typed: String, in entry: BlanksInteraction.Entry) -> QTIValue {
    switch (form, entry) {
    case (.choice, .choice): return identifiers[typed].map { .single(.identifier($0)) } ?? .null
    case (.text(let isRaw), .text(let text)):
      return Self.string(isRaw ? typed : text.normalised(typed))
    case (.number(let type), .numeric(let numeric)):
      return PartScoring.number(typed, units: numeric.units).map { Self.number($0, type) } ?? .null
    default: return .null
    }
  }

  private static func string(_ text: String) -> QTIValue {
    text.isEmpty ? .null : .single(.string(text))
  }

  /// A number that is not whole is no integer.
  private static func number(_ number: Double, _ type: QTIBaseType) -> QTIValue {
    guard type == .integer else { return .float(number) }
    return Int(exactly: number).map { .single(.integer($0)) } ?? .null
  }
}
