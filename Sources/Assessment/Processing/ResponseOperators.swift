import Text

/// The operators (QTI 2.1 information model, 15.2 to 15.4).
///
/// Operands of a wrong type or number, and NULL where an operator says nothing of it, give NULL.
extension InterpreterRun {
  /// Returns what an operator makes of its operands.
  mutating func result(of kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    switch kind {
    case .multiple: return Self.container(values, isOrdered: false)
    case .ordered: return Self.container(values, isOrdered: true)
    case .random, .randomInteger, .randomFloat: return drawn(kind, values)
    case .and, .or, .not, .anyN: return logic(kind, values)
    case .containerSize, .isNull, .index, .fieldValue, .member, .delete, .contains, .match:
      return general(kind, values)
    case .substring(let isCaseSensitive):
      return texts(values) { part, whole in
        Self.holds(whole, part, isCaseSensitive: isCaseSensitive)
      }
    case .stringMatch(let isCaseSensitive, let isSubstring):
      return texts(values) { first, second in
        if isSubstring { return Self.holds(first, second, isCaseSensitive: isCaseSensitive) }
        return isCaseSensitive ? first == second : first.lowercased() == second.lowercased()
      }
    case .durationLT, .durationGTE:
      guard values.count == 2, case .duration(let left)? = values[0].scalar,
        case .duration(let right)? = values[1].scalar
      else { return .null }
      return .boolean(kind == .durationLT ? left < right : left >= right)
    default: return arithmetic(kind, values)
    }
  }

  // MARK: Logic

  private func logic(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    for value in values where value != .null && value.truth == nil { return .null }
    let yes = values.count { $0.truth == true }
    let no = values.count { $0.truth == false }
    let unknown = values.count - yes - no
    switch kind {
    case .and:
      if no > 0 { return .boolean(false) }
      return unknown > 0 || values.isEmpty ? .null : .boolean(true)
    case .or:
      if yes > 0 { return .boolean(true) }
      return unknown > 0 || values.isEmpty ? .null : .boolean(false)
    case .not:
      guard values.count == 1, let flag = values[0].truth else { return .null }
      return .boolean(!flag)
    case .anyN(let least, let most):
      guard let least = whole(least), let most = whole(most) else { return .null }
      if yes > most || yes + unknown < least { return .boolean(false) }
      return yes >= least && yes + unknown <= most ? .boolean(true) : .null
    default: return .null
    }
  }

  // MARK: Containers

  private static func container(_ values: [QTIValue], isOrdered: Bool) -> QTIValue {
    var members: [QTIScalar] = []
    for value in values {
      switch value {
      case .null: continue
      case .single(let scalar): members.append(scalar)
      case .multiple(let scalars):
        guard !isOrdered else { return .null }
        members += scalars
      case .ordered(let scalars):
        guard isOrdered else { return .null }
        members += scalars
      case .record: return .null
      }
    }
    guard Set(members.map(\.type)).count <= 1 else { return .null }
    return .container(members, isOrdered: isOrdered)
  }

  private func general(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    switch (kind, values.count) {
    case (.isNull, 1): return .boolean(values[0] == .null)
    case (.containerSize, 1):
      switch values[0] {
      case .null: return .single(.integer(0))
      case .multiple(let members), .ordered(let members): return .single(.integer(members.count))
      default: return .null
      }
    case (.index(let place), 1):
      guard case .ordered(let members) = values[0], let place = whole(place),
        (1...members.count).contains(place)
      else { return .null }
      return .single(members[place - 1])
    case (.fieldValue(let name), 1):
      guard case .record(let fields) = values[0] else { return .null }
      return fields[name].map(QTIValue.single) ?? .null
    case (.match, 2):
      guard values[0] != .null, values[1] != .null, Self.areAlike(values[0], values[1]) else {
        return .null
      }
      return .boolean(values[0].matches(values[1]))
    case (.member, 2):
      guard let scalar = values[0].scalar, Self.isContainer(values[1], of: scalar.type) else {
        return .null
      }
      return .boolean(values[1].scalars.contains(scalar))
    case (.delete, 2):
      guard let scalar = values[0].scalar, Self.isContainer(values[1], of: scalar.type) else {
        return .null
      }
      let kept = values[1].scalars.filter { $0 != scalar }
      if case .ordered = values[1] { return .container(kept, isOrdered: true) }
      return .container(kept)
    case (.contains, 2): return Self.contains(values[0], values[1])
    default: return .null
    }
  }

  private static func areAlike(_ left: QTIValue, _ right: QTIValue) -> Bool {
    switch (left, right) {
    case (.single, .single), (.multiple, .multiple), (.ordered, .ordered):
      left.scalars.first?.type == right.scalars.first?.type
    case (.record, .record): true
    default: false
    }
  }

  private static func isContainer(_ value: QTIValue, of type: QTIBaseType) -> Bool {
    switch value {
    case .multiple(let members), .ordered(let members): members.first?.type == type
    default: false
    }
  }

  /// Each value as often in the first as in the second; for ordered ones, one after the other.
  private static func contains(_ whole: QTIValue, _ part: QTIValue) -> QTIValue {
    guard areAlike(whole, part) else { return .null }
    switch (whole, part) {
    case (.multiple(let members), .multiple(let sought)):
      let counts = QTIValue.counts(members)
      return .boolean(QTIValue.counts(sought).allSatisfy { counts[$0.key, default: 0] >= $0.value })
    case (.ordered(let members), .ordered(let sought)):
      guard sought.count <= members.count else { return .boolean(false) }
      return .boolean(
        (0...(members.count - sought.count)).contains { start in
          members[start..<(start + sought.count)] == sought[...]
        })
    default: return .null
    }
  }

  // MARK: Texts

  private func texts(_ values: [QTIValue], _ test: (String, String) -> Bool) -> QTIValue {
    guard values.count == 2, case .string(let first)? = values[0].scalar,
      case .string(let second)? = values[1].scalar
    else { return .null }
    return .boolean(test(first, second))
  }

  /// Compares scalars, because a mark may follow the last letter of a part.
  private static func holds(_ whole: String, _ part: String, isCaseSensitive: Bool) -> Bool {
    let whole = Array((isCaseSensitive ? whole : whole.lowercased()).unicodeScalars)
    let part = Array((isCaseSensitive ? part : part.lowercased()).unicodeScalars)
    guard part.count <= whole.count, whole.count * part.count <= 4_000_000 else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start..<(start + part.count)] == part[...]
    }
  }

  // MARK: Chance

  private mutating func drawn(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    switch kind {
    case .random:
      guard values.count == 1 else { return .null }
      switch values[0] {
      case .multiple(let members), .ordered(let members):
        return .single(members[generator.index(below: members.count)])
      default: return .null
      }
    case .randomInteger(let least, let most, let step):
      guard let least = whole(least), let most = whole(most), let step = whole(step), step > 0,
        least <= most
      else { return .null }
      let (span, overflows) = most.subtractingReportingOverflow(least)
      guard !overflows, span / step < Int.max else { return .null }
      return .single(.integer(least + step * generator.index(below: span / step + 1)))
    case .randomFloat(let least, let most):
      guard let least = number(least), let most = number(most), least <= most else {
        return .null
      }
      return .float(least + (most - least) * generator.unit())
    default: return .null
    }
  }
}
