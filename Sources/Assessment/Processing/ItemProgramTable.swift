/// The programs of items whose scores are listed: one condition for each answer of the table.
extension ProgramBuilder {
  /// The program under `ScoringRule.table`; `nil` for blanks with numbers, whose answers Sala lists
  /// as they are typed.
  func table() -> ItemProgram? {
    guard var made = ProgramBuilder(item: unlisted).rules(), isListable else { return nil }
    raw(&made.binding)
    let branches = item.scoring.table.sorted { $0.key < $1.key }
      .compactMap { key, points -> ResponseRule.Branch? in
        guard let response = Response(encoded: key, to: item), response.encoded == key else {
          return nil
        }
        let condition = condition(made.binding.values(response, to: item), made)
        return condition.map { .init($0, [.score(bounded(points))]) }
      }
    made.program.rules =
      branches.isEmpty ? [] : [.condition(branches, otherwise: [.score(bounded(0))])]
    made.program.outcomes = [scoreOutcome()]
    return made
  }

  /// The same item under the rule that declares all its variables.
  private var unlisted: Item {
    var unlisted = item
    unlisted.scoring = .exact
    return unlisted
  }

  private func bounded(_ points: Double) -> Double {
    min(item.points, max(item.scoring.floor * item.points / 100, points)) + 0
  }

  private var isListable: Bool {
    guard case .blanks(let blanks) = item.interaction else { return true }
    return blanks.blanks.allSatisfy { if case .numeric = $0.entry { false } else { true } }
  }

  /// Texts are listed as they are typed.
  private func raw(_ binding: inout ResponseBinding) {
    if case .text = binding.form { binding.form = .text(isRaw: true) }
    for index in binding.blanks.indices { raw(&binding.blanks[index].binding) }
  }

  private func condition(
    _ values: [String: QTIValue], _ made: ItemProgram
  ) -> QTIExpression? {
    let parts = made.program.responses.map { declaration -> QTIExpression in
      let variable = QTIExpression.variable(declaration.identifier)
      guard let value = values[declaration.identifier], value != .null else {
        return .operation(.isNull, [variable])
      }
      return .operation(.match, [variable, Self.written(value)])
    }
    guard values.contains(where: { $0.value != .null }), let first = parts.first else {
      return nil
    }
    return parts.count == 1 ? first : .operation(.and, parts)
  }

  /// A container is written as an operator over its members.
  private static func written(_ value: QTIValue) -> QTIExpression {
    let members = value.scalars.map { QTIExpression.value(.single($0)) }
    switch value {
    case .multiple: return .operation(.multiple, members)
    case .ordered: return .operation(.ordered, members)
    default: return .value(value)
    }
  }
}
